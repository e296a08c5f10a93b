// The engine on its thread: order, nothing lost, and no waking without cause.
#include "app/model/worker.h"

#include "tests/app/model/people.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace evenkeel::test {
namespace {

using namespace model;

// A story that waits longer than this has failed.
constexpr auto patience = std::chrono::seconds(60);

EngineSetup setup_of(World& world, const std::string& name) {
    return {.profile_directory = (world.folder / name).string(),
            .ports = {world.clock, world.random, world.secrets},
            .connect = world.connect(),
            .cost = trust::password_cost_floor};
}

// Waits for a snapshot that `is_it` likes; those in between are seen in order.
template <typename Like>
SnapshotPtr wait_for(Worker& worker, std::atomic<int>& wakes, Like is_it) {
    const auto end = std::chrono::steady_clock::now() + patience;
    std::uint64_t number = 0;
    while (std::chrono::steady_clock::now() < end) {
        if (const SnapshotPtr snapshot = worker.take()) {
            CHECK(snapshot->number >= number);
            number = snapshot->number;
            if (is_it(*snapshot)) return snapshot;
        }
        const int seen = wakes.load();
        for (int i = 0; i < 50 && wakes.load() == seen; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    FAIL("The worker never showed it.");
    return nullptr;
}

TEST_CASE("The worker does what is asked in order and finishes it before it stops") {
    World world;
    Day today;
    {
        Person clinician = founder(world);
        Person client = client_of(world, clinician, "Ada", all_kinds());
        today = client.sees()->client->today.today;
    }
    constexpr std::uint32_t taps = 120;
    {
        std::atomic<int> wakes = 0;
        Worker worker(setup_of(world, "Ada"), [&] { ++wakes; });
        worker.post(Unlock{words});
        for (std::uint32_t tap = 0; tap < taps; ++tap) {
            worker.post(SetUse{today, UseGroup::social, tap});
            if (tap % 10 == 0) worker.touched();
        }
        const SnapshotPtr done = wait_for(
            worker, wakes, [&](const Snapshot& snapshot) { return snapshot.handled == taps + 1; });
        CHECK(done->errors.empty());
        CHECK(line_of(done->client->today, UseGroup::social).minutes == taps - 1);
        for (std::uint32_t tap = 0; tap < taps; ++tap) worker.post(SetMood{today, tap % 11});
        worker.post(SetMood{today, 4});
    }
    Person client(world, "Ada");
    CHECK(client.does(Unlock{words})->client->today.mood == 4U);
}

TEST_CASE("A worker with nothing to do wakes nobody") {
    World world;
    { Person clinician = founder(world); }
    std::atomic<int> wakes = 0;
    Worker worker(setup_of(world, "founder"), [&] { ++wakes; });
    worker.post(Unlock{words});
    wait_for(worker, wakes, [](const Snapshot& snapshot) {
        return snapshot.stage == Stage::clinician && snapshot.sync.state == SyncLineState::settled;
    });
    const int before = wakes.load();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    CHECK(wakes.load() == before);
    CHECK(worker.take() == nullptr);
}

TEST_CASE("While a step that takes long runs, the screens know") {
    World world;
    { Person clinician = founder(world); }
    std::atomic<Worker*> running = nullptr;
    std::atomic<int> busy = 0;
    std::atomic<int> wakes = 0;
    Worker worker(setup_of(world, "founder"), [&] {
        // On the worker's thread, between two steps.
        if (Worker* const self = running.load()) {
            const SnapshotPtr snapshot = self->take();
            if (snapshot && snapshot->busy) ++busy;
            if (snapshot && snapshot->stage == Stage::clinician) ++wakes;
        }
    });
    running = &worker;
    worker.post(Unlock{words});
    for (int i = 0; i < 60'000 && wakes.load() == 0; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    CHECK(wakes.load() > 0);
    CHECK(busy.load() == 1);
    running = nullptr;
}

}  // namespace
}  // namespace evenkeel::test
