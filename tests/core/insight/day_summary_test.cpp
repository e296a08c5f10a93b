#include "core/insight/day_summary.h"

#include "tests/core/insight/diary.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::insight;

namespace {

MoodEntry mood(std::string_view moment, std::uint32_t value,
               MoodMode mode = MoodMode::daily_check_in) {
    return {.when = make_when(parse_rfc3339(moment).value(), "Europe/Berlin").value(),
            .mood = Rating(value),
            .mode = mode};
}

std::vector<DaySummary> summarise(const Diary& diary, const std::vector<MoodEntry>& moods,
                                  std::string_view first, std::string_view last,
                                  const std::vector<JudgedBoundary>& boundaries = {}) {
    return summarise_days({day(first), day(last)}, moods, diary.records(), boundaries,
                          diary.place())
        .value();
}

std::string text(const std::optional<Phi<std::uint32_t>>& value) {
    return value ? std::to_string(value->reveal()) : "-";
}

// "2026-03-09 mood 6 internet - social 45 ai 0"
std::string text(const DaySummary& summary) {
    return print_date(summary.day) + " mood " + text(summary.mood) + " internet " +
           text(summary.minutes_of(UseGroup::internet)) + " social " +
           text(summary.minutes_of(UseGroup::social)) + " ai " +
           text(summary.minutes_of(UseGroup::ai));
}

}  // namespace

TEST_CASE("a day shows what was said, and blanks are not zeros") {
    Diary diary;
    diary.used("2026-03-09", UseGroup::social, 45).used("2026-03-09", UseGroup::ai, 0);
    const auto days =
        summarise(diary, {mood("2026-03-09T18:00:00Z", 6)}, "2026-03-08", "2026-03-10");
    REQUIRE(days.size() == 3);
    CHECK(text(days[0]) == "2026-03-08 mood - internet - social - ai -");
    CHECK(text(days[1]) == "2026-03-09 mood 6 internet - social 45 ai 0");
    CHECK(text(days[2]) == "2026-03-10 mood - internet - social - ai -");
}

TEST_CASE("only the daily check-in gives a day its mood, and the latest one counts") {
    const auto days = summarise(Diary(),
                                {mood("2026-03-09T12:00:00Z", 2), mood("2026-03-10T00:30:00Z", 7),
                                 mood("2026-03-09T20:00:00Z", 1, MoodMode::momentary)},
                                "2026-03-09", "2026-03-10");
    CHECK(text(days[0].mood) == "7");  // half past one at night belongs to the evening before
    CHECK_FALSE(days[1].mood.has_value());
}

TEST_CASE("a check-in without a mood does not borrow one") {
    auto blank = mood("2026-03-09T12:00:00Z", 2);
    blank.mood.reset();
    blank.sleep = Minutes(420);
    const auto days = summarise(Diary(), {blank}, "2026-03-09", "2026-03-09");
    CHECK_FALSE(days[0].mood.has_value());
    CHECK(text(days[0].sleep) == "420");
}

TEST_CASE("work and study are shown apart") {
    Diary diary;
    diary.used("2026-03-09", UseGroup::internet, 30)
        .used("2026-03-09", UseGroup::internet, 400, UseSource::imported, Duty::work_or_study);
    const auto days = summarise(diary, {}, "2026-03-09", "2026-03-09");
    CHECK(text(days[0].minutes_of(UseGroup::internet)) == "30");
    CHECK(text(days[0].duty_minutes[0]) == "400");
}

TEST_CASE("a span of the night is split between the days it touches") {
    Diary diary;
    diary.used_from("2026-03-10", "03:30", UseGroup::social, 75);
    const auto days = summarise(diary, {}, "2026-03-09", "2026-03-10");
    CHECK(text(days[0].minutes_of(UseGroup::social)) == "30");
    CHECK(text(days[1].minutes_of(UseGroup::social)) == "45");
}

TEST_CASE("use without minutes is blank") {
    Diary diary;
    diary.used_unsaid("2026-03-09", UseGroup::social);
    CHECK_FALSE(summarise(diary, {}, "2026-03-09", "2026-03-09")[0]
                    .minutes_of(UseGroup::social)
                    .has_value());
}

TEST_CASE("a day lists the boundaries in force on it with their results") {
    VersionRecord version{.hash = {1}};
    version.document.boundary = {{7}};
    version.document.terms.rule = DailyLimit{.groups = {UseGroup::social}, .minutes_max = 60};
    const std::vector<VersionRecord> versions{version};
    const std::vector<JudgedBoundary> boundaries{
        {.standing = {.boundary = {{7}}, .days = {{{1}, day("2026-03-09"), {}}}},
         .versions = versions}};
    Diary diary;
    diary.used("2026-03-08", UseGroup::social, 90).used("2026-03-09", UseGroup::social, 90);
    diary.complete("2026-03-09");
    const auto days = summarise(diary, {}, "2026-03-08", "2026-03-10", boundaries);
    CHECK(days[0].boundaries.empty());
    REQUIRE(days[1].boundaries.size() == 1);
    CHECK(days[1].boundaries[0].evaluation.counts == Verdict::broken);
    CHECK(days[1].complete);
    CHECK(days[2].boundaries[0].evaluation.counts == Verdict::unknown);
    CHECK_FALSE(days[2].complete);
}

TEST_CASE("a boundary in a zone nobody knows spoils no other result") {
    VersionRecord version{.hash = {1}};
    version.document.terms.rule = DailyLimit{.minutes_max = 60};
    version.document.terms.fixed_zone = "Moon/Tycho";
    const std::vector<VersionRecord> versions{version};
    const std::vector<JudgedBoundary> boundaries{
        {.standing = {.days = {{{1}, day("2026-03-09"), {}}}}, .versions = versions}};
    const auto days = summarise(Diary(), {mood("2026-03-09T18:00:00Z", 6)}, "2026-03-09",
                                "2026-03-09", boundaries);
    CHECK(text(days[0].mood) == "6");
    CHECK(days[0].boundaries[0].evaluation.counts == Verdict::unknown);
}

TEST_CASE("ranges are taken as far as ten years, and backwards they are empty") {
    CHECK(summarise(Diary(), {}, "2026-03-10", "2026-03-09").empty());
    CHECK_FALSE(summarise_days({{0}, {3'700}}, {}, {}, {}, {}).ok());
    CHECK_FALSE(summarise_days({{INT32_MIN}, {INT32_MAX}}, {}, {}, {}, {}).ok());
}
