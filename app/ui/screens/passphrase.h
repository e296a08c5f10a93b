// Choosing a passphrase: at the first run, and when another one is wanted.
#pragma once

#include "app/ui/screens/screen.h"

namespace evenkeel::ui {

// The field called `label` and the one for the same again. True if Enter was pressed in the latter.
bool new_passphrase_fields(const Screen& screen, std::string_view label, NewPassphrase& chosen);
// What is left to do before it can be taken; empty: nothing.
std::string_view missing(const NewPassphrase& chosen);

// Overwrites what was typed.
void forget(std::string& words);
void forget(NewPassphrase& chosen);
void forget(PassphraseForm& form);

}  // namespace evenkeel::ui
