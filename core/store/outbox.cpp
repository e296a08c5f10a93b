#include "core/store/outbox.h"

#include "core/codec/entity_log.h"
#include "core/codec/fields.h"

namespace evenkeel::store {

using delta::Delta;

namespace {

struct Waiting {
    std::int64_t row = 0;
    bool sealed_before = false;
    std::optional<Bytes> elsewhere;
    // Others may have all of it.
    [[nodiscard]] bool is_elsewhere() const { return sealed_before && !elsewhere; }
};

// The unsealed row of a delta; of two, the one that says what is elsewhere.
Result<std::optional<Waiting>> find_waiting(Database& database, std::int64_t vault,
                                            std::int64_t entity, DeltaId delta) {
    TRY_ASSIGN(auto found,
               database.sql().query("SELECT row, sealed_before, elsewhere FROM outbox "
                                    "WHERE entity = ? AND delta = ? AND vault = ? "
                                    "AND sequence IS NULL ORDER BY elsewhere IS NULL LIMIT 1",
                                    entity, delta, vault));
    TRY_ASSIGN(const bool waits, found.step());
    if (!waits) return std::optional<Waiting>();
    Waiting waiting{
        .row = found.integer(0), .sealed_before = found.integer(1) != 0, .elsewhere = {}};
    if (!found.is_null(2)) waiting.elsewhere = to_bytes(found.blob(2));
    return std::optional(std::move(waiting));
}

const delta::FieldChange* find_field(const Delta& delta, std::uint32_t number) {
    for (const auto& change : delta.fields) {
        if (change.number == number) return &change;
    }
    return nullptr;
}

std::uint32_t generation_of(const Delta& delta, const delta::FieldChange& change) {
    return std::max(delta.generation, change.generation);
}

// A field that `came` has beyond `known`, or of a later generation.
void unite(Delta& known, const Delta& came, const delta::FieldChange& change) {
    const std::uint32_t generation = generation_of(came, change);
    for (auto& there : known.fields) {
        if (there.number != change.number) continue;
        there.generation = std::max(generation_of(known, there), generation);
        return;
    }
    known.fields.push_back(change);
    known.fields.back().generation = generation;
    std::ranges::sort(known.fields, {}, &delta::FieldChange::number);
}

Bytes without_values(Delta delta) {
    for (auto& change : delta.fields) change.value.clear();
    return codec::encode_delta(delta);
}

}  // namespace

Result<void> queue(Database& database, std::int64_t entity, const Entity::Queued& added) {
    if (!added.before) {
        return database.sql().run("INSERT INTO outbox (vault, entity, delta) VALUES (?, ?, ?)",
                                  added.vault, entity, added.delta);
    }
    TRY_ASSIGN(const auto waiting, find_waiting(database, added.vault, entity, added.delta));
    if (waiting && !waiting->is_elsewhere()) return {};
    const Bytes elsewhere = without_values(*added.before);
    if (waiting) {
        return database.sql().run("UPDATE outbox SET elsewhere = ? WHERE row = ?", elsewhere,
                                  waiting->row);
    }
    return database.sql().run(
        "INSERT INTO outbox (vault, entity, delta, sealed_before, elsewhere) "
        "VALUES (?, ?, ?, 1, ?)",
        added.vault, entity, added.delta, elsewhere);
}

Result<void> note_elsewhere(Database& database, std::int64_t vault, std::int64_t entity,
                            const Delta& came) {
    TRY_ASSIGN(const auto waiting, find_waiting(database, vault, entity, came.id));
    if (!waiting || waiting->is_elsewhere()) return {};
    Delta elsewhere = came;
    if (waiting->elsewhere) {
        TRY_ASSIGN(elsewhere, codec::decode_delta(*waiting->elsewhere));
        for (const auto& change : came.fields) unite(elsewhere, came, change);
    }
    return database.sql().run("UPDATE outbox SET sealed_before = 1, elsewhere = ? WHERE row = ?",
                              without_values(std::move(elsewhere)), waiting->row);
}

Result<void> queue_again(Database& database, std::int64_t vault, std::int64_t entity,
                         DeltaId delta) {
    TRY_ASSIGN(const auto waiting, find_waiting(database, vault, entity, delta));
    if (waiting) {
        return database.sql().run("UPDATE outbox SET sealed_before = 1 WHERE row = ?",
                                  waiting->row);
    }
    return database.sql().run(
        "INSERT INTO outbox (vault, entity, delta, sealed_before) VALUES (?, ?, ?, 1)", vault,
        entity, delta);
}

namespace {

bool says_anything(const Delta& delta) {
    if (delta.action != delta::Action::write) return true;
    return std::any_of(delta.fields.begin(), delta.fields.end(),
                       [](const delta::FieldChange& change) { return !change.value.empty(); });
}

// What was set aside when it came was named without its entity. Looks through the whole record, for
// the few deltas that ever wait.
Result<std::int64_t> entity_of(Database& database, const VaultPlace& vault, DeltaId delta) {
    TRY_ASSIGN(auto rows,
               database.sql().query("SELECT number, id, copies FROM entity_log WHERE record = ?",
                                    vault.record));
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return std::int64_t{0};
        TRY_ASSIGN(const auto log, codec::decode_log(rows.blob(2), rows.id<EntityId>(1)));
        for (const auto& copy : log.copies()) {
            if (copy.delta.id == delta && copy.vault == vault.type) return rows.integer(0);
        }
    }
}

}  // namespace

