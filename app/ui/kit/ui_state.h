// Inside the kit: what all parts of Ui share during a frame. Screens never see this.
//
// A widget is a member of Ui that (1) names itself by `id_of`, (2) takes a place with `place`,
// (3) registers its node with `add_node`, (4) draws into `draw` by `fill`, `outline` and the
// text calls, and (5) returns whether `was_activated`. Places are pixels, rounded to whole ones.
#pragma once

#include "app/ui/kit/drawing.h"
#include "app/ui/kit/fonts.h"
#include "app/ui/kit/ui.h"

#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace evenkeel::ui {

// What stands in a column, for the distance between two neighbours.
enum class Kind { block, words, row };

// Where the next thing goes: below the last one, or beside it in a flow.
struct Column {
    float left = 0;
    float right = 0;
    float y = 0;                    // the bottom of the last thing
    float gap = 0;                  // usual distance between two things
    std::optional<float> next_gap;  // instead of `gap`, once
    std::optional<Kind> last;       // nothing is above: no gap
    // Of a flow:
    bool flows = false;
    float x = 0;
    float line_height = 0;
    float line_gap = 0;

    [[nodiscard]] float width() const { return right - left; }
};

// A card whose height is known, but perhaps not yet what stands beside it.
struct CardPlace {
    Rect rect;
    Color color;
    Color border;  // the same as `color`: none
    float radius = 0;
};

// What scrolls. Kept from frame to frame.
struct ScrollArea {
    NodeId id = 0;
    Rect viewport;
    float offset = 0;  // pixels of content above the viewport
    float content_height = 0;
    int layer = 0;
    float velocity = 0;      // of a glide, pixels a second, positive downwards in the content
    std::int64_t frame = 0;  // the last in which it was there
    std::int64_t moved_ms = -1'000'000;  // when it last scrolled

    [[nodiscard]] float offset_max() const {
        return std::max(0.0F, content_height - viewport.height());
    }
};

struct Pointer {
    Point position{-1, -1};
    Point start;
    platform::PointerKind kind = platform::PointerKind::mouse;
    bool is_down = false;
    bool is_dragging = false;  // left the slop: fires nothing any more
    bool went_down = false;    // in this frame
    NodeId pressed = 0;        // the control that was hit; kept during a drag inside a text field
    NodeId scrolls = 0;        // the area a drag moves
    float velocity = 0;        // pixels a second, downwards
    std::int64_t moved_ms = 0;
    NodeId hovered = 0;          // what a mouse is over
    bool stopped_glide = false;  // this press only did that
};

// What was asked for in this frame, by whatever means.
struct Input {
    NodeId activated = 0;
    // For the text field that has the focus: a KeyPress, TextInput or Composition of this frame.
    std::optional<platform::InputEvent> for_field;
    char shortcut = 0;
    bool shortcut_control = false;
    bool escape = false;                // for the topmost overlay, else for the way back
    std::optional<Point> tapped_empty;  // a press and release where no control is
};

struct Clipboard {
    std::string (*read)(void*) = nullptr;
    void (*write)(void*, const std::string&) = nullptr;
    void* context = nullptr;
};

struct UiState {
    // ---- The frame ---------------------------------------------------------------------------
    Look look;
    ImGuiContext* context = nullptr;
    Fonts fonts;
    ImDrawList* draw = nullptr;  // valid within Ui::frame
    std::int64_t now_ms = 0;
    std::int64_t frame_number = 0;
    int frames_due = 3;
    bool is_moving = false;                // something is on its way: the next frame is due at once
    std::optional<std::int64_t> again_ms;  // when a screen wants to be drawn again
    Tree tree;                         // of the last frame between frames; being built within one
    Tree last_tree;                    // within a frame: what the person saw when they acted
    std::vector<NodeId> area_of_node;  // for each node of `tree`: where it scrolls, or 0
    std::vector<NodeId> last_area_of_node;  // the same for `last_tree`
    std::vector<TextRun> runs;
    NodeId focus = 0;
    bool shows_focus = false;  // keys were used: the ring is drawn
    NodeId reveal = 0;         // scroll this control into view

