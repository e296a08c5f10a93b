#include "app/ui/host/loop.h"

#include "app/ui/host/attention.h"
#include "app/ui/host/gl_renderer.h"
#include "app/ui/host/last_frame.h"
#include "app/ui/host/readers.h"
#include "app/ui/host/software_renderer.h"
#include "app/ui/screens/app.h"
#include "platform/ports.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace evenkeel::ui {

namespace {

// A change shows in the next frame, what it opens in the one after; the third finds nothing to do.
constexpr int frames_after_change = 3;
constexpr std::int64_t frame_ms = 16;
// The window appears with what the engine has to say, unless that takes longer than a person would
// wait without wondering.
constexpr std::int64_t first_frame_ms_max = 400;
// The first time, OpenGL without a graphics card compiles how it draws, with a compiler of 60 MB.
constexpr std::size_t drawings_to_compile = 2;
// Narrower windows are held like a phone.
constexpr float phone_width_dp_max = 600;
// The idle lock counts minutes; it need not hear of every move.
constexpr std::int64_t touched_every_ms = 1'000;

// The Ui takes one of these a frame, so that a press and its release are two.
bool decides(const platform::InputEvent& event) {
    return !std::holds_alternative<platform::PointerMove>(event) &&
           !std::holds_alternative<platform::Wheel>(event);
}

bool is_by_person(const platform::InputEvent& event) {
    return std::visit(
        [](const auto& value) {
            using Event = std::decay_t<decltype(value)>;
            return std::is_same_v<Event, platform::PointerMove> ||
                   std::is_same_v<Event, platform::PointerButton> ||
                   std::is_same_v<Event, platform::Wheel> ||
                   std::is_same_v<Event, platform::KeyPress> ||
                   std::is_same_v<Event, platform::TextInput> ||
                   std::is_same_v<Event, platform::Composition>;
        },
        event);
}

Look display_look(const platform::Resized& size, const LookWishes& wishes) {
    Look look;
    look.width_px = size.width_px;
    look.height_px = size.height_px;
    look.display_scale = size.scale;
    const bool is_narrow = static_cast<float>(size.width_px) / size.scale < phone_width_dp_max;
    look.form = is_narrow ? FormFactor::phone : FormFactor::desktop;
    const Insets& dp = wishes.insets_dp;
    look.safe_area = {dp.left * size.scale, dp.top * size.scale, dp.right * size.scale,
                      dp.bottom * size.scale};
    return look;
}

// Nothing of a person is on the screen or in memory.
bool is_closed(const model::Snapshot& snapshot) {
    using model::Stage;
    const bool is_shut = snapshot.stage == Stage::locked || snapshot.stage == Stage::first_run ||
                         snapshot.stage == Stage::failed;
    return is_shut && !snapshot.busy;
}

platform::Desktop& listening(platform::Desktop& desktop, platform::Window& window) {
    desktop.listen([&window] { window.wake(); });
    return desktop;
}

}  // namespace

struct Loop::State {
    platform::Window& window;
    platform::Desktop& desktop;  // before `ui`, whose letters take long
    LookWishes wishes;
    std::function<std::int64_t()> now_ms;

    Look display;
    Ui ui;
    std::unique_ptr<GlRenderer> gl;  // none: software
    LastFrame last_frame;
    Readers readers;
    Attention attention;
    LoopCounts counts;

    bool is_shown = true;
    bool is_closed = true;   // nothing private is open
    bool is_sleepy = false;  // the system waits for that before it sleeps
    bool is_closing = false;
    int frames_due = frames_after_change;
    int frames_at_once = 0;     // described before the next is drawn: who types fast sees no lag
    std::int64_t drawn_ms = 0;  // before which nothing is due, less a frame's time
    std::int64_t touched_ms = -touched_every_ms;

    State(platform::Window& target, platform::Desktop& around, platform::accessible::Bridge& bridge,
          LookWishes wanted, std::function<std::int64_t()> clock)
        : window(target),
          desktop(listening(around, target)),
          wishes(std::move(wanted)),
          now_ms(std::move(clock)),
          display(display_look(window.size(), wishes)),
          ui(display),
          readers(bridge, window) {}

