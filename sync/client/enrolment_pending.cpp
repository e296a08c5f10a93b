#include "sync/client/enrolment_pending.h"

#include "core/codec/byte_cursor.h"

namespace evenkeel::client {
namespace {

constexpr const char* pending_value = "enrolment.pending";
constexpr Byte layout_version = 2;

void write_list(codec::ByteWriter& writer, const std::vector<Bytes>& list) {
    writer.varint(list.size());
    for (const Bytes& block : list) writer.bytes(block);
}

std::vector<Bytes> read_list(codec::ByteReader& reader) {
    std::vector<Bytes> list;
    for (std::uint64_t left = reader.count(1); left > 0; --left) {
        list.push_back(to_bytes(reader.bytes()));
    }
    return list;
}

template <std::size_t size>
void read_array(codec::ByteReader& reader, ByteArray<size>& target) {
    const ByteView bytes = reader.raw(size);
    std::copy(bytes.begin(), bytes.end(), target.begin());
}

void write_server(codec::ByteWriter& writer, const ServerAddress& server) {
    writer.byte(static_cast<Byte>(server.transport));
    writer.varint(server.port);
    writer.bytes(as_bytes(server.host));
    writer.byte(server.spki_pin ? 1 : 0);
    if (server.spki_pin) writer.raw(*server.spki_pin);
}

ServerAddress read_server(codec::ByteReader& reader) {
    ServerAddress server;
    server.transport = static_cast<paper::LinkTransport>(reader.byte());
    server.port = static_cast<std::uint16_t>(reader.varint());
    server.host = to_string(reader.bytes());
    if (reader.byte() == 1) read_array(reader, server.spki_pin.emplace());
    return server;
}

Bytes pack(const PendingEnrolment& pending) {
    const Identity& identity = pending.identity;
    codec::ByteWriter writer;
    writer.byte(layout_version);
    writer.byte(static_cast<Byte>(pending.kind));
    writer.byte(static_cast<Byte>(identity.role));
    writer.byte(identity.confirmed ? 1 : 0);
    writer.raw(identity.user.view());
    writer.raw(trust::store_device_keys(identity.keys).view());
    writer.raw(identity.root);
    write_server(writer, identity.server);
    writer.bytes(as_bytes(identity.name));
    for (const VaultId& vault :
         {identity.care_vault, identity.private_vault, identity.practice_vault}) {
        writer.raw(vault.view());
    }
    writer.bytes(pending.call);
    write_list(writer, pending.staff_chain);
    write_list(writer, pending.first_rosters);
    writer.bytes(as_bytes(pending.practice_name));
    writer.bytes(as_bytes(pending.inviter_name));
    return std::move(writer).finish();
}

Result<PendingEnrolment> unpack(ByteView bytes) {
    codec::ByteReader reader(bytes);
    PendingEnrolment pending;
    Identity& identity = pending.identity;
    const Byte version = reader.byte();
    pending.kind = static_cast<PendingEnrolment::Kind>(reader.byte());
    identity.role = static_cast<Role>(reader.byte());
    identity.confirmed = reader.byte() == 1;
    read_array(reader, identity.user.bytes);
    auto keys = trust::parse_device_keys(reader.raw(trust::StoredDeviceKeys::size));
    read_array(reader, identity.root);
    identity.server = read_server(reader);
    identity.name = to_string(reader.bytes());
    for (VaultId* vault :
         {&identity.care_vault, &identity.private_vault, &identity.practice_vault}) {
        read_array(reader, vault->bytes);
    }
    pending.call = to_bytes(reader.bytes());
    pending.staff_chain = read_list(reader);
    pending.first_rosters = read_list(reader);
    pending.practice_name = to_string(reader.bytes());
    pending.inviter_name = to_string(reader.bytes());
    if (version != layout_version || !keys.ok() || !reader.ok() || !reader.at_end()) {
        return Error(ErrorCode::damaged, "What was kept of joining cannot be read.");
    }
    identity.keys = std::move(keys).value();
    return pending;
}

}  // namespace

Result<std::optional<PendingEnrolment>> load_pending(store::Store& store) {
    TRY_ASSIGN(auto bytes, store.value(pending_value));
    if (!bytes) return std::optional<PendingEnrolment>{};
    auto pending = unpack(*bytes);
    trust::wipe(*bytes);
    if (!pending.ok()) return pending.error();
    return std::optional(std::move(pending).value());
}

Result<void> keep_pending(store::Store& store, const PendingEnrolment& pending) {
    Bytes bytes = pack(pending);
    auto kept = store.set_value(pending_value, bytes);
    trust::wipe(bytes);
    return kept;
}

Result<void> drop_pending(store::Store& store) { return store.erase_value(pending_value); }

}  // namespace evenkeel::client
