#include "app/ui/host/reader_tree.h"

#include "core/base/characters.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace evenkeel::ui {

namespace {

namespace accessible = platform::accessible;

accessible::Role role_of(const Node& node) {
    using enum accessible::Role;
    switch (node.role) {
        case Role::group:
        case Role::stepper:
            return panel;
        case Role::heading:
            return heading;
        case Role::text:
            return text;
        case Role::button:
            return button;
        case Role::toggle:
            return check_box;
        case Role::choice:
            return radio_button;
        case Role::text_field:
            return node.secret ? password : entry;
        case Role::row:
        case Role::item:
            return list_item;
        case Role::tab:
            return tab;
        case Role::chart:
            return chart;
        case Role::image:
            return image;
        case Role::status:
            return status;
        case Role::dialog:
            return dialog;
    }
    return text;
}

// What readers want to find in something of its own.
std::optional<accessible::Role> list_around(Role role) {
    if (role == Role::row || role == Role::item) return accessible::Role::list;
    if (role == Role::tab) return accessible::Role::tab_list;
    return std::nullopt;
}

accessible::Box box_of(const Rect& rect) {
    const auto whole = [](float value) { return static_cast<int>(std::lround(value)); };
    return {whole(rect.left), whole(rect.top), whole(rect.width()), whole(rect.height())};
}

accessible::Box around(const accessible::Box& one, const accessible::Box& other) {
    const int left = std::min(one.left, other.left);
    const int top = std::min(one.top, other.top);
    const int right = std::max(one.left + one.width, other.left + other.width);
    const int bottom = std::max(one.top + one.height, other.top + other.height);
    return {left, top, right - left, bottom - top};
}

int characters_before(const std::string& text, std::size_t place) {
    const std::string_view before = std::string_view(text).substr(0, place);
    int count = 0;
    for (std::size_t at = 0; at < before.size(); ++count) {
        if (!next_code_point(before, at)) ++at;
    }
    return count;
}

accessible::Text text_of(const EditedText& edited) {
    const auto count = [&](std::size_t place) { return characters_before(edited.shown, place); };
    accessible::Text text{.content = edited.shown,
                          .caret = count(edited.caret),
                          .selection = {count(edited.selection.start), count(edited.selection.end)},
                          .line_starts = {},
                          .has_lines = edited.has_lines};
    for (const std::size_t start : edited.line_starts) text.line_starts.push_back(count(start));
    return text;
}

// "Minutes, more: 25 min": who turns a stepper stands on one of its buttons, and hears the new
// value because the name changes.
std::string name_of(const Tree& tree, const Node& node) {
    std::string name = node.label;
    const Node* const parent =
        node.parent < 0 ? nullptr : &tree.nodes[static_cast<std::size_t>(node.parent)];
    if (parent != nullptr && parent->role == Role::stepper) return name + ": " + parent->value;
    const bool has_description = node.role == Role::toggle || node.role == Role::text_field;
    // Heard with each of its buttons.
    if (node.role == Role::stepper) return {};
    if (!has_description && !node.value.empty()) name += ", " + node.value;
    return name;
}

class Converter {
public:
    explicit Converter(const Tree& tree) : tree_(tree) {}

    std::vector<accessible::Node> nodes() {
        for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
            const Node& node = tree_.nodes[i];
            const int parent = parent_of(i);
            if (is_left_out(node, parent)) {
                nodes_.back().name += ": " + name_of(tree_, node);
                nodes_.back().box = around(nodes_.back().box, box_of(node.rect));
                index_.push_back(static_cast<int>(nodes_.size()) - 1);
                continue;
            }
            index_.push_back(static_cast<int>(nodes_.size()));
            add(node, parent);
        }
        count_sets();
        return std::move(nodes_);
    }

private:
    // A row that no other stands beside is told without a list. Where it was opened, what it shows
    // may stand between it and the next.
    [[nodiscard]] bool stands_alone(std::size_t at) const {
        const Node& row = tree_.nodes[at];
        if (row.role != Role::row) return false;
        bool passes_group = row.checked;
        for (std::size_t i = at + 1; i < tree_.nodes.size(); ++i) {
            const Node& next = tree_.nodes[i];
            if (next.parent < row.parent) break;
            if (next.parent > row.parent) continue;
            if (next.role == Role::row) return false;
            if (!passes_group || next.role != Role::group) break;
            passes_group = false;
        }
        return true;
    }

    // Where a node goes; a list is begun where one of another kind, or none, stood before it.
    int parent_of(std::size_t at) {
        const Node& node = tree_.nodes[at];
        const int parent = node.parent < 0 ? -1 : index_[static_cast<std::size_t>(node.parent)];
        const auto list = list_around(node.role);
        Last& last = last_in(node.parent);
        const bool goes_on = last.list >= 0 && last.role == node.role;
        if (!list || (!goes_on && stands_alone(at))) {
            last = {};
            return parent;
        }
        if (!goes_on) {
            if (node.role == Role::item) add_words_of_chart(node, parent);
            last = {node.role, static_cast<int>(nodes_.size())};
            nodes_.push_back({.id = mix(node.id, "list"),
                              .role = *list,
                              .name = {},
                              .description = {},
                              .box = box_of(node.rect),
                              .parent = parent,
                              .is_in_sight = false,
                              .text = {}});
        }
        return last.list;
    }

