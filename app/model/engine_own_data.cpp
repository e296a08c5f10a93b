// A person's data as files; leaving the practice; and the end of all that is here.
#include "app/model/engine_state.h"
#include "app/model/own_copy.h"
#include "app/model/reminder_files.h"
#include "core/words/tr.h"
#include "sync/client/leaving.h"

namespace evenkeel::model {

Result<void> perform(EngineState& state, const ExportData& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const std::size_t entries, write_copy(desk->store(), desk->record(), asked.path));
    state.exported_to = asked.path;
    tell_saved(state, tr_n("{0} entry exported. The file is not encrypted",
                           "{0} entries exported. The file is not encrypted", entries));
    return {};
}

Result<void> perform(EngineState& state, const RemoveDevice& asked) {
    TRY(need_member(state));
    const auto removed =
        client::revoke_device(*state.profile, asked.device, asked.erase, state.setup.connect);
    state.people.reset();
    begin_syncing(state);
    TRY(removed);
    tell_saved(state, asked.erase ? tr("The device is out, and is asked to erase itself")
                                  : tr("The device is out of your records"));
    return {};
}

Result<void> perform(EngineState& state, const LeavePractice&) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(client::leave_practice(*state.profile));
    desk->forget();  // what was not sent yet became private
    state.people.reset();
    tell_saved(state, tr("You left the practice: what you note stays with you"));
    if (state.turn) state.turn->hurry(state.now());
    return {};
}

// Nobody asked this device to say that it did: no word of it is kept, and the folder is as new.
Result<void> perform(EngineState& state, const EraseEverything&) {
    TRY(own_desk(state));
    const bool starts_at_login = state.settings.remind_closed || state.counting.wish.closed;
    if (starts_at_login && state.setup.background != nullptr) {
        TRY(state.setup.background->start_at_login(false));
    }
    // Nothing is written any more: a full disk must not save what is to be erased.
    state.counting = {};
    state.counts_here.reset();
    ReminderFiles files(state.setup.profile_directory, state.setup.ports.secrets,
                        state.setup.ports.random);
    TRY(files.remove());
    TRY(files.remove_counting());
    state.turn.reset();
    state.desk.reset();
    state.settings.own_numbers.clear();
    const auto erased = client::Profile::erase(std::move(state.profile));
    close_profile(state);
    TRY(erased);
    TRY(client::Profile::remove_erased(state.setup.profile_directory));
    start(state);
    tell_saved(state, tr("Everything on this device was deleted"));
    return {};
}

}  // namespace evenkeel::model
