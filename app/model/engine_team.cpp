// Who of the practice is in the record of the client that is open, or in one's own.
#include "app/model/engine_state.h"
#include "app/model/own_team.h"
#include "core/words/tr.h"
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

Result<void> ask_the_client(EngineState& state, const LetColleagueIn& asked) {
    TRY(client::propose_colleague(*state.profile, asked.record, asked.user));
    team_changed(state, tr("Asked. The client decides on their own device"));
    return {};
}

}  // namespace

Result<void> perform(EngineState& state, const LetColleagueIn& asked) {
    TRY(need_open(state, asked.record));
    TRY_ASSIGN(const auto team, client::read_care_team(*state.profile, asked.record));
    if (team.client_approves) return ask_the_client(state, asked);
    TRY(client::let_colleague_in(*state.profile, asked.record, asked.user, state.setup.connect));
    team_changed(state, tr("Let in. The client is told at their next sync"));
    return {};
}

Result<void> perform(EngineState& state, const TakeColleagueOut& asked) {
    TRY(need_open(state, asked.record));
    TRY(client::take_colleague_out(*state.profile, asked.record, asked.user, state.setup.connect));
    team_changed(state, asked.user == state.self->user ? tr("You are out of this record")
                                                       : tr("Taken out of this record"));
    return {};
}

Result<void> perform(EngineState& state, const AnswerColleague& asked) {
    TRY_ASSIGN(const RecordDesk* desk, own_desk(state));
    if (!asked.let_in) {
        TRY(decline_colleague(state.profile->store(), asked.user));
        state.people.reset();
        tell_saved(state, tr("Not let in. Nothing was changed"));
        return {};
    }
    TRY(client::let_colleague_in(*state.profile, desk->record(), asked.user, state.setup.connect));
    team_changed(state, tr("Let in, by your word"));
    return {};
}

Result<void> perform(EngineState& state, const TakeOutOfMyRecord& asked) {
    TRY_ASSIGN(const RecordDesk* desk, own_desk(state));
    TRY(client::take_colleague_out(*state.profile, desk->record(), asked.user,
                                   state.setup.connect));
    team_changed(state, tr("Taken out of your record"));
    return {};
}

}  // namespace evenkeel::model
