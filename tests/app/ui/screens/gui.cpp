#include "tests/app/ui/screens/gui.h"

#include "app/ui/host/picture.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {

namespace {

constexpr std::int64_t frame_ms = 16;
constexpr int frames_max = 400;  // a glide or a sheet ends long before
constexpr int scrolls_max = 200;

// Whether an ancestor's label begins with `section`.
bool is_within(const ui::Tree& tree, const ui::Node& node, const std::string& section) {
    for (int at = node.parent; at >= 0; at = tree.nodes[static_cast<std::size_t>(at)].parent) {
        if (tree.nodes[static_cast<std::size_t>(at)].label.starts_with(section)) return true;
    }
    return false;
}

const ui::Node* find(const ui::Tree& tree, const std::string& name, bool only_controls) {
    const auto arrow = name.find(" > ");
    const std::string section = arrow == std::string::npos ? "" : name.substr(0, arrow);
    const std::string label = arrow == std::string::npos ? name : name.substr(arrow + 3);
    const ui::Node* found = nullptr;
    for (const ui::Node& node : tree.nodes) {
        if (node.label != label || (only_controls && !node.focusable)) continue;
        if (!section.empty() && !is_within(tree, node, section)) continue;
        // What lies above is what a person means.
        if (found == nullptr || node.layer > found->layer) found = &node;
    }
    return found;
}

}  // namespace

ui::Look phone_look(ui::ThemeKind theme, float text_size) {
    ui::Look look;
    look.theme = theme;
    look.form = ui::FormFactor::phone;
    look.display_scale = 2;
    look.width_px = 390 * 2;
    look.height_px = 844 * 2;
    look.text_size = text_size;
    look.safe_area = {.left = 0, .top = 47 * 2, .right = 0, .bottom = 34 * 2};
    look.reduced_motion = true;
    return look;
}

ui::Look desktop_look(ui::ThemeKind theme, float text_size) {
    ui::Look look;
    look.theme = theme;
    look.text_size = text_size;
    look.reduced_motion = true;
    return look;
}

ui::Look wide_look(ui::ThemeKind theme, float text_size) {
    ui::Look look = desktop_look(theme, text_size);
    look.width_px = 1920;
    look.height_px = 1200;
    return look;
}

Gui::Gui(const ui::Look& look, std::function<void(model::Intent)> post)
    : ui_(look), app_(std::move(post), "en_IE.UTF-8") {
    ui_.set_clipboard(
        [](void* context) { return *static_cast<std::string*>(context); },
        [](void* context, const std::string& text) { *static_cast<std::string*>(context) = text; },
        &clipboard_);
}

void Gui::show(model::SnapshotPtr snapshot) { app_.show(std::move(snapshot)); }

void Gui::frame() {
    now_ms_ += frame_ms;
    ui_.frame(now_ms_, [&] { app_.draw(ui_); });
}

int Gui::settle() {
    int frames = 0;
    do {
        frame();
        ++frames;
    } while (ui_.next_frame_ms() && *ui_.next_frame_ms() <= now_ms_ && frames < frames_max);
    REQUIRE(frames < frames_max);
    return frames;
}

bool Gui::has(const std::string& name) const { return find(ui_.tree(), name, false) != nullptr; }

const ui::Node& Gui::node(const std::string& name) const {
    const ui::Node* found = find(ui_.tree(), name, false);
    INFO(text());
    if (found == nullptr) FAIL("nothing on the screen is called \"" << name << "\"");
    return *found;
}

void Gui::scroll(float lines) {
    const ui::Look& look = ui_.look();
    ui_.push(platform::Wheel{.x = static_cast<float>(look.width_px) * 0.75F,
                             .y = static_cast<float>(look.height_px) / 2,
                             .lines = lines});
    settle();
}

void Gui::reveal(const std::string& name) {
    for (int i = 0; i < scrolls_max; ++i) {
        const ui::Node* found = find(ui_.tree(), name, true);
        if (found == nullptr) return;
        const ui::Point middle = found->rect.centre();
        if (found->visible.contains(middle)) return;
        const auto height = static_cast<float>(ui_.look().height_px);
        ui_.push(platform::Wheel{
            .x = middle.x, .y = height / 2, .lines = middle.y > height / 2 ? -1.0F : 1.0F});
        settle();
    }
}

void Gui::press(ui::Point at) {
    const auto kind = ui_.is_phone() ? platform::PointerKind::touch : platform::PointerKind::mouse;
    ui_.push(platform::PointerButton{.x = at.x, .y = at.y, .kind = kind, .down = true});
    frame();
    ui_.push(platform::PointerButton{.x = at.x, .y = at.y, .kind = kind, .down = false});
    ++taps;
    settle();
}

void Gui::tap(const std::string& name) {
    settle();
    reveal(name);
    const ui::Node* found = find(ui_.tree(), name, true);
    INFO(text());
    if (found == nullptr) FAIL("no control on the screen is called \"" << name << "\"");
    if (found->disabled) FAIL("\"" << name << "\" cannot be pressed now");
    const ui::Point middle = found->rect.centre();
    const ui::Node* hit = ui_.tree().hit(middle);
    if (hit == nullptr || hit->id != found->id) {
        FAIL("\"" << name << "\" is covered by \"" << (hit == nullptr ? "" : hit->label) << "\"");
    }
    press(middle);
}

void Gui::type(const std::string& text) {
    ui_.push(platform::TextInput{text});
    settle();
}

void Gui::key(platform::KeyCode code, bool shift) {
    ui_.push(platform::KeyPress{.key = code, .shift = shift});
    settle();
}

void Gui::letter(char character, bool control) {
    ui_.push(platform::KeyPress{.character = character, .control = control});
    if (!control) ui_.push(platform::TextInput{std::string(1, character)});
    settle();
}

void Gui::suspend() { app_.suspend(); }

void Gui::picture(const std::string& path) const {
    const auto written = ui::write_png(path, ui::paint(ui_));
    if (!written.ok()) FAIL(written.error().sentence());
}

}  // namespace evenkeel::test
