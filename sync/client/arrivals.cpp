#include "sync/client/arrivals.h"

#include "core/codec/byte_cursor.h"

#include <algorithm>

namespace evenkeel::client {
namespace {

constexpr const char* value_name = "members.arrivals";
// More than a person reads at once; whoever else came shows in the list of members.
constexpr std::size_t arrivals_max = 256;

Result<void> save(store::Store& store, const std::vector<Arrival>& all) {
    codec::ByteWriter writer;
    for (const Arrival& one : all) {
        writer.raw(one.record.view());
        writer.raw(one.user.view());
        writer.raw(one.device.view());
        writer.byte(static_cast<Byte>(one.role));
        writer.byte(one.new_person ? 1 : 0);
        writer.raw(one.by.view());
    }
    return store.set_value(value_name, std::move(writer).finish());
}

bool has_user(const trust::VaultRoster& roster, UserId user) {
    return std::ranges::any_of(roster.members,
                               [&](const trust::VaultMember& one) { return one.user == user; });
}

// A device of this person is in several lists; it is told of once, for the record that all see.
bool is_told_elsewhere(const Identity& identity, const trust::VaultMember& member, VaultId record) {
    if (identity.role == Role::client) return record == identity.private_vault;
    return member.user == identity.user && record != identity.practice_vault;
}

// Members let certified devices of staff in by themselves; the word that counts is the practice's.
UserId who_certified(const Keyring& keyring, DeviceId device) {
    for (const trust::StaffRoster& list : keyring.staff_chain()) {
        if (list.device(device) == nullptr) continue;
        const trust::StaffUser* const author = list.user_of(list.author);
        return author == nullptr ? UserId{} : author->id;
    }
    return {};
}

UserId by_whom(const Keyring& keyring, const trust::VaultRoster& old, DeviceId author,
               const Arrival& arrival) {
    if (arrival.role != Role::client && !arrival.new_person) {
        return who_certified(keyring, arrival.device);
    }
    const trust::VaultMember* const member = old.member(author);
    return member == nullptr ? UserId{} : member->user;
}

// What this person did at this device: their own further device, somebody they invited, or a
// colleague they let into a client's record.
bool is_own_doing(const Identity& identity, const trust::VaultRoster& old, DeviceId author,
                  const trust::VaultMember& member) {
    const bool let_in = old.type == trust::VaultType::care &&
                        member.role == trust::VaultRole::clinician && !has_user(old, member.user);
    return author == identity.keys.id && (member.user == identity.user || member.proof || let_in);
}

Arrival arrival_of(const trust::VaultMember& member, const trust::VaultRoster& old) {
    const bool is_client = member.role == trust::VaultRole::client;
    return {.record = old.vault,
            .user = member.user,
            .device = member.device.id,
            .role = is_client ? Role::client : Role::clinician,
            .new_person = !has_user(old, member.user)};
}

}  // namespace

Result<std::vector<Arrival>> arrivals(store::Store& store) {
    TRY_ASSIGN(const auto bytes, store.value(value_name));
    std::vector<Arrival> all;
    if (!bytes) return all;
    codec::ByteReader reader(*bytes);
    while (!reader.at_end()) {
        Arrival one;
        one.record = VaultId::from(reader.raw(16)).value_or(VaultId{});
        one.user = UserId::from(reader.raw(16)).value_or(UserId{});
        one.device = DeviceId::from(reader.raw(16)).value_or(DeviceId{});
        one.role = static_cast<Role>(reader.byte());
        one.new_person = reader.byte() != 0;
        one.by = UserId::from(reader.raw(16)).value_or(UserId{});
        all.push_back(one);
    }
    if (!reader.ok()) return Error(ErrorCode::damaged, "The list of new members is damaged.");
    return all;
}

Result<void> arrivals_seen(store::Store& store) { return store.erase_value(value_name); }

Result<void> note_arrivals(store::Store& store, const Keyring& keyring, const Identity& identity,
                           VaultId record, std::uint32_t before) {
    TRY_ASSIGN(auto all, arrivals(store));
    const std::size_t known = all.size();
    const trust::VaultRoster* old = keyring.roster(record, before);
    for (std::uint32_t number = before + 1; old != nullptr; ++number) {
        const trust::VaultRoster* const next = keyring.roster(record, number);
        if (next == nullptr) break;
        for (const trust::VaultMember& member : next->members) {
            if (member.role == trust::VaultRole::recovery || old->member(member.device.id) ||
                is_own_doing(identity, *old, next->author, member) ||
                is_told_elsewhere(identity, member, record) || all.size() == arrivals_max) {
                continue;
            }
            Arrival arrival = arrival_of(member, *old);
            arrival.by = by_whom(keyring, *old, next->author, arrival);
            all.push_back(arrival);
        }
        old = next;
    }
    return all.size() == known ? Result<void>() : save(store, all);
}

}  // namespace evenkeel::client
