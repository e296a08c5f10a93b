#include "app/model/snapshot_build.h"

#include "app/model/consents.h"
#include "app/model/views.h"
#include "sync/client/members.h"

namespace evenkeel::model {

namespace {

Result<void> need_people(EngineState& state) {
    if (state.people) return {};
    TRY_ASSIGN(state.people, read_people(*state.profile, *state.self));
    return {};
}

CardReader reader_of(const EngineState& state) {
    return {.role = state.is_client() ? Role::client : Role::clinician,
            .self = state.self->user,
            .members = state.people->members};
}

Result<ClientViews> client_views(EngineState& state) {
    RecordDesk& desk = *state.desk;
    TRY(need_people(state));
    if (!state.shared) {
        TRY_ASSIGN(state.shared, read_consents(desk.store(), desk.record()));
    }
    ClientViews views;
    views.name = state.self->name;
    views.confirmed = state.self->confirmed;
    TRY_ASSIGN(const ClientDays days, read_client_days(desk, state.today, state.shown));
    TRY_ASSIGN(views.today, today_view(desk, days));
    TRY_ASSIGN(const ReminderPlan plan, plan_reminders(desk, state.today, state.settings));
    views.today.reminder = plan.shown;
    state.reminder_due = plan.next;
    TRY_ASSIGN(views.screen_time, screen_time_view(desk, days));
    TRY_ASSIGN(views.boundaries.cards, boundary_cards(desk, reader_of(state), days.week));
    TRY_ASSIGN(views.sharing,
               sharing_view(desk, state.today, *state.shared, *state.people, state.self->user));
    views.invite = state.issued;
    return views;
}

Result<ClinicianViews> clinician_views(EngineState& state) {
    ClinicianViews views;
    views.name = state.self->name;
    TRY(need_people(state));
    if (state.practice.empty()) {
        TRY_ASSIGN(state.practice, client::practice_name(state.profile->store(), *state.self));
    }
    views.practice = state.practice;
    if (!state.caseload) {
        TRY_ASSIGN(state.caseload, case_lines(*state.profile, *state.self, state.today));
    }
    views.caseload = *state.caseload;
    if (state.desk && !state.overview) {
        TRY_ASSIGN(state.overview,
                   overview_view(*state.desk, {.reader = reader_of(state),
                                               .today = state.today,
                                               .day_count = state.day_count,
                                               .last_synced = state.report.last_success}));
        for (const CaseLine& line : views.caseload) {
            if (line.record == state.desk->record()) state.overview->name = line.name;
        }
    }
    views.overview = state.overview;
    views.invite = state.issued;
    return views;
}

Result<void> add_views(EngineState& state, Snapshot& snapshot) {
    if (state.stage == Stage::client) {
        TRY_ASSIGN(snapshot.client, client_views(state));
    }
    if (state.stage == Stage::clinician) {
        TRY_ASSIGN(snapshot.clinician, clinician_views(state));
    }
    return {};
}

}  // namespace

SnapshotPtr build_snapshot(EngineState& state) {
    auto snapshot = std::make_shared<Snapshot>();
    if (const auto added = add_views(state, *snapshot); !added.ok()) {
        close_profile(state);
        state.stage = Stage::failed;
        state.failure = added.error().sentence();
    }
    snapshot->number = ++state.snapshots;
    snapshot->handled = state.handled;
    snapshot->stage = state.stage;
    snapshot->failure = state.failure;
    snapshot->invite = state.invite;
    snapshot->safety_number = state.safety_number;
    if (state.turn) {
        snapshot->sync =
            sync_line(state.report, state.self->confirmed, {state.now(), state.zone()});
    }
    if (state.people) snapshot->arrivals = state.people->arrivals;
    snapshot->saved = state.saved;
    snapshot->errors = state.errors;
    snapshot->settings = state.settings;
    snapshot->now = state.now();
    snapshot->zone = state.zone();
    return snapshot;
}

}  // namespace evenkeel::model
