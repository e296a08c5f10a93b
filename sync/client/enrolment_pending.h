// An enrolment under way: everything that was made for it, kept in one value before the first byte
// goes to the server, so that a crash or a lost answer anywhere ends in the same enrolment and
// never in half of one. The profile gets its identity only when the server has taken it.
#pragma once

#include "sync/client/enrolment.h"

#include <optional>

namespace evenkeel::client {

struct PendingEnrolment {
    enum class Kind : Byte { practice = 1, client = 2, clinician = 3, device = 4 };

    Kind kind = Kind::client;
    Identity identity;  // as it will be saved
    Bytes call;         // the body of POST /v1, the same at every try
    std::vector<Bytes> staff_chain;
    std::vector<Bytes> first_rosters;  // of the vaults this device made
    std::string practice_name;
    std::string inviter_name;
};

Result<std::optional<PendingEnrolment>> load_pending(store::Store& store);
Result<void> keep_pending(store::Store& store, const PendingEnrolment& pending);
// The server refused it for good: the profile is as if nothing had been tried.
Result<void> drop_pending(store::Store& store);

// The invite by which this profile joined, once it did; none of who created a practice.
Result<std::optional<InviteId>> invite_joined_by(store::Store& store);
// What joining came to, with the safety number of this device.
Joined joined_as(Identity identity);

// A repeated try may find that the server took the first one.
enum class Attempt { first, repeated };
// Sends the call, makes sure the server took it (also where only its answer was lost), and turns
// the pending enrolment into this profile's identity, rosters and first entries.
Result<Joined> finish_enrolment(Profile& profile, const PendingEnrolment& pending, Attempt attempt,
                                const Connect& connect);

}  // namespace evenkeel::client
