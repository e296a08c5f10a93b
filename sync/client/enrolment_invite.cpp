#include "core/base/limits.h"
#include "core/store/sync_store.h"
#include "sync/client/enrolment_call.h"
#include "sync/client/enrolment_text.h"
#include "sync/client/invites.h"
#include "sync/client/members.h"
#include "sync/client/practice_policy.h"
#include "sync/client/server_clock.h"

namespace evenkeel::client {
namespace {

using trust::InviteRole;

Result<void> check_rights(const Identity& identity, InviteRole role) {
    if (role != InviteRole::device && identity.role == Role::client) {
        return Error(ErrorCode::refused, "Only the practice's staff can invite other people.");
    }
    if (role == InviteRole::clinician && identity.role != Role::admin) {
        return Error(ErrorCode::refused, "Only an admin can invite staff.");
    }
    if (role == InviteRole::device && identity.role == Role::clinician) {
        return Error(ErrorCode::refused,
                     "A staff device is added by an admin: ask for an invite for it.");
    }
    if (!identity.confirmed && identity.role != Role::client) {
        return Error(ErrorCode::refused, "This device is not confirmed yet. Sync, then try again.");
    }
    return {};
}

Result<UserId> client_of(const Keyring& keyring, const VaultId& record) {
    const trust::VaultRoster* const roster = keyring.roster(record);
    if (roster != nullptr && roster->type == trust::VaultType::care) {
        for (const trust::VaultMember& member : roster->members) {
            if (member.role == trust::VaultRole::client) return member.user;
        }
    }
    return Error(ErrorCode::not_found, "No client here has that record.");
}

// The person and the vault that a device joins, if they exist already.
Result<void> name_target(const Identity& identity, const Keyring& keyring,
                         const std::optional<VaultId>& record, trust::InviteBody& body) {
    if (body.role == InviteRole::device) {
        body.user = identity.user;
        body.vault = identity.role == Role::client ? identity.care_vault : identity.practice_vault;
        return {};
    }
    if (!record) return {};
    if (body.role != InviteRole::client) {
        return Error(ErrorCode::invalid_input, "Only a client is invited into a record.");
    }
    TRY_ASSIGN(body.user, client_of(keyring, *record));
    body.vault = *record;
    return {};
}

Result<trust::InviteBody> make_body(Profile& profile, const Identity& identity,
                                    const Keyring& keyring, InviteRole role,
                                    const std::optional<VaultId>& record) {
    trust::InviteBody body;
    body.role = role;
    body.root_key = keyring.staff().root_key;
    body.staff_number = keyring.staff().number;
    body.staff_hash = keyring.staff().hash;
    TRY_ASSIGN(body.staff_chain, store::SyncStore(profile.store()).rosters({}));
    body.inviting_user = identity.user;
    body.inviting_device = identity.keys.id;
    TRY(name_target(identity, keyring, record, body));
    const std::int64_t lifetime_ms =
        role == InviteRole::device ? limits::device_invite_lifetime_ms : limits::invite_lifetime_ms;
    TRY_ASSIGN(const ServerClock clock, ServerClock::load(profile.store()));
    const Instant now = clock.corrected(profile.ports().clock.now());
    body.expiry = Instant{now.ms / ms_per_second * ms_per_second} + lifetime_ms;
    body.client_approves_staff = keyring.staff().policy.client_approves_staff;
    TRY_ASSIGN(body.practice_name, practice_name(profile.store(), identity));
    body.inviter_name = identity.name;
    const VaultId told =
        identity.role == Role::client ? identity.care_vault : identity.practice_vault;
    TRY_ASSIGN(const auto policy, policy_in(profile.store(), told));
    body.policy_text = joining_text(role, policy);
    return body;
}

// True if the server has it now; a refusal for good is an error, no network is none.
Result<bool> offer_now(Profile& profile, const Identity& identity, const Connect& connect,
                       const wire::InviteOffer& offer) {
    wire::TurnRequest request;
    request.page_bytes_max = 1;
    request.invites.push_back(offer);
    const std::unique_ptr<Transport> transport = connect(identity.server);
    const auto response = signed_turn(profile, identity, *transport, request);
    if (!response.ok()) {
        if (response.error().code() == ErrorCode::no_network) return false;
        return response.error();
    }
    for (const wire::Refusal& refusal : response.value().refusals) {
        if (refusal.invite != offer.invite || !wire::refused_for_good(refusal.code)) continue;
        TRY(offer_settled(profile.store(), offer.invite));
        return refused_call(static_cast<std::uint32_t>(refusal.code));
    }
    for (const wire::Receipt& receipt : response.value().receipts) {
        if (receipt.invite != offer.invite) continue;
        TRY(offer_settled(profile.store(), offer.invite));
        return true;
    }
    return false;
}

}  // namespace

Result<std::string> link_of(const Identity& identity, const trust::InviteSecret& secret) {
    return paper::format_invite_link({.transport = identity.server.transport,
                                      .host = identity.server.host,
                                      .port = identity.server.port,
                                      .secret = secret,
                                      .root = identity.root,
                                      .spki_pin = identity.server.spki_pin});
}

Result<IssuedInvite> issue_invite(Profile& profile, InviteRole role, const std::string& name,
                                  const std::optional<VaultId>& record, const Connect& connect) {
    store::Store& store = profile.store();
    Random& random = profile.ports().random;
    TRY_ASSIGN(const auto identity, load_identity(store));
    if (!identity) return Error(ErrorCode::refused, "This profile has not joined a practice yet.");
    TRY(check_rights(*identity, role));
    TRY(check_text(name, "The name", limits::name_characters_max));
    TRY_ASSIGN(const Keyring keyring, Keyring::load(store, *identity));
    TRY_ASSIGN(const trust::InviteBody body, make_body(profile, *identity, keyring, role, record));

    const auto secret = trust::InviteSecret::random(random);
    TRY_ASSIGN(const std::string link, link_of(*identity, secret));
    const trust::InviteKeys keys = trust::derive_invite_keys(secret, identity->root);
    TRY_ASSIGN(Bytes blob, trust::seal_invite(keys, body, random));
    const KeptInvite kept{.id = keys.id,
                          .secret = secret,
                          .role = role,
                          .expires = body.expiry,
                          .user = body.user,
                          .vault = body.vault};
    const wire::InviteOffer offer{.invite = keys.id,
                                  .expires = body.expiry,
                                  .role = static_cast<wire::InviteRole>(role),
                                  .blob = std::move(blob)};
    TRY(end_stale_invites(profile, *identity, profile.ports().clock.now()));
    TRY(keep_invite(profile, *identity, kept, name, offer));
    TRY_ASSIGN(const bool offered, offer_now(profile, *identity, connect, offer));
    return IssuedInvite{.link = link, .id = keys.id, .expires = body.expiry, .offered = offered};
}

}  // namespace evenkeel::client
