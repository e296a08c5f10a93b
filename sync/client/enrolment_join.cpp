#include "core/base/limits.h"
#include "sync/client/enrolment_answer.h"
#include "sync/client/enrolment_call.h"
#include "sync/client/enrolment_pending.h"

namespace evenkeel::client {
namespace {

using trust::InviteRole;
using trust::VaultMember;
using trust::VaultRole;

// An invite that was fetched, opened and found to be the practice's own.
struct OpenedInvite {
    paper::InviteLink link;
    trust::InviteKeys keys;
    trust::InviteBody body;
    std::vector<trust::StaffRoster> staff;

    [[nodiscard]] const trust::StaffRoster& newest() const { return staff.back(); }
};

ServerAddress server_of(const paper::InviteLink& link) {
    return {.transport = link.transport,
            .host = link.host,
            .port = link.port,
            .spki_pin = link.spki_pin};
}

Result<OpenedInvite> fetch_invite(Profile& profile, const std::string& text,
                                  const Connect& connect) {
    OpenedInvite invite;
    TRY_ASSIGN(invite.link, paper::parse_invite_link(text));
    invite.keys = trust::derive_invite_keys(invite.link.secret, invite.link.root);
    const std::unique_ptr<Transport> transport = connect(server_of(invite.link));
    TRY_ASSIGN(const wire::SimpleAnswer answer,
               unsigned_call(*transport, wire::encode(wire::InviteFetch{invite.keys.id})));
    if (answer.status != 0) return refused_call(answer.status);
    TRY_ASSIGN(const wire::FetchedInvite fetched, wire::parse_fetched_invite(answer.payload));
    if (fetched.answered) {
        return refused_call(static_cast<std::uint32_t>(wire::RefusalCode::invite_used));
    }
    TRY_ASSIGN(invite.body, trust::open_invite(invite.keys, fetched.blob));
    TRY_ASSIGN(invite.staff,
               trust::verify_invite(invite.body, invite.link.root, invite.body.staff_chain,
                                    profile.ports().clock.now()));
    if (static_cast<std::uint32_t>(invite.body.role) != static_cast<std::uint32_t>(fetched.role)) {
        return Error(ErrorCode::refused, "The server says something else about the invite.");
    }
    const bool device_without_owner = invite.body.role == InviteRole::device &&
                                      (invite.body.user.is_none() || invite.body.vault.is_none());
    if (device_without_owner || invite.body.user.is_none() != invite.body.vault.is_none()) {
        return Error(ErrorCode::damaged, "The invite does not say what it is for.");
    }
    return invite;
}

bool is_new_client(const trust::InviteBody& body) {
    return body.role == InviteRole::client && body.vault.is_none();
}

// The clinician who invited, with every device the practice vouches for.
void add_inviter(const OpenedInvite& invite, std::vector<VaultMember>& members) {
    for (const trust::StaffUser& user : invite.newest().users) {
        if (user.id != invite.body.inviting_user) continue;
        for (const trust::DevicePublic& device : user.devices) {
            members.push_back({.user = user.id, .role = VaultRole::clinician, .device = device});
        }
    }
}

Result<Bytes> first_care_roster(Random& random, const OpenedInvite& invite,
                                const Identity& identity) {
    const trust::StaffRoster& staff = invite.newest();
    const trust::DevicePublic own = identity.keys.public_part();
    trust::VaultRoster draft;
    draft.vault = identity.care_vault;
    draft.author = own.id;
    draft.type = trust::VaultType::care;
    draft.root = identity.root;
    draft.staff_number = staff.number;
    draft.staff_hash = staff.hash;
    draft.client_approves_staff =
        invite.body.client_approves_staff || staff.policy.client_approves_staff;
    draft.members.push_back(
        {.user = identity.user,
         .role = VaultRole::client,
         .device = own,
         .proof = trust::device_proof(invite.keys, draft.vault, identity.user, own)});
    add_inviter(invite, draft.members);
    draft.members.push_back(trust::recovery_member(staff));
    TRY_ASSIGN(trust::BuiltVaultRoster built,
               trust::build_vault_roster(draft, nullptr, identity.keys.signing, random));
    TRY(trust::check_vault_roster(nullptr, built.bytes, invite.staff, {&invite.keys, 1}));
    return std::move(built.bytes);
}

Result<Bytes> first_private_roster(Random& random, const Identity& identity) {
    trust::VaultRoster draft;
    draft.vault = identity.private_vault;
    draft.author = identity.keys.id;
    draft.type = trust::VaultType::private_;
    draft.root = identity.root;
    draft.members.push_back(
        {.user = identity.user, .role = VaultRole::client, .device = identity.keys.public_part()});
    TRY_ASSIGN(trust::BuiltVaultRoster built,
               trust::build_vault_roster(draft, nullptr, identity.keys.signing, random));
    TRY(trust::check_vault_roster(nullptr, built.bytes, {}, {}));
    return std::move(built.bytes);
}

Identity make_identity(Random& random, const OpenedInvite& invite, const std::string& name) {
    const trust::InviteBody& body = invite.body;
    Identity identity;
    identity.user = body.user.is_none() ? random.id<UserId>() : body.user;
    identity.keys = trust::DeviceKeys::generate(random);
    identity.root = invite.link.root;
    identity.server = server_of(invite.link);
    identity.name = name;
    const bool is_staff =
        body.role == InviteRole::clinician ||
        (body.role == InviteRole::device && body.vault == invite.newest().practice_vault);
    // What kind of staff this is, the staff list will say.
    identity.role = is_staff ? Role::clinician : Role::client;
    if (is_staff) {
        identity.practice_vault = invite.newest().practice_vault;
        return identity;
    }
    identity.care_vault = body.vault.is_none() ? random.id<VaultId>() : body.vault;
    // Who comes back after losing every device lost the private vault too, and begins another. A
    // further device is let into the one there is.
    if (body.role == InviteRole::client) identity.private_vault = random.id<VaultId>();
    return identity;
}

PendingEnrolment::Kind kind_of(const trust::InviteBody& body) {
    if (is_new_client(body)) return PendingEnrolment::Kind::client;
    return body.role == InviteRole::clinician ? PendingEnrolment::Kind::clinician
                                              : PendingEnrolment::Kind::device;
}

// Everything this join will ever send, made once.
Result<PendingEnrolment> prepare(Profile& profile, const OpenedInvite& invite,
                                 const std::string& name) {
    Random& random = profile.ports().random;
    PendingEnrolment pending;
    pending.kind = kind_of(invite.body);
    pending.identity = make_identity(random, invite, name);
    pending.staff_chain = invite.body.staff_chain;
    pending.practice_name = invite.body.practice_name;
    pending.inviter_name = invite.body.inviter_name;
    const Identity& identity = pending.identity;

    Bytes care_roster;
    if (is_new_client(invite.body)) {
        TRY_ASSIGN(care_roster, first_care_roster(random, invite, identity));
        pending.first_rosters.push_back(care_roster);
    }
    if (!identity.private_vault.is_none()) {
        TRY_ASSIGN(Bytes roster, first_private_roster(random, identity));
        pending.first_rosters.push_back(std::move(roster));
    }
    const trust::JoinRequest request{
        .user = identity.user, .device = identity.keys.public_part(), .name = name};
    TRY_ASSIGN(const Bytes sealed, trust::seal_join_request(invite.keys, request, random));
    pending.call =
        wire::encode(wire::InviteAnswerCall{.invite = invite.keys.id,
                                            .role = static_cast<wire::InviteRole>(invite.body.role),
                                            .answer = pack_answer(invite.keys, sealed, care_roster),
                                            .roster = care_roster});
    return pending;
}

}  // namespace

Result<InvitePreview> preview_invite(Profile& profile, const std::string& link,
                                     const Connect& connect) {
    TRY_ASSIGN(const OpenedInvite invite, fetch_invite(profile, link, connect));
    return InvitePreview{.role = invite.body.role,
                         .practice_name = invite.body.practice_name,
                         .inviter_name = invite.body.inviter_name,
                         .sharing_text = invite.body.policy_text};
}

Result<std::optional<Joined>> continue_join(Profile& profile, const std::string& link,
                                            const Connect& connect) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const paper::InviteLink parsed, paper::parse_invite_link(link));
    TRY_ASSIGN(auto identity, load_identity(store));
    if (identity) {
        TRY_ASSIGN(const auto invite, invite_joined_by(store));
        if (invite == trust::derive_invite_keys(parsed.secret, parsed.root).id) {
            return std::optional(joined_as(*std::move(identity)));
        }
        return Error(ErrorCode::refused, "This profile belongs to a practice already.");
    }
    auto resumed = resume_enrolment(profile, connect);
    if (resumed.ok()) return resumed;
    TRY_ASSIGN(const auto pending, load_pending(store));
    if (pending) return resumed.error();
    // Refused for good: nothing is under way any more, and this link has its turn.
    return std::optional<Joined>();
}

Result<Joined> join(Profile& profile, const std::string& link, const std::string& name,
                    const Connect& connect) {
    store::Store& store = profile.store();
    TRY(check_text(name, "The name", limits::name_characters_max));
    if (name.empty()) return Error(ErrorCode::invalid_input, "A name is needed to join.");
    TRY_ASSIGN(auto continued, continue_join(profile, link, connect));
    if (continued) return *std::move(continued);
    TRY_ASSIGN(const OpenedInvite invite, fetch_invite(profile, link, connect));
    TRY_ASSIGN(const PendingEnrolment pending, prepare(profile, invite, name));
    TRY(keep_pending(store, pending));
    return finish_enrolment(profile, pending, Attempt::first, connect);
}

}  // namespace evenkeel::client
