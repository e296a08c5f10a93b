#include "sync/client/sealing.h"

#include "core/codec/batch.h"
#include "core/codec/fields.h"
#include "sync/client/own_devices.h"
#include "sync/trust/envelope.h"

namespace evenkeel::client {
namespace {

// Read at once: what fills an envelope or two, in well under a megabyte. Whoever was offline for
// years has ten thousand waiting, on a cheap phone.
constexpr std::size_t deltas_per_read = 1'024;

// Seals the deltas of one vault, one envelope after the other.
class VaultSealer {
public:
    VaultSealer(store::Store& store, const Identity& identity, const store::VaultRow& vault,
                const trust::VaultRoster& roster, const trust::EpochKey& key)
        : random_(store.context().random),
          sync_(store),
          identity_(identity),
          vault_(vault),
          roster_(roster),
          key_(key),
          writer_(identity.keys.id, trust::envelope_plain_bytes_max) {}

    // Takes deltas until the sealed envelopes have `bytes_max`. What is left half full is sealed
    // only when nothing more waits behind it, so that a long outbox fills its envelopes.
    Result<Sealed> seal(Instant server_time, std::size_t bytes_max) {
        std::int64_t last_row = 0;
        for (;;) {
            TRY_ASSIGN(const auto items,
                       sync_.unsealed(vault_.id, server_time, deltas_per_read, last_row));
            for (const store::OutboxItem& item : items) {
                TRY(add(item));
                if (bytes_ >= bytes_max) return result_;
            }
            if (items.size() < deltas_per_read) {
                if (!rows_.empty()) TRY(close());
                return result_;
            }
            last_row = items.back().row;
        }
    }

private:
    Result<void> add(const store::OutboxItem& item) {
        if (!writer_.add(item.delta, codec::is_shareable_field)) {
            if (!rows_.empty()) TRY(close());
            if (!writer_.add(item.delta, codec::is_shareable_field)) {
                ++result_.too_large;
                return {};
            }
        }
        rows_.push_back(item.row);
        return {};
    }

    Result<void> close() {
        const trust::EnvelopeHeader header{.vault = vault_.id,
                                           .author = identity_.keys.id,
                                           .epoch = roster_.number,
                                           .sequence = vault_.own_sequence + 1,
                                           .previous = vault_.own_head,
                                           .roster_hash = roster_.hash};
        TRY_ASSIGN(Bytes bytes, trust::seal_envelope(header, key_, identity_.keys.signing.secret,
                                                     writer_.finish(), random_));
        TRY_ASSIGN(const trust::EnvelopeView view, trust::parse_envelope(bytes));
        store::EnvelopeRow row{.vault = vault_.id,
                               .author = header.author,
                               .sequence = header.sequence,
                               .hash = trust::envelope_hash(view)};
        bytes_ += bytes.size();
        row.bytes = std::move(bytes);
        TRY(sync_.append_sealed(vault_.id, row, rows_));
        vault_.own_sequence = row.sequence;
        vault_.own_head = row.hash;
        rows_.clear();
        ++result_.envelopes;
        return {};
    }

    Random& random_;
    store::SyncStore sync_;
    const Identity& identity_;
    store::VaultRow vault_;
    const trust::VaultRoster& roster_;
    const trust::EpochKey& key_;
    codec::BatchWriter writer_;
    std::vector<std::int64_t> rows_;  // those in `writer_`
    std::size_t bytes_ = 0;
    Sealed result_;
};

}  // namespace

Result<Sealed> seal_outbox(store::Store& store, const Identity& identity, Keyring& keyring,
                           Instant server_time, std::size_t bytes_max) {
    store::SyncStore sync(store);
    TRY_ASSIGN(const std::size_t waiting, sync.unsealed_count());
    Sealed total;
    if (waiting == 0) return total;
    const auto seal = [&]() -> Result<void> {
        TRY_ASSIGN(const auto vaults, sync.vaults());
        for (const store::VaultRow& vault : vaults) {
            TRY_ASSIGN(const auto first, sync.unsealed(vault.id, server_time, 1));
            if (first.empty()) continue;
            const trust::VaultRoster* const roster = keyring.roster(vault.id);
            const bool is_member = roster != nullptr && !vault.closed && !roster->terminal &&
                                   roster->member(identity.keys.id) != nullptr;
            const bool is_open_to_others = is_member && roster->type == trust::VaultType::notes &&
                                           !is_own_notes(keyring, *roster, identity.keys.id);
            const auto key = is_member && !is_open_to_others
                                 ? keyring.epoch_key(vault.id, roster->number)
                                 : Error(ErrorCode::refused, "This device is no member.");
            if (!key.ok()) {
                ++total.locked_out;
                continue;
            }
            VaultSealer sealer(store, identity, vault, *roster, key.value());
            TRY_ASSIGN(const Sealed sealed, sealer.seal(server_time, bytes_max));
            total.envelopes += sealed.envelopes;
            total.too_large += sealed.too_large;
        }
        return {};
    };
    TRY(store.transaction(seal));
    return total;
}

}  // namespace evenkeel::client
