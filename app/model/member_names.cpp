#include "app/model/member_names.h"

#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

std::string name_of(const Members& members, UserId user) {
    // One person has a line for each record they are in; not each has brought the name.
    const auto found = std::ranges::find_if(members, [&](const client::MemberLine& member) {
        return member.user == user && !member.name.empty();
    });
    return found == members.end() ? std::string() : found->name;
}

std::string name_for(UserId reader, const Members& members, UserId user,
                     const std::string& otherwise) {
    if (user == reader) return tr("you");
    const std::string name = name_of(members, user);
    return name.empty() ? otherwise : name;
}

}  // namespace evenkeel::model
