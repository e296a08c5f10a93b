#include "core/codec/batch.h"

#include "core/base/limits.h"
#include "proto/delta.pb.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <ctime>
#include <random>

namespace evenkeel::codec {

namespace {

using delta::Action;
using delta::Delta;
using delta::FieldChange;

constexpr std::size_t body_max = limits::envelope_body_bytes_max;
constexpr std::uint32_t zone_field = 2;

const ShareableField nothing_shared = [](std::uint32_t, std::uint32_t) { return false; };
const ShareableField zones_shared = [](std::uint32_t, std::uint32_t field) {
    return field == zone_field || field > 1000;
};

template <typename Id>
Id id_of(Byte fill) {
    Id id;
    id.bytes.fill(fill);
    return id;
}
const DeviceId author = id_of<DeviceId>(0xA0);

Bytes text_field(std::uint32_t number, std::string_view text) {
    Bytes bytes{static_cast<Byte>(number << 3 | 2), static_cast<Byte>(text.size())};
    append(bytes, as_bytes(text));
    return bytes;
}

Delta mood_delta(std::uint64_t number) {
    Delta delta;
    delta.id = number + 1;
    delta.entity = id_of<EntityId>(static_cast<Byte>(number % 255 + 1));
    delta.kind = 1;
    delta.origin = author;
    delta.clock = (1'747'216'800'000 + number * 60'000) << 16;
    delta.fields = {{.number = zone_field, .value = text_field(zone_field, "Europe/Berlin")},
                    {.number = 4, .value = {0x20, 0x07}},
                    {.number = 9, .value = text_field(9, "slept well, walked to work, tired now")}};
    return delta;
}

Bytes body_of(const std::vector<Delta>& deltas, const ShareableField& shareable = nothing_shared) {
    BatchWriter writer(author, body_max);
    for (const auto& delta : deltas) REQUIRE(writer.add(delta, shareable));
    const std::size_t size = writer.size();
    Bytes body = writer.finish();
    REQUIRE(body.size() == size);
    return body;
}

DecodedBatch decoded(ByteView body) {
    auto result = decode_batch(body, author);
    REQUIRE(result.ok());
    return std::move(result).value();
}

// The body after a change to its generated form.
template <typename Change>
Bytes changed(const Bytes& body, Change change) {
    proto::Batch batch;
    REQUIRE(batch.ParseFromArray(body.data(), static_cast<int>(body.size())));
    change(batch);
    const std::string text = batch.SerializeAsString();
    return to_bytes(as_bytes(text));
}

// A delta with whatever a delta may have.
class Generator {
public:
    explicit Generator(std::uint64_t seed) : random(seed) {}

    Delta delta() {
        Delta delta;
        for (auto& byte : delta.entity.bytes) byte = static_cast<Byte>(random());
        delta.id = below(2) == 0 ? read_big_endian<DeltaId>(delta.entity.view()) : random() | 1;
        delta.kind = 1 + below(300);
        delta.origin = below(3) == 0 ? id_of<DeviceId>(0xB0) : author;
        delta.clock =
            below(8) == 0 ? random() : (std::uint64_t{1'747'216'800} << 26) + random() % 99999;
        if (below(4) == 0) delta.revision = below(9);
        if (below(4) == 0) delta.generation = below(9);
        delta.action = static_cast<Action>(below(2) == 0 ? 0 : below(4));
        fill(delta);
        return delta;
    }

    std::uint32_t below(std::uint64_t limit) {
        return static_cast<std::uint32_t>(random() % limit);
    }
    std::mt19937_64 random;

private:
    std::vector<DeltaId> ids() {
        std::vector<DeltaId> ids(below(4));
        for (auto& id : ids) id = random() | 1;
        return ids;
    }

    void fill(Delta& delta) {
        if (delta.action == Action::write) {
            for (std::uint32_t number = 1; number < 12; ++number) {
                if (below(2) == 0 || number == 1) delta.fields.push_back(field(number));
            }
        } else if (delta.action == Action::redaction) {
            delta.redacted_field = 1 + below(99);
            for (const DeltaId id : ids()) {
                delta.redacted.push_back({{id, delta.redacted_field}, random(), ids()});
            }
        } else {
            if (delta.action == Action::retirement) delta.successor = random() | 1;
            for (const DeltaId id : ids()) {
                for (std::uint32_t number = 1 + below(9); number < 12; ++number) {
                    delta.covers.push_back({id, number});
                }
            }
        }
    }

    FieldChange field(std::uint32_t number) {
        FieldChange change{.number = number};
        if (below(5) != 0) change.value = text_field(number, std::string(below(90), 'x'));
        if (below(3) == 0 && change.value.empty() == false) append(change.value, change.value);
        if (below(2) == 0) change.replaces = ids();
        if (below(6) == 0) change.generation = below(9);
        return change;
    }
};

}  // namespace

TEST_CASE("deltas of every kind and action come back as they were") {
    for (std::uint32_t i = 0; i < 3'000; ++i) {
        Generator generator((std::uint64_t{Catch::getSeed()} << 20) + i);
        std::vector<Delta> deltas;
        for (std::uint32_t n = generator.below(12); n > 0; --n) deltas.push_back(generator.delta());
        const ShareableField shareable = [i](std::uint32_t kind, std::uint32_t field) {
            return (kind + field + i) % 3 == 0;
        };
        const auto batch = decoded(body_of(deltas, shareable));
        REQUIRE(batch.parked.empty());
        REQUIRE(batch.deltas == deltas);
    }
}

TEST_CASE("a body is what the generated types read") {
    const std::vector<Delta> deltas{mood_delta(1), mood_delta(2)};
    const Bytes body = body_of(deltas, zones_shared);
    CHECK(changed(body, [](proto::Batch& batch) {
              CHECK(batch.version() == 1);
              CHECK(batch.deltas_size() == 2);
              CHECK(batch.shared_size() == 1);
              CHECK(batch.clock_base() == mood_delta(1).clock);
              CHECK(batch.deltas(0).clock_step() == 0);
              CHECK(batch.deltas(1).clock_step() == 60'000LL << 16);
              CHECK_FALSE(batch.deltas(1).fragment().empty());
          }).size() == body.size());
}

TEST_CASE("the delta that creates an entry does not repeat its id") {
    Delta creating = mood_delta(1);
    creating.id = read_big_endian<DeltaId>(creating.entity.view());
    const Bytes body = body_of({creating});
    CHECK(body.size() + 9 == body_of({mood_delta(1)}).size());
    CHECK(decoded(body).deltas == std::vector{creating});
}

TEST_CASE("a mood entry costs at most 32 bytes beyond its fields") {
    std::vector<Delta> deltas;
    std::size_t fields_size = 0;
    for (std::uint64_t day = 0; day < 50; ++day) {
        Delta delta = mood_delta(day);
        delta.id = read_big_endian<DeltaId>(delta.entity.view());
        delta.clock = (1'747'216'800'000 + day * 86'400'000 + day * 977) << 16;
        delta.fields = {{.number = 4, .value = {0x20, 0x07}},
                        {.number = 8, .value = text_field(8, "sleep")},
                        {.number = 9, .value = text_field(9, std::string(40, 'n'))}};
        append(delta.fields[1].value, text_field(8, "work"));
        append(delta.fields[1].value, text_field(8, "home"));
        for (const auto& field : delta.fields) fields_size += field.value.size();
        deltas.push_back(delta);
    }
    const std::size_t overhead = body_of(deltas).size() - fields_size;
    CHECK(overhead <= 50 * 32 + 11);
}

TEST_CASE("fields that entries carry alike are written once") {
    std::vector<Delta> deltas;
    for (std::uint64_t i = 0; i < 100; ++i) deltas.push_back(mood_delta(i));
    const std::size_t plain = body_of(deltas, nothing_shared).size();
    const std::size_t shared = body_of(deltas, zones_shared).size();
    CHECK(plain - shared == 100 * 15 - 17 - 100 * 3);
    CHECK(decoded(body_of(deltas, zones_shared)).deltas == deltas);
}

TEST_CASE("the table of shared fields stays at 32, and long fields stay out of it") {
    std::vector<Delta> deltas;
    for (std::uint64_t i = 0; i < 80; ++i) {
        deltas.push_back(mood_delta(i));
        const std::string zone(i < 40 ? 10 : 70, static_cast<char>('A' + i % 40));
        deltas.back().fields[0].value = text_field(zone_field, zone);
    }
    const Bytes body = body_of(deltas, zones_shared);
    changed(body, [](proto::Batch& batch) { CHECK(batch.shared_size() == 32); });
    CHECK(decoded(body).deltas == deltas);
}

TEST_CASE("a body fills to its limit and not beyond, and what does not fit changes nothing") {
    for (const std::size_t limit : {std::size_t{700}, std::size_t{16'384}, body_max}) {
        BatchWriter writer(author, limit);
        std::vector<Delta> added;
        while (writer.add(mood_delta(added.size()), zones_shared)) {
            added.push_back(mood_delta(added.size()));
        }
        const std::size_t size = writer.size();
        Delta other = mood_delta(7);
        other.fields[0].value = text_field(zone_field, "America/New_York");
        CHECK_FALSE(writer.add(other, zones_shared));
        CHECK(writer.size() == size);
        const Bytes body = writer.finish();
        CHECK(body.size() == size);
        CHECK(body.size() <= limit);
        CHECK(body.size() + 100 > limit);
        CHECK(decoded(body).deltas == added);
        CHECK(writer.empty());
        CHECK(writer.add(other, zones_shared));
        CHECK(decoded(writer.finish()).deltas == std::vector{other});
    }
}

TEST_CASE("a delta larger than the limit fits nowhere") {
    BatchWriter writer(author, body_max);
    Delta delta = mood_delta(1);
    delta.fields = {{.number = 9, .value = Bytes(body_max, 0)}};
    CHECK_FALSE(writer.add(delta, nothing_shared));
    CHECK(writer.empty());
}

}  // namespace evenkeel::codec
