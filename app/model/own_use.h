// How long this program itself is used, so that a person hears it if it takes more than it gives.
// Counted on the one device and kept there: a value in its store, never a delta, in no export.
#pragma once

#include "core/base/time.h"
#include "core/store/store.h"

#include <string>
#include <vector>

namespace evenkeel::model {

// Two touches this close together are one stay; after a longer gap nobody is taken to be there.
constexpr std::int64_t stay_gap_ms = 2 * ms_per_minute;

// Adds whole minutes to `day`. Days older than the eight weeks that are told of are forgotten.
Result<void> add_own_use(store::Store& store, Day day, std::uint32_t minutes);

// The minutes of the four weeks up to `today`, and of the four before; empty where there are none.
// With more than half an hour a day, on the days it was used, it says so, and that one may stop.
Result<std::vector<std::string>> own_use_sentences(store::Store& store, Day today);

}  // namespace evenkeel::model
