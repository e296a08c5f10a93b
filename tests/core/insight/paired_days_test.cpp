// Which days count where use and mood are set beside each other.
#include "core/insight/paired_days.h"

#include "tests/core/insight/diary.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::insight;

namespace {

MoodEntry rated(std::string_view date, std::uint32_t mood) {
    const auto noon = instant_of(day(date), 12 * 60, "Europe/Berlin").value();
    return {.when = make_when(noon, "Europe/Berlin").value(), .mood = Rating(mood)};
}

const DayRange week{day("2026-03-02"), day("2026-03-08")};

}  // namespace

TEST_CASE("A day is a pair only with both, and a gap stays a gap") {
    Diary diary;
    diary.used("2026-03-02", UseGroup::social, 60).used("2026-03-04", UseGroup::social, 0);
    const std::vector<MoodEntry> moods{rated("2026-03-02", 6), rated("2026-03-03", 5)};
    const PairedDays days = paired_days(week, {UseGroup::social}, moods, diary.use);
    CHECK(days.size() == 7);
    CHECK(days.pairs() == 1);
    CHECK(days.minutes[0] == 60);
    CHECK_FALSE(days.minutes[1]);
    CHECK(days.minutes[2] == 0);
    CHECK_FALSE(days.mood[2]);
}

TEST_CASE("A mood that was entered on a later day does not count, nor one of a moment") {
    std::vector<MoodEntry> moods{rated("2026-03-02", 6), rated("2026-03-03", 5)};
    moods[0].entered_late = Instant{1};
    moods[1].mode = MoodMode::momentary;
    const PairedDays days = paired_days(week, {}, moods, {});
    CHECK_FALSE(days.mood[0]);
    CHECK_FALSE(days.mood[1]);
}

TEST_CASE("Estimates and a device's minutes are never mixed: the source with more pairs is taken") {
    Diary diary;
    std::vector<MoodEntry> moods;
    for (const char* date : {"2026-03-02", "2026-03-03", "2026-03-04"}) {
        moods.push_back(rated(date, 6));
        diary.used(date, UseGroup::social, 60);
    }
    diary.used("2026-03-02", UseGroup::social, 200, UseSource::device);
    diary.used("2026-03-05", UseGroup::social, 200, UseSource::device);
    const PairedDays estimated = paired_days(week, {UseGroup::social}, moods, diary.use);
    CHECK(estimated.source == UseSource::estimated);
    CHECK(estimated.minutes[0] == 60);
    CHECK_FALSE(estimated.minutes[3]);

    diary.used("2026-03-03", UseGroup::social, 200, UseSource::device);
    diary.used("2026-03-04", UseGroup::social, 200, UseSource::device);
    const PairedDays measured = paired_days(week, {UseGroup::social}, moods, diary.use);
    CHECK(measured.source == UseSource::device);
    CHECK(measured.minutes[0] == 200);
}

TEST_CASE("Of several groups a day is known only if each was said; work does not count") {
    Diary diary;
    diary.used("2026-03-02", UseGroup::social, 60)
        .used("2026-03-02", UseGroup::internet, 30)
        .used("2026-03-03", UseGroup::social, 60)
        .used("2026-03-03", UseGroup::internet, 90, UseSource::estimated, Duty::work_or_study);
    const PairedDays days =
        paired_days(week, {UseGroup::social, UseGroup::internet}, {}, diary.use);
    CHECK(days.minutes[0] == 90);
    CHECK_FALSE(days.minutes[1]);
}

TEST_CASE("A range that ends before it begins has no days") {
    CHECK(paired_days({week.last, week.first}, {}, {}, {}).size() == 0);
}
