#include "core/insight/boundary_evaluation.h"

#include "tests/core/insight/diary.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::insight;

namespace {

constexpr auto internet = UseGroup::internet;
constexpr auto social = UseGroup::social;
constexpr auto ai = UseGroup::ai;

const std::string monday = "2026-03-09";

BoundaryTerms social_limit() {
    return {.rule = DailyLimit{.groups = {social}, .minutes_max = 60, .grace_minutes = 10}};
}

BoundaryTerms night_off() {
    return {.rule = Curfew{.from_minute = 22 * 60 + 30, .to_minute = 6 * 60 + 30}};
}

BoundaryTerms weekly_limit() {
    return {.rule = WeeklyLimit{.groups = {social}, .minutes_max = 300}};
}

}  // namespace

TEST_CASE("a day without records is unknown, never kept") {
    const auto judged = Diary().judge(social_limit(), monday);
    CHECK(judged.counts == Verdict::unknown);
    CHECK_FALSE(judged.known.has_value());
    CHECK(judged.window_minutes == 1440);
}

TEST_CASE("more than the limit and its grace is broken, whatever else is missing") {
    CHECK(Diary().used(monday, social, 70).verdict(social_limit(), monday) == "unknown");
    CHECK(Diary().used(monday, social, 71).verdict(social_limit(), monday) == "broken");
    CHECK(Diary().used(monday, social, 71).complete(monday).verdict(social_limit(), monday) ==
          "broken");
}

TEST_CASE("a limit is kept when the day is complete") {
    CHECK(Diary().used(monday, social, 60).complete(monday).verdict(social_limit(), monday) ==
          "kept");
    CHECK(Diary().used(monday, social, 70).complete(monday).verdict(social_limit(), monday) ==
          "kept");
    CHECK(Diary().complete(monday).verdict(social_limit(), monday) == "kept");
    CHECK(Diary().complete(monday, {ai}).verdict(social_limit(), monday) == "unknown");
    CHECK(Diary().complete(monday, {social}).verdict(social_limit(), monday) == "kept");
}

TEST_CASE("a limit is kept when even the uncovered time could not break it") {
    // 1,440 minutes less 30 that nobody saw.
    auto diary = Diary().covered(monday, "04:00", 1410).used(monday, social, 30);
    CHECK(diary.verdict(social_limit(), monday) == "kept");
    diary.used(monday, social, 1);
    CHECK(diary.verdict(social_limit(), monday) == "unknown");
    CHECK(diary.judge(social_limit(), monday).covered_minutes == 1410);
}

TEST_CASE("a day covered by the log up to its grace is kept, though nobody said so") {
    CHECK(Diary()
              .covered(monday, "04:00", 1440)
              .used(monday, social, 65)
              .verdict(social_limit(), monday) == "kept");
}

TEST_CASE("coverage that overlaps counts once") {
    const auto judged = Diary()
                            .covered(monday, "04:00", 600)
                            .covered(monday, "10:00", 600)
                            .judge(social_limit(), monday);
    CHECK(judged.covered_minutes == 960);
}

TEST_CASE("use that somebody did not put in minutes leaves the day unknown") {
    CHECK(Diary().used_unsaid(monday, social).complete(monday).verdict(social_limit(), monday) ==
          "unknown");
}

TEST_CASE("an estimate and a log of one day are never added") {
    auto diary = Diary()
                     .used(monday, social, 40)
                     .used(monday, social, 45, UseSource::imported)
                     .complete(monday);
    const auto judged = diary.judge(social_limit(), monday);
    CHECK(judged.known == Minutes(45));
    // Together they would break it, alone neither does: nobody can say.
    CHECK(judged.counts == Verdict::unknown);
    CHECK(diary.used(monday, social, 31).verdict(social_limit(), monday) == "broken");
}

TEST_CASE("groups are added, and the other groups do not count") {
    auto terms = social_limit();
    auto diary = Diary().used(monday, social, 40).used(monday, ai, 40).used(monday, internet, 90);
    CHECK(diary.verdict(terms, monday) == "unknown");
    std::get<DailyLimit>(terms.rule).groups = {social, ai};
    CHECK(diary.verdict(terms, monday) == "broken");
    CHECK(diary.judge(terms, monday).known == Minutes(80));
}

TEST_CASE("work and study count only where the boundary names them") {
    auto terms = social_limit();
    const auto diary = Diary()
                           .used(monday, social, 90, UseSource::estimated, Duty::work_or_study)
                           .complete(monday);
    CHECK(diary.verdict(terms, monday) == "kept");
    std::get<DailyLimit>(terms.rule).counts_duty = true;
    CHECK(diary.verdict(terms, monday) == "broken");
}

