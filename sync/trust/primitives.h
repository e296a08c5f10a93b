// The only door to libsodium: keys that wipe themselves, and one function per use of cryptography.
// Nothing here reads a clock or a file; randomness is handed in. The choices are those of
// SECURITY.md, section 2. No caller ever chooses a nonce or an algorithm.
#pragma once

#include "core/base/bytes.h"
#include "core/base/ports.h"
#include "core/base/result.h"

#include <algorithm>
#include <initializer_list>
#include <memory>
#include <optional>

namespace evenkeel::trust {

// Eight bytes before everything that is hashed or signed, so that bytes made for one purpose can
// never be taken for another.
struct Tag {
    ByteArray<8> bytes{};
    consteval Tag(const char (&text)[9]) {  // NOLINT: implicit on purpose
        for (std::size_t i = 0; i < 5; ++i) {
            if (text[i] != "EVEN-"[i]) throw "a tag reads EVEN-xxx";
        }
        for (std::size_t i = 0; i < 8; ++i) bytes[i] = static_cast<Byte>(text[i]);
    }
};

// Every tag there is. Two uses never share one; a test reads them here and tries all pairs.
namespace tag {
inline constexpr Tag envelope{"EVEN-ENV"}, ciphertext{"EVEN-CTH"}, envelope_hash{"EVEN-EVH"},
    log_chain{"EVEN-LOG"}, access_chain{"EVEN-AUD"}, redaction{"EVEN-RED"}, void_mark{"EVEN-VOI"},
    staff_roster{"EVEN-STF"}, vault_roster{"EVEN-VLT"}, roster_hash{"EVEN-ROH"},
    root_fingerprint{"EVEN-RFP"}, invite{"EVEN-INV"}, invite_accept{"EVEN-ACC"},
    invite_device{"EVEN-JOI"}, safety_number{"EVEN-SAF"}, link_check{"EVEN-CHK"},
    request{"EVEN-REQ"}, request_payload{"EVEN-PAY"}, key_encryption{"EVEN-KEK"},
    agreement{"EVEN-AGR"}, agreement_signature{"EVEN-AGS"}, entity_id{"EVEN-EID"},
    wiped{"EVEN-WIP"}, reminder{"EVEN-REM"};
}  // namespace tag

// Overwrites `target` with zeros in a way the compiler may not leave out.
void wipe(std::span<Byte> target);

// Memory for keys: kept out of the swap space and of crash files as far as the system lets this
// process lock memory, between pages nobody may touch, and zeroed when it is given back.
struct ReleaseKeyMemory {
    void operator()(Byte* memory) const;
};
using KeyMemory = std::unique_ptr<Byte[], ReleaseKeyMemory>;
KeyMemory key_memory(std::size_t size);  // holds zeros

// A secret of fixed size in memory for keys. One that was moved from holds nothing. `Kind` keeps
// keys for different uses apart at compile time. It has no ==, no stream and no formatter.
template <std::size_t size_, typename Kind = void>
class SecretBytes {
public:
    static constexpr std::size_t size = size_;

    SecretBytes() = default;
    SecretBytes(const SecretBytes& other) { std::ranges::copy(other.view(), bytes_.get()); }
    SecretBytes& operator=(const SecretBytes& other) { return *this = SecretBytes(other); }
    SecretBytes(SecretBytes&&) noexcept = default;
    SecretBytes& operator=(SecretBytes&&) noexcept = default;

    // Takes exactly `size` bytes; anything else is no secret.
    static std::optional<SecretBytes> from(ByteView view) {
        if (view.size() != size_) return std::nullopt;
        SecretBytes secret;
        std::ranges::copy(view, secret.bytes_.get());
        return secret;
    }
    static SecretBytes random(Random& random) {
        SecretBytes secret;
        random.fill(secret.writable());
        return secret;
    }

