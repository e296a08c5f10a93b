#include "core/store/session_notes.h"

#include "core/codec/entity.h"

#include <algorithm>

namespace evenkeel::store {

namespace {

constexpr std::uint32_t text_field = 6;  // of SessionNote in proto/entity.proto

Result<void> need_words(const std::optional<PhiText>& text) {
    const bool blank = !text || text->reveal().find_first_not_of(" \t\r\n") == std::string::npos;
    if (blank) return Error(ErrorCode::invalid_input, "The note is empty; write a word first.");
    return {};
}

Result<EntityRow> need_note(Store& store, RecordId notes, EntityId id) {
    TRY_ASSIGN(auto row, store.find(notes, id));
    const bool is_note =
        row && !row->deleted && row->kind == static_cast<std::uint32_t>(EntityKind::session_note);
    if (!is_note) return Error(ErrorCode::not_found, "There is no such note.");
    return *std::move(row);
}

Result<void> add_other_texts(Store& store, RecordId notes, const EntityRow& row, KeptNote& kept) {
    if (!row.conflict) return {};
    TRY_ASSIGN(const auto view, store.entity_view(notes, row.id));
    const delta::FieldView* field = view.field(text_field);
    if (field == nullptr) return {};
    for (const delta::Value& head : field->heads) {
        Bytes version = row.fragment;  // of a field that comes twice, the later one is read
        append(version, head.bytes);
        const auto note = codec::decode_session_note(version);
        if (!note.ok() || !note.value().text || note.value().text == kept.note.text) continue;
        kept.other_texts.push_back(*note.value().text);
    }
    return {};
}

Result<std::vector<KeptNote>> about(Store& store, RecordId notes, VaultId client,
                                    const std::vector<EntityRow>& rows) {
    std::vector<KeptNote> kept;
    for (const EntityRow& row : rows) {
        if (row.kind != static_cast<std::uint32_t>(EntityKind::session_note)) continue;
        auto note = codec::decode_session_note(row.fragment);
        if (!note.ok() || note.value().client != client) continue;  // `history` shows the former
        kept.push_back({.id = row.id, .note = std::move(note).value(), .other_texts = {}});
        TRY(add_other_texts(store, notes, row, kept.back()));
    }
    return kept;
}

}  // namespace

Result<std::vector<KeptNote>> read_notes(Store& store, RecordId notes, VaultId client) {
    TRY_ASSIGN(const auto rows, store.list({.record = notes,
                                            .kind = EntityKind::session_note,
                                            .subject = EntityId{client.bytes},
                                            .newest_first = true}));
    TRY_ASSIGN(auto kept, about(store, notes, client, rows));
    std::ranges::stable_sort(kept, std::greater<>(),
                             [](const KeptNote& one) { return one.note.when.day; });
    return kept;
}

Result<std::vector<KeptNote>> read_trashed_notes(Store& store, RecordId notes, VaultId client) {
    TRY_ASSIGN(const auto rows, trash(store, notes));
    return about(store, notes, client, rows);
}

Result<SavedEntry> write_note(Store& store, RecordId notes, const EntryTime& time,
                              SessionNote note) {
    TRY(need_words(note.text));
    TRY_ASSIGN(note.when, entry_when(store, time));
    TRY(validate(note));
    Operation operation(store, notes, "note");
    TRY_ASSIGN(const EntityId id, operation.write({.kind = EntityKind::session_note,
                                                   .id = std::nullopt,
                                                   .fragment = codec::encode(note)}));
    TRY(operation.commit());
    return SavedEntry{.id = id, .day = note.when.day, .late = false};
}

Result<void> change_note(Store& store, RecordId notes, EntityId id, PhiText text) {
    TRY_ASSIGN(const EntityRow row, need_note(store, notes, id));
    TRY_ASSIGN(SessionNote note, codec::decode_session_note(row.fragment));
    note.text = std::move(text);
    TRY(need_words(note.text));
    TRY(validate(note));
    Operation operation(store, notes, "change of a note");
    TRY(operation.write({.kind = EntityKind::session_note,
                         .id = id,
                         .fragment = codec::encode(note),
                         .scope = {text_field}}));
    return operation.commit();
}

Result<void> delete_note(Store& store, RecordId notes, EntityId id) {
    TRY(need_note(store, notes, id));
    Operation operation(store, notes, "deleted note");
    TRY(operation.remove(id));
    return operation.commit();
}

}  // namespace evenkeel::store
