// What is typed for the journal: one page or one reply at a time, kept as a draft while it is
// typed.
#pragma once

#include "app/ui/screens/screen.h"

namespace evenkeel::ui {

// Takes up the draft of that key where there is one, else begins with `text`. What was typed before
// for another key is kept first.
void begin_typing(const Screen& screen, const model::DraftKey& key, std::string title,
                  const std::string& text);
bool is_typing(const Screen& screen, const model::DraftKey& key);

struct TypingWords {
    std::string_view label;
    std::string_view hint;
    std::size_t characters_max = 0;
    int rows = 8;
};
// The field with what was kept of it and how much room is left. True when Ctrl+Enter was pressed.
bool typing_field(const Screen& screen, const TypingWords& words);
// Empty where it may be finished, else why not, in a sentence.
std::string_view unfinished(const Screen& screen);
// Asks the engine to make of it what it is to become. It stays here until that is done.
void finish_typing(const Screen& screen);

// Before its place is left: asks the engine to keep what is typed, if it has not.
void keep_typed(const Screen& screen);
// At the end of each frame, whatever is shown: keeps after a pause, and lets go of what is done.
void look_after_typing(const Screen& screen);
// What the engine has not kept of it, as the intent that asks for it.
std::optional<model::KeepDraft> unkept(const model::Snapshot& snapshot, const TypingForm& form);

}  // namespace evenkeel::ui
