// The frame of both rosters: fixed header ‖ protobuf body ‖ signature. The signature is checked
// against the key in the header, and that key against who may sign, before any protobuf is parsed.
//
//   off  len
//     0    1  'R'
//     1    1  version 1
//     2    1  kind: 1 staff, 2 vault
//     3    1  0
//     4    4  number, big-endian, from 1
//     8   16  subject: the vault id; of a staff roster the root fingerprint
//    24   16  author device; zeros mean the practice's root key
//    40   32  author's signing key
//    72   32  previous: roster_hash of number - 1; zeros at 1
//   104    N  body: StaffRosterBody or VaultRosterBody of proto/trust.proto
//     …   64  Ed25519("EVEN-STF" or "EVEN-VLT" ‖ all bytes before)
//
//   roster_hash = BLAKE2b("EVEN-ROH" ‖ all bytes)
#pragma once

#include "core/base/ids.h"
#include "sync/trust/primitives.h"

namespace evenkeel::trust {

using RootFingerprint = ByteArray<16>;
// First 16 bytes of BLAKE2b("EVEN-RFP" ‖ root public key): what links carry and clients pin.
RootFingerprint root_fingerprint(const PublicKey& root);

enum class RosterKind : Byte { staff = 1, vault = 2 };

// What every roster has: its place in the chain and who signed it.
struct RosterPlace {
    std::uint32_t number = 1;
    DeviceId author;  // none: ROOT
    Hash32 previous{};
    Hash32 hash{};  // roster_hash of the signed bytes; set by reading and signing

    // Turns a copy of a roster into the draft of the next one.
    void advance();
    [[nodiscard]] bool follows(const RosterPlace& old) const;
};

struct RosterFrame {
    RosterPlace place;
    ByteArray<16> subject{};
    PublicKey author_key{};
    ByteView body;  // valid as long as the parsed bytes
};

// Splits and checks structure, kind, size (64 KiB) and the signature by the key in the header.
// Whether that key may sign is the caller's next question, before it touches `body`.
Result<RosterFrame> open_roster_frame(ByteView bytes, RosterKind kind);
// Refuses more than 64 KiB. Sets `place.hash`.
Result<Bytes> sign_roster_frame(RosterKind kind, const ByteArray<16>& subject, RosterPlace& place,
                                ByteView body, const SigningKeys& author);

Hash32 roster_hash(ByteView bytes);

}  // namespace evenkeel::trust
