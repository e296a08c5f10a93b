#include "app/model/import_ids.h"

#include "core/store/entries.h"

namespace evenkeel::model {

namespace {

struct DailyId {
    store::Store& store;
    VaultId record;

    std::optional<EntityId> operator()(const MoodEntry& mood) const {
        return store.daily_id(record, EntityKind::mood, EntityId{}, mood.when.day);
    }
    std::optional<EntityId> operator()(const UseEntry& use) const {
        if (!use.group) return std::nullopt;
        return store::day_use_id(store, record, use.when.day, *use.group);
    }
    std::optional<EntityId> operator()(const Coverage& coverage) const {
        return store::complete_day_id(store, record, coverage.when.day);
    }
    std::optional<EntityId> operator()(const BoundaryAnswer& answer) const {
        return store.daily_id(record, EntityKind::boundary_answer, answer.boundary,
                              answer.when.day);
    }
    std::optional<EntityId> operator()(const Consent& consent) const {
        return store::consent_id(store, record, consent.data);
    }
    std::optional<EntityId> operator()(const auto& /*other*/) const { return std::nullopt; }
};

}  // namespace

EntityId ImportIds::id_here(const report::ExportedEntity& entity, const AnyEntity& decoded) {
    if (!from_ || *from_ == record_) return entity.id;
    if (const auto known = known_.find(entity.id); known != known_.end()) return known->second;
    const auto there = std::visit(DailyId{store_, *from_}, decoded);
    const auto here = std::visit(DailyId{store_, record_}, decoded);
    const EntityId id = there == entity.id ? *here : entity.id;
    return known_.emplace(entity.id, id).first->second;
}

}  // namespace evenkeel::model
