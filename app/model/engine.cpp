#include "app/model/engine.h"

#include "app/model/engine_state.h"
#include "app/model/error_words.h"
#include "app/model/own_use.h"
#include "app/model/reminders.h"
#include "app/model/snapshot_build.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

struct Engine::State : EngineState {
    using EngineState::EngineState;
};

namespace {

std::optional<Instant> lock_due(const EngineState& state) {
    if (!state.profile || state.settings.lock_after_minutes == 0) return std::nullopt;
    return state.last_touch + state.settings.lock_after_minutes * ms_per_minute;
}

// The logical day goes on by itself; who looked at the day that was today looks at the new one.
// While locked nobody looks, and the time zones, which take long to be found, are not needed.
void follow_the_day(EngineState& state) {
    if (!state.profile) return;
    const auto today = logical_day(state.now(), state.zone());
    if (!today.ok() || today.value() == state.today) return;
    if (state.shown == state.today || state.shown > today.value()) state.shown = today.value();
    state.today = today.value();
    state.drafts.reset();
    state.opened.reset();
    if (state.desk) state.desk->journal.reset();
    forget_clients(state);
    state.changed = true;
}

// A roster may have named this device meanwhile, a further device learns its records only then, and
// a restored copy gets a new id.
Result<void> know_self(EngineState& state) {
    TRY_ASSIGN(auto self, client::load_identity(state.profile->store()));
    const bool was_confirmed = state.self->confirmed;
    if (self) state.self = std::move(self);
    if (state.desk && state.self->confirmed != was_confirmed) state.desk->forget();
    const bool is_elsewhere =
        state.is_client() && state.desk && state.desk->record() != state.self->care_vault;
    if (is_elsewhere) state.desk.emplace(*state.profile, state.self->care_vault);
    return {};
}

// The numbers of a turn that ended, or began.
void read_report(EngineState& state) {
    const std::size_t received = state.report.received;
    const std::size_t turns = state.report.turns;
    state.report = state.turn->report();
    state.report_is_old = false;
    if (state.report.received != received) {
        if (state.desk) state.desk->forget();
        state.shared.reset();
        state.opened.reset();
    }
    if (state.report.turns != turns || state.report.received != received) {
        state.people.reset();
        forget_clients(state);
        look_after_leaving(state);
        for (const auto& looked : {know_self(state), look_at_invite(state), look_after_tools(state),
                                   look_after_safety(state)}) {
            if (!looked.ok()) tell_error(state, looked.error().sentence());
        }
    }
    state.changed = true;
}

// A member of its records removed this device, and asked by their signed word that it holds nothing
// any more.
void erase_profile(EngineState& state) {
    state.turn.reset();
    state.desk.reset();
    state.settings.own_numbers.clear();
    state.counting = {};
    state.counts_here.reset();
    const auto erased = client::Profile::erase(std::move(state.profile));
    close_profile(state);
    state.stage = Stage::failed;
    state.failure = erased.ok()
                        ? tr("This device was removed. It erased what it held, as it was asked to.")
                        : error_words(erased.error().sentence());
}

// Of a client only. What cannot be written is tried again with the next minute: nobody waits for
// it.
void count_own_use(EngineState& state, Instant now) {
    const std::int64_t gap_ms = now - state.last_touch;
    if (state.stage != Stage::client || !state.profile || gap_ms <= 0 || gap_ms > stay_gap_ms) {
        return;
    }
    state.own_use_ms += gap_ms;
    const std::int64_t minutes = state.own_use_ms / ms_per_minute;
    if (minutes == 0) return;
    const auto added =
        add_own_use(state.profile->store(), state.today, static_cast<std::uint32_t>(minutes));
    if (added.ok()) state.own_use_ms -= minutes * ms_per_minute;
}

void go_on_syncing(EngineState& state, int wait_ms) {
    if (!state.turn) return;
    const Instant before = state.turn->next_deadline();
    if (const auto done = state.turn->tick(state.now(), wait_ms); !done.ok()) {
        tell_error(state, done.error().sentence());
    }
    if (state.turn->next_deadline() != before) read_report(state);
    if (state.report.erase_asked) erase_profile(state);
}

}  // namespace

Engine::Engine(EngineSetup setup) : state_(std::make_unique<State>(std::move(setup))) {
    start(*state_);
}

Engine::~Engine() {
    put_counts_away(*state_);
    follow_reminders(*state_);
}

void Engine::handle(const Intent& intent) {
    EngineState& state = *state_;
    touched();
    follow_the_day(state);
    const auto done = std::visit([&](const auto& asked) { return perform(state, asked); }, intent);
    if (!done.ok()) tell_error(state, done.error().sentence());
    ++state.handled;
    state.changed = true;
}

void Engine::tick(int wait_ms) {
    EngineState& state = *state_;
    const Instant now = state.now();
    if (const auto due = lock_due(state); due && now >= *due) {
        close_profile(state);
        return;
    }
    if (state.saved && now >= state.saved->until) {
        state.saved.reset();
        state.undo_record.reset();
        state.changed = true;
    }
    follow_the_day(state);
    if (now >= state.reminder_due) {
        state.reminder_due = never;  // until the snapshot says when
        state.changed = true;
    }
    follow_reminders(state);
    go_on_drafting(state);
    go_on_counting(state);
    go_on_syncing(state, wait_ms);
}

Instant Engine::next_deadline() const {
    const EngineState& state = *state_;
    if (state.reminders_stale && state.stage == Stage::client) return state.now();
    Instant due = std::min({state.reminder_due, attention_ends(state), counting_due(state)});
    if (state.turn) due = std::min(due, state.turn->next_deadline());
    if (state.drafting.under_way()) due = std::min(due, state.now() + drafting_look_ms);
    if (state.saved) due = std::min(due, state.saved->until);
    if (const auto lock = lock_due(state)) due = std::min(due, *lock);
    if (state.profile) {
        const auto day = day_bounds(state.today, state.zone());
        if (day.ok()) due = std::min(due, day.value().end);
    }
    return due;
}

void Engine::touched() {
    const Instant now = state_->now();
    count_own_use(*state_, now);
    state_->last_touch = now;
}

SnapshotPtr Engine::snapshot() {
    EngineState& state = *state_;
    if (!state.changed && state.newest) return state.newest;
    if (state.turn && state.report_is_old) read_report(state);
    state.newest = build_snapshot(state);
    state.reminders_stale = true;
    state.changed = false;
    return state.newest;
}

}  // namespace evenkeel::model
