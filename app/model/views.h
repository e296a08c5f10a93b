// The builders of the views: plain functions, one file per topic. All read through the desk, so
// that what did not change is not read again.
#pragma once

#include "app/model/engine_state.h"
#include "app/model/reminders.h"
#include "core/insight/adherence.h"

namespace evenkeel::model {

constexpr std::int32_t week_days = 7;
constexpr std::int32_t month_days = 28;

// The days a client's screens look at; read once for all of them.
struct ClientDays {
    Day today;
    Day shown;
    std::vector<insight::DaySummary> week;  // the last seven, oldest first
    insight::DaySummary of_shown;
};
Result<ClientDays> read_client_days(RecordDesk& desk, Day today, Day shown);

Result<TodayView> today_view(RecordDesk& desk, const ClientDays& days);
Result<ScreenTimeView> screen_time_view(RecordDesk& desk, const ClientDays& days);

// What a boundary's day came to, by what was agreed to count.
DayOutcome outcome_of(const insight::Evaluation& evaluation);
DayOutcome outcome_of(const insight::DaySummary& day, EntityId boundary);
DayOutcome outcome_of(insight::Verdict verdict);

// Who reads the cards, and what the people in them are called.
struct CardReader {
    Role role = Role::client;
    UserId self;
    const std::vector<client::MemberLine>& members;
};
Result<std::vector<BoundaryCard>> boundary_cards(RecordDesk& desk, const CardReader& reader,
                                                 const std::vector<insight::DaySummary>& week);

Result<People> read_people(client::Profile& profile, const client::Identity& self);
// A day of the record as the care team can read it: what is private is left out, whole or in part.
Result<SeenDay> seen_day(RecordDesk& desk, Day day);
Result<SharingView> sharing_view(RecordDesk& desk, Day today, const SharedKinds& shared,
                                 const People& people, UserId self);

// `intakes` as the store lists them.
IntakesView intakes_view(const std::vector<store::KeptIntake>& intakes, const CardReader& reader,
                         Day today);

SyncLine sync_line(const client::SyncReport& report, bool confirmed, const Moment& now);

// `colleagues`: the practice's staff, as People has them.
Result<CareTeamView> care_team_view(client::Profile& profile, VaultId record,
                                    const std::vector<ColleagueLine>& colleagues);

// Clients or colleagues who were invited and have not joined.
std::vector<InvitedLine> invited_lines(const std::vector<Invited>& invited, trust::InviteRole role,
                                       const Moment& now);
InviteView invite_view(const client::IssuedInvite& issued, const std::string& name,
                       const Moment& now);

Result<std::vector<CaseLine>> case_lines(client::Profile& profile, const client::Identity& self,
                                         Day today);
struct OverviewRequest {
    CardReader reader;
    Day today;
    std::size_t day_count = month_days;
    std::optional<Instant> last_synced;  // this device, with the server
};
// `name` is the client's own, where it has arrived; else empty.
Result<OverviewView> overview_view(RecordDesk& desk, const OverviewRequest& request);

}  // namespace evenkeel::model
