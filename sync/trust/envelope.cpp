#include "sync/trust/envelope.h"

#include "sync/trust/layout.h"

namespace evenkeel::trust {
namespace {

constexpr ByteArray<4> preamble{'E', 1, 1, 0};  // magic, version, suite, flags
constexpr std::size_t associated_bytes = 112;

SymmetricKey body_key(const EpochKey& key) { return derive(key.view(), 1, "EVENENVL"); }

// Bytes 4 to 111.
auto fields_of(auto& header) {
    return std::tie(header.vault, header.author, header.epoch, header.sequence, header.previous,
                    header.roster_hash);
}

bool plausible(const EnvelopeHeader& header) {
    return !header.vault.is_none() && !header.author.is_none() && header.epoch > 0 &&
           header.sequence > 0 && (header.previous == Hash32{}) == (header.sequence == 1);
}

bool has_known_length(std::size_t bytes) {
    if (bytes == envelope_stub_bytes) return true;
    for (std::size_t bucket = 256; bucket <= 65'536; bucket *= 2) {
        if (bytes == envelope_header_bytes + bucket + aead_tag_bytes + 64) return true;
    }
    return false;
}

}  // namespace

Result<Bytes> seal_envelope(const EnvelopeHeader& header, const EpochKey& key,
                            const SigningSecret& author, ByteView body, Random& random) {
    if (!plausible(header)) {
        return Error(ErrorCode::internal,
                     "An envelope was to be sealed without a place in its chain.");
    }
    TRY_ASSIGN(Bytes padded, pad(body));
    Bytes bytes = to_bytes(preamble);
    append_fields(bytes, fields_of(header));
    ASSERT(bytes.size() == associated_bytes);
    append(bytes, aead_seal(body_key(key), padded, bytes, random));  // nonce ‖ ciphertext
    wipe(padded);

    const ByteView sealed = bytes;
    const Hash32 ciphertext_hash = hash(tag::ciphertext, {sealed.subspan(envelope_header_bytes)});
    append(bytes,
           sign(tag::envelope, author, {sealed.first(envelope_header_bytes), ciphertext_hash}));
    return bytes;
}

Result<EnvelopeView> parse_envelope(ByteView bytes) {
    const Error damaged(ErrorCode::damaged, "An envelope does not have the form of one.");
    if (!has_known_length(bytes.size())) return damaged;
    if (bytes[0] != preamble[0]) return damaged;
    if (!std::ranges::equal(bytes.first(preamble.size()), preamble)) {
        return Error(ErrorCode::unsupported,
                     "An envelope was written by a version not known here.");
    }
    EnvelopeView view;
    view.bytes_ = bytes;
    take_fields(bytes.subspan(preamble.size()), fields_of(view.header_));
    if (!plausible(view.header_)) return damaged;
    // After the header stands what the signature covers besides it: the ciphertext, or its hash.
    const ByteView content =
        bytes.subspan(envelope_header_bytes, bytes.size() - envelope_header_bytes - 64);
    if (view.is_stub()) {
        take_fields(content, std::tie(view.ciphertext_hash_));
    } else {
        view.ciphertext_hash_ = hash(tag::ciphertext, {content});
    }
    return view;
}

bool verify_author(const EnvelopeView& envelope, const PublicKey& signing_key) {
    return verify(tag::envelope, signing_key, {envelope.fixed(), envelope.ciphertext_hash()},
                  envelope.signature());
}

Result<Bytes> open_envelope(const EnvelopeView& envelope, const EpochKey& key) {
    if (envelope.is_stub()) {
        return Error(ErrorCode::not_found, "The content of this entry was removed.");
    }
    const ByteView bytes = envelope.bytes();
    const ByteView sealed = bytes.subspan(associated_bytes, bytes.size() - associated_bytes - 64);
    TRY_ASSIGN(Bytes padded, aead_open(body_key(key), sealed, bytes.first(associated_bytes)));
    return unpad(std::move(padded));
}

Hash32 envelope_hash(const EnvelopeView& envelope) {
    return hash(tag::envelope_hash,
                {envelope.fixed(), envelope.ciphertext_hash(), envelope.signature()});
}

Bytes make_stub(const EnvelopeView& envelope) {
    Bytes stub = to_bytes(envelope.fixed());
    append(stub, envelope.ciphertext_hash());
    append(stub, envelope.signature());
    return stub;
}

}  // namespace evenkeel::trust
