// Storage in two SQLite files of one folder: keys.db and blobs.db, both in WAL mode with
// synchronous=FULL. A turn that changes no key costs one fsync, of blobs.db.
#pragma once

#include "sync/server/storage.h"

#include <memory>
#include <string>

namespace evenkeel::server {

// What a server of a later version wrote is refused (unsupported) and left as it is.
Result<std::unique_ptr<Storage>> open_sqlite_storage(const std::string& folder);

// The two files, for backups and for tests.
constexpr const char* keys_file_name = "keys.db";
constexpr const char* log_file_name = "blobs.db";

}  // namespace evenkeel::server
