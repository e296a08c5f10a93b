// The kinds of boundary that count how often, how long at a time, and what for.
#include "tests/core/insight/diary.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators_adapters.hpp>
#include <catch2/generators/catch_generators_random.hpp>

#include <random>

using namespace evenkeel;
using namespace evenkeel::insight;

namespace {

constexpr auto social = UseGroup::social;
constexpr auto ai = UseGroup::ai;

const std::string monday = "2026-03-09";
const std::string tuesday = "2026-03-10";

BoundaryTerms twice_a_day() {
    return {.rule = Sessions{.groups = {social}, .per_day_max = 2, .merge_gap_minutes = 5}};
}

BoundaryTerms half_an_hour_at_a_time() {
    return {.rule = SessionLength{.groups = {social, ai}, .minutes_max = 30}};
}

BoundaryTerms ai_for_rehearsal() {
    return {.rule = PurposeOnly{.groups = {ai}, .allowed = {PhiText("Rehearsal")}}};
}

}  // namespace

TEST_CASE("more beginnings than agreed break a limit on sessions") {
    auto diary =
        Diary().used_from(monday, "09:00", social, 10).used_from(monday, "12:00", social, 10);
    CHECK(diary.verdict(twice_a_day(), monday) == "unknown");
    CHECK(Diary(diary).complete(monday).verdict(twice_a_day(), monday) == "kept");
    diary.used_from(monday, "20:00", social, 1).complete(monday);
    CHECK(diary.verdict(twice_a_day(), monday) == "broken");
    CHECK(diary.judge(twice_a_day(), monday).sessions == Phi<std::uint32_t>(3));
}

TEST_CASE("a break shorter than agreed is no new session") {
    const auto diary = [](const char* third) {
        return Diary()
            .used_from(monday, "09:00", social, 10)
            .used_from(monday, "12:00", social, 10)
            .used_from(monday, third, social, 10)
            .complete(monday);
    };
    CHECK(diary("12:14").verdict(twice_a_day(), monday) == "kept");
    CHECK(diary("12:15").verdict(twice_a_day(), monday) == "broken");
}

TEST_CASE("what nobody saw between two sessions may have joined them") {
    auto diary = Diary()
                     .used_from(monday, "09:00", social, 10)
                     .used_from(monday, "10:00", social, 10)
                     .used_from(monday, "11:00", social, 10);
    CHECK(diary.verdict(twice_a_day(), monday) == "unknown");
    diary.covered(monday, "08:00", 240);
    CHECK(diary.verdict(twice_a_day(), monday) == "broken");
}

TEST_CASE("a session belongs to the day it began on") {
    auto diary = Diary()
                     .used_from(tuesday, "03:50", social, 30)
                     .used_from(tuesday, "09:00", social, 5)
                     .used_from(tuesday, "10:00", social, 5)
                     .complete(tuesday);
    CHECK(diary.verdict(twice_a_day(), tuesday) == "kept");
    CHECK(diary.judge(twice_a_day(), monday).sessions == Phi<std::uint32_t>(1));
    diary.used_from(tuesday, "04:22", social, 5);
    CHECK(diary.verdict(twice_a_day(), tuesday) == "kept");
}

TEST_CASE("minutes without a time may be any number of sessions") {
    CHECK(Diary().used(monday, social, 20).complete(monday).verdict(twice_a_day(), monday) ==
          "unknown");
    CHECK(Diary().complete(monday).verdict(twice_a_day(), monday) == "kept");
    CHECK(Diary().used(monday, ai, 20).complete(monday).verdict(twice_a_day(), monday) == "kept");
}

TEST_CASE("one sitting longer than agreed breaks a limit on its length") {
    CHECK(
        Diary().used_from(monday, "09:00", social, 31).verdict(half_an_hour_at_a_time(), monday) ==
        "broken");
    auto diary = Diary()
                     .used_from(monday, "09:00", social, 30)
                     .used_from(monday, "12:00", social, 30)
                     .complete(monday);
    CHECK(diary.verdict(half_an_hour_at_a_time(), monday) == "kept");
    diary.used_from(monday, "12:30", ai, 1);
    CHECK(diary.verdict(half_an_hour_at_a_time(), monday) == "broken");
}

