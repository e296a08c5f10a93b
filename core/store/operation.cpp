#include "core/store/operation.h"

#include "core/base/limits.h"
#include "core/domain/rights.h"
#include "core/store/changes.h"

#include <variant>

namespace evenkeel::store {

namespace {

struct WriteStep {
    Write write;
    bool is_new = false;
};
struct RemoveStep {
    EntityId id;
};
struct ShareStep {
    EntityId id;
    Scope scope;
};
struct UnshareStep {
    EntityId id;
    Scope scope;
};
using Step = std::variant<WriteStep, RemoveStep, ShareStep, UnshareStep>;

// Runs one step; what it changed, if anything.
struct Runner {
    Database& database;
    const RecordPlace& record;

    Result<MaybeChange> operator()(const WriteStep& step) const {
        return apply_write(database, record, step.write, step.is_new);
    }
    Result<MaybeChange> operator()(const RemoveStep& step) const {
        return apply_removal(database, record, step.id);
    }
    Result<MaybeChange> operator()(const ShareStep& step) const {
        return apply_sharing(database, record, step.id, step.scope);
    }
    Result<MaybeChange> operator()(const UnshareStep& step) const {
        return apply_unsharing(database, record, step.id, step.scope);
    }
};

}  // namespace

struct Operation::State {
    Store& store;
    RecordId record;
    Literal name;
    UndoStep undo;
    std::vector<Step> steps;
    bool committed = false;

    // Whether the entity is in the file, or will be by an earlier step.
    Result<bool> knows(EntityId id) {
        for (const auto& step : steps) {
            const auto* write = std::get_if<WriteStep>(&step);
            if (write != nullptr && write->write.id == id) return true;
        }
        TRY_ASSIGN(const auto row, store.find(record, id));
        return row.has_value() && !row->deleted;
    }
    Result<void> add_about(EntityId id, Step step) {
        TRY_ASSIGN(const bool known, knows(id));
        if (!known) {
            return Error(ErrorCode::not_found, "That entry is not here, or was deleted.");
        }
        if (!std::holds_alternative<ShareStep>(step)) TRY(refuse_if_it_stands(id));
        steps.push_back(std::move(step));
        return {};
    }
    // What was told about safety, and that somebody has read it, is taken back by nobody.
    Result<void> refuse_if_it_stands(EntityId id) {
        TRY_ASSIGN(const auto row, store.find(record, id));
        const auto kind = static_cast<EntityKind>(row ? row->kind : 0);
        if (kind != EntityKind::risk_answer && kind != EntityKind::risk_acknowledgement) return {};
        return Error(ErrorCode::refused,
                     "What was told about safety, and who has read it, stands; nothing was "
                     "changed.");
    }
};

Operation::Operation(Store& store, RecordId record, Literal name, UndoStep undo)
    : state_(std::make_unique<State>(State{store, record, name, undo, {}, false})) {}

Operation::~Operation() = default;

Result<EntityId> Operation::write(const Write& write) {
    TRY(check_write(write));
    TRY(state_->store.database().record(state_->record));
    WriteStep step{.write = write, .is_new = !write.id};
    while (!step.write.id || read_big_endian<DeltaId>(step.write.id->view()) == 0) {
        step.write.id = state_->store.context().random.id<EntityId>();
    }
    state_->steps.push_back(step);
    return *step.write.id;
}

Result<void> Operation::remove(EntityId id) {
    TRY_ASSIGN(const auto row, state_->store.find(state_->record, id));
    if (row && is_written_once(row->kind)) {
        return Error(ErrorCode::refused, "That a record was opened stays on record.");
    }
    return state_->add_about(id, RemoveStep{id});
}

Result<void> Operation::share(EntityId id, const Scope& scope) {
    return state_->add_about(id, ShareStep{id, scope});
}

Result<void> Operation::unshare(EntityId id, const Scope& scope) {
    return state_->add_about(id, UnshareStep{id, scope});
}

Result<void> Operation::commit() {
    ASSERT(!state_->committed);
    Database& database = state_->store.database();
    const auto run = [&]() -> Result<void> {
        TRY_ASSIGN(const auto record, database.record(state_->record));
        std::vector<Change> changes;
        for (const auto& step : state_->steps) {
            TRY_ASSIGN(auto change, std::visit(Runner{database, record}, step));
            if (change) changes.push_back(*std::move(change));
        }
        if (state_->undo == UndoStep::none) return {};
        return keep_undo_step(database, record, state_->name.text, changes);
    };
    TRY(database.transaction(run));
    state_->committed = true;
    return {};
}

Result<std::vector<EntityRow>> trash(Store& store, RecordId id) {
    Database& database = store.database();
    TRY_ASSIGN(const auto record, database.record(id));
    const Instant since = store.context().clock.now() + -(limits::trash_days * ms_per_day);
    return list_deleted(database, record, since);
}

Result<void> restore(Store& store, RecordId id, EntityId entity) {
    Database& database = store.database();
    return database.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto record, database.record(id));
        TRY_ASSIGN(const auto change, apply_restoring(database, record, entity));
        if (!change) return {};
        return keep_undo_step(database, record, "restored entry", {*change});
    });
}

Result<void> settle(Store& store, RecordId id, EntityId entity, std::uint32_t field,
                    ByteView chosen) {
    Database& database = store.database();
    return database.transaction([&]() -> Result<void> {
        TRY_ASSIGN(const auto record, database.record(id));
        TRY_ASSIGN(const auto change, apply_settling(database, record, entity, field, chosen));
        if (!change) return {};
        return keep_undo_step(database, record, "chosen text", {*change});
    });
}

}  // namespace evenkeel::store
