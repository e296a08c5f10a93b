// What the sync turn needs of the store: vaults, rosters, the outbox, raw envelopes, receipts.
//
// "Work pending" is always derived from rows (R10). Every function is one durable transaction, or
// joins the one it is called in.
#pragma once

#include "core/store/store.h"

#include <functional>

namespace evenkeel::store {

struct VaultRow {
    VaultId id;
    delta::VaultType type = delta::VaultType::care;
    RecordId record;                 // for a private vault its client's care vault, else itself
    std::uint64_t cursor = 0;        // the server's position up to which all was applied here
    Hash32 chain{};                  // the log's chain hash at `cursor`
    std::uint64_t own_sequence = 0;  // newest envelope this device sealed in this vault
    Hash32 own_head{};               // its hash
    bool closed = false;             // this device was removed, or the vault was erased
};

// An unsealed delta in the outbox; `row` names it when it is sealed.
struct OutboxItem {
    std::int64_t row = 0;
    delta::Delta delta;
};

enum class EnvelopeState { sealed, stored, refused, voided, redacted };

// A raw envelope as kept: own ones from sealing on, others from receiving on.
struct EnvelopeRow {
    VaultId vault;
    DeviceId author;
    std::uint64_t sequence = 0;
    std::uint64_t position = 0;  // the server's; 0 while none is known
    Hash32 hash{};
    EnvelopeState state = EnvelopeState::sealed;
    Bytes bytes;  // the envelope, or its stub after redaction
};

// One received envelope after the client verified, opened and decoded it.
struct Received {
    EnvelopeRow envelope;
    std::vector<delta::Delta> deltas;  // those the author's role may write
    struct Parked {
        Bytes bytes;
        std::string reason;  // a fixed sentence, safe to show and log
    };
    std::vector<Parked> parked;  // kept, shown and counted; tried again after an upgrade
};

struct ApplySummary {
    std::size_t deltas_applied = 0;
    std::size_t parked = 0;
    std::size_t quarantined = 0;     // dated too far ahead (R19); released when their time comes
    std::size_t deletions_held = 0;  // more than a person would do at once: asked first (R31)

    ApplySummary& operator+=(const ApplySummary& part) {
        deltas_applied += part.deltas_applied;
        parked += part.parked;
        quarantined += part.quarantined;
        deletions_held += part.deletions_held;
        return *this;
    }
};

class SyncStore {
public:
    explicit SyncStore(Store& store) : store_(store) {}

    // Vaults and rosters. Rosters are kept whole, as they travel; `vault` none: the staff roster.
    Result<std::vector<VaultRow>> vaults();
    Result<std::optional<VaultRow>> vault(VaultId id);
    Result<void> add_vault(const VaultRow& row);
    Result<void> close_vault(VaultId id);
    Result<void> put_roster(VaultId vault, std::uint32_t number, ByteView bytes);
    Result<std::vector<Bytes>> rosters(VaultId vault);  // ascending by number
    // The server is new or was restored: the cursor goes back; envelopes stay.
    Result<void> reset_cursor(VaultId id, std::uint64_t cursor, const Hash32& chain);

    // Outbox. Deltas come oldest first; those further ahead than the corrected time are re-stamped
    // before they are returned (R19). `after_row`: only those that wait behind this row.
    Result<std::vector<OutboxItem>> unsealed(VaultId vault, Instant server_time,
                                             std::size_t count_max, std::int64_t after_row = 0);
    Result<std::size_t> unsealed_count();
    // A server just told its time, and none of its receipts was recorded yet. What is stamped too
    // far ahead gets new stamps and goes out again, sealed or not; everything else made so far is
    // right for good.
    Result<void> judge_clock(Instant server_time);
    // Persists a sealed envelope and takes its deltas out of the outbox, in one transaction.
    Result<void> append_sealed(VaultId vault, const EnvelopeRow& envelope,
                               const std::vector<std::int64_t>& rows);
    // Envelopes of open vaults without a receipt: own ones, and others' that a restored server
    // lacks. At most `bytes_max` together (at least one), which the vaults share; oldest first
    // within each. `is_wanted` none: all.
    Result<std::vector<EnvelopeRow>> unsent(
        std::size_t bytes_max, const std::function<bool(const EnvelopeRow&)>& is_wanted = {});
    Result<std::size_t> unsent_count();
    // The server's receipt. Nothing may say "sent" before this returned. `author`: of an envelope
    // somebody else made and this device sent again (R30); none: this device's own.
    Result<void> record_receipt(VaultId vault, std::uint64_t sequence, std::uint64_t position,
                                std::optional<DeviceId> author = std::nullopt);
    // Refused for good: its deltas go back to the outbox to be re-issued by id (rule 10).
    Result<void> refuse(VaultId vault, std::uint64_t sequence, const std::string& reason);
    // Own entries not yet on the server: unsealed ones and those in unsent envelopes.
    Result<std::size_t> pending_entries();

    // Applies one page: raw envelopes, deltas, views and the cursor in one transaction (R9). A
    // delta already known is nothing new (R1). A field edited meanwhile is merged, not overwritten
    // (R22).
    Result<ApplySummary> apply_page(VaultId vault, std::vector<Received> page, std::uint64_t cursor,
                                    const Hash32& chain, Instant server_time);
    // Applies what was quarantined and is now due, and deletions the person confirmed.
    Result<ApplySummary> release_quarantined(Instant server_time);
    Result<void> answer_held_deletions(bool apply);
    Result<std::size_t> held_deletions();
    Result<std::size_t> quarantined_count();
    // When the last of them may be released; nothing if none waits.
    Result<std::optional<Instant>> quarantined_until();
    Result<std::vector<std::string>> parked_reasons();

    // Raw envelopes the server has, by position, after `after_position`; at least one if any.
    Result<std::vector<EnvelopeRow>> envelopes(VaultId vault, std::uint64_t after_position,
                                               std::size_t bytes_max);
    Result<std::optional<EnvelopeRow>> envelope(VaultId vault, DeviceId author,
                                                std::uint64_t sequence);
    // A restored or replaced server lacks these: they are sent again as they are (R30).
    Result<void> mark_for_resend(VaultId vault, std::uint64_t after_position);
    // A new identity for this device (clone or restored backup, R2, R3): what the server has not
    // confirmed goes back to the outbox, to be sealed by the new device.
    Result<void> adopt_new_device(DeviceId device);

    // Unsharing, step by step (rule 7). A redaction is due once the private copies have their
    // receipts; `begin_redaction` writes the care redaction and re-issues batch mates by id; when
    // those have receipts too, the old envelopes may be redacted on the server.
    struct EnvelopeName {
        VaultId vault;
        DeviceId author;
        std::uint64_t sequence = 0;
        Hash32 hash{};
    };
    Result<void> advance_redactions();
    Result<std::vector<EnvelopeName>> redactions_due();
    Result<void> redaction_sent(const EnvelopeName& name);
    // A redaction came with the log, or one of our own was accepted: the raw bytes are dropped,
    // with what was set aside of them; the stub stays. Also puts the stub of a refused envelope in
    // its place in the chain (rule 10).
    Result<void> apply_redaction(const EnvelopeName& name, ByteView stub);

    // Set aside (R37). What was set aside of an envelope is read again when members, keys or a
    // newer program may make more of it (R35); what that came to takes its place.
    Result<std::vector<EnvelopeName>> parked_envelopes();
    // The envelope, or its stub, with everything that was set aside of it.
    Result<Received> parked(const EnvelopeName& name);
    Result<ApplySummary> apply_again(Received again, Instant server_time);

private:
    Store& store_;
};

}  // namespace evenkeel::store
