// The vectors of the clinical design, section 3.3, computed there with Python's zoneinfo.
#include "core/domain/local_time.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

namespace {

const std::string new_york = "America/New_York";

Day day(std::string_view text) { return parse_date(text).value(); }
Instant at(std::string_view text) { return parse_rfc3339(text).value(); }

// "2026-03-07T09:00:00Z..2026-03-08T08:00:00Z 1380"
std::string bounds(std::string_view date, const std::string& zone) {
    const auto span = day_bounds(day(date), zone).value();
    return print_rfc3339(span.start) + ".." + print_rfc3339(span.end) + " " +
           std::to_string(length_ms(span) / ms_per_minute);
}

std::int64_t minutes(std::string_view date, const std::string& zone) {
    return length_ms(day_bounds(day(date), zone).value()) / ms_per_minute;
}

// From 22:30 on the evening of `date` to 06:30, in New York.
TimeSpan night_of(std::string_view date) {
    return {instant_of(day(date), 22 * 60 + 30, new_york).value(),
            instant_of(day(date) + 1, 6 * 60 + 30, new_york).value()};
}

std::string parts(std::string_view start, std::string_view end, const std::string& zone) {
    std::string text;
    const auto found = split_at_days({at(start), at(end)}, zone).value();
    for (const auto& part : found) {
        text +=
            print_date(part.day) + "=" + std::to_string(length_ms(part.span) / ms_per_minute) + " ";
    }
    return text;
}

}  // namespace

TEST_CASE("a logical day in New York is an hour shorter in spring and longer in autumn") {
    CHECK(bounds("2026-03-07", new_york) == "2026-03-07T09:00:00Z..2026-03-08T08:00:00Z 1380");
    CHECK(bounds("2026-03-08", new_york) == "2026-03-08T08:00:00Z..2026-03-09T08:00:00Z 1440");
    CHECK(bounds("2026-10-31", new_york) == "2026-10-31T08:00:00Z..2026-11-01T09:00:00Z 1500");
    CHECK(minutes("2026-11-01", new_york) == 1440);
}

TEST_CASE("logical days follow the rules of Berlin and of Lord Howe's half hour") {
    CHECK(minutes("2026-03-28", "Europe/Berlin") == 1380);
    CHECK(minutes("2026-10-24", "Europe/Berlin") == 1500);
    CHECK(minutes("2026-04-04", "Australia/Lord_Howe") == 1470);
    CHECK(minutes("2026-10-03", "Australia/Lord_Howe") == 1410);
}

TEST_CASE("a night off is as long as that night really was") {
    CHECK(length_ms(night_of("2026-03-06")) / ms_per_minute == 480);
    CHECK(length_ms(night_of("2026-03-07")) / ms_per_minute == 420);
    CHECK(length_ms(night_of("2026-10-31")) / ms_per_minute == 540);
}

TEST_CASE("a session over the spring gap has the minutes that passed") {
    // 01:30 to 03:30 on the wall clock, one hour in truth, and still the evening before.
    CHECK(parts("2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z", new_york) == "2026-03-07=60 ");
    CHECK(print_rfc3339(instant_of(day("2026-03-08"), 90, new_york).value()) ==
          "2026-03-08T06:30:00Z");
    CHECK(print_rfc3339(instant_of(day("2026-03-08"), 210, new_york).value()) ==
          "2026-03-08T07:30:00Z");
}

TEST_CASE("a wall clock that reads one time twice means the earlier") {
    const auto first = instant_of(day("2026-11-01"), 90, new_york).value();
    CHECK(print_rfc3339(first) == "2026-11-01T05:30:00Z");
    CHECK(local_time(first + ms_per_hour, new_york).value().minute == 90);
}

TEST_CASE("a wall clock time that was skipped is moved forward by the gap") {
    const auto found = instant_of(day("2026-03-08"), 150, new_york).value();
    CHECK(print_rfc3339(found) == "2026-03-08T07:30:00Z");
    CHECK(local_time(found, new_york).value().minute == 210);
    // The same as the start of a logical day.
    CHECK(day_bounds(day("2026-03-08"), new_york, 150).value().start == found);
}

