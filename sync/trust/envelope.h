// One sealed, signed item in a vault's log. Big-endian:
//
//   off  len
//     0    1  'E'
//     1    1  version 1
//     2    1  suite 1 (XChaCha20-Poly1305)
//     3    1  flags 0 (what an item is stands inside the ciphertext)
//     4   16  vault
//    20   16  author device
//    36    4  epoch: the number of the vault roster whose key seals it, from 1
//    40    8  sequence: 1, 2, 3 … per device and vault
//    48   32  previous: envelope_hash of the same device's sequence - 1; zeros at 1
//    80   32  roster_hash of that vault roster
//   112   24  nonce
//   136    N  ciphertext = AEAD(kdf(K_n, 1, "EVENENVL"), nonce, ad = bytes 0..111, pad(body));
//             N = bucket + 16
//     …   64  signature = Ed25519("EVEN-ENV" ‖ bytes 0..135 ‖ BLAKE2b("EVEN-CTH" ‖ ciphertext))
//
//   envelope_hash = BLAKE2b("EVEN-EVH" ‖ bytes 0..135 ‖ BLAKE2b("EVEN-CTH" ‖ ciphertext) ‖
//   signature)
//
// A stub is what is left when the ciphertext was redacted: bytes 0..135 ‖ BLAKE2b("EVEN-CTH" ‖
// ciphertext)(32) ‖ signature(64), 232 bytes. It keeps the envelope's hash and signature valid, so
// chains still verify; whether the redaction was allowed is another object's business
// (log_object.h). Sealed bytes are kept and sent again as they are, never sealed twice.
#pragma once

#include "core/base/ids.h"
#include "sync/trust/primitives.h"

namespace evenkeel::trust {

constexpr std::size_t envelope_header_bytes = 136;
constexpr std::size_t envelope_stub_bytes = 232;
constexpr std::size_t envelope_plain_bytes_max = 65'535;
// 472, 728, 1,240 … 65,752: nine sizes, nothing between.
constexpr std::size_t envelope_bytes_max = 136 + 65'536 + 16 + 64;

struct EnvelopeHeader {
    VaultId vault;
    DeviceId author;
    std::uint32_t epoch = 0;
    std::uint64_t sequence = 0;
    Hash32 previous{};
    Hash32 roster_hash{};
    friend bool operator==(const EnvelopeHeader&, const EnvelopeHeader&) = default;
};

// A well-formed envelope or stub whose claims are not yet checked. Owns nothing: valid as long as
// the bytes it was parsed from.
class EnvelopeView {
public:
    [[nodiscard]] const EnvelopeHeader& header() const { return header_; }
    [[nodiscard]] bool is_stub() const { return bytes_.size() == envelope_stub_bytes; }
    [[nodiscard]] ByteView bytes() const { return bytes_; }
    [[nodiscard]] ByteView fixed() const { return bytes_.first(envelope_header_bytes); }
    [[nodiscard]] const Hash32& ciphertext_hash() const { return ciphertext_hash_; }
    [[nodiscard]] ByteView signature() const { return bytes_.last(64); }

private:
    friend Result<EnvelopeView> parse_envelope(ByteView bytes);
    EnvelopeView() = default;
    ByteView bytes_;
    EnvelopeHeader header_;
    Hash32 ciphertext_hash_{};
};

// Seals `body` (at most 65,535 bytes). Refuses a header that parse_envelope would refuse.
Result<Bytes> seal_envelope(const EnvelopeHeader& header, const EpochKey& key,
                            const SigningSecret& author, ByteView body, Random& random);

// Checks structure only: magic, known version and suite, flags 0, one of the ten lengths, ids
// present, epoch and sequence from 1, previous zero exactly at sequence 1.
Result<EnvelopeView> parse_envelope(ByteView bytes);

// Whether the holder of `signing_key` wrote this; works for stubs too.
[[nodiscard]] bool verify_author(const EnvelopeView& envelope, const PublicKey& signing_key);

// The body. Call only after verify_author and the chain check. Wrong key, wrong tag and wrong
// padding are one and the same error; a stub has nothing to open (not_found).
Result<Bytes> open_envelope(const EnvelopeView& envelope, const EpochKey& key);

// The same for an envelope and its stub.
Hash32 envelope_hash(const EnvelopeView& envelope);
Bytes make_stub(const EnvelopeView& envelope);

}  // namespace evenkeel::trust
