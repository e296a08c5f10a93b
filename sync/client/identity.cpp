#include "sync/client/identity.h"

#include "core/codec/byte_cursor.h"

namespace evenkeel::client {
namespace {

constexpr const char* value_name = "identity";
constexpr Byte layout_version = 1;

template <std::size_t size>
void read_into(codec::ByteReader& reader, ByteArray<size>& target) {
    const ByteView bytes = reader.raw(size);
    std::copy(bytes.begin(), bytes.end(), target.begin());
}

Bytes write_identity(const Identity& identity) {
    codec::ByteWriter writer;
    writer.byte(layout_version);
    writer.byte(static_cast<Byte>(identity.role));
    writer.byte(identity.confirmed ? 1 : 0);
    writer.raw(identity.user.view());
    writer.raw(trust::store_device_keys(identity.keys).view());
    writer.raw(identity.root);
    writer.byte(static_cast<Byte>(identity.server.transport));
    writer.bytes(as_bytes(identity.server.host));
    writer.varint(identity.server.port);
    writer.byte(identity.server.spki_pin ? 1 : 0);
    if (identity.server.spki_pin) writer.raw(*identity.server.spki_pin);
    writer.bytes(as_bytes(identity.name));
    writer.raw(identity.care_vault.view());
    writer.raw(identity.private_vault.view());
    writer.raw(identity.practice_vault.view());
    return std::move(writer).finish();
}

Result<Identity> read_identity(ByteView bytes) {
    const Error damaged(ErrorCode::damaged, "This device's identity in the profile is damaged.");
    codec::ByteReader reader(bytes);
    if (reader.byte() != layout_version) {
        return Error(ErrorCode::unsupported, "This profile was written by a newer version.");
    }
    Identity identity;
    identity.role = static_cast<Role>(reader.byte());
    identity.confirmed = reader.byte() == 1;
    read_into(reader, identity.user.bytes);
    auto keys = trust::parse_device_keys(reader.raw(trust::StoredDeviceKeys::size));
    read_into(reader, identity.root);
    identity.server.transport = static_cast<paper::LinkTransport>(reader.byte());
    identity.server.host = to_string(reader.bytes());
    identity.server.port = static_cast<std::uint16_t>(reader.varint());
    if (reader.byte() == 1) read_into(reader, identity.server.spki_pin.emplace());
    identity.name = to_string(reader.bytes());
    read_into(reader, identity.care_vault.bytes);
    read_into(reader, identity.private_vault.bytes);
    read_into(reader, identity.practice_vault.bytes);
    if (!keys.ok() || !reader.ok() || !reader.at_end()) return damaged;
    identity.keys = std::move(keys).value();
    return identity;
}

}  // namespace

Result<std::optional<Identity>> load_identity(store::Store& store) {
    TRY_ASSIGN(auto bytes, store.value(value_name));
    if (!bytes) return std::optional<Identity>();
    auto identity = read_identity(*bytes);
    trust::wipe(*bytes);
    if (!identity.ok()) return identity.error();
    return std::optional(std::move(identity).value());
}

Result<void> save_identity(store::Store& store, const Identity& identity) {
    Bytes bytes = write_identity(identity);
    auto saved = store.transaction([&]() -> Result<void> {
        TRY(store.set_value(value_name, bytes));
        if (store.device() == identity.keys.id) return {};
        return store.set_device(identity.keys.id);
    });
    trust::wipe(bytes);
    return saved;
}

}  // namespace evenkeel::client