TEST_CASE("a sitting over four in the morning is measured whole, on the day it began") {
    const auto diary =
        Diary().used_from(tuesday, "03:45", social, 35).complete(monday).complete(tuesday);
    CHECK(diary.verdict(half_an_hour_at_a_time(), monday) == "broken");
    CHECK(diary.verdict(half_an_hour_at_a_time(), tuesday) == "kept");
}

TEST_CASE("minutes without a time are kept only where they could not make one long sitting") {
    auto diary = Diary().used(monday, social, 30).complete(monday);
    CHECK(diary.verdict(half_an_hour_at_a_time(), monday) == "kept");
    CHECK(diary.used(monday, ai, 1).verdict(half_an_hour_at_a_time(), monday) == "unknown");
    CHECK(Diary()
              .used_from(monday, "09:00", social, 10)
              .covered(monday, "04:00", 1420)
              .verdict(half_an_hour_at_a_time(), monday) == "kept");
    CHECK(Diary()
              .used_from(monday, "09:00", social, 11)
              .covered(monday, "04:00", 1420)
              .verdict(half_an_hour_at_a_time(), monday) == "unknown");
}

TEST_CASE("use for something else breaks a limit on purposes") {
    auto diary = Diary().used_for(monday, ai, 20, "rehearsal.");
    CHECK(diary.verdict(ai_for_rehearsal(), monday) == "unknown");
    CHECK(Diary(diary).complete(monday).verdict(ai_for_rehearsal(), monday) == "kept");
    CHECK(Diary(diary).used_for(monday, ai, 5, "Company").verdict(ai_for_rehearsal(), monday) ==
          "broken");
    CHECK(Diary(diary).used(monday, ai, 5).complete(monday).verdict(ai_for_rehearsal(), monday) ==
          "unknown");
    CHECK(Diary(diary)
              .used_for(monday, social, 5, "Company")
              .complete(monday)
              .verdict(ai_for_rehearsal(), monday) == "kept");
}

TEST_CASE("the answer still counts for these kinds where that was agreed") {
    auto terms = twice_a_day();
    terms.evidence = Evidence::answer;
    const auto judged = Diary()
                            .used_from(monday, "09:00", social, 10)
                            .complete(monday)
                            .answered(monday, Answer::broken)
                            .judge(terms, monday);
    CHECK(judged.counts == Verdict::broken);
    CHECK(judged.differs);
}

TEST_CASE("whatever else comes to light, broken stays broken") {
    constexpr int histories = 300;
    const auto seed = GENERATE(take(histories, random(0, 1'000'000'000)));
    INFO("seed " << seed);
    std::minstd_rand random_bits(static_cast<std::uint32_t>(seed));
    const auto up_to = [&](std::uint32_t most) {
        return std::uniform_int_distribution<std::uint32_t>(0, most)(random_bits);
    };
    const auto add_use = [&](Diary& diary, std::uint32_t first_minute) {
        const auto group = up_to(1) == 0 ? social : ai;
        const auto minute = static_cast<std::int32_t>(first_minute + up_to(420));
        switch (up_to(2)) {
            case 0:
                diary.used_from(monday, print_time_of_day(minute), group, up_to(40));
                break;
            case 1:
                diary.used(monday, group, up_to(40));
                break;
            default:
                diary.used_for(monday, group, up_to(40), up_to(1) == 0 ? "rehearsal" : "company");
        }
    };
    // The morning was watched; of the evening anything may still come.
    Diary known;
    known.covered(monday, "06:00", 480);
    for (std::uint32_t i = up_to(8); i > 0; --i) add_use(known, 360);
    Diary later = known;
    for (std::uint32_t i = up_to(8); i > 0; --i) add_use(later, 900);
    later.complete(monday);
    for (const auto& terms : {twice_a_day(), half_an_hour_at_a_time(), ai_for_rehearsal()}) {
        if (known.verdict(terms, monday) == "broken") {
            CHECK(later.verdict(terms, monday) == "broken");
        }
    }
}
