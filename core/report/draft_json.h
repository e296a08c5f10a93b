// What is said to a language model that drafts questions for a clinician, and what is read of its
// answer. All that is sent is made here: fixed words of the program, and the theme the clinician
// typed. Nothing of a client can get in, for nothing of a client is handed in.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <string>
#include <vector>

namespace evenkeel {

// One request of the chat-completions protocol. The theme is one line of at most
// limits::title_characters_max; whatever else is refused.
[[nodiscard]] Result<std::string> draft_request(const std::string& model, const std::string& theme);

// The lines of the first choice, without numbers, dashes and quotation marks before or after: at
// most limits::drafts_max, each one line that may be a question by check_question. An answer of
// another form, or without a usable line, is an error; its words are never part of that.
[[nodiscard]] Result<std::vector<std::string>> read_drafts(ByteView answer);

}  // namespace evenkeel
