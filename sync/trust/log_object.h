// What a device signs about envelopes besides envelopes, and the hash chains of log and audit.
//
//   off  len
//     0    1  'D'
//     1    1  version 1
//     2    1  kind: 1 redaction, 2 void mark
//     3    1  0
//     4   16  vault
//    20   16  author device of the envelope
//    36    8  sequence of the envelope, big-endian
//    44   32  envelope_hash
//    76   16  signing device
//    92  232  void mark only: the envelope's stub
//     …   64  Ed25519("EVEN-RED" or "EVEN-VOI" ‖ all bytes before)
//
// A redaction (156 bytes) lets the server and peers drop a ciphertext and keep the stub. A void
// mark (388 bytes) fills the place of an envelope that was refused for good, so that the chain has
// no gap. Both count only when the signing device belongs to the same user as the author: the
// caller knows the roster and checks that.
#pragma once

#include "sync/trust/envelope.h"

namespace evenkeel::trust {

struct Redaction {
    VaultId vault;
    DeviceId author;
    std::uint64_t sequence = 0;
    Hash32 envelope_hash{};
    DeviceId signer;
    friend bool operator==(const Redaction&, const Redaction&) = default;
};

struct VoidMark {
    Redaction place;  // which envelope, and who says so
    Bytes stub;
};

Bytes sign_redaction(const Redaction& redaction, const SigningSecret& signer);
// Structure only; the signature is checked by verify_log_object with the named signer's key.
Result<Redaction> parse_redaction(ByteView bytes);

// `refused` may be the full envelope or its stub.
Bytes sign_void_mark(const EnvelopeView& refused, const DeviceId& signer,
                     const SigningSecret& secret);
// Refuses a stub that is not the envelope the mark names. The stub's own signature is still to be
// checked with verify_author.
Result<VoidMark> parse_void_mark(ByteView bytes);

// Whether the signature over a redaction or void mark is that of `signing_key`. False for anything
// that does not parse.
[[nodiscard]] bool verify_log_object(ByteView bytes, const PublicKey& signing_key);

// The server's chain over one vault's log: BLAKE2b("EVEN-LOG" ‖ previous ‖ position(8) ‖ envelope).
// Position starts at 1, previous at zeros. Equal hashes at a cursor mean equal logs up to it.
Hash32 next_log_hash(const Hash32& previous, std::uint64_t position, const Hash32& envelope);

// One line of a vault's access log. Codes are the server's; the chain only fixes them.
struct AccessEntry {
    std::uint64_t index = 0;  // from 1
    std::int64_t utc_ms = 0;
    DeviceId device;
    std::uint16_t action = 0;
    VaultId vault;
    std::uint16_t result = 0;
};
// BLAKE2b("EVEN-AUD" ‖ previous ‖ index(8) ‖ utc_ms(8) ‖ device ‖ action(2) ‖ vault ‖ result(2)).
Hash32 next_access_hash(const Hash32& previous, const AccessEntry& entry);

// A 16-byte id that everyone derives alike: the first half of BLAKE2b("EVEN-EID" ‖ name).
ByteArray<16> derive_entity_id(ByteView name);

}  // namespace evenkeel::trust
