// What each answer of the network and the server makes of the sync turn's state.
#include "sync/client/server_loss.h"
#include "sync/client/sync_turn_state.h"
#include "sync/client/turn_request.h"
#include "sync/wire/calls.h"

namespace evenkeel::client {
namespace {

constexpr std::int64_t poll_ms = 15LL * 60 * 1000;  // when nothing happens here
constexpr std::int64_t linger_ms = 5'000;           // a connection is kept this long for more
// Turns in a row that only offer something again; then the server is given time.
constexpr int hopeful_turns_max = 3;

// The HTTP statuses the server answers with (sync/wire/calls.h).
constexpr int http_ok = 200;
constexpr int http_malformed = 400;
constexpr int http_unauthenticated = 401;
constexpr int http_counter_behind = 409;
constexpr int http_no_length = 411;
constexpr int http_too_large = 413;
constexpr int http_not_binary = 415;
constexpr int http_too_often = 429;
constexpr int http_long_headers = 431;
constexpr int http_unavailable = 503;

}  // namespace

// Waits longer each time; nothing is dropped, however often it fails (R45).
void SyncTurn::State::fail(SyncState state, std::string why, Instant now) {
    phase = Phase::idle;
    parts.report.state = state;
    parts.report.why = std::move(why);
    due = now + backoff.next_ms();
    closes.reset();
}

Result<void> SyncTurn::State::receive(Result<HttpAnswer> answer, Instant now) {
    const Phase was = std::exchange(phase, Phase::idle);
    if (!answer.ok()) {
        const bool is_wrong = answer.error().code() == ErrorCode::wrong_server;
        fail(is_wrong ? SyncState::refused : SyncState::offline, answer.error().sentence(), now);
        return {};
    }
    parts.report.bytes_down += answer.value().body.size();
    return was == Phase::rebirth ? take_rebirth(answer.value(), now)
                                 : take_answer(answer.value(), now);
}

Result<void> SyncTurn::State::take_answer(const HttpAnswer& answer, Instant now) {
    switch (answer.status) {
        case http_ok:
            break;
        case http_unauthenticated:
            return take_unknown_device(now);
        case http_counter_behind:
            return take_counter_behind(now);
        case http_too_large:
            return take_too_large(now);
        case http_too_often:
            fail(SyncState::waiting, "The server asks to wait a little.", now);
            return {};
        case http_unavailable:
            fail(SyncState::waiting, "The server cannot store anything just now.", now);
            return {};
        case http_malformed:
        case http_no_length:
        case http_not_binary:
        case http_long_headers:
            // The same bytes would be refused again; the next try is made anew.
            frame.clear();
            fail(SyncState::refused, "The server did not understand the request.", now);
            return {};
        default:
            fail(SyncState::offline, "Something else answered in the server's place.", now);
            return {};
    }
    const auto response = wire::parse_turn_response(answer.body);
    if (!response.ok()) {
        fail(SyncState::refused, "Something answered that is not the practice's server.", now);
        return {};
    }
    if (response.value().protocol != wire::protocol_version) {
        frame.clear();
        fail(SyncState::refused, "The server speaks another version; update one side.", now);
        return {};
    }
    frame.clear();
    TRY_ASSIGN(const TurnOutcome outcome, apply_response(parts, request, response.value(), now));
    counter_jumped = rebirth_tried = false;
    if (parts.report.erase_asked) {
        fail(SyncState::refused, "This device was removed and erases what it holds.", now);
        return {};
    }
    return finish(outcome, now);
}

// Smaller requests from now on (R32): what was taken is taken, the rest follows.
Result<void> SyncTurn::State::take_too_large(Instant now) {
    frame.clear();
    if (parts.request_bytes == TurnState::envelope_bytes_min) {
        fail(SyncState::waiting, "The server takes only smaller requests.", now);
        return {};
    }
    parts.request_bytes = std::max(parts.request_bytes / 2, TurnState::envelope_bytes_min);
    due = now;
    return {};
}

Result<void> SyncTurn::State::finish(const TurnOutcome& outcome, Instant now) {
    parts.report.last_success = now;
    parts.report.why.clear();
    TRY_ASSIGN(const bool work, has_work(parts, now));
    if (outcome.quota) {
        fail(SyncState::waiting, "The server takes no more for now; it will be tried again.", now);
        return {};
    }
    hopeful_turns = outcome.progress ? 0 : hopeful_turns + 1;
    const bool goes_on = outcome.progress || std::exchange(woken, false) ||
                         (outcome.hopeful && hopeful_turns <= hopeful_turns_max);
    if (goes_on && (outcome.more || work)) {
        backoff.reset();
        parts.report.state = SyncState::sending;
        due = now;
        return {};
    }
    if (work || outcome.more) {
        fail(SyncState::waiting, "Something waits that the server did not take yet.", now);
        return {};
    }
    return settle(now);
}

Result<void> SyncTurn::State::settle(Instant now) {
    backoff.reset();
    hopeful_turns = 0;
    parts.report.state = SyncState::settled;
    due = now + poll_ms;
    closes = now + linger_ms;
    return {};
}

// Another copy of this device used higher numbers, or this profile was restored from a backup.
Result<void> SyncTurn::State::take_counter_behind(Instant now) {
    frame.clear();
    if (counter_jumped) {
        fail(SyncState::waiting, "Another copy of this device is busy with the server.", now);
        return {};
    }
    counter_jumped = true;
    due = now;
    return parts.counter.jump(now);
}

// 401 has no body and several reasons: this device is not confirmed yet, it was removed, or the
// server is new and empty. Whatever it is, everything stays here (R44).
Result<void> SyncTurn::State::take_unknown_device(Instant now) {
    frame.clear();
    if (!parts.identity.confirmed) {
        fail(SyncState::waiting, "This device waits to be confirmed by the one who invited it.",
             now);
        return {};
    }
    fail(SyncState::refused,
         "The server does not know this device: it was removed, or the server is not the same. "
         "Everything is kept here.",
         now);
    if (rebirth_tried) return {};
    rebirth_tried = true;
    return begin_rebirth();
}

Result<void> SyncTurn::State::begin_rebirth() {
    TRY_ASSIGN(auto call, make_rebirth_call(parts));
    if (!call) return {};
    parts.report.bytes_up += call->size();
    if (transport.start(std::move(*call)).ok()) phase = Phase::rebirth;
    return {};
}

Result<void> SyncTurn::State::take_rebirth(const HttpAnswer& answer, Instant now) {
    const auto simple = answer.status == 200
                            ? wire::parse_simple_answer(answer.body)
                            : Error(ErrorCode::refused, "The server did not take the practice.");
    if (!simple.ok() || simple.value().status != 0) return {};  // what was said before stays said
    TRY(parts.store.transaction([&] { return start_over(parts); }));
    due = now;
    return {};
}

}  // namespace evenkeel::client
