#include "app/model/practice_questions.h"

#include "core/codec/entity.h"

namespace evenkeel::model {

namespace {

struct Stored {
    EntityId id;
    PracticePrompt prompt;
};

Result<std::vector<Stored>> read_stored(store::Store& store, VaultId practice) {
    TRY_ASSIGN(const auto rows, store.list({.record = practice,
                                            .kind = EntityKind::practice_prompt,
                                            .newest_first = true}));
    std::vector<Stored> questions;
    for (const store::EntityRow& row : rows) {
        auto prompt = codec::decode_practice_prompt(row.fragment);
        if (!prompt.ok() || prompt.value().retired || !prompt.value().question) continue;
        questions.push_back({.id = row.id, .prompt = std::move(prompt).value()});
    }
    return questions;
}

}  // namespace

Result<std::vector<PracticeQuestion>> read_questions(store::Store& store, VaultId practice,
                                                     UserId reader, const Members& members) {
    TRY_ASSIGN(const auto all, read_stored(store, practice));
    std::vector<PracticeQuestion> lines;
    for (const Stored& stored : all) {
        lines.push_back({.id = stored.id,
                         .question = stored.prompt.question->reveal(),
                         .by = name_for(reader, members, stored.prompt.author, "a colleague"),
                         .drafted = stored.prompt.drafted});
    }
    return lines;
}

Result<void> note_origin(store::Store& store, VaultId practice, PromptAssignment& prompt) {
    TRY_ASSIGN(const auto all, read_stored(store, practice));
    for (const Stored& stored : all) {
        if (stored.prompt.question != prompt.question) continue;
        prompt.origin = stored.prompt.drafted ? PromptOrigin::drafted : PromptOrigin::practice;
    }
    return {};
}

}  // namespace evenkeel::model
