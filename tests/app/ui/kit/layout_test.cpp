#include "app/ui/kit/imgui_compat.h"
#include "tests/app/ui/kit/window.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::ui {
namespace {

constexpr std::string_view moods[] = {"Very low", "Low", "Okay", "Good", "Very good"};
constexpr std::string_view answers[] = {"Kept", "Partly", "Not today"};
constexpr TabItem places[] = {{Icon::today, "Today"},
                              {Icon::clock, "Screen time"},
                              {Icon::boundary, "Boundaries"},
                              {Icon::shield, "Sharing"},
                              {Icon::lifebuoy, "Help"}};

Look at_text_size(Look look, float size) {
    look.text_size = size;
    return look;
}

void everything(Ui& ui) {
    (void)ui.navigation("nav", places, 0);
    ui.page("page", [&] {
        (void)ui.head("A rather long title of a screen", "Back", Icon::plus, "Add");
        ui.banner(Icon::bell, "Nobody reads this between two sessions.", Tone::caution);
        ui.card([&] {
            ui.pair("Mood", "Good");
            (void)ui.faces("mood", "Mood", moods, 3);
        });
        ui.card([&] {
            ui.heading("Screen time", 3);
            ui.text("Yesterday 3 h 30 min, goal 3 h", TextStyle::caption, Tone::muted);
            (void)ui.stepper("time", "Screen time", "12 h 45 min", true, false);
            ui.meter("Of the goal", 0.5F, 0.4F);
            (void)ui.segmented("kept", "No phone in bed", answers, 0);
        });
        ui.columns(3, 150, [&](std::size_t i) {
            ui.card([&] {
                ui.text("Cell " + std::to_string(i), TextStyle::caption, Tone::muted);
                ui.text(i == 1 ? "two lines of words that are long enough" : "short");
            });
        });
        ui.card([&] {
            ui.flow([&] {
                (void)ui.chip("a", "Social", true);
                (void)ui.chip("b", "Messages", false);
                (void)ui.chip("c", "Everything else", false);
                ui.badge("2 new entries", Tone::accent);
            });
            (void)ui.toggle("on", "Share journal pages", "Only those you choose, one by one", true);
            (void)ui.button("see", "See exactly what she sees", ButtonStyle::primary, Icon::eye);
            (void)ui.button("stop", "Stop", ButtonStyle::danger);
            (void)ui.button("later", "Later", ButtonStyle::quiet);
            (void)ui.disabled_button("send", "Send", "Write something first.");
            ui.pair("Last shared", "today at 20:00, with everybody who may see it", Tone::muted);
            ui.hairline();
            (void)ui.row("row", {.title = "Amira K.",
                                 .detail = "Today 10:00, 6 of 7 days",
                                 .badge = "2 new entries",
                                 .badge_tone = Tone::accent,
                                 .icon = Icon::person,
                                 .chosen = true});
            (void)ui.tabs("tabs", std::span(places).subspan(1, 3), 1);
            (void)ui.icon_button("copy", Icon::copy, "Copy");
            ui.status(Icon::check, "Saved on this phone. Shared with Dr. Weber tonight.");
        });
    });
}

std::vector<Look> looks() {
    std::vector<Look> all;
    for (const ThemeKind theme : {ThemeKind::light, ThemeKind::dark}) {
        Look small = phone_look();  // the narrowest that WCAG's reflow asks for
        small.width_px = 320;
        small.height_px = 568;
        for (Look look : {phone_look(), small, desktop_look()}) {
            look.theme = theme;
            for (const float size : {0.85F, 1.0F, 2.0F}) all.push_back(at_text_size(look, size));
        }
    }
    return all;
}

TEST_CASE("every control is large enough to be hit, whatever the text size") {
    for (const Look& look : looks()) {
        Window window(look, everything);
        const float least = metrics(look.form).target_min;
        for (const Node& node : window.ui.tree().nodes) {
            if (!node.focusable) continue;
            CAPTURE(node.label, look.text_size, look.width_px);
            CHECK(node.rect.width() >= least);
            CHECK(node.rect.height() >= least);
        }
    }
}

TEST_CASE("no two controls share a place, and none leaves the window sideways") {
    for (const Look& look : looks()) {
        Window window(look, everything);
        const auto& nodes = window.ui.tree().nodes;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            if (!nodes[i].focusable) continue;
            CAPTURE(nodes[i].label, look.text_size, look.width_px);
            CHECK(nodes[i].rect.left >= 0);
            CHECK(nodes[i].rect.right <= static_cast<float>(look.width_px));
            for (std::size_t j = 0; j < i; ++j) {
                if (!nodes[j].focusable) continue;
                if (intersect(nodes[i].visible, nodes[j].visible).is_empty()) continue;
                FAIL_CHECK("it lies on " << nodes[j].label);
            }
        }
    }
}

