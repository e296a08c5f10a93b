#include "core/report/daylio.h"

#include "core/base/limits.h"
#include "core/domain/local_time.h"
#include "core/domain/text.h"
#include "tests/core/report/test_ids.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace evenkeel;
using namespace evenkeel::report;
using evenkeel::test::TestIds;

namespace {

const VaultId record{{1}};
const std::string header = "full_date,date,weekday,time,mood,activities,note_title,note\n";

Result<DaylioImport> read(const std::string& rows, const MoodNumbers& own = {}) {
    return import_daylio(header + rows, own, "Europe/Berlin", 240, {record, TestIds()});
}

// "2026-03-09T21:13:00Z 7 last; ..."
std::string text(const std::string& rows, const MoodNumbers& own = {}) {
    const auto imported = read(rows, own);
    if (!imported.ok()) return imported.error().sentence();
    std::string line;
    for (const auto& mood : imported.value().moods) {
        line += print_rfc3339(mood.entry.when.instant) + " " +
                std::to_string(mood.entry.mood->reveal()) + (mood.last_of_day ? " last; " : "; ");
    }
    return line;
}

std::string row(const std::string& date, const std::string& time, const std::string& mood) {
    return date + ",x,Monday," + time + "," + mood + ",,,\n";
}

}  // namespace

TEST_CASE("the five moods of Daylio are our five faces") {
    CHECK(text(row("2026-03-09", "08:00", "awful") + row("2026-03-10", "08:00", "bad") +
               row("2026-03-11", "08:00", "meh") + row("2026-03-12", "08:00", "Good") +
               row("2026-03-13", "08:00", "rad")) ==
          "2026-03-09T07:00:00Z 1 last; 2026-03-10T07:00:00Z 3 last; 2026-03-11T07:00:00Z 5 last; "
          "2026-03-12T07:00:00Z 7 last; 2026-03-13T07:00:00Z 9 last; ");
}

TEST_CASE("the last mood of a logical day is told from the earlier ones") {
    CHECK(text(row("2026-03-10", "01:30", "bad") + row("2026-03-09", "22:00", "good") +
               row("2026-03-10", "09:00", "rad")) ==
          "2026-03-09T21:00:00Z 7; 2026-03-10T00:30:00Z 3 last; 2026-03-10T08:00:00Z 9 last; ");
}

TEST_CASE("times are read as phones write them") {
    const auto time = [](const std::string& written) {
        const auto line = text(row("2026-03-09", written, "meh"));
        return line.find('T') == std::string::npos ? line : line.substr(11, 5);
    };
    CHECK(time("11:54 pm") == "22:54");
    CHECK(time("12:05 AM") == "23:05");
    CHECK(time("12:05 p.m.") == "11:05");
    CHECK(time("9:05\u202FAM") == "08:05");
    const std::string unreadable = "Row 2 of the file has no date or time that can be read.";
    CHECK(time("13:00 pm") == unreadable);
    CHECK(time("25:00") == unreadable);
    CHECK(time("noon") == unreadable);
    CHECK(time("9:05 Uhr") == unreadable);
}

TEST_CASE("moods of one's own names are left out and listed until they have a number") {
    const std::string rows = row("2026-03-09", "08:00", "Super") +
                             row("2026-03-10", "08:00", "Super") +
                             row("2026-03-11", "08:00", "meh");
    const auto unknown = read(rows).value();
    CHECK(unknown.moods.size() == 1);
    CHECK(unknown.without_number == 2);
    CHECK(unknown.own_names == std::vector{PhiText("Super")});
    CHECK(
        text(rows, {{"super", 8}}) ==
        "2026-03-09T07:00:00Z 8 last; 2026-03-10T07:00:00Z 8 last; 2026-03-11T07:00:00Z 5 last; ");
    CHECK(text(row("2026-03-09", "08:00", "rad"), {{"rad", 4}}) == "2026-03-09T07:00:00Z 4 last; ");
}

TEST_CASE("a name that is too long to be shown whole, or written in two ways, is listed once") {
    const std::string name = "Grumpy" + std::string(limits::tag_characters_max, 'y');
    const std::string rows = row("2026-03-09", "08:00", "Super") +
                             row("2026-03-10", "08:00", "super") + row("2026-03-11", "08:00", name);
    const auto unknown = read(rows).value();
    CHECK(unknown.without_number == 3);
    REQUIRE(unknown.own_names.size() == 2);
    const std::string& listed = unknown.own_names[1].reveal();
    CHECK(listed == name.substr(0, limits::tag_characters_max));
    CHECK(
        text(rows, {{"super", 8}, {plain_words(listed), 2}}) ==
        "2026-03-09T07:00:00Z 8 last; 2026-03-10T07:00:00Z 8 last; 2026-03-11T07:00:00Z 2 last; ");
}

TEST_CASE("title and note become one note, and activities stay behind") {
    const auto imported =
        read("2026-03-09,x,Monday,08:00,meh,gym | secret,Morning,\"one<br>two, \"\"three\"\"\"\n")
            .value();
    const MoodEntry& entry = imported.moods[0].entry;
    CHECK(entry.note == PhiText("Morning\none\ntwo, \"three\""));
    CHECK(entry.tags.empty());
    CHECK(entry.mode == MoodMode::momentary);
    CHECK(validate(entry).ok());
}

TEST_CASE("a note beyond the limit is shortened and counted") {
    const std::string note(limits::note_characters_max + 5, 'a');
    const auto imported = read("2026-03-09,x,Monday,08:00,meh,,," + note + "\n").value();
    CHECK(imported.notes_shortened == 1);
    CHECK(imported.moods[0].entry.note->reveal().size() == limits::note_characters_max);
    CHECK(validate(imported.moods[0].entry).ok());
}

TEST_CASE("the same mood has the same id in a longer file, and two of one minute differ") {
    const std::string rows = row("2026-03-09", "08:00", "meh") + row("2026-03-09", "08:00", "rad");
    const auto once = read(rows).value();
    const auto longer = read(row("2026-03-10", "08:00", "bad") + rows).value();
    REQUIRE(longer.moods.size() == 3);
    CHECK(once.moods[0].id == longer.moods[0].id);
    CHECK(once.moods[1].id == longer.moods[1].id);
    CHECK(once.moods[0].id != once.moods[1].id);
}

TEST_CASE("a file without full dates is refused with what helps") {
    const auto old = import_daylio("year,date,weekday,time,mood,activities,note\n", {}, "UTC", 240,
                                   {record, TestIds()});
    REQUIRE_FALSE(old.ok());
    CHECK(old.error().sentence() ==
          "This file of Daylio has no full dates; export one with a newer version.");
    CHECK(is_daylio({"year", "date", "weekday", "time", "mood", "activities", "note"}));
    CHECK(is_daylio({"full_date", "date", "weekday", "time", "mood", "activities", "scales",
                     "note_title", "note"}));
    CHECK_FALSE(is_daylio({"Date", "Time Spent (seconds)", "Activity"}));
}
