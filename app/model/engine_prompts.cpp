// A clinician gives a client a question to write about and ends it, and keeps the practice's own.
#include "app/model/engine_state.h"
#include "core/store/entries.h"

namespace evenkeel::model {

Result<void> perform(EngineState& state, const GivePrompt& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    PromptAssignment prompt = prompt_of(asked.form, state.today, state.self->user);
    TRY(note_origin(desk->store(), state.self->practice_vault, prompt));
    TRY(store::give_prompt(desk->store(), desk->record(), std::move(prompt)));
    forget_clients(state);
    tell_saved(state, "Question given; it goes out at the next sync", desk->record());
    return {};
}

Result<void> perform(EngineState& state, const EndPrompt& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::end_prompt(desk->store(), desk->record(), asked.prompt));
    forget_clients(state);
    tell_saved(state, "The question is asked no more", desk->record());
    return {};
}

Result<void> perform(EngineState& state, const AddQuestion& asked) {
    TRY(need_clinician(state));
    const VaultId practice = state.self->practice_vault;
    TRY(store::add_question(state.profile->store(), practice, PhiText(asked.question),
                            state.self->user, asked.drafted));
    forget_clients(state);
    tell_saved(state, "Question kept for the practice", practice);
    return {};
}

Result<void> perform(EngineState& state, const ChangeQuestion& asked) {
    TRY(need_clinician(state));
    const VaultId practice = state.self->practice_vault;
    TRY(store::change_question(state.profile->store(), practice, asked.id,
                               PhiText(asked.question)));
    forget_clients(state);
    tell_saved(state, "Question changed; where it was given it stays as it was", practice);
    return {};
}

Result<void> perform(EngineState& state, const RetireQuestion& asked) {
    TRY(need_clinician(state));
    const VaultId practice = state.self->practice_vault;
    TRY(store::retire_question(state.profile->store(), practice, asked.id));
    forget_clients(state);
    tell_saved(state, "The question is offered no more", practice);
    return {};
}

}  // namespace evenkeel::model
