// One of several: segments, mood faces, tabs.
#include "app/ui/kit/ui_state.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float track_radius_dp = 12;
constexpr float track_padding_dp = 2;
constexpr float cell_padding_dp = 8;  // at least, both sides together
constexpr float comfortable_dp = 12;  // on each side
constexpr float face_cell_min_dp = 48;
constexpr float face_dp = 40;
constexpr float tab_gap_dp = 24;
constexpr float tab_line_dp = 3;

using Options = std::span<const std::string_view>;

// Names the group in the tree while its cells are drawn.
class InGroup {
public:
    InGroup(UiState& state, NodeId id, std::string_view label, const Rect& rect) : state_(state) {
        state_.parents.push_back(state_.add_node(
            {.id = id, .role = Role::group, .label = std::string(label), .rect = rect}));
    }
    ~InGroup() { state_.parents.pop_back(); }
    InGroup(const InGroup&) = delete;
    InGroup& operator=(const InGroup&) = delete;

private:
    UiState& state_;
};

bool words_fit(const Face& face, Options options, float width) {
    return std::all_of(options.begin(), options.end(),
                       [&](std::string_view option) { return face.widest_word(option) <= width; });
}

// A cell of a segmented control: the chosen one is a white field with a border in the track.
bool draw_segment(UiState& state, NodeId id, const Rect& rect, std::string_view label,
                  bool is_chosen) {
    const Theme& colors = state.theme();
    const TextStyle style = is_chosen ? TextStyle::label : TextStyle::body;
    const Face& face = state.face(style);
    state.add_node({.id = id,
                    .role = Role::choice,
                    .label = std::string(label),
                    .rect = rect,
                    .focusable = true,
                    .checked = is_chosen});
    const float inset = state.px(track_padding_dp);
    const Rect inner{rect.left + inset, rect.top + inset, rect.right - inset, rect.bottom - inset};
    const float radius = state.px(track_radius_dp) - inset;
    const Color ground = state.touched(id, is_chosen ? colors.surface : colors.sunken);
    if (ground != colors.sunken) state.fill(inner, ground, radius);
    if (is_chosen) state.outline(inner, colors.primary, radius, state.px(1.5F));
    const OnBackground on(state, ground);
    const float padding = state.px(cell_padding_dp) / 2;
    const auto lines = face.wrap(label, rect.width() - 2 * padding);
    const float height = face.line_height_px * static_cast<float>(lines.size());
    state.draw_lines(style,
                     {rect.left + padding, std::floor(rect.centre().y - height / 2),
                      rect.right - padding, rect.bottom},
                     lines, is_chosen ? colors.text : colors.text_muted, 0.5F, id);
    state.focus_ring(id, inner, radius);
    return state.was_activated(id);
}

// How wide each segment is, side by side: alike if their words allow it, else as their words need;
// nothing where a word would be cut.
std::vector<float> segment_widths(const UiState& state, Options options, float width) {
    const Face& face = state.face(TextStyle::label);
    const auto count = static_cast<float>(options.size());
    const float each = std::floor(width / count);
    std::vector<float> natural;
    float sum = 0;
    for (const std::string_view option : options) {
        natural.push_back(std::max(std::ceil(face.width(option)) + 2 * state.px(comfortable_dp),
                                   state.target_px()));
        sum += natural.back();
    }
    const bool are_alike = *std::max_element(natural.begin(), natural.end()) <= each;
    if (!are_alike && sum <= width) {
        for (float& cell : natural) cell += std::floor((width - sum) / count);
        return natural;
    }
    if (!words_fit(face, options, each - state.px(cell_padding_dp))) return {};
    return std::vector<float>(options.size(), each);
}

float segment_height(const UiState& state, Options options, const std::vector<float>& widths) {
    const Face& face = state.face(TextStyle::label);
    std::size_t lines = 1;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const auto wrapped = face.wrap(options[i], widths[i] - state.px(cell_padding_dp));
        lines = std::max(lines, wrapped.size());
    }
    const float words = face.line_height_px * static_cast<float>(lines);
    return std::max(
        {words + 2 * state.px(8), state.target_px(), state.px(state.metrics().control_height)});
}

bool draw_face_cell(UiState& state, NodeId id, const Rect& rect, std::size_t index,
                    std::string_view word, bool is_chosen) {
    const Theme& colors = state.theme();
    state.add_node({.id = id,
                    .role = Role::choice,
                    .label = std::string(word),
                    .rect = rect,
                    .focusable = true,
                    .checked = is_chosen});
    const float radius = state.px(track_radius_dp);
    const float inset = state.px(2);  // so that neighbours do not touch
    const Rect inner{rect.left + inset, rect.top, rect.right - inset, rect.bottom};
    const Color ground = state.touched(id, is_chosen ? colors.primary_soft : state.background());
    if (ground != state.background()) state.fill(inner, ground, radius);
    const OnBackground on(state, ground);
    const Color color = is_chosen ? colors.on_primary_soft : colors.text_muted;
    const float half = state.px(face_dp) / 2;
    const float middle = rect.centre().x;
    const float top = rect.top + state.px(8);
    draw_face(state.draw, index, {middle - half, top, middle + half, top + 2 * half}, color,
              state.px(is_chosen ? 2.5F : 2.0F));
    const Face& face = state.face(TextStyle::caption);
    const auto lines = face.wrap(word, rect.width() - state.px(2));
    state.draw_lines(TextStyle::caption,
                     {rect.left, top + 2 * half + state.px(4), rect.right, rect.bottom}, lines,
                     color, 0.5F, id);
    state.focus_ring(id, inner, radius);
    return state.was_activated(id);
}

