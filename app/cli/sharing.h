// What a client agreed to share, for the commands that write what may be shared.
#pragma once

#include "app/cli/session.h"
#include "app/model/consents.h"
#include "core/store/operation.h"

namespace evenkeel::cli {

// "mood", "use", "answers", each at most once, or "nothing" alone.
Result<std::vector<SharedData>> read_shared_words(const std::vector<std::string>& words);

// Where an entry of that kind goes by what its client agreed to; private if they say so.
Result<store::Placement> placement_of(client::Profile& profile, VaultId record, SharedData data,
                                      bool all_private);

}  // namespace evenkeel::cli
