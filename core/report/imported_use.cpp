#include "core/report/imported_use.h"

#include "core/base/limits.h"
#include "core/domain/local_time.h"

#include <algorithm>

namespace evenkeel::report {

std::optional<Meaning> meaning_of(ImportTarget target) {
    switch (target) {
        case ImportTarget::internet:
            return Meaning{UseGroup::internet, Duty::none, "internet"};
        case ImportTarget::social:
            return Meaning{UseGroup::social, Duty::none, "social"};
        case ImportTarget::ai:
            return Meaning{UseGroup::ai, Duty::none, "ai"};
        case ImportTarget::duty:
            return Meaning{UseGroup::internet, Duty::work_or_study, "duty"};
        case ImportTarget::ignore:
            return std::nullopt;
    }
    return std::nullopt;
}

Result<UseEntry> day_entry(Day day, const Meaning& meaning, std::int64_t minutes,
                           const std::string& zone, std::int32_t day_start_minute) {
    const auto most = static_cast<std::int64_t>(limits::day_minutes_max);
    TRY_ASSIGN(const auto bounds, day_bounds(day, zone, day_start_minute));
    TRY_ASSIGN(auto when, make_when(bounds.start, zone, day_start_minute));
    return UseEntry{.when = std::move(when),
                    .group = meaning.group,
                    .minutes = Minutes(static_cast<std::uint32_t>(std::min(minutes, most))),
                    .source = UseSource::imported,
                    .duty = meaning.duty};
}

}  // namespace evenkeel::report
