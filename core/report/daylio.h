// Imports the CSV of Daylio (a mood diary for phones) as moods.
#pragma once

#include "core/domain/mood.h"
#include "core/report/csv.h"
#include "core/report/imported_use.h"

#include <map>

namespace evenkeel::report {

struct ImportedMood {
    EntityId id;  // as a mood of its moment
    bool last_of_day = false;
    MoodEntry entry;  // a mood of its moment, its note with it
    friend bool operator==(const ImportedMood&, const ImportedMood&) = default;
};

struct DaylioImport {
    std::vector<ImportedMood> moods;  // by time
    std::vector<PhiText> own_names;   // of moods that nothing says a number for, each once
    std::size_t without_number = 0;   // entries left out for that
    std::size_t notes_shortened = 0;  // to limits::note_characters_max
};

// What a person calls their moods, in lower case, each as 0..10.
using MoodNumbers = std::map<std::string, std::uint32_t>;

bool is_daylio(const CsvRow& header);

// Daylio's five moods, awful, bad, meh, good and rad, are 1, 3, 5, 7 and 9, as our five faces; a
// person can have named theirs differently, which `own` says the numbers of. A mood without a
// number is left out and counted.
//
// Title and note become the note, for its writer alone wherever it is written. What they did that
// day, their "activities", is left out. Times are on the person's wall clock in `zone`.
//
// Refuses with one sentence what is no such file, comes from a version that wrote no full dates, or
// is damaged.
[[nodiscard]] Result<DaylioImport> import_daylio(std::string_view csv, const MoodNumbers& own,
                                                 const std::string& zone,
                                                 std::int32_t day_start_minute,
                                                 const ImportIds& ids);

}  // namespace evenkeel::report
