// The practice's people in one client's record: a colleague is let in, for cover, supervision or a
// hand-over, and taken out again. Each is the next list of members, with a new key. Network calls
// wait.
#pragma once

#include "sync/client/enrolment.h"

namespace evenkeel::client {

enum class TeamPlace {
    inside,
    outside,
    taken_out,  // with every device they have: one that was cut never comes back
};
struct TeamLine {
    UserId user;
    std::string name;  // as they gave it, or as the record was told; empty: not known here
    TeamPlace place = TeamPlace::outside;
    bool told = false;  // the record has their name, so its client knows who is meant
};
struct CareTeam {
    std::vector<TeamLine> lines;   // all of the practice's staff: who is inside first, then by name
    bool client_approves = false;  // a colleague is let in by the client's own device alone
};
// As the newest list of members held here says. not_found if that record is not here.
Result<CareTeam> read_care_team(Profile& profile, VaultId record);

// Lets a colleague in with all devices they have now; what they add later follows by itself. They
// read all that was shared and will be. By staff in the record, or by the client; where the client
// approves, refused to staff, who thereby only tell the record the colleague's name, so that the
// client knows who is meant. Somebody who is in already: nothing changes.
Result<void> let_colleague_in(Profile& profile, VaultId record, UserId user,
                              const Connect& connect = make_http_transport);

// Where the client approves: tells the record a colleague's name, so that its client reads who is
// meant and lets them in. A change like any other: it waits for a network. Once more changes
// nothing. By staff in the record. Refuses where the practice decides, and not_found for who is no
// staff.
Result<void> propose_colleague(Profile& profile, VaultId record, UserId user);

// Takes one of the practice out with all their devices; they end after what they wrote. What they
// had, they had. Oneself too: who stays draws a new key in the turn after they hear of it
// (members_heal.cpp), for the first one after it was drawn by who went. Refuses the only one of the
// practice. Of the client there is no taking out.
Result<void> take_colleague_out(Profile& profile, VaultId record, UserId user,
                                const Connect& connect = make_http_transport);

}  // namespace evenkeel::client
