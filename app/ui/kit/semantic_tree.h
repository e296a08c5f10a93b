// What is on the screen, as a program without eyes reads it: roles, labels, values, states and
// places. Keyboard order, hit tests, GUI tests and screen readers all use this one tree.
#pragma once

#include "app/ui/kit/geometry.h"
#include "app/ui/kit/key.h"
#include "app/ui/kit/text_model.h"

#include <memory>
#include <string>
#include <vector>

namespace evenkeel::ui {

enum class Role {
    group,
    heading,
    text,
    button,
    toggle,
    choice,  // one of several, within a group
    stepper,
    text_field,
    row,  // of a list, pressable
    tab,
    chart,  // its value is the sentence that says what it shows
    image,
    status,
    dialog,
    item,  // of a chart, one day; only there for who has it read aloud
};

// How a text is being edited. Places are bytes of `shown`, which has dots for a passphrase.
struct EditedText {
    std::string shown;
    std::size_t caret = 0;
    TextRange selection;
    std::vector<std::size_t> line_starts;  // of each line as it is wrapped
    bool has_lines = false;                // it may have more than one
};

struct Node {
    NodeId id = 0;  // of one node only
    Role role = Role::text;
    std::string label;  // what it is: never empty for a control
    std::string value;  // what it says now
    Rect rect;          // where it is drawn, clipped parts included
    Rect visible;       // what of it can be seen and hit; empty when scrolled away
    int parent = -1;    // index in `nodes`
    int layer = 0;      // 0 the page; overlays lie above, and the highest takes all input
    int level = 0;      // of a heading, 1 the highest
    bool focusable = false;
    bool checked = false;  // toggle, choice, tab, row: chosen now
    bool disabled = false;
    bool secret = false;  // a passphrase: its value is never put here
    // Not 0: its label is said aloud when it appears, or when this number or the label changes.
    std::uint64_t news = 0;
    // Of a text field, for who has it read aloud.
    std::shared_ptr<const EditedText> edited;
};

// In reading order, which is the Tab order. Parents come before their children.
struct Tree {
    std::vector<Node> nodes;
    NodeId focus = 0;

    [[nodiscard]] const Node* find(NodeId id) const;
    // The topmost focusable node at a point, among the highest layer that is there.
    [[nodiscard]] const Node* hit(Point point) const;
    // The next node in Tab order after `from` (0: before the first), wrapping round; 0 if none.
    [[nodiscard]] NodeId next_focus(NodeId from, int step) const;
    // Whether the node is there and can have the focus now.
    [[nodiscard]] bool can_focus(NodeId id) const;
};

// One line per node, indented by depth, without places: for comparing screens as text in tests.
std::string describe(const Tree& tree);

}  // namespace evenkeel::ui
