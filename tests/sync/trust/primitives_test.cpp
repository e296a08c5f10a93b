#include "sync/trust/primitives.h"

#include "sync/trust/device_keys.h"
#include "tests/sync/trust/support.h"

#include <sodium.h>

#include <fstream>
#include <set>

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

// Every tag the header defines, read from its text, so that a new one cannot be left out.
std::vector<Tag> all_tags() {
    std::ifstream file(EVENKEEL_SOURCE_DIR "/sync/trust/primitives.h");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    constexpr std::string_view before = "{\"EVEN-";
    std::vector<Tag> tags;
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
        Tag tag{"EVEN-xxx"};
        std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at) + 2, 8, tag.bytes.begin());
        tags.push_back(tag);
    }
    REQUIRE(tags.size() >= 22);
    return tags;
}

}  // namespace

TEST_CASE("a signature made under one tag never verifies under another") {
    SeededRandom random(1);
    const SigningKeys keys = generate_signing_keys(random);
    const Bytes message = to_bytes(as_bytes("the same bytes"));
    const std::vector<Tag> tags = all_tags();
    for (const Tag made : tags) {
        const Signature signature = sign(made, keys.secret, {message});
        for (const Tag tried : tags) {
            CHECK(verify(tried, keys.public_key, {message}, signature) ==
                  (made.bytes == tried.bytes));
        }
    }
}

TEST_CASE("no two uses share a tag, and hashes under two tags differ") {
    const std::vector<Tag> all = all_tags();
    std::set<ByteArray<8>> tags;
    std::set<Hash32> digests;
    for (const Tag tag : all) {
        tags.insert(tag.bytes);
        digests.insert(hash(tag, {as_bytes("x")}));
    }
    CHECK(tags.size() == all.size());
    CHECK(digests.size() == all.size());
    CHECK(keyed_hash(as_bytes("sixteen byte key"), tag::invite, {}) != hash(tag::invite, {}));
}

TEST_CASE("a sealed box is the one libsodium makes: its own function opens it") {
    SeededRandom random(2);
    const BoxKeys target = generate_box_keys(random);
    const auto sealed = seal_to(target.public_key, as_bytes("K"), random);
    REQUIRE(sealed.ok());
    CHECK(sealed.value().size() == 1 + sealed_extra_bytes);
    Byte opened = 0;
    REQUIRE(crypto_box_seal_open(&opened, sealed.value().data(), sealed.value().size(),
                                 target.public_key.data(), target.secret.view().data()) == 0);
    CHECK(opened == 'K');

    Bytes theirs(1 + sealed_extra_bytes);
    crypto_box_seal(theirs.data(), &opened, 1, target.public_key.data());
    CHECK(open_sealed(target.secret, target.public_key, theirs).ok());
}

TEST_CASE("a sealed box opens for its target only, and not when changed") {
    SeededRandom random(3);
    const BoxKeys target = generate_box_keys(random), other = generate_box_keys(random);
    const Bytes sealed = seal_to(target.public_key, as_bytes("secret"), random).value();
    CHECK_FALSE(open_sealed(other.secret, other.public_key, sealed).ok());
    expect_only(sealed, [&](const Bytes& bytes) {
        return open_sealed(target.secret, target.public_key, bytes).ok();
    });
}

TEST_CASE("nothing is sealed to a key of small order") {
    SeededRandom random(4);
    CHECK_FALSE(seal_to(PublicKey{}, as_bytes("K"), random).ok());
    CHECK_FALSE(seal_to(PublicKey{1}, as_bytes("K"), random).ok());
}

TEST_CASE("signatures that are not canonical and keys of small order are refused") {
    SeededRandom random(5);
    const SigningKeys keys = generate_signing_keys(random);
    const Bytes message{1, 2, 3};
    Signature signature = sign(tag::request, keys.secret, {message});
    // S + L is the same number modulo the group's order, and must not count as a second signature.
    const ByteArray<32> order{0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                              0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                              0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += static_cast<unsigned>(signature[32 + i]) + order[i];
        signature[32 + i] = static_cast<Byte>(carry);
        carry >>= 8;
    }
    CHECK_FALSE(verify(tag::request, keys.public_key, {message}, signature));
    // The neutral element as key and R with S = 0 satisfies the equation for every message.
    Signature neutral{1};
    CHECK_FALSE(verify(tag::request, PublicKey{1}, {message}, neutral));
    CHECK_FALSE(verify(tag::request, PublicKey{}, {message}, neutral));
    CHECK_FALSE(verify(tag::request, keys.public_key, {message}, ByteView(neutral).first(63)));
}

