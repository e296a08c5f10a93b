#include "core/codec/entity.h"

#include "core/delta/field_wire.h"
#include "core/domain/local_time.h"
#include "tests/core/codec/any_random.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

namespace {

MoodEntry check_in() {
    return {.when =
                make_when(parse_rfc3339("2026-03-08T18:00:00Z").value(), "Europe/Berlin").value()};
}

}  // namespace

TEST_CASE("what is encoded is decoded alike, for every kind and every blank") {
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    AnyRandom random(seed);
    for (int i = 0; i < 20'000; ++i) {
        const auto entity = any_entity(random);
        const auto fragment = codec::encode(entity);
        const auto again = codec::decode_any(codec::kind_of(entity), fragment);
        REQUIRE(again.ok());
        REQUIRE(again.value() == entity);
        REQUIRE(codec::encode(again.value()) == fragment);
    }
}

TEST_CASE("every field of an encoded entity passes the check of its kind") {
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    AnyRandom random(seed);
    for (int i = 0; i < 5'000; ++i) {
        const auto entity = any_entity(random);
        const auto kind = codec::kind_of(entity);
        const auto fields = delta::split_fields(codec::encode(entity)).value();
        for (const auto& [number, bytes] : fields) {
            CAPTURE(kind, number);
            REQUIRE(codec::check_field(kind, number, bytes).ok());
        }
    }
}

TEST_CASE("a zero that was said is not a blank") {
    auto entry = check_in();
    const auto blank = codec::encode(entry);
    entry.mood = Rating(0);
    const auto zero = codec::encode(entry);
    CHECK(zero != blank);
    CHECK_FALSE(codec::decode_mood(blank).value().mood.has_value());
    CHECK(codec::decode_mood(zero).value().mood == Rating(0));
}

TEST_CASE("the last of two values concatenated counts, and newer fields are skipped") {
    auto entry = check_in();
    entry.mood = Rating(3);
    auto fragment = codec::encode(entry);
    append(fragment, Bytes{0x20, 0x08});        // mood 8
    append(fragment, Bytes{0xF8, 0x06, 0x05});  // field 111, of another time
    const auto read = codec::decode_mood(fragment);
    REQUIRE(read.ok());
    CHECK(read.value().mood == Rating(8));
}

TEST_CASE("an entry without a time, or about nothing, is damaged") {
    CHECK(codec::decode_mood({}).error().code() == ErrorCode::damaged);
    CHECK_FALSE(codec::decode_person({}).ok());
    const auto mood = codec::encode(check_in());  // has neither boundary nor author
    CHECK_FALSE(codec::decode_boundary_answer(mood).ok());
    CHECK_FALSE(codec::decode_boundary_decision(mood).ok());
    CHECK_FALSE(codec::decode_boundary_version(mood).ok());
    CHECK_FALSE(codec::decode_feedback(mood).ok());
    CHECK_FALSE(codec::decode_intake(mood).ok());
}

TEST_CASE("a kind of a newer version is no error and no entity") {
    const auto read = codec::decode_any(4711, Bytes{1, 2, 3});
    REQUIRE(read.ok());
    CHECK(read.value() == AnyEntity());
    CHECK(codec::kind_of(read.value()) == 0);
    CHECK(codec::encode(read.value()).empty());
}

TEST_CASE("any bytes whatever are decoded or refused, and never harm") {
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    AnyRandom random(seed);
    for (int i = 0; i < 50'000; ++i) {
        auto fragment = codec::encode(any_entity(random));
        for (auto count = 1 + random.below(4); count > 0; --count) {
            fragment[random.below(static_cast<std::uint32_t>(fragment.size()))] =
                static_cast<Byte>(random.below(256));
        }
        fragment.resize(random.below(static_cast<std::uint32_t>(fragment.size()) + 1));
        const auto kind = 1 + random.below(17);
        const auto read = codec::decode_any(kind, fragment);
        if (read.ok()) {
            [[maybe_unused]] const auto checked = validate(read.value());
        } else {
            REQUIRE(read.error().code() == ErrorCode::damaged);
        }
        [[maybe_unused]] const auto index = codec::index_of(kind, fragment);
        [[maybe_unused]] const auto field = codec::check_field(kind, random.below(72), fragment);
    }
}
