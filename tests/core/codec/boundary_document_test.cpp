#include "core/codec/entity.h"
#include "tests/core/codec/any_random.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

namespace {

BoundaryRule any_rule(AnyRandom& random) {
    switch (random.below(11)) {
        case 0:
            return DailyLimit{random.groups(), random.below(1440), random.below(60), random.coin()};
        case 1:
            return WeeklyLimit{random.groups(), random.below(9000), random.below(60), random.coin(),
                               random.below(7)};
        case 2:
            return Curfew{random.below(1440), random.below(1440), random.groups(),
                          random.below(60)};
        case 3:
            return Attested{random.text()};
        case 4:
            return Sessions{random.groups(), random.below(20), random.below(30)};
        case 5:
            return SessionLength{random.groups(), random.below(200)};
        case 6:
            return PurposeOnly{random.groups(), random.texts()};
        case 7:
            return Never{random.text()};
        case 8:
            return Instead{random.text(), random.text()};
        case 9:
            return Contact{random.text(), random.texts(), random.below(99), random.texts()};
        default:
            return UnknownRule{};
    }
}

BoundaryDocument any_document(AnyRandom& random) {
    BoundaryDocument document{.boundary = random.id<EntityId>(),
                              .version = 1 + random.below(5),
                              .previous_hash = random.maybe(random.bytes<32>()),
                              .text = random.text(),
                              .language = random.coin() ? "en" : "de-CH",
                              .reason = random.text(),
                              .question = random.text(),
                              .study_question = random.coin() ? PhiText() : random.text(),
                              .review_day = random.maybe(Day{20'000}),
                              .starts_day = {static_cast<std::int32_t>(random.below(30'000))},
                              .proposed_by = random.id<UserId>()};
    document.terms = {.fixed_zone = random.coin() ? "" : "Europe/Berlin",
                      .weekdays = random.below(128),
                      .evidence = random.one_of<Evidence>(2),
                      .rule = any_rule(random)};
    return document;
}

// A length-delimited field put at the end of a message.
void append_field(Bytes& message, std::uint32_t number, ByteView payload) {
    message.push_back(static_cast<Byte>(number << 3 | 2U));
    message.push_back(static_cast<Byte>(payload.size()));
    append(message, payload);
}

}  // namespace

TEST_CASE("a document with any rule is read as it was written") {
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    AnyRandom random(seed);
    for (int i = 0; i < 5'000; ++i) {
        const auto document = any_document(random);
        const auto bytes = codec::encode_document(document);
        const auto again = codec::decode_document(bytes);
        REQUIRE(again.ok());
        REQUIRE(again.value() == document);
    }
}

TEST_CASE("what was signed before there was a question to find out has the bytes it had") {
    const BoundaryDocument document{.boundary = {{1}},
                                    .version = 1,
                                    .text = PhiText("No phone in bed."),
                                    .terms = {.rule = Never{PhiText("bed")}},
                                    .reason = PhiText("Sleep"),
                                    .question = PhiText("Kept?"),
                                    .review_day = Day{20'014},
                                    .starts_day = Day{20'000},
                                    .proposed_by = {{2}}};
    CHECK(to_hex(codec::encode_document(document)) ==
          "0a1001000000000000000000000000000000100122104e6f2070686f6e6520696e206265642e2a02"
          "656e320a18018a01050a036265643a05536c65657042054b6570743f48dcb80250c0b8025a100200"
          "0000000000000000000000000000");
    BoundaryDocument asked = document;
    asked.study_question = PhiText("Do I sleep better?");
    const Bytes bytes = codec::encode_document(asked);
    CHECK(codec::decode_document(bytes).value() == asked);
    CHECK(bytes != codec::encode_document(document));
}

TEST_CASE("the index of a version finds its boundary inside the document") {
    AnyRandom random(1);
    const auto document = any_document(random);
    const BoundaryVersion version{.when = random.when(),
                                  .document = codec::encode_document(document)};
    const auto index = codec::index_of(4, codec::encode(version));
    CHECK(index.subject == document.boundary);
    CHECK(index.day == version.when.day);
}

TEST_CASE("a rule of a newer version leaves only the text to speak") {
    AnyRandom random(2);
    auto document = any_document(random);
    document.terms.rule = DailyLimit{.minutes_max = 60};
    auto bytes = codec::encode_document(document);
    // Terms concatenate: a rule numbered 12 is ours, one numbered 9 or 20 is not.
    append_field(bytes, 6, Bytes{9 << 3 | 0, 1});
    const auto read = codec::decode_document(bytes);
    REQUIRE(read.ok());
    CHECK(read.value().terms.rule == BoundaryRule(UnknownRule{}));
    CHECK(read.value().text == document.text);
}

TEST_CASE("a document with two rules is refused") {
    AnyRandom random(3);
    auto document = any_document(random);
    document.terms.rule = DailyLimit{.minutes_max = 60};
    auto bytes = codec::encode_document(document);
    append_field(bytes, 6, Bytes{12 << 3 | 2, 0});  // an empty curfew beside the limit
    const auto read = codec::decode_document(bytes);
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().sentence() ==
          "The document of a boundary cannot be read; its bytes are kept.");
}

TEST_CASE("a document that is too long, or about nothing, is refused") {
    CHECK_FALSE(codec::decode_document({}).ok());
    CHECK_FALSE(codec::decode_document(Bytes(document_bytes_max + 1, 0)).ok());
    AnyRandom random(4);
    auto bytes = codec::encode_document(any_document(random));
    append_field(bytes, 3, Bytes(31, 1));  // a hash of 31 bytes
    CHECK_FALSE(codec::decode_document(bytes).ok());
}