    Input input;
    Pointer pointer;
    std::deque<platform::InputEvent> events;
    std::deque<NodeId> wanted_activations;
    // The last key was a shortcut, so that the text it makes belongs to no field, not even to one
    // that got the focus by it.
    bool is_text_spent = false;
    Clipboard clipboard;
    bool is_read_aloud = false;      // the tree has what only that needs
    std::optional<Rect> text_place;  // set by the field that has the focus, each frame
    // A keyboard may lie over the lower half of the window: a phone's field had the focus.
    bool is_half_covered = false;

    // ---- Layout ------------------------------------------------------------------------------
    std::vector<Column> columns;
    std::unordered_map<NodeId, std::uint64_t> unnamed;  // nodes without a Key so far, by scope
    std::vector<NodeId> scopes;                         // the last is what a Key is hashed under
    std::vector<int> parents;                           // indices into tree.nodes
    std::vector<Color> backgrounds;                     // the last is behind whatever is drawn now
    std::vector<Rect> clips;                            // as pushed to `draw`
    std::vector<NodeId> open_areas;                     // the last is where things scroll
    std::unordered_map<NodeId, ScrollArea> areas;
    Rect content;        // of the window, what bars and system leave to pages
    float toast_px = 0;  // what a toast takes from the bottom of pages; of the last frame
    float next_toast_px = 0;
    int layer = 0;       // of nodes: who takes input
    int draw_layer = 0;  // of text runs: what lies over what
    int last_top_layer = 0;
    int layer_count = 0;           // of overlays in this frame
    std::vector<CardPlace> cards;  // finished, to be drawn when their neighbours are
    int cards_held = 0;            // how many `columns` wait for their highest cell
    NodeId back_button = 0;        // what Escape presses where no overlay is
    NodeId last_back_button = 0;
    NodeId page = 0;  // which one is shown
    NodeId last_page = 0;
    std::unordered_map<NodeId, NodeId> focus_of_page;  // when it was left
    std::int64_t back_frame = 0;                       // when the way back was last pressed
    // The focus below each open overlay, for when it closes.
    std::vector<NodeId> focus_below;

    UiState();
    ~UiState();
    UiState(const UiState&) = delete;
    UiState& operator=(const UiState&) = delete;

    [[nodiscard]] const Theme& theme() const { return ui::theme(look.theme); }
    [[nodiscard]] const Metrics& metrics() const { return ui::metrics(look.form); }
    [[nodiscard]] float scale() const { return look.display_scale * look.text_size; }
    // Pixels for dp at this display and text size, whole and at least 1 for any positive dp.
    [[nodiscard]] float px(float dp) const;
    // The same for margins, paddings and pictures: they grow a little with the text, so that large
    // text keeps most of a narrow window.
    [[nodiscard]] float edge_px(float dp) const;
    // The least height and width of what can be pressed; never below the form factor's target.
    [[nodiscard]] float target_px() const;
    [[nodiscard]] const Face& face(TextStyle style) const { return fonts[style]; }

    [[nodiscard]] Column& column() { return columns.back(); }
    // Takes the next place: as wide as the column, or `width` px wide within a flow.
    Rect place(float height, float width = 0, Kind kind = Kind::block);

    [[nodiscard]] NodeId id_of(Key key) const { return key.under(scopes.back()); }
    [[nodiscard]] static NodeId id_of(NodeId parent, std::uint64_t number);
    // Adds a node to the tree; the index of it. Fills in `visible`, `parent` and `layer` by what
    // is open now, and an id where there is none.
    int add_node(Node node);
    // Makes a node reach down to `bottom`, when what is in it has been drawn.
    void grow_node(int node, float bottom);
    [[nodiscard]] bool was_activated(NodeId id) const { return id != 0 && input.activated == id; }
    [[nodiscard]] bool is_focused(NodeId id) const { return id != 0 && focus == id; }
    // Held down right now, so drawn as such in this very frame.
    [[nodiscard]] bool is_pressed(NodeId id) const;
    [[nodiscard]] bool is_hovered(NodeId id) const;
    void ask_frames(int count) { frames_due = std::max(frames_due, count); }

