// Calls and words that do not belong in the code, or only in some places of it.
#pragma once

#include "tests/tidy/source_file.h"

namespace evenkeel::tidy {

// Unsafe or hidden-input calls, prints, exceptions, conditional compilation: see the table in
// banned.cpp, which has a reason for each.
Findings check_banned(const SourceFile& file);

// TLS checks may be switched off once, in the client, in the file that puts a pin in their place.
Findings check_tls_switches(const SourceFiles& files);

// Marks of unfinished work, and tests that do not run.
Findings check_marks(const SourceFile& file);

}  // namespace evenkeel::tidy
