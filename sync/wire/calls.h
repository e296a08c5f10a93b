// The bodies of POST /v1. Its first byte says which call it is; all but the turn are unsigned,
// because their caller has no key the server knows yet, and are fixed layouts without protobuf.
//
//   0x01  turn           a request frame (sync/trust/request_frame.h) around a TurnRequest
//   0x02  invite fetch   0x02 ‖ invite(16)
//   0x03  invite answer  0x03 ‖ invite(16) ‖ role(1) ‖ answer length(4) ‖ answer ‖ roster
//                        `roster` is the first roster of a client's new care vault, else empty
//   0x04  set-up         0x04 ‖ set-up code(16) ‖ first staff roster
//   0x05  rebirth        0x05 ‖ count(2) ‖ count × (length(4) ‖ staff roster): a practice's whole
//                        staff chain, offered to an empty server that was told its root
//   0x06  wiped          0x06 ‖ what a removed device signed that erased itself (wipe_receipt.h)
//
// The answer to a turn is a TurnResponse. The others answer status(1) ‖ payload: the status is 0
// for done or a RefusalCode; the payload of a fetch is expires_ms(8) ‖ role(1) ‖ state(1: 0 open,
// 1 answered) ‖ blob. HTTP status is 200 for all of these; 400 for what is no call, 401 for
// anything not authenticated, 409 for a well-signed turn whose counter the device has passed
// already (a copy of it is ahead, or this one was restored), 413 too large, 429 too often, 503 when
// the disk or database takes nothing now; those carry no body.
#pragma once

#include "sync/wire/messages.h"

namespace evenkeel::wire {

enum class Call : Byte {
    turn = 1,
    invite_fetch = 2,
    invite_answer = 3,
    set_up = 4,
    rebirth = 5,
    wiped = 6
};

// The bytes in front of the request frame are none: a frame starts with its version, 1 =
// Call::turn.

struct InviteFetch {
    InviteId invite;
};
struct InviteAnswerCall {
    InviteId invite;
    InviteRole role = InviteRole::client;
    Bytes answer;
    Bytes roster;
};
struct SetUp {
    ByteArray<16> code{};  // as the server printed it: sync/paper/setup_code.h
    Bytes staff_roster;
};
struct Rebirth {
    std::vector<Bytes> staff_rosters;
};

struct WipedCall {
    Bytes receipt;
};

Bytes encode(const InviteFetch& call);
Bytes encode(const InviteAnswerCall& call);
Bytes encode(const SetUp& call);
Bytes encode(const Rebirth& call);
Bytes encode(const WipedCall& call);
Result<InviteFetch> parse_invite_fetch(ByteView body);
Result<InviteAnswerCall> parse_invite_answer(ByteView body);
Result<SetUp> parse_set_up(ByteView body);
Result<Rebirth> parse_rebirth(ByteView body);
Result<WipedCall> parse_wiped(ByteView body);

// Answers to unsigned calls.
struct SimpleAnswer {
    std::uint32_t status = 0;  // 0 done, else a RefusalCode
    Bytes payload;
};
struct FetchedInvite {
    Instant expires;
    InviteRole role = InviteRole::client;
    bool answered = false;
    Bytes blob;
};
Bytes encode(const SimpleAnswer& answer);
Result<SimpleAnswer> parse_simple_answer(ByteView body);
Bytes encode(const FetchedInvite& invite);
Result<FetchedInvite> parse_fetched_invite(ByteView payload);

}  // namespace evenkeel::wire
