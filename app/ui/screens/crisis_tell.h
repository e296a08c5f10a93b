// "Tell my clinician", on the card with numbers to call.
#pragma once

#include "app/ui/screens/screen.h"

namespace evenkeel::ui {

// Whose numbers are shown: the person's own choice before what the system says.
std::string_view shown_country(const Screen& screen);

// Below the numbers: what was told and what became of it, and the way to tell more; or why not.
void tell_part(const Screen& screen);
// In their place: what is said before, words that may be left out, and the one press that tells.
void tell_sheet(const Screen& screen);

// Asks the engine to keep the words, if it has not.
void keep_told_words(const Screen& screen);
// Each frame: keeps the words after a pause, and lets go of them once they are told.
void look_after_told_words(const Screen& screen);

}  // namespace evenkeel::ui
