// What is known to be complete: only covered time lets a boundary be judged kept.
#pragma once

#include "core/domain/use.h"

namespace evenkeel {

// "That is all for today" (no minutes: the whole logical day of `when`), or an importer's interval
// of `minutes` from `when` on.
struct Coverage {
    When when;
    std::optional<Minutes> minutes;  // none: the whole logical day, said by the person
    std::vector<UseGroup> groups;    // none means all
    UseSource source = UseSource::estimated;
    friend bool operator==(const Coverage&, const Coverage&) = default;
};

[[nodiscard]] Result<void> validate(const Coverage& coverage);

bool covers_group(const Coverage& coverage, UseGroup group);

}  // namespace evenkeel
