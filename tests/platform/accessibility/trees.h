// Small windows for readers, written in one line, and what changed between two of them as text.
#pragma once

#include "platform/accessibility.h"
#include "platform/accessibility_diff.h"

#include <array>
#include <string>
#include <utility>

namespace evenkeel::platform::accessible {

// A window that has the keys.
inline Tree window_with(std::vector<Node> nodes, Id focus = 0) {
    return {.title = "Diary",
            .window = {},
            .is_active = true,
            .nodes = std::move(nodes),
            .focus = focus};
}

inline Node button(Id id, std::string name, int parent = -1) {
    return {.id = id,
            .role = Role::button,
            .name = std::move(name),
            .description = {},
            .box = {},
            .parent = parent,
            .is_focusable = true,
            .text = {}};
}

inline Node field(Id id, Text text) {
    return {.id = id,
            .role = Role::entry,
            .name = "Note",
            .description = {},
            .box = {},
            .is_focusable = true,
            .text = std::move(text)};
}

// One line for each event, as "10 focused on".
std::string told(const Tree& before, const Tree& after);

}  // namespace evenkeel::platform::accessible
