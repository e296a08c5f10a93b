#include "platform/linux/atspi_presence.h"

#include <utility>

namespace evenkeel::platform::accessible {

namespace {

constexpr int answer_ms_max = 3'000;
// After the readers' bus broke off: by then its service has noticed as well.
constexpr guint retry_ms = 1'000;

GDBusConnection* connect(const char* address) {
    constexpr auto flags =
        static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION);
    return g_dbus_connection_new_for_address_sync(address, flags, nullptr, nullptr, nullptr);
}

// A call whose answer is for a Presence that may be gone by then: it is called off in that case.
struct KeyCall {
    Presence::Calls* calls;
    std::uint32_t number;
};

Owned<GVariant> finish(GObject* bus, GAsyncResult* result, bool& is_called_off) {
    GError* error = nullptr;
    Owned<GVariant> answer(
        g_dbus_connection_call_finish(reinterpret_cast<GDBusConnection*>(bus), result, &error));
    is_called_off = g_error_matches(error, G_IO_ERROR, G_IO_ERROR_CANCELLED) != 0;
    g_clear_error(&error);
    return answer;
}

void key_is_answered(GObject* bus, GAsyncResult* result, void* call) {
    const std::unique_ptr<KeyCall> key(static_cast<KeyCall*>(call));
    bool is_called_off = false;
    const Owned<GVariant> answer = finish(bus, result, is_called_off);
    if (is_called_off) return;
    gboolean is_taken = FALSE;
    if (answer) g_variant_get(answer.get(), "(b)", &is_taken);
    key->calls->verdict({key->number, is_taken != FALSE});
}

void embedded(GObject* bus, GAsyncResult* result, void* application) {
    bool is_called_off = false;
    const Owned<GVariant> answer = finish(bus, result, is_called_off);
    if (!answer || is_called_off) return;
    const char* name = nullptr;
    const char* path = nullptr;
    g_variant_get(answer.get(), "((&s&o))", &name, &path);
    static_cast<Application*>(application)->set_parent(name, path);
}

}  // namespace

Presence::Presence(Owned<GDBusConnection> session, Calls calls)
    : session_(std::move(session)), calls_(std::move(calls)) {
    status_match_ = g_dbus_connection_signal_subscribe(
        session_.get(), status_name, properties_interface, "PropertiesChanged", status_path,
        status_interface, G_DBUS_SIGNAL_FLAGS_NONE,
        [](GDBusConnection*, const char*, const char*, const char*, const char*, GVariant*,
           void* self) { static_cast<Presence*>(self)->look(); },
        this, nullptr);
}

Presence::~Presence() {
    g_dbus_connection_signal_unsubscribe(session_.get(), status_match_);
    leave();
}

void Presence::look() {
    const bool is_wanted_now = is_wanted();
    if (is_wanted_now && !application_) join();
    if (!is_wanted_now && application_) leave();
    if (!application_) calls_.end();
}

bool Presence::is_wanted() {
    const Owned<GVariant> answer(g_dbus_connection_call_sync(
        session_.get(), status_name, status_path, properties_interface, "GetAll",
        g_variant_new("(s)", status_interface), G_VARIANT_TYPE("(a{sv})"),
        G_DBUS_CALL_FLAGS_NO_AUTO_START, answer_ms_max, nullptr, nullptr));
    if (!answer) return false;
    const Owned<GVariant> all(g_variant_get_child_value(answer.get(), 0));
    gboolean is_enabled = FALSE;
    gboolean is_read = FALSE;
    g_variant_lookup(all.get(), "IsEnabled", "b", &is_enabled);
    g_variant_lookup(all.get(), "ScreenReaderEnabled", "b", &is_read);
    return is_enabled != FALSE || is_read != FALSE;
}

void Presence::join() {
    const Owned<GVariant> answer(g_dbus_connection_call_sync(
        session_.get(), status_name, status_path, "org.a11y.Bus", "GetAddress", nullptr,
        G_VARIANT_TYPE("(s)"), G_DBUS_CALL_FLAGS_NONE, answer_ms_max, nullptr, nullptr));
    if (!answer) return;
    const char* address = nullptr;
    g_variant_get(answer.get(), "(&s)", &address);
    bus_.reset(connect(address));
    if (!bus_) return;
    calls_under_way_.reset(g_cancellable_new());
    closed_signal_ = g_signal_connect(
        bus_.get(), "closed",
        G_CALLBACK(+[](GDBusConnection*, gboolean, GError*, Presence* self) { self->break_off(); }),
        this);
    application_ = std::make_unique<Application>(bus_.get(), calls_.request);
    g_dbus_connection_call(bus_.get(), registry_name, root_path, "org.a11y.atspi.Socket", "Embed",
                           g_variant_new("(@(so))", application_->reference(application_id)),
                           G_VARIANT_TYPE("((so))"), G_DBUS_CALL_FLAGS_NONE, -1,
                           calls_under_way_.get(), embedded, application_.get());
    calls_.change();
}

void Presence::leave() {
    if (retry_) g_source_destroy(retry_.get());
    retry_.reset();
    if (!application_) return;
    g_cancellable_cancel(calls_under_way_.get());
    calls_under_way_.reset();
    application_.reset();
    g_signal_handler_disconnect(bus_.get(), closed_signal_);
    g_dbus_connection_close_sync(bus_.get(), nullptr, nullptr);
    bus_.reset();
    calls_.change();
}

// The bus went away, not the reader: it is started again with the next one who asks for it.
void Presence::break_off() {
    leave();
    retry_.reset(g_timeout_source_new(retry_ms));
    g_source_set_callback(
        retry_.get(),
        [](void* self) -> gboolean {
            static_cast<Presence*>(self)->look();
            return G_SOURCE_REMOVE;
        },
        this, nullptr);
    g_source_attach(retry_.get(), g_main_context_get_thread_default());
}

void Presence::ask(std::uint32_t number, const Key& key) {
    if (!application_) return;
    constexpr guint pressed = 0;
    constexpr guint released = 1;
    // The published description of this call has unsigned numbers; the registry takes only these.
    GVariant* const words =
        g_variant_new("((uiiiisb))", key.is_down ? pressed : released,
                      static_cast<gint32>(key.symbol), static_cast<gint32>(key.code),
                      static_cast<gint32>(key.modifiers), static_cast<gint32>(key.time_ms),
                      key.text.c_str(), static_cast<gboolean>(!key.text.empty()));
    g_dbus_connection_call(bus_.get(), registry_name,
                           "/org/a11y/atspi/registry/deviceeventcontroller",
                           "org.a11y.atspi.DeviceEventController", "NotifyListenersSync", words,
                           G_VARIANT_TYPE("(b)"), G_DBUS_CALL_FLAGS_NONE, -1,
                           calls_under_way_.get(), key_is_answered, new KeyCall{&calls_, number});
}

}  // namespace evenkeel::platform::accessible
