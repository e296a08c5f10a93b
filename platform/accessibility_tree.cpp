#include "platform/accessibility.h"

namespace evenkeel::platform::accessible {

const Node* Tree::find(Id id) const {
    for (const Node& node : nodes) {
        if (node.id == id) return &node;
    }
    return nullptr;
}

Id Tree::parent_of(const Node& node) const {
    return node.parent < 0 ? window_id : nodes[static_cast<std::size_t>(node.parent)].id;
}

std::vector<const Node*> Tree::children_of(Id id) const {
    std::vector<const Node*> children;
    for (const Node& node : nodes) {
        if (parent_of(node) == id) children.push_back(&node);
    }
    return children;
}

}  // namespace evenkeel::platform::accessible
