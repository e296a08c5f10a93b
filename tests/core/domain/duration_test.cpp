#include "core/domain/duration.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

TEST_CASE("durations are read the way people write them") {
    const std::pair<const char*, std::uint32_t> cases[] = {
        {"90", 90},    {"0", 0},      {"90m", 90},      {"90 min", 90},
        {"1h", 60},    {"1h30", 90},  {"1h30m", 90},    {"1 h 30 m", 90},
        {"1.5h", 90},  {"1,5 h", 90}, {"2 hours", 120}, {"1 hour 5 minutes", 65},
        {"0.25h", 15}, {"24h", 1440}, {" 45 ", 45},     {"1H30M", 90},
        {"1.333h", 80}};
    for (const auto& [text, minutes] : cases) {
        CAPTURE(text);
        REQUIRE(parse_duration(text).ok());
        CHECK(parse_duration(text).value() == minutes);
    }
}

TEST_CASE("what is no duration is refused with what to write instead") {
    for (const auto* text : {"", "h", "-5", "1.5", "1h30h", "1:30", "1h 30 x", "ninety", "1.h",
                             "123456", "5 s", "1.5m"}) {
        CAPTURE(text);
        const auto refused = parse_duration(text);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().sentence() ==
              "This is no duration. Write minutes, as 90, or hours and minutes, as 1h30.");
    }
}

TEST_CASE("more than a day, and an hour of sixty minutes, are refused each in their own words") {
    CHECK(parse_duration("25h").error().sentence() == "A duration is at most 24 hours.");
    CHECK(parse_duration("1441").error().sentence() == "A duration is at most 24 hours.");
    CHECK(parse_duration("99999h").error().sentence() == "A duration is at most 24 hours.");
    CHECK(parse_duration("1h60").error().sentence() == "After hours, write less than 60 minutes.");
}

TEST_CASE("durations are printed in words") {
    CHECK(print_duration(0) == "0 minutes");
    CHECK(print_duration(1) == "1 minute");
    CHECK(print_duration(60) == "1 hour");
    CHECK(print_duration(150) == "2 hours 30 minutes");
}
