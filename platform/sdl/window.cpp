#include "platform/sdl/window.h"

#include "platform/ports.h"
#include "platform/sdl/events.h"
#include "platform/sdl/held_keys.h"
#include "platform/sdl/key_names.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <utility>
#include <vector>

namespace evenkeel::platform {

namespace {

constexpr float desktop_dots_per_inch = 96;
constexpr float scale_step = 0.25F;  // displays are said to differ by less than they do
constexpr float scale_max = 4;
constexpr int side_min_dp = 320;

// What a system without display coordinates of its own says by the display's size.
float scale_of_display(int display) {
    float dots_per_inch = 0;
    if (SDL_GetDisplayDPI(display, &dots_per_inch, nullptr, nullptr) != 0) return 1;
    const float scale = dots_per_inch / desktop_dots_per_inch;
    return std::clamp(std::round(scale / scale_step) * scale_step, 1.0F, scale_max);
}

// What can be drawn into as it is; displays of fewer colours get a converted copy.
constexpr Uint32 lowest_byte = 0xFF;

bool is_four_bytes(const SDL_Surface& surface) {
    const SDL_PixelFormat& format = *surface.format;
    return format.BytesPerPixel == 4 && surface.pitch == surface.w * 4 &&
           (format.Rmask == lowest_byte || format.Bmask == lowest_byte);
}

void set_hints() {
    SDL_SetHint(SDL_HINT_TOUCH_MOUSE_EVENTS, "0");  // a finger is a finger
    SDL_SetHint(SDL_HINT_MOUSE_TOUCH_EVENTS, "0");
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");  // software means software
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");  // the first press counts too
}

bool is_key(const SDL_Event& event) { return event.type == SDL_KEYDOWN || event.type == SDL_KEYUP; }

bool is_text(const SDL_Event& event) {
    return event.type == SDL_TEXTINPUT || event.type == SDL_TEXTEDITING;
}

// What the key that was just pressed types comes as the next event, if it types something.
std::string typed_next() {
    SDL_Event next;
    const int count = SDL_PeepEvents(&next, 1, SDL_PEEKEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT);
    return count == 1 && next.type == SDL_TEXTINPUT ? next.text.text : "";
}

std::optional<int> sooner(std::optional<int> one, std::optional<int> other) {
    if (!one || !other) return one ? one : other;
    return std::min(*one, *other);
}

}  // namespace

struct Window::State {
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;
    EventReader reader;
    Uint32 wake_type = 0;
    std::atomic<bool> wake_queued = false;
    std::optional<float> fixed_scale;
    std::optional<TextPlace> text;
    bool has_appeared = false;
    const void* expected = nullptr;        // the surface that was said to be drawn into
    std::vector<std::uint32_t> converted;  // R, G, B, A, where the surface is of another kind
    Resized told;                          // the size that the last Resized said
    accessible::Bridge* readers = nullptr;
    HeldKeys held;

    [[nodiscard]] EventReader::Extent extent() const {
        EventReader::Extent extent;
        int points = 1;
        SDL_GetWindowSizeInPixels(window, &extent.width_px, &extent.height_px);
        SDL_GetWindowSize(window, &points, nullptr);
        extent.pixels_per_point =
            static_cast<float>(extent.width_px) / static_cast<float>(std::max(1, points));
        return extent;
    }

    void take(const SDL_Event& event, std::vector<InputEvent>& events) {
        if (event.type == wake_type) {
            wake_queued = false;
            events.emplace_back(Woken{});
            return;
        }
        std::vector<InputEvent> meaning;
        reader.read(event, extent(), meaning);
        if (is_key(event) && holds(event.key, meaning)) return;
        if (is_text(event) && held.hold_with_last(meaning)) return;
        events.insert(events.end(), meaning.begin(), meaning.end());
    }

    bool holds(const SDL_KeyboardEvent& key, const std::vector<InputEvent>& meaning) {
        const bool asks = readers != nullptr && readers->listening() && held.may_ask();
        if (!asks && held.is_empty()) return false;
        const bool is_down = key.type == SDL_KEYDOWN;
        const std::uint32_t number =
            asks ? readers->ask(key_for_readers(key, is_down ? typed_next() : "")) : 0;
        held.hold(number, meaning, steady_ms());
        return true;
    }

    void release_keys(std::vector<InputEvent>& events) {
        if (readers == nullptr) return;
        for (const accessible::Verdict& verdict : readers->take_verdicts()) held.judge(verdict);
        if (!readers->listening()) held.give_up();
        const std::vector<InputEvent> released = held.release(steady_ms());
        events.insert(events.end(), released.begin(), released.end());
    }
};

Window::Window() : state_(std::make_unique<State>()) {}

Result<std::unique_ptr<Window>> Window::open(const WindowSetup& setup) {
    set_hints();
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        return Error(ErrorCode::unsupported, "There is no display to open a window on.");
    }
    std::unique_ptr<Window> window(new Window);
    TRY(window->create(setup));
    return window;
}

