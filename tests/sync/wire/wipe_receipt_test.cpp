#include "sync/wire/wipe_receipt.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::wire;

TEST_CASE("a wipe receipt says what was signed, and no bit of it may change") {
    const auto keys = trust::signing_keys_from_seed(trust::SymmetricKey{});
    const WipeReceipt said{.root = {3}, .device = DeviceId{{4}}, .when = {1'747'224'000'000}};
    const Bytes bytes = sign_wipe_receipt(said, keys.secret);
    REQUIRE(bytes.size() == wipe_receipt_bytes);
    const auto read = parse_wipe_receipt(bytes);
    REQUIRE(read.ok());
    CHECK(read.value().root == said.root);
    CHECK(read.value().device == said.device);
    CHECK(read.value().when == said.when);
    CHECK(verify_wipe_receipt(bytes, keys.public_key));
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        Bytes wrong = bytes;
        wrong[bit / 8] ^= static_cast<Byte>(1 << bit % 8);
        CHECK_FALSE(
            (parse_wipe_receipt(wrong).ok() && verify_wipe_receipt(wrong, keys.public_key)));
    }
    const WipeReceipt impossible{.root = {3}, .device = DeviceId{{4}}, .when = {INT64_MAX}};
    CHECK_FALSE(parse_wipe_receipt(sign_wipe_receipt(impossible, keys.secret)).ok());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        CHECK_FALSE(parse_wipe_receipt(ByteView(bytes).first(length)).ok());
    }
}
