// What must hold on every screen, in both themes, on phones and desktops, with small and large
// text.
#include "app/ui/host/reader_tree.h"
#include "app/ui/kit/theme.h"
#include "tests/app/ui/screens/scenes.h"

#include <catch2/catch_test_macros.hpp>

#include <imgui.h>
#include <set>

using namespace evenkeel;
using namespace evenkeel::test;
using ui::Node;
using ui::Rect;
using ui::TextRun;

namespace {

constexpr float large_text_dp = 24;  // WCAG: large is 24 px, or 18.5 px in bold
constexpr double contrast_text = 4.5;
constexpr double contrast_large = 3;

std::string named(const Scene& scene, const ui::Look& look) {
    return scene.name + (look.form == ui::FormFactor::phone ? ", phone" : ", desktop") +
           (look.theme == ui::ThemeKind::dark ? ", dark, " : ", light, ") +
           std::to_string(look.width_px) + " px, " +
           std::to_string(static_cast<int>(look.text_size * 100)) + " %";
}

std::vector<ui::Look> all_looks() {
    std::vector<ui::Look> looks;
    for (const auto theme : {ui::ThemeKind::light, ui::ThemeKind::dark}) {
        for (const float size : {1.0F, 2.0F}) {
            looks.push_back(phone_look(theme, size));
            looks.push_back(desktop_look(theme, size));
        }
        looks.push_back(wide_look(theme));
    }
    return looks;
}

// "Boundaries / No phone in bed / Kept": what a reader hears on the way to it.
std::string spoken(const ui::Tree& tree, const Node& node) {
    std::string path = node.label;
    for (int at = node.parent; at >= 0; at = tree.nodes[static_cast<std::size_t>(at)].parent) {
        path = tree.nodes[static_cast<std::size_t>(at)].label + " / " + path;
    }
    return path;
}

int top_layer(const ui::Tree& tree) {
    int layer = 0;
    for (const Node& node : tree.nodes) layer = std::max(layer, node.layer);
    return layer;
}

bool is_inside(const Rect& rect, const Rect& outer) {
    constexpr float slack_px = 0.5F;
    return rect.left >= outer.left - slack_px && rect.right <= outer.right + slack_px &&
           rect.top >= outer.top - slack_px && rect.bottom <= outer.bottom + slack_px;
}

Rect safe_area(const ui::Look& look) {
    return {look.safe_area.left, look.safe_area.top,
            static_cast<float>(look.width_px) - look.safe_area.right,
            static_cast<float>(look.height_px) - look.safe_area.bottom};
}

// Every control has words of its own, and an id of its own.
void check_names(const ui::Tree& tree) {
    std::set<ui::NodeId> ids;
    std::set<std::string> names;
    for (const Node& node : tree.nodes) {
        if (!node.focusable) continue;
        INFO(node.label);
        CHECK(!node.label.empty());
        CHECK(ids.insert(node.id).second);
        if (node.layer == top_layer(tree)) CHECK(names.insert(spoken(tree, node)).second);
    }
}

// Controls are as large as a finger or a pointer needs.
void check_targets(const ui::Tree& tree, const ui::Look& look) {
    const float least = ui::metrics(look.form).target_min * look.display_scale - 0.5F;
    for (const Node& node : tree.nodes) {
        if (!node.focusable) continue;
        INFO(node.label);
        CHECK(node.rect.width() >= least);
        CHECK(node.rect.height() >= least);
    }
}

// What is seen lies inside the safe area, and nothing is wider than that.
void check_places(const ui::Tree& tree, const ui::Look& look) {
    const Rect safe = safe_area(look);
    for (const Node& node : tree.nodes) {
        INFO(node.label);
        // The ground of a sheet reaches to the edge of the glass; what is on it does not.
        const bool is_ground = node.role == ui::Role::dialog;
        if (!node.visible.is_empty() && !is_ground) CHECK(is_inside(node.visible, safe));
        CHECK(node.rect.left >= safe.left);
        CHECK(node.rect.right <= safe.right + 0.5F);
    }
}

// No words are cut off at a side, and none lie over others. Scrolling cuts above and below.
void check_words(std::span<const TextRun> runs) {
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const TextRun& run = runs[i];
        CHECK(run.rect.left >= run.clip.left - 1);
        CHECK(run.rect.right <= run.clip.right + 1);
        const Rect seen = ui::intersect(run.rect, run.clip);
        if (seen.is_empty()) continue;
        for (std::size_t k = i + 1; k < runs.size(); ++k) {
            if (runs[k].layer != run.layer) continue;
            const Rect both = ui::intersect(seen, ui::intersect(runs[k].rect, runs[k].clip));
            CHECK((both.width() <= 1 || both.height() <= 1));
        }
    }
}

// All words stand out from what is behind them.
void check_contrast(std::span<const TextRun> runs, const ui::Look& look) {
    for (const TextRun& run : runs) {
        const bool is_large = run.size_px >= large_text_dp * look.display_scale;
        CHECK(ui::contrast(run.color, run.background) >=
              (is_large ? contrast_large : contrast_text));
    }
}

// The Tab key reaches every control of the topmost layer.
void check_tab(Gui& gui) {
    const ui::Tree tree = gui.ui().tree();
    std::set<ui::NodeId> wanted;
    for (const Node& node : tree.nodes) {
        const bool is_reachable = node.focusable && !node.disabled;
        if (is_reachable && node.layer == top_layer(tree)) wanted.insert(node.id);
    }
    const std::size_t count = wanted.size();
    for (std::size_t i = 0; i <= count; ++i) {
        gui.ui().push(platform::KeyPress{.key = platform::KeyCode::tab});
        gui.frame();
        wanted.erase(gui.ui().tree().focus);
    }
    CHECK(wanted.empty());
}

bool can_have_focus(const Node& node, int layer) {
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
        const Node& before = tree.nodes[i - 1];
        const Node& node = tree.nodes[i];
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
