#include "platform/sdl/key_names.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::platform {
namespace {

accessible::Key named(SDL_Scancode place, SDL_Keycode key, int modifiers = 0) {
    SDL_KeyboardEvent event{};
    event.type = SDL_KEYDOWN;
    event.keysym.scancode = place;
    event.keysym.sym = key;
    event.keysym.mod = static_cast<Uint16>(modifiers);
    return key_for_readers(event, "");
}

// Name and place as "xev" shows them on a keyboard of 105 keys.
TEST_CASE("keys are called as an X server calls them") {
    CHECK(named(SDL_SCANCODE_A, SDLK_a).symbol == 'a');
    CHECK(named(SDL_SCANCODE_A, SDLK_a).code == 38);
    CHECK(named(SDL_SCANCODE_A, SDLK_a, KMOD_LSHIFT).symbol == 'A');
    CHECK(named(SDL_SCANCODE_RETURN, SDLK_RETURN).symbol == 0xFF0D);
    CHECK(named(SDL_SCANCODE_RETURN, SDLK_RETURN).code == 36);
    CHECK(named(SDL_SCANCODE_TAB, SDLK_TAB).code == 23);
    CHECK(named(SDL_SCANCODE_SPACE, SDLK_SPACE).code == 65);
    CHECK(named(SDL_SCANCODE_LEFT, SDLK_LEFT).code == 113);
    CHECK(named(SDL_SCANCODE_INSERT, SDLK_INSERT).code == 118);
    CHECK(named(SDL_SCANCODE_F1, SDLK_F1).code == 67);
    CHECK(named(SDL_SCANCODE_KP_ENTER, SDLK_KP_ENTER).code == 104);
}

TEST_CASE("the number pad is called by what it means now") {
    CHECK(named(SDL_SCANCODE_KP_7, SDLK_KP_7).symbol == 0xFF95);
    CHECK(named(SDL_SCANCODE_KP_7, SDLK_KP_7, KMOD_NUM).symbol == 0xFFB7);
    CHECK(named(SDL_SCANCODE_KP_7, SDLK_KP_7).code == 79);
}

TEST_CASE("letters of all scripts are called by their number, from Latin-1 on marked as such") {
    CHECK(named(SDL_SCANCODE_APOSTROPHE, 0xE4).symbol == 0xE4);
    CHECK(named(SDL_SCANCODE_A, 0x0444).symbol == 0x0100'0444);
}

TEST_CASE("a key is told with what was held besides") {
    CHECK(named(SDL_SCANCODE_A, SDLK_a, KMOD_LSHIFT | KMOD_RCTRL).modifiers == 0b101);
    CHECK(named(SDL_SCANCODE_A, SDLK_a, KMOD_NUM | KMOD_LALT).modifiers == 0b11000);
}

}  // namespace
}  // namespace evenkeel::platform
