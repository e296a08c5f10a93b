// Our side of AT-SPI, heard and worked by a reader that is not ours, without a display. Each story
// has a program of its own on the bus that `dbus-run-session` gave.
#include "platform/accessibility.h"
#include "tests/platform/atspi/reader.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <chrono>
#include <thread>

namespace evenkeel::test {
namespace {

using namespace platform::accessible;

Node control(Id id, Role role, std::string name, int parent = -1) {
    return {.id = id,
            .role = role,
            .name = std::move(name),
            .description = {},
            .box = {.left = 10, .top = static_cast<int>(id), .width = 100, .height = 20},
            .parent = parent,
            .is_focusable = role != Role::panel && role != Role::heading && role != Role::list,
            .text = {}};
}

// A page of a diary: a heading, a mood of three, a note of two lines, days, and a button.
Tree diary() {
    Tree tree{
        .title = "Diary",
        .window = {.left = 50, .top = 60, .width = 400, .height = 600},
        .is_active = true,
        .nodes = {control(100, Role::heading, "Today"), control(110, Role::panel, "Mood"),
                  control(120, Role::radio_button, "Low", 1),
                  control(130, Role::radio_button, "Middling", 1),
                  control(140, Role::radio_button, "Good", 1), control(150, Role::entry, "Note"),
                  control(160, Role::list, ""), control(170, Role::list_item, "Monday, 5", 6),
                  control(180, Role::button, "Save")},
        .focus = 130};
    tree.nodes[0].level = 1;
    tree.nodes[3].is_chosen = true;
    for (std::size_t i = 2; i < 5; ++i) {
        tree.nodes[i].position = static_cast<int>(i) - 1;
        tree.nodes[i].set_size = 3;
    }
    tree.nodes[5].text = Text{.content = "Slept well over\nthe w\xC3\xA4ll",
                              .caret = 5,
                              .selection = {5, 5},
                              .line_starts = {0, 11, 16},
                              .has_lines = true};
    return tree;
}

// A program that shows a tree to whoever reads.
class Program {
public:
    explicit Program(Reader& reader) : reader_(reader) {
        bridge->listen([this] { ++woken; });
        reader.say_that_somebody_reads(true);
        REQUIRE(reader.comes_true([&] { return bridge->listening(); }));
        show();
        REQUIRE(reader.comes_true([&] { return reader.find("Save") != nullptr; }));
        reader.forget();
    }
    ~Program() {
        bridge.reset();
        reader_.comes_true([&] { return !reader_.program("Diary"); });
    }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void show() const { bridge->publish(tree); }
    // The next thing that the reader asks for.
    Request asked() {
        std::vector<Request> requests;
        REQUIRE(reader_.comes_true([&] {
            requests = bridge->take_requests();
            return !requests.empty();
        }));
        REQUIRE(requests.size() == 1);
        return requests.front();
    }

