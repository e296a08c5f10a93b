// The way out: unsealed, sealed, sent, confirmed, and the ways back.
#include "core/store/envelope_table.h"
#include "core/store/outbox.h"
#include "core/store/sync_store.h"
#include "core/store/wrong_clock.h"

#include <set>

namespace evenkeel::store {

namespace {

struct QueuedRow {
    std::int64_t row = 0;
    std::int64_t entity = 0;
    DeltaId delta = 0;
};

Result<std::vector<QueuedRow>> unsealed_rows(Database& database, std::int64_t vault,
                                             std::size_t count_max, std::int64_t after_row) {
    TRY_ASSIGN(auto rows, database.sql().query("SELECT row, entity, delta FROM outbox WHERE "
                                               "vault = ? AND sequence IS NULL AND row > ? "
                                               "ORDER BY row LIMIT ?",
                                               vault, after_row, count_max));
    std::vector<QueuedRow> found;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back({rows.integer(0), rows.integer(1), rows.unsigned_integer(2)});
    }
}

// Seals one row; one that is gone or moved to another vault meanwhile must not be sealed.
Result<Content> seal_row(Database& database, std::int64_t vault, std::int64_t row,
                         std::uint64_t sequence) {
    Content content;
    {
        TRY_ASSIGN(auto found,
                   database.sql().query("SELECT entity, delta FROM outbox WHERE row = ? "
                                        "AND vault = ? AND sequence IS NULL",
                                        row, vault));
        TRY_ASSIGN(const bool waits, found.step());
        if (!waits) {
            return Error(
                ErrorCode::refused,
                "An entry changed while it was being sealed; it is sealed again next time.");
        }
        content = {found.integer(0), found.unsigned_integer(1)};
    }
    // Two statements: RETURNING would make a table for its one row.
    TRY(
        database.sql().run("UPDATE outbox SET sequence = ?, sealed_before = 1, elsewhere = NULL "
                           "WHERE row = ?",
                           sequence, row));
    return content;
}

// Those that may still be written to and have something unsent, the one that waits longest first.
Result<std::vector<std::int64_t>> unsent_vaults(Database& database) {
    TRY_ASSIGN(auto rows,
               database.sql().query("SELECT e.vault FROM envelope e JOIN vault v "
                                    "ON v.number = e.vault WHERE e.position = 0 AND e.state <> ? "
                                    "AND v.closed = 0 GROUP BY e.vault ORDER BY min(e.number)",
                                    static_cast<int>(EnvelopeState::refused)));
    std::vector<std::int64_t> vaults;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return vaults;
        vaults.push_back(rows.integer(0));
    }
}

// Of an envelope this device wrote.
Result<std::vector<Content>> contents_of(Database& database, std::int64_t vault,
                                         std::uint64_t sequence) {
    TRY_ASSIGN(auto row, database.sql().query("SELECT contents FROM envelope WHERE vault = ? "
                                              "AND author = ? AND sequence = ?",
                                              vault, database.device(), sequence));
    TRY_ASSIGN(const bool found, row.step());
    return found ? decode_contents(row.blob(0)) : std::vector<Content>();
}

// The entities in own envelopes that wait although nothing of them is in the outbox.
Result<std::set<std::int64_t>> resent_entities(Database& database) {
    TRY_ASSIGN(auto rows,
               database.sql().query("SELECT contents FROM envelope WHERE position = 0 "
                                    "AND author = ? AND state = ? AND NOT EXISTS (SELECT 1 "
                                    "FROM outbox o WHERE o.vault = envelope.vault "
                                    "AND o.sequence = envelope.sequence)",
                                    database.device(), static_cast<int>(EnvelopeState::sealed)));
    std::set<std::int64_t> entities;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return entities;
        TRY_ASSIGN(const auto contents, decode_contents(rows.blob(0)));
        for (const Content& content : contents) entities.insert(content.entity);
    }
}

}  // namespace

