// Prompts: giving and ending them, and the practice's own ones.
#include "core/codec/entity.h"
#include "core/store/entries.h"

namespace evenkeel::store {

namespace {

// Of PromptAssignment and PracticePrompt in proto/entity.proto.
constexpr std::uint32_t ended_field = 12;
constexpr std::uint32_t question_field = 4;
constexpr std::uint32_t retired_field = 6;

Result<PracticePrompt> find_question(Store& store, RecordId practice, EntityId id) {
    TRY_ASSIGN(const auto row, store.find(practice, id));
    const bool is_there = row && !row->deleted &&
                          row->kind == static_cast<std::uint32_t>(EntityKind::practice_prompt);
    if (!is_there) return Error(ErrorCode::not_found, "The practice has no such question.");
    TRY_ASSIGN(PracticePrompt prompt, codec::decode_practice_prompt(row->fragment));
    if (prompt.retired) {
        return Error(ErrorCode::not_found, "This question of the practice is retired.");
    }
    return prompt;
}

// All of it where `scope` is empty.
Result<EntityId> save_question(Store& store, RecordId practice, std::optional<EntityId> id,
                               const PracticePrompt& prompt, std::vector<std::uint32_t> scope) {
    TRY(validate(prompt));
    Operation operation(store, practice, "question of the practice");
    TRY_ASSIGN(const EntityId saved, operation.write({.kind = EntityKind::practice_prompt,
                                                      .id = id,
                                                      .fragment = codec::encode(prompt),
                                                      .scope = std::move(scope),
                                                      .placement = Placement::shared,
                                                      .private_fields = {}}));
    TRY(operation.commit());
    return saved;
}

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

Result<SavedEntry> add_question(Store& store, RecordId practice, PhiText question, UserId author,
                                bool drafted) {
    TRY_ASSIGN(const When when, entry_when(store, {}));
    const PracticePrompt prompt{
        .when = when, .question = std::move(question), .author = author, .drafted = drafted};
    TRY_ASSIGN(const EntityId id, save_question(store, practice, std::nullopt, prompt, {}));
    return SavedEntry{.id = id, .day = when.day, .late = false};
}

Result<void> change_question(Store& store, RecordId practice, EntityId id, PhiText question) {
    TRY_ASSIGN(PracticePrompt prompt, find_question(store, practice, id));
    prompt.question = std::move(question);
    TRY(save_question(store, practice, id, prompt, {question_field}));
    return {};
}

Result<void> retire_question(Store& store, RecordId practice, EntityId id) {
    TRY_ASSIGN(PracticePrompt prompt, find_question(store, practice, id));
    prompt.retired = true;
    TRY(save_question(store, practice, id, prompt, {retired_field}));
    return {};
}

}  // namespace evenkeel::store
