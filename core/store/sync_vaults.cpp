// Vaults and rosters.
#include "core/store/database.h"
#include "core/store/sync_store.h"

namespace evenkeel::store {

namespace {

VaultRow read_vault(const sql::Statement& row) {
    return {.id = row.id<VaultId>(0),
            .type = static_cast<delta::VaultType>(row.integer(1)),
            .record = row.id<RecordId>(2),
            .cursor = row.unsigned_integer(3),
            .chain = row.hash(4),
            .own_sequence = row.unsigned_integer(5),
            .own_head = row.hash(6),
            .closed = row.integer(7) != 0};
}

Result<std::int64_t> record_number(Database& database, RecordId id) {
    TRY(database.sql().run("INSERT INTO record (id) VALUES (?) ON CONFLICT DO NOTHING", id));
    TRY_ASSIGN(const auto number,
               database.sql().number("SELECT number FROM record WHERE id = ?", id));
    return number.value_or(0);
}

}  // namespace

Result<std::vector<VaultRow>> SyncStore::vaults() {
    TRY_ASSIGN(auto rows, store_.database().sql().query(
                              "SELECT v.id, v.type, r.id, v.cursor, v.chain, v.own_sequence, "
                              "v.own_head, v.closed FROM vault v JOIN record r "
                              "ON r.number = v.record ORDER BY v.number"));
    std::vector<VaultRow> vaults;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return vaults;
        vaults.push_back(read_vault(rows));
    }
}

Result<std::optional<VaultRow>> SyncStore::vault(VaultId id) {
    TRY_ASSIGN(auto row, store_.database().sql().query(
                             "SELECT v.id, v.type, r.id, v.cursor, v.chain, v.own_sequence, "
                             "v.own_head, v.closed FROM vault v JOIN record r "
                             "ON r.number = v.record WHERE v.id = ?",
                             id));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return std::optional<VaultRow>();
    return std::optional(read_vault(row));
}

// A vault that is here already keeps its cursor and its chain: nothing is ever pulled or sealed
// twice because somebody joined again.
Result<void> SyncStore::add_vault(const VaultRow& row) {
    Database& database = store_.database();
    const Instant now = store_.context().clock.now();
    return store_.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto record, record_number(database, row.record));
        return database.sql().run(
            "INSERT INTO vault (id, type, record, cursor, chain, own_sequence, own_head, closed, "
            "added_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
            "ON CONFLICT (id) DO UPDATE SET closed = ?8",
            row.id, static_cast<int>(row.type), record, row.cursor, row.chain, row.own_sequence,
            row.own_head, row.closed ? 1 : 0, now.ms);
    });
}

Result<void> SyncStore::close_vault(VaultId id) {
    return store_.database().sql().run("UPDATE vault SET closed = 1 WHERE id = ?", id);
}

Result<void> SyncStore::put_roster(VaultId vault, std::uint32_t number, ByteView bytes) {
    return store_.database().sql().run(
        "INSERT INTO roster VALUES (?1, ?2, ?3) "
        "ON CONFLICT (vault, number) DO UPDATE SET bytes = ?3",
        vault, number, bytes);
}

Result<std::vector<Bytes>> SyncStore::rosters(VaultId vault) {
    TRY_ASSIGN(auto rows, store_.database().sql().query("SELECT bytes FROM roster "
                                                        "WHERE vault = ? ORDER BY number",
                                                        vault));
    std::vector<Bytes> found;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back(to_bytes(rows.blob(0)));
    }
}

Result<void> SyncStore::reset_cursor(VaultId id, std::uint64_t cursor, const Hash32& chain) {
    return store_.database().sql().run("UPDATE vault SET cursor = ?, chain = ? WHERE id = ?",
                                       cursor, chain, id);
}

}  // namespace evenkeel::store
