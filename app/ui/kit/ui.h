// The widget layer: everything a screen may call to show itself and to learn what a person did.
//
// Immediate: a screen is a function that runs each frame and describes itself from plain data.
// Things are stacked downwards in the current column, each as wide as the column, unless `columns`
// or `flow` says otherwise. A widget returns what a person did with it since the last frame.
// Whether it came from mouse, finger, key or a screen reader is decided before, against the tree of
// the last frame, so there is one path for all.
//
// One thread. Text is UTF-8. Sizes in the interface are dp; places in the tree are pixels.
#pragma once

#include "app/ui/kit/body.h"
#include "app/ui/kit/chart_data.h"
#include "app/ui/kit/fonts.h"
#include "app/ui/kit/icons.h"
#include "app/ui/kit/semantic_tree.h"
#include "app/ui/kit/theme.h"
#include "platform/input.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct ImDrawData;

namespace evenkeel::ui {

// How the program looks on this display, for this person.
struct Look {
    ThemeKind theme = ThemeKind::light;
    FormFactor form = FormFactor::desktop;
    int width_px = 1280;
    int height_px = 800;
    float display_scale = 1;  // physical pixels per dp
    float text_size = 1;      // 0.85..2.0, the person's own wish
    Insets safe_area;         // pixels
    bool reduced_motion = false;
    friend bool operator==(const Look&, const Look&) = default;
};

enum class ButtonStyle { primary, secondary, quiet, danger };
enum class FieldKind { line, secret, lines };  // lines: wrapped, many

struct FieldOptions {
    FieldKind kind = FieldKind::line;
    std::string_view hint;  // shown while it is empty
    std::size_t characters_max = 500;
    int rows = 4;              // of FieldKind::lines
    std::string_view error;    // shown below, in words; empty: none
    bool takes_focus = false;  // from the next frame on; for one frame
};

struct RowContent {
    std::string_view title;
    std::string_view detail;  // second line, muted
    std::string_view badge;   // a short reason, as "2 new entries"
    Tone badge_tone = Tone::muted;
    Icon icon = Icon::none;
    bool chosen = false;
    bool opens = true;  // a chevron at the right
};

struct TabItem {
    Icon icon = Icon::none;
    std::string_view label;
    bool marked = false;  // a dot: something waits there
};

// One drawn run of text, kept for the tests of contrast, clipping and overlap.
struct TextRun {
    Rect rect;
    Rect clip;
    Color color;
    Color background;
    float size_px = 0;
    int layer = 0;
    NodeId node = 0;
};

struct UiState;

class Ui {
public:
    explicit Ui(const Look& look);
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    // ---- The frame, for the host -------------------------------------------------------------
    void set_look(const Look& look);  // fonts are built again if sizes changed
    [[nodiscard]] const Look& look() const;
    // Queues what a person did. At most one press or release is handed to each frame.
    void push(const platform::InputEvent& event);
    // Runs one frame. `now_ms` is any steadily growing clock. The draw data is valid until the
    // next.
    void frame(std::int64_t now_ms, Body<void()> screens);
    [[nodiscard]] const ImDrawData* draw_data() const;
    [[nodiscard]] FontTexture font_texture() const;  // may change with each frame and `set_look`
    // When the next frame is due without input: 0 at once (events queued, gliding), a time on the
    // clock of `frame`, or nothing.
    [[nodiscard]] std::optional<std::int64_t> next_frame_ms() const;
    [[nodiscard]] const Tree& tree() const;
    [[nodiscard]] std::span<const TextRun> text_runs() const;
    // A text field has the focus: an on-screen keyboard is wanted, at this place.
    [[nodiscard]] std::optional<Rect> wants_text() const;
    // What a screen reader or a test asks for; the same path as a press.
    void activate(NodeId node);
    void set_focus(NodeId node);
    // From now on the tree also has what is only of use where it is read aloud: how texts are being
    // edited, and the days of charts.
    void set_read_aloud(bool on);
    // The clipboard is the system's; a host sets both, tests keep a string.
    void set_clipboard(std::string (*read)(void*), void (*write)(void*, const std::string&),
                       void* context);

    // ---- Structure ---------------------------------------------------------------------------
    [[nodiscard]] bool is_phone() const;
    [[nodiscard]] float width_dp() const;  // of the current column, before text size
    // Names below are told apart by this: an index, or an entity's id as a number.
    void scope(std::uint64_t number, Body<void()> body);
    void scope(Key key, Body<void()> body);
    // The whole window: content scrolls between an optional head and a bottom bar.
    void page(Key key, Body<void()> content);
    // Two parts side by side, each scrolling for itself; `left_dp` wide at text size 100 %.
    void split(Key key, float left_dp, Body<void()> left, Body<void()> right);
    void card(Body<void()> body);
    void group(Key key, std::string_view label, Body<void()> body);  // a role, no drawing
    // Cells side by side, as high as the highest; below each other where they would be narrower
    // than `cell_min_dp` at this text size.
    void columns(std::size_t count, float cell_min_dp, Body<void(std::size_t)> cell);
    // Chips and buttons at their natural width, wrapping.
    void flow(Body<void()> body);
    void space(float dp);  // to the next thing, instead of the usual gap
    void hairline();