    // Whatever a widget keeps while it is shown; made empty at first, gone with the first frame in
    // which it was not asked for.
    std::shared_ptr<void>& memory(NodeId id);
    // A number on its way to `target`, from `first` when it is new, quick and then slow. At once
    // where motion is not wanted. `id` is that of the control; one number for each.
    float moved(NodeId id, float first, float target, std::int64_t duration_ms);

    // ---- Drawing -----------------------------------------------------------------------------
    [[nodiscard]] Color tone(Tone tone) const;
    [[nodiscard]] Color series(SeriesColor color) const;
    // Of what can be pressed: a little darker while the pointer is over it or holds it.
    [[nodiscard]] Color touched(NodeId id, Color color) const;
    [[nodiscard]] Color background() const { return backgrounds.back(); }
    void set_draw_layer(int number, bool behind = false);
    void draw_cards(std::size_t from);
    void push_clip(const Rect& rect);  // within the one before
    void pop_clip();
    void fill(const Rect& rect, Color color, float radius_px = 0);
    void outline(const Rect& rect, Color color, float radius_px = 0, float stroke_px = 0);
    // The ring around a control that has the focus, if keys are in use; draw it last.
    void focus_ring(NodeId id, const Rect& rect, float radius_px);
    // One line with its line box's top left corner at `at`; recorded for the tests. `node` is whose
    // words these are. Returns the width.
    float draw_line(TextStyle style, Point at, std::string_view text, Color color, NodeId node = 0);
    float draw_tabular(TextStyle style, Point at, std::string_view text, Color color,
                       NodeId node = 0);
    // Wrapped within `rect`, from its top; nothing is cut off, so measure first.
    void draw_lines(TextStyle style, const Rect& rect, std::span<const std::string_view> lines,
                    Color color, float align = 0, NodeId node = 0);  // align: 0 left, 1 right

    // A square control with a picture only, at a place that is already taken.
    bool icon_button_at(NodeId id, const Rect& rect, Icon icon, std::string_view label);
    bool step_button(NodeId id, const Rect& rect, Icon icon, const std::string& label,
                     bool is_enabled);
    // A pill with its top left corner at `at`; `lines` are wrapped captions.
    void draw_badge(Point at, std::span<const std::string_view> lines, Tone tone);
    void draw_dot(Point centre);  // something waits there
    // Which of `count` controls, named by their index under `id`, was activated.
    [[nodiscard]] std::optional<std::size_t> index_activated(NodeId id, std::size_t count) const;

    // ---- Between widgets ---------------------------------------------------------------------
    struct Kept {
        std::shared_ptr<void> value;
        std::int64_t frame = 0;
    };
    std::unordered_map<NodeId, Kept> kept;
    ImDrawListSplitter channels;  // two for each draw layer: what lies behind, and the rest
};

// How many layers can be drawn over each other: the page, the bars, and sheets upon sheets.
constexpr int draw_layers = 5;

// Keeps the stacks of UiState balanced.
class Within {
public:
    Within(UiState& state, NodeId scope) : state_(state) { state_.scopes.push_back(scope); }
    ~Within() { state_.scopes.pop_back(); }
    Within(const Within&) = delete;
    Within& operator=(const Within&) = delete;

private:
    UiState& state_;
};

class OnBackground {
public:
    OnBackground(UiState& state, Color color) : state_(state) {
        state_.backgrounds.push_back(color);
    }
    ~OnBackground() { state_.backgrounds.pop_back(); }
    OnBackground(const OnBackground&) = delete;
    OnBackground& operator=(const OnBackground&) = delete;

private:
    UiState& state_;
};

}  // namespace evenkeel::ui
