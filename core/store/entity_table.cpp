#include "core/store/entity_table.h"

#include "core/codec/entity_log.h"
#include "core/store/outbox.h"
#include "core/store/projection.h"

namespace evenkeel::store {

namespace {

// Bits of entity_view.flags; their values are in files and never change.
enum Flag : std::int64_t {
    flag_deleted = 1,
    flag_conflict = 2,
    flag_deletion_differs = 4,
    flag_edited = 8,
    flag_has_private = 16,
    flag_has_shared = 32,
};

std::int64_t flags_of(const EntityRow& row) {
    std::int64_t flags = 0;
    if (row.deleted) flags |= flag_deleted;
    if (row.conflict) flags |= flag_conflict;
    if (row.deletion_differs) flags |= flag_deletion_differs;
    if (row.edited) flags |= flag_edited;
    if (row.has_private) flags |= flag_has_private;
    if (row.has_shared) flags |= flag_has_shared;
    return flags;
}

// Columns: id, kind, day, instant, subject, flags, origin, created, fragment.
EntityRow read_row(RecordId record, const sql::Statement& from) {
    EntityRow row{.record = record, .id = from.id<EntityId>(0)};
    row.kind = static_cast<std::uint32_t>(from.integer(1));
    if (!from.is_null(2)) row.day = Day{static_cast<std::int32_t>(from.integer(2))};
    if (!from.is_null(3)) row.instant = Instant{from.integer(3)};
    if (!from.is_null(4)) row.subject = from.id<EntityId>(4);
    const std::int64_t flags = from.integer(5);
    row.deleted = (flags & flag_deleted) != 0;
    row.conflict = (flags & flag_conflict) != 0;
    row.deletion_differs = (flags & flag_deletion_differs) != 0;
    row.edited = (flags & flag_edited) != 0;
    row.has_private = (flags & flag_has_private) != 0;
    row.has_shared = (flags & flag_has_shared) != 0;
    row.origin = from.id<DeviceId>(6);
    row.stamp = from.unsigned_integer(7);
    row.created = {delta::stamp_ms(row.stamp)};
    row.fragment = to_bytes(from.blob(8));
    return row;
}

}  // namespace

void Entity::add_local(const VaultPlace& vault, delta::Delta delta) {
    const DeltaId added = delta.id;
    const delta::Delta* const here = find(added, vault.type);
    Queued entry{.vault = vault.number, .delta = added};
    if (here != nullptr) entry.before = *here;
    if (log.add({vault.type, std::move(delta)})) queued.push_back(std::move(entry));
}

const delta::Delta* Entity::find(DeltaId wanted, delta::VaultType vault) const {
    for (const auto& copy : log.copies()) {
        if (copy.delta.id == wanted && copy.vault == vault) return &copy.delta;
    }
    return nullptr;
}

void Entity::replace(delta::VaultType vault, delta::Delta delta) {
    log.remove(delta.id, vault);
    log.add({vault, std::move(delta)});
}

Result<Entity> load_entity(Database& database, std::int64_t record, EntityId id) {
    TRY_ASSIGN(auto row, database.sql().query("SELECT number, copies FROM entity_log "
                                              "WHERE id = ? AND record = ?",
                                              id, record));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return Entity{.id = id};
    TRY_ASSIGN(auto log, codec::decode_log(row.blob(1), id));
    return Entity{.number = row.integer(0), .id = id, .log = std::move(log)};
}

Result<Entity> load_entity(Database& database, std::int64_t number) {
    TRY_ASSIGN(auto row,
               database.sql().query("SELECT id, copies FROM entity_log WHERE number = ?", number));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return Error(ErrorCode::damaged, "An entry that is waiting to be sent is missing.");
    const auto id = row.id<EntityId>(0);
    TRY_ASSIGN(auto log, codec::decode_log(row.blob(1), id));
    return Entity{.number = number, .id = id, .log = std::move(log)};
}

namespace {

Result<void> save_log(Database& database, const RecordPlace& record, Entity& entity) {
    const Bytes copies = codec::encode_log(entity.log);
    if (entity.number != 0) {
        return database.sql().run("UPDATE entity_log SET copies = ? WHERE number = ?", copies,
                                  entity.number);
    }
    TRY(database.sql().run("INSERT INTO entity_log (record, id, copies) VALUES (?, ?, ?)",
                           record.number, entity.id, copies));
    entity.number = database.sql().last_row();
    return {};
}

Result<std::vector<DeltaId>> unsent_deltas(Database& database, std::int64_t entity) {
    TRY_ASSIGN(auto rows,
               database.sql().query("SELECT delta FROM outbox WHERE entity = ?", entity));
    std::vector<DeltaId> found;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back(rows.unsigned_integer(0));
    }
}

Result<void> save_view(Database& database, const RecordPlace& record, const Entity& entity) {
    const auto projection = project(record.id, entity.id, entity.log);
    if (!projection) {
        return database.sql().run("DELETE FROM entity_view WHERE number = ?", entity.number);
    }
    const EntityRow& row = projection->row;
    return database.sql().run(
        "INSERT INTO entity_view VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) "
        "ON CONFLICT (number) DO UPDATE SET kind = ?4, day = ?5, instant = ?6, subject = ?7, "
        "flags = ?8, origin = ?9, created = ?10, deleted_ms = ?11, fragment = ?12",
        entity.number, record.number, entity.id, row.kind, row.day, row.instant, row.subject,
        flags_of(row), row.origin, row.stamp, projection->deleted_at, row.fragment);
}

Result<std::vector<EntityRow>> read_rows(const RecordPlace& record, sql::Statement rows) {
    std::vector<EntityRow> found;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back(read_row(record.id, rows));
    }
}

}  // namespace

