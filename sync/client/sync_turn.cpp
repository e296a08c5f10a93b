#include "sync/client/sync_turn.h"

#include "sync/client/sync_turn_state.h"
#include "sync/client/turn_request.h"
#include "sync/client/unwanted.h"
#include "sync/trust/request_frame.h"

namespace evenkeel::client {
namespace {

constexpr std::int64_t gather_ms = 1'500;  // a burst of edits goes in one turn
constexpr int step_ms = 250;

}  // namespace

// A turn that got no answer is sent again as it was, unless there is more to say by now.
Result<void> SyncTurn::State::begin(Instant now) {
    if (frame.empty()) {
        TRY(prepare_turn(parts, now));
        TRY_ASSIGN(request, make_turn_request(parts, now));
        TRY_ASSIGN(const std::uint64_t number, parts.counter.next());
        frame = trust::make_frame(parts.identity.root, parts.identity.keys.id, number,
                                  wire::encode(request), parts.identity.keys.signing.secret);
    }
    parts.report.state = SyncState::sending;
    parts.report.bytes_up += frame.size();
    ++parts.report.turns;
    if (const auto started = transport.start(frame); !started.ok()) {
        fail(SyncState::offline, started.error().sentence(), now);
        return {};
    }
    phase = Phase::turn;
    return {};
}

SyncTurn::SyncTurn(Profile& profile, Identity identity, Transport& transport) {
    // A keyring that cannot be read is told by the first tick: constructors cannot fail.
    auto keyring = Keyring::load(profile.store(), identity);
    auto clock = ServerClock::load(profile.store());
    if (!keyring.ok() || !clock.ok()) {
        broken_ = keyring.ok() ? clock.error() : keyring.error();
        return;
    }
    state_ = std::make_unique<State>(
        TurnState(profile, std::move(identity), std::move(keyring).value(), clock.value()),
        transport);
}

SyncTurn::~SyncTurn() = default;

Result<void> SyncTurn::tick(Instant now, int wait_ms) {
    if (broken_) return *broken_;
    State& state = *state_;
    if (state.phase == State::Phase::idle && now >= state.due) {
        if (auto begun = state.begin(now); !begun.ok()) {
            state.fail(SyncState::waiting, begun.error().sentence(), now);
            return begun;
        }
    }
    if (state.phase != State::Phase::idle) {
        auto answer = state.transport.poll(wait_ms);
        if (!answer) return {};
        auto taken = state.receive(std::move(*answer), now);
        if (!taken.ok()) state.fail(SyncState::waiting, taken.error().sentence(), now);
        return taken;
    }
    if (state.closes && now >= *state.closes) {
        state.transport.cancel();
        state.closes.reset();
    }
    return {};
}

Instant SyncTurn::next_deadline() const {
    if (broken_) return {INT64_MAX};
    if (state_->phase != State::Phase::idle) return {};  // poll again at once
    return state_->closes ? std::min(*state_->closes, state_->due) : state_->due;
}

void SyncTurn::wake(Instant now) {
    if (broken_) return;
    State& state = *state_;
    if (state.phase != State::Phase::idle) {
        state.woken = true;
        return;
    }
    state.frame.clear();  // there is more to say than in the request that failed
    if (state.parts.report.state == SyncState::offline) return;
    state.due = std::min(state.due, now + gather_ms);
    if (state.parts.report.state == SyncState::settled) {
        state.parts.report.state = SyncState::waiting;
    }
}

void SyncTurn::hurry(Instant now) {
    if (broken_ || state_->phase != State::Phase::idle) return;
    state_->frame.clear();
    state_->backoff.reset();
    state_->due = now;
}

SyncReport SyncTurn::report() {
    if (broken_) {
        SyncReport report;
        report.state = SyncState::refused;
        report.why = broken_->sentence();
        return report;
    }
    TurnState& parts = state_->parts;
    SyncReport report = parts.report;
    // Numbers come from the rows themselves; one that cannot be read stays at zero.
    const auto number = [](Result<std::size_t> count) { return count.ok() ? count.value() : 0; };
    report.pending = number(parts.sync.pending_entries());
    report.quarantined = number(parts.sync.quarantined_count());
    if (const auto until = parts.sync.quarantined_until(); until.ok()) {
        report.quarantined_until = until.value();
    }
    if (const auto unwanted = load_unwanted(parts.store); unwanted.ok()) {
        report.unwanted = unwanted.value().size();
    }
    report.deletions_held = number(parts.sync.held_deletions());
    if (const auto parked = parts.sync.parked_reasons(); parked.ok()) {
        report.parked = parked.value().size();
    }
    report.clock_ahead_ms = parts.clock.ahead_ms();
    return report;
}

Result<SyncReport> SyncTurn::run_until_settled(std::int64_t limit_ms) {
    if (broken_) return *broken_;
    const Clock& clock = state_->parts.profile.ports().clock;
    hurry(clock.now());
    const Instant began = clock.now();
    std::int64_t waited_ms = 0;  // by a clock that stands still, as in tests
    while (clock.now() - began + waited_ms < limit_ms) {
        const Instant now = clock.now();
        TRY(tick(now, step_ms));
        const bool is_idle = state_->phase == State::Phase::idle;
        if (is_idle && state_->due > clock.now()) break;
        if (clock.now() == now) waited_ms += step_ms;
    }
    return report();
}

}  // namespace evenkeel::client
