// What several steps of the engine need: notices, and the desk they work at.
#include "app/model/consents.h"
#include "app/model/error_words.h"
#include "app/model/views.h"

namespace evenkeel::model {

void tell_error(EngineState& state, const std::string& english) {
    const std::string sentence = error_words(english);
    // The same trouble told twice is told once, as the newest.
    std::erase_if(state.errors,
                  [&](const ErrorNotice& notice) { return notice.sentence == sentence; });
    state.errors.push_back({.number = ++state.notices, .sentence = sentence});
    if (state.errors.size() > errors_shown_max) state.errors.erase(state.errors.begin());
    state.changed = true;
}

void tell_saved(EngineState& state, std::string text, const std::optional<VaultId>& undo_record) {
    state.saved = SavedNotice{.number = ++state.notices,
                              .text = std::move(text),
                              .can_undo = undo_record.has_value(),
                              .until = state.now() + undo_offer_ms};
    state.undo_record = undo_record;
    state.undo_draft.reset();
    state.report_is_old = true;
    if (state.turn) state.turn->wake(state.now());
}

void day_changed(EngineState& state, Day day) {
    if (state.desk) state.desk->entries.forget(day);
}

void boundaries_changed(EngineState& state) {
    if (state.desk) {
        state.desk->book_read.reset();
        state.desk->reviews_read.reset();
    }
    forget_clients(state);
}

void forget_clients(EngineState& state) {
    state.policy.reset();
    state.caseload.reset();
    state.invited.reset();
    state.questions.reset();
    state.overview.reset();
    state.tools.reset();
    state.administration.reset();
}

Result<void> need_member(const EngineState& state) {
    if (state.stage == Stage::client || state.stage == Stage::clinician) return {};
    return Error(ErrorCode::refused, "Unlock first; nothing was changed.");
}

Result<RecordDesk*> own_desk(EngineState& state) {
    if (state.stage != Stage::client || !state.desk) {
        return Error(ErrorCode::refused, "Unlock first; nothing was changed.");
    }
    return &*state.desk;
}

Result<RecordDesk*> desk_of(EngineState& state, const std::optional<VaultId>& record) {
    if (state.stage == Stage::client) return own_desk(state);
    const bool is_open = state.desk && (!record || *record == state.desk->record());
    if (state.stage != Stage::clinician || !is_open) {
        return Error(ErrorCode::refused, "Open that client first; nothing was changed.");
    }
    return &*state.desk;
}

Result<store::Placement> placement_of(EngineState& state, SharedData data) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    if (!state.shared) {
        TRY_ASSIGN(state.shared, read_consents(desk->store(), desk->record()));
    }
    return (*state.shared)[data] ? store::Placement::shared : store::Placement::private_;
}

}  // namespace evenkeel::model
