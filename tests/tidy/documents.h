// Rules about words: one title for each page, and nothing that is true on one machine only.
#pragma once

#include "tests/tidy/source_file.h"

namespace evenkeel::tidy {

// A Markdown file begins with its one title.
Findings check_title(const SourceFile& file);

// No file names somebody's home folder, a work folder, or a host that packages come from.
Findings check_places(const SourceFile& file);

}  // namespace evenkeel::tidy
