#include "sync/client/parked.h"

#include "core/codec/understanding.h"
#include "sync/client/opening.h"
#include "sync/client/server_clock.h"

namespace evenkeel::client {

Result<store::ApplySummary> read_parked_again(store::Store& store, const Identity& identity,
                                              Keyring& keyring, Instant server_time) {
    store::SyncStore sync(store);
    store::ApplySummary total;
    TRY_ASSIGN(const auto names, sync.parked_envelopes());
    for (const auto& name : names) {
        TRY_ASSIGN(const auto vault, sync.vault(name.vault));
        if (!vault) continue;
        TRY_ASSIGN(const auto before, sync.parked(name));
        LogReader reader(store, identity, keyring, *vault);
        TRY_ASSIGN(auto after, reader.again(before));
        TRY_ASSIGN(const auto applied, sync.apply_again(std::move(after), server_time));
        total += applied;
    }
    return total;
}

Result<void> read_after_upgrade(store::Store& store, Instant now) {
    const Bytes understood = codec::understanding();
    TRY_ASSIGN(const auto before, store.value(understanding_value));
    if (before == understood) return {};
    return store.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto identity, load_identity(store));
        if (identity) {
            TRY_ASSIGN(auto keyring, Keyring::load(store, *identity));
            TRY_ASSIGN(const auto clock, ServerClock::load(store));
            TRY(read_parked_again(store, *identity, keyring, clock.corrected(now)));
            TRY(store.rebuild_views());
        }
        return store.set_value(understanding_value, understood);
    });
}

}  // namespace evenkeel::client
