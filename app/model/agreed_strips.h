// How each boundary went over a stretch of days, for both sides.
#pragma once

#include "app/model/clinician_view.h"
#include "app/model/ranges.h"
#include "app/model/record_desk.h"

namespace evenkeel::model {

struct AgreedDays {
    std::vector<AgreedStrip> strips;  // of the boundaries that were in force on some day
    insight::Adherence all;           // what their days came to together
};
// Called by what is agreed now; of one that ended, by its version that `reader` is shown.
AgreedDays agreed_days(const client::BoundaryBook& book, Days days, Role reader);

}  // namespace evenkeel::model
