#include "platform/linux/atspi_names.h"

#include <array>
#include <charconv>
#include <cstring>
#include <string_view>

namespace evenkeel::platform::accessible {

namespace {

struct RoleName {
    std::uint32_t number;
    const char* name;
};

constexpr RoleName check_box{7, "check box"};
constexpr RoleName dialog{16, "dialog"};
constexpr RoleName frame{role::frame, "frame"};
constexpr RoleName image{27, "image"};
constexpr RoleName label{29, "label"};
constexpr RoleName list{31, "list"};
constexpr RoleName list_item{32, "list item"};
constexpr RoleName page_tab{37, "page tab"};
constexpr RoleName page_tab_list{38, "page tab list"};
constexpr RoleName panel{39, "panel"};  // a grouping is not spoken by Orca when one enters it
constexpr RoleName password{40, "password text"};
constexpr RoleName push_button{43, "push button"};
constexpr RoleName radio_button{44, "radio button"};
constexpr RoleName status_bar{54, "status bar"};
constexpr RoleName application{role::application, "application"};
constexpr RoleName entry{79, "entry"};
constexpr RoleName chart{80, "chart"};
constexpr RoleName heading{83, "heading"};
constexpr RoleName notification{101, "notification"};

// In the order of Role.
constexpr std::array roles{panel, heading,   label,         push_button, check_box, radio_button,
                           list,  list_item, page_tab_list, page_tab,    entry,     password,
                           chart, image,     status_bar,    dialog};
static_assert(roles.size() == static_cast<std::size_t>(Role::dialog) + 1);
constexpr std::array others{frame, application, notification};

bool is_selected_when_chosen(Role role) { return role == Role::list_item || role == Role::tab; }

std::uint64_t if_so(bool is_so, State state) { return is_so ? bit(state) : 0; }

}  // namespace

std::uint32_t role_number(const Node& node) {
    if (node.news != 0) return notification.number;
    return roles.at(static_cast<std::size_t>(node.role)).number;
}

const char* role_name(std::uint32_t number) {
    for (const RoleName& role : roles) {
        if (role.number == number) return role.name;
    }
    for (const RoleName& role : others) {
        if (role.number == number) return role.name;
    }
    return "";
}

const char* chosen_state(Role role) {
    return is_selected_when_chosen(role) ? "selected" : "checked";
}

std::uint64_t states_of(const Node& node) {
    std::uint64_t states = bit(State::visible);
    const bool selects = is_selected_when_chosen(node.role);
    const bool checks = node.role == Role::check_box || node.role == Role::radio_button;
    states |= if_so(!node.is_disabled, State::enabled) | if_so(!node.is_disabled, State::sensitive);
    states |= if_so(node.is_in_sight, State::showing);
    states |= if_so(node.is_focusable, State::focusable);
    states |= if_so(checks, State::checkable) | if_so(checks && node.is_chosen, State::checked);
    states |= if_so(selects, State::selectable) | if_so(selects && node.is_chosen, State::selected);
    states |= if_so(node.role == Role::dialog, State::modal);
    if (node.text) {
        states |= bit(State::editable) | bit(State::selectable_text);
        states |= bit(node.text->has_lines ? State::multi_line : State::single_line);
    }
    return states;
}

std::uint64_t states_of_window(const Tree& tree) {
    return bit(State::visible) | bit(State::enabled) | bit(State::sensitive) | bit(State::showing) |
           bit(State::resizable) | if_so(tree.is_active, State::active);
}

std::string path_of(Id id) {
    if (id == 0) return null_path;
    if (id == application_id) return root_path;
    return std::string(objects_path) + "/" + std::to_string(id);
}

Id id_of(const char* node_name) {
    if (node_name == nullptr) return 0;
    const std::string_view name(node_name);
    if (name == "root") return application_id;
    Id id = 0;
    const auto read = std::from_chars(name.data(), name.data() + name.size(), id);
    return read.ptr == name.data() + name.size() ? id : 0;
}

}  // namespace evenkeel::platform::accessible
