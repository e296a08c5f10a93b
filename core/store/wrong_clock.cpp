#include "core/store/wrong_clock.h"

#include "core/base/limits.h"
#include "core/store/entity_table.h"
#include "core/store/outbox.h"

#include <map>
#include <set>

namespace evenkeel::store {

namespace {

struct Clocks {
    delta::ClockStamp last = 0;
    delta::ClockStamp accepted = 0;
};

Result<Clocks> read_clocks(Database& database) {
    TRY_ASSIGN(auto row, database.sql().query("SELECT clock, clock_accepted FROM self"));
    TRY_ASSIGN(const bool found, row.step());
    return found ? Clocks{row.unsigned_integer(0), row.unsigned_integer(1)} : Clocks();
}

bool is_ahead(delta::ClockStamp stamp, Instant server_time) {
    return delta::stamp_ms(stamp) > (server_time + limits::clock_ahead_ms_max).ms;
}

// A delta of the outbox; one that lies in two vaults is one delta here.
struct Stamped {
    delta::ClockStamp clock = 0;
    std::int64_t entity = 0;
    DeltaId delta = 0;
    friend auto operator<=>(const Stamped&, const Stamped&) = default;
};

Result<std::vector<std::int64_t>> waiting_entities(Database& database) {
    TRY_ASSIGN(auto rows, database.sql().query("SELECT DISTINCT entity FROM outbox"));
    std::vector<std::int64_t> entities;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return entities;
        entities.push_back(rows.integer(0));
    }
}

Result<std::set<DeltaId>> waiting_deltas(Database& database, std::int64_t entity) {
    TRY_ASSIGN(auto rows,
               database.sql().query("SELECT delta FROM outbox WHERE entity = ?", entity));
    std::set<DeltaId> deltas;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return deltas;
        deltas.insert(rows.unsigned_integer(0));
    }
}

// What waits, in the order of its stamps.
Result<std::vector<Stamped>> read_waiting(Database& database) {
    std::vector<Stamped> found;
    TRY_ASSIGN(const auto entities, waiting_entities(database));
    for (const std::int64_t number : entities) {
        TRY_ASSIGN(const auto waiting, waiting_deltas(database, number));
        TRY_ASSIGN(const auto entity, load_entity(database, number));
        for (const auto& [vault, delta] : entity.log.copies()) {
            if (waiting.contains(delta.id)) found.push_back({delta.clock, number, delta.id});
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

// Queues a copy again if one with its old stamp may be with others.
Result<void> send_again(Database& database, const RecordPlace& record, const Entity& entity,
                        const delta::Copy& copy) {
    const VaultPlace* const vault = record.vault_of(copy.vault);
    if (vault == nullptr || vault->closed) return {};
    TRY_ASSIGN(const bool only_here, is_only_here(database, vault->number, entity, copy.delta.id));
    if (only_here) return {};
    return queue_again(database, vault->number, entity.number, copy.delta.id);
}

using NewStamps = std::map<DeltaId, delta::ClockStamp>;

// Every copy of a delta gets its new stamp, so that the owner's view and each vault's agree.
Result<void> restamp(Database& database, std::int64_t number, const NewStamps& stamps) {
    TRY_ASSIGN(auto entity, load_entity(database, number));
    TRY_ASSIGN(const auto record_number,
               database.sql().number("SELECT record FROM entity_log WHERE number = ?", number));
    TRY_ASSIGN(const auto record, database.record(record_number.value_or(0)));
    const std::vector<delta::Copy> before = entity.log.copies();
    std::map<DeltaId, std::uint32_t> revisions;
    for (const auto& [vault, delta] : before) {
        auto& highest = revisions[delta.id];
        highest = std::max(highest, delta.revision);
    }
    for (delta::Copy copy : before) {
        const auto stamp = stamps.find(copy.delta.id);
        if (stamp == stamps.end()) continue;
        copy.delta.clock = stamp->second;
        copy.delta.revision = revisions[copy.delta.id] + 1;
        TRY(send_again(database, record, entity, copy));
        entity.replace(copy.vault, std::move(copy.delta));
    }
    return save_entity(database, record, entity);
}

}  // namespace

// No delta's stamp is above the clock's own, so one comparison usually settles it.
Result<void> restamp_ahead(Database& database, Instant server_time) {
    TRY_ASSIGN(const Clocks clocks, read_clocks(database));
    if (!is_ahead(clocks.last, server_time)) return {};
    if (is_ahead(clocks.accepted, server_time)) return {};  // the server's clock went back
    TRY_ASSIGN(const auto waiting, read_waiting(database));
    delta::HybridClock clock(
        std::max(clocks.accepted, delta::make_stamp(std::max<std::int64_t>(server_time.ms, 0), 0)));
    std::map<std::int64_t, NewStamps> stamps;  // by entity
    for (const Stamped& one : waiting) {
        if (is_ahead(one.clock, server_time)) {
            stamps[one.entity].emplace(one.delta, clock.next(server_time));
        } else {
            clock.observe(one.clock);
        }
    }
    for (const auto& [entity, its] : stamps) TRY(restamp(database, entity, its));
    return database.sql().run("UPDATE self SET clock = ?", clock.last());
}

Result<void> accept_clock(Database& database, Instant server_time) {
    TRY_ASSIGN(const Clocks clocks, read_clocks(database));
    if (is_ahead(clocks.last, server_time)) return {};
    return database.sql().run("UPDATE self SET clock_accepted = clock");
}

}  // namespace evenkeel::store