TEST_CASE("a span over four in the morning is split between two days") {
    const auto diary = Diary("America/New_York").used_from("2026-03-10", "03:30", social, 75);
    CHECK(diary.judge(social_limit(), "2026-03-09").known == Minutes(30));
    CHECK(diary.judge(social_limit(), "2026-03-10").known == Minutes(45));
}

TEST_CASE("spans that overlap count once") {
    const auto diary =
        Diary().used_from(monday, "10:00", social, 30).used_from(monday, "10:20", social, 30);
    CHECK(diary.judge(social_limit(), monday).known == Minutes(50));
}

TEST_CASE("a night off is broken by any minute in it, and only by those") {
    CHECK(Diary()
              .used_from(monday, "22:00", social, 30)
              .complete(monday)
              .verdict(night_off(), monday) == "kept");
    CHECK(Diary().used_from(monday, "22:00", social, 31).verdict(night_off(), monday) == "broken");
    CHECK(Diary().used_from("2026-03-10", "06:00", ai, 5).verdict(night_off(), monday) == "broken");
    CHECK(Diary().used_from("2026-03-10", "06:30", ai, 5).verdict(night_off(), monday) ==
          "unknown");
}

TEST_CASE("an evening session overlaps the night off by forty minutes") {
    const auto judged = Diary("America/New_York")
                            .used_from("2026-03-06", "21:50", social, 80)
                            .judge(night_off(), "2026-03-06");
    CHECK(judged.known == Minutes(40));
    CHECK(judged.window_minutes == 480);
    CHECK(Diary("America/New_York").judge(night_off(), "2026-03-07").window_minutes == 420);
    CHECK(Diary("America/New_York").judge(night_off(), "2026-10-31").window_minutes == 540);
}

TEST_CASE("a night off is kept when it is covered, or the day complete") {
    CHECK(Diary().covered(monday, "22:30", 480).verdict(night_off(), monday) == "kept");
    CHECK(Diary().covered(monday, "22:30", 479).verdict(night_off(), monday) == "unknown");
    CHECK(Diary().complete(monday).verdict(night_off(), monday) == "kept");
}

TEST_CASE("minutes without a time of day leave the night unknown") {
    CHECK(Diary().used(monday, social, 20).complete(monday).verdict(night_off(), monday) ==
          "unknown");
}

TEST_CASE("a night that begins after midnight belongs to the evening before") {
    const BoundaryTerms terms{.rule = Curfew{.from_minute = 30, .to_minute = 360}};
    CHECK(Diary().used_from("2026-03-10", "01:00", social, 5).verdict(terms, monday) == "broken");
    CHECK(Diary().used_from(monday, "01:00", social, 5).verdict(terms, monday) == "unknown");
}

