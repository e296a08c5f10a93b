// Who of the practice opened a client's record, day by day, as their own programs wrote it.
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace evenkeel::model {

struct OpenedLine {
    std::string who;
    std::string what;  // "the record", "the journal", ...
    std::string time;  // "14:05", on the reader's wall clock
};
struct OpenedDay {
    Day day;            // the reader's logical day
    std::string title;  // "today", "Friday 27 November"
    std::vector<OpenedLine> lines;
};
struct OpenedView {
    std::vector<OpenedDay> days;  // newest first, and so are their lines
    bool has_more = false;        // earlier ones than the page holds
};

// The newest openings of a record, at most limits::openings_shown_max.
Result<OpenedView> opened_view(store::Store& store, store::RecordId record, Day today);

}  // namespace evenkeel::model
