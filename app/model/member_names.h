// What the members of a record are called.
#pragma once

#include "sync/client/enrolment.h"

namespace evenkeel::model {

using Members = std::vector<client::MemberLine>;

// Empty if nobody gave a name yet.
std::string name_of(const Members& members, UserId user);
// The same, for somebody who reads it: "you" for themself, `otherwise` for who has no name.
std::string name_for(UserId reader, const Members& members, UserId user,
                     const std::string& otherwise);

}  // namespace evenkeel::model
