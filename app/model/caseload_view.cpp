#include "app/model/caseload.h"
#include "app/model/views.h"

namespace evenkeel::model {

namespace {

constexpr std::size_t month = static_cast<std::size_t>(month_days);

std::string detail_of(const CaseloadLine& line, Day today) {
    if (!line.confirmed && !line.has_left && !line.is_out) return "Not confirmed yet";
    if (!line.last_day) return "No entry yet";
    return "Last entry " + relative_day(*line.last_day, today) + " · " +
           std::to_string(line.days_logged_of_28) + " of " + std::to_string(month) + " days";
}

// What a person waits for, all of it.
std::vector<std::string> waiting(const CaseloadLine& line, Day today) {
    std::vector<std::string> parts;
    if (line.has_left || line.is_out) return parts;  // nothing that is done here reaches them
    if (line.words.promised_for) {
        parts.push_back("Reply was promised for " + near_day(*line.words.promised_for, today));
    }
    if (line.proposals_waiting == 1) parts.emplace_back("A proposal waits for your answer");
    if (line.proposals_waiting > 1) {
        parts.push_back(std::to_string(line.proposals_waiting) + " proposals wait for your answer");
    }
    if (line.words.new_pages > 0) {
        parts.push_back(count_of(line.words.new_pages, "new page", "new pages"));
    }
    if (line.words.reply_owed_since && !line.words.promised_for) {
        parts.push_back((parts.empty() ? "Reply owed since " : "reply owed since ") +
                        near_day(*line.words.reply_owed_since, today));
    }
    return parts;
}

std::string main_need(const CaseloadLine& line, Day today) {
    switch (line.need) {
        case Need::went_quiet:
            return "Nothing logged for " +
                   count_of(static_cast<std::size_t>(today - *line.last_day), "day", "days");
        case Need::nothing_yet:
            return "Nothing shared yet";
        case Need::review_due:
            return "Boundary review due";
        case Need::intake_due:
            return "Intake due";
        case Need::has_left:
            return "Left the practice";
        case Need::is_out:
            return "You are not on the care team";
        default:
            return "";
    }
}

std::string words_of(std::vector<std::string> parts, const CaseloadLine& line, const Moment& now,
                     Day today) {
    if (line.is_out) return main_need(line, today);
    if (line.has_left) {
        const std::string left = main_need(line, today);
        return line.risk.waiting > 0 ? need_words(line.risk, now) + " · left the practice" : left;
    }
    if (line.session && line.session->when.day == today) {
        const std::string clock = clock_words(line.session->when.instant, now.zone);
        parts.insert(parts.begin(), clock.empty() ? "Session today" : "Session today, " + clock);
    }
    if (line.risk.waiting > 0) parts.insert(parts.begin(), need_words(line.risk, now));
    if (parts.empty()) parts.push_back(main_need(line, today));
    if (line.reviews_due > 0 && line.need != Need::review_due) {
        parts.emplace_back("boundary review due");
    }
    if (line.intake_due && line.need != Need::intake_due) parts.emplace_back("intake due");
    std::string text;  // what comes first, and that an intake is due until it is done
    for (const std::string& part : parts) text += (text.empty() ? "" : " · ") + part;
    return text;
}

}  // namespace

Result<std::vector<CaseLine>> case_lines(client::Profile& profile, const client::Identity& self,
                                         Day today) {
    TRY_ASSIGN(const auto lines, caseload(profile, self));
    const Clock& clock = profile.ports().clock;
    const Moment now{.instant = clock.now(), .zone = clock.zone_name()};
    std::vector<CaseLine> views;
    for (const CaseloadLine& line : lines) {
        const auto waits = waiting(line, today);
        const bool is_urgent = line.risk.waiting > 0 && !line.is_out;
        views.push_back({.record = line.record,
                         .name = line.name.reveal(),
                         .detail = detail_of(line, today),
                         .need = words_of(waits, line, now, today),
                         .urgent = is_urgent,
                         .waits = !waits.empty() || is_urgent,
                         .confirmed = line.confirmed,
                         .has_left = line.has_left,
                         .is_out = line.is_out});
    }
    return views;
}

}  // namespace evenkeel::model
