#include "platform/accessibility_diff.h"

#include "platform/accessibility_text.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace evenkeel::platform::accessible {

namespace {

using Children = std::unordered_map<Id, std::vector<Id>>;

Children children_of(const Tree& tree) {
    Children children;
    for (const Node& node : tree.nodes) children[tree.parent_of(node)].push_back(node.id);
    return children;
}

std::unordered_map<Id, const Node*> index_of(const Tree& tree) {
    std::unordered_map<Id, const Node*> index;
    for (const Node& node : tree.nodes) index.emplace(node.id, &node);
    return index;
}

class Difference {
public:
    Difference(const Tree& before, const Tree& after)
        : before_(before), after_(after), old_(index_of(before)) {
        find_kept();
    }

    std::vector<Event> events() {
        leave();
        come();
        for (const Node& node : after_.nodes) {
            if (is_kept(node.id)) tell_words(*old_.at(node.id), node);
        }
        if (before_.title != after_.title) {
            add({.change = Change::name, .id = window_id, .text = after_.title});
        }
        if (before_.is_active != after_.is_active) {
            const auto change =
                after_.is_active ? Change::window_activated : Change::window_deactivated;
            add({.change = change, .id = window_id});
        }
        tell_states(false);
        tell_states(true);
        tell_news();
        return std::move(events_);
    }

private:
    void add(Event event) { events_.push_back(std::move(event)); }
    [[nodiscard]] bool is_kept(Id id) const { return id == window_id || kept_.contains(id); }

    // Kept is what is in both trees, is of the same kind, in the same parent that is kept too, and
    // behind the same siblings.
    void find_kept() {
        std::unordered_map<Id, const Node*> last_of;  // the last kept child so far, in `before`
        for (const Node& node : after_.nodes) {
            const auto found = old_.find(node.id);
            if (found == old_.end() || found->second->role != node.role) continue;
            const Id parent = after_.parent_of(node);
            if (!is_kept(parent) || before_.parent_of(*found->second) != parent) continue;
            const Node*& last = last_of[parent];
            if (last != nullptr && last > found->second) continue;
            last = found->second;
            kept_.insert(node.id);
        }
    }

    // From the end, so that the places of those before stay true.
    void leave() {
        const Children children = children_of(before_);
        for (auto node = before_.nodes.rbegin(); node != before_.nodes.rend(); ++node) {
            const Id parent = before_.parent_of(*node);
            if (is_kept(node->id) || !is_kept(parent)) continue;
            const auto& all = children.at(parent);
            add({.change = Change::removed,
                 .id = node->id,
                 .parent = parent,
                 .index =
                     static_cast<int>(std::find(all.begin(), all.end(), node->id) - all.begin())});
        }
    }

    void come() {
        std::unordered_map<Id, int> counts;
        for (const Node& node : after_.nodes) {
            const Id parent = after_.parent_of(node);
            const int index = counts[parent]++;
            if (is_kept(node.id) || !is_kept(parent)) continue;
            add({.change = Change::added, .id = node.id, .parent = parent, .index = index});
        }
    }

    void tell_words(const Node& was, const Node& is) {
        if (was.name != is.name) add({.change = Change::name, .id = is.id, .text = is.name});
        if (was.description != is.description) {
            add({.change = Change::description, .id = is.id, .text = is.description});
        }
        if (was.text && is.text) tell_text(is.id, *was.text, *is.text);
    }

    void tell_text(Id id, const Text& was, const Text& is) {
        if (was.content != is.content) {
            const Edit edit = edit_between(was.content, is.content);
            if (edit.removed.length() > 0) {
                add({.change = Change::text_removed,
                     .id = id,
                     .start = edit.removed.start,
                     .text = characters(was.content, edit.removed)});
            }
            if (edit.inserted.length() > 0) {
                add({.change = Change::text_inserted,
                     .id = id,
                     .start = edit.inserted.start,
                     .text = characters(is.content, edit.inserted)});
            }
        }
        if (was.caret != is.caret) add({.change = Change::caret, .id = id, .start = is.caret});
        if (was.selection != is.selection &&
            (was.selection.length() > 0 || is.selection.length() > 0)) {
            add({.change = Change::selection, .id = id});
        }
    }

    void tell_states(bool on) {
        const Id had_focus = before_.is_active ? before_.focus : 0;
        const Id has_focus = after_.is_active ? after_.focus : 0;
        const bool moved = had_focus != has_focus;
        if (!on && moved && is_kept(had_focus)) tell_state(Change::focused, had_focus, on);
        for (const Node& is : after_.nodes) {
            if (!is_kept(is.id)) continue;
            const Node& was = *old_.at(is.id);
            const auto tell = [&](Change change, bool before, bool now) {
                if (before != now && now == on) tell_state(change, is.id, on);
            };
            tell(Change::showing, was.is_in_sight, is.is_in_sight);
            tell(Change::sensitive, !was.is_disabled, !is.is_disabled);
            tell(Change::chosen, was.is_chosen, is.is_chosen);
        }
        // One that left and came has it anew.
        const bool is_told = on && has_focus != 0 && (moved || !is_kept(has_focus));
        if (is_told) tell_state(Change::focused, has_focus, on);
    }

    void tell_state(Change change, Id id, bool on) {
        add({.change = change, .id = id, .is_on = on});
    }

    void tell_news() {
        for (const Node& node : after_.nodes) {
            if (node.news == 0) continue;
            const auto found = old_.find(node.id);
            const bool is_known = found != old_.end() && found->second->news == node.news &&
                                  found->second->name == node.name;
            if (!is_known) add({.change = Change::news, .id = node.id, .text = node.name});
        }
    }

    const Tree& before_;
    const Tree& after_;
    std::unordered_map<Id, const Node*> old_;
    std::unordered_set<Id> kept_;
    std::vector<Event> events_;
};

}  // namespace

std::vector<Event> changes_between(const Tree& before, const Tree& after) {
    return Difference(before, after).events();
}

}  // namespace evenkeel::platform::accessible
