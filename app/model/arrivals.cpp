#include "app/model/arrivals.h"

#include "app/model/member_names.h"
#include "core/words/tr.h"
#include "sync/client/arrivals.h"

#include <algorithm>

namespace evenkeel::model {
namespace {

using client::Arrival;

std::string who(const Arrival& arrival, const Members& members, const client::Identity& self) {
    if (arrival.user == self.user) return tr("A device of yours");
    const std::string name = name_of(members, arrival.user);
    const bool is_client = arrival.role == Role::client;
    if (arrival.new_person) {
        return !name.empty() ? name : is_client ? tr("A client") : tr("A clinician");
    }
    if (!name.empty()) return tr("A device of {0}", name);
    return is_client ? tr("A device of a client") : tr("A device of a clinician");
}

std::string where(const Arrival& arrival, const Members& members, const client::Identity& self) {
    if (arrival.record == self.practice_vault) return tr_as("added to", "the practice");
    if (self.role == Role::client) return tr_as("added to", "your record");
    const auto owner = std::ranges::find_if(
        members, [&](const auto& member) { return member.record == arrival.record; });
    return owner == members.end() || owner->name.empty() ? "a client's record"
                                                         : owner->name + "'s record";
}

std::string by_whom(const Arrival& arrival, const Members& members, const client::Identity& self) {
    if (arrival.by.is_none()) return tr("with the practice's recovery sheet");
    if (arrival.by == self.user) return tr("by one of your devices");
    const std::string name = name_of(members, arrival.by);
    return name.empty() ? tr("by another member") : tr("by {0}", name);
}

}  // namespace

Result<std::vector<std::string>> arrival_sentences(client::Profile& profile) {
    std::vector<std::string> sentences;
    TRY_ASSIGN(const auto arrivals, client::arrivals(profile.store()));
    TRY_ASSIGN(const auto self, client::load_identity(profile.store()));
    if (arrivals.empty() || !self) return sentences;
    TRY_ASSIGN(const Members members, client::list_members(profile));
    for (const Arrival& arrival : arrivals) {
        sentences.push_back(tr("{0} was added to {1} {2}.", who(arrival, members, *self),
                               where(arrival, members, *self), by_whom(arrival, members, *self)));
    }
    return sentences;
}

}  // namespace evenkeel::model
