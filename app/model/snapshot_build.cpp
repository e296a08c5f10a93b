#include "app/model/snapshot_build.h"

#include "app/model/consents.h"
#include "app/model/documents.h"
#include "app/model/error_words.h"
#include "app/model/pages.h"
#include "app/model/plan.h"
#include "app/model/proposal_draft.h"
#include "app/model/risk.h"
#include "app/model/safety_phrases.h"
#include "app/model/session_notes.h"
#include "app/model/sessions.h"
#include "app/model/tools.h"
#include "app/model/views.h"
#include "core/domain/practice_words.h"
#include "sync/client/members.h"
#include "sync/client/practice_policy.h"

#include <algorithm>

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

Result<void> add_next_session(EngineState& state, TodayView& view) {
    const RecordDesk& desk = *state.desk;
    TRY_ASSIGN(auto lines,
               session_lines(desk.store(), desk.record(), desk.now(), state.self->user));
    if (!lines.empty()) view.next_session = std::move(lines.front());
    return {};
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
    TRY(add_next_session(state, views.today));
    TRY_ASSIGN(const ReminderPlan plan, plan_reminders(desk, state.today, state.settings));
    views.today.reminder = plan.shown;
    state.reminder_due = plan.next;
    if (views.today.next_session) {
        state.reminder_due = std::min(state.reminder_due, views.today.next_session->ends);
    }
    TRY_ASSIGN(views.screen_time, screen_time_view(desk, days));
    TRY_ASSIGN(views.counting, counting_view(state));
    TRY_ASSIGN(views.boundaries.cards, boundary_cards(desk, reader_of(state), days.week));
    TRY_ASSIGN(views.boundaries.drafts, read_proposals(desk.store(), desk.record()));
    TRY_ASSIGN(views.journal, journal_view(state));
    TRY_ASSIGN(views.sharing,
               sharing_view(desk, state.today, *state.shared, *state.people, state.self->user));
    if (!state.opened) {
        TRY_ASSIGN(state.opened, opened_view(desk.store(), desk.record(), state.today));
    }
    views.sharing.opened = *state.opened;
    views.sharing.seen_pages = static_cast<std::size_t>(std::ranges::count_if(
        *views.journal.pages,
        [](const PageLine& page) { return page.state != PageState::only_you; }));
    TRY_ASSIGN(const auto* intakes, desk.intakes());
    views.intakes = intakes_view(*intakes, reader_of(state), state.today);
    TRY_ASSIGN(views.tools, client_tools(desk, state.today));
    TRY_ASSIGN(views.risk, client_risk(state));
    TRY_ASSIGN(views.plan,
               plan_lines(desk.store(), desk.record(), state.self->user, state.people->members));
    views.invite = state.issued;
    return views;
}

// Who belongs to the practice, and who was invited to.
Result<void> add_practice(EngineState& state, ClinicianViews& views) {
    views.is_admin = state.self->role == Role::admin;
    if (!state.questions) {
        TRY_ASSIGN(state.questions,
                   read_questions(state.profile->store(), state.self->practice_vault,
                                  state.self->user, state.people->members));
    }
    views.questions = *state.questions;
    TRY_ASSIGN(views.drafting, drafting_view(state));
    TRY_ASSIGN(const auto* said, need_policy(state));
    const std::optional<PracticePolicy>& policy = *said;
    views.reply_days = policy ? policy->reply_days : std::nullopt;
    views.safety = form_of(policy);
    if (answers_for_safety(policy)) {
        views.safety_sentence = "Looked at " + check_words(*policy->plan) + ".";
    }
    views.colleagues = state.people->colleagues;
    views.clients_approve = state.people->clients_approve;
    views.devices = state.people->devices;
    if (!state.invited) {
        TRY_ASSIGN(state.invited, read_invited(*state.profile, *state.self, state.people->members));
    }
    const Moment now{.instant = state.now(), .zone = state.zone()};
    views.invited = invited_lines(*state.invited, trust::InviteRole::client, now);
    views.invited_colleagues = invited_lines(*state.invited, trust::InviteRole::clinician, now);
    return {};
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
    TRY(add_practice(state, views));
    if (!state.tools) {
        TRY_ASSIGN(state.tools, tools_view(*state.profile, *state.self, state.today,
                                           state.tools_shown ? Vetting::shown : Vetting::hidden));
    }
    views.tools = *state.tools;
    if (state.desk && !state.overview) {
        TRY_ASSIGN(state.overview,
                   overview_view(*state.desk, {.reader = reader_of(state),
                                               .today = state.today,
                                               .day_count = state.day_count,
                                               .last_synced = state.report.last_success}));
        TRY_ASSIGN(state.overview->notes, notes_view(state.profile->store(), *state.self,
                                                     state.desk->record(), state.desk->now()));
        TRY_ASSIGN(state.overview->team,
                   care_team_view(*state.profile, state.desk->record(), state.people->colleagues));
        for (const CaseLine& line : views.caseload) {
            if (line.record != state.desk->record()) continue;
            state.overview->name = line.name;
            state.overview->brief.name = line.name;
            state.overview->has_left = line.has_left;
            state.overview->is_out = line.is_out;
        }
    }
    views.overview = state.overview;
    if (views.overview) {
        TRY_ASSIGN(const auto* drafts, need_drafts(state));
        views.overview->words.drafts = *drafts;
        views.overview->words.finished = state.finished;
    }
    views.invite = state.issued;
    if (state.administration_shown && views.is_admin) {
        if (!state.administration) {
            TRY_ASSIGN(state.administration, administration(*state.profile, *state.self,
                                                            state.today, state.administered));
        }
        views.administration = state.administration;
    }
    return views;
}

