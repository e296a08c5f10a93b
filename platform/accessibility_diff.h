// What became different between two trees, in the order in which readers want to hear of it. Pure.
#pragma once

#include "platform/accessibility.h"

#include <string>
#include <vector>

namespace evenkeel::platform::accessible {

enum class Change {
    removed,  // with all that is in it
    added,    // the same
    name,
    description,
    text_removed,
    text_inserted,
    caret,
    selection,
    window_activated,
    window_deactivated,
    showing,
    sensitive,
    chosen,
    focused,
    news,  // `text` is to be said aloud
};

struct Event {
    Change change = Change::name;
    Id id = 0;
    Id parent = 0;       // removed, added: what it was or is in
    int index = 0;       // removed, added: its place in there, when earlier events have happened
    bool is_on = false;  // showing, sensitive, chosen, focused: as it is now
    int start = 0;       // text_removed, text_inserted, caret: a place
    std::string text;    // the new name or description; what was removed or inserted
    friend bool operator==(const Event&, const Event&) = default;
};

// First what left and what came (children of one parent that changed places leave and come), then
// names and texts, then the window, then states, those that ended before those that began, with the
// focus as the last, and news in the end. An inactive window has no focus.
std::vector<Event> changes_between(const Tree& before, const Tree& after);

}  // namespace evenkeel::platform::accessible
