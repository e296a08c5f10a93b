// A person's own record as a file: to read, or to be imported again.
#pragma once

#include "core/store/store.h"

namespace evenkeel::model {

// All this device holds of the record, private entries too, in the clear, into a file that is not
// there yet. Its name's ending says how: .pdf and .html are for reading, .json for reading back.
// Returns how many entries there are.
Result<std::size_t> write_copy(store::Store& store, VaultId record, const std::string& path);

}  // namespace evenkeel::model
