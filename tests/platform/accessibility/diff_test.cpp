#include "tests/platform/accessibility/trees.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::platform::accessible {

namespace {

const char* name(Change change) {
    static constexpr std::array names{"removed",      "added",    "name",    "description",
                                      "text removed", "text",     "caret",   "selection",
                                      "active",       "inactive", "showing", "sensitive",
                                      "chosen",       "focused",  "news"};
    return names.at(static_cast<std::size_t>(change));
}

}  // namespace

std::string told(const Tree& before, const Tree& after) {
    std::string text;
    for (const Event& event : changes_between(before, after)) {
        text += std::to_string(event.id) + " " + name(event.change);
        switch (event.change) {
            case Change::removed:
            case Change::added:
                text +=
                    " in " + std::to_string(event.parent) + " at " + std::to_string(event.index);
                break;
            case Change::caret:
                text += " " + std::to_string(event.start);
                break;
            case Change::text_removed:
            case Change::text_inserted:
                text += " " + std::to_string(event.start);
                break;
            case Change::showing:
            case Change::sensitive:
            case Change::chosen:
            case Change::focused:
                text += event.is_on ? " on" : " off";
                break;
            default:
                break;
        }
        if (!event.text.empty()) text += " '" + event.text + "'";
        text += "\n";
    }
    return text;
}

TEST_CASE("of two trees that are alike nothing is told") {
    const Tree tree = window_with({button(10, "Save"), field(11, {.content = "ok"})}, 10);
    CHECK(told(tree, tree).empty());
}

TEST_CASE(
    "a control that left is told with the place it had, one that came with the place it has") {
    const Tree before = window_with({button(10, "Low"), button(11, "Save"), button(12, "Close")});
    const Tree after = window_with({button(13, "Good"), button(11, "Save")});
    CHECK(told(before, after) ==
          "12 removed in 1 at 2\n"
          "10 removed in 1 at 0\n"
          "13 added in 1 at 0\n");
}

TEST_CASE("of a panel that comes or goes, what is in it is not told besides") {
    const Node panel{
        .id = 20, .role = Role::panel, .name = "Mood", .description = {}, .box = {}, .text = {}};
    const Tree without = window_with({button(10, "Save")});
    const Tree with = window_with({button(10, "Save"), panel, button(21, "Good", 1)});
    CHECK(told(without, with) == "20 added in 1 at 1\n");
    CHECK(told(with, without) == "20 removed in 1 at 1\n");
}

TEST_CASE("controls that change places leave and come back") {
    const Tree before = window_with({button(10, "One"), button(11, "Two"), button(12, "Three")});
    const Tree after = window_with({button(10, "One"), button(12, "Three"), button(11, "Two")});
    CHECK(told(before, after) ==
          "11 removed in 1 at 1\n"
          "11 added in 1 at 2\n");
}

TEST_CASE("a control of another kind under the same id is another control") {
    Tree before = window_with({button(10, "Sam")});
    Tree after = before;
    after.nodes[0].role = Role::list_item;
    CHECK(told(before, after) ==
          "10 removed in 1 at 0\n"
          "10 added in 1 at 0\n");
}

TEST_CASE("what is typed is told as the part that is new, with the caret behind it") {
    const Tree before = window_with({field(10, {.content = "ok so", .caret = 5})}, 10);
    const Tree after = window_with({field(10, {.content = "ok, so", .caret = 3})}, 10);
    CHECK(told(before, after) ==
          "10 text 2 ','\n"
          "10 caret 3\n");
    CHECK(told(after, before) ==
          "10 text removed 2 ','\n"
          "10 caret 5\n");
}

TEST_CASE("places in a text count letters, however many bytes they have") {
    const Tree before = window_with({field(10, {.content = "\xC3\xBC"
                                                           "ber",
                                                .caret = 4})});
    const Tree after = window_with({field(10, {.content = "\xC3\xBC"
                                                          "bel",
                                               .caret = 4})});
    CHECK(told(before, after) ==
          "10 text removed 3 'r'\n"
          "10 text 3 'l'\n");
}

TEST_CASE("a letter that is like its neighbour is told once") {
    const Tree before = window_with({field(10, {.content = "aa", .caret = 2})});
    const Tree after = window_with({field(10, {.content = "aaa", .caret = 3})});
    CHECK(told(before, after) ==
          "10 text 2 'a'\n"
          "10 caret 3\n");
}

TEST_CASE("a choice that moves is told by what ended, what began, and the focus last") {
    Tree before = window_with({button(10, "Low"), button(11, "Good")}, 10);
    Tree after = before;
    before.nodes[0].is_chosen = true;
    after.nodes[1].is_chosen = true;
    after.nodes[1].name = "Good, chosen";
    after.focus = 11;
    CHECK(told(before, after) ==
          "11 name 'Good, chosen'\n"
          "10 focused off\n"
          "10 chosen off\n"
          "11 chosen on\n"
          "11 focused on\n");
}

TEST_CASE("a window that keys do not go to has no focus, and gets it back with them") {
    const Tree active = window_with({button(10, "Save")}, 10);
    Tree inactive = active;
    inactive.is_active = false;
    CHECK(told(active, inactive) ==
          "1 inactive\n"
          "10 focused off\n");
    CHECK(told(inactive, active) ==
          "1 active\n"
          "10 focused on\n");
}

TEST_CASE("a control that has the focus and comes anew is told to have it") {
    const Tree before = window_with({button(10, "One"), button(11, "Two")}, 11);
    const Tree after = window_with({button(11, "Two"), button(10, "One")}, 10);
    CHECK(told(before, after) ==
          "10 removed in 1 at 0\n"
          "10 added in 1 at 1\n"
          "11 focused off\n"
          "10 focused on\n");
}

TEST_CASE(
    "news is told when it comes, when its words change, and when the same words are new again") {
    Node saved = button(30, "Mood saved");
    saved.news = 1;
    const Tree before = window_with({button(10, "Save")});
    const Tree first = window_with({button(10, "Save"), saved});
    saved.news = 2;
    const Tree again = window_with({button(10, "Save"), saved});
    saved.name = "Undone";
    const Tree other = window_with({button(10, "Save"), saved});
    CHECK(told(before, first) ==
          "30 added in 1 at 1\n"
          "30 news 'Mood saved'\n");
    CHECK(told(first, first).empty());
    CHECK(told(first, again) == "30 news 'Mood saved'\n");
    CHECK(told(again, other) ==
          "30 name 'Undone'\n"
          "30 news 'Undone'\n");
}

}  // namespace evenkeel::platform::accessible
