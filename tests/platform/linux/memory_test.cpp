// Pages that are provided before they are written.
#include "platform/ports.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

using namespace evenkeel;

TEST_CASE("what is about to be written is there before, and holds what it held") {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    constexpr std::size_t pages = 64;
    void* const mapped =
        mmap(nullptr, pages * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    REQUIRE(mapped != MAP_FAILED);
    auto* const bytes = static_cast<unsigned char*>(mapped);
    bytes[page + 5] = 7;
    // From within a page into another: whole pages are meant.
    platform::expect_writes(bytes + 5, pages * page - 10);
    std::vector<unsigned char> present(pages);
    REQUIRE(mincore(mapped, pages * page, present.data()) == 0);
    CHECK(std::ranges::all_of(present, [](unsigned char flags) { return (flags & 1) != 0; }));
    CHECK(bytes[page + 5] == 7);
    CHECK(bytes[page + 6] == 0);
    munmap(mapped, pages * page);
}
