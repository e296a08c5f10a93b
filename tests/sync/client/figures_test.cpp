// The figures of the design's table, over the real client, store and server code in one process,
// without a network in between. Hidden: run with [figures] on an idle machine.
#include "tests/sync/client/world.h"

#include <chrono>

namespace evenkeel::client {
namespace {

double seconds_of(const std::function<void()>& work) {
    const auto began = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

TEST_CASE("ten thousand entries: push, and a fresh pull", "[.][figures]") {
    constexpr std::uint32_t count = 10'000;
    World world;
    world.settle();
    for (std::uint32_t i = 0; i < count; ++i) world.client->log_mood(i % 11);
    const auto up_before = world.client->turn->report().bytes_up;
    const double push_s = seconds_of([&] { world.client->sync(); });
    const auto up = world.client->turn->report().bytes_up - up_before;
    const auto down_before = world.clinician->turn->report().bytes_down;
    const double pull_s = seconds_of([&] { world.clinician->sync(); });
    const auto down = world.clinician->turn->report().bytes_down - down_before;
    WARN("push " << push_s << " s, " << up / count << " B per record up; pull " << pull_s << " s, "
                 << down / count << " B per record down");
    CHECK(up / count <= 130);
    CHECK(down / count <= 130);
    double worst_s = 0;
    double all_s = 0;
    for (std::uint32_t i = 0; i < 100; ++i) {
        world.client->log_mood(i % 11);
        const double one_s = seconds_of([&] { world.client->sync(); });
        worst_s = std::max(worst_s, one_s);
        all_s += one_s;
    }
    WARN("one record: " << all_s * 10 << " ms mean, " << worst_s * 1000 << " ms worst; "
                        << world.client->wire->last_up << " B up, "
                        << world.client->wire->last_down << " B down");
}

}  // namespace
}  // namespace evenkeel::client
