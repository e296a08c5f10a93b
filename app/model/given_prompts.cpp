#include "app/model/given_prompts.h"

#include "app/model/member_names.h"
#include "app/model/prompt_form.h"
#include "core/codec/entity.h"
#include "core/words/tr.h"

#include <algorithm>
#include <map>

namespace evenkeel::model {

namespace {

struct StoredPrompt {
    EntityId id;
    PromptAssignment prompt;
};

Result<std::vector<StoredPrompt>> read_all(RecordDesk& desk) {
    TRY_ASSIGN(const auto rows,
               desk.store().list({.record = desk.record(), .kind = EntityKind::prompt_assignment}));
    std::vector<StoredPrompt> prompts;
    for (const store::EntityRow& row : rows) {
        auto prompt = codec::decode_prompt_assignment(row.fragment);
        if (!prompt.ok() || !prompt.value().question) continue;
        prompts.push_back({.id = row.id, .prompt = std::move(prompt).value()});
    }
    return prompts;
}

// The days of the pages written to each prompt.
Result<std::map<EntityId, std::vector<Day>>> read_answered(RecordDesk& desk) {
    TRY_ASSIGN(const auto rows,
               desk.store().list({.record = desk.record(), .kind = EntityKind::journal_page}));
    std::map<EntityId, std::vector<Day>> days;
    for (const store::EntityRow& row : rows) {
        const auto page = codec::decode_journal_page(row.fragment);
        if (page.ok() && page.value().prompt) {
            days[*page.value().prompt].push_back(page.value().when.day);
        }
    }
    return days;
}

std::string source_words(PromptOrigin origin) {
    if (origin == PromptOrigin::library) return tr("chosen from the library");
    if (origin == PromptOrigin::drafted) {
        return tr("drafted by a language model, read and approved by a person");
    }
    return origin == PromptOrigin::practice ? tr("chosen from the practice's own questions") : "";
}

GivenPrompt line_of(const StoredPrompt& stored, const PageReader& reader) {
    return {.id = stored.id,
            .question = stored.prompt.question->reveal(),
            .by = name_for(reader.self, reader.members, stored.prompt.author, tr("your care team")),
            .rhythm = rhythm_words(stored.prompt),
            .source = source_words(stored.prompt.origin)};
}

}  // namespace

Result<std::vector<GivenPrompt>> read_due_prompts(RecordDesk& desk, const PageReader& reader) {
    TRY_ASSIGN(const auto all, read_all(desk));
    std::vector<GivenPrompt> due;
    if (all.empty()) return due;
    TRY_ASSIGN(const auto answered, read_answered(desk));
    for (const StoredPrompt& stored : all) {
        const auto days = answered.find(stored.id);
        const std::vector<Day> known = days == answered.end() ? std::vector<Day>() : days->second;
        if (is_due(stored.prompt, reader.today, known)) due.push_back(line_of(stored, reader));
    }
    return due;
}

Result<std::vector<GivenPrompt>> read_given_prompts(RecordDesk& desk, const PageReader& reader) {
    TRY_ASSIGN(const auto all, read_all(desk));
    std::vector<GivenPrompt> given;
    for (auto stored = all.rbegin(); stored != all.rend(); ++stored) {
        const PromptAssignment& prompt = stored->prompt;
        const bool is_over = prompt.ended || (prompt.to && *prompt.to < reader.today);
        if (!is_over) given.push_back(line_of(*stored, reader));
    }
    return given;
}

}  // namespace evenkeel::model
