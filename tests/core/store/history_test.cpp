// The merge's promises, kept through real operations.
#include "tests/core/store/history.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

using namespace evenkeel::test;

namespace {

constexpr std::uint64_t histories = 10'000;

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

std::string complaint_about(DevicePool& pool, std::uint64_t seed) {
    try {
        History history(pool, seed);
        history.run(15 + static_cast<int>(seed % 40));
        return history.complaint();
    } catch (const std::exception& error) {
        return error.what();
    }
}

}  // namespace

// EVENKEEL_SEED repeats one failure; EVENKEEL_HISTORIES runs more of them, from there on.
TEST_CASE("devices that exchanged everything show the same, whatever happened in whatever order",
          "[history]") {
    const bool repeats = std::getenv("EVENKEEL_SEED") != nullptr;
    const std::uint64_t first = number_from("EVENKEEL_SEED", 1);
    const std::uint64_t count = number_from("EVENKEEL_HISTORIES", repeats ? 1 : histories);
    DevicePool pool;
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        const std::string complaint = complaint_about(pool, seed);
        if (complaint.empty()) continue;
        FAIL(complaint << "\nTo repeat it:\nEVENKEEL_SEED=" << seed
                       << " build/dev/tests/test_store [history]");
    }
}
