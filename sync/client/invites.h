// Invites this person issued and that are under way: their secrets, their keys, their offers.
#pragma once

#include "core/domain/invite_under_way.h"
#include "sync/client/identity.h"
#include "sync/client/profile.h"
#include "sync/wire/messages.h"

#include <optional>
#include <string>
#include <vector>

namespace evenkeel::client {

// An invite as this device knows it: from the practice vault (staff), or from a value kept here
// (an own second device, which nobody else need know of).
struct KeptInvite {
    InviteId id;
    trust::InviteSecret secret;
    trust::InviteRole role = trust::InviteRole::client;
    Instant expires;
    UserId user;      // whose device is expected; none: somebody new
    VaultId vault;    // the vault it joins; none: a new one
    EntityId entity;  // of the practice vault; none: kept here only
};

// All that are open, expired ones included: an answer may have come in time.
Result<std::vector<KeptInvite>> open_invites(store::Store& store, const Identity& identity);
// Their keys, for Keyring::set_invites, so that proofs in rosters are checked.
Result<std::vector<trust::InviteKeys>> open_invite_keys(store::Store& store,
                                                        const Identity& identity);

// Keeps the invite and its sealed offer in one transaction.
Result<void> keep_invite(Profile& profile, const Identity& identity, const KeptInvite& invite,
                         const std::string& name, const wire::InviteOffer& offer);
// The link as it was handed over, to show it again.
Result<std::string> link_of(const Identity& identity, const trust::InviteSecret& secret);
// Ends it: the secret is erased here and, by a delta, on every other device. Ids that are none and
// empty names change nothing; repeating it changes nothing.
struct EndedInvite {
    InviteState state = InviteState::confirmed;
    VaultId vault;
    UserId user;
    std::string name;  // as the one who joined gave it
};
Result<void> end_invite(Profile& profile, const Identity& identity, const KeptInvite& invite,
                        const EndedInvite& end);

// An answer may wait on the server until a device of the inviter is online; later than this after
// the invite ran out, it was not given in time.
Instant last_answer_time(const KeptInvite& invite);
// Ends those that nobody can answer any more, so that their secrets are gone.
Result<void> end_stale_invites(Profile& profile, const Identity& identity, Instant now);

// Whether this person's devices ended it: its answer may be forgotten everywhere. False for an
// invite that is not known here (yet).
Result<bool> is_ended(store::Store& store, const Identity& identity, const InviteId& invite);

// Offers the server has not confirmed yet: each turn carries them. Expired ones are dropped here.
Result<std::vector<wire::InviteOffer>> open_offers(store::Store& store, Instant now);
// The server's receipt, or its refusal for good: of an offer, or of its withdrawal.
Result<void> offer_settled(store::Store& store, const InviteId& invite);

// Ends an invite that nobody is to answer any more. The server forgets it at the next turn.
Result<void> withdraw_invite(Profile& profile, const Identity& identity, const KeptInvite& invite);
// Those the server has not been heard to have forgotten: each turn names them.
Result<std::vector<InviteId>> withdrawn_invites(store::Store& store);

}  // namespace evenkeel::client
