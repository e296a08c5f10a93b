// Measures the whole way of an entry, against what other engines need for the same: the workload
// and the targets are those of peers.cpp. Not a test: machines differ, and a busy one tells little.
//
//   evenkeel_bench [--quick] [--runs N] [--no-micro] [--server PROGRAM]
//                  [--benchmark_filter=... and Google Benchmark's other options]
#include "tests/bench/machine.h"
#include "tests/bench/story.h"
#include "tests/killer/must.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace evenkeel::bench {
namespace {

struct Options {
    bool quick = false;
    bool micro = true;
    int runs = 3;
    std::string server = EVENKEEL_SERVER;
};

Options parse(const test::Words& words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool has_value = i + 1 < words.size();
        if (words[i] == "--quick") {
            options.quick = true;
            options.runs = 1;
        } else if (words[i] == "--no-micro") {
            options.micro = false;
        } else if (words[i] == "--runs" && has_value) {
            options.runs = std::stoi(words[++i]);
        } else if (words[i] == "--server" && has_value) {
            options.server = words[++i];
        } else {
            test::stop_with("Not an option: " + words[i]);
        }
    }
    return options;
}

Extent extent_of(const Options& options) {
    if (!options.quick) return {};
    return {.entries = 1'000,
            .single_turns = 50,
            .load_clients = 32,
            .turns_per_load_client = 50,
            .fsync_pushes = 10,
            .open_repeats = 5,
            .decade_days = 365,
            .window_starts = 3,
            .caseload_clients = 6,
            .caseload_days = 90,
            .idle_seconds = 5};
}

void run_once(const Options& options, const Extent& extent, Samples& samples) {
    Setting setting(options.server);
    tell_story(setting, extent, samples);
    put_under_load(setting, extent, samples);
    count_fsyncs(setting, extent, samples);
    measure_opening(setting, extent, samples);
    measure_screens(setting, extent, samples);
    measure_window(setting, extent, samples);
}

int run(const Options& options) {
    if (options.micro) benchmark::RunSpecifiedBenchmarks();
    const Extent extent = extent_of(options);
    Samples samples;
    std::printf("load average before: %s\n", load_average().c_str());
    for (int i = 0; i < options.runs; ++i) {
        run_once(options, extent, samples);
        std::printf("run %d of %d done, load average: %s\n", i + 1, options.runs,
                    load_average().c_str());
        std::fflush(stdout);
    }
    {
        Setting setting(options.server);
        measure_caseload(setting, extent, samples);
    }
    std::printf("the caseload of %zu clients, %d days each, done\n", extent.caseload_clients,
                extent.caseload_days);
    std::printf(
        "\n%zu entries, %zu single turns, %zu load clients; over TLS, encrypted, signed, "
        "durable on both sides\n\n",
        extent.entries, extent.single_turns, extent.load_clients);
    print_table(samples);
    print_peers();
    return 0;
}

}  // namespace
}  // namespace evenkeel::bench

int main(int argc, char** argv) {
    using namespace evenkeel;
    try {
        benchmark::Initialize(&argc, argv);
        return bench::run(bench::parse(test::Words(argv + 1, argv + argc)));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
