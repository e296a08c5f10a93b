#include "sync/trust/log_object.h"

#include "sync/trust/layout.h"

namespace evenkeel::trust {
namespace {

constexpr std::size_t place_bytes = 92;
constexpr std::size_t redaction_bytes = place_bytes + 64;
constexpr std::size_t void_mark_bytes = place_bytes + envelope_stub_bytes + 64;

enum class LogObjectKind : Byte { redaction = 1, void_mark = 2 };

ByteArray<4> preamble_of(LogObjectKind kind) { return {'D', 1, static_cast<Byte>(kind), 0}; }

// Bytes 4 to 91.
auto fields_of(auto& place) {
    return std::tie(place.vault, place.author, place.sequence, place.envelope_hash, place.signer);
}

Bytes write_place(LogObjectKind kind, const Redaction& place) {
    Bytes bytes = to_bytes(preamble_of(kind));
    append_fields(bytes, fields_of(place));
    ASSERT(bytes.size() == place_bytes);
    return bytes;
}

Result<Redaction> read_place(ByteView bytes, LogObjectKind kind, std::size_t expected_bytes) {
    const Error damaged(ErrorCode::damaged, "A mark in the log does not have the form of one.");
    if (bytes.size() != expected_bytes) return damaged;
    if (!std::ranges::equal(bytes.first(4), preamble_of(kind))) return damaged;
    Redaction place;
    take_fields(bytes.subspan(4), fields_of(place));
    if (place.vault.is_none() || place.author.is_none() || place.signer.is_none() ||
        place.sequence == 0) {
        return damaged;
    }
    return place;
}

Redaction place_of(const EnvelopeView& envelope, const DeviceId& signer) {
    const EnvelopeHeader& header = envelope.header();
    return {header.vault, header.author, header.sequence, envelope_hash(envelope), signer};
}

}  // namespace

Bytes sign_redaction(const Redaction& redaction, const SigningSecret& signer) {
    Bytes bytes = write_place(LogObjectKind::redaction, redaction);
    append(bytes, sign(tag::redaction, signer, {bytes}));
    return bytes;
}

Result<Redaction> parse_redaction(ByteView bytes) {
    return read_place(bytes, LogObjectKind::redaction, redaction_bytes);
}

Bytes sign_void_mark(const EnvelopeView& refused, const DeviceId& signer,
                     const SigningSecret& secret) {
    Bytes bytes = write_place(LogObjectKind::void_mark, place_of(refused, signer));
    append(bytes, make_stub(refused));
    append(bytes, sign(tag::void_mark, secret, {bytes}));
    return bytes;
}

Result<VoidMark> parse_void_mark(ByteView bytes) {
    TRY_ASSIGN(const Redaction place, read_place(bytes, LogObjectKind::void_mark, void_mark_bytes));
    const ByteView stub = bytes.subspan(place_bytes, envelope_stub_bytes);
    TRY_ASSIGN(const EnvelopeView envelope, parse_envelope(stub));
    if (place != place_of(envelope, place.signer)) {
        return Error(ErrorCode::damaged,
                     "A mark in the log names another envelope than it carries.");
    }
    return VoidMark{place, to_bytes(stub)};
}

bool verify_log_object(ByteView bytes, const PublicKey& signing_key) {
    const bool is_redaction = parse_redaction(bytes).ok();
    if (!is_redaction && !parse_void_mark(bytes).ok()) return false;
    return verify(is_redaction ? tag::redaction : tag::void_mark, signing_key,
                  {bytes.first(bytes.size() - 64)}, bytes.last(64));
}

Hash32 next_log_hash(const Hash32& previous, std::uint64_t position, const Hash32& envelope) {
    return hash(tag::log_chain, {previous, big_endian(position), envelope});
}

Hash32 next_access_hash(const Hash32& previous, const AccessEntry& entry) {
    return hash(tag::access_chain,
                {previous, big_endian(entry.index),
                 big_endian(static_cast<std::uint64_t>(entry.utc_ms)), entry.device.view(),
                 big_endian(entry.action), entry.vault.view(), big_endian(entry.result)});
}

ByteArray<16> derive_entity_id(ByteView name) {
    return first_bytes<16>(hash(tag::entity_id, {name}));
}

}  // namespace evenkeel::trust
