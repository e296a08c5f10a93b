#include "platform/sdl/events.h"

#include <array>

namespace evenkeel::platform {

namespace {

// A notch of a wheel, in lines.
constexpr float lines_per_notch = 2;

struct KeyName {
    SDL_Keycode key;
    KeyCode code;
};
constexpr std::array<KeyName, 16> keys{{{SDLK_TAB, KeyCode::tab},
                                        {SDLK_RETURN, KeyCode::enter},
                                        {SDLK_KP_ENTER, KeyCode::enter},
                                        {SDLK_ESCAPE, KeyCode::escape},
                                        {SDLK_AC_BACK, KeyCode::escape},
                                        {SDLK_SPACE, KeyCode::space},
                                        {SDLK_LEFT, KeyCode::left},
                                        {SDLK_RIGHT, KeyCode::right},
                                        {SDLK_UP, KeyCode::up},
                                        {SDLK_DOWN, KeyCode::down},
                                        {SDLK_HOME, KeyCode::home},
                                        {SDLK_END, KeyCode::end},
                                        {SDLK_PAGEUP, KeyCode::page_up},
                                        {SDLK_PAGEDOWN, KeyCode::page_down},
                                        {SDLK_BACKSPACE, KeyCode::backspace},
                                        {SDLK_DELETE, KeyCode::del}}};

std::optional<KeyPress> key_press(const SDL_Keysym& pressed) {
    KeyPress press;
    press.shift = (pressed.mod & KMOD_SHIFT) != 0;
    press.control = (pressed.mod & (KMOD_CTRL | KMOD_GUI)) != 0;
    press.alt = (pressed.mod & KMOD_ALT) != 0;
    for (const KeyName& name : keys) {
        if (name.key != pressed.sym) continue;
        press.key = name.code;
        return press;
    }
    if (pressed.sym <= SDLK_SPACE || pressed.sym > SDLK_z) return std::nullopt;
    press.character = static_cast<char>(pressed.sym);
    return press;
}

}  // namespace

void EventReader::read(const SDL_Event& event, const Extent& extent,
                       std::vector<InputEvent>& events) {
    const float scale = extent.pixels_per_point;
    const auto pixels = [scale](int points) { return static_cast<float>(points) * scale; };
    switch (event.type) {
        case SDL_QUIT:
        case SDL_APP_TERMINATING:
            events.emplace_back(Quit{});
            break;
        case SDL_APP_WILLENTERBACKGROUND:
            events.emplace_back(Suspended{});
            events.emplace_back(Shown{false});
            break;
        case SDL_APP_DIDENTERFOREGROUND:
            events.emplace_back(Shown{true});
            break;
        case SDL_WINDOWEVENT:
            read_window(event.window, events);
            break;
        case SDL_MOUSEMOTION:
            events.emplace_back(PointerMove{pixels(event.motion.x), pixels(event.motion.y)});
            break;
        case SDL_MOUSEBUTTONDOWN:
        case SDL_MOUSEBUTTONUP:
            if (event.button.button != SDL_BUTTON_LEFT) break;
            events.emplace_back(PointerButton{pixels(event.button.x), pixels(event.button.y),
                                              PointerKind::mouse,
                                              event.type == SDL_MOUSEBUTTONDOWN});
            break;
        case SDL_MOUSEWHEEL:
            events.emplace_back(Wheel{pixels(event.wheel.mouseX), pixels(event.wheel.mouseY),
                                      event.wheel.preciseY * lines_per_notch});
            break;
        case SDL_FINGERDOWN:
        case SDL_FINGERMOTION:
        case SDL_FINGERUP:
            read_finger(event.tfinger, extent, events);
            break;
        case SDL_KEYDOWN:
            if (const auto press = key_press(event.key.keysym)) events.emplace_back(*press);
            break;
        case SDL_TEXTINPUT:
            events.emplace_back(TextInput{event.text.text});
            break;
        case SDL_TEXTEDITING:
            events.emplace_back(Composition{event.edit.text});
            break;
        default:
            break;
    }
}

void EventReader::read_window(const SDL_WindowEvent& event, std::vector<InputEvent>& events) {
    switch (event.event) {
        case SDL_WINDOWEVENT_HIDDEN:
        case SDL_WINDOWEVENT_MINIMIZED:
            events.emplace_back(Shown{false});
            break;
        // Exposed: what was drawn is lost, and has to be drawn again.
        case SDL_WINDOWEVENT_SHOWN:
        case SDL_WINDOWEVENT_RESTORED:
        case SDL_WINDOWEVENT_EXPOSED:
            events.emplace_back(Shown{true});
            break;
        // The pointer is over nothing of ours any more.
        case SDL_WINDOWEVENT_LEAVE:
            events.emplace_back(PointerMove{-1, -1});
            break;
        case SDL_WINDOWEVENT_FOCUS_LOST:
            events.emplace_back(Composition{});
            break;
        case SDL_WINDOWEVENT_CLOSE:
            events.emplace_back(Quit{});
            break;
        default:
            break;
    }
}

void EventReader::read_finger(const SDL_TouchFingerEvent& event, const Extent& extent,
                              std::vector<InputEvent>& events) {
    if (event.type == SDL_FINGERDOWN && !finger_) finger_ = event.fingerId;
    if (finger_ != event.fingerId) return;
    const float x = event.x * static_cast<float>(extent.width_px);
    const float y = event.y * static_cast<float>(extent.height_px);
    if (event.type == SDL_FINGERMOTION) {
        events.emplace_back(PointerMove{x, y, PointerKind::touch});
        return;
    }
    const bool down = event.type == SDL_FINGERDOWN;
    events.emplace_back(PointerButton{x, y, PointerKind::touch, down});
    if (!down) finger_.reset();
}

}  // namespace evenkeel::platform