    // ---- Words -------------------------------------------------------------------------------
    void heading(std::string_view text, int level);  // 1 display, 2 title, 3 label
    void text(std::string_view text, TextStyle style = TextStyle::body, Tone tone = Tone::normal);
    // A label at the left and a value at the right of one line, or below each other.
    void pair(std::string_view left, std::string_view right, Tone right_tone = Tone::muted);
    void status(Icon icon, std::string_view text, Tone tone = Tone::muted);
    void badge(std::string_view text, Tone tone);
    // What a person must read: a tinted card with an icon. Never vanishes by itself.
    void banner(Icon icon, std::string_view text, Tone tone);
    // Words that came by themselves, as a reminder: a screen reader says them when they appear.
    void notice(std::string_view text);

    // ---- Controls ----------------------------------------------------------------------------
    // `label` of segmented, faces, stepper and meter names them in the tree and is not drawn.
    bool button(Key key, std::string_view label, ButtonStyle style = ButtonStyle::secondary,
                Icon icon = Icon::none);
    bool disabled_button(Key key, std::string_view label, std::string_view why);
    bool icon_button(Key key, Icon icon, std::string_view label);
    // A title line: an optional way back at the left, the title, an optional action at the right.
    enum class HeadPress { none, back, action };
    HeadPress head(std::string_view title, std::string_view back_label = {},
                   Icon action = Icon::none, std::string_view action_label = {});
    // Pills. One of several of which one is chosen; one that is on or off by itself; and one that
    // does something. True when pressed: the caller changes what is chosen.
    bool chip(Key key, std::string_view label, bool chosen);
    bool check_chip(Key key, std::string_view label, bool on);
    bool offer_chip(Key key, std::string_view label);
    // Nothing, or the index now chosen.
    std::optional<std::size_t> segmented(Key key, std::string_view label,
                                         std::span<const std::string_view> options,
                                         std::optional<std::size_t> chosen);
    // Five mood faces with their words; index 0 the lowest.
    std::optional<std::size_t> faces(Key key, std::string_view label,
                                     std::span<const std::string_view> words,
                                     std::optional<std::size_t> chosen);
    bool toggle(Key key, std::string_view label, std::string_view detail, bool on);
    // Minus, a value that changes in place (tabular), plus. Returns -1 or +1 steps.
    std::optional<int> stepper(Key key, std::string_view label, std::string_view value,
                               bool can_decrease, bool can_increase,
                               Tone value_tone = Tone::normal);
    bool row(Key key, const RowContent& content);
    std::optional<std::size_t> tabs(Key key, std::span<const TabItem> items, std::size_t chosen);
    // Along the bottom of a phone, at the left of a desktop. Call it once per frame, first.
    std::optional<std::size_t> navigation(Key key, std::span<const TabItem> items,
                                          std::size_t chosen);
    struct FieldResult {
        bool changed = false;
        bool submitted = false;  // Enter in a line, Ctrl+Enter in lines
    };
    FieldResult field(Key key, std::string_view label, std::string& text,
                      const FieldOptions& options = {});
    // How much of something: 0..1, with a mark where the agreed limit is.
    void meter(std::string_view label, float fraction, std::optional<float> mark,
               SeriesColor color = SeriesColor::screen_time);

    // ---- Charts and pictures -----------------------------------------------------------------
    // Several charts over one day axis, the ticks below the last.
    void line_chart(const LineChart& chart, const DayAxis& axis);
    void bar_chart(const BarChart& chart, const DayAxis& axis);
    void dot_strip(const DotStrip& strip);
    void heat_calendar(const HeatCalendar& calendar);
    void range_band(const RangeBand& band);
    // Dark modules on white with the quiet zone around, whatever the theme. Row by row.
    void qr_code(std::string_view label, std::span<const bool> modules, std::size_t width);

    // ---- Over the page -----------------------------------------------------------------------
    // A sheet from below (phone) or a dialog (desktop). Returns true when it was closed by Escape,
    // its cross or a press outside. Call it after the page, each frame that it is open.
    bool sheet(Key key, std::string_view title, Body<void()> body);
    // At most one, above the navigation: a sentence and an action. True when the action is pressed.
    // `number`, from 1, differs where the same words are news again.
    bool toast(Key key, std::uint64_t number, std::string_view text, std::string_view action);

    // ---- Time, keys and the clipboard --------------------------------------------------------
    [[nodiscard]] std::int64_t now_ms() const;  // as `frame` was given it
    // Another frame is wanted then although nothing happens, as to save a draft after a pause.
    void draw_again_at(std::int64_t when_ms);
    void copy_text(const std::string& text);
    // True once if the key was pressed and no text field took it.
    bool shortcut(char character, bool control = false);

private:
    std::unique_ptr<UiState> state_;
};

}  // namespace evenkeel::ui
