#include "tests/platform/atspi/reader.h"

#include <algorithm>
#include <array>
#include <gio/gio.h>
#include <stdexcept>

namespace evenkeel::test {

namespace {

// What the tests call their program.
constexpr const char* program_name = "Diary";

std::string take(char* text) {
    std::string copy = text == nullptr ? "" : text;
    g_free(text);
    return copy;
}

std::string name_of(AtspiAccessible* object) {
    return take(atspi_accessible_get_name(object, nullptr));
}

struct StateName {
    AtspiStateType state;
    const char* name;
};
constexpr std::array told_states{
    StateName{ATSPI_STATE_ACTIVE, "active"},         StateName{ATSPI_STATE_FOCUSED, "focused"},
    StateName{ATSPI_STATE_CHECKED, "checked"},       StateName{ATSPI_STATE_SELECTED, "selected"},
    StateName{ATSPI_STATE_MODAL, "modal"},           StateName{ATSPI_STATE_EDITABLE, "editable"},
    StateName{ATSPI_STATE_MULTI_LINE, "multi-line"},
};

void describe(AtspiAccessible* object, int depth, std::string& text) {
    text.append(static_cast<std::size_t>(depth) * 2, ' ');
    text += take(atspi_accessible_get_role_name(object, nullptr)) + " '" + name_of(object) + "'";
    const Reference<AtspiStateSet> states(atspi_accessible_get_state_set(object));
    for (const StateName& told : told_states) {
        if (atspi_state_set_contains(states.get(), told.state))
            text += std::string(" ") + told.name;
    }
    if (!atspi_state_set_contains(states.get(), ATSPI_STATE_SENSITIVE)) text += " off";
    text += "\n";
    const int count = atspi_accessible_get_child_count(object, nullptr);
    for (int i = 0; i < count; ++i) {
        const Reference<AtspiAccessible> child(
            atspi_accessible_get_child_at_index(object, i, nullptr));
        if (!child) {
            text += "(a child that was counted is not there)\n";
            continue;
        }
        describe(child.get(), depth + 1, text);
        if (atspi_accessible_get_index_in_parent(child.get(), nullptr) != i) {
            text += "(it does not know its place)\n";
        }
    }
}

Reference<AtspiAccessible> find_in(AtspiAccessible* object, const std::string& name) {
    const int count = atspi_accessible_get_child_count(object, nullptr);
    for (int i = 0; i < count; ++i) {
        Reference<AtspiAccessible> child(atspi_accessible_get_child_at_index(object, i, nullptr));
        if (!child) continue;
        if (name_of(child.get()) == name) return child;
        if (auto found = find_in(child.get(), name)) return found;
    }
    return nullptr;
}

}  // namespace

Reader::Reader() {
    if (atspi_init() > 1) throw std::runtime_error("there is no bus for readers");
    listener_.reset(atspi_event_listener_new(&Reader::hear, this, nullptr));
    for (const char* kind : {"object:", "window:"}) {
        if (!atspi_event_listener_register(listener_.get(), kind, nullptr)) {
            throw std::runtime_error("nothing can be heard on the bus for readers");
        }
    }
}

Reader::~Reader() {
    for (const char* kind : {"object:", "window:"}) {
        atspi_event_listener_deregister(listener_.get(), kind, nullptr);
    }
    if (key_listener_) {
        atspi_deregister_keystroke_listener(key_listener_.get(), nullptr, 0, 1, nullptr);
    }
}

void Reader::say_that_somebody_reads(bool reads) {
    const Reference<GDBusConnection> bus(g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr));
    if (!bus) throw std::runtime_error("there is no session bus: run this under dbus-run-session");
    GVariant* const answer = g_dbus_connection_call_sync(
        bus.get(), "org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
        g_variant_new("(ssv)", "org.a11y.Status", "IsEnabled", g_variant_new_boolean(reads)),
        nullptr, G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr);
    if (answer == nullptr) throw std::runtime_error("at-spi2-core does not run");
    g_variant_unref(answer);
}

// In libatspi's own loop, since only there it keeps what it knows, as it does for Orca.
bool Reader::comes_true(const std::function<bool()>& is_so) {
    struct Wait {
        const std::function<bool()>& is_so;
        int times_left = 1'000;
        bool came_true = false;
    } wait{is_so};
    const auto look = [](void* given) -> gboolean {
        auto& waiting = *static_cast<Wait*>(given);
        waiting.came_true = waiting.is_so();
        if (!waiting.came_true && --waiting.times_left > 0) return G_SOURCE_CONTINUE;
        atspi_event_quit();
        return G_SOURCE_REMOVE;
    };
    constexpr guint every_ms = 10;
    g_timeout_add(every_ms, look, &wait);
    atspi_event_main();
    return wait.came_true;
}

Reference<AtspiAccessible> Reader::program(const std::string& name) const {
    const Reference<AtspiAccessible> desktop(atspi_get_desktop(0));
    const int count = atspi_accessible_get_child_count(desktop.get(), nullptr);
    for (int i = 0; i < count; ++i) {
        Reference<AtspiAccessible> child(
            atspi_accessible_get_child_at_index(desktop.get(), i, nullptr));
        if (child && name_of(child.get()) == name) return child;
    }
    return nullptr;
}

Reference<AtspiAccessible> Reader::find(const std::string& name) const {
    const auto diary = program(program_name);
    return diary ? find_in(diary.get(), name) : nullptr;
}

std::string Reader::walk() const {
    const auto diary = program(program_name);
    std::string text;
    if (diary) describe(diary.get(), 0, text);
    return text;
}

bool Reader::hears(const std::string& line) {
    return comes_true(
        [&] { return std::find(heard_.begin(), heard_.end(), line) != heard_.end(); });
}

void Reader::take_key(int symbol) {
    taken_symbol_ = symbol;
    key_listener_.reset(atspi_device_listener_new(&Reader::hear_key, this, nullptr));
    constexpr auto both = (1U << ATSPI_KEY_PRESSED_EVENT) | (1U << ATSPI_KEY_RELEASED_EVENT);
    atspi_register_keystroke_listener(
        key_listener_.get(), nullptr, 0, both,
        static_cast<AtspiKeyListenerSyncType>(ATSPI_KEYLISTENER_SYNCHRONOUS |
                                              ATSPI_KEYLISTENER_CANCONSUME),
        nullptr);
}

void Reader::hear(AtspiEvent* event, void* self) {
    std::string line = event->type;
    line += " " + std::to_string(event->detail1);
    if (G_VALUE_HOLDS_STRING(&event->any_data)) {
        line += std::string(" \"") + g_value_get_string(&event->any_data) + "\"";
    }
    line += " '" + name_of(event->source) + "'";
    static_cast<Reader*>(self)->heard_.push_back(std::move(line));
    g_boxed_free(ATSPI_TYPE_EVENT, event);
}

gboolean Reader::hear_key(AtspiDeviceEvent* event, void* self) {
    auto& reader = *static_cast<Reader*>(self);
    const bool is_down = event->type == ATSPI_KEY_PRESSED_EVENT;
    reader.keys_.push_back(std::string(is_down ? "down " : "up ") + std::to_string(event->id) +
                           " " + (event->event_string == nullptr ? "" : event->event_string));
    const bool is_taken = static_cast<int>(event->id) == reader.taken_symbol_;
    g_boxed_free(ATSPI_TYPE_DEVICE_EVENT, event);
    return is_taken ? TRUE : FALSE;
}

}  // namespace evenkeel::test
