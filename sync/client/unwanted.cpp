#include "sync/client/unwanted.h"

#include "core/codec/byte_cursor.h"

namespace evenkeel::client {
namespace {

constexpr const char* value_name = "sync.unwanted";

Result<void> save(store::Store& store, const Unwanted& all) {
    if (all.empty()) return store.erase_value(value_name);
    codec::ByteWriter writer;
    for (const auto& [name, sequence] : all) {
        writer.raw(name.first.view());
        writer.raw(name.second.view());
        writer.varint(sequence);
    }
    return store.set_value(value_name, std::move(writer).finish());
}

}  // namespace

Result<Unwanted> load_unwanted(store::Store& store) {
    Unwanted all;
    TRY_ASSIGN(const auto bytes, store.value(value_name));
    if (!bytes) return all;
    codec::ByteReader reader(*bytes);
    while (!reader.at_end()) {
        const auto vault = VaultId::from(reader.raw(16));
        const auto author = DeviceId::from(reader.raw(16));
        const std::uint64_t sequence = reader.varint();
        if (vault && author) all[{*vault, *author}] = sequence;
    }
    if (!reader.ok()) return Error(ErrorCode::damaged, "The list of refused items is damaged.");
    return all;
}

Result<bool> add_unwanted(store::Store& store, VaultId vault, DeviceId author,
                          std::uint64_t sequence) {
    TRY_ASSIGN(auto all, load_unwanted(store));
    const auto [known, is_new] = all.emplace(std::pair(vault, author), sequence);
    if (!is_new && known->second <= sequence) return false;
    known->second = sequence;
    TRY(save(store, all));
    return true;
}

Result<void> forget_unwanted(store::Store& store, std::optional<VaultId> vault) {
    TRY_ASSIGN(auto all, load_unwanted(store));
    const auto gone =
        std::erase_if(all, [&](const auto& one) { return !vault || one.first.first == *vault; });
    return gone == 0 ? Result<void>() : save(store, all);
}

}  // namespace evenkeel::client
