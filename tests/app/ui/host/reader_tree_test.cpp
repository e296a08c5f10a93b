#include "app/ui/host/reader_tree.h"

#include "app/ui/kit/ui.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <functional>

namespace evenkeel::ui {
namespace {

namespace accessible = platform::accessible;

// What a screen looks like to readers: a line for each node, with what they say of it.
class Read {
public:
    explicit Read(const std::function<void(Ui&)>& screen)
        : ui_({.form = FormFactor::desktop, .width_px = 900, .height_px = 700}), screen_(screen) {
        ui_.set_read_aloud(true);
        frames();
    }

    void frames() {
        for (int i = 0; i < 6; ++i) ui_.frame(now_ms_ += 16, [&] { screen_(ui_); });
    }

    [[nodiscard]] accessible::Tree tree() const {
        return reader_tree(ui_.tree(), "Evenkeel", {0, 0, 900, 700}, true);
    }

    [[nodiscard]] accessible::Node node(const std::string& name) const {
        for (const accessible::Node& node : tree().nodes) {
            if (node.name == name) return node;
        }
        FAIL("nothing has this name");
        return {};
    }

    [[nodiscard]] std::string parent_of(const std::string& name) const {
        const accessible::Node child = node(name);
        return child.parent < 0 ? "" : tree().nodes[static_cast<std::size_t>(child.parent)].name;
    }