Result<void> Window::create(const WindowSetup& setup) {
    State& state = *state_;
    state.fixed_scale = setup.scale;
    Uint32 flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI | SDL_WINDOW_HIDDEN;
    if (setup.drawing == Drawing::opengl) {
        flags |= SDL_WINDOW_OPENGL;
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
        SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 3);
        SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);  // flat: four bytes a pixel less to keep
    }
    const float scale = setup.scale.value_or(scale_of_display(0));
    const auto side = [scale](int dp) { return static_cast<int>(static_cast<float>(dp) * scale); };
    state.window =
        SDL_CreateWindow(setup.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                         side(setup.width_dp), side(setup.height_dp), flags);
    if (state.window == nullptr) {
        return Error(ErrorCode::unsupported, "A window of this kind could not be opened.");
    }
    // SDL begins with text input on, which opens the keyboard of a phone.
    SDL_StopTextInput();
    if (setup.drawing == Drawing::opengl) {
        state.context = SDL_GL_CreateContext(state.window);
        if (state.context == nullptr) {
            return Error(ErrorCode::unsupported, "OpenGL 3 is not available here.");
        }
        SDL_GL_SetSwapInterval(1);
    }
    SDL_SetWindowMinimumSize(state.window, side(side_min_dp), side(side_min_dp));
    state.wake_type = SDL_RegisterEvents(1);
    state.told = size();
    return {};
}

Window::~Window() {
    if (state_->context != nullptr) SDL_GL_DeleteContext(state_->context);
    if (state_->window != nullptr) SDL_DestroyWindow(state_->window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

std::vector<InputEvent> Window::wait(std::optional<int> wait_ms) {
    std::vector<InputEvent> events;
    SDL_Event event;
    // A held key wakes us when its time is over.
    wait_ms = sooner(wait_ms, state_->held.wait_ms(steady_ms()));
    int is_there = SDL_WaitEventTimeout(&event, wait_ms.value_or(-1));
    for (; is_there != 0; is_there = SDL_PollEvent(&event)) state_->take(event, events);
    state_->release_keys(events);
    const Resized now = size();
    if (now != state_->told) events.emplace_back(now);
    state_->told = now;
    return events;
}

void Window::wake() {
    if (state_->wake_queued.exchange(true)) return;
    SDL_Event event{};
    event.type = state_->wake_type;
    SDL_PushEvent(&event);
}

void Window::let_hear_keys(accessible::Bridge& readers) { state_->readers = &readers; }

accessible::Box Window::place() const {
    const EventReader::Extent extent = state_->extent();
    int left = 0;
    int top = 0;
    SDL_GetWindowPosition(state_->window, &left, &top);
    const auto pixels = [&](int points) {
        return static_cast<int>(static_cast<float>(points) * extent.pixels_per_point);
    };
    return {pixels(left), pixels(top), extent.width_px, extent.height_px};
}

bool Window::is_active() const {
    return (SDL_GetWindowFlags(state_->window) & SDL_WINDOW_INPUT_FOCUS) != 0;
}

Resized Window::size() const {
    const EventReader::Extent extent = state_->extent();
    float scale = state_->fixed_scale.value_or(0);
    if (scale == 0) {
        scale = extent.pixels_per_point > 1
                    ? extent.pixels_per_point
                    : scale_of_display(std::max(0, SDL_GetWindowDisplayIndex(state_->window)));
    }
    return {.width_px = extent.width_px, .height_px = extent.height_px, .scale = scale};
}

void Window::appear() {
    if (!std::exchange(state_->has_appeared, true)) SDL_ShowWindow(state_->window);
}

Surface Window::surface() {
    // Another one after each change of size.
    SDL_Surface* const surface = SDL_GetWindowSurface(state_->window);
    if (surface != nullptr && is_four_bytes(*surface)) {
        if (std::exchange(state_->expected, surface->pixels) != surface->pixels) {
            const int bytes = surface->h * surface->pitch;
            expect_writes(surface->pixels, static_cast<std::size_t>(bytes));
        }
        return {.values = static_cast<std::uint32_t*>(surface->pixels),
                .width = surface->w,
                .height = surface->h,
                .is_blue_first = surface->format->Bmask == lowest_byte};
    }
    const Resized now = size();
    state_->converted.resize(static_cast<std::size_t>(now.width_px) *
                             static_cast<std::size_t>(now.height_px));
    return {.values = state_->converted.data(), .width = now.width_px, .height = now.height_px};
}

void Window::raise() {
    SDL_RestoreWindow(state_->window);
    SDL_RaiseWindow(state_->window);
}

// Where a system has nothing of the kind, nothing happens.
void Window::ask_for_attention() { (void)SDL_FlashWindow(state_->window, SDL_FLASH_UNTIL_FOCUSED); }

void Window::show() {
    SDL_Surface* const surface = SDL_GetWindowSurface(state_->window);
    if (surface != nullptr && !is_four_bytes(*surface)) {
        const int pitch = surface->w * static_cast<int>(sizeof(std::uint32_t));
        SDL_ConvertPixels(surface->w, surface->h, SDL_PIXELFORMAT_RGBA32, state_->converted.data(),
                          pitch, surface->format->format, surface->pixels, surface->pitch);
    }
    appear();
    SDL_UpdateWindowSurface(state_->window);
}

void Window::swap() {
    appear();
    SDL_GL_SwapWindow(state_->window);
}

void Window::want_text(const std::optional<TextPlace>& place) {
    if (place == state_->text) return;
    if (place) {
        const float points = 1 / state_->extent().pixels_per_point;
        const auto in_points = [points](int pixels) {
            return static_cast<int>(static_cast<float>(pixels) * points);
        };
        const SDL_Rect rect{in_points(place->x), in_points(place->y), in_points(place->width),
                            in_points(place->height)};
        SDL_SetTextInputRect(&rect);
        if (!state_->text) SDL_StartTextInput();
    } else {
        SDL_StopTextInput();
    }
    state_->text = place;
}

std::string Window::clipboard() const {
    char* text = SDL_GetClipboardText();
    std::string copy = text == nullptr ? "" : text;
    SDL_free(text);
    return copy;
}

void Window::set_clipboard(const std::string& text) { SDL_SetClipboardText(text.c_str()); }

}  // namespace evenkeel::platform
