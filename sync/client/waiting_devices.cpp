#include "sync/client/waiting_devices.h"

#include "core/codec/byte_cursor.h"

#include <algorithm>

namespace evenkeel::client {
namespace {

constexpr const char* value_name = "devices.waiting";
// Each answers an invite this person made in the last day; more would be a mistake or an attack.
constexpr std::size_t devices_max = 16;

struct Decided {
    WaitingDevice device;
    Entry entry = Entry::waits;
};

Result<std::vector<Decided>> load(store::Store& store) {
    TRY_ASSIGN(const auto bytes, store.value(value_name));
    std::vector<Decided> all;
    if (!bytes) return all;
    const auto text = [](ByteView view) { return to_string(view); };
    codec::ByteReader reader(*bytes);
    while (reader.ok() && !reader.at_end()) {
        Decided one;
        one.entry = static_cast<Entry>(reader.byte());
        one.device.invite = InviteId::from(reader.raw(16)).value_or(InviteId{});
        one.device.device = DeviceId::from(reader.raw(16)).value_or(DeviceId{});
        one.device.name = text(reader.bytes());
        one.device.safety_number = text(reader.bytes());
        if (reader.ok()) all.push_back(std::move(one));
    }
    return all;
}

Result<void> save(store::Store& store, const std::vector<Decided>& all) {
    codec::ByteWriter writer;
    for (const Decided& one : all) {
        writer.byte(static_cast<Byte>(one.entry));
        writer.raw(one.device.invite.view());
        writer.raw(one.device.device.view());
        writer.bytes(as_bytes(one.device.name));
        writer.bytes(as_bytes(one.device.safety_number));
    }
    return store.set_value(value_name, std::move(writer).finish());
}

Result<void> decide(store::Store& store, DeviceId device, Entry entry) {
    TRY_ASSIGN(auto all, load(store));
    const auto found = std::ranges::find_if(all, [&](const Decided& one) {
        return one.device.device == device && one.entry == Entry::waits;
    });
    if (found == all.end()) {
        return Error(ErrorCode::not_found, "No device of that id waits to be let in.");
    }
    found->entry = entry;
    return save(store, all);
}

}  // namespace

Result<std::vector<WaitingDevice>> waiting_devices(store::Store& store) {
    TRY_ASSIGN(const auto all, load(store));
    std::vector<WaitingDevice> waiting;
    for (const Decided& one : all) {
        if (one.entry == Entry::waits) waiting.push_back(one.device);
    }
    return waiting;
}

Result<void> let_in(store::Store& store, DeviceId device) {
    return decide(store, device, Entry::let_in);
}

Result<void> turn_away(store::Store& store, DeviceId device) {
    return decide(store, device, Entry::turned_away);
}

Result<Entry> entry_of(store::Store& store, const WaitingDevice& device) {
    TRY_ASSIGN(auto all, load(store));
    for (const Decided& one : all) {
        const bool same = one.device.invite == device.invite &&
                          one.device.device == device.device &&
                          one.device.safety_number == device.safety_number;
        if (same) return one.entry;
    }
    if (all.size() >= devices_max) {
        return Error(ErrorCode::refused, "Too many devices wait to be let in; decide about them.");
    }
    all.push_back({.device = device});
    TRY(save(store, all));
    return Entry::waits;
}

Result<void> forget_waiting(store::Store& store, const InviteId& invite) {
    TRY_ASSIGN(auto all, load(store));
    const auto gone =
        std::erase_if(all, [&](const Decided& one) { return one.device.invite == invite; });
    return gone == 0 ? Result<void>{} : save(store, all);
}

}  // namespace evenkeel::client
