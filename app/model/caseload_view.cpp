#include "app/model/caseload.h"
#include "app/model/views.h"

namespace evenkeel::model {

namespace {

constexpr std::size_t month = static_cast<std::size_t>(month_days);

std::string detail_of(const CaseloadLine& line, Day today) {
    if (!line.confirmed) return "Not confirmed yet";
    if (!line.last_day) return "No entry yet";
    return "Last entry " + relative_day(*line.last_day, today) + " · " +
           std::to_string(line.days_logged_of_28) + " of " + std::to_string(month) + " days";
}

std::string main_need(const CaseloadLine& line, Day today) {
    switch (line.need) {
        case Need::proposal_waits:
            return line.proposals_waiting == 1
                       ? "A proposal waits for your answer"
                       : std::to_string(line.proposals_waiting) + " proposals wait for your answer";
        case Need::went_quiet:
            return "Nothing logged for " +
                   count_of(static_cast<std::size_t>(today - *line.last_day), "day", "days");
        case Need::nothing_yet:
            return "Nothing shared yet";
        case Need::intake_due:
            return "Intake due";
        case Need::none:
            return "";
    }
    return "";
}

// What comes first, and that an intake is due until it is done.
std::string need_of(const CaseloadLine& line, Day today) {
    const std::string need = main_need(line, today);
    const bool says_more = line.intake_due && line.need != Need::intake_due;
    return says_more ? need + " · intake due" : need;
}

}  // namespace

Result<std::vector<CaseLine>> case_lines(client::Profile& profile, const client::Identity& self,
                                         Day today) {
    TRY_ASSIGN(const auto lines, caseload(profile, self));
    std::vector<CaseLine> views;
    for (const CaseloadLine& line : lines) {
        views.push_back({.record = line.record,
                         .name = line.name.reveal(),
                         .detail = detail_of(line, today),
                         .need = need_of(line, today),
                         .waits = line.need == Need::proposal_waits,
                         .confirmed = line.confirmed});
    }
    return views;
}

}  // namespace evenkeel::model