    Ui& ui() { return ui_; }

private:
    Ui ui_;
    std::function<void(Ui&)> screen_;
    std::int64_t now_ms_ = 1'000;
};

TEST_CASE("rows that stand together are a list, and each knows its place in it") {
    const Read read([](Ui& ui) {
        ui.page("page", [&] {
            ui.heading("Clients", 1);
            ui.scope(1, [&] { (void)ui.row("row", {.title = "Ada", .detail = "2 new entries"}); });
            ui.scope(2, [&] { (void)ui.row("row", {.title = "Sam"}); });
            ui.text("Nobody else.");
            ui.scope(3, [&] { (void)ui.row("row", {.title = "Invite"}); });
        });
    });
    const accessible::Node ada = read.node("Ada, 2 new entries");
    const accessible::Node sam = read.node("Sam");
    CHECK(ada.role == accessible::Role::list_item);
    CHECK(ada.parent == sam.parent);
    CHECK(read.tree().nodes[static_cast<std::size_t>(ada.parent)].role == accessible::Role::list);
    CHECK(ada.position == 1);
    CHECK(sam.position == 2);
    CHECK(sam.set_size == 2);
    CHECK(read.node("Invite").parent == -1);  // "List with 1 item" says nothing
    CHECK(read.node("Invite").set_size == 0);
}

TEST_CASE("a row that opens in its place stays where it was told") {
    bool is_open = false;
    Read read([&](Ui& ui) {
        const auto shown = [&] { ui.text("About Ada"); };
        ui.page("page", [&] {
            ui.heading("Clients", 1);
            ui.scope(1, [&] {
                if (ui.row("row", {.title = "Ada", .chosen = is_open})) is_open = !is_open;
                if (is_open) ui.group("about", "Ada", shown);
            });
            ui.scope(2, [&] { (void)ui.row("row", {.title = "Sam"}); });
            ui.text("Nobody else.");
            ui.scope(3, [&] { (void)ui.row("row", {.title = "Lone", .chosen = is_open}); });
            if (is_open) ui.group("more", "More", shown);
        });
    });
    const auto list_of_ada = [&] {
        const accessible::Tree tree = read.tree();
        return tree.parent_of(read.node("Ada"));
    };
    const accessible::Id list = list_of_ada();
    CHECK(list != accessible::window_id);
    read.ui().activate(read.node("Ada").id);
    read.frames();
    REQUIRE(is_open);
    CHECK(list_of_ada() == list);
    CHECK(read.node("Lone").parent == -1);
    CHECK(read.node("Lone").is_chosen);
}

TEST_CASE("who hears the button of a notice alone hears what it takes back") {
    const Read read([](Ui& ui) {
        ui.page("page", [&] { ui.heading("How was today?", 1); });
        (void)ui.toast("saved", 1, "Mood saved", "Undo");
    });
    CHECK(read.node("Mood saved").news != 0);
    CHECK(read.node("Undo, Mood saved").role == accessible::Role::button);
}

TEST_CASE("who turns a stepper hears the value in the name of the button they stand on") {
    int minutes = 20;
    Read read([&](Ui& ui) {
        ui.page("page", [&] {
            const std::string value = std::to_string(minutes) + " min";
            const auto step = ui.stepper("minutes", "Minutes", value, true, true);
            if (step) minutes += *step * 5;
        });
    });
    const accessible::Node more = read.node("Minutes, more: 20 min");
    CHECK(read.parent_of("Minutes, more: 20 min").empty());
    read.ui().activate(more.id);
    read.frames();
    CHECK(read.node("Minutes, more: 25 min").id == more.id);
}

TEST_CASE("choices are counted within their group") {
    const Read read([](Ui& ui) {
        constexpr std::array<std::string_view, 3> words{"Kept", "Partly", "Not today"};
        ui.page("page", [&] { (void)ui.segmented("answer", "Phone in bed", words, 1); });
    });
    const accessible::Node partly = read.node("Partly");
    CHECK(partly.role == accessible::Role::radio_button);
    CHECK(partly.is_chosen);
    CHECK(partly.position == 2);
    CHECK(partly.set_size == 3);
    CHECK(read.parent_of("Partly") == "Phone in bed");
}

TEST_CASE("a text is told with its caret, its selection and its lines as they are wrapped") {
    std::string note =
        "gr\xC3\xBC\xC3\x9F"
        "e an alle";
    Read read([&](Ui& ui) {
        ui.page("page", [&] { (void)ui.field("note", "Note", note, {.kind = FieldKind::lines}); });
    });
    read.ui().set_focus(read.node("Note").id);
    read.ui().push(platform::TextSelection{3, 5});
    read.frames();
    const accessible::Node field = read.node("Note");
    REQUIRE(field.text);
    CHECK(field.text->content == note);
    CHECK(field.text->caret == 5);
    CHECK(field.text->selection == accessible::Range{3, 5});
    CHECK(field.text->has_lines);
    read.ui().push(platform::TextInput{std::string(400, 'x')});
    read.ui().push(platform::KeyPress{.key = platform::KeyCode::enter});
    read.frames();
    CHECK(read.node("Note").text->line_starts.size() > 4);
    CHECK(read.node("Note").text->line_starts.back() == 404);
}

TEST_CASE("of a passphrase readers get dots, and may choose and erase among them") {
    std::string secret =
        "s\xC3\xBC"
        "nde";
    Read read([&](Ui& ui) {
        ui.page("page",
                [&] { (void)ui.field("key", "Passphrase", secret, {.kind = FieldKind::secret}); });
    });
    const accessible::Node field = read.node("Passphrase");
    CHECK(field.role == accessible::Role::password);
    REQUIRE(field.text);
    CHECK(field.text->content.find("nde") == std::string::npos);
    CHECK(field.text->line_starts.size() == 1);
    read.ui().set_focus(field.id);
    read.ui().push(platform::TextSelection{1, 3});
    read.ui().push(platform::TextInput{"x"});
    read.frames();
    CHECK(secret == "sxde");
}

TEST_CASE("a chart tells its sentence, and each day by its name") {
    const Read read([](Ui& ui) {
        const LineChart chart{.title = "Mood",
                              .sentence = "5 on most days.",
                              .values = {5.0F, std::nullopt},
                              .axis = {.high = 10, .ticks = {}, .say = [](float value) {
                                           return std::to_string(static_cast<int>(value));
                                       }}};
        const DayAxis axis{
            .days = 2, .ticks = {}, .names = {.first = 7, .name = [](std::int32_t day) {
                                                  return "Day " + std::to_string(day);
                                              }}};
        ui.page("page", [&] { ui.line_chart(chart, axis); });
    });
    const accessible::Node told = read.node("Mood, 5 on most days.");
    CHECK(told.role == accessible::Role::chart);
    CHECK(told.is_focusable);  // Tab is the only way that brings it into view
    CHECK(read.node("Day 7, 5").role == accessible::Role::list_item);
    CHECK(read.node("Day 8, no entry").set_size == 2);

    // Line by line, readers go through what has nothing in it.
    const accessible::Tree tree = read.tree();
    const auto chart = std::ranges::find(tree.nodes, told.id, &accessible::Node::id);
    const accessible::Node& words = *(chart + 1);
    CHECK(words.role == accessible::Role::text);
    CHECK(words.name == "Mood, 5 on most days.");
    CHECK(words.is_in_sight);
    CHECK(words.box.top + words.box.height <= read.node("Day 7, 5").box.top);
}

TEST_CASE("a number in a dialog is said with what it is for, as Orca leaves out texts so short") {
    const Read read([](Ui& ui) {
        (void)ui.sheet("help", "Help now", [&] {
            ui.text("Call if you need to.");
            ui.pair("Emergency", "day and night");
            ui.text("116 123");
            (void)ui.button("other", "Another country");
            ui.text("Elsewhere");
        });
    });
    const accessible::Node told = read.node("Emergency, day and night: 116 123");
    CHECK(told.role == accessible::Role::text);
    CHECK(read.parent_of(told.name) == "Help now");
    CHECK(read.node("Elsewhere").role == accessible::Role::text);
    for (const accessible::Node& node : read.tree().nodes) CHECK(node.name != "116 123");
}

TEST_CASE("a chip says whether it is one of several, on by itself, or does something") {
    const Read read([](Ui& ui) {
        ui.page("page", [&] {
            ui.flow([&] {
                (void)ui.chip("one", "15 min", true);
                (void)ui.check_chip("tag", "tired", true);
                (void)ui.offer_chip("add", "Add a tag");
            });
        });
    });
    CHECK(read.node("15 min").role == accessible::Role::radio_button);
    CHECK(read.node("tired").role == accessible::Role::check_box);
    CHECK(read.node("tired").is_chosen);
    CHECK(read.node("Add a tag").role == accessible::Role::button);
}

TEST_CASE("where nothing has the focus a reader is on the heading of what is open") {
    bool is_asked = false;
    Read read([&](Ui& ui) {
        ui.page("page", [&] {
            ui.heading("Today", 1);
            (void)ui.button("save", "Save");
        });
        if (is_asked) (void)ui.sheet("sure", "Are you sure?", [&] { ui.text("It is."); });
    });
    CHECK(read.tree().focus == read.node("Today").id);
    is_asked = true;
    read.frames();
    const accessible::Tree tree = read.tree();
    REQUIRE(tree.find(tree.focus));
    CHECK(tree.find(tree.focus)->name == "Are you sure?");
    CHECK(tree.find(tree.focus)->role == accessible::Role::heading);
}

TEST_CASE("what only a reader needs is not there without one") {
    std::string note = "words";
    Ui ui({.form = FormFactor::desktop, .width_px = 900, .height_px = 700});
    for (int i = 0; i < 3; ++i) {
        ui.frame(i, [&] { ui.page("page", [&] { (void)ui.field("note", "Note", note, {}); }); });
    }
    for (const Node& node : ui.tree().nodes) CHECK_FALSE(node.edited);
}

}  // namespace
}  // namespace evenkeel::ui
