#include "app/ui/kit/semantic_tree.h"

#include <array>

namespace evenkeel::ui {

namespace {

const char* name(Role role) {
    static constexpr std::array names{"group",  "heading", "text",       "button", "toggle",
                                      "choice", "stepper", "text field", "row",    "tab",
                                      "chart",  "image",   "status",     "dialog", "item"};
    return names.at(static_cast<std::size_t>(role));
}

int highest_layer(const Tree& tree) {
    int layer = 0;
    for (const Node& node : tree.nodes) layer = std::max(layer, node.layer);
    return layer;
}

bool takes_focus(const Node& node, int layer) {
    return node.focusable && !node.disabled && node.layer == layer;
}

}  // namespace

const Node* Tree::find(NodeId id) const {
    for (const Node& node : nodes) {
        if (node.id == id) return &node;
    }
    return nullptr;
}

const Node* Tree::hit(Point point) const {
    const int layer = highest_layer(*this);
    for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
        if (takes_focus(*node, layer) && node->visible.contains(point)) return &*node;
    }
    return nullptr;
}

NodeId Tree::next_focus(NodeId from, int step) const {
    const int layer = highest_layer(*this);
    std::vector<NodeId> order;
    std::size_t here = 0;
    bool found = false;
    for (const Node& node : nodes) {
        if (!takes_focus(node, layer)) continue;
        if (node.id == from) {
            here = order.size();
            found = true;
        }
        order.push_back(node.id);
    }
    if (order.empty()) return 0;
    if (!found) return step > 0 ? order.front() : order.back();
    const std::size_t count = order.size();
    return order[step > 0 ? (here + 1) % count : (here + count - 1) % count];
}

bool Tree::can_focus(NodeId id) const {
    const Node* const node = find(id);
    return node && takes_focus(*node, highest_layer(*this));
}

std::string describe(const Tree& tree) {
    std::string text;
    std::vector<std::size_t> depths;
    for (const Node& node : tree.nodes) {
        const std::size_t depth =
            node.parent < 0 ? 0 : depths[static_cast<std::size_t>(node.parent)] + 1;
        depths.push_back(depth);
        text.append(depth * 2, ' ');
        text += name(node.role);
        if (!node.label.empty()) text += " \"" + node.label + "\"";
        if (!node.value.empty()) text += ": " + node.value;
        if (node.checked) text += " [chosen]";
        if (node.disabled) text += " [off]";
        if (node.id == tree.focus && node.focusable) text += " [focus]";
        text += '\n';
    }
    return text;
}

}  // namespace evenkeel::ui