    std::optional<int> wait_ms() const {
        if (!is_shown) return std::nullopt;
        std::optional<std::int64_t> due = ui.next_frame_ms();
        if (frames_due > 0) due = 0;
        if (!due) return std::nullopt;
        const std::int64_t next = std::max(*due, drawn_ms + frame_ms);
        return static_cast<int>(std::clamp<std::int64_t>(next - now_ms(), 0, 60'000));
    }

    void take(const std::vector<platform::InputEvent>& events, model::Worker& worker, App& app) {
        for (const platform::InputEvent& event : events) {
            if (is_by_person(event)) {
                ui.push(event);
                if (decides(event)) ++frames_at_once;
                touch(worker);
            } else if (const auto* size = std::get_if<platform::Resized>(&event)) {
                const ThemeKind theme = display.theme;
                display = display_look(*size, wishes);
                display.theme = theme;
            } else if (const auto* theme = std::get_if<platform::DesktopTheme>(&event)) {
                display.theme = theme->dark ? ThemeKind::dark : ThemeKind::light;
            } else if (const auto* shown = std::get_if<platform::Shown>(&event)) {
                is_shown = shown->shown;
                worker.post(model::WindowSeen{is_shown});
                last_frame.forget();
            } else if (std::holds_alternative<platform::Raised>(event)) {
                window.raise();
            } else if (std::holds_alternative<platform::Suspended>(event)) {
                app.suspend();
                is_sleepy = true;
            } else if (std::holds_alternative<platform::Quit>(event)) {
                is_closing = true;
            }
            frames_due = frames_after_change;
        }
    }

    void touch(model::Worker& worker) {
        if (now_ms() - touched_ms < touched_every_ms) return;
        touched_ms = now_ms();
        worker.touched();
    }

    // What a screen reader asks for is asked by the person.
    void take_requests(model::Worker& worker) {
        if (!readers.take_requests(ui)) return;
        frames_due = frames_after_change;
        touch(worker);
    }

    [[nodiscard]] Look look(const App& app) const {
        Look look = app.look_for(display);
        look.theme = wishes.theme.value_or(look.theme);
        look.text_size = wishes.text_size.value_or(look.text_size);
        return look;
    }

    void draw(App& app) {
        ui.set_look(look(app));
        drawn_ms = now_ms();
        do {
            ui.frame(drawn_ms, [&] { app.draw(ui); });
            ++counts.frames;
        } while (--frames_at_once > 0);
        frames_at_once = 0;
        frames_due = std::max(0, frames_due - 1);
        follow_text();
        if (!last_frame.changed(ui)) return;
        ++counts.drawings;
        if (gl) {
            gl->draw(ui);
            window.swap();
            // Where the processor draws, all that is compiled for it is compiled by now.
            if (counts.drawings == drawings_to_compile) platform::give_back_code("libLLVM");
            return;
        }
        const platform::Surface surface = window.surface();
        draw_software(*ui.draw_data(), ui.font_texture(), theme(ui.look().theme).canvas,
                      {surface.values, surface.width, surface.height, surface.is_blue_first});
        window.show();
    }

    // Once the lock can be seen, or would be if the window were shown.
    void allow_sleep() {
        if (!is_sleepy || !is_closed || (is_shown && frames_due > 0)) return;
        is_sleepy = false;
        desktop.allow_sleep();
    }

    // The keyboard of a phone comes and goes with the caret.
    void follow_text() {
        const std::optional<Rect> caret = ui.wants_text();
        if (!caret) return window.want_text(std::nullopt);
        window.want_text(platform::TextPlace{
            static_cast<int>(caret->left), static_cast<int>(caret->top),
            static_cast<int>(caret->width()), static_cast<int>(caret->height())});
    }
};

Loop::Loop(platform::Window& window, platform::Desktop& desktop,
           platform::accessible::Bridge& readers, platform::Drawing drawing, LookWishes wishes,
           std::function<std::int64_t()> now_ms)
    : state_(
          std::make_unique<State>(window, desktop, readers, std::move(wishes), std::move(now_ms))) {
    if (drawing == platform::Drawing::opengl) state_->gl = std::make_unique<GlRenderer>();
    state_->ui.set_clipboard(
        [](void* target) { return static_cast<platform::Window*>(target)->clipboard(); },
        [](void* target, const std::string& text) {
            static_cast<platform::Window*>(target)->set_clipboard(text);
        },
        &window);
}

Loop::~Loop() = default;

const LoopCounts& Loop::counts() const { return state_->counts; }

void Loop::run(model::EngineSetup setup, const std::function<void()>& first_frame) {
    State& state = *state_;
    model::Worker worker(std::move(setup), [&state] { state.window.wake(); });
    App app([&worker](model::Intent intent) { worker.post(std::move(intent)); },
            state.wishes.locale);
    platform::take_ending_here();
    bool is_first = true;
    state.drawn_ms = state.now_ms() + first_frame_ms_max;
    while (!state.is_closing) {
        state.allow_sleep();
        state.take(state.window.wait(state.wait_ms()), worker, app);
        state.take(state.desktop.take(), worker, app);
        state.take_requests(worker);
        ++state.counts.wake_ups;
        if (model::SnapshotPtr snapshot = worker.take()) {
            state.is_closed = is_closed(*snapshot);
            if (state.attention.is_called_for(*snapshot, state.window.is_active())) {
                state.window.ask_for_attention();
            }
            app.show(std::move(snapshot));
            if (is_first) state.drawn_ms = state.now_ms() - frame_ms;
            state.frames_due = frames_after_change;
        }
        const std::optional<int> wait_ms = state.wait_ms();
        const bool is_due = state.is_shown && wait_ms && *wait_ms <= 0;
        if (is_due) state.draw(app);
        state.readers.tell(state.ui);
        if (is_due && std::exchange(is_first, false)) first_frame();
    }
    state.window.want_text(std::nullopt);
    // What was typed in the last second is kept too; the worker finishes it before it ends.
    app.suspend();
}

}  // namespace evenkeel::ui
