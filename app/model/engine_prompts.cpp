// A clinician gives a client a question to write about, and ends it.
#include "app/model/engine_state.h"
#include "core/store/entries.h"

namespace evenkeel::model {

Result<void> perform(EngineState& state, const GivePrompt& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::give_prompt(desk->store(), desk->record(),
                           prompt_of(asked.form, state.today, state.self->user)));
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

}  // namespace evenkeel::model
