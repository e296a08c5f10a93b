// Enrolment by a one-time link. The link carries a 128-bit secret and the practice's root
// fingerprint, so the server can neither read nor forge what the two sides tell each other, and
// even a leaked secret cannot replace the practice.
//
//   link    carries the secret(16) and the root fingerprint(16): sync/paper/invite_link.h
//   M       BLAKE2b("EVEN-INV" ‖ secret ‖ root fingerprint)
//   id      kdf(M, 1), 16 bytes: all the server ever sees
//   blob    AEAD(kdf(M, 2), InviteBody, ad = id)                      inviter to joiner
//   tags    crypto_auth(kdf(M, 3), …)                                 joiner to inviter
//   request AEAD(kdf(M, 4), JoinRequest, ad = id)                     joiner to inviter
//           all kdf under "EVENINVT"
#pragma once

#include "core/base/time.h"
#include "sync/trust/vault_roster.h"

#include <string>
#include <vector>

namespace evenkeel::trust {

using InviteSecret = SecretBytes<16, struct InviteSecretKind>;

struct InviteKeys {
    InviteId id;
    SymmetricKey blob;
    SymmetricKey mac;
    SymmetricKey join;
};
InviteKeys derive_invite_keys(const InviteSecret& secret, const RootFingerprint& root);

enum class InviteRole : Byte { client = 1, clinician = 2, device = 3 };

// What the inviter tells the joiner. Texts are cut to their limits and cleaned by `display_text`
// when opened.
struct InviteBody {
    InviteRole role = InviteRole::client;
    PublicKey root_key{};
    std::uint32_t staff_number = 0;  // the newest staff roster the inviter knows
    Hash32 staff_hash{};
    std::vector<Bytes> staff_chain;  // number 1 on; may be empty where it is too long: then fetched
    UserId inviting_user;
    DeviceId inviting_device;
    UserId user;    // device and re-invite: the user the new device is to belong to; else none
    VaultId vault;  // device and re-invite: the existing vault; else none
    Instant expiry;
    bool client_approves_staff = false;
    std::string practice_name, inviter_name;  // at most 80 characters each
    std::string policy_text;  // what will be shared and how to stop; 4,000 characters
};

constexpr std::size_t invite_blob_bytes_max = 256 * 1024;
Result<Bytes> seal_invite(const InviteKeys& keys, const InviteBody& body, Random& random);
Result<InviteBody> open_invite(const InviteKeys& keys, ByteView blob);

// The joiner's decision whether to trust an opened invite: the root key has the link's fingerprint,
// the chain (the body's own, or the one fetched) verifies from it, is not older than the one the
// body names and contains that very one, the inviting device is certified there (except for
// InviteRole::device sent by a client's own device, which no staff roster knows), and the expiry
// has not passed. Returns the chain's rosters.
Result<std::vector<StaffRoster>> verify_invite(const InviteBody& body, const RootFingerprint& root,
                                               std::span<const Bytes> staff_chain, Instant now);

// Proof over what the joiner uploads (a roster_hash), and its check by the inviter.
Hash32 accept_tag(const InviteKeys& keys, const Hash32& uploaded);
[[nodiscard]] bool verify_accept_tag(const InviteKeys& keys, const Hash32& uploaded, ByteView tag);
// Proof over one device's keys in one vault, carried inside vault rosters.
InviteProof device_proof(const InviteKeys& keys, const VaultId& vault, const UserId& user,
                         const DevicePublic& device);
[[nodiscard]] bool verify_device_proof(const InviteKeys& keys, const VaultId& vault,
                                       const VaultMember& member);

// What a new clinician or a new device of a known user uploads for the inviter.
struct JoinRequest {
    UserId user;
    DevicePublic device;
    std::string name;  // of the person or of the device; at most 80 characters
};
Result<Bytes> seal_join_request(const InviteKeys& keys, const JoinRequest& request, Random& random);
Result<JoinRequest> open_join_request(const InviteKeys& keys, ByteView sealed);

// Thirty digits in six groups of five that both sides compare in session; any other practice, key
// or vault gives other digits.
std::string safety_number(const RootFingerprint& root, const DevicePublic& device,
                          const VaultId& vault);

}  // namespace evenkeel::trust