float face_cell_height(const UiState& state, Options words, float width) {
    const Face& face = state.face(TextStyle::caption);
    std::size_t lines = 1;
    for (const std::string_view word : words) {
        lines = std::max(lines, face.wrap(word, width - state.px(2)).size());
    }
    return state.px(8) + state.px(face_dp) + state.px(4) + state.px(8) +
           face.line_height_px * static_cast<float>(lines);
}

}  // namespace

std::optional<std::size_t> Ui::segmented(Key key, std::string_view label, Options options,
                                         std::optional<std::size_t> chosen) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const float width = state.column().width();
    std::vector<float> widths = segment_widths(state, options, width);
    const bool is_across = !widths.empty();
    if (!is_across) widths.assign(options.size(), width);  // below each other
    const float height = segment_height(state, options, widths);
    const auto lines = static_cast<float>(is_across ? 1 : options.size());
    const Rect track = state.place(height * lines, width);
    state.fill(track, state.theme().sunken, state.px(track_radius_dp));
    const InGroup group(state, id, label, track);
    std::optional<std::size_t> result;
    Rect cell{track.left, track.top, track.left, track.top + height};
    for (std::size_t i = 0; i < options.size(); ++i) {
        cell.right = is_across && i + 1 < options.size() ? cell.left + widths[i] : track.right;
        if (draw_segment(state, UiState::id_of(id, i), cell, options[i], chosen == i)) result = i;
        if (is_across) {
            cell.left = cell.right;
        } else {
            cell.top += height;
            cell.bottom += height;
        }
    }
    return result;
}

std::optional<std::size_t> Ui::faces(Key key, std::string_view label, Options words,
                                     std::optional<std::size_t> chosen) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const Face& face = state.face(TextStyle::caption);
    const std::size_t count = words.size();
    const float gap = state.px(4);  // between two lines
    const auto cell_of = [&](std::size_t per_line) {
        return std::floor(state.column().width() / static_cast<float>(per_line));
    };
    std::size_t per_line = count;
    while (per_line > 1 && (cell_of(per_line) < state.px(face_cell_min_dp) ||
                            !words_fit(face, words, cell_of(per_line) - state.px(2)))) {
        per_line = (per_line + 1) / 2;
    }
    const float cell = cell_of(per_line);
    const float cell_height = face_cell_height(state, words, cell);
    const std::size_t lines = (count + per_line - 1) / per_line;
    const Rect all =
        state.place((cell_height + gap) * static_cast<float>(lines) - gap, state.column().width());
    const InGroup group(state, id, label, all);
    std::optional<std::size_t> result;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t line = i / per_line;
        const std::size_t in_line = std::min(per_line, count - line * per_line);
        const float line_px = static_cast<float>(in_line) * cell;
        const float left =
            std::floor(all.centre().x - line_px / 2) + static_cast<float>(i % per_line) * cell;
        const float top = all.top + static_cast<float>(line) * (cell_height + gap);
        const Rect rect{left, top, left + cell, top + cell_height};
        if (draw_face_cell(state, UiState::id_of(id, i), rect, i, words[i], chosen == i)) {
            result = i;
        }
    }
    return result;
}

std::optional<std::size_t> Ui::tabs(Key key, std::span<const TabItem> items, std::size_t chosen) {
    UiState& state = *state_;
    const NodeId id = state.id_of(key);
    const Theme& colors = state.theme();
    const Face& face = state.face(TextStyle::label);
    const float height = std::max(state.target_px(), face.line_height_px + 2 * state.px(8));
    const float gap = state.px(tab_gap_dp);
    const Rect all = state.place(height, state.column().width());
    std::optional<std::size_t> result;
    float x = all.left;
    float top = all.top;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const NodeId tab = UiState::id_of(id, i);
        const float words_px = std::ceil(face.width(items[i].label));
        const float dot_px = items[i].marked ? state.px(10) : 0;
        const float width = std::max(words_px + dot_px, state.target_px());
        if (x > all.left && x + width > all.right) {
            x = all.left;
            top += height;
            state.column().y += height;
        }
        const Rect rect{x, top, x + width, top + height};
        const bool is_chosen = i == chosen;
        state.add_node({.id = tab,
                        .role = Role::tab,
                        .label = std::string(items[i].label),
                        .rect = rect,
                        .focusable = true,
                        .checked = is_chosen});
        const Point words{rect.left, std::floor(rect.centre().y - face.line_height_px / 2)};
        state.draw_line(TextStyle::label, words, items[i].label,
                        is_chosen ? colors.primary : state.touched(tab, colors.text_muted), tab);
        if (items[i].marked) state.draw_dot({rect.left + words_px + state.px(7), rect.centre().y});
        const Rect line{rect.left, rect.bottom - state.px(tab_line_dp), rect.right, rect.bottom};
        if (is_chosen) state.fill(line, colors.primary, state.px(tab_line_dp) / 2);
        state.focus_ring(tab, {rect.left, words.y, rect.right, words.y + face.line_height_px},
                         state.px(4));
        if (state.was_activated(tab)) result = i;
        x += width + gap;
    }
    const float bottom = state.column().y;
    state.fill({all.left, bottom, all.right, bottom + state.px(1)}, colors.hairline);
    state.column().y += state.px(1);
    return result;
}

}  // namespace evenkeel::ui
