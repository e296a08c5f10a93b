// The small steps that a turn is made of, one by one.
#include "core/codec/entity.h"
#include "core/delta/merge.h"
#include "core/domain/local_time.h"
#include "core/store/sync_store.h"
#include "sync/trust/envelope.h"
#include "sync/trust/request_frame.h"
#include "sync/wire/calls.h"
#include "tests/killer/must.h"
#include "tests/killer/people.h"
#include "tests/support/process.h"

#include <benchmark/benchmark.h>

namespace evenkeel::bench {
namespace {

struct Author {
    test::Outside outside;
    trust::DeviceKeys keys = trust::DeviceKeys::generate(*outside.random);
    trust::EpochKey key = trust::EpochKey::random(*outside.random);
    trust::EnvelopeHeader header{
        .vault = outside.random->id<VaultId>(), .author = keys.id, .epoch = 1, .sequence = 1};

    Bytes body(std::size_t size) {
        Bytes bytes(size);
        outside.random->fill(bytes);
        return bytes;
    }
    Bytes sealed(ByteView content) {
        return test::must("seal", trust::seal_envelope(header, key, keys.signing.secret, content,
                                                       *outside.random));
    }
};

void seal(benchmark::State& state) {
    Author author;
    const Bytes body = author.body(static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(author.sealed(body));
}
BENCHMARK(seal)->Arg(130)->Arg(60'000);

void verify_author(benchmark::State& state) {
    Author author;
    const Bytes sealed = author.sealed(author.body(130));
    const auto view = test::must("parse", trust::parse_envelope(sealed));
    for (auto _ : state) {
        benchmark::DoNotOptimize(trust::verify_author(view, author.keys.signing.public_key));
    }
}
BENCHMARK(verify_author);

void parse_and_open(benchmark::State& state) {
    Author author;
    const Bytes sealed = author.sealed(author.body(static_cast<std::size_t>(state.range(0))));
    for (auto _ : state) {
        const auto view = test::must("parse", trust::parse_envelope(sealed));
        benchmark::DoNotOptimize(trust::open_envelope(view, author.key));
    }
}
BENCHMARK(parse_and_open)->Arg(130)->Arg(60'000);

void make_frame(benchmark::State& state) {
    Author author;
    const Bytes payload = author.body(600);
    std::uint64_t counter = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            trust::make_frame({}, author.keys.id, ++counter, payload, author.keys.signing.secret));
    }
}
BENCHMARK(make_frame);

void parse_turn_request(benchmark::State& state) {
    Author author;
    wire::TurnRequest request;
    request.vaults = {{.vault = author.header.vault, .position = 7, .roster = 1}};
    request.envelopes = {author.sealed(author.body(130))};
    const Bytes bytes = wire::encode(request);
    for (auto _ : state) benchmark::DoNotOptimize(wire::parse_turn_request(bytes));
}
BENCHMARK(parse_turn_request);

MoodEntry some_entry() {
    MoodEntry entry;
    entry.when = test::must("take the time", make_when({1'747'200'000'000}, "Europe/Berlin"));
    entry.mood = Rating(7);
    entry.tags = {PhiText("work"), PhiText("sleep"), PhiText("family")};
    entry.note = PhiText("slept late, long walk by the quiet water");
    return entry;
}

delta::Delta some_delta(const delta::EntityLog& log, Author& author) {
    const delta::Stamp stamp{.id = author.outside.random->number(),
                             .origin = author.keys.id,
                             .clock = author.outside.random->number()};
    return delta::write_delta(log, {{1}}, static_cast<std::uint32_t>(EntityKind::mood),
                              delta::VaultType::care, codec::encode(some_entry()),
                              {1, 2, 3, 4, 5, 6, 7, 8}, stamp);
}

// What the first arrival of every entry costs the merge.
void view_of_one_copy(benchmark::State& state) {
    Author author;
    delta::EntityLog log;
    log.add({.delta = some_delta(log, author)});
    for (auto _ : state) benchmark::DoNotOptimize(delta::view(log));
}
BENCHMARK(view_of_one_copy);

// One tap: checked, encrypted, durable.
void log_one_durable(benchmark::State& state) {
    const test::ScratchFolder scratch;
    test::Outside outside;
    const auto profile = test::new_profile(outside, scratch.path("profile"));
    const auto record = outside.random->id<VaultId>();
    store::SyncStore sync(profile->store());
    test::must("set the device", profile->store().set_device(outside.random->id<DeviceId>()));
    test::must("add a vault", sync.add_vault({.id = record, .record = record}));
    for (auto _ : state) {
        test::log_rating(*profile, record, "slept late, long walk by the quiet water", 7,
                         {"work", "sleep", "family"}, store::Placement::shared);
    }
}
BENCHMARK(log_one_durable)->UseRealTime();

}  // namespace
}  // namespace evenkeel::bench
