// Raw envelopes, and taking them back.
#include "core/store/envelope_table.h"
#include "core/store/outbox.h"
#include "core/store/sync_store.h"

namespace evenkeel::store {

using delta::Delta;

Result<std::vector<EnvelopeRow>> SyncStore::envelopes(VaultId id, std::uint64_t after_position,
                                                      std::size_t bytes_max) {
    TRY_ASSIGN(auto rows, store_.database().sql().query(
                              "SELECT v.id, e.author, e.sequence, e.position, e.hash, e.state, "
                              "e.bytes FROM vault v JOIN envelope e ON e.vault = v.number "
                              "WHERE v.id = ? AND e.position > 0 AND e.position > ? "
                              "ORDER BY e.position",
                              id, after_position));
    return read_envelopes(rows, bytes_max);
}

Result<std::optional<EnvelopeRow>> SyncStore::envelope(VaultId id, DeviceId author,
                                                       std::uint64_t sequence) {
    TRY_ASSIGN(auto rows, store_.database().sql().query(
                              "SELECT v.id, e.author, e.sequence, e.position, e.hash, e.state, "
                              "e.bytes FROM vault v JOIN envelope e ON e.vault = v.number "
                              "WHERE v.id = ? AND e.author = ? AND e.sequence = ?",
                              id, author, sequence));
    TRY_ASSIGN(auto found, read_envelopes(rows, 0));
    if (found.empty()) return std::optional<EnvelopeRow>();
    return std::optional(std::move(found.front()));
}

namespace {

struct Redaction {
    std::int64_t number = 0;
    std::int64_t vault = 0;
    std::int64_t entity = 0;
    std::uint32_t field = 0;
    bool late = false;
    std::int64_t after_row = 0;
};

Result<std::vector<Redaction>> read_redactions(Database& database) {
    TRY_ASSIGN(auto rows, database.sql().query("SELECT number, vault, entity, field, late, "
                                               "after_row FROM redaction ORDER BY number"));
    std::vector<Redaction> found;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back({.number = rows.integer(0),
                         .vault = rows.integer(1),
                         .entity = rows.integer(2),
                         .field = static_cast<std::uint32_t>(rows.integer(3)),
                         .late = rows.integer(4) != 0,
                         .after_row = rows.integer(5)});
    }
}

struct Holder {
    std::int64_t envelope = 0;
    std::vector<Content> contents;
};

// The envelopes of a vault in which some of the redacted values lie.
Result<std::vector<Holder>> find_holders(Database& database, const Redaction& redaction,
                                         const Delta& delta) {
    const auto is_redacted = [&](const Content& content) {
        return std::any_of(delta.redacted.begin(), delta.redacted.end(), [&](const auto& value) {
            const bool may_be_its = content.entity == 0 || content.entity == redaction.entity;
            return may_be_its && content.delta == value.ref.delta;
        });
    };
    TRY_ASSIGN(auto rows,
               database.sql().query("SELECT number, contents FROM envelope "
                                    "WHERE vault = ? AND state IN (?, ?)",
                                    redaction.vault, static_cast<int>(EnvelopeState::sealed),
                                    static_cast<int>(EnvelopeState::stored)));
    std::vector<Holder> holders;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return holders;
        TRY_ASSIGN(auto contents, decode_contents(rows.blob(1)));
        if (std::none_of(contents.begin(), contents.end(), is_redacted)) continue;
        holders.push_back({rows.integer(0), std::move(contents)});
    }
}

// What else lies in an envelope is re-issued by id before the envelope may be redacted.
Result<void> reissue_mates(Database& database, const VaultPlace& vault, const Holder& holder) {
    TRY(queue_contents_again(database, vault, holder.contents));
    TRY_ASSIGN(const auto row, newest_row(database));
    return database.sql().run(
        "INSERT INTO redaction_envelope VALUES (?1, ?2, ?3) "
        "ON CONFLICT DO UPDATE SET after_row = ?3",
        holder.envelope, vault.number, row);
}

