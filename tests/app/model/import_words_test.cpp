// What a person is told of a file they bring, before and after it is imported.
#include "app/model/import_file.h"
#include "tests/app/model/languages.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

using namespace model;

constexpr Day first{20784};  // 27 November 2026

report::ImportedUse use_on(Day day, UseGroup group, std::uint32_t minutes, Duty duty = Duty::none) {
    report::ImportedUse use;
    use.entry.when.day = day;
    use.entry.group = group;
    use.entry.minutes = Minutes(minutes);
    use.entry.duty = duty;
    return use;
}

report::ActivityWatchImport watched() {
    report::ActivityWatchImport found;
    found.use = {use_on(first, UseGroup::internet, 320), use_on(first + 2, UseGroup::social, 180),
                 use_on(first + 2, UseGroup::internet, 240, Duty::work_or_study)};
    found.idle_time_unknown = true;
    return found;
}

report::DaylioImport moods_of_their_own() {
    report::DaylioImport found;
    report::ImportedMood mood;
    mood.entry.when.day = first;
    mood.entry.note = PhiText("Nt");
    found.moods = {mood};
    found.own_names = {PhiText("Grmpf"), PhiText("Brr")};
    found.without_number = 2;
    found.notes_shortened = 1;
    return found;
}

std::vector<FoundInFile> every_kind() {
    report::RescueTimeImport empty;
    report::RescueTimeImport duty_alone;
    duty_alone.use = {use_on(first, UseGroup::internet, 60, Duty::work_or_study)};
    report::RescueTimeImport plain;
    plain.use = {use_on(first, UseGroup::ai, 60)};
    return {report::Export{}, watched(), empty, duty_alone, plain, moods_of_their_own()};
}

std::string lines(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += sentence + "\n";
    return text;
}

TEST_CASE("A file is told with its days and sums, and what is left out of it") {
    CHECK(lines(found_sentences(watched())) ==
          "An export of ActivityWatch: screen time of 2 days, from 27 November 2026 to 29 November "
          "2026.\n"
          "Internet 5 h 20 min, Social media 3 h; beside them work and study 4 h.\n"
          "Only these minutes are kept, day by day: no titles, no addresses, no names.\n"
          "The export has no record of idle time, so all time in front was counted.\n");
    CHECK(lines(found_sentences(moods_of_their_own())) ==
          "The CSV of Daylio: 1 mood of one day, 27 November 2026.\n"
          "2 entries have a mood of your own name: \"Grmpf\" and \"Brr\". Left out until you say "
          "which number, 0 to 10, each is.\n"
          "Notes come in for you alone.\n"
          "1 note is longer than a note here can be, and end early.\n"
          "What you did each day, Daylio's activities, is left out.\n");
    CHECK(lines(found_sentences(report::RescueTimeImport{})) ==
          "A report of RescueTime: screen time of no days.\n"
          "Nothing that counts.\n"
          "Only these minutes are kept, day by day: no titles, no addresses, no names.\n");
    CHECK(lines(summary_sentences(
              {.entries = 2, .already_here = 1, .not_ours = 3, .days_left_out = 1})) ==
          "Imported 2 entries; 1 were here already.\n"
          "3 were written by the other side or by a newer version and come back by sync.\n"
          "1 day was left out: another program counted there already, and two are never added "
          "up.\n");
}

TEST_CASE("A German reader is told in German what a file holds") {
    const Spoken german(Language::german);
    CHECK(lines(found_sentences(watched())) ==
          "Ein Export von ActivityWatch. Bildschirmzeit: 2 Tage, 27. November 2026 bis 29. "
          "November 2026.\n"
          "Internet 5 h 20 min, Soziale Medien 3 h; daneben Arbeit und Lernen 4 h.\n"
          "Nur diese Minuten werden behalten, Tag für Tag: keine Titel, keine Adressen, keine "
          "Namen.\n"
          "Der Export sagt nichts über Zeiten ohne Eingabe, also wurde alle Zeit im Vordergrund "
          "gezählt.\n");
}

TEST_CASE("Nothing that is told of a file is left in English") {
    const Spoken other(pseudo_catalogue());
    for (const FoundInFile& found : every_kind()) {
        const std::string text = lines(found_sentences(found));
        INFO(text);
        CHECK_FALSE(has_english(text));
        for (const auto where : {store::Placement::private_, store::Placement::shared}) {
            CHECK_FALSE(has_english(reader_sentence(found, {.use = where, .moods = where})));
        }
    }
    const std::string told = lines(
        summary_sentences({.entries = 1, .already_here = 1, .not_ours = 1, .days_left_out = 2}));
    INFO(told);
    CHECK_FALSE(has_english(told));
}

}  // namespace
}  // namespace evenkeel::test