Result<std::vector<OutboxItem>> SyncStore::unsealed(VaultId id, Instant server_time,
                                                    std::size_t count_max, std::int64_t after_row) {
    Database& database = store_.database();
    std::vector<OutboxItem> items;
    const auto read = [&]() -> Result<void> {
        TRY_ASSIGN(const auto vault, database.vault(id));
        TRY(restamp_ahead(database, server_time));
        TRY_ASSIGN(const auto rows, unsealed_rows(database, vault.number, count_max, after_row));
        Entity entity;
        for (const auto& row : rows) {
            if (entity.number != row.entity) {
                TRY_ASSIGN(entity, load_entity(database, row.entity));
            }
            const auto* found = entity.find(row.delta, vault.type);
            if (found == nullptr) {
                return Error(ErrorCode::damaged, "An entry that waits to be sent is missing.");
            }
            items.push_back({.row = row.row, .delta = *found});
        }
        return {};
    };
    TRY(store_.transaction(read));
    return items;
}

Result<void> SyncStore::judge_clock(Instant server_time) {
    Database& database = store_.database();
    return store_.transaction([&]() -> Result<void> {
        TRY(restamp_ahead(database, server_time));
        return accept_clock(database, server_time);
    });
}

Result<std::size_t> SyncStore::unsealed_count() {
    TRY_ASSIGN(const auto count,
               store_.database().sql().number(
                   "SELECT count(*) FROM outbox JOIN vault ON vault.number = outbox.vault "
                   "WHERE sequence IS NULL AND closed = 0"));
    return static_cast<std::size_t>(count.value_or(0));
}

Result<void> SyncStore::append_sealed(VaultId id, const EnvelopeRow& envelope,
                                      const std::vector<std::int64_t>& rows) {
    Database& database = store_.database();
    return store_.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto vault, database.vault(id));
        std::vector<Content> contents;
        for (const auto row : rows) {
            TRY_ASSIGN(const auto content,
                       seal_row(database, vault.number, row, envelope.sequence));
            contents.push_back(content);
        }
        TRY(insert_envelope(database, vault.number, envelope, contents));
        return database.sql().run(
            "UPDATE vault SET own_sequence = ?, own_head = ? "
            "WHERE number = ?",
            envelope.sequence, envelope.hash, vault.number);
    });
}

// A refused one is not sent again; its stub is, once it took its place. The room left is shared
// among the vaults left, so that none can keep the others waiting.
Result<std::vector<EnvelopeRow>> SyncStore::unsent(
    std::size_t bytes_max, const std::function<bool(const EnvelopeRow&)>& is_wanted) {
    Database& database = store_.database();
    TRY_ASSIGN(const auto vaults, unsent_vaults(database));
    std::vector<EnvelopeRow> found;
    std::size_t left = bytes_max;
    for (std::size_t i = 0; i < vaults.size(); ++i) {
        const std::size_t share = left / (vaults.size() - i);
        TRY_ASSIGN(auto rows,
                   database.sql().query(
                       "SELECT v.id, e.author, e.sequence, e.position, e.hash, e.state, "
                       "e.bytes FROM envelope e JOIN vault v ON v.number = e.vault "
                       "WHERE e.position = 0 AND e.state <> ? AND e.vault = ? ORDER BY e.number",
                       static_cast<int>(EnvelopeState::refused), vaults[i]));
        std::size_t used = 0;
        while (true) {
            TRY_ASSIGN(const bool more, rows.step());
            if (!more) break;
            EnvelopeRow row = read_envelope(rows);
            if (is_wanted && !is_wanted(row)) continue;
            if (used + row.bytes.size() > share && !found.empty()) break;
            used += row.bytes.size();
            found.push_back(std::move(row));
        }
        left -= std::min(used, left);
    }
    return found;
}

