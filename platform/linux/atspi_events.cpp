#include "platform/linux/atspi_events.h"

#include "platform/accessibility_text.h"

namespace evenkeel::platform::accessible {

namespace {

constexpr const char* object_events = "org.a11y.atspi.Event.Object";
constexpr const char* window_events = "org.a11y.atspi.Event.Window";

// All events have this form; `value` is floating and taken.
struct Signal {
    const char* interface = object_events;
    const char* name = "";
    const char* detail = "";
    int first = 0;
    int second = 0;
    GVariant* value = nullptr;
};

class Emitter {
public:
    Emitter(GDBusConnection* bus, const Application& application, const Tree& before)
        : bus_(bus), application_(application), before_(before) {}

    void tell(const Event& event) const {
        switch (event.change) {
            case Change::removed:
                return tell_removed(event);
            case Change::added:
                return send(event.parent, {.name = "ChildrenChanged",
                                           .detail = "add",
                                           .first = event.index,
                                           .value = application_.reference(event.id)});
            case Change::name:
                return tell_property(event, "accessible-name");
            case Change::description:
                return tell_property(event, "accessible-description");
            case Change::text_removed:
                return tell_text(event, "delete");
            case Change::text_inserted:
                return tell_text(event, "insert");
            case Change::caret:
                return send(event.id, {.name = "TextCaretMoved", .first = event.start});
            case Change::selection:
                return send(event.id, {.name = "TextSelectionChanged"});
            case Change::window_activated:
                tell_window("Activate");
                return tell_state(event.id, "active", true);
            case Change::window_deactivated:
                tell_window("Deactivate");
                return tell_state(event.id, "active", false);
            case Change::showing:
                return tell_state(event.id, "showing", event.is_on);
            case Change::sensitive:
                tell_state(event.id, "enabled", event.is_on);
                return tell_state(event.id, "sensitive", event.is_on);
            case Change::chosen:
                return tell_state(event.id, chosen_state(application_.tree().find(event.id)->role),
                                  event.is_on);
            case Change::focused:
                return tell_state(event.id, "focused", event.is_on);
            case Change::news:
                return tell_state(event.id, "showing", true);
        }
    }

private:
    void send(Id id, const Signal& signal) const {
        GVariant* const value = signal.value != nullptr ? signal.value : g_variant_new_int32(0);
        GVariant* const words =
            g_variant_new("(siiv@a{sv})", signal.detail, signal.first, signal.second, value,
                          g_variant_new_array(G_VARIANT_TYPE("{sv}"), nullptr, 0));
        g_dbus_connection_emit_signal(bus_, nullptr, path_of(id).c_str(), signal.interface,
                                      signal.name, words, nullptr);
    }

    void tell_property(const Event& event, const char* property) const {
        send(event.id, {.name = "PropertyChange",
                        .detail = property,
                        .value = g_variant_new_string(event.text.c_str())});
    }

    void tell_text(const Event& event, const char* what) const {
        send(event.id, {.name = "TextChanged",
                        .detail = what,
                        .first = event.start,
                        .second = character_count(event.text),
                        .value = g_variant_new_string(event.text.c_str())});
    }

    void tell_window(const char* what) const {
        send(window_id, {.interface = window_events,
                         .name = what,
                         .value = g_variant_new_string(application_.tree().title.c_str())});
    }

    void tell_state(Id id, const char* state, bool is_on) const {
        send(id, {.name = "StateChanged", .detail = state, .first = is_on ? 1 : 0});
    }

    // Readers keep what they know by path, and a control that comes back has the path it had. So
    // each is told to be forgotten, with all that was in it.
    void tell_removed(const Event& event) const {
        send(event.parent, {.name = "ChildrenChanged",
                            .detail = "remove",
                            .first = event.index,
                            .value = application_.reference(event.id)});
        for (const Node& node : before_.nodes) {
            if (!is_within(node, event.id)) continue;
            g_dbus_connection_emit_signal(
                bus_, nullptr, cache_path, cache_interface, "RemoveAccessible",
                g_variant_new("(@(so))", application_.reference(node.id)), nullptr);
        }
    }

    [[nodiscard]] bool is_within(const Node& node, Id top) const {
        const Node* at = &node;
        while (at->id != top && at->parent >= 0) {
            at = &before_.nodes[static_cast<std::size_t>(at->parent)];
        }
        return at->id == top;
    }

    GDBusConnection* bus_;
    const Application& application_;
    const Tree& before_;
};

}  // namespace

void emit(GDBusConnection* bus, const Application& application, const Tree& before,
          const Event& event) {
    Emitter(bus, application, before).tell(event);
}

}  // namespace evenkeel::platform::accessible
