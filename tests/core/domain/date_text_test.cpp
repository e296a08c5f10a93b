#include "core/domain/local_time.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

TEST_CASE("dates are read and printed in one form only") {
    CHECK(parse_date("1970-01-01").value() == Day{0});
    CHECK(parse_date("2024-02-29").value() == Day{19782});
    CHECK(print_date({19782}) == "2024-02-29");
    CHECK(print_date({-1}) == "1969-12-31");
    for (const auto* text : {"", "2026-2-3", "2026-02-30", "2023-02-29", "2026-13-01", "2026-00-10",
                             "2026/01/01", "2026-01-01 ", "02026-01-01", "-026-01-01"}) {
        CAPTURE(text);
        const auto refused = parse_date(text);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().sentence() == "This is no date. Write it as 2026-03-08.");
    }
}

TEST_CASE("the first day of 1970 was a Thursday") {
    CHECK(weekday({0}) == Weekday::thursday);
    CHECK(weekday(parse_date("2026-03-08").value()) == Weekday::sunday);
    CHECK(weekday({-4}) == Weekday::sunday);
}

TEST_CASE("times of day are read with one or two digits of the hour") {
    CHECK(parse_time_of_day("07:30").value() == 450);
    CHECK(parse_time_of_day("7:30").value() == 450);
    CHECK(parse_time_of_day("23:59").value() == 1439);
    CHECK(print_time_of_day(5) == "00:05");
    for (const auto* text : {"", "24:00", "7.30", "07:60", "07:3", "007:30", "7:30pm", "-7:30"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_time_of_day(text).ok());
    }
}

TEST_CASE("moments are read with any offset and fraction") {
    const auto moment = parse_rfc3339("2026-03-08T07:30:00Z").value();
    CHECK(parse_rfc3339("2026-03-08T08:30:00+01:00").value() == moment);
    CHECK(parse_rfc3339("2026-03-08t02:00:00-05:30").value() == moment);
    CHECK(parse_rfc3339("2026-03-08T07:30:00.123456+00:00").value() == moment + 123);
    CHECK(parse_rfc3339("1969-12-31T23:59:59Z").value() == Instant{-1000});
    for (const auto* text :
         {"", "2026-03-08", "2026-03-08T07:30Z", "2026-03-08T07:30:00", "2026-03-08T25:30:00Z",
          "2026-03-08T07:30:00.Z", "2026-03-08T07:30:00+0100", "2026-03-08T07:30:00Zx"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_rfc3339(text).ok());
    }
}

TEST_CASE("moments are printed on the clock of their offset") {
    const auto moment = parse_rfc3339("2026-03-08T07:30:05Z").value();
    CHECK(print_rfc3339(moment) == "2026-03-08T07:30:05Z");
    CHECK(print_rfc3339(moment, -330) == "2026-03-08T02:00:05-05:30");
    CHECK(print_rfc3339({-1000}, 60) == "1970-01-01T00:59:59+01:00");
}
