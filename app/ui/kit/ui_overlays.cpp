// Over the page: sheets, which take all input while they are open, and the toast.
#include "app/ui/kit/ui_scroll.h"
#include "app/ui/kit/ui_state.h"
#include "core/words/tr.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float dialog_width_dp = 480;
constexpr float sheet_radius_dp = 20;
constexpr float dialog_radius_dp = 16;
constexpr float padding_dp = 20;
constexpr float share_of_height_max = 0.9F;
constexpr std::int64_t opening_ms = 180;
constexpr float opening_way_dp = 32;
constexpr int first_sheet_layer = 2;  // of drawing: below lie the page and the bars

struct SheetMemory {
    float height = 0;  // of the content, from the last frame
};

SheetMemory& memory_of(UiState& state, NodeId id) {
    auto& kept = state.memory(id);
    if (!kept) kept = std::make_shared<SheetMemory>();
    return *std::static_pointer_cast<SheetMemory>(kept);
}

// Where a sheet lies whose content is `height` high.
Rect sheet_rect(const UiState& state, float height) {
    const Insets& safe = state.look.safe_area;
    const auto window_width = static_cast<float>(state.look.width_px);
    const auto window_height = static_cast<float>(state.look.height_px);
    const float free_height = window_height - safe.top - safe.bottom;
    const float height_max = std::floor(free_height * share_of_height_max);
    // Over a keyboard a sheet stands as high as it can.
    height = state.is_half_covered ? height_max : std::min(height, height_max);
    if (state.look.form == FormFactor::phone) {
        return {0, window_height - safe.bottom - height, window_width, window_height};
    }
    const float width = std::min(state.px(dialog_width_dp),
                                 window_width - 2 * state.edge_px(state.metrics().margin));
    const float left = std::floor((window_width - width) / 2);
    const float top = std::floor(safe.top + (free_height - height) / 2);
    return {left, top, left + width, top + height};
}

void dim(UiState& state, float share) {
    // The page stays readable enough to know where one is.
    const float full = state.look.theme == ThemeKind::light ? 110 : 150;
    const auto alpha = static_cast<std::uint8_t>(full * share);
    state.fill(
        {0, 0, static_cast<float>(state.look.width_px), static_cast<float>(state.look.height_px)},
        Color{0x10, 0x18, 0x18, alpha});
}

void draw_ground(UiState& state, const Rect& rect) {
    const Theme& colors = state.theme();
    if (state.look.form == FormFactor::phone) {
        const float radius = state.px(sheet_radius_dp);
        // Reaches below the window, so that its lower corners are not seen.
        state.fill({rect.left, rect.top, rect.right, rect.bottom + radius}, colors.surface, radius);
        return;
    }
    state.fill(rect, colors.surface, state.px(dialog_radius_dp));
    state.outline(rect, colors.hairline, state.px(dialog_radius_dp));
}

// The title, and a cross at the right that closes. True when that is pressed.
bool sheet_head(UiState& state, NodeId id, std::string_view title) {
    const Face& face = state.face(TextStyle::title);
    const float target = state.target_px();
    const auto lines = face.wrap(title, state.column().width() - target);
    const float words_height = face.line_height_px * static_cast<float>(lines.size());
    const float down = std::max(0.0F, std::floor((target - face.line_height_px) / 2));
    const Rect rect =
        state.place(std::max(words_height + 2 * down, target), state.column().width(), Kind::words);
    const Rect words{rect.left, rect.top + down, rect.right - target, rect.bottom - down};
    state.add_node({.role = Role::heading, .label = std::string(title), .rect = words, .level = 2});
    state.draw_lines(TextStyle::title, words, lines, state.theme().text);
    const float out = state.edge_px(12);
    return state.icon_button_at(
        UiState::id_of(id, 0),
        {rect.right + out - target, rect.top, rect.right + out, rect.top + target}, Icon::cross,
        tr("Close"));
}

}  // namespace