Result<void> add_views(EngineState& state, Snapshot& snapshot) {
    if (!state.profile) return {};
    TRY_ASSIGN(const auto reading, state.profile->store().read_at_once());
    if (state.stage == Stage::client) {
        TRY_ASSIGN(snapshot.client, client_views(state));
        if (state.trends_days > 0) {
            TRY_ASSIGN(snapshot.trends, trends_view(*state.desk, state.today, state.trends_days));
        }
    }
    if (state.stage == Stage::clinician) {
        TRY_ASSIGN(snapshot.clinician, clinician_views(state));
    }
    return {};
}

// Before a practice is joined there are no times to say.
void add_times(EngineState& state, Snapshot& snapshot) {
    std::optional<PracticePolicy> policy;
    if (state.profile && state.self) {
        const auto said = need_policy(state);
        if (said.ok()) policy = *said.value();
    }
    snapshot.nobody_watches = watching_words(policy);
}

// Where this person's files would go, by names that are free.
void add_files(const EngineState& state, Snapshot& snapshot) {
    const std::string& place = state.setup.profile_directory;
    if (!state.profile && client::Profile::exists(place)) {
        snapshot.set_aside_to = client::Profile::aside_of(place, state.setup.ports.clock);
    }
    if (!state.profile) return;
    const std::string& folder = state.setup.documents_folder;
    const std::string day = file_day(state.now(), state.zone());
    if (state.stage == Stage::client) {
        constexpr std::array endings = {".pdf", ".html", ".json"};
        for (std::size_t i = 0; i < endings.size(); ++i) {
            snapshot.export_paths[i] = free_path(folder, "Evenkeel " + day, endings[i]);
        }
        snapshot.exported_to = state.exported_to;
    }
    snapshot.archive = state.archive;
    if (state.desk) snapshot.archive_path = free_path(folder, "Evenkeel record " + day, ".zip");
    if (state.administration_shown) {
        snapshot.access_path = free_path(folder, "Evenkeel who saw what " + day, ".pdf");
        snapshot.access_saved_to = state.access_saved_to;
    }
    if (state.stage == Stage::clinician && state.desk) {
        snapshot.notes_path = free_path(folder, "Evenkeel notes " + day, ".zip");
        snapshot.brief_path = free_path(folder, "Evenkeel brief " + day, ".pdf");
        snapshot.brief_saved_to = state.brief_saved_to;
    }
    if (state.stage == Stage::unenrolled) {
        snapshot.sheet_path = free_path(folder, "Evenkeel recovery sheet " + day, ".txt");
    }
}

}  // namespace

SnapshotPtr build_snapshot(EngineState& state) {
    auto snapshot = std::make_shared<Snapshot>();
    if (const auto added = add_views(state, *snapshot); !added.ok()) {
        close_profile(state);
        state.stage = Stage::failed;
        state.failure = error_words(added.error().sentence());
    }
    snapshot->number = ++state.snapshots;
    snapshot->handled = state.handled;
    snapshot->stage = state.stage;
    snapshot->failure = state.failure;
    snapshot->invite = state.invite;
    snapshot->safety_number = state.safety_number;
    snapshot->sheet = state.sheet;
    add_files(state, *snapshot);
    if (state.turn) {
        snapshot->sync =
            sync_line(state.report, state.self->confirmed, {state.now(), state.zone()});
    }
    if (state.profile) snapshot->deletions_held = state.report.deletions_held;
    add_times(state, *snapshot);
    if (state.people) snapshot->arrivals = state.people->arrivals;
    snapshot->saved = state.saved;
    snapshot->errors = state.errors;
    snapshot->settings = state.settings;
    snapshot->can_remind_closed = state.setup.background != nullptr;
    snapshot->can_show_outside = state.can_show.value_or(true);
    snapshot->now = state.now();
    snapshot->zone = state.zone();
    return snapshot;
}

}  // namespace evenkeel::model
