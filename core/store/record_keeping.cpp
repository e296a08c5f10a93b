#include "core/store/record_keeping.h"

#include "core/codec/entity.h"
#include "core/store/entries.h"

namespace evenkeel::store {

namespace {

struct KeptHold {
    EntityId id;
    RecordHold hold;
};

// Those that stand, the first that was set first.
Result<std::vector<KeptHold>> standing_holds(Store& store, RecordId practice) {
    TRY_ASSIGN(const auto rows, store.list({.record = practice, .kind = EntityKind::record_hold}));
    std::vector<KeptHold> standing;
    for (const EntityRow& row : rows) {
        auto hold = codec::decode_record_hold(row.fragment);
        if (hold.ok() && !hold.value().lifted) {
            standing.push_back({.id = row.id, .hold = std::move(hold).value()});
        }
    }
    return standing;
}

EntityId closed_id(const Store& store, RecordId practice, VaultId record) {
    return store.daily_id(practice, EntityKind::record_closed, EntityId{record.bytes}, Day{});
}

template <typename Entity>
Result<void> write(Store& store, RecordId practice, Literal name, const std::optional<EntityId>& id,
                   const Entity& entity) {
    TRY(validate(entity));
    Operation operation(store, practice, name, UndoStep::none);
    TRY(operation.write({.kind = static_cast<EntityKind>(codec::kind_of(entity)),
                         .id = id,
                         .fragment = codec::encode(entity)}));
    return operation.commit();
}

}  // namespace

Result<RecordKeeping> read_keeping(Store& store, RecordId practice) {
    RecordKeeping keeping;
    TRY_ASSIGN(const auto holds, standing_holds(store, practice));
    for (const KeptHold& kept : holds) keeping.holds.emplace(kept.hold.record, kept.hold);
    TRY_ASSIGN(const auto rows,
               store.list({.record = practice, .kind = EntityKind::record_closed}));
    for (const EntityRow& row : rows) {
        auto closed = codec::decode_record_closed(row.fragment);
        if (!closed.ok() || !closed.value().ended) continue;
        // Only the entity that derives from a record speaks of it.
        const VaultId record = closed.value().record;
        if (row.id == closed_id(store, practice, record)) {
            keeping.closed.emplace(record, std::move(closed).value());
        }
    }
    return keeping;
}

Result<void> hold_record(Store& store, RecordId practice, VaultId record, PhiText reason,
                         UserId by) {
    TRY_ASSIGN(const RecordKeeping keeping, read_keeping(store, practice));
    if (keeping.holds.contains(record)) {
        return Error(ErrorCode::refused, "That record is on hold already.");
    }
    TRY_ASSIGN(const When when, entry_when(store, {}));
    const RecordHold hold{.when = when, .record = record, .reason = std::move(reason), .by = by};
    return write(store, practice, "hold", std::nullopt, hold);
}

Result<void> lift_hold(Store& store, RecordId practice, VaultId record, UserId by) {
    TRY_ASSIGN(const auto holds, standing_holds(store, practice));
    TRY_ASSIGN(const When now, entry_when(store, {}));
    bool was_held = false;
    for (KeptHold kept : holds) {
        if (kept.hold.record != record) continue;
        was_held = true;
        kept.hold.lifted = now.instant;
        kept.hold.lifted_by = by;
        TRY(write(store, practice, "lifted hold", kept.id, kept.hold));
    }
    if (was_held) return {};
    return Error(ErrorCode::not_found, "That record is not on hold.");
}

Result<void> end_treatment(Store& store, RecordId practice, VaultId record,
                           const std::optional<Day>& ended, UserId by) {
    TRY_ASSIGN(const Day now_day, today(store));
    if (ended && *ended > now_day) {
        return Error(ErrorCode::invalid_input, "That day has not come yet.");
    }
    TRY_ASSIGN(const When when, entry_when(store, {}));
    const RecordClosed closed{.when = when, .record = record, .ended = ended, .by = by};
    return write(store, practice, "end of a treatment", closed_id(store, practice, record), closed);
}

}  // namespace evenkeel::store
