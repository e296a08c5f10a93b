// Signed marks that fill the places of envelopes refused for good, until the server has them.
#pragma once

#include "core/store/store.h"

namespace evenkeel::client {

Result<std::vector<Bytes>> waiting_void_marks(store::Store& store);
Result<void> add_void_mark(store::Store& store, ByteView mark);
// The server took it, named by wire::log_object_hash. An unknown hash is no error.
Result<void> drop_void_mark(store::Store& store, const Hash32& hash);

}  // namespace evenkeel::client