TEST_CASE("a week is broken as soon as it is exceeded and kept only when all days are known") {
    Diary diary;
    diary.used("2026-03-09", social, 100).used("2026-03-11", social, 100);
    for (const auto* date :
         {"2026-03-09", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-13", "2026-03-14"}) {
        diary.complete(date);
    }
    CHECK(diary.verdict(weekly_limit(), "2026-03-14") == "unknown");
    diary.complete("2026-03-15");
    CHECK(diary.verdict(weekly_limit(), "2026-03-15") == "kept");
    CHECK(diary.judge(weekly_limit(), "2026-03-10").known == Minutes(200));
    diary.used("2026-03-10", social, 101);
    CHECK(diary.verdict(weekly_limit(), "2026-03-10") == "broken");
    // The next week is another one.
    CHECK(diary.verdict(weekly_limit(), "2026-03-16") == "unknown");
}

TEST_CASE("a week starts on the day that was agreed") {
    auto terms = weekly_limit();
    CHECK(window_of(terms, day("2026-03-11")) == DayRange{day("2026-03-09"), day("2026-03-15")});
    std::get<WeeklyLimit>(terms.rule).week_start = 6;
    CHECK(window_of(terms, day("2026-03-11")) == DayRange{day("2026-03-08"), day("2026-03-14")});
    CHECK(window_of(terms, day("2026-03-08")) == DayRange{day("2026-03-08"), day("2026-03-14")});
    CHECK(window_of(social_limit(), day(monday)) == DayRange{day(monday), day(monday)});
}

TEST_CASE("partly counts as broken, and no answer as unknown") {
    const BoundaryTerms terms{.rule = Attested{PhiText("I walk before I scroll.")}};
    CHECK(Diary().verdict(terms, monday) == "unknown");
    CHECK(Diary().answered(monday, Answer::kept).verdict(terms, monday) == "kept");
    CHECK(Diary().answered(monday, Answer::partly).verdict(terms, monday) == "broken");
    CHECK(Diary().answered(monday, Answer::not_applicable).verdict(terms, monday) ==
          "not_applicable");
    CHECK(Diary().answered("2026-03-08", Answer::kept).verdict(terms, monday) == "unknown");
}

TEST_CASE("of the log and the answer the agreed one counts, and a difference is shown") {
    auto terms = social_limit();
    const auto diary = Diary().used(monday, social, 90).answered(monday, Answer::kept);
    const auto by_log = diary.judge(terms, monday);
    CHECK(by_log.counts == Verdict::broken);
    CHECK(by_log.answer == Verdict::kept);
    CHECK(by_log.differs);
    terms.evidence = Evidence::answer;
    CHECK(diary.verdict(terms, monday) == "kept");
    CHECK_FALSE(Diary().answered(monday, Answer::kept).judge(terms, monday).differs);
}

TEST_CASE("days that the terms leave out are not applicable") {
    auto terms = social_limit();
    terms.weekdays = 0x60;  // the weekend
    CHECK(Diary().used(monday, social, 200).verdict(terms, monday) == "not_applicable");
    CHECK(Diary().used("2026-03-14", social, 200).verdict(terms, "2026-03-14") == "broken");
}

TEST_CASE("a rule of a newer version is judged by answers only") {
    CHECK(Diary().used(monday, social, 900).answered(monday, Answer::kept).verdict({}, monday) ==
          "kept");
}

TEST_CASE("a day of long travel is irregular") {
    const DayPlace eastward{"Pacific/Honolulu", "Asia/Tokyo", 240};
    const auto judged = evaluate(social_limit(), {}, day(monday), {}, eastward).value();
    CHECK(judged.irregular_day);
    CHECK(judged.window_minutes == 300);
    CHECK_FALSE(Diary().judge(social_limit(), "2026-03-28").irregular_day);  // 23 hours
}

TEST_CASE("the place of a day is read off what was recorded on it") {
    Diary diary("Asia/Tokyo");
    diary.used(monday, social, 5);
    const DayPlace home{"Europe/Berlin", "Europe/Berlin", 240};
    CHECK(place_of(day(monday), diary.records(), home).start_zone == "Asia/Tokyo");
    CHECK(place_of(day("2026-03-10"), diary.records(), home).start_zone == "Europe/Berlin");
    diary.use[0].when.zone = "Moon/Tycho";
    CHECK(place_of(day(monday), diary.records(), home).start_zone == "Europe/Berlin");
}

TEST_CASE("a boundary with its own zone keeps its own clock") {
    auto terms = night_off();
    terms.fixed_zone = "America/New_York";
    // 23:00 in New York is five in the morning in Berlin.
    const auto diary = Diary("Europe/Berlin").used_from("2026-03-10", "04:00", social, 10);
    CHECK(diary.verdict(terms, monday) == "broken");
    terms.fixed_zone = "Moon/Tycho";
    CHECK_FALSE(evaluate(terms, {}, day(monday), diary.records(), diary.place()).ok());
}

TEST_CASE("a day is judged by the version in force on it") {
    std::vector<VersionRecord> versions(2);
    versions[0].hash = {1};
    versions[0].document.terms = social_limit();
    versions[1].hash = {2};
    versions[1].document.terms = social_limit();
    std::get<DailyLimit>(versions[1].document.terms.rule).minutes_max = 120;
    const BoundaryStanding standing{
        .state = BoundaryState::accepted,
        .days = {{{1}, day("2026-03-09"), day("2026-03-11")}, {{2}, day("2026-03-11"), {}}},
        .paused = {{day("2026-03-12"), day("2026-03-13")}}};
    Diary diary;
    std::string verdicts;
    for (const auto* date : {"2026-03-08", "2026-03-09", "2026-03-11", "2026-03-12"}) {
        diary.used(date, social, 90).complete(date);
        const auto judged =
            evaluate_standing(standing, versions, day(date), diary.records(), diary.place())
                .value();
        verdicts += std::string(name(judged.counts).text) + " ";
    }
    CHECK(verdicts == "not_applicable broken kept not_applicable ");
}
