// Screen time counted while the window is closed, by the program that reminds: it is told what to
// count, stands back while this one counts, and its minutes are added here.
#include "app/model/engine_state.h"
#include "app/model/outside_answers.h"
#include "app/model/outside_counts.h"
#include "app/model/reminder_files.h"
#include "app/model/use_rules.h"
#include "core/words/tr.h"

namespace evenkeel::model {

namespace {

ReminderFiles files_of(EngineState& state) {
    return {state.setup.profile_directory, state.setup.ports.secrets, state.setup.ports.random};
}

Result<void> stop_outside(EngineState& state, ReminderFiles& files) {
    TRY(files.remove_counting());
    if (state.counting.wish.closed) return {};
    return forget_outside_counts(state.setup.profile_directory, state.profile->store());
}

// The wish is the one that is there, as long as it is.
Result<void> tell_what_counts(EngineState& state, ReminderFiles& files) {
    const auto told = files.read_counting();
    OutsideCounting wanted;
    state.setup.ports.random.fill(wanted.wish);
    if (told.ok()) wanted.wish = told.value().wish;
    TRY_ASSIGN(wanted.key, answer_key(*state.desk));
    TRY_ASSIGN(wanted.own_rules, own_rules(state.profile->store()));
    // Whoever watches it would wake up for nothing.
    if (told.ok() && print_counting(told.value()) == print_counting(wanted)) return {};
    return files.write_counting(wanted);
}

Result<void> follow(EngineState& state) {
    ReminderFiles files = files_of(state);
    const Counting& wish = state.counting.wish;
    if (wish.by != CountingBy::window || !wish.closed || wish.paused) {
        return stop_outside(state, files);
    }
    TRY(tell_what_counts(state, files));
    BackgroundReminders* const background = state.setup.background;
    if (background == nullptr || ProcessLock::is_held(files.reminding_path())) return {};
    return background->start();
}

}  // namespace

// Another process may be looking whether it is held: then it is taken a moment later.
void hold_counting(EngineState& state) {
    if (!state.counting.counter.is_on()) return state.counts_here.reset();
    if (state.counts_here) return;
    auto taken = ProcessLock::take(files_of(state).counting_here_path());
    if (taken.ok()) state.counts_here.emplace(std::move(taken).value());
}

void follow_counting_outside(EngineState& state) {
    hold_counting(state);
    take_counts_of_outside(state);
    const auto done = follow(state);
    if (!done.ok()) tell_error(state, done.error().sentence());
}

void take_counts_of_outside(EngineState& state) {
    if (!state.profile || !state.desk || !state.counting.wish.closed) return;
    const auto taken = take_outside_counts(state.setup.profile_directory, *state.desk, state.today);
    if (!taken.ok()) return tell_error(state, taken.error().sentence());
    state.changed = state.changed || taken.value();
}

Result<void> perform(EngineState& state, const SetCountingClosed& asked) {
    TRY(own_desk(state));
    BackgroundReminders* const background = state.setup.background;
    Counting wish = state.counting.wish;
    if (wish.by != CountingBy::window || background == nullptr) {
        return Error(ErrorCode::refused, "Nothing can count here while the window is closed.");
    }
    TRY(background->start_at_login(asked.closed || state.settings.remind_closed));
    put_counts_away(state);
    // What one wrote that was just ending when this was turned off last stays forgotten.
    if (asked.closed && !wish.closed) {
        TRY(forget_outside_counts(state.setup.profile_directory, state.profile->store()));
    }
    wish.closed = asked.closed;
    TRY(write_counting(state.profile->store(), wish));
    state.counting.wish = wish;
    follow_counting_outside(state);
    tell_saved(state, asked.closed ? tr("Counting goes on while the window is closed")
                                   : tr("Counting stops when the window is closed"));
    return {};
}

}  // namespace evenkeel::model
