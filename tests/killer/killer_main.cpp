// Kills the client and the server at system calls that a seed chooses, and checks after each kill
// that what was said to be saved is there, what was said to be sent is at the server, and that
// nothing is doubled. Usage: test_killer [--seed N] [--percent N]
#include "tests/killer/must.h"
#include "tests/killer/scene.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sys/resource.h>

namespace evenkeel::test {
namespace {

struct Plan {
    Window window;
    Side side;
    int kills;
};

struct Options {
    std::uint64_t seed = std::random_device()();
    int kills_per_hundred = 100;  // of the plan; less is for trying things out
};

Options parse(const Words& words) {
    Options options;
    for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
        if (words[i] == "--seed") options.seed = std::stoull(words[i + 1]);
        if (words[i] == "--percent") options.kills_per_hundred = std::stoi(words[i + 1]);
    }
    return options;
}

int run(const Options& options) {
    constexpr Plan plans[] = {
        {Window::commit, Side::client, 30},   {Window::commit, Side::server, 25},
        {Window::exchange, Side::client, 30}, {Window::exchange, Side::server, 25},
        {Window::anywhere, Side::client, 8},  {Window::anywhere, Side::server, 8},
    };
    std::printf("Seed %llu; to repeat: test_killer --seed %llu\n",
                static_cast<unsigned long long>(options.seed),
                static_cast<unsigned long long>(options.seed));
    const auto begin = std::chrono::steady_clock::now();
    Scene scene(EVENKEEL_SERVER, EVENKEEL_KILLER_WORKER, options.seed);
    for (const Plan& plan : plans) {
        const int kills = (plan.kills * options.kills_per_hundred + 99) / 100;
        for (int i = 0; i < kills; ++i) scene.kill_once(plan.window, plan.side);
        std::printf("%s killed %d times %s: nothing lost, nothing doubled\n",
                    plan.side == Side::client ? "client" : "server", kills,
                    name_of(plan.window).c_str());
        std::fflush(stdout);
    }
    scene.check_with_fresh_device();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::printf(
        "%zu entries, all found; %d kills struck between durable and said to be saved, %d "
        "between stored and said to be sent; %.0f s\n",
        scene.ledger().saved.size(), scene.kills_before_saved(), scene.kills_before_sent(),
        took.count());
    return 0;
}

}  // namespace
}  // namespace evenkeel::test

int main(int argc, char** argv) {
    using namespace evenkeel::test;
    try {
        return run(parse(Words(argv + 1, argv + argc)));
    } catch (const std::exception& error) {
        std::printf("FAILED: %s\n", error.what());
        return 1;
    }
}
