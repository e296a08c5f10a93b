// What a client reads is in the words of their language.
#pragma once

#include "tests/tidy/source_file.h"

namespace evenkeel::tidy {

// A sentence in a file that shows clients something, and in none of the calls of core/words/tr.h:
// it would be English in every language. Files of both sides, whose clinician's half is English,
// are not looked at.
Findings check_sentences(const SourceFile& file);

// A line of assets/strings/errors.txt that no source says: it was changed there, and its
// translations would never be shown.
Findings check_errors(const SourceFile& errors, const SourceFiles& sources);

}  // namespace evenkeel::tidy
