// A file that a person brings: looked at, and imported when they say so.
#include "app/model/engine_state.h"
#include "app/model/use_rules.h"
#include "core/base/limits.h"
#include "core/domain/mood.h"
#include "core/domain/text.h"
#include "core/words/tr.h"

namespace evenkeel::model {

namespace {

Result<report::MoodNumbers> numbers_of(const LookAtFile& asked) {
    report::MoodNumbers numbers;
    for (const auto& [name, number] : asked.moods) {
        if (number > rating_max) {
            return Error(ErrorCode::invalid_input, "A mood is a number from 0 to 10.");
        }
        numbers[plain_words(name)] = number;
    }
    return numbers;
}

}  // namespace

FoundFileView found_view(const FoundInFile& found, std::string path, const SharedKinds& shared) {
    const auto* const daylio = std::get_if<report::DaylioImport>(&found);
    const auto kind = shared.find(daylio != nullptr ? SharedData::mood : SharedData::use);
    FoundFileView view{.sentences = found_sentences(found),
                       .can_be_shared = kind != shared.end() && kind->second,
                       .says_itself = std::holds_alternative<report::Export>(found),
                       .path = std::move(path),
                       .own_names = {}};
    if (daylio != nullptr) {
        for (const PhiText& name : daylio->own_names) view.own_names.push_back(name.reveal());
    }
    return view;
}

Result<void> perform(EngineState& state, const LookAtFile& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    state.counting.found.reset();
    state.counting.imported.clear();
    TRY_ASSIGN(const Bytes bytes, read_whole_file(asked.path, limits::import_bytes_max));
    TRY_ASSIGN(auto rules, use_rules(desk->store()));
    TRY_ASSIGN(auto moods, numbers_of(asked));
    TRY_ASSIGN(
        state.counting.found,
        look_at_file(as_text(bytes),
                     {.rules = std::move(rules), .zone = state.zone(), .moods = std::move(moods)},
                     {desk->record(), desk->store().context().ids}));
    state.counting.found_path = asked.path;
    return {};
}

Result<void> perform(EngineState& state, const ImportFound& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    if (!state.counting.found) {
        return Error(ErrorCode::refused, "Look at a file first; nothing was imported.");
    }
    ImportPlacement placement;
    if (!asked.only_for_me) {
        TRY_ASSIGN(placement.use, placement_of(state, SharedData::use));
        TRY_ASSIGN(placement.moods, placement_of(state, SharedData::mood));
    }
    TRY_ASSIGN(const auto summary,
               import_found(desk->store(), desk->record(), *state.counting.found, placement));
    state.counting.found.reset();
    state.counting.imported = summary_sentences(summary);
    desk->forget();
    state.shared.reset();  // our own export brings consents
    std::string told = tr_n("{0} entry imported", "{0} entries imported", summary.entries);
    if (summary.already_here > 0) {
        told = tr("{0}; {1} were here already", told, summary.already_here);
    }
    const bool is_any = summary.entries > 0;
    tell_saved(state, told, is_any ? std::optional(desk->record()) : std::nullopt);
    return {};
}

Result<void> perform(EngineState& state, const ForgetFound&) {
    state.counting.found.reset();
    return {};
}

}  // namespace evenkeel::model