TEST_CASE("an evening session overlaps the night off by its last forty minutes") {
    const TimeSpan session{at("2026-03-07T02:50:00Z"), at("2026-03-07T04:10:00Z")};
    CHECK(length_ms(intersection(session, night_of("2026-03-06"))) / ms_per_minute == 40);
    CHECK(length_ms(intersection(session, night_of("2026-03-08"))) == 0);
}

TEST_CASE("a session over four in the morning belongs to two days") {
    CHECK(parts("2026-03-10T07:30:00Z", "2026-03-10T08:45:00Z", new_york) ==
          "2026-03-09=30 2026-03-10=45 ");
    CHECK(parts("2026-03-10T07:30:00Z", "2026-03-10T07:30:00Z", new_york).empty());
}

TEST_CASE("an entry at half past one belongs to the evening before") {
    const auto when = make_when(at("2026-03-10T00:30:59.999Z"), "Europe/Berlin").value();
    CHECK(print_date(when.day) == "2026-03-09");
    CHECK(when.offset_minutes == 60);
    CHECK(when.instant == at("2026-03-10T00:30:59Z"));
    CHECK(validate(when).ok());
    CHECK(make_when(at("2026-03-10T00:30:00Z"), "Europe/Berlin", 0).value().day ==
          day("2026-03-10"));
}

TEST_CASE("a time typed for a logical day may lie after midnight") {
    CHECK(instant_on_day(day("2026-03-09"), 90, "UTC").value() == at("2026-03-10T01:30:00Z"));
    CHECK(instant_on_day(day("2026-03-09"), 240, "UTC").value() == at("2026-03-09T04:00:00Z"));
}

TEST_CASE("every instant lies within the bounds of its own logical day") {
    for (const auto* zone : {"America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "UTC"}) {
        for (const std::int32_t start : {0, 90, 150, 240, 1439}) {
            // Two years around every change of these zones, in steps that hit odd minutes.
            for (auto now = at("2011-06-01T00:00:00Z"); now < at("2013-06-01T00:00:00Z");
                 now = now + 7 * ms_per_hour + 13 * ms_per_minute) {
                const auto found = logical_day(now, zone, start).value();
                const auto span = day_bounds(found, zone, start).value();
                REQUIRE((span.start <= now && now < span.end));
            }
        }
    }
}

TEST_CASE("a date that Samoa skipped is a day without time") {
    CHECK(minutes("2011-12-30", "Pacific/Apia") == 0);
    CHECK(parts("2011-12-30T10:00:00Z", "2011-12-30T18:00:00Z", "Pacific/Apia") ==
          "2011-12-29=240 2011-12-31=240 ");
}

TEST_CASE("an unknown zone is refused in one sentence") {
    for (const auto* zone : {"", "Europe/Atlantis", "../../etc/passwd", "Europe/Berlin\n"}) {
        const auto refused = make_when({}, zone);
        REQUIRE_FALSE(refused.ok());
        CHECK(refused.error().sentence() ==
              "This time zone is not known here. Use a name as Europe/Berlin.");
    }
    CHECK_FALSE(day_bounds({}, "Nowhere").ok());
}

TEST_CASE("times beyond the rules of any zone are refused, never computed") {
    CHECK_FALSE(make_when({INT64_MAX}, "UTC").ok());
    CHECK_FALSE(make_when({INT64_MIN}, "UTC").ok());
    CHECK_FALSE(day_bounds({INT32_MAX}, "UTC").ok());
    CHECK_FALSE(instant_of({0}, 1441, "UTC").ok());
    CHECK_FALSE(day_bounds({0}, "UTC", 1440).ok());
    CHECK_FALSE(split_at_days({{0}, {500 * ms_per_day}}, "UTC").ok());
}
