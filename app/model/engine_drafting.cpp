// A clinician has questions drafted by a model that was put in on this device.
#include "app/model/engine_state.h"

namespace evenkeel::model {

Result<DraftingView> drafting_view(EngineState& state) {
    TRY_ASSIGN(const auto service, client::drafting_service(state.profile->store()));
    if (!service) return DraftingView{};
    return DraftingView{.host = client::host_of(service->url),
                        .model = service->model,
                        .under_way = state.drafting.under_way(),
                        .drafts = state.drafting.drafts()};
}

void go_on_drafting(EngineState& state) {
    if (!state.drafting.under_way()) return;
    const auto looked = state.drafting.look();
    if (!looked.ok()) tell_error(state, looked.error().sentence());
    if (!looked.ok() || looked.value()) state.changed = true;
}

Result<void> perform(EngineState& state, const SetDrafting& asked) {
    TRY(need_clinician(state));
    state.drafting.forget();
    if (!asked.service) {
        TRY(client::forget_drafting_service(state.profile->store()));
        tell_saved(state, "Drafting by a model is off on this device");
        return {};
    }
    TRY(client::set_drafting_service(state.profile->store(), *asked.service));
    tell_saved(state, "Questions can be drafted on this device");
    return {};
}

Result<void> perform(EngineState& state, const AskForDrafts& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(const auto service, client::drafting_service(state.profile->store()));
    if (!service) {
        return Error(ErrorCode::refused, "Drafting by a model is off on this device.");
    }
    return state.drafting.ask(*service, asked.theme);
}

}  // namespace evenkeel::model
