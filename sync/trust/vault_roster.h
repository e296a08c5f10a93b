// Who may read one vault, with a fresh key for each list. Every change of membership is a new full
// list with a new epoch key K_n: add, remove, lost phone, leave and rotate are one code path.
// Frame: roster_frame.h. Body: VaultRosterBody in proto/trust.proto.
//
//   commitment      kdf(K_n, 3, "EVENCMIT"): who unwraps another key refuses the roster
//   a member's wrap alg 1 ‖ sealed box of (1 ‖ vault(16) ‖ number(4) ‖ K_n(32)): 102 bytes, bound
//                   to vault and number
//   previous key    AEAD(kdf(K_n, 2, "EVENPREV"), K_{n-1}, ad = vault ‖ number); empty at number 1
#pragma once

#include "sync/trust/staff_roster.h"

#include <string>
#include <vector>

namespace evenkeel::trust {

struct InviteKeys;

constexpr std::size_t wrap_bytes = 1 + sealed_extra_bytes + 53;
constexpr std::size_t previous_key_box_bytes = nonce_bytes + EpochKey::size + aead_tag_bytes;

// care: one client, care team, recovery. private_: one client's devices only. practice: all staff
// devices and recovery. notes: one clinician and recovery.
enum class VaultType : Byte { care = 1, private_ = 2, practice = 3, notes = 4 };
enum class VaultRole : Byte { client = 1, clinician = 2, recovery = 3 };

// The recovery sheet's key is a member like any other, under this id; it never signs.
constexpr DeviceId recovery_device_id{
    {'E', 'V', 'E', 'N', '-', 'R', 'E', 'C', 'O', 'V', 'E', 'R', 'Y', 'K', 'E', 'Y'}};

// Says that a new client device holds the secret of an invite: tag = device_tag of invite.h. Only a
// holder of the invite's keys can check it; everyone else sees that it is claimed.
struct InviteProof {
    InviteId invite;
    Hash32 tag{};
    friend bool operator==(const InviteProof&, const InviteProof&) = default;
};

struct VaultMember {
    UserId user;
    VaultRole role = VaultRole::client;
    DevicePublic device;
    std::optional<InviteProof> proof;  // kept for good: it is the device's provenance
    Bytes wrap;                        // set by build_vault_roster
};

// Where a removed device ends. Its envelopes beyond `final_sequence` are refused for ever: cut off
// by sequence, not by clock. Cuts stay in every later roster, and the device never returns.
struct Cut {
    DeviceId device;
    std::uint64_t final_sequence = 0;  // 0: it never wrote
    Hash32 final_hash{};
    bool wipe = false;  // the device shall erase itself when it sees this; never implied
    friend bool operator==(const Cut&, const Cut&) = default;
};

// Break glass with the recovery sheet: visible to everyone in the vault, for good.
struct Emergency {
    UserId acting_user;
    std::string reason;  // 1 to 500 bytes
};

// ROOT is its author in an emergency only.
struct VaultRoster : RosterPlace {
    VaultId vault;
    VaultType type = VaultType::care;
    RootFingerprint root{};
    std::uint32_t staff_number = 0;  // 0 and zeros in a private vault
    Hash32 staff_hash{};
    bool client_approves_staff = false;
    std::vector<VaultMember> members;
    std::vector<Cut> cuts;
    Hash32 key_commitment{};
    Bytes previous_key_box;
    std::optional<Emergency> emergency;
    bool terminal = false;  // the vault is erased; nothing follows

    [[nodiscard]] const VaultMember* member(const DeviceId& device) const;
    [[nodiscard]] const Cut* cut(const DeviceId& device) const;
    // Whether an envelope of `device` with this sequence belongs to the vault's log: always for a
    // member, up to the cut for a former one, never for anybody else.
    [[nodiscard]] bool accepts_sequence(const DeviceId& device, std::uint64_t sequence) const;
};

// Drafts. `next_vault_roster` copies members and cuts and refers to `staff` (null: keep the
// reference); it replaces the recovery key if the practice has a new one.
VaultMember recovery_member(const StaffRoster& staff);
VaultRoster next_vault_roster(const VaultRoster& old, const StaffRoster* staff);
// Takes a device out and cuts it at its head. Unknown devices are left alone.
void remove_device(VaultRoster& draft, const Cut& cut);

struct BuiltVaultRoster {
    Bytes bytes;
    VaultRoster roster;
    EpochKey key;
};
// Draws K_n, wraps it for every member, boxes the previous key (null exactly at number 1) and signs
// as `draft.author`. Checks sizes only: run the check below on the result before publishing it.
Result<BuiltVaultRoster> build_vault_roster(VaultRoster draft, const EpochKey* previous_key,
                                            const SigningKeys& author, Random& random);

// The whole rule of who may change a vault, for devices and server alike; needs no secret.
//
// `old` null asks for number 1: care, private and notes by their only device of the client or
// clinician, practice by an admin's device. `staff` holds the staff rosters known here; the one the
// roster names must be among them (not_found otherwise: fetch it and ask again). `invites` holds
// the invite keys known here: a proof that names one of them must verify; other proofs stand as
// claims.
//
//  1 number is old + 1, previous is old's hash, the author is a member device of `old` with that
//    very key and not recovery; ROOT signs emergencies and nothing else; nothing follows a terminal
//    one. The staff reference never goes back.
//  2 vault, type, root, client and a surviving device's keys, role and user are unchanged.
//  3 every clinician device is certified by the staff roster; a new client device is authored by a
//    device of that client or carries an invite proof. Ids that were cut do not return.
//  4 exactly one recovery member, with the staff roster's key (private: none). The client's
//    last device cannot be removed, only replaced.
//  5 every removed device has a cut; earlier cuts are unchanged.
//  6 where client_approves_staff is set, a client's device authors the arrival of a staff user, and
//    only a client's device takes the policy off.
//  7 every member has one wrap; a private vault has one client's devices only, a notes vault one
//    clinician's, a practice vault staff only. 24 devices (practice 64) and recovery; 8 per user.
//  8 a terminal roster is authored by a clinician (private: the client; practice: an admin).
// The server adds: the staff reference is its newest, and a cut is not below the head it stored.
Result<VaultRoster> check_vault_roster(const VaultRoster* old, ByteView bytes,
                                       std::span<const StaffRoster> staff,
                                       std::span<const InviteKeys> invites);

// What the frame says before any check, for routing and for finding `old`: vault and number.
struct VaultRosterLabel {
    VaultId vault;
    std::uint32_t number = 0;
};
Result<VaultRosterLabel> vault_roster_label(ByteView bytes);

// K_n for the member `device`, refused unless it matches the commitment. `device` is
// recovery_device_id for the recovery sheet's keys.
Result<EpochKey> unwrap_epoch_key(const VaultRoster& roster, const DeviceId& device,
                                  const BoxKeys& keys);
// One step back through history: K_{n-1} from K_n. Check it against the older roster's commitment
// with `matches_commitment` before use.
Result<EpochKey> previous_epoch_key(const VaultRoster& roster, const EpochKey& key);
[[nodiscard]] bool matches_commitment(const VaultRoster& roster, const EpochKey& key);

// The frame's body. Reading fills in everything but what stands in the frame, and is false where a
// length, a count or a choice is not what the format allows.
[[nodiscard]] bool read_vault_body(ByteView bytes, VaultRoster& roster);
Bytes write_vault_body(const VaultRoster& roster);

}  // namespace evenkeel::trust
