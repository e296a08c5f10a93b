// Undo: each step keeps what was shown before and after, and is taken back by writing new deltas.
#include "core/base/limits.h"
#include "core/codec/byte_cursor.h"
#include "core/store/changes.h"

namespace evenkeel::store {

using delta::EntityView;

namespace {

Bytes encode(const std::vector<Change>& changes) {
    codec::ByteWriter out;
    out.varint(changes.size());
    for (const Change& change : changes) {
        out.byte(static_cast<Byte>(change.type));
        out.raw(change.id.view());
        out.varint(change.kind);
        out.varint(change.fields.size());
        for (const auto& field : change.fields) {
            out.varint(field.number);
            out.byte(
                static_cast<Byte>((field.before_private ? 1 : 0) | (field.after_private ? 2 : 0)));
            out.bytes(field.before);
            out.bytes(field.after);
        }
    }
    return std::move(out).finish();
}

Result<std::vector<Change>> decode(ByteView bytes) {
    codec::ByteReader in(bytes);
    std::vector<Change> changes(in.count(19));
    for (Change& change : changes) {
        change.type = static_cast<ChangeType>(in.byte());
        change.id = EntityId::from(in.raw(16)).value_or(EntityId{});
        change.kind = in.small();
        change.fields.resize(in.count(4));
        for (auto& field : change.fields) {
            field.number = in.small();
            const Byte places = in.byte();
            field.before_private = (places & 1) != 0;
            field.after_private = (places & 2) != 0;
            field.before = to_bytes(in.bytes());
            field.after = to_bytes(in.bytes());
        }
    }
    if (!in.ok() || !in.at_end()) return Error(ErrorCode::damaged, "An undo step is damaged.");
    return changes;
}

Scope numbers_of(const std::vector<FieldChanged>& fields) {
    Scope scope;
    for (const auto& field : fields) scope.push_back(field.number);
    return scope;
}

bool still_shows(const EntityView& view, const FieldChanged& field) {
    const ByteView shown = view.shown(field.number);
    return std::equal(shown.begin(), shown.end(), field.after.begin(), field.after.end());
}

// Whether the entity shows what the step made of it and nothing else.
bool is_untouched(const EntityView& view, const Change& change) {
    for (const auto& shown : view.fields) {
        if (shown.heads.empty()) continue;
        const auto same = [&](const FieldChanged& field) {
            return field.number == shown.number && still_shows(view, field);
        };
        const bool blank = shown.heads.front().bytes.empty();
        if (!blank && std::none_of(change.fields.begin(), change.fields.end(), same)) return false;
    }
    return true;
}

Result<void> write_back(Database& database, const RecordPlace& record, const Change& change,
                        const std::vector<FieldChanged>& fields, Placement placement) {
    if (fields.empty()) return {};
    Write write{.kind = static_cast<EntityKind>(change.kind),
                .id = change.id,
                .fragment = {},
                .scope = numbers_of(fields),
                .placement = placement,
                .private_fields = {}};
    for (const auto& field : fields) append(write.fragment, field.before);
    TRY(apply_write(database, record, write, false));
    return {};
}

// Fields that somebody changed since are left as they are.
Result<void> undo_fields(Database& database, const RecordPlace& record, const Change& change,
                         const EntityView& now) {
    std::vector<FieldChanged> shared;
    std::vector<FieldChanged> hidden;
    Scope exposed;  // values that were private before the step and are shared since
    for (const auto& field : change.fields) {
        if (!still_shows(now, field)) continue;
        const bool goes_private = field.before.empty() ? field.after_private : field.before_private;
        (goes_private ? hidden : shared).push_back(field);
        if (goes_private && !field.after_private) exposed.push_back(field.number);
    }
    if (!exposed.empty()) TRY(apply_unsharing(database, record, change.id, exposed));
    TRY(write_back(database, record, change, shared, Placement::shared));
    return write_back(database, record, change, hidden, Placement::private_);
}

Result<void> take_back(Database& database, const RecordPlace& record, const Change& change) {
    TRY_ASSIGN(const auto entity, load_entity(database, record.number, change.id));
    const EntityView now = delta::view(entity.log);
    if (change.type == ChangeType::removed) {
        TRY(apply_restoring(database, record, change.id));
        return {};
    }
    if (!now.exists || now.deleted) return {};
    const bool removes = change.type == ChangeType::restored ||
                         (change.type == ChangeType::created && is_untouched(now, change));
    if (removes) {
        TRY(apply_removal(database, record, change.id));
        return {};
    }
    switch (change.type) {
        case ChangeType::shared:
            TRY(apply_unsharing(database, record, change.id, numbers_of(change.fields)));
            return {};
        case ChangeType::unshared:
            TRY(apply_sharing(database, record, change.id, numbers_of(change.fields)));
            return {};
        default:
            return undo_fields(database, record, change, now);
    }
}

struct Step {
    std::int64_t number = 0;
    std::string name;
    std::vector<Change> changes;
};

Result<Step> newest_step(Database& database, const RecordPlace& record) {
    TRY_ASSIGN(auto row, database.sql().query("SELECT number, name, changes FROM undo_step "
                                              "WHERE record = ? ORDER BY number DESC LIMIT 1",
                                              record.number));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return Error(ErrorCode::not_found, "There is nothing to undo.");
    TRY_ASSIGN(auto changes, decode(row.blob(2)));
    return Step{row.integer(0), std::string(row.text(1)), std::move(changes)};
}

}  // namespace

Result<void> keep_undo_step(Database& database, const RecordPlace& record, const std::string& name,
                            const std::vector<Change>& changes) {
    if (changes.empty()) return {};
    TRY(database.sql().run("INSERT INTO undo_step (record, name, changes) VALUES (?, ?, ?)",
                           record.number, name, encode(changes)));
    return database.sql().run(
        "DELETE FROM undo_step WHERE record = ?1 AND number <= "
        "(SELECT number FROM undo_step WHERE record = ?1 "
        "ORDER BY number DESC LIMIT 1 OFFSET ?2)",
        record.number, limits::undo_steps_max);
}

Result<Undone> undo(Store& store, RecordId id) {
    Database& database = store.database();
    Undone undone;
    const auto run = [&]() -> Result<void> {
        TRY_ASSIGN(const auto record, database.record(id));
        TRY_ASSIGN(const Step step, newest_step(database, record));
        for (auto change = step.changes.rbegin(); change != step.changes.rend(); ++change) {
            TRY(take_back(database, record, *change));
            undone.entities.push_back(change->id);
        }
        undone.name = step.name;
        return database.sql().run("DELETE FROM undo_step WHERE number = ?", step.number);
    };
    TRY(database.transaction(run));
    return undone;
}

}  // namespace evenkeel::store
