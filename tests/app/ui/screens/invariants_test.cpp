// What must hold on every screen, in both themes, on phones, desktops and large desktop screens,
// with the smallest, the usual and the largest text.
#include "tests/app/ui/screens/invariants.h"

#include "app/ui/host/reader_tree.h"

#include <catch2/catch_test_macros.hpp>

#include <imgui.h>
#include <set>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

std::vector<ui::Look> all_looks() {
    std::vector<ui::Look> looks;
    for (const auto theme : {ui::ThemeKind::light, ui::ThemeKind::dark}) {
        for (const float size : {0.85F, 1.0F, 2.0F}) {
            looks.push_back(phone_look(theme, size));
            looks.push_back(desktop_look(theme, size));
            looks.push_back(wide_look(theme, size));
        }
    }
    return looks;
}

bool can_have_focus(const ui::Node& node, int layer) {
    return node.focusable && !node.disabled && node.layer == layer;
}

// What a screen reader is told: an id for each thing, and for each a parent that came before it;
// words for whatever can be reached or is a place to hear; a focus that is there; places in sets
// that add up.
void check_reading(const platform::accessible::Tree& tree) {
    using enum platform::accessible::Role;
    std::set<platform::accessible::Id> ids;
    std::vector<int> seen_of(tree.nodes.size() + 1);
    for (std::size_t i = 0; i < tree.nodes.size(); ++i) {
        const platform::accessible::Node& node = tree.nodes[i];
        INFO(node.name);
        CHECK(node.id > platform::accessible::window_id + 1);
        CHECK(ids.insert(node.id).second);
        CHECK(node.parent < static_cast<int>(i));
        const bool is_named = node.is_focusable || node.role == heading || node.role == dialog ||
                              node.role == chart || node.role == image || node.role == list_item;
        if (is_named) CHECK(!node.name.empty());
        if (node.news != 0) CHECK(!node.name.empty());
        CHECK((node.role == heading) == (node.level > 0));
        CHECK(node.position <= node.set_size);
        if (node.position > 0)
            CHECK(node.position == ++seen_of[static_cast<std::size_t>(node.parent + 1)]);
        CHECK((node.role == entry || node.role == password) == node.text.has_value());
    }
    CHECK(tree.find(tree.focus) != nullptr);
}

// Reading order is the order in which eyes go, as far as that is sure: of two controls in one
// parent none lies wholly above the one before it, unless it stands in another column.
void check_order(const ui::Tree& tree) {
    for (std::size_t i = 1; i < tree.nodes.size(); ++i) {
        const ui::Node& before = tree.nodes[i - 1];
        const ui::Node& node = tree.nodes[i];
        if (!can_have_focus(before, top_layer(tree)) || !can_have_focus(node, top_layer(tree))) {
            continue;
        }
        if (before.parent != node.parent) continue;
        INFO(before.label + ", then " + node.label);
        const bool shares_column =
            before.rect.left < node.rect.right && node.rect.left < before.rect.right;
        if (shares_column) CHECK(node.rect.bottom > before.rect.top);
    }
}

}  // namespace

TEST_CASE("every screen is told to a screen reader with a name, a place and an order for all") {
    for (const Scene& scene : scenes()) {
        for (const ui::Look& look : {phone_look(), desktop_look()}) {
            INFO(named(scene, look));
            const auto gui = open(scene, look);
            gui->ui().set_read_aloud(true);
            gui->settle();
            const ui::Tree& tree = gui->ui().tree();
            check_reading(ui::reader_tree(tree, "Evenkeel", {}, true));
            check_order(tree);
        }
    }
}

TEST_CASE("every screen can be read, reached and pressed, in each theme, form and text size") {
    for (const Scene& scene : scenes()) {
        for (const ui::Look& look : all_looks()) {
            INFO(named(scene, look));
            const auto gui = open(scene, look);
            check_names(gui->ui().tree());
            check_targets(gui->ui().tree(), look);
            check_places(gui->ui().tree(), look);
            check_words(gui->ui().text_runs());
            check_contrast(gui->ui().text_runs(), look);
            check_tab(*gui);
        }
    }
}

TEST_CASE("a screen is what it is within three frames") {
    for (const Scene& scene : scenes()) {
        for (const ui::Look& look : {phone_look(), desktop_look()}) {
            INFO(named(scene, look));
            Gui gui(look, [](const model::Intent&) {});
            gui.show(std::make_shared<model::Snapshot>(scene.snapshot));
            for (int i = 0; i < 3; ++i) gui.frame();
            const std::string early = gui.text();
            const std::size_t runs = gui.ui().text_runs().size();
            gui.settle();
            CHECK(gui.text() == early);
            CHECK(gui.ui().text_runs().size() == runs);
        }
    }
}

TEST_CASE("a thousand frames draw no more than one") {
    for (const Scene& scene : scenes()) {
        INFO(scene.name);
        const auto gui = open(scene, phone_look());
        const int vertices = gui->ui().draw_data()->TotalVtxCount;
        for (int i = 0; i < 1000; ++i) gui->frame();
        CHECK(gui->ui().draw_data()->TotalVtxCount == vertices);
    }
}

TEST_CASE("help now is on every page, and opens above it") {
    for (const Scene& scene : scenes()) {
        INFO(scene.name);
        const auto gui = open(scene, phone_look());
        if (top_layer(gui->ui().tree()) > 0) continue;  // a sheet is closed first
        gui->tap("Help now");
        CHECK(gui->has("Samaritans"));
        CHECK(gui->node("Help now").layer > 0);
    }
}
