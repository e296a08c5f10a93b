#include "core/store/record_views.h"

#include "core/base/limits.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"

namespace evenkeel::store {

namespace {

// More than one person opens in a sitting; where there are more, one line too many is written.
constexpr std::size_t recent_views_max = 64;

// Of this person on this device: their section is open already.
Result<bool> is_same_sitting(Store& store, RecordId record, const RecordView& view) {
    TRY_ASSIGN(const auto rows, store.list({.record = record,
                                            .kind = EntityKind::record_view,
                                            .day_from = view.when.day,
                                            .day_to = view.when.day,
                                            .subject = EntityId{view.viewer.bytes},
                                            .newest_first = true,
                                            .count_max = recent_views_max}));
    for (const EntityRow& row : rows) {
        if (row.origin != store.device()) continue;
        const auto before = codec::decode_record_view(row.fragment);
        if (!before.ok() || before.value().section != view.section) continue;
        const std::int64_t since_ms = view.when.instant - before.value().when.instant;
        if (since_ms >= 0 && since_ms < limits::view_repeat_ms) return true;
    }
    return false;
}

}  // namespace

Result<void> note_view(Store& store, RecordId record, ViewedSection section, UserId viewer) {
    // Nobody is left who could read the line.
    TRY_ASSIGN(const bool has_ended, is_closed(store, record));
    if (has_ended) return {};
    TRY_ASSIGN(const When when, entry_when(store, {}));
    const RecordView view{.when = when, .viewer = viewer, .section = section};
    TRY(validate(view));
    TRY_ASSIGN(const bool is_open, is_same_sitting(store, record, view));
    if (is_open) return {};
    Operation operation(store, record, "that a record was opened", UndoStep::none);
    TRY(operation.write({.kind = EntityKind::record_view, .fragment = codec::encode(view)}));
    return operation.commit();
}

Result<std::vector<KeptView>> read_views(Store& store, RecordId record) {
    TRY_ASSIGN(
        const auto rows,
        store.list({.record = record, .kind = EntityKind::record_view, .with_deleted = true}));
    std::vector<KeptView> views;
    for (const EntityRow& row : rows) {
        auto view = codec::decode_record_view(row.fragment);
        if (!view.ok()) continue;
        views.push_back({.view = std::move(view).value(),
                         .device = row.origin,
                         .altered = row.deleted || row.edited});
    }
    return views;
}

}  // namespace evenkeel::store