TEST_CASE("words stand clear of each other, of edges, and of their ground") {
    for (const Look& look : looks()) {
        Window window(look, everything);
        const auto runs = window.ui.text_runs();
        REQUIRE(runs.size() > 40);
        for (std::size_t i = 0; i < runs.size(); ++i) {
            CAPTURE(i, look.text_size, look.width_px, runs[i].rect.left, runs[i].rect.top);
            CHECK(contrast(runs[i].color, runs[i].background) >= 4.5);
            CHECK(runs[i].rect.left >= runs[i].clip.left);
            CHECK(runs[i].rect.right <= runs[i].clip.right);
            if (runs[i].node != 0) {
                const Node* owner = window.ui.tree().find(runs[i].node);
                REQUIRE(owner);
                CAPTURE(owner->label);
                CHECK(intersect(runs[i].rect, owner->rect) == runs[i].rect);
            }
            for (std::size_t j = 0; j < i; ++j) {
                const Rect one = intersect(runs[i].rect, runs[i].clip);
                const Rect two = intersect(runs[j].rect, runs[j].clip);
                if (!intersect(one, two).is_empty()) FAIL_CHECK("it lies on run " << j);
            }
        }
    }
}

TEST_CASE("every node has a name of its own, and keeps it while the screen stays") {
    Window window(phone_look(), everything);
    std::vector<NodeId> ids;
    for (const Node& node : window.ui.tree().nodes) ids.push_back(node.id);
    window.frame();
    for (std::size_t i = 0; i < ids.size(); ++i) CHECK(window.ui.tree().nodes[i].id == ids[i]);
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
    CHECK(ids.front() != 0);
}

TEST_CASE("each word that is drawn is written down with its colours and its owner") {
    Window window(phone_look(), [](Ui& ui) {
        ui.page("page", [&] { (void)ui.button("go", "Go on", ButtonStyle::primary); });
    });
    REQUIRE(window.ui.text_runs().size() == 1);
    const TextRun& run = window.ui.text_runs()[0];
    const Node button = window.node("Go on");
    CHECK(run.node == button.id);
    CHECK(run.color == theme(ThemeKind::light).on_primary);
    CHECK(run.background == theme(ThemeKind::light).primary);
    CHECK(intersect(run.rect, button.rect) == run.rect);
    CHECK(run.layer == 0);
}

TEST_CASE("what a node says lies within its place, and the next thing below it") {
    for (const Look& look : looks()) {
        Window window(look, [](Ui& ui) {
            ui.page("page", [&] {
                (void)ui.head("A title that needs more than the one line it would like", "Back",
                              Icon::plus, "Add");
                ui.card([&] { ui.text("Below"); });
            });
        });
        const Rect title =
            window.node("A title that needs more than the one line it would like").rect;
        float bottom = 0;
        for (const TextRun& run : window.ui.text_runs().first(window.ui.text_runs().size() - 1)) {
            bottom = std::max(bottom, run.rect.bottom);
            CHECK(intersect(run.rect, title).height() == run.rect.height());
        }
        CHECK(bottom == title.bottom);
        // At least the card's own padding.
        CHECK(window.node("Below").rect.top >= bottom + 16 * look.text_size);
    }
}

TEST_CASE("cells stand side by side, and below each other where text is large") {
    Window window(phone_look(), [](Ui& ui) {
        ui.page("page", [&] {
            ui.columns(2, 140, [&](std::size_t i) { ui.text("Cell " + std::to_string(i)); });
        });
    });
    CHECK(window.node("Cell 0").rect.top == window.node("Cell 1").rect.top);
    CHECK(window.node("Cell 0").rect.right < window.node("Cell 1").rect.left);
    window.ui.set_look(at_text_size(phone_look(), 2));
    window.settle();
    CHECK(window.node("Cell 0").rect.left == window.node("Cell 1").rect.left);
    CHECK(window.node("Cell 0").rect.bottom < window.node("Cell 1").rect.top);
}

// Whether a card's border runs at this height, between two places.
bool has_border(const Window& window, float y, float left, float right) {
    const Color color = theme(ThemeKind::light).hairline;
    const ImU32 border = IM_COL32(color.red, color.green, color.blue, 255);
    const auto& corners = window.ui.draw_data()->CmdLists[0]->VtxBuffer;
    return std::any_of(corners.begin(), corners.end(), [&](const ImDrawVert& corner) {
        return corner.col == border && std::abs(corner.pos.y - y) <= 1 && corner.pos.x > left &&
               corner.pos.x < right;
    });
}

