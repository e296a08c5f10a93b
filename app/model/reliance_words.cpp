#include "app/model/reliance_words.h"

#include "app/model/phrases.h"
#include "core/domain/duration.h"
#include "core/insight/reliance.h"

#include <cmath>

namespace evenkeel::model {

namespace {

std::string minutes_words(double minutes) {
    return short_duration(static_cast<std::uint32_t>(std::lround(std::max(minutes, 0.0))));
}

std::string mean_words(const insight::DailyMinutes& minutes) {
    const insight::LevelChange& change = minutes.change;
    return minutes_words(minutes.mean_now) + " a day on " +
           count_of(change.days_now, "known day", "known days") + " of the last " +
           std::to_string(insight::reliance_days) + ", " + minutes_words(minutes.mean_before) +
           " on " + count_of(change.days_before, "known day", "known days") + " of the " +
           std::to_string(insight::reliance_days) + " before.";
}

std::string course_words(const insight::DailyMinutes& minutes) {
    const insight::LevelChange& change = minutes.change;
    switch (minutes.course) {
        case insight::Course::more:
            return " More, likely by " + minutes_words(change.low) + " to " +
                   minutes_words(change.high) + ".";
        case insight::Course::less:
            return " Less, likely by " + minutes_words(-change.high) + " to " +
                   minutes_words(-change.low) + ".";
        case insight::Course::about_the_same:
            return " No clear change.";
        case insight::Course::cannot_tell:
            return " Too few days on which it is known what it was for: cannot tell whether "
                   "that changed.";
    }
    return "";
}

std::string sentence(const char* what, const insight::DailyMinutes& minutes) {
    return what + mean_words(minutes) + course_words(minutes);
}

insight::LoggedDay logged_day(const EntryCache& entries, Day day) {
    insight::LoggedDay logged{.use = {}, .complete = entries.is_complete(day)};
    for (const Kept<UseEntry>& kept : entries.day(day).uses) logged.use.push_back(kept.entity);
    return logged;
}

}  // namespace

Result<std::vector<std::string>> reliance_sentences(EntryCache& entries, Day today) {
    constexpr std::int32_t days = insight::reliance_days;
    TRY(entries.need(today + (1 - 2 * days), today));
    std::vector<insight::LoggedDay> before;
    std::vector<insight::LoggedDay> now;
    for (std::int32_t back = 2 * days - 1; back >= 0; --back) {
        (back < days ? now : before).push_back(logged_day(entries, today + -back));
    }
    const insight::Reliance found = insight::reliance(before, now);
    if (!found.any_ai) return std::vector<std::string>();
    std::vector<std::string> sentences = {
        sentence("AI for company or comfort: ", found.comfort),
        sentence("Messages and company with people on a screen: ", found.contact)};
    if (found.comfort.course == insight::Course::more) {
        sentences.emplace_back(
            "Time with people away from screens is not recorded here, so what this means is a "
            "question to talk about.");
    }
    return sentences;
}

}  // namespace evenkeel::model
