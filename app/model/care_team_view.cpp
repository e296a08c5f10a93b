#include "app/model/views.h"
#include "sync/client/care_team.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// Whom the staff list does not have is outside.
client::TeamLine line_of(const client::CareTeam& team, UserId user) {
    const auto found = std::ranges::find(team.lines, user, &client::TeamLine::user);
    return found == team.lines.end() ? client::TeamLine{.user = user, .name = {}} : *found;
}

}  // namespace

Result<CareTeamView> care_team_view(client::Profile& profile, VaultId record,
                                    const std::vector<ColleagueLine>& colleagues) {
    const auto read = client::read_care_team(profile, record);
    // Without a list of members there is nobody to name, and all else can still be shown.
    if (!read.ok() && read.error().code() == ErrorCode::not_found) return CareTeamView{};
    if (!read.ok()) return read.error();
    const client::CareTeam& team = read.value();
    CareTeamView view;
    view.client_approves = team.client_approves;
    for (const ColleagueLine& colleague : colleagues) {
        const client::TeamLine line = line_of(team, colleague.user);
        switch (line.place) {
            case client::TeamPlace::inside:
                view.inside.push_back(colleague);
                break;
            case client::TeamPlace::outside:
                view.outside.push_back(colleague);
                if (line.told) view.asked.push_back(colleague.user);
                break;
            case client::TeamPlace::taken_out:
                view.taken_out.push_back(colleague.name);
                break;
        }
    }
    return view;
}

}  // namespace evenkeel::model
