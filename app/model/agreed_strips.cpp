#include "app/model/agreed_strips.h"

#include "app/model/views.h"

#include <algorithm>

namespace evenkeel::model {

AgreedDays agreed_days(const client::BoundaryBook& book, Days days, Role reader) {
    AgreedDays agreed;
    std::uint32_t kept = 0;
    std::uint32_t broken = 0;
    std::uint32_t unknown = 0;
    for (const BoundaryStanding& standing : book.standings) {
        std::vector<insight::Evaluation> evaluations;
        AgreedStrip strip{.boundary = standing.boundary, .title = {}, .sentence = {}, .days = {}};
        for (const insight::DaySummary& day : days) {
            strip.days.push_back(outcome_of(day, standing.boundary));
            const auto found = std::ranges::find(day.boundaries, standing.boundary,
                                                 &insight::BoundaryOfDay::boundary);
            if (found != day.boundaries.end()) evaluations.push_back(found->evaluation);
        }
        if (evaluations.empty()) continue;
        const VersionRecord& version = standing.in_force ? book.versions[*standing.in_force]
                                                         : shown_version(book, standing, reader);
        const insight::Adherence adherence = insight::adherence(evaluations);
        strip.title = short_title(version.document);
        strip.sentence = kept_sentence(adherence);
        kept += adherence.kept;
        broken += adherence.broken;
        unknown += adherence.unknown;
        agreed.strips.push_back(std::move(strip));
    }
    agreed.all = insight::adherence(kept, broken, unknown);
    return agreed;
}

}  // namespace evenkeel::model
