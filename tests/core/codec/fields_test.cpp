#include "core/codec/fields.h"

#include "core/codec/entity.h"
#include "core/delta/field_wire.h"
#include "core/domain/local_time.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace evenkeel;

namespace {

constexpr std::uint32_t mood = 1;
constexpr std::uint32_t use = 2;
constexpr std::uint32_t journal = 7;

Bytes number_field(std::uint32_t number, std::uint64_t value) {
    Bytes bytes{static_cast<Byte>(number << 3)};
    for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<Byte>(value | 0x80));
    bytes.push_back(static_cast<Byte>(value));
    return bytes;
}

Bytes text_field(std::uint32_t number, std::string_view text) {
    auto bytes = number_field(number, text.size());
    bytes[0] = static_cast<Byte>(number << 3 | 2U);
    append(bytes, as_bytes(text));
    return bytes;
}

std::string check(std::uint32_t kind, std::uint32_t field, const Bytes& bytes) {
    const auto checked = codec::check_field(kind, field, bytes);
    return checked.ok() ? "fine" : checked.error().sentence();
}

const std::string wrong = "The bytes of a field are not what its number says.";
const std::string large = "A field is larger than this version allows.";

}  // namespace

TEST_CASE("a rating is a number from 0 to 10 and comes once") {
    CHECK(check(mood, 4, number_field(4, 0)) == "fine");
    CHECK(check(mood, 4, number_field(4, 10)) == "fine");
    CHECK(check(mood, 4, number_field(4, 11)) == large);
    CHECK(check(mood, 4, number_field(4, UINT64_MAX)) == large);
    CHECK(check(mood, 4, number_field(5, 3)) == wrong);
    CHECK(check(mood, 4, text_field(4, "5")) == wrong);
    auto twice = number_field(4, 3);
    append(twice, number_field(4, 4));
    CHECK(check(mood, 4, twice) == large);
}

TEST_CASE("no bytes clear a field") { CHECK(check(mood, 4, {}) == "fine"); }

