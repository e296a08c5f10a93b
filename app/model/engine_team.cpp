// Who of the practice is in the record of the client that is open.
#include "app/model/engine_state.h"
#include "sync/client/care_team.h"

namespace evenkeel::model {

namespace {

// The list of members changed beside the turn, which goes on from the new one.
void team_changed(EngineState& state, std::string said) {
    state.people.reset();
    forget_clients(state);
    begin_syncing(state);
    tell_saved(state, std::move(said));
}

Result<void> need_open(EngineState& state, VaultId record) {
    TRY(need_clinician(state));
    TRY(desk_of(state, record));
    return {};
}

}  // namespace

Result<void> perform(EngineState& state, const LetColleagueIn& asked) {
    TRY(need_open(state, asked.record));
    TRY(client::let_colleague_in(*state.profile, asked.record, asked.user, state.setup.connect));
    team_changed(state, "Let in. The client is told at their next sync");
    return {};
}

Result<void> perform(EngineState& state, const TakeColleagueOut& asked) {
    TRY(need_open(state, asked.record));
    TRY(client::take_colleague_out(*state.profile, asked.record, asked.user, state.setup.connect));
    team_changed(state, "Taken out of this record");
    return {};
}

}  // namespace evenkeel::model