    // Orca says the texts of a dialog when it opens, but for those of one or two words. A number to
    // call must be heard, so it goes with the text before it.
    [[nodiscard]] bool is_left_out(const Node& node, int parent) const {
        const auto is_text = [&](const accessible::Node& told) {
            return told.role == accessible::Role::text && told.parent == parent && told.news == 0;
        };
        if (parent < 0 || node.role != Role::text || node.news != 0) return false;
        const bool is_in_dialog =
            nodes_[static_cast<std::size_t>(parent)].role == accessible::Role::dialog;
        return is_in_dialog && std::ranges::count(name_of(tree_, node), ' ') < 2 &&
               is_text(nodes_.back());
    }

    // Readers that go through a window line by line look at what has nothing in it: of a chart they
    // would find the days alone. So its words stand above them once more.
    void add_words_of_chart(const Node& first_day, int parent) {
        const Node& chart = tree_.nodes[static_cast<std::size_t>(first_day.parent)];
        Rect words = chart.rect;
        words.bottom = first_day.rect.top;
        nodes_.push_back(
            {.id = mix(chart.id, "words"),
             .role = accessible::Role::text,
             .name = name_of(tree_, chart),
             .description = {},
             .box = box_of(words),
             .parent = parent,
             .is_in_sight = !chart.visible.is_empty() && chart.visible.top < words.bottom,
             .text = {}});
    }

    void add(const Node& node, int parent) {
        accessible::Node told{.id = node.id,
                              .role = role_of(node),
                              .name = name_of(tree_, node),
                              .description = {},
                              .box = box_of(node.rect),
                              .parent = parent,
                              .level = node.level,
                              .is_focusable = node.focusable,
                              .is_chosen = node.checked,
                              .is_disabled = node.disabled,
                              .is_in_sight = !node.visible.is_empty(),
                              .news = node.news,
                              .text = {}};
        if (node.role == Role::toggle) told.description = node.value;
        if (node.edited) told.text = text_of(*node.edited);
        if (is_in_list(told)) {
            accessible::Node& list = nodes_[static_cast<std::size_t>(parent)];
            list.box = around(list.box, told.box);
            list.is_in_sight = list.is_in_sight || told.is_in_sight;
        }
        nodes_.push_back(std::move(told));
    }

    [[nodiscard]] bool is_in_list(const accessible::Node& node) const {
        if (node.parent < 0) return false;
        const accessible::Role holder = nodes_[static_cast<std::size_t>(node.parent)].role;
        return holder == accessible::Role::list || holder == accessible::Role::tab_list;
    }

    void count_sets() {
        const auto counts = [&](const accessible::Node& node) {
            return node.role == accessible::Role::radio_button || is_in_list(node);
        };
        std::vector<int> sizes(nodes_.size() + 1);  // by parent, the window as the last
        const auto size_in = [&](int parent) -> int& {
            return parent < 0 ? sizes.back() : sizes[static_cast<std::size_t>(parent)];
        };
        for (accessible::Node& node : nodes_) {
            if (counts(node)) node.position = ++size_in(node.parent);
        }
        for (accessible::Node& node : nodes_) {
            if (counts(node)) node.set_size = size_in(node.parent);
        }
    }

    struct Last {
        Role role = Role::text;
        int list = -1;  // index in nodes_
    };
    // The child that was added last to a node of the tree, if it is in a list.
    Last& last_in(int parent) {
        const auto at = static_cast<std::size_t>(parent + 1);
        if (lasts_.size() <= at) lasts_.resize(at + 1);
        return lasts_[at];
    }

    const Tree& tree_;
    std::vector<accessible::Node> nodes_;
    std::vector<int> index_;  // of each node of the tree, in nodes_
    std::vector<Last> lasts_;
};

// The first heading of what takes input.
NodeId place_to_hear(const Tree& tree) {
    int layer = 0;
    for (const Node& node : tree.nodes) layer = std::max(layer, node.layer);
    for (const Node& node : tree.nodes) {
        if (node.role == Role::heading && node.layer == layer) return node.id;
    }
    return 0;
}

}  // namespace

accessible::Tree reader_tree(const Tree& tree, std::string title, const accessible::Box& window,
                             bool is_active) {
    return {.title = std::move(title),
            .window = window,
            .is_active = is_active,
            .nodes = Converter(tree).nodes(),
            .focus = tree.focus != 0 ? tree.focus : place_to_hear(tree)};
}

}  // namespace evenkeel::ui
