#include "app/ui/kit/ui_state.h"

#include "core/base/assert.h"

#include <cmath>

namespace evenkeel::ui {

namespace {

constexpr float words_gap_dp = 4;
constexpr float after_words_gap_dp = 8;
constexpr float rows_gap_dp = 2;
constexpr float edge_growth_max = 1.25F;

float gap_before(const UiState& state, const Column& column, Kind kind) {
    if (!column.last) return 0;
    if (column.next_gap) return *column.next_gap;
    if (kind == Kind::words && column.last == Kind::words) return state.px(words_gap_dp);
    if (kind == Kind::row && column.last == Kind::row) return state.px(rows_gap_dp);
    // Words belong to what follows them.
    const bool is_after_words = column.last == Kind::words;
    return is_after_words ? std::min(column.gap, state.px(after_words_gap_dp)) : column.gap;
}

Rect place_in_flow(Column& column, float height, float width) {
    width = std::min(width, column.width());
    if (column.x > column.left && column.x + width > column.right) {
        column.y += column.line_height + column.line_gap;
        column.x = column.left;
        column.line_height = 0;
    }
    const Rect rect{column.x, column.y, column.x + width, column.y + height};
    column.x += width + column.gap;
    column.line_height = std::max(column.line_height, height);
    return rect;
}

}  // namespace

UiState::UiState() {
    context = ImGui::CreateContext(fonts.atlas());
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    ImGui::GetStyle().AntiAliasedLinesUseTex = false;
}

UiState::~UiState() {
    channels.ClearFreeMemory();
    ImGui::DestroyContext(context);
}

float UiState::px(float dp) const {
    return dp > 0 ? std::max(1.0F, std::floor(dp * scale() + 0.5F)) : 0;
}

float UiState::edge_px(float dp) const {
    const float size = std::clamp(look.text_size, 1.0F, edge_growth_max);
    return std::floor(dp * look.display_scale * size + 0.5F);
}

float UiState::target_px() const { return std::ceil(edge_px(metrics().target_min)); }

Rect UiState::place(float height, float width, Kind kind) {
    Column& into = column();
    if (into.flows) return place_in_flow(into, height, width);
    into.y += gap_before(*this, into, kind);
    into.next_gap.reset();
    into.last = kind;
    const Rect rect{into.left, into.y, into.right, into.y + height};
    into.y += height;
    return rect;
}

NodeId UiState::id_of(NodeId parent, std::uint64_t number) {
    char bytes[sizeof number];
    for (char& byte : bytes) {
        byte = static_cast<char>(number & 0xFF);
        number >>= 8;
    }
    return mix(parent, {bytes, sizeof bytes});
}

int UiState::add_node(Node node) {
    // Words are named by their order within their scope, so that a screen reader can follow them.
    if (node.id == 0) node.id = id_of(mix(scopes.back(), "words"), unnamed[scopes.back()]++);
    node.visible = clips.empty() ? node.rect : intersect(node.rect, clips.back());
    if (node.visible.is_empty()) node.visible = {};
    node.parent = parents.empty() ? -1 : parents.back();
    node.layer = layer;
    tree.nodes.push_back(std::move(node));
    area_of_node.push_back(open_areas.empty() ? 0 : open_areas.back());
    return static_cast<int>(tree.nodes.size()) - 1;
}

void UiState::grow_node(int index, float bottom) {
    Node& node = tree.nodes[static_cast<std::size_t>(index)];
    node.rect.bottom = std::max(node.rect.bottom, bottom);
    node.visible = clips.empty() ? node.rect : intersect(node.rect, clips.back());
    if (node.visible.is_empty()) node.visible = {};
}

bool UiState::is_pressed(NodeId id) const {
    return id != 0 && pointer.is_down && !pointer.is_dragging && pointer.pressed == id;
}

bool UiState::is_hovered(NodeId id) const {
    return id != 0 && pointer.hovered == id && !pointer.is_down;
}

std::optional<std::size_t> UiState::index_activated(NodeId id, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
        if (was_activated(id_of(id, i))) return i;
    }
    return std::nullopt;
}

float UiState::moved(NodeId id, float first, float target, std::int64_t duration_ms) {
    struct Motion {
        float from = 0;
        float target = 0;
        std::int64_t begin_ms = 0;
    };
    auto& kept_motion = memory(mix(id, "motion"));
    if (!kept_motion) kept_motion = std::make_shared<Motion>(Motion{first, first, now_ms});
    Motion& motion = *std::static_pointer_cast<Motion>(kept_motion);
    const auto value = [&] {
        const auto elapsed = static_cast<float>(now_ms - motion.begin_ms);
        const float left = 1 - std::clamp(elapsed / static_cast<float>(duration_ms), 0.0F, 1.0F);
        return motion.target + (motion.from - motion.target) * left * left * left;
    };
    if (look.reduced_motion) {
        motion = {target, target, now_ms};
    } else if (motion.target != target) {
        motion = {value(), target, now_ms};
    }
    if (value() != target) is_moving = true;
    return value();
}

std::shared_ptr<void>& UiState::memory(NodeId id) {
    Kept& found = kept[id];
    found.frame = frame_number;
    return found.value;
}

}  // namespace evenkeel::ui