TEST_CASE("cards that end their cells end level, and no other grows") {
    Window window(desktop_look(), [](Ui& ui) {
        ui.page("page", [&] {
            ui.columns(2, 100, [&](std::size_t i) {
                ui.card([&] { ui.text(i == 0 ? "Left" : "Right"); });
                if (i == 0) ui.card([&] { ui.text("Below"); });
            });
        });
    });
    const float middle = window.node("Right").rect.left - 20;
    const float upper = window.node("Left").rect.bottom + 16;
    const float lower = window.node("Below").rect.bottom + 16;
    CHECK(has_border(window, upper, 0, middle));
    CHECK(has_border(window, lower, 0, middle));
    CHECK(!has_border(window, upper, middle, 1'280));
    CHECK(has_border(window, lower, middle, 1'280));
}

TEST_CASE("segments are alike, or as wide as their words, or below each other") {
    std::vector<std::string_view> words = {"Kept", "Partly", "Not today"};
    Window window(phone_look(), [&](Ui& ui) {
        ui.page("page", [&] { (void)ui.segmented("answer", "Answer", words, 0); });
    });
    const auto place = [&](std::size_t i) { return window.node(std::string(words[i])).rect; };
    CHECK(place(0).width() == place(1).width());
    words = {"Only these words are long", "One", "Two"};
    window.settle();
    CHECK(place(0).width() > place(1).width());
    CHECK(place(1).top == place(0).top);
    CHECK(window.ui.text_runs().size() == 3);
    words = {"Incomprehensibilities", "Counterrevolutionary", "Uncharacteristically"};
    window.settle();
    CHECK(place(1).top == place(0).bottom);
    CHECK(place(1).width() == place(0).width());
}

TEST_CASE("large text puts the faces in two lines and keeps their words") {
    const auto lines = [](const Window& window) {
        std::vector<float> tops;
        for (const std::string_view mood : moods) {
            tops.push_back(window.node(std::string(mood)).rect.top);
        }
        tops.erase(std::unique(tops.begin(), tops.end()), tops.end());
        return tops.size();
    };
    const auto page = [](Ui& ui) {
        ui.page("page", [&] { (void)ui.faces("mood", "Mood", moods, std::nullopt); });
    };
    Window window(phone_look(), page);
    CHECK(lines(window) == 1);
    window.ui.set_look(at_text_size(phone_look(), 2));
    window.settle();
    CHECK(lines(window) == 2);
}

TEST_CASE("words of the navigation vanish before its icons, and keep their labels in the tree") {
    const auto bar = [](Ui& ui) { (void)ui.navigation("nav", places, 1); };
    Window window(phone_look(), bar);
    CHECK(window.ui.text_runs().size() == std::size(places));
    window.ui.set_look(at_text_size(phone_look(), 2));
    window.settle();
    CHECK(window.ui.text_runs().empty());
    CHECK(window.node("Screen time").checked);
}

TEST_CASE("the navigation is at the bottom of a phone and at the left of a desktop") {
    Look phone = phone_look();
    phone.safe_area = {0, 47, 0, 34};
    Window hand(phone, everything);
    CHECK(hand.node("Help").rect.bottom == 844 - 34);
    CHECK(hand.node("Help").rect.height() >= 60);
    CHECK(hand.node("Back").rect.top >= 47);
    Window desk(desktop_look(), everything);
    CHECK(desk.node("Today").rect.left == 0);
    CHECK(desk.node("Today").rect.right < desk.node("Back").rect.left);
}

TEST_CASE("lines of a page on a wide window stay short enough to read") {
    Look look = desktop_look();
    look.width_px = 2560;
    Window window(look, everything);
    CHECK(window.node("Share journal pages").rect.width() <= 720);
}

TEST_CASE("a pair stands in one line, or below each other where it is too long for that") {
    std::string right = "short";
    Window window(phone_look(), [&](Ui& ui) { ui.page("page", [&] { ui.pair("Left", right); }); });
    const auto top = [&](std::size_t run) { return window.ui.text_runs()[run].rect.top; };
    CHECK(top(0) == top(1));
    right = "so many words that they do not fit beside the left";
    window.settle();
    CHECK(top(1) > top(0));
}

TEST_CASE("a stepper's figure does not move when its digits change") {
    std::string value = "1 h 11 min";
    Window window(phone_look(), [&](Ui& ui) {
        ui.page("page", [&] { (void)ui.stepper("time", "Time", value, true, true); });
    });
    const Rect before = window.ui.text_runs()[0].rect;
    value = "4 h 48 min";
    window.settle();
    CHECK(window.ui.text_runs()[0].rect == before);
}

TEST_CASE("a code to be copied by hand is broken between its groups") {
    Fonts fonts;
    fonts.build(FormFactor::phone, 1);
    const Face& face = fonts[TextStyle::body];
    const auto lines = [&](std::string_view text, std::string_view as_wide) {
        std::string all;
        for (const auto& line : face.wrap(text, face.width(as_wide))) {
            all.append(all.empty() ? "" : "|").append(line);
        }
        return all;
    };
    CHECK(lines("1111-2222-3333-4444", "1111-2222-33") == "1111-2222-|3333-4444");
    CHECK(lines("1111-1111", "111") == "111|1-|111|1");
    CHECK(lines("a well-known word", "a well-kno") == "a|well-|known|word");
}

}  // namespace
}  // namespace evenkeel::ui
