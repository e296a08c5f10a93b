// The digital-habits intake, on both sides: each answer is one durable operation.
#include "app/model/engine_state.h"
#include "app/model/intake_standing.h"
#include "core/words/tr.h"

namespace evenkeel::model {

namespace {

Role role_of(const EngineState& state) {
    return state.is_client() ? Role::client : Role::clinician;
}

void answers_changed(EngineState& state) {
    if (state.desk) state.desk->intakes_read.reset();
    state.overview.reset();
}

// Whether one is due may be another thing now, and the caseload says so.
void intakes_changed(EngineState& state) {
    answers_changed(state);
    forget_clients(state);
}

}  // namespace

Result<void> perform(EngineState& state, const StartIntake& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    const Role role = role_of(state);
    if (role == Role::client && asked.mode != IntakeMode::alone) {
        return Error(ErrorCode::refused, "That is for clinicians; nothing was changed.");
    }
    TRY_ASSIGN(const auto* intakes, desk->intakes());
    const IntakeStanding standing = intake_standing(*intakes, role);
    const bool is_asking = role != Role::client && asked.mode == IntakeMode::alone;
    // One that is open is gone on with; asked twice is asked once.
    if (is_asking ? standing.asked != nullptr : standing.open != nullptr) return {};
    TRY(store::begin_intake(desk->store(), desk->record(), asked.mode, state.self->user));
    intakes_changed(state);
    if (is_asking) tell_saved(state, "Asked for; the client sees it after the next sync");
    return {};
}

Result<void> perform(EngineState& state, const AnswerIntake& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::answer_intake(desk->store(), desk->record(), asked.intake, role_of(state),
                             asked.question, asked.answer));
    answers_changed(state);
    tell_saved(state, tr("Answer saved"), desk->record());
    return {};
}

Result<void> perform(EngineState& state, const FinishIntake& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::finish_intake(desk->store(), desk->record(), asked.intake, role_of(state)));
    intakes_changed(state);
    tell_saved(state, tr("Intake finished"), desk->record());
    return {};
}

Result<void> perform(EngineState& state, const ShareIntake& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(store::share_intake(desk->store(), desk->record(), asked.intake));
    intakes_changed(state);
    tell_saved(state, tr("Intake shared, from the next sync on"), desk->record());
    return {};
}

}  // namespace evenkeel::model
