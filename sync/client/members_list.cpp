#include "core/store/sync_store.h"
#include "sync/client/enrolment.h"
#include "sync/client/members.h"

namespace evenkeel::client {
namespace {

std::string verified_name(VaultId record, DeviceId device) {
    return "members.verified." + to_hex(record) + to_hex(device);
}

MemberLine& line_of(std::vector<MemberLine>& lines, UserId user) {
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const MemberLine& line) { return line.user == user; });
    if (found != lines.end()) return *found;
    lines.push_back({.user = user});
    return lines.back();
}

void add_device(MemberLine& line, DeviceId device) {
    if (std::find(line.devices.begin(), line.devices.end(), device) == line.devices.end()) {
        line.devices.push_back(device);
    }
}

void add_staff(const Keyring& keyring, std::vector<MemberLine>& lines) {
    for (const trust::StaffUser& user : keyring.staff().users) {
        MemberLine& line = line_of(lines, user.id);
        line.role = user.role == trust::StaffRole::admin ? Role::admin : Role::clinician;
        for (const trust::DevicePublic& device : user.devices) add_device(line, device.id);
    }
}

void add_members(const Keyring& keyring, const trust::VaultRoster& roster,
                 std::vector<MemberLine>& lines) {
    for (const trust::VaultMember& member : roster.members) {
        if (member.role == trust::VaultRole::recovery) continue;
        MemberLine& line = line_of(lines, member.user);
        add_device(line, member.device.id);
        if (member.role == trust::VaultRole::client) {
            line.role = Role::client;
            line.record = roster.vault;
        } else if (line.role == Role::client) {
            const trust::StaffUser* const user =
                keyring.staff_chain().empty() ? nullptr : keyring.staff().user_of(member.device.id);
            const bool is_admin = user != nullptr && user->role == trust::StaffRole::admin;
            line.role = is_admin ? Role::admin : Role::clinician;
        }
    }
}

// A name from the practice vault counts before one from a record; what an invite said comes last.
Result<void> add_names(store::Store& store, VaultId record, std::vector<MemberLine>& lines) {
    TRY_ASSIGN(const auto names, names_in(store, record));
    for (MemberLine& line : lines) {
        const auto found = names.find(line.user);
        if (line.name.empty() && found != names.end()) line.name = found->second;
    }
    return {};
}

// A client's devices are compared for their record, those of the staff for the practice.
Result<void> add_verified(store::Store& store, VaultId practice_vault,
                          std::vector<MemberLine>& lines) {
    for (MemberLine& line : lines) {
        const VaultId vault = line.role == Role::client ? line.record : practice_vault;
        line.verified = !vault.is_none() && !line.devices.empty();
        for (const DeviceId& device : line.devices) {
            if (!line.verified) break;
            TRY_ASSIGN(const auto compared, store.value(verified_name(vault, device)));
            line.verified = compared.has_value();
        }
    }
    return {};
}

Result<const trust::VaultMember*> client_device(const Keyring& keyring, VaultId record,
                                                DeviceId device) {
    const trust::VaultRoster* const roster = keyring.roster(record);
    const trust::VaultMember* const member = roster == nullptr ? nullptr : roster->member(device);
    if (member != nullptr && member->role != trust::VaultRole::recovery) return member;
    return Error(ErrorCode::not_found, "That device is not a member of that record.");
}

Result<Keyring> load_keyring(store::Store& store, Identity& identity) {
    TRY_ASSIGN(auto stored, load_identity(store));
    if (!stored) return Error(ErrorCode::refused, "This profile has not joined a practice yet.");
    identity = std::move(*stored);
    return Keyring::load(store, identity);
}

}  // namespace

Result<std::vector<MemberLine>> list_members(Profile& profile) {
    store::Store& store = profile.store();
    Identity identity;
    TRY_ASSIGN(const Keyring keyring, load_keyring(store, identity));
    TRY_ASSIGN(const auto vaults, store::SyncStore(store).vaults());
    std::vector<MemberLine> lines;
    if (identity.role != Role::client) add_staff(keyring, lines);
    for (const store::VaultRow& vault : vaults) {
        const trust::VaultRoster* const roster = keyring.roster(vault.id);
        if (roster != nullptr && !roster->terminal) add_members(keyring, *roster, lines);
    }
    if (!identity.practice_vault.is_none()) {
        TRY(add_names(store, identity.practice_vault, lines));
    }
    for (const store::VaultRow& vault : vaults) {
        if (vault.type == delta::VaultType::care) TRY(add_names(store, vault.id, lines));
    }
    for (MemberLine& line : lines) {
        if (line.user == identity.user && line.name.empty()) line.name = identity.name;
        // A private vault names its client too; the record is the care vault.
        if (line.user == identity.user && line.role == Role::client) {
            line.record = identity.care_vault;
        }
    }
    TRY(add_verified(store, identity.practice_vault, lines));
    return lines;
}

Result<std::string> safety_number_of(Profile& profile, VaultId record, DeviceId device) {
    Identity identity;
    TRY_ASSIGN(const Keyring keyring, load_keyring(profile.store(), identity));
    TRY_ASSIGN(const trust::VaultMember* const member, client_device(keyring, record, device));
    return trust::safety_number(identity.root, member->device, record);
}

Result<void> mark_verified(Profile& profile, VaultId record, DeviceId device) {
    Identity identity;
    TRY_ASSIGN(const Keyring keyring, load_keyring(profile.store(), identity));
    TRY(client_device(keyring, record, device));
    return profile.store().set_value(verified_name(record, device), as_bytes("compared"));
}

}  // namespace evenkeel::client