Result<void> queue_contents_again(Database& database, const VaultPlace& vault,
                                  const std::vector<Content>& contents) {
    for (const Content& content : contents) {
        std::int64_t number = content.entity;
        if (number == 0) {
            TRY_ASSIGN(number, entity_of(database, vault, content.delta));
        }
        if (number == 0) continue;
        TRY_ASSIGN(const auto entity, load_entity(database, number));
        const Delta* const found = entity.find(content.delta, vault.type);
        if (found == nullptr || !says_anything(*found)) continue;
        TRY(queue_again(database, vault.number, number, content.delta));
    }
    return {};
}

Result<bool> is_only_here(Database& database, std::int64_t vault, const Entity& entity,
                          DeltaId delta) {
    TRY_ASSIGN(const auto rows,
               database.sql().number("SELECT count(*) FROM outbox WHERE entity = ? AND delta = ? "
                                     "AND vault = ?",
                                     entity.number, delta, vault));
    TRY_ASSIGN(const auto unsealed,
               database.sql().number("SELECT count(*) FROM outbox WHERE entity = ? AND delta = ? "
                                     "AND vault = ? AND sequence IS NULL AND sealed_before = 0",
                                     entity.number, delta, vault));
    return rows == 1 && unsealed == 1;
}

namespace {

// What `write` has beyond `elsewhere`.
std::vector<OnlyHere> beyond(const Delta& write, const Delta& elsewhere) {
    std::vector<OnlyHere> fields;
    for (const auto& change : write.fields) {
        const auto* const there = find_field(elsewhere, change.number);
        if (there == nullptr) {
            fields.push_back({.field = change.number, .elsewhere = std::nullopt});
            continue;
        }
        const auto generation = generation_of(elsewhere, *there);
        if (generation_of(write, change) <= generation) continue;
        fields.push_back({.field = change.number, .elsewhere = *there});
        fields.back().elsewhere->generation = generation;
    }
    return fields;
}

}  // namespace

Result<std::vector<OnlyHere>> fields_only_here(Database& database, std::int64_t vault,
                                               const Entity& entity, const Delta& write) {
    TRY_ASSIGN(const bool only_here, is_only_here(database, vault, entity, write.id));
    if (only_here) return beyond(write, Delta());
    TRY_ASSIGN(auto found,
               database.sql().query("SELECT elsewhere FROM outbox WHERE entity = ? AND delta = ? "
                                    "AND vault = ? AND sequence IS NULL "
                                    "AND elsewhere IS NOT NULL LIMIT 1",
                                    entity.number, write.id, vault));
    TRY_ASSIGN(const bool waits, found.step());
    if (!waits) return std::vector<OnlyHere>();
    TRY_ASSIGN(const auto elsewhere, codec::decode_delta(found.blob(0)));
    return beyond(write, elsewhere);
}

Result<void> take_out(Database& database, std::int64_t vault, const Entity& entity, DeltaId delta) {
    return database.sql().run(
        "DELETE FROM outbox WHERE entity = ? AND delta = ? AND vault = ? AND sequence IS NULL",
        entity.number, delta, vault);
}

namespace {

// Whether any other copy of the log speaks of `id`: then it must stay for their sake.
bool is_spoken_of(const delta::EntityLog& log, DeltaId id, delta::VaultType vault) {
    for (const auto& copy : log.copies()) {
        const Delta& delta = copy.delta;
        if (delta.id == id && copy.vault == vault) continue;
        if (delta.id == id || delta.successor == id) return true;
        for (const auto& change : delta.fields) {
            const auto& ids = change.replaces;
            if (std::find(ids.begin(), ids.end(), id) != ids.end()) return true;
        }
        for (const auto& ref : delta.covers) {
            if (ref.delta == id) return true;
        }
        for (const auto& value : delta.redacted) {
            if (value.ref.delta == id) return true;
        }
    }
    return false;
}

bool is_text(const Delta& delta) {
    if (delta.fields.size() != 1) return false;
    const auto texts = codec::text_fields(delta.kind);
    return std::find(texts.begin(), texts.end(), delta.fields[0].number) != texts.end();
}

}  // namespace

Result<Delta> absorb_drafts(Database& database, const VaultPlace& vault, Entity& entity,
                            Delta later) {
    if (!is_text(later) || entity.number == 0) return later;
    const std::vector<DeltaId> replaced = later.fields[0].replaces;
    for (const DeltaId id : replaced) {
        const Delta* earlier = entity.find(id, vault.type);
        if (earlier == nullptr || is_spoken_of(entity.log, id, vault.type)) continue;
        TRY_ASSIGN(const bool only_here, is_only_here(database, vault.number, entity, id));
        if (!only_here) continue;
        auto united = delta::coalesced(*earlier, later);
        if (!united) continue;
        later = *std::move(united);
        entity.log.remove(id, vault.type);
        TRY(take_out(database, vault.number, entity, id));
    }
    return later;
}

Result<std::int64_t> newest_row(Database& database) {
    TRY_ASSIGN(const auto row,
               database.sql().number("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'"));
    return row.value_or(0);
}

Result<bool> confirmed_up_to(Database& database, std::int64_t vault, std::int64_t row) {
    TRY_ASSIGN(const auto waiting,
               database.sql().number("SELECT 1 FROM outbox WHERE vault = ? AND row <= ? LIMIT 1",
                                     vault, row));
    return !waiting.has_value();
}

}  // namespace evenkeel::store