Result<std::size_t> SyncStore::unsent_count() {
    TRY_ASSIGN(const auto count,
               store_.database().sql().number("SELECT count(*) FROM envelope WHERE position = 0 "
                                              "AND state <> ?",
                                              static_cast<int>(EnvelopeState::refused)));
    return static_cast<std::size_t>(count.value_or(0));
}

Result<void> SyncStore::record_receipt(VaultId id, std::uint64_t sequence, std::uint64_t position,
                                       std::optional<DeviceId> author) {
    Database& database = store_.database();
    return store_.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto vault, database.vault(id));
        return confirm_envelope(database, vault.number, author.value_or(store_.device()), sequence,
                                position);
    });
}

Result<void> SyncStore::refuse(VaultId id, std::uint64_t sequence, const std::string& reason) {
    Database& database = store_.database();
    return store_.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto vault, database.vault(id));
        TRY(
            database.sql().run("UPDATE envelope SET state = ?, reason = ? "
                               "WHERE vault = ? AND author = ? AND sequence = ?",
                               static_cast<int>(EnvelopeState::refused), reason, vault.number,
                               store_.device(), sequence));
        TRY(
            database.sql().run("UPDATE outbox SET sequence = NULL "
                               "WHERE vault = ? AND sequence = ?",
                               vault.number, sequence));
        // One that an earlier server had confirmed has no rows in the outbox any more.
        TRY_ASSIGN(const auto contents, contents_of(database, vault.number, sequence));
        return queue_contents_again(database, vault, contents);
    });
}

// What a lost server had confirmed has left the outbox, and lies in envelopes that wait again. What
// belongs to a record that ended for this device counts too: it is on this device only.
Result<std::size_t> SyncStore::pending_entries() {
    Database& database = store_.database();
    TRY_ASSIGN(auto resent, resent_entities(database));
    if (resent.empty()) {
        TRY_ASSIGN(const auto count,
                   database.sql().number("SELECT count(DISTINCT entity) FROM outbox"));
        return static_cast<std::size_t>(count.value_or(0));
    }
    TRY_ASSIGN(auto rows, database.sql().query("SELECT DISTINCT entity FROM outbox"));
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return resent.size();
        resent.insert(rows.integer(0));
    }
}

Result<void> SyncStore::mark_for_resend(VaultId id, std::uint64_t after_position) {
    Database& database = store_.database();
    TRY_ASSIGN(const auto vault, database.vault(id));
    return database.sql().run(
        "UPDATE envelope SET position = 0, state = CASE state WHEN ? THEN ? "
        "ELSE state END WHERE vault = ? AND position > 0 AND position > ?",
        static_cast<int>(EnvelopeState::stored), static_cast<int>(EnvelopeState::sealed),
        vault.number, after_position);
}

// Envelopes the server never confirmed under the old name are dropped: it may hold others under the
// same numbers. Their deltas stay, and go out again by id.
Result<void> SyncStore::adopt_new_device(DeviceId device) {
    Database& database = store_.database();
    return store_.transaction([&]() -> Result<void> {
        // Nobody else saw them, so no removal has to be told either.
        TRY(
            database.sql().run("DELETE FROM redaction_envelope WHERE envelope IN "
                               "(SELECT e.number FROM envelope e JOIN outbox o ON "
                               "o.vault = e.vault AND o.sequence = e.sequence "
                               "WHERE e.author = ? AND e.position = 0)",
                               store_.device()));
        TRY(
            database.sql().run("DELETE FROM envelope WHERE author = ? AND position = 0 AND EXISTS "
                               "(SELECT 1 FROM outbox o WHERE o.vault = envelope.vault "
                               "AND o.sequence = envelope.sequence)",
                               store_.device()));
        TRY(database.sql().run("UPDATE outbox SET sequence = NULL WHERE sequence IS NOT NULL"));
        TRY(database.sql().run("UPDATE vault SET own_sequence = 0, own_head = zeroblob(32)"));
        return database.set_device(device);
    });
}

}  // namespace evenkeel::store