Result<void> save_entity(Database& database, const RecordPlace& record, Entity& entity) {
    TRY_ASSIGN(const auto unsent, unsent_deltas(database, entity.number));
    entity.log = without_redacted_bytes(std::move(entity.log), record.private_.has_value(), unsent);
    TRY(save_log(database, record, entity));
    for (const auto& queued : entity.queued) {
        TRY(queue(database, entity.number, queued));
    }
    entity.queued.clear();
    return save_view(database, record, entity);
}

Result<std::optional<EntityRow>> find_row(Database& database, const RecordPlace& record,
                                          EntityId id) {
    TRY_ASSIGN(auto row, database.sql().query("SELECT v.id, v.kind, v.day, v.instant, v.subject, "
                                              "v.flags, v.origin, v.created, v.fragment "
                                              "FROM entity_log l JOIN entity_view v "
                                              "ON v.number = l.number "
                                              "WHERE l.id = ? AND l.record = ?",
                                              id, record.number));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return std::optional<EntityRow>();
    return std::optional(read_row(record.id, row));
}

// Puts the few conditions that were asked for into one text. Days are read through the index on
// (record, kind, day); without a kind, the kinds that occur are found by hopping through that
// index.
Result<std::vector<EntityRow>> list_rows(Database& database, const RecordPlace& record,
                                         const ListQuery& query) {
    std::string text =
        "SELECT id, kind, day, instant, subject, flags, origin, created, fragment "
        "FROM entity_view WHERE record = ?1";
    const bool by_day = query.day_from || query.day_to;
    if (query.subject) text += " AND subject = ?3";
    if (query.kind) {
        // The plus keeps the planner on the index of subjects, which finds few rows.
        text += query.subject ? " AND +kind = ?4" : " AND kind = ?4";
    } else if (by_day && !query.subject) {
        text +=
            " AND kind IN (WITH RECURSIVE present (kind) AS ("
            "SELECT min(kind) FROM entity_view WHERE record = ?1 UNION ALL "
            "SELECT (SELECT min(kind) FROM entity_view "
            "WHERE record = ?1 AND kind > present.kind) "
            "FROM present WHERE present.kind IS NOT NULL) SELECT kind FROM present)";
    }
    if (query.day_from) text += " AND day >= ?5";
    if (query.day_to) text += " AND day <= ?6";
    if (!query.with_deleted) text += " AND deleted_ms IS NULL";
    text += query.newest_first
                ? " ORDER BY day DESC, instant DESC, created >> 16 DESC, id DESC LIMIT ?2"
                : " ORDER BY day, instant, created >> 16, id LIMIT ?2";
    TRY_ASSIGN(auto rows, database.sql().query_built(text));
    using sql::Lifetime;
    rows.bind(1, record.number, Lifetime::copied);
    rows.bind(2, query.count_max, Lifetime::copied);
    if (query.subject) rows.bind(3, *query.subject, Lifetime::copied);
    if (query.kind) rows.bind(4, static_cast<std::uint32_t>(*query.kind), Lifetime::copied);
    if (query.day_from) rows.bind(5, query.day_from->number, Lifetime::copied);
    if (query.day_to) rows.bind(6, query.day_to->number, Lifetime::copied);
    return read_rows(record, std::move(rows));
}

