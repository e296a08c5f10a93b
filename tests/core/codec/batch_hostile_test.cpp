// Bodies that are wrong, newer, or made to do harm.
#include "core/base/limits.h"
#include "core/codec/batch.h"
#include "proto/delta.pb.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <random>

namespace evenkeel::codec {

namespace {

const DeviceId author = *DeviceId::from(std::string_view("author's device."));

proto::PackedDelta& add_good(proto::Batch& batch, char entity) {
    auto& packed = *batch.add_deltas();
    packed.set_entity(std::string(16, entity));
    packed.set_kind(1);
    packed.set_clock_step(1);
    packed.set_fragment("\x20\x07");
    return packed;
}

Bytes body_of(const proto::Batch& batch) {
    const std::string text = batch.SerializeAsString();
    return to_bytes(as_bytes(text));
}

DecodedBatch decoded(ByteView body) {
    auto result = decode_batch(body, author);
    REQUIRE(result.ok());
    return std::move(result).value();
}

// Decodes a batch whose second of three deltas was spoilt: the others must apply.
template <typename Spoil>
DecodedBatch with_spoilt(Spoil spoil) {
    proto::Batch batch;
    batch.set_version(1);
    batch.set_clock_base(100);
    batch.add_shared("\x12\x03zon");
    batch.add_shared("\x12\x09zon");  // cut short
    add_good(batch, 'a');
    spoil(add_good(batch, 'b'));
    add_good(batch, 'c');
    auto result = decoded(body_of(batch));
    REQUIRE(result.parked.size() == 1);
    REQUIRE(result.deltas.size() >= 2);
    CHECK(result.deltas.front().clock == 101);
    CHECK(result.deltas.back().clock == 103);
    // What was parked is a body of its own, and says the same when it is read again.
    const auto again = decoded(result.parked[0].bytes);
    REQUIRE(again.parked.size() == 1);
    CHECK(again.parked[0].reason == result.parked[0].reason);
    CHECK(again.parked[0].bytes == result.parked[0].bytes);
    return result;
}

template <typename Spoil>
std::string whole_parked(Spoil spoil) {
    const auto result = with_spoilt(spoil);
    CHECK(result.deltas.size() == 2);
    return result.parked[0].reason;
}

// The reason for a field that was parked; field 4 of the same delta applies.
template <typename Spoil>
std::string field_parked(Spoil spoil) {
    const auto result = with_spoilt(spoil);
    REQUIRE(result.deltas.size() == 3);
    REQUIRE(result.deltas[1].fields.size() == 1);
    CHECK(result.deltas[1].fields[0].number == 4);
    CHECK(result.deltas[1].clock == 102);
    return result.parked[0].reason;
}

using Packed = proto::PackedDelta;

}  // namespace

TEST_CASE("a delta under an unknown rule is parked whole and can be read again later") {
    CHECK(whole_parked([](Packed& d) { d.set_must_understand(7); }) ==
          "A change follows a rule of a newer version.");
    CHECK(whole_parked([](Packed& d) { d.set_parts(2); }) == "A change is in parts, a newer form.");
    CHECK(whole_parked([](Packed& d) { d.clear_fragment(); }) ==
          "A change changes nothing known here.");
}

TEST_CASE("a bad delta is parked alone with its reason") {
    CHECK(whole_parked([](Packed& d) { d.set_entity("short"); }) == "A change names no entry.");
    CHECK(whole_parked([](Packed& d) { d.set_kind(0); }) == "A change names no kind of entry.");
    CHECK(whole_parked([](Packed& d) { d.set_id(0); }) == "A change has no id.");
    CHECK(whole_parked([](Packed& d) { d.set_origin("short"); }) ==
          "A change names no device it comes from.");
    CHECK(whole_parked([](Packed& d) { d.set_fragment("\x4A\x7F"); }) ==
          "The bytes of a change are not fields of a message.");
    CHECK(whole_parked([](Packed& d) { d.mutable_deletion(); }) ==
          "A change says two things at once.");
    CHECK(whole_parked([](Packed& d) {
              d.clear_fragment();
              d.mutable_retirement();
          }) == "A retirement names no successor.");
    CHECK(whole_parked([](Packed& d) {
              d.clear_fragment();
              d.mutable_redaction();
          }) == "A redaction names no field.");
    CHECK(whole_parked([](Packed& d) {
              for (std::uint32_t i = 10; i < 80; ++i) d.add_cleared(i);
          }) == "A change has more fields than one may.");
    CHECK(whole_parked([](Packed& d) {
              auto& replaces = *d.add_replaces();
              replaces.set_field(4);
              for (std::uint64_t i = 1; i < 2000; ++i) replaces.add_deltas(i);
          }) == "A change replaces more values than one may.");
    CHECK(whole_parked([](Packed& d) {
              d.clear_fragment();
              for (std::uint32_t i = 1; i < 2000; ++i) {
                  auto& covers = *d.mutable_deletion()->add_covers();
                  covers.set_delta(i);
                  covers.add_fields(1);
              }
          }) == "A deletion covers more values than one change may.");
}

TEST_CASE("a bad field is parked alone and the others of its delta apply") {
    CHECK(field_parked([](Packed& d) { d.add_shared(1); }) ==
          "A change shares a field that is not there.");
    CHECK(field_parked([](Packed& d) { d.add_shared(9); }) ==
          "A change shares a field that is not there.");
    CHECK(field_parked([](Packed& d) { d.add_cleared(0); }) ==
          "A change clears a field that cannot be.");
    CHECK(field_parked([](Packed& d) {
              d.add_shared(0);
              d.add_cleared(2);
          }) == "A field is set twice in one change.");
    CHECK(field_parked([](Packed& d) {
              d.mutable_fragment()->append("\x12\x01x");
              d.add_shared(0);
          }) == "A field is set twice in one change.");
    CHECK(field_parked([](Packed& d) {
              d.add_shared(0);
              d.add_replaces()->set_field(2);
              d.add_replaces()->set_field(2);
          }) == "A field names twice what it replaces.");
    CHECK(field_parked([](Packed& d) {
              d.add_shared(0);
              auto& replaces = *d.add_replaces();
              replaces.set_field(2);
              replaces.add_deltas(0);
          }) == "A field replaces a change without an id.");
    CHECK(field_parked([](Packed& d) { d.add_replaces()->set_field(77); }) ==
          "A change replaces values of a field that it does not set.");
}

TEST_CASE("fields and outer parts of newer versions are carried over, not refused") {
    proto::Batch batch;
    batch.set_version(1);
    add_good(batch, 'a').mutable_fragment()->append("\xFA\x3F\x01x");  // field 1023
    Bytes body = body_of(batch);
    append(body, as_bytes("\x42\x01h"));  // field 8, reserved for heads
    const auto result = decoded(body);
    REQUIRE(result.deltas.size() == 1);
    CHECK(result.deltas[0].fields.back().number == 1023);
}

TEST_CASE("a delta that is no delta does not change the time of those after it") {
    proto::Batch batch;
    batch.set_version(1);
    Bytes body = body_of(batch);
    append(body, as_bytes("\x12\x06\x18\x0A\x7A\x02\xFF\xFF"));  // step 5, a deletion of garbage
    proto::Batch rest;
    add_good(rest, 'c');
    append(body, body_of(rest));
    const auto result = decoded(body);
    REQUIRE(result.parked.size() == 1);
    CHECK(result.parked[0].reason == "A change is not in the form of one.");
    REQUIRE(result.deltas.size() == 1);
    CHECK(result.deltas[0].clock == 6);

    Bytes unreadable = body_of(batch);
    append(unreadable, as_bytes("\x12\x02\x18\xFF"));
    append(unreadable, body_of(rest));
    CHECK(decoded(unreadable).deltas.empty());
    CHECK(decoded(unreadable).parked.size() == 2);
}

TEST_CASE("a body of another version or beyond its limits is refused whole") {
    proto::Batch batch;
    batch.set_version(2);
    add_good(batch, 'a');
    REQUIRE_FALSE(decode_batch(body_of(batch), author).ok());
    CHECK(decode_batch(body_of(batch), author).error().code() == ErrorCode::unsupported);
    batch.set_version(1);
    for (int i = 0; i < 33; ++i) batch.add_shared("\x12\x01z");
    CHECK_FALSE(decode_batch(body_of(batch), author).ok());
    CHECK_FALSE(decode_batch(Bytes(limits::envelope_body_bytes_max + 1, 0), author).ok());
    CHECK_FALSE(decode_batch({}, author).ok());
}

TEST_CASE("the smallest deltas with the largest shared fields grow by a bounded factor") {
    proto::Batch batch;
    batch.set_version(1);
    for (int i = 1; i <= 32; ++i) {
        std::string field{static_cast<char>(((i << 3 | 2) & 0x7F) | 0x80),
                          static_cast<char>(i >> 4), 60};
        batch.add_shared(field + std::string(60, 's'));
    }
    while (batch.ByteSizeLong() + 64 < limits::envelope_body_bytes_max) {
        auto& packed = add_good(batch, 'a');
        packed.clear_fragment();
        for (std::uint32_t i = 0; i < 32; ++i) packed.add_shared(i);
    }
    const auto result = decoded(body_of(batch));
    std::size_t bytes = 0;
    for (const auto& delta : result.deltas) {
        for (const auto& field : delta.fields) bytes += sizeof field + field.value.size();
    }
    for (const auto& parked : result.parked) bytes += parked.bytes.size();
    CHECK(bytes < 100 * limits::envelope_body_bytes_max);
}

TEST_CASE("bodies cut short, with bits flipped or of random bytes never crash") {
    const std::uint64_t seed = Catch::getSeed();
    INFO("seed " << seed);
    std::mt19937_64 random(seed);
    proto::Batch batch;
    batch.set_version(1);
    batch.set_clock_base(1ULL << 60);
    batch.add_shared("\x12\x03zon");
    auto& written = add_good(batch, 'a');
    written.add_shared(0);
    written.add_cleared(9);
    written.add_replaces()->set_field(4);
    written.mutable_replaces(0)->add_deltas(77);
    auto& deleted = add_good(batch, 'b');
    deleted.clear_fragment();
    deleted.mutable_deletion()->add_covers()->add_fields(4);
    deleted.mutable_deletion()->mutable_covers(0)->set_delta(5);
    auto& redacted = add_good(batch, 'c');
    redacted.clear_fragment();
    redacted.mutable_redaction()->set_field(4);
    redacted.mutable_redaction()->add_values()->set_delta(6);
    const Bytes body = body_of(batch);

    const auto survive = [&](ByteView bytes) {
        const auto result = decode_batch(bytes, author);
        if (!result.ok()) return;
        // What comes out can go in again.
        BatchWriter writer(author, limits::envelope_body_bytes_max);
        for (const auto& delta : result.value().deltas) {
            if (!writer.add(delta, nullptr)) return;
        }
        const auto again = decode_batch(writer.finish(), author);
        REQUIRE(again.ok());
        REQUIRE(again.value().deltas == result.value().deltas);
    };
    for (std::size_t size = 0; size <= body.size(); ++size) survive(ByteView(body).first(size));
    for (std::size_t bit = 0; bit < body.size() * 8; ++bit) {
        Bytes flipped = body;
        flipped[bit / 8] ^= static_cast<Byte>(1U << (bit % 8));
        survive(flipped);
    }
    for (int i = 0; i < 100'000; ++i) {
        Bytes spoilt = body;
        for (std::uint64_t n = 1 + random() % 6; n > 0; --n) {
            spoilt[random() % spoilt.size()] = static_cast<Byte>(random());
        }
        survive(spoilt);
    }
}

}  // namespace evenkeel::codec
