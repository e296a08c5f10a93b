// Convergence, tested through real operations.
#include "tests/core/store/history.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

using namespace evenkeel::test;

namespace {

std::uint64_t number_from(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

}  // namespace

// EVENKEEL_SEED repeats one failure; EVENKEEL_HISTORIES runs more of them.
TEST_CASE("devices that exchanged everything show the same, whatever happened in whatever order") {
    const std::uint64_t first = number_from("EVENKEEL_SEED", 1);
    const std::uint64_t count =
        std::getenv("EVENKEEL_SEED") != nullptr ? 1 : number_from("EVENKEEL_HISTORIES", 2000);
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        CAPTURE(seed);
        History history(seed);
        history.run(15 + static_cast<int>(seed % 30));
        const std::string complaint = history.complaint();
        if (!complaint.empty()) FAIL(complaint);
    }
}
