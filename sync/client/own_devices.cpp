#include "sync/client/own_devices.h"

#include <algorithm>
#include <iterator>

namespace evenkeel::client {
namespace {

// A device and those who let it in, one after the other, as far as they are of the same person.
struct Ancestry {
    std::vector<DeviceId> devices;
    bool reaches_first = false;  // the last of them made the record
};

const trust::VaultMember* own_member(const trust::VaultRoster* roster, DeviceId device,
                                     UserId user) {
    const auto* const member = roster == nullptr ? nullptr : roster->member(device);
    const bool is_own =
        member != nullptr && member->user == user && member->role == trust::VaultRole::client;
    return is_own ? member : nullptr;
}

// The number of the list that let the device in; 0 if it never was of this person.
std::uint32_t entered_at(const Keyring& keyring, const Identity& identity, DeviceId device) {
    for (std::uint32_t number = 1;; ++number) {
        const auto* const roster = keyring.roster(identity.care_vault, number);
        if (roster == nullptr) return 0;
        if (own_member(roster, device, identity.user) != nullptr) return number;
    }
}

// Ends, for who lets somebody in was in an earlier list than the one they enter with.
Ancestry ancestry_of(const Keyring& keyring, const Identity& identity, DeviceId device) {
    Ancestry found;
    while (true) {
        const std::uint32_t number = entered_at(keyring, identity, device);
        if (number == 0) return found;
        found.devices.push_back(device);
        if (number == 1) {
            found.reaches_first = true;
            return found;
        }
        const auto* const before = keyring.roster(identity.care_vault, number - 1);
        const DeviceId author = keyring.roster(identity.care_vault, number)->author;
        if (own_member(before, author, identity.user) == nullptr) return found;
        device = author;
    }
}

// The device its person began with: from each device to the own one that certified it. Ends, for
// that one stood on an earlier list.
DeviceId first_staff_device(const Keyring& keyring, DeviceId device) {
    const auto& lists = keyring.staff_chain();
    while (true) {
        const auto entered = std::ranges::find_if(
            lists, [&](const auto& list) { return list.device(device) != nullptr; });
        if (entered == lists.begin() || entered == lists.end()) return device;
        const trust::StaffUser* const author = std::prev(entered)->user_of(entered->author);
        if (author == nullptr || author->id != entered->user_of(device)->id) return device;
        device = entered->author;
    }
}

}  // namespace

bool is_own_staff_device(const Keyring& keyring, DeviceId one, DeviceId other) {
    return first_staff_device(keyring, one) == first_staff_device(keyring, other);
}

bool is_own_notes(const Keyring& keyring, const trust::VaultRoster& roster, DeviceId own) {
    return std::ranges::all_of(roster.members, [&](const trust::VaultMember& member) {
        return member.role != trust::VaultRole::clinician ||
               is_own_staff_device(keyring, own, member.device.id);
    });
}

bool is_own_family(const Keyring& keyring, const Identity& identity, DeviceId author) {
    if (author == identity.keys.id) return true;
    const Ancestry theirs = ancestry_of(keyring, identity, author);
    if (theirs.devices.empty()) return false;
    if (theirs.reaches_first) return true;
    const Ancestry mine = ancestry_of(keyring, identity, identity.keys.id);
    return std::ranges::find(mine.devices, theirs.devices.back()) != mine.devices.end();
}

}  // namespace evenkeel::client
