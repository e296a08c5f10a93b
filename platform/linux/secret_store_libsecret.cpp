#include "core/base/ids.h"
#include "platform/linux/session_bus.h"
#include "platform/ports.h"

#include <libsecret/secret.h>

#include <cstdlib>

namespace evenkeel::platform {
namespace {

// A session that does not answer within this has no key store worth waiting for.
constexpr int answer_ms_max = 1'000;

const SecretSchema& schema() {
    static const SecretSchema value = {
        "org.evenkeel.Profile",
        SECRET_SCHEMA_NONE,
        {{"name", SECRET_SCHEMA_ATTRIBUTE_STRING}, {nullptr, SECRET_SCHEMA_ATTRIBUTE_STRING}},
        0,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr,
        nullptr};
    return value;
}

// Whether a Secret Service runs or can be started, asked of the bus itself, which answers quickly.
bool has_secret_service(GDBusConnection* bus, const char* list) {
    GVariant* const answer = g_dbus_connection_call_sync(
        bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", list, nullptr,
        G_VARIANT_TYPE("(as)"), G_DBUS_CALL_FLAGS_NONE, answer_ms_max, nullptr, nullptr);
    if (answer == nullptr) return false;
    bool found = false;
    GVariantIter* names = nullptr;
    const char* name = nullptr;
    g_variant_get(answer, "(as)", &names);
    while (g_variant_iter_loop(names, "&s", &name) != 0) {
        found = found || std::string_view(name) == "org.freedesktop.secrets";
    }
    g_variant_iter_free(names);
    g_variant_unref(answer);
    return found;
}

bool find_service() {
    if (const char* off = std::getenv("EVENKEEL_NO_KEYSTORE"); off != nullptr && *off == '1') {
        return false;
    }
    if (!session_bus_address()) return false;
    GDBusConnection* const bus = g_bus_get_sync(G_BUS_TYPE_SESSION, nullptr, nullptr);
    if (bus == nullptr) return false;
    const bool found =
        has_secret_service(bus, "ListNames") || has_secret_service(bus, "ListActivatableNames");
    g_object_unref(bus);
    return found;
}

Error failed(GError* error) {
    g_error_free(error);  // its text may name the secret; ours says enough
    return {ErrorCode::refused, "The key store of this system did not answer or is locked."};
}

class LibsecretStore final : public SecretStore {
public:
    [[nodiscard]] bool available() const override {
        if (!available_) available_ = find_service();
        return *available_;
    }

    Result<std::optional<Bytes>> load(const std::string& name) override {
        GError* error = nullptr;
        char* const text =
            secret_password_lookup_sync(&schema(), nullptr, &error, "name", name.c_str(), nullptr);
        if (error != nullptr) return failed(error);
        if (text == nullptr) return std::optional<Bytes>();
        std::optional<Bytes> secret = from_hex(text);
        secret_password_free(text);
        if (!secret) return Error(ErrorCode::damaged, "The secret in the key store is damaged.");
        return secret;
    }

    Result<void> save(const std::string& name, ByteView secret) override {
        // The service keeps text, so the bytes go in as digits.
        std::string text = to_hex(secret);
        GError* error = nullptr;
        secret_password_store_sync(&schema(), SECRET_COLLECTION_DEFAULT, "Evenkeel profile",
                                   text.c_str(), nullptr, &error, "name", name.c_str(), nullptr);
        explicit_bzero(text.data(), text.size());
        if (error != nullptr) return failed(error);
        return {};
    }

    Result<void> erase(const std::string& name) override {
        GError* error = nullptr;
        secret_password_clear_sync(&schema(), nullptr, &error, "name", name.c_str(), nullptr);
        if (error != nullptr) return failed(error);
        return {};
    }

private:
    mutable std::optional<bool> available_;  // asked once
};

}  // namespace

std::unique_ptr<SecretStore> make_secret_store() { return std::make_unique<LibsecretStore>(); }

}  // namespace evenkeel::platform