TEST_CASE("every sealing draws 24 fresh bytes and no nonce comes twice") {
    SeededRandom random(6);
    const auto key = SymmetricKey::random(random);
    std::set<Bytes> nonces;
    for (int i = 0; i < 50'000; ++i) {
        const std::size_t before = random.bytes_drawn;
        const Bytes sealed = aead_seal(key, {}, {}, random);
        if (random.bytes_drawn - before != nonce_bytes) FAIL("a nonce was not drawn");
        nonces.insert(Bytes(sealed.begin(), sealed.begin() + nonce_bytes));
    }
    CHECK(nonces.size() == 50'000);
}

TEST_CASE("sealed bytes open under their key and their associated bytes only") {
    SeededRandom random(7);
    const auto key = SymmetricKey::random(random), other = SymmetricKey::random(random);
    const Bytes sealed = aead_seal(key, as_bytes("text"), as_bytes("place"), random);
    CHECK(as_text(aead_open(key, sealed, as_bytes("place")).value()) == "text");
    CHECK_FALSE(aead_open(key, sealed, as_bytes("elsewhere")).ok());
    CHECK_FALSE(aead_open(other, sealed, as_bytes("place")).ok());
    expect_only(sealed,
                [&](const Bytes& bytes) { return aead_open(key, bytes, as_bytes("place")).ok(); });
}

TEST_CASE("padding has nine sizes, comes off again, and is one error when wrong") {
    std::set<std::size_t> sizes;
    for (std::size_t size = 0; size <= 65'535; size += size < 600 ? 1 : 251) {
        auto padded = pad(Bytes(size, 0x80));
        REQUIRE(padded.ok());
        sizes.insert(padded.value().size());
        REQUIRE(unpad(std::move(padded).value()).value() == Bytes(size, 0x80));
    }
    CHECK(sizes == std::set<std::size_t>{256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536});
    CHECK(pad(Bytes(255)).value().size() == 256);
    CHECK(pad(Bytes(65'535)).ok());
    CHECK_FALSE(pad(Bytes(65'536)).ok());

    CHECK(unpad(Bytes(256, 0)).error().code() == ErrorCode::damaged);
    CHECK(unpad({}).error().code() == ErrorCode::damaged);
    Bytes in_too_large_a_bucket(512, 0);
    in_too_large_a_bucket[10] = 0x80;
    CHECK(unpad(in_too_large_a_bucket).error().code() == ErrorCode::damaged);
    Bytes no_bucket(300, 0);
    no_bucket[299] = 0x80;
    CHECK(unpad(no_bucket).error().code() == ErrorCode::damaged);
}

TEST_CASE("password costs under the floor and over the ceiling are refused") {
    CHECK(stretch_password("p", {}, {1, 64 * 1024}).error().code() == ErrorCode::refused);
    CHECK(stretch_password("p", {}, {2, 64 * 1024 - 1}).error().code() == ErrorCode::refused);
    CHECK(stretch_password("p", {}, {65, 64 * 1024}).error().code() == ErrorCode::refused);
    CHECK(stretch_password("p", {}, {2, 0xFFFFFFFF}).error().code() == ErrorCode::refused);
}

TEST_CASE("a secret that was moved away is gone") {
    SeededRandom random(8);
    auto secret = SymmetricKey::random(random);
    const SymmetricKey copy = secret;
    const SymmetricKey moved = std::move(secret);
    CHECK(equal_constant_time(moved.view(), copy.view()));
    CHECK(secret.view().empty());  // NOLINT: looked at on purpose
    CHECK_FALSE(SymmetricKey::from(Bytes(31)));
    CHECK_FALSE(equal_constant_time(Bytes(31), Bytes(32)));
}

TEST_CASE("authentication tags belong to their key and bytes") {
    SeededRandom random(9);
    const auto key = SymmetricKey::random(random), other = SymmetricKey::random(random);
    const Hash32 tag = authenticate(key, as_bytes("x"));
    CHECK(verify_authentication(key, as_bytes("x"), tag));
    CHECK_FALSE(verify_authentication(key, as_bytes("y"), tag));
    CHECK_FALSE(verify_authentication(other, as_bytes("x"), tag));
    CHECK_FALSE(verify_authentication(key, as_bytes("x"), ByteView(tag).first(31)));
}

TEST_CASE("a device's stored keys come back whole, and nothing else is read as keys") {
    SeededRandom random(10);
    const DeviceKeys keys = DeviceKeys::generate(random);
    const Bytes stored = to_bytes(store_device_keys(keys).view());
    const auto read = parse_device_keys(stored);
    REQUIRE(read.ok());
    CHECK(read.value().public_part() == keys.public_part());
    CHECK(equal_constant_time(read.value().signing.secret.view(), keys.signing.secret.view()));
    CHECK(equal_constant_time(read.value().box.secret.view(), keys.box.secret.view()));
    for (std::size_t i = 0; i < 2; ++i) {
        Bytes changed = stored;
        changed[i] ^= 1;
        CHECK_FALSE(parse_device_keys(changed).ok());
    }
    CHECK_FALSE(parse_device_keys(Bytes(82)).ok());
    CHECK_FALSE(parse_device_keys(ByteView(stored).first(81)).ok());
    Bytes nameless = stored;
    std::fill_n(nameless.begin() + 2, 16, Byte{0});
    CHECK_FALSE(parse_device_keys(nameless).ok());
}
