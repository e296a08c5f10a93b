// Files that a person asks for: names that nothing has yet, and nothing written over.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <string>

namespace evenkeel::model {

// "FOLDER/NAME.json", or with " 2", " 3" behind the name while there is such a file.
std::string free_path(const std::string& folder, const std::string& name,
                      const std::string& ending);
// Writes a file that was not there before. Its errors are for the person who named the place.
Result<void> write_new_file(const std::string& path, ByteView bytes);
// "2026-11-25" on the wall clock; empty where the zone is unknown.
std::string file_day(Instant now, const std::string& zone);

}  // namespace evenkeel::model
