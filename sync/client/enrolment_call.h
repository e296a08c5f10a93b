// Single calls to the server outside the sync turn's own rhythm: the unsigned ones of enrolment,
// and one signed turn that carries rosters and nothing of the outbox.
#pragma once

#include "sync/client/enrolment.h"
#include "sync/wire/calls.h"

namespace evenkeel::client {

// Sends one unsigned call. A refusal is an answer with its status, not an error.
Result<wire::SimpleAnswer> unsigned_call(Transport& transport, Bytes body);
// The error a refused call is told as; `status` is not 0.
Error refused_call(std::uint32_t status);

// Sends one signed turn. Refused as unknown (HTTP 401) is ErrorCode::not_found here.
Result<wire::TurnResponse> signed_turn(Profile& profile, const Identity& identity,
                                       Transport& transport, const wire::TurnRequest& request);

// What such a turn begins with: all cursors as they are, so that the server need not send again
// what is here; items are left for the sync turn.
Result<wire::TurnRequest> request_beside_turn(store::Store& store, const Keyring& keyring);

// Whether the server knows this device: what a repeated call asks when its first answer was lost.
Result<bool> device_is_known(Profile& profile, const Identity& identity, Transport& transport);

// Pushes rosters in one signed turn, and takes into the keyring what the server took of them and
// what others had published before. True if that changed anything here.
struct Push {
    std::vector<Bytes> staff_rosters;
    std::vector<Bytes> vault_rosters;
};
Result<bool> push_rosters(Profile& profile, const Identity& identity, Keyring& keyring,
                          Transport& transport, const Push& push);

}  // namespace evenkeel::client
