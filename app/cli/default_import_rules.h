// The import rules we ship (assets/import_rules.json), built into the program.
#pragma once

namespace evenkeel::cli {

extern const char* const default_import_rules;

}  // namespace evenkeel::cli
