#include "tests/app/ui/screens/invariants.h"

#include "app/ui/kit/theme.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

namespace evenkeel::test {

using ui::Node;
using ui::Rect;
using ui::TextRun;

namespace {

constexpr float large_text_dp = 24;  // WCAG: large is 24 px, or 18.5 px in bold
constexpr double contrast_text = 4.5;
constexpr double contrast_large = 3;

// "Boundaries / No phone in bed / Kept": what a reader hears on the way to it.
std::string spoken(const ui::Tree& tree, const Node& node) {
    std::string path = node.label;
    for (int at = node.parent; at >= 0; at = tree.nodes[static_cast<std::size_t>(at)].parent) {
        path = tree.nodes[static_cast<std::size_t>(at)].label + " / " + path;
    }
    return path;
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

}  // namespace

int top_layer(const ui::Tree& tree) {
    int layer = 0;
    for (const Node& node : tree.nodes) layer = std::max(layer, node.layer);
    return layer;
}

std::string named(const Scene& scene, const ui::Look& look) {
    return scene.name + (look.form == ui::FormFactor::phone ? ", phone" : ", desktop") +
           (look.theme == ui::ThemeKind::dark ? ", dark, " : ", light, ") +
           std::to_string(look.width_px) + " px, " +
           std::to_string(static_cast<int>(look.text_size * 100)) + " %";
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

}  // namespace evenkeel::test