    std::atomic<int> woken = 0;
    std::unique_ptr<Bridge> bridge = make_bridge();
    Tree tree = diary();

private:
    Reader& reader_;
};

Reader& reader() {
    static Reader one;
    return one;
}

TEST_CASE("a program that nobody reads joins nothing, joins when somebody does, and leaves after") {
    reader().say_that_somebody_reads(false);
    const auto bridge = make_bridge();
    std::atomic<int> woken = 0;
    bridge->listen([&] { ++woken; });
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    CHECK_FALSE(bridge->listening());
    CHECK(woken == 0);
    reader().say_that_somebody_reads(true);
    CHECK(reader().comes_true([&] { return bridge->listening(); }));
    bridge->publish(diary());
    CHECK(reader().comes_true([&] { return reader().program("Diary") != nullptr; }));
    reader().say_that_somebody_reads(false);
    CHECK(reader().comes_true([&] { return !bridge->listening(); }));
    CHECK(reader().comes_true([&] { return reader().program("Diary") == nullptr; }));
}

TEST_CASE("a reader finds every control with its role, name and state") {
    Program program(reader());
    CHECK(reader().walk() ==
          "application 'Diary'\n"
          "  frame 'Diary' active\n"
          "    heading 'Today'\n"
          "    panel 'Mood'\n"
          "      radio button 'Low'\n"
          "      radio button 'Middling' focused checked\n"
          "      radio button 'Good'\n"
          "    entry 'Note' editable multi-line\n"
          "    list ''\n"
          "      list item 'Monday, 5'\n"
          "    push button 'Save'\n");
}

TEST_CASE("places are told on the display and in the window, and what lies there is found") {
    Program program(reader());
    const auto save = reader().find("Save");
    const auto box = [&](AtspiCoordType type) {
        AtspiRect* const rect = atspi_component_get_extents(
            reinterpret_cast<AtspiComponent*>(save.get()), type, nullptr);
        const std::vector<int> sides{rect->x, rect->y, rect->width, rect->height};
        g_free(rect);
        return sides;
    };
    CHECK(box(ATSPI_COORD_TYPE_SCREEN) == std::vector{60, 240, 100, 20});
    CHECK(box(ATSPI_COORD_TYPE_WINDOW) == std::vector{10, 180, 100, 20});
    const auto window = reader().find("Diary");
    const Reference<AtspiAccessible> hit(
        atspi_component_get_accessible_at_point(reinterpret_cast<AtspiComponent*>(window.get()), 70,
                                                250, ATSPI_COORD_TYPE_SCREEN, nullptr));
    REQUIRE(hit);
    CHECK(hit == save);
}

TEST_CASE("what becomes different is told once and in order") {
    Program program(reader());
    program.tree.nodes[3].is_chosen = false;
    program.tree.nodes[4].is_chosen = true;
    program.tree.focus = 140;
    program.tree.nodes[8].name = "Saved";
    program.show();
    CHECK(reader().hears("object:state-changed:focused 1 'Good'"));
    CHECK(reader().heard() ==
          std::vector<std::string>{"object:property-change:accessible-name 0 \"Saved\" 'Saved'",
                                   "object:state-changed:focused 0 'Middling'",
                                   "object:state-changed:checked 0 'Middling'",
                                   "object:state-changed:checked 1 'Good'",
                                   "object:state-changed:focused 1 'Good'"});
}

TEST_CASE("what came and went is told, and what comes back is read anew") {
    Program program(reader());
    const Tree before = program.tree;
    // Readers hold on to what they read, as Orca does to what had the focus.
    const auto held = reader().find("Save");
    const auto has = [&](const std::string& line) {
        return reader().comes_true([&] { return reader().walk().find(line) != std::string::npos; });
    };
    REQUIRE(has("push button 'Save'\n"));
    program.tree.nodes.back() = control(190, Role::dialog, "Are you sure?");
    program.tree.nodes.push_back(control(200, Role::button, "Yes", 8));
    program.show();
    CHECK(reader().comes_true([&] { return reader().find("Yes") != nullptr; }));
    CHECK(reader().find("Save") == nullptr);
    CHECK(has("    dialog 'Are you sure?' modal\n      push button 'Yes'\n"));
    program.tree = before;
    program.tree.nodes.back().is_disabled = true;
    program.show();
    CHECK(has("push button 'Save' off\n"));
}

TEST_CASE("a reader presses and gives the focus, and what is off cannot be pressed") {
    Program program(reader());
    const auto save = reader().find("Save");
    CHECK(atspi_action_do_action(reinterpret_cast<AtspiAction*>(save.get()), 0, nullptr));
    const Request press = program.asked();
    CHECK(press.kind == Request::Kind::press);
    CHECK(press.node == 180);
    CHECK(program.woken > 0);
    CHECK(atspi_component_grab_focus(reinterpret_cast<AtspiComponent*>(save.get()), nullptr));
    CHECK(program.asked().kind == Request::Kind::focus);
    program.tree.nodes[8].is_disabled = true;
    program.show();
    CHECK(reader().hears("object:state-changed:sensitive 0 'Save'"));
    CHECK_FALSE(atspi_action_do_action(reinterpret_cast<AtspiAction*>(save.get()), 0, nullptr));
}

TEST_CASE("a text is read by letters, words and the lines that a person sees") {
    Program program(reader());
    const auto note = reader().find("Note");
    auto* const text = reinterpret_cast<AtspiText*>(note.get());
    const auto at = [&](int place, AtspiTextGranularity unit) {
        AtspiTextRange* const range = atspi_text_get_string_at_offset(text, place, unit, nullptr);
        const std::string words = range->content;
        g_boxed_free(ATSPI_TYPE_TEXT_RANGE, range);
        return words;
    };
    CHECK(atspi_text_get_character_count(text, nullptr) == 24);
    CHECK(atspi_text_get_caret_offset(text, nullptr) == 5);
    CHECK(at(21, ATSPI_TEXT_GRANULARITY_CHAR) == "\xC3\xA4");
    CHECK(at(7, ATSPI_TEXT_GRANULARITY_WORD) == "well ");
    CHECK(at(12, ATSPI_TEXT_GRANULARITY_LINE) == "over\n");
    CHECK(at(12, ATSPI_TEXT_GRANULARITY_PARAGRAPH) == "Slept well over\n");
}

TEST_CASE("what is typed is told as what was inserted, and where the caret went") {
    Program program(reader());
    Text& text = *program.tree.nodes[5].text;
    text.content.insert(5, "!");
    text.caret = 6;
    program.show();
    CHECK(reader().hears("object:text-caret-moved 6 'Note'"));
    CHECK(reader().heard().front() == "object:text-changed:insert 5 \"!\" 'Note'");
}

TEST_CASE("a reader writes, erases, and moves the caret as a person does") {
    Program program(reader());
    const auto note = reader().find("Note");
    auto* const editable = reinterpret_cast<AtspiEditableText*>(note.get());
    CHECK(atspi_editable_text_insert_text(editable, 3,
                                          "\xC3\xBC"
                                          "ber",
                                          4, nullptr));
    const Request written = program.asked();
    CHECK(written.kind == Request::Kind::replace);
    CHECK(written.range == Range{3, 3});
    CHECK(written.text ==
          "\xC3\xBC"
          "ber");
    CHECK(atspi_editable_text_delete_text(editable, 2, 4, nullptr));
    const Request erased = program.asked();
    CHECK(erased.range == Range{2, 4});
    CHECK(erased.text.empty());
    CHECK(atspi_editable_text_set_text_contents(editable, "new", nullptr));
    CHECK(program.asked().range == Range{0, 24});
    CHECK(atspi_text_set_caret_offset(reinterpret_cast<AtspiText*>(note.get()), 7, nullptr));
    const Request moved = program.asked();
    CHECK(moved.kind == Request::Kind::select);
    CHECK(moved.range == Range{7, 7});
}

TEST_CASE("news is told where Orca listens for it: a notification that shows") {
    Program program(reader());
    program.tree.nodes.push_back(control(210, Role::status, "Mood saved"));
    program.tree.nodes.back().news = 1;
    program.show();
    CHECK(reader().hears("object:state-changed:showing 1 'Mood saved'"));
    const auto saved = reader().find("Mood saved");
    REQUIRE(saved);
    CHECK(atspi_accessible_get_role(saved.get(), nullptr) == ATSPI_ROLE_NOTIFICATION);
}

TEST_CASE("a reader hears keys first and says which are its own") {
    Program program(reader());
    reader().take_key('t');
    const auto verdict_of = [&](const Key& key) {
        const std::uint32_t number = program.bridge->ask(key);
        std::vector<Verdict> verdicts;
        REQUIRE(reader().comes_true([&] {
            verdicts = program.bridge->take_verdicts();
            return !verdicts.empty();
        }));
        CHECK(verdicts.front().number == number);
        return verdicts.front().is_taken;
    };
    const Key other{.is_down = true, .symbol = 'o', .code = 32, .text = "o"};
    const Key taken{.is_down = true, .symbol = 't', .code = 28, .text = "t"};
    CHECK_FALSE(verdict_of(other));
    CHECK(verdict_of(taken));
    CHECK(reader().keys() == std::vector<std::string>{"down 111 o", "down 116 t"});
}

}  // namespace
}  // namespace evenkeel::test
