// What an import makes of other programs' records: minutes of a day and a group, and nothing else.
#pragma once

#include "core/base/ids.h"
#include "core/base/ports.h"
#include "core/domain/coverage.h"
#include "core/report/import_rules.h"

#include <string>
#include <vector>

namespace evenkeel::report {

struct ImportedUse {
    EntityId id;
    UseEntry entry;
    friend bool operator==(const ImportedUse&, const ImportedUse&) = default;
};
struct ImportedCoverage {
    EntityId id;
    Coverage coverage;
    friend bool operator==(const ImportedCoverage&, const ImportedCoverage&) = default;
};

// Ids derive from the record, the program, the device if it says one, the day and the group: a
// second import of the same or a longer file names the same entities, and two people with devices
// of one name share none.
struct ImportIds {
    VaultId record;
    const IdDerivation& derivation;
};

// How a target is written down; nothing for what is not counted.
struct Meaning {
    UseGroup group;
    Duty duty;
    const char* name;  // for ids: never changes
};
std::optional<Meaning> meaning_of(ImportTarget target);

// An entry of so many minutes for the whole logical day, at most 24 hours; from its first instant.
Result<UseEntry> day_entry(Day day, const Meaning& meaning, std::int64_t minutes,
                           const std::string& zone, std::int32_t day_start_minute);

}  // namespace evenkeel::report
