#include "app/model/reliance_words.h"

#include "app/model/phrases.h"
#include "core/domain/duration.h"
#include "core/insight/reliance.h"
#include "core/words/tr.h"

#include <cmath>

namespace evenkeel::model {

namespace {

std::string minutes_words(double minutes) {
    return short_duration(static_cast<std::uint32_t>(std::lround(std::max(minutes, 0.0))));
}

std::string known_days(std::size_t count) { return tr_n("{0} known day", "{0} known days", count); }

std::string mean_words(const insight::DailyMinutes& minutes) {
    const insight::LevelChange& change = minutes.change;
    return tr("{0} a day on {1} of the last {4}, {2} on {3} of the {4} before.",
              minutes_words(minutes.mean_now), known_days(change.days_now),
              minutes_words(minutes.mean_before), known_days(change.days_before),
              insight::reliance_days);
}

std::string course_words(const insight::DailyMinutes& minutes) {
    const insight::LevelChange& change = minutes.change;
    switch (minutes.course) {
        case insight::Course::more:
            return tr("More, likely by {0} to {1}.", minutes_words(change.low),
                      minutes_words(change.high));
        case insight::Course::less:
            return tr("Less, likely by {0} to {1}.", minutes_words(-change.high),
                      minutes_words(-change.low));
        case insight::Course::about_the_same:
            return tr("No clear change.");
        case insight::Course::cannot_tell:
            break;
    }
    return tr(
        "Too few days on which it is known what it was for: cannot tell whether that "
        "changed.");
}

std::string sentence(const char* what, const insight::DailyMinutes& minutes) {
    return fill(what, {mean_words(minutes), course_words(minutes)});
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
        sentence(tr("AI for company or comfort: {0} {1}"), found.comfort),
        sentence(tr("Messages and company with people on a screen: {0} {1}"), found.contact)};
    if (found.comfort.course == insight::Course::more) {
        sentences.emplace_back(
            tr("Time with people away from screens is not recorded here, so what this means is a "
               "question to talk about."));
    }
    return sentences;
}

}  // namespace evenkeel::model
