// The birth of a practice.
#include "core/base/limits.h"
#include "sync/client/enrolment_pending.h"
#include "sync/paper/recovery_sheet.h"
#include "sync/paper/setup_code.h"
#include "sync/wire/calls.h"

namespace evenkeel::client {
namespace {

Result<Bytes> first_staff_roster(const Identity& identity, const trust::RecoveryKeys& recovery,
                                 trust::StaffRoster& roster) {
    roster.root_key = recovery.root.public_key;
    roster.recovery_box_key = recovery.recovery.public_key;
    roster.practice_vault = identity.practice_vault;
    roster.users.push_back({.id = identity.user,
                            .role = trust::StaffRole::admin,
                            .devices = {identity.keys.public_part()}});
    if (identity.server.spki_pin) roster.tls_spki_pins.push_back(*identity.server.spki_pin);
    return trust::sign_staff_roster(roster, recovery.root);
}

Result<Bytes> first_practice_roster(Random& random, const Identity& identity,
                                    const trust::StaffRoster& staff) {
    trust::VaultRoster draft;
    draft.vault = identity.practice_vault;
    draft.author = identity.keys.id;
    draft.type = trust::VaultType::practice;
    draft.root = identity.root;
    draft.staff_number = staff.number;
    draft.staff_hash = staff.hash;
    draft.client_approves_staff = staff.policy.client_approves_staff;
    draft.members.push_back({.user = identity.user,
                             .role = trust::VaultRole::clinician,
                             .device = identity.keys.public_part()});
    draft.members.push_back(trust::recovery_member(staff));
    TRY_ASSIGN(trust::BuiltVaultRoster built,
               trust::build_vault_roster(draft, nullptr, identity.keys.signing, random));
    TRY(trust::check_vault_roster(nullptr, built.bytes, {&staff, 1}, {}));
    return std::move(built.bytes);
}

Result<PendingEnrolment> prepare(Random& random, const PracticeRequest& request,
                                 const trust::RecoveryKeys& recovery,
                                 const paper::SetupCode& code) {
    PendingEnrolment pending{.kind = PendingEnrolment::Kind::practice};
    Identity& identity = pending.identity;
    identity.role = Role::admin;
    identity.user = random.id<UserId>();
    identity.keys = trust::DeviceKeys::generate(random);
    identity.root = trust::root_fingerprint(recovery.root.public_key);
    identity.server = request.server;
    identity.name = request.clinician_name;
    identity.practice_vault = random.id<VaultId>();
    identity.confirmed = true;  // by the root key itself
    pending.practice_name = request.practice_name;

    trust::StaffRoster staff;
    TRY_ASSIGN(Bytes staff_bytes, first_staff_roster(identity, recovery, staff));
    TRY_ASSIGN(const trust::StaffRoster checked,
               trust::verify_first_staff_roster(staff_bytes, identity.root));
    TRY_ASSIGN(Bytes practice_bytes, first_practice_roster(random, identity, checked));
    pending.call = wire::encode(wire::SetUp{.code = code, .staff_roster = staff_bytes});
    pending.staff_chain.push_back(std::move(staff_bytes));
    pending.first_rosters.push_back(std::move(practice_bytes));
    return pending;
}

Result<void> check_names(const PracticeRequest& request) {
    TRY(check_text(request.practice_name, "The practice's name", limits::name_characters_max));
    TRY(check_text(request.clinician_name, "The clinician's name", limits::name_characters_max));
    if (request.practice_name.empty() || request.clinician_name.empty()) {
        return Error(ErrorCode::invalid_input, "Both names are needed.");
    }
    return {};
}

}  // namespace

Result<CreatedPractice> create_practice(
    Profile& profile, const PracticeRequest& request,
    const std::function<Result<void>(const std::string& sheet)>& keep_sheet,
    const Connect& connect) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const paper::SetupCode code, paper::parse_setup_code(request.setup_code));
    TRY(check_names(request));
    TRY_ASSIGN(const auto identity, load_identity(store));
    if (identity) {
        return Error(ErrorCode::refused, "This profile belongs to a practice already.");
    }
    TRY_ASSIGN(const auto earlier, load_pending(store));
    if (earlier) {
        TRY_ASSIGN(Joined joined, finish_enrolment(profile, *earlier, Attempt::repeated, connect));
        return CreatedPractice{.identity = std::move(joined.identity), .recovery_sheet = {}};
    }
    Random& random = profile.ports().random;
    const auto seed = trust::RecoverySeed::random(random);
    const trust::RecoveryKeys recovery = trust::derive_recovery_keys(seed);
    const std::string sheet = paper::format_recovery_sheet(seed);
    TRY_ASSIGN(const PendingEnrolment pending, prepare(random, request, recovery, code));
    TRY(keep_sheet(sheet));
    TRY(keep_pending(store, pending));
    TRY_ASSIGN(Joined joined, finish_enrolment(profile, pending, Attempt::first, connect));
    return CreatedPractice{.identity = std::move(joined.identity), .recovery_sheet = sheet};
}

}  // namespace evenkeel::client
