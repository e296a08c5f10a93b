// The first half of a request, on the thread that received it: who is calling, may they call now,
// and what do they say. Nothing a caller without a key sends reaches the protobuf parser.
//
// The order is: frame length, device known, signature, rate, protobuf.
// An unknown device costs the same signature check as a known one, and gets the same answer.
#pragma once

#include "sync/server/directory.h"
#include "sync/server/rates.h"
#include "sync/trust/envelope.h"
#include "sync/trust/request_frame.h"
#include "sync/wire/calls.h"

#include <variant>

namespace evenkeel::server {

// The HTTP statuses there are. All but `ok` carry no body.
enum class Status : int {
    ok = 200,
    malformed = 400,
    unauthenticated = 401,
    counter_behind = 409,  // signed well, but the device has already used a higher counter
    too_large = 413,
    too_often = 429,
    unavailable = 503,
};

struct Reply {
    Status status = Status::ok;
    Bytes body;
};

struct PreparedTurn {
    DeviceId device;
    RequestCounter counter;
    wire::TurnRequest request;
    // One for each of the request's, viewing into it; none: malformed. Their authors are checked by
    // the turn, when the rosters of the same request are known.
    std::vector<std::optional<trust::EnvelopeView>> envelopes;
};

struct PreparedAnswer {
    wire::InviteAnswerCall call;
    Hash32 hash{};  // of the whole call
};

using PreparedCall = std::variant<PreparedTurn, wire::InviteFetch, PreparedAnswer, wire::SetUp,
                                  wire::Rebirth, wire::WipedCall>;

class Admission {
public:
    Admission(const Directory& directory, const RateLimits& limits);

    // `network` names where an unsigned call comes from, for its rate limit.
    std::variant<Reply, PreparedCall> admit(ByteView body, const std::string& network, Instant now);

private:
    std::variant<Reply, PreparedCall> admit_turn(ByteView body, Instant now);
    std::variant<Reply, PreparedCall> admit_unsigned(ByteView body);

    const Directory& directory_;
    Rates rates_;
    trust::PublicKey nobody_;  // any valid key: its verdict is never used, only its time
};

}  // namespace evenkeel::server
