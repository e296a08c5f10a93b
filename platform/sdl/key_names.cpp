#include "platform/sdl/key_names.h"

#include <array>
#include <utility>

namespace evenkeel::platform {

namespace {

// The places of a keyboard as Linux numbers them (input-event-codes.h), from 1 without a gap; an X
// server adds 8.
constexpr std::array first_places{
    SDL_SCANCODE_ESCAPE,      SDL_SCANCODE_1,           SDL_SCANCODE_2,
    SDL_SCANCODE_3,           SDL_SCANCODE_4,           SDL_SCANCODE_5,
    SDL_SCANCODE_6,           SDL_SCANCODE_7,           SDL_SCANCODE_8,
    SDL_SCANCODE_9,           SDL_SCANCODE_0,           SDL_SCANCODE_MINUS,
    SDL_SCANCODE_EQUALS,      SDL_SCANCODE_BACKSPACE,   SDL_SCANCODE_TAB,
    SDL_SCANCODE_Q,           SDL_SCANCODE_W,           SDL_SCANCODE_E,
    SDL_SCANCODE_R,           SDL_SCANCODE_T,           SDL_SCANCODE_Y,
    SDL_SCANCODE_U,           SDL_SCANCODE_I,           SDL_SCANCODE_O,
    SDL_SCANCODE_P,           SDL_SCANCODE_LEFTBRACKET, SDL_SCANCODE_RIGHTBRACKET,
    SDL_SCANCODE_RETURN,      SDL_SCANCODE_LCTRL,       SDL_SCANCODE_A,
    SDL_SCANCODE_S,           SDL_SCANCODE_D,           SDL_SCANCODE_F,
    SDL_SCANCODE_G,           SDL_SCANCODE_H,           SDL_SCANCODE_J,
    SDL_SCANCODE_K,           SDL_SCANCODE_L,           SDL_SCANCODE_SEMICOLON,
    SDL_SCANCODE_APOSTROPHE,  SDL_SCANCODE_GRAVE,       SDL_SCANCODE_LSHIFT,
    SDL_SCANCODE_BACKSLASH,   SDL_SCANCODE_Z,           SDL_SCANCODE_X,
    SDL_SCANCODE_C,           SDL_SCANCODE_V,           SDL_SCANCODE_B,
    SDL_SCANCODE_N,           SDL_SCANCODE_M,           SDL_SCANCODE_COMMA,
    SDL_SCANCODE_PERIOD,      SDL_SCANCODE_SLASH,       SDL_SCANCODE_RSHIFT,
    SDL_SCANCODE_KP_MULTIPLY, SDL_SCANCODE_LALT,        SDL_SCANCODE_SPACE,
    SDL_SCANCODE_CAPSLOCK,    SDL_SCANCODE_F1,          SDL_SCANCODE_F2,
    SDL_SCANCODE_F3,          SDL_SCANCODE_F4,          SDL_SCANCODE_F5,
    SDL_SCANCODE_F6,          SDL_SCANCODE_F7,          SDL_SCANCODE_F8,
    SDL_SCANCODE_F9,          SDL_SCANCODE_F10,         SDL_SCANCODE_NUMLOCKCLEAR,
    SDL_SCANCODE_SCROLLLOCK,  SDL_SCANCODE_KP_7,        SDL_SCANCODE_KP_8,
    SDL_SCANCODE_KP_9,        SDL_SCANCODE_KP_MINUS,    SDL_SCANCODE_KP_4,
    SDL_SCANCODE_KP_5,        SDL_SCANCODE_KP_6,        SDL_SCANCODE_KP_PLUS,
    SDL_SCANCODE_KP_1,        SDL_SCANCODE_KP_2,        SDL_SCANCODE_KP_3,
    SDL_SCANCODE_KP_0,        SDL_SCANCODE_KP_PERIOD};
constexpr std::uint32_t x_offset = 8;

struct Place {
    SDL_Scancode place;
    std::uint32_t number;
};
constexpr std::array other_places{
    Place{SDL_SCANCODE_NONUSBACKSLASH, 86},
    Place{SDL_SCANCODE_F11, 87},
    Place{SDL_SCANCODE_F12, 88},
    Place{SDL_SCANCODE_KP_ENTER, 96},
    Place{SDL_SCANCODE_RCTRL, 97},
    Place{SDL_SCANCODE_KP_DIVIDE, 98},
    Place{SDL_SCANCODE_RALT, 100},
    Place{SDL_SCANCODE_HOME, 102},
    Place{SDL_SCANCODE_UP, 103},
    Place{SDL_SCANCODE_PAGEUP, 104},
    Place{SDL_SCANCODE_LEFT, 105},
    Place{SDL_SCANCODE_RIGHT, 106},
    Place{SDL_SCANCODE_END, 107},
    Place{SDL_SCANCODE_DOWN, 108},
    Place{SDL_SCANCODE_PAGEDOWN, 109},
    Place{SDL_SCANCODE_INSERT, 110},
    Place{SDL_SCANCODE_DELETE, 111},
    Place{SDL_SCANCODE_PAUSE, 119},
    Place{SDL_SCANCODE_LGUI, 125},
    Place{SDL_SCANCODE_RGUI, 126},
    Place{SDL_SCANCODE_APPLICATION, 127},
};

std::uint32_t x_code(SDL_Scancode place) {
    for (std::size_t i = 0; i < first_places.size(); ++i) {
        if (first_places.at(i) == place) return static_cast<std::uint32_t>(i) + 1 + x_offset;
    }
    for (const Place& other : other_places) {
        if (other.place == place) return other.number + x_offset;
    }
    return 0;
}

// Names of keys that type nothing (keysymdef.h), with and without the number lock where it matters.
struct Symbol {
    SDL_Keycode key;
    std::uint32_t symbol;
    std::uint32_t with_number_lock;
};
constexpr std::array symbols{
    Symbol{SDLK_BACKSPACE, 0xFF08, 0xFF08},    Symbol{SDLK_TAB, 0xFF09, 0xFF09},
    Symbol{SDLK_RETURN, 0xFF0D, 0xFF0D},       Symbol{SDLK_PAUSE, 0xFF13, 0xFF13},
    Symbol{SDLK_SCROLLLOCK, 0xFF14, 0xFF14},   Symbol{SDLK_ESCAPE, 0xFF1B, 0xFF1B},
    Symbol{SDLK_HOME, 0xFF50, 0xFF50},         Symbol{SDLK_LEFT, 0xFF51, 0xFF51},
    Symbol{SDLK_UP, 0xFF52, 0xFF52},           Symbol{SDLK_RIGHT, 0xFF53, 0xFF53},
    Symbol{SDLK_DOWN, 0xFF54, 0xFF54},         Symbol{SDLK_PAGEUP, 0xFF55, 0xFF55},
    Symbol{SDLK_PAGEDOWN, 0xFF56, 0xFF56},     Symbol{SDLK_END, 0xFF57, 0xFF57},
    Symbol{SDLK_INSERT, 0xFF63, 0xFF63},       Symbol{SDLK_APPLICATION, 0xFF67, 0xFF67},
    Symbol{SDLK_NUMLOCKCLEAR, 0xFF7F, 0xFF7F}, Symbol{SDLK_KP_ENTER, 0xFF8D, 0xFF8D},
    Symbol{SDLK_KP_7, 0xFF95, 0xFFB7},         Symbol{SDLK_KP_4, 0xFF96, 0xFFB4},
    Symbol{SDLK_KP_8, 0xFF97, 0xFFB8},         Symbol{SDLK_KP_6, 0xFF98, 0xFFB6},
    Symbol{SDLK_KP_2, 0xFF99, 0xFFB2},         Symbol{SDLK_KP_9, 0xFF9A, 0xFFB9},
    Symbol{SDLK_KP_3, 0xFF9B, 0xFFB3},         Symbol{SDLK_KP_1, 0xFF9C, 0xFFB1},
    Symbol{SDLK_KP_5, 0xFF9D, 0xFFB5},         Symbol{SDLK_KP_0, 0xFF9E, 0xFFB0},
    Symbol{SDLK_KP_PERIOD, 0xFF9F, 0xFFAE},    Symbol{SDLK_KP_MULTIPLY, 0xFFAA, 0xFFAA},
    Symbol{SDLK_KP_PLUS, 0xFFAB, 0xFFAB},      Symbol{SDLK_KP_MINUS, 0xFFAD, 0xFFAD},
    Symbol{SDLK_KP_DIVIDE, 0xFFAF, 0xFFAF},    Symbol{SDLK_F1, 0xFFBE, 0xFFBE},
    Symbol{SDLK_F2, 0xFFBF, 0xFFBF},           Symbol{SDLK_F3, 0xFFC0, 0xFFC0},
    Symbol{SDLK_F4, 0xFFC1, 0xFFC1},           Symbol{SDLK_F5, 0xFFC2, 0xFFC2},
    Symbol{SDLK_F6, 0xFFC3, 0xFFC3},           Symbol{SDLK_F7, 0xFFC4, 0xFFC4},
    Symbol{SDLK_F8, 0xFFC5, 0xFFC5},           Symbol{SDLK_F9, 0xFFC6, 0xFFC6},
    Symbol{SDLK_F10, 0xFFC7, 0xFFC7},          Symbol{SDLK_F11, 0xFFC8, 0xFFC8},
    Symbol{SDLK_F12, 0xFFC9, 0xFFC9},          Symbol{SDLK_LSHIFT, 0xFFE1, 0xFFE1},
    Symbol{SDLK_RSHIFT, 0xFFE2, 0xFFE2},       Symbol{SDLK_LCTRL, 0xFFE3, 0xFFE3},
    Symbol{SDLK_RCTRL, 0xFFE4, 0xFFE4},        Symbol{SDLK_CAPSLOCK, 0xFFE5, 0xFFE5},
    Symbol{SDLK_LALT, 0xFFE9, 0xFFE9},         Symbol{SDLK_RALT, 0xFFEA, 0xFFEA},
    Symbol{SDLK_LGUI, 0xFFEB, 0xFFEB},         Symbol{SDLK_RGUI, 0xFFEC, 0xFFEC},
    Symbol{SDLK_DELETE, 0xFFFF, 0xFFFF},
};

// Letters are named by their code point, which from Latin-1 on is marked as one.
constexpr SDL_Keycode latin_1_last = 0xFF;
constexpr std::uint32_t is_code_point = 0x0100'0000;

std::uint32_t x_symbol(const SDL_Keysym& key) {
    for (const Symbol& symbol : symbols) {
        if (symbol.key != key.sym) continue;
        return (key.mod & KMOD_NUM) != 0 ? symbol.with_number_lock : symbol.symbol;
    }
    if (key.sym < 0 || (key.sym & SDLK_SCANCODE_MASK) != 0) return 0;
    const bool is_shifted = (key.mod & KMOD_SHIFT) != 0;
    if (is_shifted && key.sym >= SDLK_a && key.sym <= SDLK_z) {
        return static_cast<std::uint32_t>(key.sym - SDLK_a + 'A');
    }
    const auto point = static_cast<std::uint32_t>(key.sym);
    return key.sym <= latin_1_last ? point : point | is_code_point;
}

std::uint32_t x_modifiers(Uint16 mod) {
    constexpr std::array<std::pair<int, std::uint32_t>, 6> bits{{{KMOD_SHIFT, 1U << 0},
                                                                 {KMOD_CAPS, 1U << 1},
                                                                 {KMOD_CTRL, 1U << 2},
                                                                 {KMOD_ALT, 1U << 3},
                                                                 {KMOD_NUM, 1U << 4},
                                                                 {KMOD_GUI, 1U << 6}}};
    std::uint32_t modifiers = 0;
    for (const auto& [ours, theirs] : bits) {
        if ((mod & ours) != 0) modifiers |= theirs;
    }
    return modifiers;
}

}  // namespace

accessible::Key key_for_readers(const SDL_KeyboardEvent& event, std::string typed) {
    return {.is_down = event.type == SDL_KEYDOWN,
            .symbol = x_symbol(event.keysym),
            .code = x_code(event.keysym.scancode),
            .modifiers = x_modifiers(event.keysym.mod),
            .time_ms = event.timestamp,
            .text = std::move(typed)};
}

}  // namespace evenkeel::platform
