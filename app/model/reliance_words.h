// Whether AI is turned to more and people less, in words, for the client and the clinician alike.
#pragma once

#include "app/model/entry_cache.h"

namespace evenkeel::model {

// Empty where no AI use was logged in these eight weeks. Reads the days it needs.
Result<std::vector<std::string>> reliance_sentences(EntryCache& entries, Day today);

}  // namespace evenkeel::model
