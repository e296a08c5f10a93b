#include "sync/client/members_next.h"

#include "sync/client/sync_turn.h"

namespace evenkeel::client {
namespace {

constexpr const char* wishes_value = "enrolment.removals";
constexpr std::size_t wish_bytes = 17;
constexpr std::int64_t fetch_ms_max = 60'000;

Result<void> keep_wishes(store::Store& store, const std::vector<RemovalWish>& wishes) {
    Bytes bytes;
    for (const RemovalWish& wish : wishes) {
        append(bytes, wish.device.view());
        bytes.push_back(wish.wipe ? 1 : 0);
    }
    return store.set_value(wishes_value, bytes);
}

}  // namespace

Result<trust::Cut> known_end(store::Store& store, const Identity& identity, VaultId vault,
                             DeviceId device) {
    store::SyncStore sync(store);
    trust::Cut end{.device = device};
    if (device == identity.keys.id) {
        TRY_ASSIGN(const auto row, sync.vault(vault));
        if (!row) return end;
        end.final_sequence = row->own_sequence;
        end.final_hash = row->own_head;
        return end;
    }
    // Sequences have no gaps: double the step until nothing is there, then halve it.
    std::uint64_t step = 1;
    bool growing = true;
    while (step > 0) {
        TRY_ASSIGN(const auto found, sync.envelope(vault, device, end.final_sequence + step));
        if (found) {
            end.final_sequence = found->sequence;
            end.final_hash = found->hash;
        } else {
            growing = false;
        }
        step = growing ? step * 2 : step / 2;
    }
    return end;
}

Result<Bytes> sign_next(Profile& profile, const Identity& identity, Keyring& keyring,
                        trust::VaultRoster draft) {
    const trust::VaultRoster* const old = keyring.roster(draft.vault);
    ASSERT(old != nullptr);
    TRY_ASSIGN(const trust::EpochKey key, keyring.epoch_key(draft.vault, old->number));
    draft.author = identity.keys.id;
    TRY_ASSIGN(const trust::BuiltVaultRoster built,
               trust::build_vault_roster(std::move(draft), &key, identity.keys.signing,
                                         profile.ports().random));
    TRY(trust::check_vault_roster(old, built.bytes, keyring.staff_chain(), {}));
    return built.bytes;
}

Result<bool> fetch_everything(Profile& profile, const Identity& identity, Transport& transport) {
    SyncTurn turn(profile, identity, transport);
    TRY_ASSIGN(const SyncReport report, turn.run_until_settled(fetch_ms_max));
    return report.state != SyncState::offline;
}

Result<std::vector<RemovalWish>> removal_wishes(store::Store& store) {
    TRY_ASSIGN(const auto kept, store.value(wishes_value));
    std::vector<RemovalWish> wishes;
    const ByteView bytes = kept ? ByteView(*kept) : ByteView{};
    for (std::size_t at = 0; at + wish_bytes <= bytes.size(); at += wish_bytes) {
        wishes.push_back(
            {.device = *DeviceId::from(bytes.subspan(at, 16)), .wipe = bytes[at + 16] != 0});
    }
    return wishes;
}

Result<void> add_removal_wish(store::Store& store, const RemovalWish& wish) {
    TRY_ASSIGN(auto wishes, removal_wishes(store));
    std::erase_if(wishes, [&](const RemovalWish& kept) { return kept.device == wish.device; });
    wishes.push_back(wish);
    return keep_wishes(store, wishes);
}

Result<void> drop_removal_wish(store::Store& store, DeviceId device) {
    TRY_ASSIGN(auto wishes, removal_wishes(store));
    std::erase_if(wishes, [&](const RemovalWish& kept) { return kept.device == device; });
    return keep_wishes(store, wishes);
}

}  // namespace evenkeel::client
