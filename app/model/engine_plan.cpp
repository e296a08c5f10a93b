// The plan of what happens where: both sides write it, both may say that a line is done with.
#include "app/model/engine_state.h"
#include "core/store/plan_items.h"
#include "core/words/tr.h"

namespace evenkeel::model {

Result<void> perform(EngineState& state, const AddPlanLine& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::add_plan_item(desk->store(), desk->record(), asked.place, PhiText(asked.text),
                             state.self->user));
    forget_clients(state);
    tell_saved(state, tr("Added to the plan"), desk->record());
    return {};
}

Result<void> perform(EngineState& state, const SettlePlanLine& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::set_plan_state(desk->store(), desk->record(), asked.line, asked.state));
    forget_clients(state);
    tell_saved(state, asked.state == PlanState::done ? tr("Done") : tr("Taken off the plan"),
               desk->record());
    return {};
}

}  // namespace evenkeel::model
