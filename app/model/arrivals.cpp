#include "app/model/arrivals.h"

#include "app/model/member_names.h"
#include "sync/client/arrivals.h"

#include <algorithm>

namespace evenkeel::model {
namespace {

using client::Arrival;

std::string who(const Arrival& arrival, const Members& members, const client::Identity& self) {
    if (arrival.user == self.user) return "A device of yours";
    const std::string name = name_of(members, arrival.user);
    const std::string role = arrival.role == Role::client ? "client" : "clinician";
    if (arrival.new_person) return name.empty() ? "A " + role : name;
    return "A device of " + (name.empty() ? "a " + role : name);
}

std::string where(const Arrival& arrival, const Members& members, const client::Identity& self) {
    if (arrival.record == self.practice_vault) return "the practice";
    if (self.role == Role::client) return "your record";
    const auto owner = std::ranges::find_if(
        members, [&](const auto& member) { return member.record == arrival.record; });
    return owner == members.end() || owner->name.empty() ? "a client's record"
                                                         : owner->name + "'s record";
}

std::string by_whom(const Arrival& arrival, const Members& members, const client::Identity& self) {
    if (arrival.by.is_none()) return "with the practice's recovery sheet";
    if (arrival.by == self.user) return "by another device of yours";
    const std::string name = name_of(members, arrival.by);
    return "by " + (name.empty() ? "another member" : name);
}

}  // namespace

Result<std::vector<std::string>> arrival_sentences(client::Profile& profile) {
    std::vector<std::string> sentences;
    TRY_ASSIGN(const auto arrivals, client::arrivals(profile.store()));
    TRY_ASSIGN(const auto self, client::load_identity(profile.store()));
    if (arrivals.empty() || !self) return sentences;
    TRY_ASSIGN(const Members members, client::list_members(profile));
    for (const Arrival& arrival : arrivals) {
        sentences.push_back(who(arrival, members, *self) + " was added to " +
                            where(arrival, members, *self) + " " +
                            by_whom(arrival, members, *self) + ".");
    }
    return sentences;
}

}  // namespace evenkeel::model
