// The words and numbers of AT-SPI, the protocol of Linux desktops between programs and screen
// readers (at-spi2-core, atspi-constants.h and xml/*.xml).
#pragma once

#include "platform/accessibility.h"

#include <cstdint>
#include <string>

namespace evenkeel::platform::accessible {

// On the person's bus: where the readers' bus is, and whether somebody reads.
constexpr const char* status_name = "org.a11y.Bus";
constexpr const char* status_path = "/org/a11y/bus";
constexpr const char* status_interface = "org.a11y.Status";
constexpr const char* properties_interface = "org.freedesktop.DBus.Properties";
// On the readers' bus.
constexpr const char* registry_name = "org.a11y.atspi.Registry";
constexpr const char* objects_path = "/org/a11y/atspi/accessible";
constexpr const char* root_path = "/org/a11y/atspi/accessible/root";
constexpr const char* null_path = "/org/a11y/atspi/null";
constexpr const char* cache_path = "/org/a11y/atspi/cache";
constexpr const char* cache_interface = "org.a11y.atspi.Cache";

// The program as a whole, in which the window stands. No control has this id.
constexpr Id application_id = 2;

namespace role {
constexpr std::uint32_t frame = 23;
constexpr std::uint32_t application = 75;
}  // namespace role

// Bits of a state set.
enum class State : unsigned {
    active = 1,
    checked = 4,
    editable = 7,
    enabled = 8,
    focusable = 11,
    focused = 12,
    modal = 16,
    multi_line = 17,
    resizable = 21,
    selectable = 22,
    selected = 23,
    sensitive = 24,
    showing = 25,
    single_line = 26,
    visible = 30,
    selectable_text = 38,
    checkable = 41,
};
constexpr std::uint64_t bit(State state) { return 1ULL << static_cast<unsigned>(state); }

std::uint32_t role_number(const Node& node);
const char* role_name(std::uint32_t number);
std::uint64_t states_of(const Node& node);
std::uint64_t states_of_window(const Tree& tree);
// "checked", or "selected" where a choice is called that.
const char* chosen_state(Role role);

std::string path_of(Id id);
// 0 where the last part of a path names none.
Id id_of(const char* node_name);

}  // namespace evenkeel::platform::accessible