TEST_CASE("text is valid UTF-8 and within its limit") {
    CHECK(check(mood, 9, text_field(9, "ein Wort für heute")) == "fine");
    CHECK(check(mood, 9, text_field(9, "\xC3\x28")) == wrong);
    CHECK(check(mood, 9, text_field(9, std::string(2000, 'a'))) == "fine");
    CHECK(check(mood, 9, text_field(9, std::string(2001, 'a'))) == large);
    CHECK(check(journal, 5, text_field(5, std::string(20'000, 'a'))) == "fine");
    CHECK(check(journal, 5, text_field(5, std::string(20'001, 'a'))) == large);
    auto cut = text_field(9, "cut short");
    cut.pop_back();
    CHECK(check(mood, 9, cut) == wrong);
}

TEST_CASE("tags are many, but not more than an entry may have") {
    Bytes tags;
    for (int i = 0; i < 20; ++i) append(tags, text_field(8, "walk"));
    CHECK(check(mood, 8, tags) == "fine");
    append(tags, text_field(8, "walk"));
    CHECK(check(mood, 8, tags) == large);
    CHECK(check(mood, 8, text_field(8, std::string(41, 'a'))) == large);
}

TEST_CASE("groups are read packed and one by one") {
    Bytes single = number_field(5, 1);
    append(single, number_field(5, 3));
    CHECK(check(3, 5, single) == "fine");
    CHECK(check(3, 5, text_field(5, "\x01\x02\x03")) == "fine");
    CHECK(check(3, 5, text_field(5, "\x01\x02\x03\x04")) == large);
    CHECK(check(3, 5, text_field(5, "\xFF")) == wrong);
}

TEST_CASE("ids, hashes and signatures have their size") {
    CHECK(check(6, 4, text_field(4, std::string(16, 'x'))) == "fine");
    CHECK(check(6, 4, text_field(4, std::string(15, 'x'))) == wrong);
    CHECK(check(5, 5, text_field(5, std::string(33, 'x'))) == large);
    CHECK(check(5, 8, text_field(8, std::string(64, 'x'))) == "fine");
}

TEST_CASE("a time that no clock makes is refused") {
    CHECK(check(mood, 1, text_field(1, "")) == "fine");
    CHECK(check(mood, 1, text_field(1, "\x08")) == wrong);          // cut
    CHECK(check(mood, 1, text_field(1, "\x18\x80\x01")) == wrong);  // a day far from its instant
    CHECK(check(mood, 1, text_field(1, "\x10\xB0\x46")) == wrong);  // 75 hours of offset
    CHECK(check(mood, 1, text_field(1, "\x78\x01")) == "fine");     // field 15, of a newer version
    CHECK(check(mood, 3, number_field(3, 1'770'000'000)) == "fine");
    CHECK(check(mood, 3, number_field(3, UINT64_MAX / 2)) == wrong);
}

TEST_CASE("what this version does not know need only be well formed") {
    CHECK(check(mood, 99, number_field(12, 1)) == wrong);
    CHECK(check(mood, 12, number_field(12, UINT64_MAX)) == "fine");
    CHECK(check(4711, 1, text_field(1, "anything")) == "fine");
    CHECK(check(4711, 1, Bytes{0x0B}) == wrong);  // a group
    CHECK(check(4711, 1, Bytes{0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F}) == wrong);
}

TEST_CASE("an index holds the day, the instant and whom an entity is about") {
    const auto when =
        make_when(parse_rfc3339("2026-03-09T00:30:00Z").value(), "Europe/Berlin").value();
    const auto plain = codec::index_of(mood, codec::encode(MoodEntry{.when = when}));
    CHECK(plain == codec::EntityIndex{.day = when.day, .instant = when.instant});
    CHECK(print_date(*plain.day) == "2026-03-08");

    const EntityId subject{{5, 6, 7}};
    const auto feedback = codec::encode(Feedback{.when = when, .about = subject, .author = {{1}}});
    CHECK(codec::index_of(8, feedback).subject == subject);
    const auto answer = codec::encode(BoundaryAnswer{.when = when, .boundary = subject});
    CHECK(codec::index_of(6, answer).subject == subject);
    const auto decision = codec::encode(BoundaryDecision{.when = when, .boundary = subject});
    CHECK(codec::index_of(5, decision).subject == subject);

    const auto read = codec::encode(RiskAcknowledgement{.when = when, .answer = subject});
    CHECK(codec::index_of(23, read).subject == subject);

    CHECK(codec::index_of(11, codec::encode(Person{.user = {{1}}})) == codec::EntityIndex{});
    CHECK(codec::index_of(4711, answer) == codec::EntityIndex{});
    CHECK(codec::index_of(mood, Bytes{0xFF, 0xFF}) == codec::EntityIndex{});
}

TEST_CASE("a batch may share zones and ids, and nothing a person typed or felt") {
    for (std::uint32_t kind = 1; kind <= 10; ++kind) CHECK(codec::is_shareable_field(kind, 2));
    CHECK(codec::is_shareable_field(12, 2));
    CHECK_FALSE(codec::is_shareable_field(11, 2));
    CHECK(codec::is_shareable_field(use, 8));
    CHECK(codec::is_shareable_field(6, 4));
    for (std::uint32_t kind = 1; kind <= 28; ++kind) {
        for (const auto field : codec::text_fields(kind)) {
            CHECK_FALSE(codec::is_shareable_field(kind, field));
        }
    }
    for (const std::uint32_t field : {4, 5, 6, 7, 8, 9}) {
        CHECK_FALSE(codec::is_shareable_field(mood, field));
    }
    CHECK_FALSE(codec::is_shareable_field(4711, 2));
}

TEST_CASE("every kind lists its fields, ascending, its texts among them") {
    for (std::uint32_t kind = 1; kind <= 23; ++kind) {
        const auto fields = codec::fields_of(kind);
        const bool is_known = std::string_view(kind_name(kind).text) != "unknown";
        CHECK(fields.empty() != is_known);
        CHECK(std::is_sorted(fields.begin(), fields.end()));
        for (const auto text : codec::text_fields(kind)) {
            CHECK(std::find(fields.begin(), fields.end(), text) != fields.end());
        }
    }
    CHECK(codec::fields_of(4711).empty());
    CHECK(codec::text_fields(0).empty());
    CHECK(std::string_view(kind_name(7).text) == "journal_page");
}