bool Ui::sheet(Key key, std::string_view title, Body<void()> body) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const Within within(state, id);
    SheetMemory& memory = memory_of(state, id);
    const int layer_before = state.layer;
    const int draw_layer_before = state.draw_layer;
    ++state.layer_count;
    state.layer = state.layer_count;
    const int draw_layer = first_sheet_layer + state.layer - 1;
    state.set_draw_layer(draw_layer, true);  // behind the cards that may be in it
    const float opened = state.moved(id, 0, 1, opening_ms);
    dim(state, opened);
    const bool is_measured = memory.height > 0;
    Rect rect =
        sheet_rect(state, is_measured ? memory.height : static_cast<float>(state.look.height_px));
    const float way = std::floor((1 - opened) * state.px(opening_way_dp));
    rect.top += way;
    rect.bottom += way;
    if (is_measured) draw_ground(state, rect);
    state.set_draw_layer(draw_layer);
    const OnBackground on(state, state.theme().surface);
    state.parents.push_back(state.add_node(
        {.id = id, .role = Role::dialog, .label = std::string(title), .rect = rect}));
    const float padding = state.edge_px(padding_dp);
    const Insets& safe = state.look.safe_area;
    Rect view = rect;
    if (is_phone()) view.bottom -= safe.bottom;
    // Until its height is known, for one frame, nothing of it is shown.
    if (!is_measured) {
        view.bottom = view.top;
        state.areas[id].offset = 0;
    }
    Column column{.left = rect.left + padding,
                  .right = rect.right - padding,
                  .y = view.top + state.px(12),
                  .gap = state.px(12),
                  .x = rect.left + padding};
    if (is_phone()) {
        column.left += safe.left;
        column.right -= safe.right;
    }
    Scroll scroll(state, id, view, column);
    bool closes = sheet_head(state, id, title);
    body();
    const float height = scroll.close(padding);
    state.parents.pop_back();
    if (height != memory.height) state.ask_frames(2);
    memory.height = height;
    const bool is_top = state.layer == state.last_top_layer;
    const auto& outside = state.input.tapped_empty;
    if (is_top && outside && !rect.contains(*outside)) closes = true;
    if (is_top && state.input.escape) closes = true;
    state.layer = layer_before;
    state.set_draw_layer(draw_layer_before);
    return closes;
}

bool Ui::toast(Key key, std::uint64_t number, std::string_view text, std::string_view action) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    // On the other theme's ground: it lies over everything of this one.
    const Theme& other =
        ui::theme(state.look.theme == ThemeKind::light ? ThemeKind::dark : ThemeKind::light);
    const float padding = state.px(16);
    const float margin = state.edge_px(state.metrics().margin);
    const float gap = state.px(8);
    const float width = std::min(state.content.width() - 2 * margin, state.px(520));
    const Face& strong = state.face(TextStyle::label);
    const float target = state.target_px();
    const float action_px =
        action.empty() ? 0 : std::max(target, std::ceil(strong.width(action)) + 2 * padding);
    const float inner = width - padding;
    const bool is_one_line = state.face(TextStyle::body).width(text) + action_px + padding <= inner;
    const bool is_beside = is_one_line || action_px < inner * 0.4F;
    const float words_px = is_beside ? inner - std::max(action_px, padding) : inner - padding;
    const auto lines = state.face(TextStyle::body).wrap(text, words_px);
    const float words_height =
        state.face(TextStyle::body).line_height_px * static_cast<float>(lines.size());
    const float line = std::max(words_height + 2 * state.px(10), target);
    const float height = is_beside || action.empty() ? line : line + target;
    const float left = std::floor((state.content.left + state.content.right - width) / 2);
    const Rect rect{left, state.content.bottom - gap - height, left + width,
                    state.content.bottom - gap};
    state.next_toast_px = height + 2 * gap;
    const int draw_layer_before = state.draw_layer;
    state.set_draw_layer(1);
    state.add_node(
        {.id = id, .role = Role::status, .label = std::string(text), .rect = rect, .news = number});
    state.fill(rect, other.surface, state.px(12));
    const OnBackground on(state, other.surface);
    state.draw_lines(TextStyle::body,
                     {rect.left + padding, std::floor(rect.top + (line - words_height) / 2),
                      rect.left + padding + words_px, rect.bottom},
                     lines, other.text);
    bool pressed = false;
    if (!action.empty()) {
        const NodeId button = UiState::id_of(id, 0);
        const float top =
            is_beside ? std::floor(rect.centre().y - target / 2) : rect.bottom - target;
        const Rect place{rect.right - action_px, top, rect.right, top + target};
        state.add_node({.id = button,
                        .role = Role::button,
                        .label = std::string(action),
                        .value = std::string(text),  // of what, for who hears the button alone
                        .rect = place,
                        .focusable = true});
        state.draw_line(TextStyle::label,
                        {std::floor(place.centre().x - strong.width(action) / 2),
                         std::floor(place.centre().y - strong.line_height_px / 2)},
                        action, state.is_pressed(button) ? other.text : other.primary, button);
        state.focus_ring(button, place, state.px(12));
        pressed = state.was_activated(button);
    }
    state.set_draw_layer(draw_layer_before);
    return pressed;
}

}  // namespace evenkeel::ui
