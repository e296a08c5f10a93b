// What a person is told of who came into a record.
#pragma once

#include "sync/client/profile.h"

#include <string>
#include <vector>

namespace evenkeel::model {

// One sentence for each that nobody has seen yet, with names, so not for logs: "A device of Sam was
// added to Sam's record by Dr Stern." Say client::arrivals_seen when they were read.
Result<std::vector<std::string>> arrival_sentences(client::Profile& profile);

}  // namespace evenkeel::model
