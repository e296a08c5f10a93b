#include "core/delta/field_wire.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

namespace evenkeel::delta {

TEST_CASE("a fragment splits into its fields, parts of one field kept together in their order") {
    const Bytes fragment{0x20, 0x07, 0x42, 0x01, 'a', 0x4A, 0x00, 0x42, 0x01, 'b'};
    const auto fields = split_fields(fragment);
    REQUIRE(fields.ok());
    REQUIRE(fields.value().size() == 3);
    CHECK(fields.value().at(4) == Bytes{0x20, 0x07});
    CHECK(fields.value().at(8) == Bytes{0x42, 0x01, 'a', 0x42, 0x01, 'b'});
    CHECK(fields.value().at(9) == Bytes{0x4A, 0x00});
}

TEST_CASE("the empty fragment has no fields") {
    REQUIRE(split_fields({}).ok());
    CHECK(split_fields({}).value().empty());
}

TEST_CASE("numbers of all fixed sizes are walked") {
    const Bytes fragment{0x09, 1, 2, 3, 4, 5, 6, 7, 8, 0x15, 1, 2, 3, 4};
    const auto fields = split_fields(fragment);
    REQUIRE(fields.ok());
    CHECK(fields.value().at(1).size() == 9);
    CHECK(fields.value().at(2).size() == 5);
}

TEST_CASE("bytes that are no fields are refused") {
    const std::vector<std::pair<std::string, Bytes>> bad{
        {"a tag without a value", {0x20}},
        {"a text longer than the bytes", {0x4A, 0x05, 'a'}},
        {"a length near 2^64", {0x4A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01}},
        {"a group's start", {0x23}},
        {"a group's end", {0x24}},
        {"wire type 6", {0x26, 0}},
        {"field number 0", {0x02, 0x00}},
        {"a field number above 2^29-1", {0x80, 0x80, 0x80, 0x80, 0x10, 0x01}},
        {"a number of eleven bytes",
         {0x20, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01}},
        {"a number of more than 64 bits",
         {0x20, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02}},
        {"a tag longer than it needs to be", {0xA0, 0x00, 0x07}},
        {"a length longer than it needs to be", {0x4A, 0x81, 0x00, 'a'}},
        {"four bytes cut to three", {0x15, 1, 2, 3}},
        {"eight bytes cut to seven", {0x09, 1, 2, 3, 4, 5, 6, 7}},
    };
    for (const auto& [name, bytes] : bad) {
        INFO(name);
        CHECK_FALSE(split_fields(bytes).ok());
        CHECK_FALSE(carries_only(bytes, 4));
        CHECK_FALSE(carries_only(bytes, 9));
    }
}

TEST_CASE("the greatest field number is a field number") {
    const Bytes bytes{0xF8, 0xFF, 0xFF, 0xFF, 0x0F, 0x01};
    CHECK(carries_only(bytes, field_number_max));
}

TEST_CASE("bytes carry only a field if all of their parts are it") {
    CHECK(carries_only(Bytes{0x42, 0x01, 'a', 0x42, 0x01, 'b'}, 8));
    CHECK_FALSE(carries_only(Bytes{0x42, 0x01, 'a', 0x4A, 0x01, 'b'}, 8));
    CHECK_FALSE(carries_only({}, 8));
}

TEST_CASE("random bytes are refused or split without loss") {
    std::mt19937_64 random(20250514);
    for (int i = 0; i < 100'000; ++i) {
        Bytes bytes(random() % 40);
        for (auto& byte : bytes)
            byte = static_cast<Byte>(random() % 3 == 0 ? random() % 16 : random());
        const auto fields = split_fields(bytes);
        if (!fields.ok()) continue;
        std::size_t size = 0;
        for (const auto& [number, part] : fields.value()) {
            size += part.size();
            REQUIRE(carries_only(part, number));
        }
        REQUIRE(size == bytes.size());
    }
}

}  // namespace evenkeel::delta
