// The parts of the session brief, one function each. Private to app/model.
#pragma once

#include "app/model/ranges.h"
#include "app/model/session_brief.h"
#include "core/insight/level_change.h"

namespace evenkeel::model {

struct BriefTime {
    Day first;
    Day today;
    std::optional<Instant> since;  // the last session began; none: no session is on record
    [[nodiscard]] std::size_t day_count() const {
        return static_cast<std::size_t>(today - first) + 1;
    }
};

// Everything the parts look at.
struct BriefSource {
    RecordDesk& desk;
    const client::BoundaryBook& book;
    BriefTime time;
    Ranges ranges;
    const std::vector<BoundaryReview>& reviews;
};

// The medians, and whether the days lie higher: said only as far as the days allow it.
std::string mood_sentences(const Ranges& ranges);
std::string trend_sentence(const insight::LevelChange& change);

std::vector<BriefBoundary> brief_boundaries(const BriefSource& source);
// What AI was used for, and use inside the hours that were agreed to be without it.
std::vector<std::string> use_details(const BriefSource& source);

struct BriefPages {
    std::vector<BriefPage> pages;
    std::string sentence;
    std::size_t waiting = 0;  // for a reply, of any time
    std::optional<Day> oldest_waiting;
};
Result<BriefPages> brief_pages(const BriefSource& source);

// Tools that were logged and have no verdict, or an old one.
Result<std::vector<std::string>> tools_due(const BriefSource& source);

std::vector<std::string> to_do(const BriefSource& source, const BriefPages& pages, bool intake_due,
                               const std::vector<std::string>& tools);

}  // namespace evenkeel::model
