// Records handed over, and what an admin does: holds, retention, the staff, who saw what.
#include "app/model/access_report.h"
#include "app/model/engine_state.h"
#include "core/store/record_views.h"
#include "core/words/tr.h"
#include "sync/client/practice_policy.h"
#include "sync/client/staff.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

Result<void> need_admin(const EngineState& state) {
    TRY(need_clinician(state));
    if (state.self->role == Role::admin) return {};
    return Error(ErrorCode::refused, "That is for admins; nothing was changed.");
}

// Rosters changed beside the turn, and this person's own role perhaps with them.
Result<void> staff_changed(EngineState& state, std::string said) {
    TRY_ASSIGN(auto self, client::load_identity(state.profile->store()));
    if (self) state.self = std::move(self);
    state.people.reset();
    forget_clients(state);
    begin_syncing(state);
    tell_saved(state, std::move(said));
    return {};
}

std::string name_of_record(const EngineState& state, VaultId record) {
    if (state.administration) {
        const auto found =
            std::ranges::find(state.administration->records, record, &RecordLine::record);
        if (found != state.administration->records.end()) return found->name;
    }
    return "A client";
}

// Told one by one: whoever stands in the way of a colleague's leaving, and by whose hand.
Result<bool> is_held_up(EngineState& state, UserId user) {
    TRY_ASSIGN(const auto sentences, holds_of_leaving(*state.profile, *state.self, user));
    for (const std::string& sentence : sentences) tell_error(state, sentence);
    return !sentences.empty();
}

}  // namespace

namespace {

Result<void> archive_notes(EngineState& state, const MakeArchive& asked) {
    TRY_ASSIGN(const RecordDesk* desk, desk_of(state, asked.record));
    TRY_ASSIGN(state.archive, make_notes_archive(*state.profile, *state.self, desk->record(),
                                                 asked.path, state.setup.ports.random));
    tell_saved(state, tr_n("{0} note in the archive, encrypted",
                           "{0} notes in the archive, encrypted", state.archive->entries));
    return {};
}

}  // namespace

Result<void> perform(EngineState& state, const MakeArchive& asked) {
    if (asked.of == MakeArchive::Of::notes) return archive_notes(state, asked);
    RecordDesk* desk = nullptr;
    if (state.is_client()) {
        TRY_ASSIGN(desk, own_desk(state));
    } else {
        TRY_ASSIGN(desk, desk_of(state, asked.record));
        TRY(store::note_view(desk->store(), desk->record(), ViewedSection::export_,
                             state.self->user));
    }
    TRY_ASSIGN(state.archive,
               make_archive(*state.profile, desk->record(), asked.path, state.setup.ports.random));
    tell_saved(state,
               count_of(state.archive->entries, "entry", "entries") + " in the archive, encrypted");
    return {};
}

Result<void> perform(EngineState& state, const CloseArchive&) {
    state.archive.reset();
    return {};
}

Result<void> perform(EngineState& state, const ShowAdministration& asked) {
    TRY(need_admin(state));
    state.administration_shown = asked.shown;
    state.administered = asked.opened;
    state.administration.reset();
    if (!asked.shown) state.access_saved_to.clear();
    return {};
}

Result<void> perform(EngineState& state, const HoldRecord& asked) {
    TRY(need_clinician(state));
    TRY(store::hold_record(state.profile->store(), state.self->practice_vault, asked.record,
                           PhiText(asked.reason), state.self->user));
    state.administration.reset();
    tell_saved(state, "On hold: it is not removed until the hold is lifted");
    return {};
}

Result<void> perform(EngineState& state, const LiftHold& asked) {
    TRY(need_admin(state));
    TRY(store::lift_hold(state.profile->store(), state.self->practice_vault, asked.record,
                         state.self->user));
    state.administration.reset();
    tell_saved(state, "The hold is lifted");
    return {};
}

Result<void> perform(EngineState& state, const EndTreatment& asked) {
    TRY(need_clinician(state));
    TRY(store::end_treatment(state.profile->store(), state.self->practice_vault, asked.record,
                             asked.ended, state.self->user));
    state.administration.reset();
    tell_saved(state, asked.ended ? "Noted when the treatment ended" : "The treatment goes on");
    return {};
}

Result<void> perform(EngineState& state, const SetRetention& asked) {
    TRY(need_admin(state));
    TRY(client::state_retention(state.profile->store(), *state.self, asked.years));
    state.policy.reset();
    state.administration.reset();
    tell_saved(state, "Noted how long records are kept. Nothing is deleted by it");
    return {};
}

Result<void> perform(EngineState& state, const SaveAccessReport& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(const auto report, access_report(*state.profile, asked.record, state.setup.connect));
    TRY(write_access_report(report, {.path = asked.path,
                                     .client_name = name_of_record(state, asked.record),
                                     .made_by = state.self->name,
                                     .made = state.now()}));
    state.access_saved_to = asked.path;
    tell_saved(state, "Report saved. The file is not encrypted");
    return {};
}

Result<void> perform(EngineState& state, const SetStaffRole& asked) {
    TRY(need_admin(state));
    TRY(client::set_staff_role(*state.profile, asked.user,
                               asked.admin ? Role::admin : Role::clinician, state.setup.connect));
    return staff_changed(state, asked.admin ? "Admin from now on" : "Clinician from now on");
}

Result<void> perform(EngineState& state, const SetClientApproval& asked) {
    TRY(need_admin(state));
    TRY(client::set_client_approval(*state.profile, asked.asked, state.setup.connect));
    return staff_changed(state, asked.asked ? tr("Clients are asked from now on")
                                            : tr("New clients are not asked any more"));
}

Result<void> perform(EngineState& state, const RemoveColleague& asked) {
    TRY(need_admin(state));
    TRY_ASSIGN(const bool held_up, is_held_up(state, asked.user));
    if (held_up) return {};
    TRY(client::remove_colleague(*state.profile, asked.user, state.setup.connect));
    return staff_changed(state, "Removed from the practice");
}

Result<void> perform(EngineState& state, const RemoveStaffDevice& asked) {
    TRY(need_admin(state));
    TRY(client::revoke_device(*state.profile, asked.device, false, state.setup.connect));
    return staff_changed(state, "The device was removed");
}

}  // namespace evenkeel::model
