// Whom this person invited and who has not joined yet.
#pragma once

#include "sync/client/enrolment.h"
#include "sync/client/invites.h"

namespace evenkeel::model {

// Without its secret, which is read again when the link is asked for.
struct Invited {
    InviteId id;
    trust::InviteRole role = trust::InviteRole::client;
    std::string name;
    Instant made;
    Instant expires;
};

// The open invites that devices of `self` made, newest first; those that ran out without an answer
// are among them. `members` are those of list_members.
Result<std::vector<Invited>> read_invited(client::Profile& profile, const client::Identity& self,
                                          const std::vector<client::MemberLine>& members);

// One of them with its secret, to be shown, ended or made anew. not_found once it has ended.
struct OpenInvite {
    client::KeptInvite kept;
    std::string name;
};
Result<OpenInvite> find_invited(client::Profile& profile, const client::Identity& self,
                                const InviteId& id);

}  // namespace evenkeel::model
