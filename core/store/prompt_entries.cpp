// Prompts: giving and ending them.
#include "core/codec/entity.h"
#include "core/store/entries.h"

namespace evenkeel::store {

namespace {

constexpr std::uint32_t ended_field = 12;  // of PromptAssignment in proto/entity.proto

}  // namespace

Result<SavedEntry> give_prompt(Store& store, RecordId record, PromptAssignment prompt) {
    TRY_ASSIGN(prompt.when, entry_when(store, {}));
    TRY(validate(prompt));
    if (prompt.from < prompt.when.day) {
        return Error(ErrorCode::invalid_input, "A prompt cannot begin on a day that was.");
    }
    Operation operation(store, record, "prompt");
    TRY_ASSIGN(const EntityId id, operation.write({.kind = EntityKind::prompt_assignment,
                                                   .id = std::nullopt,
                                                   .fragment = codec::encode(prompt),
                                                   .scope = {},
                                                   .placement = Placement::shared,
                                                   .private_fields = {}}));
    TRY(operation.commit());
    return SavedEntry{.id = id, .day = prompt.when.day, .late = false};
}

Result<void> end_prompt(Store& store, RecordId record, EntityId id) {
    TRY_ASSIGN(const auto row, store.find(record, id));
    const bool is_prompt = row && !row->deleted &&
                           row->kind == static_cast<std::uint32_t>(EntityKind::prompt_assignment);
    if (!is_prompt) return Error(ErrorCode::not_found, "There is no such prompt.");
    TRY_ASSIGN(PromptAssignment prompt, codec::decode_prompt_assignment(row->fragment));
    prompt.ended = true;
    Operation operation(store, record, "ending a prompt");
    TRY(operation.write({.kind = EntityKind::prompt_assignment,
                         .id = id,
                         .fragment = codec::encode(prompt),
                         .scope = {ended_field},
                         .placement = Placement::shared,
                         .private_fields = {}}));
    return operation.commit();
}

}  // namespace evenkeel::store
