#include "platform/linux/atspi_application.h"

#include "platform/accessibility_diff.h"
#include "platform/linux/atspi_events.h"

#include <cstring>
#include <utility>

namespace evenkeel::platform::accessible {

namespace {

const char* last_part(const char* path) {
    const char* const slash = std::strrchr(path, '/');
    return slash == nullptr ? path : slash + 1;
}

const Member* find(const Object& object, const char* interface_name, const char* member_name) {
    for (const Interface* interface : interfaces_of(object)) {
        if (std::strcmp(interface->name, interface_name) != 0) continue;
        for (const Member& member : interface->members) {
            if (std::strcmp(member.name, member_name) == 0) return &member;
        }
    }
    return nullptr;
}

// ---- What GLib calls, on the thread of the bus
// ---------------------------------------------------

char** list_nothing(GDBusConnection*, const char*, const char*, void*) {
    return g_new0(char*, 1);  // nobody walks through our objects by their paths
}

GDBusInterfaceInfo** describe(GDBusConnection*, const char*, const char*, const char* node,
                              void* self) {
    const auto object = static_cast<const Application*>(self)->object(node);
    if (!object) return nullptr;
    const auto interfaces = interfaces_of(*object);
    auto** const described_all = g_new0(GDBusInterfaceInfo*, interfaces.size() + 1);
    for (std::size_t i = 0; i < interfaces.size(); ++i) {
        described_all[i] = g_dbus_interface_info_ref(described(*interfaces[i]));
    }
    return described_all;
}

void call(GDBusConnection*, const char*, const char* path, const char* interface,
          const char* method, GVariant* arguments, GDBusMethodInvocation* call, void* self) {
    auto& application = *static_cast<Application*>(self);
    const auto object = application.object(last_part(path));
    const Member* const member = object ? find(*object, interface, method) : nullptr;
    if (member == nullptr) {
        g_dbus_method_invocation_return_error(call, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT,
                                              "It is not there any more.");
        return;
    }
    g_dbus_method_invocation_return_value(call, member->answer(application, *object, arguments));
}

GVariant* read_property(GDBusConnection*, const char*, const char* path, const char* interface,
                        const char* property, GError** error, void* self) {
    auto& application = *static_cast<Application*>(self);
    const auto object = application.object(last_part(path));
    const Member* const member = object ? find(*object, interface, property) : nullptr;
    if (member != nullptr) return member->answer(application, *object, nullptr);
    g_set_error(error, G_DBUS_ERROR, G_DBUS_ERROR_UNKNOWN_OBJECT, "It is not there any more.");
    return nullptr;
}

constexpr GDBusInterfaceVTable answers{call, read_property, nullptr, {}};

const GDBusInterfaceVTable* dispatch(GDBusConnection*, const char*, const char*, const char*,
                                     const char*, void** handed_on, void* self) {
    *handed_on = self;
    return &answers;
}

constexpr GDBusSubtreeVTable subtree{list_nothing, describe, dispatch, {}};

// Readers ask it for everything at once, and then ask one by one; without it they complain.
void give_no_cache(GDBusConnection*, const char*, const char*, const char*, const char*, GVariant*,
                   GDBusMethodInvocation* call, void*) {
    GVariant* const nothing =
        g_variant_new_array(G_VARIANT_TYPE("((so)(so)(so)iiassusau)"), nullptr, 0);
    g_dbus_method_invocation_return_value(call, g_variant_new_tuple(&nothing, 1));
}

constexpr GDBusInterfaceVTable cache_answers{give_no_cache, nullptr, nullptr, {}};
constexpr const char* cache_description =
    "<node><interface name='org.a11y.atspi.Cache'><method name='GetItems'>"
    "<arg direction='out' type='a((so)(so)(so)iiassusau)'/></method></interface></node>";

GDBusInterfaceInfo* cache_info() {
    static const Owned<GDBusNodeInfo> info(
        g_dbus_node_info_new_for_xml(cache_description, nullptr));
    return info->interfaces[0];
}

}  // namespace

Application::Application(GDBusConnection* bus, std::function<void(Request)> request)
    : bus_(static_cast<GDBusConnection*>(g_object_ref(bus))), request_(std::move(request)) {
    subtree_ = g_dbus_connection_register_subtree(
        bus, objects_path, &subtree, G_DBUS_SUBTREE_FLAGS_DISPATCH_TO_UNENUMERATED_NODES, this,
        nullptr, nullptr);
    cache_ = g_dbus_connection_register_object(bus, cache_path, cache_info(), &cache_answers, this,
                                               nullptr, nullptr);
}

Application::~Application() {
    g_dbus_connection_unregister_subtree(bus_.get(), subtree_);
    g_dbus_connection_unregister_object(bus_.get(), cache_);
}

void Application::publish(Tree tree) {
    const Tree before = std::exchange(tree_, std::move(tree));
    for (const Event& event : changes_between(before, tree_)) {
        emit(bus_.get(), *this, before, event);
    }
}

void Application::set_parent(std::string name, std::string path) {
    parent_name_ = std::move(name);
    parent_path_ = std::move(path);
}

GVariant* Application::reference(Id id) const {
    const char* const name = g_dbus_connection_get_unique_name(bus_.get());
    return g_variant_new("(so)", name == nullptr ? "" : name, path_of(id).c_str());
}

GVariant* Application::parent_reference() const {
    return g_variant_new("(so)", parent_name_.c_str(),
                         parent_path_.empty() ? null_path : parent_path_.c_str());
}

std::optional<Object> Application::object(const char* node_name) const {
    const Id id = id_of(node_name);
    if (id == application_id || id == window_id) return Object{id, nullptr};
    const Node* const node = tree_.find(id);
    if (node == nullptr) return std::nullopt;
    return Object{id, node};
}

Id Application::parent_of(const Object& object) const {
    if (object.id == application_id) return 0;
    return object.node == nullptr ? application_id : tree_.parent_of(*object.node);
}

std::vector<Id> Application::children_of(const Object& object) const {
    if (object.id == application_id) return {window_id};
    std::vector<Id> children;
    for (const Node* node : tree_.children_of(object.id)) children.push_back(node->id);
    return children;
}

}  // namespace evenkeel::platform::accessible
