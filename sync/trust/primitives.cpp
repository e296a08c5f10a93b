#include "sync/trust/primitives.h"

#include "core/base/limits.h"

#include <sodium.h>

namespace evenkeel::trust {
namespace {

// Chooses libsodium's fastest implementations once, before the first use.
void ready() {
    static const bool initialised = sodium_init() >= 0;
    ASSERT(initialised);
}

Hash32 hash_with(ByteView key, Tag tag, Parts parts) {
    ready();
    crypto_generichash_state state;
    Hash32 digest{};
    crypto_generichash_init(&state, key.empty() ? nullptr : key.data(), key.size(), digest.size());
    crypto_generichash_update(&state, tag.bytes.data(), tag.bytes.size());
    for (const ByteView part : parts) {
        crypto_generichash_update(&state, part.data(), part.size());
    }
    crypto_generichash_final(&state, digest.data(), digest.size());
    sodium_memzero(&state, sizeof state);
    return digest;
}

Bytes tagged(Tag tag, Parts parts) {
    Bytes message = to_bytes(tag.bytes);
    for (const ByteView part : parts) append(message, part);
    return message;
}

std::size_t bucket_of(std::size_t body_bytes) {
    std::size_t bucket = limits::envelope_body_bytes_min;
    while (bucket <= body_bytes) bucket *= 2;
    return bucket;
}

Error does_not_open() {
    return {ErrorCode::damaged, "This could not be opened with the key given."};
}

}  // namespace

void ReleaseKeyMemory::operator()(Byte* memory) const { sodium_free(memory); }

// libsodium locks what the limit of the process allows, and hands out the rest unlocked.
KeyMemory key_memory(std::size_t size) {
    ready();
    KeyMemory memory(static_cast<Byte*>(sodium_malloc(size)));
    ASSERT(memory != nullptr);
    sodium_memzero(memory.get(), size);
    return memory;
}

void wipe(std::span<Byte> target) { sodium_memzero(target.data(), target.size()); }

Hash32 hash(Tag tag, Parts parts) { return hash_with({}, tag, parts); }

Hash32 keyed_hash(ByteView key, Tag tag, Parts parts) {
    ASSERT(key.size() >= crypto_generichash_KEYBYTES_MIN &&
           key.size() <= crypto_generichash_KEYBYTES_MAX);
    return hash_with(key, tag, parts);
}

void derive_into(std::span<Byte> target, ByteView master, std::uint64_t subkey,
                 const char (&context)[9]) {
    ready();
    ASSERT(master.size() == crypto_kdf_KEYBYTES);
    ASSERT(crypto_kdf_derive_from_key(target.data(), target.size(), subkey, context,
                                      master.data()) == 0);
}

SigningKeys signing_keys_from_seed(const SymmetricKey& seed) {
    ready();
    SigningKeys keys;
    crypto_sign_seed_keypair(keys.public_key.data(), keys.secret.writable().data(),
                             seed.view().data());
    return keys;
}

BoxKeys box_keys_from_seed(const SymmetricKey& seed) {
    ready();
    BoxKeys keys;
    crypto_box_seed_keypair(keys.public_key.data(), keys.secret.writable().data(),
                            seed.view().data());
    return keys;
}

SigningKeys generate_signing_keys(Random& random) {
    return signing_keys_from_seed(SymmetricKey::random(random));
}
BoxKeys generate_box_keys(Random& random) {
    return box_keys_from_seed(SymmetricKey::random(random));
}

Signature sign(Tag tag, const SigningSecret& secret, Parts parts) {
    ready();
    const Bytes message = tagged(tag, parts);
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(),
                         secret.view().data());
    return signature;
}

bool verify(Tag tag, const PublicKey& key, Parts parts, ByteView signature) {
    ready();
    if (signature.size() != crypto_sign_BYTES) return false;
    const Bytes message = tagged(tag, parts);
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                       key.data()) == 0;
}

