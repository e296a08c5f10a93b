// Names of controls. A name is a literal of the program's text, so that nothing a client typed can
// become one; lists add a number or an entity's id by `Ui::scope`.
#pragma once

#include <cstdint>
#include <string_view>

namespace evenkeel::ui {

using NodeId = std::uint64_t;  // stable across frames and runs; 0 is none

// FNV-1a, 64 bits.
constexpr NodeId mix(NodeId seed, std::string_view bytes) {
    for (const char byte : bytes) {
        seed ^= static_cast<unsigned char>(byte);
        seed *= 0x100000001b3ULL;
    }
    return seed;
}

class Key {
public:
    template <std::size_t size>
    consteval Key(const char (&literal)[size]) : text_(literal, size - 1) {}
    [[nodiscard]] constexpr NodeId under(NodeId parent) const { return mix(parent, text_); }

private:
    std::string_view text_;
};

}  // namespace evenkeel::ui
