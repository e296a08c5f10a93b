// What a person set for this device. How things look, whose crisis numbers are shown, and those the
// practice gives, are needed before the profile is unlocked, so they lie in a small file that holds
// nothing the client wrote; the rest is in the store.
#pragma once

#include "app/model/intent.h"
#include "core/store/store.h"
#include "core/words/tr.h"

namespace evenkeel::model {

// What the file says, or the defaults: a damaged file is as good as none.
Settings read_look(const std::string& profile_directory);
Result<void> write_look(const std::string& profile_directory, const Settings& settings);

// Completes the look by what the store holds.
Result<Settings> read_settings(store::Store& store, Settings look);
Result<void> write_settings(store::Store& store, const Settings& settings);

// The language this person reads: theirs, else that of the system's locale.
Language language_of(const Settings& settings, std::string_view locale);

// Refuses what no screen offers.
Result<void> validate(const Settings& settings);

}  // namespace evenkeel::model
