// Pages that are provided before they are written, and code that is given back.
#include "platform/ports.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <dlfcn.h>
#include <fstream>
#include <string>
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

namespace {

// How much of a library's parts that nobody writes is in memory, by the system's own account.
long unwritable_kb(const std::string& library) {
    std::ifstream maps("/proc/self/smaps");
    long kb = 0;
    bool is_wanted = false;
    for (std::string line; std::getline(maps, line);) {
        if (line.find('-') < line.find(' ')) {
            is_wanted = line.find("/" + library) != std::string::npos &&
                        (line.find(" r-xp ") != std::string::npos ||
                         line.find(" r--p ") != std::string::npos);
        } else if (is_wanted && line.starts_with("Rss:")) {
            kb += std::stol(line.substr(4));
        }
    }
    return kb;
}

}  // namespace

TEST_CASE("code that was given back takes no memory, and works when it is needed again") {
    void* const library = dlopen("libsodium.so", RTLD_NOW);
    REQUIRE(library != nullptr);
    const auto version =
        reinterpret_cast<const char* (*)()>(dlsym(library, "sodium_version_string"));
    REQUIRE(version != nullptr);
    const std::string before = version();
    const long there_kb = unwritable_kb("libsodium");
    CHECK(there_kb > 0);
    platform::give_back_code("libsodium");
    // Of what the loader wrote into and then closed, nothing goes.
    CHECK(unwritable_kb("libsodium") < there_kb / 2);
    CHECK(version() == before);
}
