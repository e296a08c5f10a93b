#include "app/model/minute_counter.h"

#include "core/domain/local_time.h"

namespace evenkeel::model {

namespace {

// As an import has it: what no rule names is internet in a browser, and not counted elsewhere.
UseTarget target_of(const report::ImportRules& rules, const WindowInFront& seen) {
    const std::string& program = seen.program.reveal();
    const auto otherwise =
        report::browser_of(rules, program) ? UseTarget::internet : UseTarget::ignore;
    return report::classify_window(rules, program, seen.title.reveal()).value_or(otherwise);
}

}  // namespace

void MinuteCounter::count_by(report::ImportRules rules) { rules_ = std::move(rules); }

Result<void> MinuteCounter::look(ActiveWindow& desktop, Instant now, const std::string& zone) {
    // A clock that was set back must not keep it waiting.
    if (now < next_look_ && next_look_ - now <= look_ms) return {};
    next_look_ = now + look_ms;
    TRY_ASSIGN(const WindowInFront seen, desktop.look());
    if (seen.idle_ms >= idle_ms_max || seen.program.reveal().empty()) return {};
    const auto place = place_of(target_of(*rules_, seen));
    if (!place) return {};
    TRY_ASSIGN(const Day day, logical_day(now, zone));
    ++counts_[day][*place];
    return {};
}

}  // namespace evenkeel::model
