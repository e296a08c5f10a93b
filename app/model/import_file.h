// A file that a person brings: looked at first, and written when they agree.
#pragma once

#include "app/model/import_entries.h"
#include "core/report/activitywatch.h"
#include "core/report/rescuetime.h"

#include <string>
#include <variant>
#include <vector>

namespace evenkeel::model {

struct ImportChoices {
    report::ImportRules rules;
    std::string zone;  // of files that keep none
    report::MoodNumbers moods;
};

// What a file holds, sorted, with nothing of it written yet.
using FoundInFile = std::variant<report::Export, report::ActivityWatchImport,
                                 report::RescueTimeImport, report::DaylioImport>;

// Knows our own export, one of ActivityWatch, a report of RescueTime and the CSV of Daylio by what
// is in them, never by their names. Refuses with one sentence what it does not know.
Result<FoundInFile> look_at_file(std::string_view text, const ImportChoices& choices,
                                 const report::ImportIds& ids);

// What was found, one sentence each: what it is, the days, the sums of each group, what is left
// out.
std::vector<std::string> found_sentences(const FoundInFile& found);
struct ImportPlacement {
    store::Placement use = store::Placement::private_;
    store::Placement moods = store::Placement::private_;
};
// Who will read it if it is imported like that.
std::string reader_sentence(const FoundInFile& found, const ImportPlacement& placement);
// One operation. Our own export says itself what of it is private.
Result<ImportSummary> import_found(store::Store& store, VaultId record, const FoundInFile& found,
                                   const ImportPlacement& placement);
// What was done, one sentence each.
std::vector<std::string> summary_sentences(const ImportSummary& summary);

}  // namespace evenkeel::model
