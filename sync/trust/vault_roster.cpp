#include "sync/trust/vault_roster.h"

#include "sync/trust/layout.h"

namespace evenkeel::trust {
namespace {

constexpr Byte wrap_algorithm = 1;
constexpr Byte wrap_version = 1;

SymmetricKey commitment_of(const EpochKey& key) { return derive(key.view(), 3, "EVENCMIT"); }
SymmetricKey previous_box_key(const EpochKey& key) { return derive(key.view(), 2, "EVENPREV"); }

// vault ‖ number: what binds a wrap and a previous-key box to their place.
Bytes place_of(const VaultRoster& roster) {
    Bytes place;
    append_fields(place, std::tie(roster.vault, roster.number));
    return place;
}

Result<Bytes> wrap_key(const VaultRoster& roster, const VaultMember& member, const EpochKey& key,
                       Random& random) {
    Bytes plaintext{wrap_version};
    append(plaintext, place_of(roster));
    append(plaintext, key.view());
    auto sealed = seal_to(member.device.box_key, plaintext, random);
    wipe(plaintext);
    if (!sealed.ok()) return sealed.error();
    Bytes wrap{wrap_algorithm};
    append(wrap, sealed.value());
    ASSERT(wrap.size() == wrap_bytes);
    return wrap;
}

}  // namespace

const VaultMember* VaultRoster::member(const DeviceId& id) const {
    const auto found =
        std::ranges::find(members, id, [](const VaultMember& member) { return member.device.id; });
    return found == members.end() ? nullptr : &*found;
}

const Cut* VaultRoster::cut(const DeviceId& id) const {
    const auto found = std::ranges::find(cuts, id, &Cut::device);
    return found == cuts.end() ? nullptr : &*found;
}

bool VaultRoster::accepts_sequence(const DeviceId& device, std::uint64_t sequence) const {
    if (const VaultMember* found = member(device)) return found->role != VaultRole::recovery;
    const Cut* end = cut(device);
    return end != nullptr && sequence <= end->final_sequence;
}

VaultMember recovery_member(const StaffRoster& staff) {
    return {.user = {recovery_device_id.bytes},
            .role = VaultRole::recovery,
            .device = {.id = recovery_device_id, .box_key = staff.recovery_box_key}};
}

VaultRoster next_vault_roster(const VaultRoster& old, const StaffRoster* staff) {
    VaultRoster draft = old;
    draft.advance();
    draft.emergency.reset();
    if (staff == nullptr || old.type == VaultType::private_) return draft;
    draft.staff_number = staff->number;
    draft.staff_hash = staff->hash;
    for (VaultMember& member : draft.members) {
        if (member.role == VaultRole::recovery) member = recovery_member(*staff);
    }
    return draft;
}

void remove_device(VaultRoster& draft, const Cut& cut) {
    const auto removed = std::erase_if(
        draft.members, [&](const VaultMember& member) { return member.device.id == cut.device; });
    if (removed > 0) draft.cuts.push_back(cut);
}

Result<BuiltVaultRoster> build_vault_roster(VaultRoster draft, const EpochKey* previous_key,
                                            const SigningKeys& author, Random& random) {
    ASSERT((previous_key == nullptr) == (draft.number == 1));
    EpochKey key = EpochKey::random(random);
    for (VaultMember& member : draft.members) {
        TRY_ASSIGN(member.wrap, wrap_key(draft, member, key, random));
    }
    const SymmetricKey commitment = commitment_of(key);
    std::copy_n(commitment.view().begin(), commitment.size, draft.key_commitment.begin());
    draft.previous_key_box.clear();
    if (previous_key != nullptr) {
        draft.previous_key_box =
            aead_seal(previous_box_key(key), previous_key->view(), place_of(draft), random);
    }
    TRY_ASSIGN(Bytes bytes, sign_roster_frame(RosterKind::vault, draft.vault.bytes, draft,
                                              write_vault_body(draft), author));
    return BuiltVaultRoster{std::move(bytes), std::move(draft), std::move(key)};
}

Result<VaultRosterLabel> vault_roster_label(ByteView bytes) {
    TRY_ASSIGN(const RosterFrame frame, open_roster_frame(bytes, RosterKind::vault));
    return VaultRosterLabel{{frame.subject}, frame.place.number};
}

bool matches_commitment(const VaultRoster& roster, const EpochKey& key) {
    return equal_constant_time(commitment_of(key).view(), roster.key_commitment);
}

Result<EpochKey> unwrap_epoch_key(const VaultRoster& roster, const DeviceId& device,
                                  const BoxKeys& keys) {
    const VaultMember* member = roster.member(device);
    if (member == nullptr) {
        return Error(ErrorCode::not_found, "This device is not a member of that record.");
    }
    const Error damaged(ErrorCode::damaged,
                        "The key of this record does not fit its list of members.");
    const ByteView wrap = member->wrap;
    if (wrap.size() != wrap_bytes || wrap[0] != wrap_algorithm) return damaged;
    TRY_ASSIGN(Bytes plaintext, open_sealed(keys.secret, keys.public_key, wrap.subspan(1)));
    const Bytes place = place_of(roster);
    const bool placed = plaintext[0] == wrap_version &&
                        std::equal(place.begin(), place.end(), plaintext.begin() + 1);
    const auto key = *EpochKey::from(ByteView(plaintext).last(EpochKey::size));
    wipe(plaintext);
    if (!placed || !matches_commitment(roster, key)) return damaged;
    return key;
}

Result<EpochKey> previous_epoch_key(const VaultRoster& roster, const EpochKey& key) {
    if (roster.number == 1) {
        return Error(ErrorCode::not_found, "This record has no earlier key.");
    }
    TRY_ASSIGN(Bytes plaintext,
               aead_open(previous_box_key(key), roster.previous_key_box, place_of(roster)));
    const auto previous = EpochKey::from(plaintext);
    wipe(plaintext);
    if (!previous) return Error(ErrorCode::damaged, "The earlier key of this record is damaged.");
    return *previous;
}

}  // namespace evenkeel::trust