// Values that came between the unsharing and now are kept privately before they are taken back as
// well: whoever unshared has not seen them. Says whether there were none, or all is confirmed.
Result<bool> nothing_came_since(Database& database, const RecordPlace& record, Entity& entity,
                                const Redaction& redaction) {
    if (redaction.late || !record.private_) return true;
    for (auto& delta : delta::reissue_shown(entity.log, record.own->type,
                                            delta::VaultType::private_, {redaction.field}, 0)) {
        entity.add_local(*record.private_, std::move(delta));
    }
    if (entity.queued.empty()) return true;
    TRY(save_entity(database, record, entity));
    TRY_ASSIGN(const auto row, newest_row(database));
    TRY(database.sql().run("UPDATE redaction SET after_row = ? WHERE number = ?", row,
                           redaction.number));
    return false;
}

Result<void> begin_redaction(Database& database, const Redaction& redaction) {
    TRY_ASSIGN(const auto vault, database.vault(redaction.vault));
    TRY_ASSIGN(const auto record, database.record(vault.record));
    if (record.private_) {
        TRY_ASSIGN(const bool confirmed,
                   confirmed_up_to(database, record.private_->number, redaction.after_row));
        if (!confirmed) return {};
    }
    TRY_ASSIGN(auto entity, load_entity(database, redaction.entity));
    TRY_ASSIGN(const bool is_due, nothing_came_since(database, record, entity, redaction));
    if (!is_due) return {};
    TRY(database.sql().run("DELETE FROM redaction WHERE number = ?", redaction.number));
    TRY_ASSIGN(const auto stamp, database.stamp());
    const std::uint32_t kind = entity.log.copies().front().delta.kind;
    const auto delta =
        redaction.late
            ? delta::late_redaction_delta(entity.log, entity.id, kind, redaction.field, stamp)
            : delta::redaction_delta(entity.log, entity.id, kind, redaction.field, stamp);
    if (!delta || delta->redacted.empty()) return {};
    entity.add_local(vault, *delta);
    TRY(save_entity(database, record, entity));
    TRY_ASSIGN(const auto holders, find_holders(database, redaction, *delta));
    for (const auto& holder : holders) TRY(reissue_mates(database, vault, holder));
    return {};
}

}  // namespace

Result<void> SyncStore::advance_redactions() {
    Database& database = store_.database();
    TRY_ASSIGN(const auto redactions, read_redactions(database));
    if (redactions.empty()) return {};
    return store_.transaction([&]() -> Result<void> {
        for (const auto& redaction : redactions) TRY(begin_redaction(database, redaction));
        return {};
    });
}

// CROSS JOIN keeps the planner on the few redactions; it would walk all envelopes in every turn.
Result<std::vector<SyncStore::EnvelopeName>> SyncStore::redactions_due() {
    Database& database = store_.database();
    TRY_ASSIGN(auto rows,
               database.sql().query(
                   "SELECT v.id, e.author, e.sequence, e.hash, v.number, r.after_row "
                   "FROM redaction_envelope r CROSS JOIN envelope e ON e.number = r.envelope "
                   "JOIN vault v ON v.number = r.vault WHERE e.position > 0 "
                   "ORDER BY e.position"));
    std::vector<EnvelopeName> due;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return due;
        TRY_ASSIGN(const bool confirmed,
                   confirmed_up_to(database, rows.integer(4), rows.integer(5)));
        if (!confirmed) continue;
        due.push_back({.vault = rows.id<VaultId>(0),
                       .author = rows.id<DeviceId>(1),
                       .sequence = rows.unsigned_integer(2),
                       .hash = rows.hash(3)});
    }
}

Result<void> SyncStore::redaction_sent(const EnvelopeName& name) {
    Database& database = store_.database();
    return store_.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto vault, database.vault(name.vault));
        TRY_ASSIGN(const auto found,
                   find_envelope(database, vault.number, name.author, name.sequence));
        if (!found) return {};
        return database.sql().run("DELETE FROM redaction_envelope WHERE envelope = ?",
                                  found->number);
    });
}

Result<void> SyncStore::apply_redaction(const EnvelopeName& name, ByteView stub) {
    Database& database = store_.database();
    return store_.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto vault, database.vault(name.vault));
        TRY(drop_parked(database, vault.number, name.author, name.sequence));
        return database.sql().run(
            "UPDATE envelope SET state = CASE state WHEN ? THEN ? ELSE ? END, "
            "bytes = ?, contents = zeroblob(0) "
            "WHERE vault = ? AND author = ? AND sequence = ?",
            static_cast<int>(EnvelopeState::refused), static_cast<int>(EnvelopeState::voided),
            static_cast<int>(EnvelopeState::redacted), stub, vault.number, name.author,
            name.sequence);
    });
}

}  // namespace evenkeel::store
