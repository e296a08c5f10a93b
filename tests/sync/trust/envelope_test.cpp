#include "sync/trust/envelope.h"

#include "tests/sync/trust/support.h"

#include <set>

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

ErrorCode parse_error(const Bytes& bytes) { return parse_envelope(bytes).error().code(); }

// What a peer does with received bytes: structure, author, then the seal.
bool is_accepted(const Bytes& bytes, const PublicKey& author, const EpochKey& key) {
    const auto envelope = parse_envelope(bytes);
    return envelope.ok() && verify_author(envelope.value(), author) &&
           open_envelope(envelope.value(), key).ok();
}

}  // namespace

TEST_CASE("what is sealed opens to the same bytes, header and all") {
    Practice practice;
    const Bytes bytes = practice.seal("mood 7");
    CHECK(bytes.size() == 472);
    const auto envelope = parse_envelope(bytes);
    REQUIRE(envelope.ok());
    CHECK(envelope.value().header() == practice.header(1, {}));
    CHECK(verify_author(envelope.value(), practice.phone.signing.public_key));
    CHECK_FALSE(verify_author(envelope.value(), practice.clinician.signing.public_key));
    CHECK(as_text(open_envelope(envelope.value(), practice.keys[0]).value()) == "mood 7");
}

TEST_CASE("an envelope with one flipped bit, cut short or made longer is refused") {
    Practice practice;
    expect_only(practice.seal("mood 7"), [&](const Bytes& bytes) {
        return is_accepted(bytes, practice.phone.signing.public_key, practice.keys[0]);
    });
}

TEST_CASE("a stub with one flipped bit, cut short or made longer is refused") {
    Practice practice;
    const Bytes bytes = practice.seal("mood 7");
    expect_only(make_stub(parse_envelope(bytes).value()), [&](const Bytes& stub) {
        const auto envelope = parse_envelope(stub);
        return envelope.ok() && verify_author(envelope.value(), practice.phone.signing.public_key);
    });
}

TEST_CASE("a stub keeps hash and signature and gives nothing to open") {
    Practice practice;
    const Bytes bytes = practice.seal("mood 7");
    const auto envelope = parse_envelope(bytes).value();
    const Bytes stub_bytes = make_stub(envelope);
    CHECK(stub_bytes.size() == envelope_stub_bytes);
    const auto stub = parse_envelope(stub_bytes).value();
    CHECK(stub.is_stub());
    CHECK(envelope_hash(stub) == envelope_hash(envelope));
    CHECK(make_stub(stub) == stub_bytes);
    CHECK(verify_author(stub, practice.phone.signing.public_key));
    CHECK(open_envelope(stub, practice.keys[0]).error().code() == ErrorCode::not_found);
}

TEST_CASE("ciphertext moved to another vault, device, epoch or place does not open") {
    Practice practice;
    const Bytes original = practice.seal("mood 7");
    const auto accepted_with = [&](std::size_t offset, auto change) {
        // The thief is a member and can sign: only the associated bytes stand in the way.
        Bytes moved(original.begin(), original.end() - 64);
        change(moved.data() + offset);
        const auto ciphertext_hash =
            hash(tag::ciphertext, {ByteView(moved).subspan(envelope_header_bytes)});
        append(moved, sign(tag::envelope, practice.clinician.signing.secret,
                           {ByteView(moved).first(envelope_header_bytes), ciphertext_hash}));
        const auto envelope = parse_envelope(moved);
        REQUIRE(envelope.ok());
        REQUIRE(verify_author(envelope.value(), practice.clinician.signing.public_key));
        return open_envelope(envelope.value(), practice.keys[0]).ok();
    };
    const auto flip = [](Byte* byte) { *byte ^= 0x10; };
    CHECK(accepted_with(4, [](Byte*) {}));
    CHECK_FALSE(accepted_with(4, flip));            // vault
    CHECK_FALSE(accepted_with(20, flip));           // device
    CHECK_FALSE(accepted_with(39, flip));           // epoch
    CHECK_FALSE(accepted_with(47, [](Byte* byte) {  // sequence, with a previous hash as it needs
        *byte = 2;
        byte[1] = 1;
    }));
    CHECK_FALSE(accepted_with(80, flip));   // roster
    CHECK_FALSE(accepted_with(112, flip));  // nonce
}

TEST_CASE("bodies of 0 to 255 bytes look alike and only nine lengths exist") {
    Practice practice;
    std::set<std::size_t> lengths;
    for (const std::size_t size : {0, 1, 17, 200, 255}) {
        CHECK(practice.seal(std::string(size, 'x')).size() == 472);
    }
    for (std::size_t size = 1; size <= envelope_plain_bytes_max; size += 509) {
        lengths.insert(practice.seal(std::string(size, 'x')).size());
    }
    CHECK(lengths.size() == 9);
    CHECK(practice.seal(std::string(envelope_plain_bytes_max, 'x')).size() == envelope_bytes_max);
    CHECK_FALSE(seal_envelope(practice.header(1, {}), practice.keys[0],
                              practice.phone.signing.secret, Bytes(65'536), practice.random)
                    .ok());
}

TEST_CASE("unknown version, suite or flags are refused, not skipped") {
    Practice practice;
    const Bytes original = practice.seal("mood 7");
    for (std::size_t offset = 1; offset < 4; ++offset) {
        Bytes changed = original;
        changed[offset] ^= 2;
        CHECK(parse_error(changed) == ErrorCode::unsupported);
    }
    Bytes other_magic = original;
    other_magic[0] = 'P';
    CHECK(parse_error(other_magic) == ErrorCode::damaged);
}

TEST_CASE("headers that name no place in a chain are neither written nor read") {
    Practice practice;
    const auto refuses = [&](const EnvelopeHeader& header) {
        return !seal_envelope(header, practice.keys[0], practice.phone.signing.secret, {},
                              practice.random)
                    .ok();
    };
    EnvelopeHeader header = practice.header(1, {});
    header.vault = {};
    CHECK(refuses(header));
    header = practice.header(1, {});
    header.author = {};
    CHECK(refuses(header));
    CHECK(refuses(practice.header(0, {})));
    CHECK(refuses(practice.header(2, {})));
    CHECK(refuses(practice.header(1, Hash32{1})));
    header = practice.header(1, {});
    header.epoch = 0;
    CHECK(refuses(header));
    Bytes bytes = practice.seal("x");
    std::fill_n(bytes.begin() + 36, 4, Byte{0});
    CHECK(parse_error(bytes) == ErrorCode::damaged);
}

TEST_CASE("wrong padding inside a valid seal is the same error as a wrong seal") {
    Practice practice;
    const Bytes original = practice.seal("x");
    // Seals 256 zero bytes, which no padding ends, under the right key and header.
    Bytes bytes(original.begin(), original.begin() + 112);
    append(bytes, aead_seal(derive(practice.keys[0].view(), 1, "EVENENVL"), Bytes(256), bytes,
                            practice.random));
    bytes.resize(original.size());
    const auto wrong_padding = open_envelope(parse_envelope(bytes).value(), practice.keys[0]);
    const auto wrong_key =
        open_envelope(parse_envelope(original).value(), EpochKey::random(practice.random));
    CHECK(wrong_padding.error().code() == wrong_key.error().code());
    CHECK(wrong_padding.error().sentence() == wrong_key.error().sentence());
}
