// What is shared, the person's own devices, and sync by hand.
#include "app/model/consents.h"
#include "app/model/engine_state.h"
#include "core/store/operation.h"
#include "core/store/sync_store.h"
#include "core/words/tr.h"
#include "sync/client/arrivals.h"
#include "sync/client/leaving.h"
#include "sync/client/waiting_devices.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// There is nobody left to share with: what is kept stays kept.
Result<void> may_share(EngineState& state, bool paused) {
    TRY_ASSIGN(const bool leaving, client::is_leaving(state.profile->store()));
    const bool has_left = leaving || (state.people && state.people->has_left);
    if (paused || !has_left) return {};
    return Error(ErrorCode::refused, "You left the practice: there is nobody to share with.");
}

}  // namespace

Result<void> perform(EngineState& state, const SetShared& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    if (std::ranges::find(shared_kinds, asked.data) == shared_kinds.end()) {
        return Error(ErrorCode::invalid_input, "That is not shared by a switch.");
    }
    TRY(write_consent(desk->store(), desk->record(), asked.data, asked.shared));
    state.shared.reset();
    tell_saved(state, asked.shared ? tr("{0} is shared from now on", tr(name(asked.data)))
                                   : tr("{0} stays with you from now on", tr(name(asked.data))));
    return {};
}

Result<void> perform(EngineState& state, const PauseSharing& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(may_share(state, asked.paused));
    TRY(store::set_sharing_paused(desk->store(), desk->record(), asked.paused));
    desk->forget();  // what was not sent yet became private
    tell_saved(state, asked.paused ? tr("Sharing is paused: what you log stays with you")
                                   : tr("Sharing goes on with what you log from now on"));
    return {};
}

Result<void> perform(EngineState& state, const LetDeviceIn& asked) {
    TRY(need_member(state));
    store::Store& store = state.profile->store();
    TRY(asked.let_in ? client::let_in(store, asked.device)
                     : client::turn_away(store, asked.device));
    state.people.reset();
    tell_saved(state, asked.let_in ? tr("The device is let in by the next sync")
                                   : tr("The device was turned away"));
    if (asked.let_in && state.turn) state.turn->hurry(state.now());
    return {};
}

Result<void> perform(EngineState& state, const ArrivalsSeen&) {
    if (!state.profile) return Error(ErrorCode::refused, "The profile is locked.");
    TRY(client::arrivals_seen(state.profile->store()));
    state.people.reset();
    return {};
}

Result<void> perform(EngineState& state, const InviteDevice& asked) {
    TRY(need_member(state));
    return issue(state, trust::InviteRole::device, asked.name);
}

Result<void> perform(EngineState& state, const SyncNow&) {
    if (!state.turn) return Error(ErrorCode::refused, "Join a practice first.");
    state.turn->hurry(state.now());
    return {};
}

Result<void> perform(EngineState& state, const AnswerDeletions& asked) {
    if (!state.profile) return Error(ErrorCode::refused, "The profile is locked.");
    store::SyncStore sync(state.profile->store());
    TRY_ASSIGN(const std::size_t held, sync.held_deletions());
    if (held != asked.count) {
        state.report_is_old = true;
        return Error(ErrorCode::refused, "Their number has changed. Look at it once more.");
    }
    TRY(sync.answer_held_deletions(asked.apply));
    if (state.desk) state.desk->forget();
    forget_clients(state);
    if (!asked.apply) {
        tell_saved(state, tr_n("{0} entry kept, here and on your other devices",
                               "{0} entries kept, here and on your other devices", held));
    } else {
        const bool can_undo = state.is_client() && state.desk;
        tell_saved(state, tr_n("{0} entry deleted here too", "{0} entries deleted here too", held),
                   can_undo ? std::optional(state.desk->record()) : std::nullopt);
    }
    return {};
}

}  // namespace evenkeel::model
