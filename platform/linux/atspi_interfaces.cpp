// From our tables of members to what GLib knows of interfaces: it then refuses calls of other types
// and members that we do not have, with the errors of D-Bus that readers expect.
#include "platform/linux/atspi_application.h"

#include <array>

namespace evenkeel::platform::accessible {

namespace {

const std::array all_interfaces{&accessible_interface, &application_interface,
                                &component_interface,  &action_interface,
                                &text_interface,       &editable_text_interface};

// An element for each of the types that are written one after the other.
std::string arguments(const char* types, const char* direction) {
    std::string text;
    const std::string_view all(types);
    for (const char* at = all.data(); *at != '\0';) {
        const char* end = nullptr;
        g_variant_type_string_scan(at, nullptr, &end);
        text +=
            std::string("<arg direction='") + direction + "' type='" + std::string(at, end) + "'/>";
        at = end;
    }
    return text;
}

std::string description() {
    std::string text = "<node>";
    for (const Interface* interface : all_interfaces) {
        text += std::string("<interface name='") + interface->name + "'>";
        for (const Member& member : interface->members) {
            const std::string name = std::string(" name='") + member.name + "'";
            if (member.takes == nullptr) {
                text += "<property" + name + " type='" + member.gives + "' access='read'/>";
            } else {
                text += "<method" + name + ">" + arguments(member.takes, "in") +
                        arguments(member.gives, "out") + "</method>";
            }
        }
        text += "</interface>";
    }
    return text + "</node>";
}

}  // namespace

GDBusInterfaceInfo* described(const Interface& interface) {
    static const Owned<GDBusNodeInfo> all(
        g_dbus_node_info_new_for_xml(description().c_str(), nullptr));
    return g_dbus_node_info_lookup_interface(all.get(), interface.name);
}

std::vector<const Interface*> interfaces_of(const Object& object) {
    std::vector<const Interface*> interfaces{&accessible_interface};
    if (object.id == application_id) {
        interfaces.push_back(&application_interface);
        return interfaces;
    }
    interfaces.push_back(&component_interface);
    if (object.node == nullptr) return interfaces;
    if (object.node->text) {
        interfaces.push_back(&text_interface);
        interfaces.push_back(&editable_text_interface);
    } else if (object.node->is_focusable) {
        interfaces.push_back(&action_interface);
    }
    return interfaces;
}

}  // namespace evenkeel::platform::accessible