Result<std::vector<EntityRow>> list_deleted(Database& database, const RecordPlace& record,
                                            Instant since) {
    TRY_ASSIGN(auto rows,
               database.sql().query("SELECT id, kind, day, instant, subject, flags, origin, "
                                    "created, fragment FROM entity_view WHERE record = ? "
                                    "AND deleted_ms >= ? ORDER BY deleted_ms DESC, id",
                                    record.number, since.ms));
    return read_rows(record, std::move(rows));
}

// Two index counts; reading the rows themselves would take as long as the page being applied.
Result<std::int64_t> count_live(Database& database, std::int64_t record) {
    TRY_ASSIGN(const auto all,
               database.sql().number("SELECT count(*) FROM entity_view WHERE record = ?", record));
    TRY_ASSIGN(const auto deleted,
               database.sql().number("SELECT count(*) FROM entity_view "
                                     "WHERE record = ? AND deleted_ms IS NOT NULL",
                                     record));
    return all.value_or(0) - deleted.value_or(0);
}

Result<void> rebuild_all(Database& database) {
    TRY(database.sql().run("DELETE FROM entity_view"));
    TRY_ASSIGN(auto records, database.sql().query("SELECT id FROM record"));
    while (true) {
        TRY_ASSIGN(const bool more, records.step());
        if (!more) return {};
        TRY_ASSIGN(const auto record, database.find_record(records.id<RecordId>(0)));
        TRY_ASSIGN(auto rows, database.sql().query("SELECT number, id, copies FROM entity_log "
                                                   "WHERE record = ?",
                                                   record->number));
        while (true) {
            TRY_ASSIGN(const bool another, rows.step());
            if (!another) break;
            Entity entity{.number = rows.integer(0), .id = rows.id<EntityId>(1)};
            TRY_ASSIGN(entity.log, codec::decode_log(rows.blob(2), entity.id));
            TRY(save_view(database, *record, entity));
        }
    }
}

Result<std::string> describe_all(Database& database) {
    TRY_ASSIGN(auto rows,
               database.sql().query("SELECT v.id, v.kind, v.day, v.instant, v.subject, v.flags, "
                                    "v.origin, v.created, v.fragment, r.id, v.deleted_ms "
                                    "FROM entity_view v JOIN record r ON r.number = v.record "
                                    "ORDER BY r.id, v.id"));
    std::string text;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return text;
        const EntityRow row = read_row(rows.id<RecordId>(9), rows);
        text += to_hex(row.record) + " " + to_hex(row.id) + " kind " + std::to_string(row.kind);
        if (row.day) text += " day " + std::to_string(row.day->number);
        if (row.instant) text += " at " + std::to_string(row.instant->ms);
        if (row.subject) text += " about " + to_hex(*row.subject);
        text += " flags " + std::to_string(flags_of(row)) + " by " + to_hex(row.origin);
        text += " stamp " + std::to_string(row.stamp);
        if (!rows.is_null(10)) text += " deleted " + std::to_string(rows.integer(10));
        text += " " + to_hex(row.fragment) + "\n";
    }
}

}  // namespace evenkeel::store