    [[nodiscard]] ByteView view() const { return {bytes_.get(), bytes_ ? size_ : 0}; }
    [[nodiscard]] std::span<Byte> writable() { return {bytes_.get(), bytes_ ? size_ : 0}; }
    bool operator==(const SecretBytes&) const = delete;

private:
    KeyMemory bytes_ = key_memory(size_);
};

using SymmetricKey = SecretBytes<32>;
using EpochKey = SecretBytes<32, struct EpochKeyKind>;            // K_n of a vault
using SigningSecret = SecretBytes<64, struct SigningSecretKind>;  // Ed25519: seed, public key
using BoxSecret = SecretBytes<32, struct BoxSecretKind>;          // X25519
using PublicKey = ByteArray<32>;                                  // either curve
using Signature = ByteArray<64>;

struct SigningKeys {
    SigningSecret secret;
    PublicKey public_key{};
};
struct BoxKeys {
    BoxSecret secret;
    PublicKey public_key{};
};

using Parts = std::initializer_list<ByteView>;  // read one after the other, nothing in between

// BLAKE2b-256 of tag and parts. Parts of variable length come last, or their length comes first.
Hash32 hash(Tag tag, Parts parts);
Hash32 keyed_hash(ByteView key, Tag tag, Parts parts);  // key of 16 to 64 bytes

// libsodium's crypto_kdf. Contexts are eight characters and live beside their use.
void derive_into(std::span<Byte> target, ByteView master, std::uint64_t subkey,
                 const char (&context)[9]);
template <typename Secret = SymmetricKey>
Secret derive(ByteView master, std::uint64_t subkey, const char (&context)[9]) {
    Secret secret;
    derive_into(secret.writable(), master, subkey, context);
    return secret;
}

SigningKeys signing_keys_from_seed(const SymmetricKey& seed);
BoxKeys box_keys_from_seed(const SymmetricKey& seed);
SigningKeys generate_signing_keys(Random& random);
BoxKeys generate_box_keys(Random& random);

// Ed25519 over tag ‖ parts. Verification refuses S that is not canonical and keys of small order.
Signature sign(Tag tag, const SigningSecret& secret, Parts parts);
[[nodiscard]] bool verify(Tag tag, const PublicKey& key, Parts parts, ByteView signature);

// libsodium's sealed box (crypto_box_seal_open opens it), except that the ephemeral key comes from
// `random`: epk(32) ‖ box(plaintext), nonce = BLAKE2b-192(epk ‖ target). Refuses a key of small
// order.
constexpr std::size_t sealed_extra_bytes = 48;
Result<Bytes> seal_to(const PublicKey& target, ByteView plaintext, Random& random);
Result<Bytes> open_sealed(const BoxSecret& secret, const PublicKey& own, ByteView sealed);

// XChaCha20-Poly1305: nonce(24) ‖ ciphertext ‖ tag(16). The nonce is drawn inside, every time.
constexpr std::size_t nonce_bytes = 24;
constexpr std::size_t aead_tag_bytes = 16;
Bytes aead_seal(const SymmetricKey& key, ByteView plaintext, ByteView associated, Random& random);
// One error whatever is wrong; nothing of the plaintext is ever returned with it.
Result<Bytes> aead_open(const SymmetricKey& key, ByteView sealed, ByteView associated);

// crypto_auth: HMAC-SHA-512-256.
Hash32 authenticate(const SymmetricKey& key, ByteView bytes);
[[nodiscard]] bool verify_authentication(const SymmetricKey& key, ByteView bytes, ByteView tag);

// Argon2id. Costs under the floor are refused wherever they come from, so that a changed file
// cannot make guessing cheap; costs over the ceiling are refused so that it cannot hang the device.
struct PasswordCost {
    std::uint32_t passes = 0;
    std::uint32_t memory_kib = 0;
    friend bool operator==(const PasswordCost&, const PasswordCost&) = default;
};
constexpr PasswordCost password_cost_floor{.passes = 2, .memory_kib = 64 * 1024};
constexpr PasswordCost password_cost_ceiling{.passes = 64, .memory_kib = 4 * 1024 * 1024 - 1};
constexpr PasswordCost password_cost_desktop{.passes = 3, .memory_kib = 256 * 1024};
constexpr PasswordCost password_cost_passphrase{.passes = 4, .memory_kib = 1024 * 1024};
using Salt = ByteArray<16>;
Result<SymmetricKey> stretch_password(std::string_view password, const Salt& salt,
                                      PasswordCost cost);

// Compares in a time that does not depend on where the bytes differ; false for unequal lengths.
[[nodiscard]] bool equal_constant_time(ByteView left, ByteView right);

// ISO 7816-4 padding to the next power of two from 256 B to 64 KiB; at most 65,535 bytes go in.
// `unpad` refuses every size that `pad` would not have chosen for what it finds.
Result<Bytes> pad(ByteView body);
Result<Bytes> unpad(Bytes padded);

}  // namespace evenkeel::trust
