#include "sync/client/wiped.h"

#include "core/base/files.h"
#include "core/codec/byte_cursor.h"
#include "sync/client/enrolment_call.h"
#include "sync/client/members.h"
#include "sync/client/server_address.h"
#include "sync/wire/calls.h"

#include <sstream>

namespace evenkeel::client {
namespace {

constexpr const char* value_name = "members.wiped";
// An address, a pin and the word in hexadecimal.
constexpr std::size_t file_bytes_max = 2048;

std::string receipt_path(const std::string& directory) { return directory + "/wiped"; }

Result<std::map<DeviceId, Instant>> wiped_devices(store::Store& store) {
    std::map<DeviceId, Instant> wiped;
    TRY_ASSIGN(const auto bytes, store.value(value_name));
    if (!bytes) return wiped;
    codec::ByteReader reader(*bytes);
    while (!reader.at_end()) {
        const auto device = DeviceId::from(reader.raw(16));
        const auto ms = static_cast<std::int64_t>(reader.fixed());
        if (device) wiped[*device] = {ms};
    }
    if (!reader.ok()) return Error(ErrorCode::damaged, "The list of erased devices is damaged.");
    return wiped;
}

}  // namespace

Result<void> keep_wipe_receipt(store::Store& store, const std::string& directory, Instant now) {
    TRY_ASSIGN(const auto identity, load_identity(store));
    if (!identity) return {};
    const Bytes receipt =
        wire::sign_wipe_receipt({.root = identity->root, .device = identity->keys.id, .when = now},
                                identity->keys.signing.secret);
    const auto& pin = identity->server.spki_pin;
    const std::string text = print_server_url(identity->server) + "\n" +
                             (pin ? print_pin(*pin) : std::string()) + "\n" + to_hex(receipt) +
                             "\n";
    return write_whole_file(receipt_path(directory), as_bytes(text));
}

Result<void> forget_wipe_receipt(const std::string& directory) {
    return remove_file(receipt_path(directory));
}

Result<void> send_wipe_receipt(const std::string& directory, const Connect& connect) {
    const std::string path = receipt_path(directory);
    if (!Profile::is_erased(directory) || !file_exists(path)) return {};
    TRY_ASSIGN(const Bytes file, read_whole_file(path, file_bytes_max));
    std::istringstream lines{to_string(file)};
    std::string url, pin, receipt;
    std::getline(lines, url);
    std::getline(lines, pin);
    std::getline(lines, receipt);
    TRY_ASSIGN(const ServerAddress server, parse_server_url(url, pin));
    const auto bytes = from_hex(receipt);
    if (!bytes) return remove_file(path);
    const std::unique_ptr<Transport> transport = connect(server);
    TRY_ASSIGN(const wire::SimpleAnswer answer,
               unsigned_call(*transport, wire::encode(wire::WipedCall{*bytes})));
    // A server that knows nothing of it never will; only one that is busy is asked again.
    const bool is_busy = answer.status == static_cast<std::uint32_t>(wire::RefusalCode::quota);
    return is_busy ? Result<void>(refused_call(answer.status)) : remove_file(path);
}

Result<void> note_wiped(store::Store& store, const wire::WipeReceipt& receipt) {
    TRY_ASSIGN(auto wiped, wiped_devices(store));
    if (!wiped.emplace(receipt.device, receipt.when).second) return {};
    codec::ByteWriter writer;
    for (const auto& [device, when] : wiped) {
        writer.raw(device.view());
        writer.fixed(static_cast<std::uint64_t>(when.ms));
    }
    return store.set_value(value_name, std::move(writer).finish());
}

Result<std::vector<RemovedDevice>> removed_devices(Profile& profile) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const auto identity, load_identity(store));
    if (!identity) return Error(ErrorCode::refused, "This profile has not joined a practice yet.");
    TRY_ASSIGN(const Keyring keyring, Keyring::load(store, *identity));
    TRY_ASSIGN(const auto wiped, wiped_devices(store));
    TRY_ASSIGN(const auto vaults, store::SyncStore(store).vaults());
    std::map<DeviceId, RemovedDevice> found;
    for (const store::VaultRow& vault : vaults) {
        const trust::VaultRoster* const roster = keyring.roster(vault.id);
        if (roster == nullptr) continue;
        TRY_ASSIGN(const auto names, names_in(store, vault.record));
        for (const trust::Cut& cut : roster->cuts) {
            RemovedDevice& line = found[cut.device];
            line.device = cut.device;
            line.asked_to_erase = line.asked_to_erase || cut.wipe;
            const auto* const member = keyring.member(vault.id, cut.device);
            if (member != nullptr) line.user = member->user;
            const auto name = names.find(line.user);
            if (name != names.end()) line.name = name->second;
            const auto when = wiped.find(cut.device);
            if (when != wiped.end()) line.wiped = when->second;
        }
    }
    std::vector<RemovedDevice> lines;
    for (auto& [device, line] : found) lines.push_back(std::move(line));
    return lines;
}

}  // namespace evenkeel::client
