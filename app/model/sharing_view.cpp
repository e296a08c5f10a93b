#include "app/model/arrivals.h"
#include "app/model/consents.h"
#include "app/model/own_team.h"
#include "app/model/views.h"
#include "core/store/operation.h"
#include "core/words/tr.h"
#include "sync/client/leaving.h"
#include "sync/client/members_next.h"
#include "sync/client/staff.h"
#include "sync/client/waiting_devices.h"
#include "sync/client/wiped.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

std::vector<std::string> care_team(const People& people, UserId self) {
    std::vector<std::string> names;
    for (const client::MemberLine& member : people.members) {
        if (member.user == self || member.role == Role::client) continue;
        names.push_back(member.name.empty() ? tr("a clinician of your practice") : member.name);
    }
    return names;
}

Result<ColleagueLine> colleague_line(client::Profile& profile, const client::Identity& self,
                                     const client::MemberLine& member) {
    ColleagueLine line{.user = member.user,
                       .name = member.name.empty() ? "A colleague" : member.name,
                       .role = member.role == Role::admin ? "Admin" : "Clinician",
                       .is_self = member.user == self.user,
                       .safety_numbers = {},
                       .verified = member.verified};
    for (const DeviceId& device : member.devices) {
        // A device that the practice's list names and its vault does not have yet has none.
        auto number = client::safety_number_of(profile, self.practice_vault, device);
        if (number.ok()) line.safety_numbers.push_back(std::move(number).value());
    }
    return line;
}

Result<std::vector<ColleagueLine>> read_colleagues(client::Profile& profile,
                                                   const client::Identity& self,
                                                   const std::vector<client::MemberLine>& members) {
    std::vector<ColleagueLine> lines;
    for (const client::MemberLine& member : members) {
        if (member.role == Role::client) continue;
        TRY_ASSIGN(lines.emplace_back(), colleague_line(profile, self, member));
    }
    std::ranges::stable_sort(lines, [](const ColleagueLine& left, const ColleagueLine& right) {
        return left.is_self && !right.is_self;
    });
    return lines;
}

// Asked for, and not in the lists of members yet.
Result<void> add_removals(store::Store& store, std::vector<DeviceLine>& lines) {
    TRY_ASSIGN(const auto wishes, client::removal_wishes(store));
    for (DeviceLine& line : lines) {
        const auto wish = std::ranges::find(wishes, line.id, &client::RemovalWish::device);
        if (wish != wishes.end() && !line.waits && line.removed.empty()) {
            line.removed = tr("Is removed at the next sync");
        }
    }
    return {};
}

}  // namespace

Result<People> read_people(client::Profile& profile, const client::Identity& self) {
    People people;
    TRY_ASSIGN(people.members, client::list_members(profile));
    for (const client::MemberLine& member : people.members) {
        if (member.user != self.user) continue;
        for (const DeviceId& device : member.devices) {
            const bool own = device == self.keys.id;
            people.devices.push_back(
                {.name = own ? tr("This device") : tr("Another device of yours"),
                 .this_one = own,
                 .waits = false,
                 .safety_number = {},
                 .id = device});
        }
    }
    TRY_ASSIGN(people.arrivals, arrival_sentences(profile));
    TRY_ASSIGN(const auto waiting, client::waiting_devices(profile.store()));
    for (const client::WaitingDevice& device : waiting) {
        people.devices.push_back({.name = device.name,
                                  .this_one = false,
                                  .waits = true,
                                  .safety_number = device.safety_number,
                                  .id = device.device});
    }
    TRY_ASSIGN(const auto removed, client::removed_devices(profile));
    for (const client::RemovedDevice& device : removed) {
        if (device.user != self.user) continue;
        people.devices.push_back({.name = tr("A removed device"),
                                  .this_one = false,
                                  .waits = false,
                                  .safety_number = {},
                                  .id = device.device,
                                  .removed = device.asked_to_erase
                                                 ? capitalised(wiped_words(device.wiped))
                                                 : tr("Removed")});
    }
    TRY(add_removals(profile.store(), people.devices));
    // Who waits for a word comes first, then this device.
    std::ranges::stable_sort(people.devices, [](const DeviceLine& left, const DeviceLine& right) {
        return std::pair(!left.waits, !left.this_one) < std::pair(!right.waits, !right.this_one);
    });
    if (self.role != Role::client) {
        TRY_ASSIGN(people.colleagues, read_colleagues(profile, self, people.members));
        TRY_ASSIGN(people.clients_approve, client::clients_approve(profile));
    } else {
        TRY_ASSIGN(const auto keyring, client::Keyring::load(profile.store(), self));
        people.has_left = client::has_left(keyring, self.care_vault);
        TRY_ASSIGN(people.own_team, own_team(profile, self.care_vault));
        auto number = client::safety_number_of(profile, self.care_vault, self.keys.id);
        if (number.ok()) people.safety_number = std::move(number).value();
    }
    return people;
}

Result<SharingView> sharing_view(RecordDesk& desk, Day today, const SharedKinds& shared,
                                 const People& people, UserId self) {
    SharingView view;
    view.seen_by = care_team(people, self);
    if (people.own_team) view.team = *people.own_team;
    for (const SharedData data : shared_kinds) {
        const auto found = shared.find(data);
        view.kinds.push_back({.data = data, .shared = found != shared.end() && found->second});
    }
    TRY_ASSIGN(view.paused, store::sharing_paused(desk.store(), desk.record()));
    TRY(desk.entries.need(today + (1 - week_days), today));
    for (std::int32_t back = 0; back < week_days; ++back) {
        TRY_ASSIGN(auto day, seen_day(desk, today + -back));
        view.seen_days.push_back(std::move(day));
    }
    TRY_ASSIGN(const bool leaving, client::is_leaving(desk.store()));
    view.leaving = people.has_left ? Leaving::left : leaving ? Leaving::asked : Leaving::no;
    view.devices = people.devices;
    view.safety_number = people.safety_number;
    return view;
}

}  // namespace evenkeel::model
