// A language nobody speaks, made of the English: about a third longer, with accents, and with a
// mark at both ends, so that a sentence which was put together or never translated can be seen.
#pragma once

#include "core/words/catalogue.h"

#include <string>

namespace evenkeel::test {

// "Kept" as "[Kèèpt]", "{0} of {1}" as "[{0} òòf {1}]".
std::string pseudo(std::string_view english);
// Of every sentence of the program.
const Catalogue& pseudo_catalogue();

}  // namespace evenkeel::test
