// One frame: events are judged by the tree of the last one, the screens describe themselves, the
// draw list is closed.
#include "app/ui/kit/ui_input.h"
#include "core/base/assert.h"

#include <utility>

namespace evenkeel::ui {

namespace {

constexpr NodeId root = 0xcbf29ce484222325ULL;  // where FNV-1a starts

int top_layer(const Tree& tree) {
    int layer = 0;
    for (const Node& node : tree.nodes) layer = std::max(layer, node.layer);
    return layer;
}

void forget_last_frame(UiState& state) {
    std::swap(state.last_tree, state.tree);
    std::swap(state.last_area_of_node, state.area_of_node);
    state.tree.nodes.clear();
    state.area_of_node.clear();
    state.unnamed.clear();
    state.runs.clear();
    state.input = {};
    state.pointer.went_down = false;
    const bool was_half_covered = state.is_half_covered;
    state.is_half_covered = state.text_place && state.look.form == FormFactor::phone;
    if (state.is_half_covered && !was_half_covered) state.reveal = state.focus;
    state.text_place.reset();
    state.again_ms.reset();
    state.is_moving = false;
    state.toast_px = state.next_toast_px;
    state.next_toast_px = 0;
    state.last_back_button = state.back_button;
    state.back_button = 0;
    state.last_page = std::exchange(state.page, 0);
    state.last_top_layer = top_layer(state.last_tree);
}

void judge_input(UiState& state, float seconds) {
    if (!state.events.empty() || !state.wanted_activations.empty()) state.ask_frames(3);
    state.frames_due = std::max(0, state.frames_due - 1);
    glide(state, seconds);
    take_events(state);
    const bool is_mouse = state.pointer.kind == platform::PointerKind::mouse;
    const Node* over = is_mouse ? state.last_tree.hit(state.pointer.position) : nullptr;
    state.pointer.hovered = over ? over->id : 0;
    if (state.was_activated(state.last_back_button)) state.back_frame = state.frame_number;
}

void begin_drawing(UiState& state, float seconds) {
    ImGuiIO& io = ImGui::GetIO();
    const auto width = static_cast<float>(state.look.width_px);
    const auto height = static_cast<float>(state.look.height_px);
    io.DisplaySize = {width, height};
    io.DeltaTime = std::max(0.001F, seconds);
    ImGui::NewFrame();
    state.draw = ImGui::GetBackgroundDrawList();
    state.channels.Split(state.draw, draw_layers * 2);
    const Rect window{0, 0, width, height};
    const Insets& safe = state.look.safe_area;
    state.content = {safe.left, safe.top, width - safe.right, height - safe.bottom};
    state.layer = 0;
    state.layer_count = 0;
    state.backgrounds = {state.theme().canvas};
    state.scopes = {root};
    state.columns.clear();
    state.columns.push_back({.left = state.content.left,
                             .right = state.content.right,
                             .y = state.content.top,
                             .gap = state.px(8),
                             .x = state.content.left});
    state.set_draw_layer(0);
    state.push_clip(window);
    state.set_draw_layer(0, true);
    state.fill(window, state.theme().canvas);
    state.set_draw_layer(0);
}

// An overlay that opened takes the focus, and gives it back where it was when it closes.
void follow_overlays(UiState& state) {
    const auto layers = static_cast<std::size_t>(top_layer(state.tree));
    while (state.focus_below.size() < layers) {
        state.focus_below.push_back(state.focus);
        state.focus = state.shows_focus ? state.tree.next_focus(0, 1) : 0;
        state.ask_frames(2);
    }
    while (state.focus_below.size() > layers) {
        state.focus = state.focus_below.back();
        state.focus_below.pop_back();
        state.ask_frames(2);
    }
}

// Who goes back from a page stands again where they left for it, and need not walk there anew.
// `focus` is what had it before the page was described.
void follow_pages(UiState& state, NodeId focus) {
    constexpr int frames_until_shown = 2;
    if (state.page == state.last_page) return;
    state.focus_of_page[state.last_page] = focus;
    const bool goes_back = state.frame_number - state.back_frame <= frames_until_shown;
    const auto left = state.focus_of_page.find(state.page);
    if (!goes_back || left == state.focus_of_page.end() || state.focus != focus) return;
    // Not in a text, which would open a phone's keyboard and take the letters of shortcuts.
    const Node* const node = state.tree.find(left->second);
    if (node == nullptr || node->role == Role::text_field) return;
    if (!state.tree.can_focus(node->id)) return;
    state.focus = state.reveal = node->id;
    state.ask_frames(2);
}

void end_drawing(UiState& state) {
    ASSERT(state.columns.size() == 1 && state.scopes.size() == 1 && state.clips.size() == 1);
    state.draw_cards(0);
    state.pop_clip();
    state.channels.Merge(state.draw);
    ImGui::Render();
}

void settle(UiState& state, NodeId focus_before) {
    follow_pages(state, focus_before);
    if (!state.tree.find(state.focus)) state.focus = 0;
    follow_overlays(state);
    state.tree.focus = state.focus;
    if (state.reveal != 0) scroll_to(state, state.reveal);
    state.reveal = 0;
    if (state.next_toast_px != state.toast_px) state.ask_frames(2);
    std::erase_if(state.kept,
                  [&state](const auto& entry) { return entry.second.frame != state.frame_number; });
}

}  // namespace

Ui::Ui(const Look& look) : state_(std::make_unique<UiState>()) { set_look(look); }

Ui::~Ui() = default;

void Ui::set_look(const Look& look) {
    if (look == state_->look && state_->frame_number > 0) return;
    state_->look = look;
    ImGui::SetCurrentContext(state_->context);
    state_->fonts.build(look.form, state_->scale());
    state_->ask_frames(3);
}

const Look& Ui::look() const { return state_->look; }

void Ui::push(const platform::InputEvent& event) { state_->events.push_back(event); }

void Ui::frame(std::int64_t now_ms, Body<void()> screens) {
    UiState& state = *state_;
    ImGui::SetCurrentContext(state.context);
    state.fonts.build(state.look.form, state.scale());
    const auto elapsed_ms = state.frame_number == 0 ? 0 : now_ms - state.now_ms;
    const float seconds = static_cast<float>(std::max<std::int64_t>(0, elapsed_ms)) / 1000;
    state.now_ms = now_ms;
    ++state.frame_number;
    forget_last_frame(state);
    judge_input(state, seconds);
    const NodeId focus_before = state.focus;
    begin_drawing(state, seconds);
    screens();
    end_drawing(state);
    settle(state, focus_before);
}

const ImDrawData* Ui::draw_data() const {
    ImGui::SetCurrentContext(state_->context);
    return ImGui::GetDrawData();
}

FontTexture Ui::font_texture() const { return state_->fonts.texture(); }

std::optional<std::int64_t> Ui::next_frame_ms() const {
    const UiState& state = *state_;
    const bool has_input = !state.events.empty() || !state.wanted_activations.empty();
    if (has_input || state.frames_due > 0 || state.is_moving || is_gliding(state)) return 0;
    return state.again_ms;
}

const Tree& Ui::tree() const { return state_->tree; }

std::span<const TextRun> Ui::text_runs() const { return state_->runs; }

std::optional<Rect> Ui::wants_text() const { return state_->text_place; }

void Ui::activate(NodeId node) { state_->wanted_activations.push_back(node); }

void Ui::set_focus(NodeId node) {
    state_->focus = node;
    state_->reveal = node;
    state_->ask_frames(2);
}

void Ui::set_read_aloud(bool on) {
    if (state_->is_read_aloud != on) state_->ask_frames(1);
    state_->is_read_aloud = on;
}

void Ui::set_clipboard(std::string (*read)(void*), void (*write)(void*, const std::string&),
                       void* context) {
    state_->clipboard = {read, write, context};
}

std::int64_t Ui::now_ms() const { return state_->now_ms; }

void Ui::draw_again_at(std::int64_t when_ms) {
    state_->again_ms = std::min(when_ms, state_->again_ms.value_or(when_ms));
}

void Ui::copy_text(const std::string& text) {
    if (state_->clipboard.write) state_->clipboard.write(state_->clipboard.context, text);
}

bool Ui::shortcut(char character, bool control) {
    Input& input = state_->input;
    if (input.shortcut != character || input.shortcut_control != control) return false;
    input.shortcut = 0;
    return true;
}

}  // namespace evenkeel::ui