Result<Bytes> seal_to(const PublicKey& target, ByteView plaintext, Random& random) {
    const BoxKeys ephemeral = generate_box_keys(random);
    ByteArray<crypto_box_NONCEBYTES> nonce{};
    Bytes keys = to_bytes(ephemeral.public_key);
    append(keys, target);
    crypto_generichash(nonce.data(), nonce.size(), keys.data(), keys.size(), nullptr, 0);

    Bytes sealed = to_bytes(ephemeral.public_key);
    sealed.resize(sealed_extra_bytes + plaintext.size());
    if (crypto_box_easy(sealed.data() + ephemeral.public_key.size(), plaintext.data(),
                        plaintext.size(), nonce.data(), target.data(),
                        ephemeral.secret.view().data()) != 0) {
        return Error(ErrorCode::refused,
                     "A device's key is not usable, so nothing was sealed to it.");
    }
    return sealed;
}

Result<Bytes> open_sealed(const BoxSecret& secret, const PublicKey& own, ByteView sealed) {
    ready();
    if (sealed.size() < sealed_extra_bytes) return does_not_open();
    Bytes plaintext(sealed.size() - sealed_extra_bytes);
    if (crypto_box_seal_open(plaintext.data(), sealed.data(), sealed.size(), own.data(),
                             secret.view().data()) != 0) {
        return does_not_open();
    }
    return plaintext;
}

Bytes aead_seal(const SymmetricKey& key, ByteView plaintext, ByteView associated, Random& random) {
    ready();
    static_assert(nonce_bytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
    Bytes sealed(nonce_bytes + plaintext.size() + aead_tag_bytes);
    random.fill(std::span(sealed).first(nonce_bytes));
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed.data() + nonce_bytes, nullptr, plaintext.data(), plaintext.size(), associated.data(),
        associated.size(), nullptr, sealed.data(), key.view().data());
    return sealed;
}

Result<Bytes> aead_open(const SymmetricKey& key, ByteView sealed, ByteView associated) {
    ready();
    if (sealed.size() < nonce_bytes + aead_tag_bytes) return does_not_open();
    Bytes plaintext(sealed.size() - nonce_bytes - aead_tag_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            plaintext.data(), nullptr, nullptr, sealed.data() + nonce_bytes,
            sealed.size() - nonce_bytes, associated.data(), associated.size(), sealed.data(),
            key.view().data()) != 0) {
        return does_not_open();
    }
    return plaintext;
}

Hash32 authenticate(const SymmetricKey& key, ByteView bytes) {
    ready();
    Hash32 tag{};
    crypto_auth(tag.data(), bytes.data(), bytes.size(), key.view().data());
    return tag;
}

bool verify_authentication(const SymmetricKey& key, ByteView bytes, ByteView tag) {
    ready();
    return tag.size() == crypto_auth_BYTES &&
           crypto_auth_verify(tag.data(), bytes.data(), bytes.size(), key.view().data()) == 0;
}

Result<SymmetricKey> stretch_password(std::string_view password, const Salt& salt,
                                      PasswordCost cost) {
    ready();
    static_assert(std::tuple_size_v<Salt> == crypto_pwhash_SALTBYTES);
    if (cost.passes < password_cost_floor.passes ||
        cost.memory_kib < password_cost_floor.memory_kib ||
        cost.passes > password_cost_ceiling.passes ||
        cost.memory_kib > password_cost_ceiling.memory_kib) {
        return Error(ErrorCode::refused,
                     "The passphrase settings of this profile are not allowed.");
    }
    SymmetricKey key;
    if (crypto_pwhash(key.writable().data(), SymmetricKey::size, password.data(), password.size(),
                      salt.data(), cost.passes, std::size_t{cost.memory_kib} * 1024,
                      crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return Error(ErrorCode::internal, "There was not enough memory to check the passphrase.");
    }
    return key;
}

bool equal_constant_time(ByteView left, ByteView right) {
    return left.size() == right.size() &&
           sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

Result<Bytes> pad(ByteView body) {
    if (body.size() >= limits::envelope_body_bytes_max) {
        return Error(ErrorCode::invalid_input, "This is too large to send in one piece.");
    }
    Bytes padded = to_bytes(body);
    padded.resize(bucket_of(body.size()));
    padded[body.size()] = 0x80;
    return padded;
}

Result<Bytes> unpad(Bytes padded) {
    std::size_t body_bytes = 0;
    if (padded.empty() ||
        sodium_unpad(&body_bytes, padded.data(), padded.size(), padded.size()) != 0 ||
        padded.size() > limits::envelope_body_bytes_max || padded.size() != bucket_of(body_bytes)) {
        return does_not_open();
    }
    padded.resize(body_bytes);
    return padded;
}

}  // namespace evenkeel::trust
