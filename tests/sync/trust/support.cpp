#include "tests/sync/trust/support.h"

namespace evenkeel::trust {

// SplitMix64: good enough to tell keys apart, and the same everywhere.
void SeededRandom::fill(std::span<Byte> target) {
    for (Byte& byte : target) {
        std::uint64_t mixed = (state_ += 0x9E3779B97F4A7C15ULL);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
        byte = static_cast<Byte>(mixed >> 56);
    }
    bytes_drawn += target.size();
}

VaultMember member_for(const UserId& user, VaultRole role, const DeviceKeys& device) {
    return {.user = user, .role = role, .device = device.public_part()};
}

Agreement agreement_in(const Practice& practice) {
    return {.vault = practice.vault,
            .id = EntityId{{7}},
            .version = 1,
            .document = to_bytes(as_bytes("No phone after 22:00 on school nights."))};
}

AgreementSignature signed_by(const Agreement& agreement, AgreementRole role,
                             const DeviceKeys& device) {
    return {role, device.public_part(),
            sign_agreement(agreement_hash(agreement), role, device.signing.secret)};
}

AgreementEvidence evidence_of(const Practice& practice) {
    const Agreement agreement = agreement_in(practice);
    return {.agreement = agreement,
            .signatures = {signed_by(agreement, AgreementRole::client, practice.phone),
                           signed_by(agreement, AgreementRole::clinician, practice.clinician)},
            .vault_chain = practice.vault_chain,
            .staff_chain = practice.staff_chain};
}

Practice::Practice(std::uint64_t seed)
    : random(seed),
      sheet(RecoverySeed::random(random)),
      root(derive_recovery_keys(sheet)),
      admin_user(random.id<UserId>()),
      clinician_user(random.id<UserId>()),
      client_user(random.id<UserId>()),
      admin(DeviceKeys::generate(random)),
      clinician(DeviceKeys::generate(random)),
      phone(DeviceKeys::generate(random)),
      stranger(DeviceKeys::generate(random)),
      vault(random.id<VaultId>()) {
    StaffRoster first;
    first.root_key = root.root.public_key;
    first.recovery_box_key = root.recovery.public_key;
    first.users = {{admin_user, StaffRole::admin, {admin.public_part()}},
                   {clinician_user, StaffRole::clinician, {clinician.public_part()}}};
    staff_chain.push_back(sign_staff_roster(first, root.root).value());
    staff_rosters.push_back(first);

    auto built = build_vault_roster(care_draft(), nullptr, phone.signing, random);
    REQUIRE(built.ok());
    auto checked = check_vault_roster(nullptr, built.value().bytes, staff_rosters, {});
    REQUIRE(checked.ok());
    rosters.push_back(checked.value());
    vault_chain.push_back(built.value().bytes);
    keys.push_back(built.value().key);
}

VaultRoster Practice::care_draft() const {
    VaultRoster draft;
    draft.vault = vault;
    draft.author = phone.id;
    draft.root = staff().root();
    draft.staff_number = staff().number;
    draft.staff_hash = staff().hash;
    draft.members = {member_for(client_user, VaultRole::client, phone),
                     member_for(clinician_user, VaultRole::clinician, clinician),
                     recovery_member(staff())};
    return draft;
}

VaultRoster Practice::next_draft(const DeviceKeys& author) const {
    VaultRoster draft = next_vault_roster(rosters.back(), &staff());
    draft.author = author.id;
    return draft;
}

Result<VaultRoster> Practice::try_next(const VaultRoster& draft, const DeviceKeys& author,
                                       std::span<const InviteKeys> invites) {
    TRY_ASSIGN(const auto built, build_vault_roster(draft, &keys.back(), author.signing, random));
    return check_vault_roster(&rosters.back(), built.bytes, staff_rosters, invites);
}

void Practice::publish(const VaultRoster& draft, const DeviceKeys& author) {
    auto built = build_vault_roster(draft, &keys.back(), author.signing, random);
    REQUIRE(built.ok());
    auto checked = check_vault_roster(&rosters.back(), built.value().bytes, staff_rosters, {});
    if (!checked.ok()) FAIL(checked.error().sentence());
    rosters.push_back(checked.value());
    vault_chain.push_back(built.value().bytes);
    keys.push_back(built.value().key);
}

void Practice::publish_staff(StaffRoster draft) {
    draft.author = admin.id;
    const auto bytes = sign_staff_roster(draft, admin.signing);
    REQUIRE(bytes.ok());
    const auto next = verify_next_staff_roster(staff(), bytes.value());
    if (!next.ok()) FAIL(next.error().sentence());
    staff_chain.push_back(bytes.value());
    staff_rosters.push_back(next.value());
}

EnvelopeHeader Practice::header(std::uint64_t sequence, const Hash32& previous) const {
    return {vault, phone.id, rosters.back().number, sequence, previous, rosters.back().hash};
}

Bytes Practice::seal(std::string_view text) {
    return seal_envelope(header(1, {}), keys.back(), phone.signing.secret, as_bytes(text), random)
        .value();
}

}  // namespace evenkeel::trust
