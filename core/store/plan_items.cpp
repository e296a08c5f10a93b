#include "core/store/plan_items.h"

#include "core/codec/entity.h"

#include <algorithm>

namespace evenkeel::store {

namespace {

constexpr std::uint32_t state_field = 6;  // of PlanItem in proto/entity.proto

}  // namespace

Result<std::vector<KeptPlanItem>> read_plan(Store& store, RecordId record) {
    TRY_ASSIGN(const auto rows, store.list({.record = record, .kind = EntityKind::plan_item}));
    std::vector<KeptPlanItem> items;
    for (const EntityRow& row : rows) {
        auto item = codec::decode_plan_item(row.fragment);
        if (!item.ok() || !item.value().text) continue;  // `history` shows it
        items.push_back(
            {.id = row.id, .item = std::move(item).value(), .has_shared = row.has_shared});
    }
    std::ranges::stable_sort(items, {},
                             [](const KeptPlanItem& one) { return one.item.when.instant; });
    return items;
}

Result<SavedEntry> add_plan_item(Store& store, RecordId record, PlanPlace place, PhiText text,
                                 UserId author) {
    const bool is_blank = text.reveal().find_first_not_of(" \t\r\n") == std::string::npos;
    if (is_blank) return Error(ErrorCode::invalid_input, "The line is empty.");
    TRY_ASSIGN(const When when, entry_when(store, {}));
    const PlanItem item{.when = when,
                        .text = std::move(text),
                        .place = place,
                        .state = PlanState::open,
                        .author = author};
    TRY(validate(item));
    Operation operation(store, record, "line of the plan");
    TRY_ASSIGN(const EntityId id, operation.write({.kind = EntityKind::plan_item,
                                                   .id = std::nullopt,
                                                   .fragment = codec::encode(item)}));
    TRY(operation.commit());
    return SavedEntry{.id = id, .day = when.day, .late = false};
}

Result<void> set_plan_state(Store& store, RecordId record, EntityId id, PlanState state) {
    TRY_ASSIGN(const auto row, store.find(record, id));
    const bool is_there =
        row && !row->deleted && row->kind == static_cast<std::uint32_t>(EntityKind::plan_item);
    if (!is_there) return Error(ErrorCode::not_found, "That line is not in the plan any more.");
    TRY_ASSIGN(PlanItem item, codec::decode_plan_item(row->fragment));
    item.state = state;
    TRY(validate(item));
    // What was written while sharing was paused stays with its writer.
    const Placement placement = row->has_shared ? Placement::shared : Placement::private_;
    Operation operation(store, record, "line of the plan");
    TRY(operation.write({.kind = EntityKind::plan_item,
                         .id = id,
                         .fragment = codec::encode(item),
                         .scope = {state_field},
                         .placement = placement}));
    return operation.commit();
}

}  // namespace evenkeel::store
