#include "platform/sdl/events.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::platform {
namespace {

constexpr EventReader::Extent plain{.pixels_per_point = 1, .width_px = 400, .height_px = 800};

std::vector<InputEvent> read(EventReader& reader, const SDL_Event& event,
                             const EventReader::Extent& extent = plain) {
    std::vector<InputEvent> events;
    reader.read(event, extent, events);
    return events;
}

SDL_Event key(SDL_Keycode code, Uint16 modifiers = 0) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = code;
    event.key.keysym.mod = modifiers;
    return event;
}

SDL_Event finger(Uint32 type, SDL_FingerID id, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.fingerId = id;
    event.tfinger.x = x;
    event.tfinger.y = y;
    return event;
}

SDL_Event mouse_button(Uint32 type, Uint8 button) {
    SDL_Event event{};
    event.type = type;
    event.button.button = button;
    event.button.x = 30;
    event.button.y = 40;
    return event;
}

SDL_Event window(Uint8 what) {
    SDL_Event event{};
    event.type = SDL_WINDOWEVENT;
    event.window.event = what;
    return event;
}

TEST_CASE("a mouse press lies where it was, in pixels of a dense display too") {
    EventReader reader;
    const EventReader::Extent dense{.pixels_per_point = 2, .width_px = 800, .height_px = 1'600};
    const auto events = read(reader, mouse_button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_LEFT), dense);
    REQUIRE(events.size() == 1);
    const auto& press = std::get<PointerButton>(events[0]);
    CHECK(press.x == 60);
    CHECK(press.y == 80);
    CHECK(press.down);
    CHECK(press.kind == PointerKind::mouse);
}

TEST_CASE("only the left button presses") {
    EventReader reader;
    CHECK(read(reader, mouse_button(SDL_MOUSEBUTTONDOWN, SDL_BUTTON_RIGHT)).empty());
    CHECK(read(reader, mouse_button(SDL_MOUSEBUTTONUP, SDL_BUTTON_MIDDLE)).empty());
}

TEST_CASE("a finger presses, moves and lets go, in pixels of the window") {
    EventReader reader;
    const auto down = read(reader, finger(SDL_FINGERDOWN, 7, 0.5F, 0.25F));
    REQUIRE(down.size() == 1);
    const auto& press = std::get<PointerButton>(down[0]);
    CHECK(press.x == 200);
    CHECK(press.y == 200);
    CHECK(press.down);
    CHECK(press.kind == PointerKind::touch);
    const auto moved = read(reader, finger(SDL_FINGERMOTION, 7, 0.5F, 0.5F));
    REQUIRE(moved.size() == 1);
    CHECK(std::get<PointerMove>(moved[0]).y == 400);
    CHECK(std::get<PointerMove>(moved[0]).kind == PointerKind::touch);
    const auto up = read(reader, finger(SDL_FINGERUP, 7, 0.5F, 0.5F));
    REQUIRE(up.size() == 1);
    CHECK_FALSE(std::get<PointerButton>(up[0]).down);
}

TEST_CASE("a second finger changes nothing while the first is down") {
    EventReader reader;
    read(reader, finger(SDL_FINGERDOWN, 1, 0, 0));
    CHECK(read(reader, finger(SDL_FINGERDOWN, 2, 0.5F, 0.5F)).empty());
    CHECK(read(reader, finger(SDL_FINGERMOTION, 2, 0.6F, 0.5F)).empty());
    CHECK(read(reader, finger(SDL_FINGERUP, 2, 0.6F, 0.5F)).empty());
    CHECK(read(reader, finger(SDL_FINGERUP, 1, 0, 0)).size() == 1);
    CHECK(read(reader, finger(SDL_FINGERDOWN, 2, 0.5F, 0.5F)).size() == 1);
}

TEST_CASE("keys have our names, letters their character, modifiers their flag") {
    EventReader reader;
    const auto enter = read(reader, key(SDLK_KP_ENTER));
    REQUIRE(enter.size() == 1);
    CHECK(std::get<KeyPress>(enter[0]).key == KeyCode::enter);
    const auto undo = read(reader, key(SDLK_z, KMOD_LCTRL | KMOD_RSHIFT));
    REQUIRE(undo.size() == 1);
    const auto& press = std::get<KeyPress>(undo[0]);
    CHECK(press.key == KeyCode::letter);
    CHECK(press.character == 'z');
    CHECK(press.control);
    CHECK(press.shift);
    CHECK_FALSE(press.alt);
    CHECK(read(reader, key(SDLK_F5)).empty());
    CHECK(read(reader, key(SDLK_LSHIFT)).empty());
    // The way back of a phone is the way back of a keyboard.
    CHECK(std::get<KeyPress>(read(reader, key(SDLK_AC_BACK)).at(0)).key == KeyCode::escape);
}

TEST_CASE("typed and unfinished text come as they are") {
    EventReader reader;
    SDL_Event typed{};
    typed.type = SDL_TEXTINPUT;
    SDL_strlcpy(typed.text.text, "ü", sizeof typed.text.text);
    CHECK(std::get<TextInput>(read(reader, typed).at(0)).text == "ü");
    SDL_Event composed{};
    composed.type = SDL_TEXTEDITING;
    SDL_strlcpy(composed.edit.text, "か", sizeof composed.edit.text);
    CHECK(std::get<Composition>(read(reader, composed).at(0)).text == "か");
}

TEST_CASE("a wheel turned away from the person scrolls towards the top") {
    EventReader reader;
    SDL_Event event{};
    event.type = SDL_MOUSEWHEEL;
    event.wheel.preciseY = 1;
    event.wheel.mouseX = 12;
    const auto events = read(reader, event);
    REQUIRE(events.size() == 1);
    CHECK(std::get<Wheel>(events[0]).lines > 0);
    CHECK(std::get<Wheel>(events[0]).x == 12);
}

TEST_CASE("a window that is hidden, shown, left or closed says so") {
    EventReader reader;
    CHECK_FALSE(std::get<Shown>(read(reader, window(SDL_WINDOWEVENT_MINIMIZED)).at(0)).shown);
    CHECK(std::get<Shown>(read(reader, window(SDL_WINDOWEVENT_RESTORED)).at(0)).shown);
    CHECK(std::get<Shown>(read(reader, window(SDL_WINDOWEVENT_EXPOSED)).at(0)).shown);
    CHECK(std::get<PointerMove>(read(reader, window(SDL_WINDOWEVENT_LEAVE)).at(0)).x < 0);
    CHECK(std::holds_alternative<Quit>(read(reader, window(SDL_WINDOWEVENT_CLOSE)).at(0)));
    CHECK(read(reader, window(SDL_WINDOWEVENT_MOVED)).empty());
}

TEST_CASE("an app that goes to the background is told to lock before it is hidden") {
    EventReader reader;
    SDL_Event event{};
    event.type = SDL_APP_WILLENTERBACKGROUND;
    const auto events = read(reader, event);
    REQUIRE(events.size() == 2);
    CHECK(std::holds_alternative<Suspended>(events[0]));
    CHECK_FALSE(std::get<Shown>(events[1]).shown);
}

}  // namespace
}  // namespace evenkeel::platform
