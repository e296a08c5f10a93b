// Sharing an entry, and since when a page is shared.
#include "core/codec/entity.h"
#include "core/store/entries.h"

#include <algorithm>

namespace evenkeel::store {

namespace {

constexpr std::uint32_t shared_on_field = 8;  // of JournalPage in proto/entity.proto

// A page that is shared anew in a later wording was shared on the day it first was; one that was
// taken back is shared from now on.
Result<bool> is_shared_now(Store& store, RecordId record, const EntityRow& row) {
    if (!row.has_shared) return false;
    TRY_ASSIGN(const auto leaving, being_unshared(store, record));
    return std::ranges::find(leaving, row.id) == leaving.end();
}

Result<void> note_day(Store& store, RecordId record, const EntityRow& row, Operation& operation) {
    TRY_ASSIGN(const bool is_shared, is_shared_now(store, record, row));
    if (is_shared) return {};
    TRY_ASSIGN(JournalPage page, codec::decode_journal_page(row.fragment));
    TRY_ASSIGN(page.shared_on, today(store));
    TRY(operation.write({.kind = EntityKind::journal_page,
                         .id = row.id,
                         .fragment = codec::encode(page),
                         .scope = {shared_on_field},
                         .placement = Placement::private_,
                         .private_fields = {}}));
    return {};
}

}  // namespace

Result<void> share_entry(Store& store, RecordId record, EntityId entry) {
    TRY_ASSIGN(const auto row, store.find(record, entry));
    if (!row || row->deleted) return Error(ErrorCode::not_found, "There is no such entry.");
    Operation operation(store, record, "sharing");
    const bool is_page = row->kind == static_cast<std::uint32_t>(EntityKind::journal_page);
    if (is_page) TRY(note_day(store, record, *row, operation));
    TRY(operation.share(entry));
    return operation.commit();
}

}  // namespace evenkeel::store
