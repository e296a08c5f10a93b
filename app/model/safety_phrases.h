// What a practice says of its times, in the language of the person who reads it on a screen. The
// English of core/domain/practice_words.h is what invites carry and agreements are signed over.
#pragma once

#include "core/domain/practice.h"

#include <optional>
#include <string>

namespace evenkeel::model {

// As nobody_watches: "Nobody is watching this live. ..."
std::string watching_words(const std::optional<PracticePolicy>& policy);

}  // namespace evenkeel::model
