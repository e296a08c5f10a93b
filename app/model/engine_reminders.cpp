// Reminders while the window is closed: what lies outside the lock follows what is in the store,
// and whoever sees the window is told there and nowhere else.
#include "app/model/coming_reminders.h"
#include "app/model/engine_state.h"
#include "app/model/outside_answers.h"
#include "app/model/settings.h"

namespace evenkeel::model {

namespace {

// Who has not touched the window for so long may not see it, wherever it is.
constexpr std::int64_t attention_ms = 5 * ms_per_minute;
constexpr std::uint32_t pause_days_max = 14;

ReminderFiles files_of(EngineState& state) {
    return {state.setup.profile_directory, state.setup.ports.secrets, state.setup.ports.random};
}

bool has_attention(const EngineState& state) {
    return state.stage == Stage::client && state.settings.remind_closed && state.is_seen &&
           state.now() < state.last_touch + attention_ms;
}

// What was answered outside counts here too.
Result<void> take_answers_of(EngineState& state, ReminderFiles& files) {
    TRY_ASSIGN(const bool any, take_outside_answers(state.setup.profile_directory, *state.desk));
    state.reminders_stale = state.reminders_stale || any;
    TRY(take_answers(*state.desk, state.today, files.read_state()));
    state.changed = true;
    return {};
}

// Another process may be looking whether it is held: then it is taken a moment later.
Result<void> follow_attention(EngineState& state, ReminderFiles& files) {
    if (!has_attention(state)) {
        state.attention.reset();
        return {};
    }
    if (state.attention) return {};
    auto taken = ProcessLock::take(files.attention_path());
    if (!taken.ok()) return {};
    state.attention.emplace(std::move(taken).value());
    TRY(files.tell());
    return take_answers_of(state, files);
}

Result<void> follow(EngineState& state) {
    ReminderFiles files = files_of(state);
    if (std::exchange(state.reminders_stale, false)) {
        TRY(keep_reminders(*state.desk, state.today, state.settings, files));
    }
    return follow_attention(state, files);
}

}  // namespace

void follow_reminders(EngineState& state) {
    if (state.stage != Stage::client || !state.desk) return;
    if (const auto done = follow(state); !done.ok()) tell_error(state, done.error().sentence());
    BackgroundReminders* const background = state.setup.background;
    if (background == nullptr || state.can_show) return;
    state.can_show = background->can_show();
    state.changed = true;
    const bool is_running = ProcessLock::is_held(files_of(state).reminding_path());
    if (!state.settings.remind_closed || is_running) return;
    if (const auto started = background->start(); !started.ok()) {
        tell_error(state, started.error().sentence());
    }
}

Instant attention_ends(const EngineState& state) {
    return state.attention ? state.last_touch + attention_ms : never;
}

Result<void> change_background(EngineState& state, const Settings& settings) {
    BackgroundReminders* const background = state.setup.background;
    if (settings.remind_closed == state.settings.remind_closed) return {};
    if (background == nullptr) {
        return Error(ErrorCode::unsupported,
                     "On this system nothing can remind you while the window is closed.");
    }
    TRY(background->start_at_login(settings.remind_closed || state.counting.wish.closed));
    // Started when the schedule is written.
    if (settings.remind_closed) state.can_show.reset();
    return {};
}

Result<void> perform(EngineState& state, const PauseReminders& asked) {
    TRY(own_desk(state));
    if (asked.days > pause_days_max) {
        return Error(ErrorCode::invalid_input, "Reminders can be paused for 1 to 14 days.");
    }
    Settings settings = state.settings;
    settings.reminders_from.reset();
    if (asked.days > 0) settings.reminders_from = state.today + static_cast<int>(asked.days);
    return perform(state, ChangeSettings{settings});
}

Result<void> perform(EngineState& state, const WindowSeen& asked) {
    state.is_seen = asked.seen;
    return {};
}

}  // namespace evenkeel::model
