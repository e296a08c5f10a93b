// Who works in the practice, with which devices; signed by the practice's root key or by an admin's
// device. Full state, numbered and chained. It names no person and no client.
#pragma once

#include "sync/trust/device_keys.h"
#include "sync/trust/roster_frame.h"

#include <vector>

namespace evenkeel::trust {

enum class StaffRole : Byte { admin = 1, clinician = 2 };

struct StaffUser {
    UserId id;
    StaffRole role = StaffRole::clinician;
    std::vector<DevicePublic> devices;
};

struct StaffPolicy {
    std::uint32_t auto_lock_minutes_max = 15;
    // New staff need a client's device as author of the roster that adds them (42 CFR Part 2).
    bool client_approves_staff = false;
};

struct StaffRoster : RosterPlace {
    PublicKey root_key{};  // never changes within one practice
    std::vector<StaffUser> users;
    std::vector<DeviceId> revoked;  // only grows
    PublicKey recovery_box_key{};
    std::vector<Hash32> tls_spki_pins;  // current and next, at most 4
    StaffPolicy policy;
    VaultId practice_vault;  // none until it was made

    [[nodiscard]] RootFingerprint root() const { return root_fingerprint(root_key); }
    // The certified device and its user, or null. A revoked device is in no user's list.
    [[nodiscard]] const DevicePublic* device(const DeviceId& id) const;
    [[nodiscard]] const StaffUser* user_of(const DeviceId& device) const;
};

// A draft with the next number on top of `old`; edit it, then sign it.
StaffRoster next_staff_roster(const StaffRoster& old);
// Takes `device` from its user and puts it on the revoked list; a user without devices goes too.
void revoke_staff_device(StaffRoster& draft, const DeviceId& device);

// Signs as ROOT when `author` is none, else as that admin device. Checks what any reader can check
// of a roster by itself; the chain rules are verify_next's. Sets `roster.hash`.
Result<Bytes> sign_staff_roster(StaffRoster& roster, const SigningKeys& author);

// Number 1: signed by the root key whose fingerprint came with the invite or the set-up.
Result<StaffRoster> verify_first_staff_roster(ByteView bytes, const RootFingerprint& expected);

// Number n+1: right number and previous hash; signed by ROOT or an admin's device of `old`; the
// root key is the same; a surviving device keeps its keys and user; a device that is gone is
// revoked; a revoked one never returns. More than 64 devices, 8 per user or 64 KiB are refused.
Result<StaffRoster> verify_next_staff_roster(const StaffRoster& old, ByteView bytes);

// Number 1 to the newest, without gaps: every roster in order, for checks that name an older one.
Result<std::vector<StaffRoster>> verify_staff_chain(std::span<const Bytes> chain,
                                                    const RootFingerprint& expected);

}  // namespace evenkeel::trust
