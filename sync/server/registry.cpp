#include "sync/server/registry.h"

#include "sync/trust/log_object.h"

namespace evenkeel::server {

namespace {

// The recovery sheet's key is in rosters but never calls.
bool is_caller(const trust::VaultMember& member) {
    return member.role != trust::VaultRole::recovery;
}

// Only members read wraps, from the signed bytes; the server needs none in memory.
void drop_wraps(trust::VaultRoster& roster) {
    for (trust::VaultMember& member : roster.members) member.wrap = {};
}

}  // namespace

Result<void> Registry::load() {
    changed_.clear();
    vaults_.clear();
    places_.clear();
    staff_.clear();
    TRY_ASSIGN(const std::vector<Bytes> chain, storage_.staff_rosters());
    std::optional<trust::RootFingerprint> root;
    if (!chain.empty()) {
        TRY_ASSIGN(const auto frame,
                   trust::open_roster_frame(chain.front(), trust::RosterKind::staff));
        root = frame.subject;
        TRY_ASSIGN(staff_, trust::verify_staff_chain(chain, *root));
    }
    Directory::Devices devices;
    TRY_ASSIGN(const auto records, storage_.devices());
    for (const DeviceRecord& record : records) {
        devices[record.device.id] = {record.device.signing_key, record.device.box_key, record.user};
    }
    for (const trust::StaffRoster& roster : staff_) {
        for (const trust::StaffUser& user : roster.users) {
            for (const auto& device : user.devices) devices[device.id].staff = true;
        }
    }
    directory_.replace(std::move(devices), root);
    TRY_ASSIGN(const auto memberships, storage_.memberships());
    for (const Membership& membership : memberships) {
        places_[membership.device].push_back({membership.vault, membership.left});
    }
    TRY_ASSIGN(const auto users, storage_.users_with_answers());
    answered_ = {users.begin(), users.end()};
    return {};
}

Result<void> Registry::flush() {
    for (Vault* vault : changed_) {
        TRY(storage_.set_head(vault->id, vault->head));
        for (auto& [device, author] : vault->authors) {
            if (author.changed) TRY(storage_.set_author_head(vault->id, device, author.head));
            author.changed = false;
        }
        vault->changed = false;
    }
    changed_.clear();
    if (vaults_.size() > vaults_in_memory_max) vaults_.clear();
    return {};
}

Result<void> Registry::add_staff_roster(trust::StaffRoster roster, ByteView bytes) {
    TRY(storage_.add_staff_roster(roster.number, bytes));
    for (const trust::StaffUser& user : roster.users) {
        for (const trust::DevicePublic& device : user.devices) TRY(bind(device, user.id, true));
    }
    if (staff_.empty()) directory_.set_root(roster.root());
    staff_.push_back(std::move(roster));
    return {};
}

std::uint32_t Registry::left_staff(const DeviceId& device) const {
    bool was = false;
    for (const trust::StaffRoster& roster : staff_) {
        const bool is = roster.device(device) != nullptr;
        if (was && !is) return roster.number;
        was = is;
    }
    return 0;
}

bool Registry::is_active(const DeviceId& device) const {
    const auto known = directory_.find(device);
    if (!known) return false;
    if (known->staff) return is_staff(device);
    const auto& places = places_of(device);
    return std::any_of(places.begin(), places.end(),
                       [](const VaultPlace& place) { return place.left == 0; });
}

const std::vector<VaultPlace>& Registry::places_of(const DeviceId& device) const {
    static const std::vector<VaultPlace> nowhere;
    const auto place = places_.find(device);
    return place == places_.end() ? nowhere : place->second;
}

Result<Vault*> Registry::vault(const VaultId& vault) {
    const auto place = vaults_.find(vault);
    if (place != vaults_.end()) return place->second.get();
    TRY_ASSIGN(auto loaded, load_vault(vault));
    if (loaded == nullptr) return static_cast<Vault*>(nullptr);
    return vaults_.emplace(vault, std::move(loaded)).first->second.get();
}

Result<std::unique_ptr<Vault>> Registry::load_vault(const VaultId& id) {
    TRY_ASSIGN(const auto chain, storage_.vault_rosters(id, 1, UINT32_MAX));
    if (chain.empty()) return std::unique_ptr<Vault>();
    auto vault = std::make_unique<Vault>();
    vault->id = id;
    for (const Bytes& bytes : chain) {
        const trust::VaultRoster* old = vault->roster_hashes.empty() ? nullptr : &vault->roster;
        TRY_ASSIGN(auto roster, trust::check_vault_roster(old, bytes, staff_, {}));
        vault->roster = std::move(roster);
        vault->roster_hashes.push_back(vault->roster.hash);
    }
    drop_wraps(vault->roster);
    TRY_ASSIGN(vault->head, storage_.head(id));
    return vault;
}

Result<void> Registry::append(Vault& vault, LogRow row, const Hash32& hash) {
    row.position = vault.head.position + 1;
    const Hash32 chain = trust::next_log_hash(vault.head.chain, row.position, hash);
    TRY(storage_.add_row(vault.id, row, chain));
    vault.head.position = row.position;
    vault.head.chain = chain;
    mark_changed(vault);
    return {};
}

void Registry::mark_changed(Vault& vault) {
    if (vault.changed) return;
    vault.changed = true;
    changed_.push_back(&vault);
}

Result<AuthorHead> Registry::author_head(Vault& vault, const DeviceId& author) {
    const auto place = vault.authors.find(author);
    if (place != vault.authors.end()) return place->second.head;
    TRY_ASSIGN(const AuthorHead head, storage_.author_head(vault.id, author));
    vault.authors[author] = {head};
    return head;
}

void Registry::set_author_head(Vault& vault, const DeviceId& author, const AuthorHead& head) {
    vault.authors[author] = {head, true};
    mark_changed(vault);
}

bool Registry::fits_binding(const trust::DevicePublic& device, const UserId& user) const {
    const auto known = directory_.find(device.id);
    return !known || (known->signing_key == device.signing_key &&
                      known->box_key == device.box_key && known->user == user);
}

bool Registry::fits_bindings(const trust::VaultRoster& roster) const {
    return std::all_of(roster.members.begin(), roster.members.end(), [&](const auto& member) {
        return !is_caller(member) || fits_binding(member.device, member.user);
    });
}

bool Registry::fits_bindings(const trust::StaffRoster& roster) const {
    for (const trust::StaffUser& user : roster.users) {
        for (const trust::DevicePublic& device : user.devices) {
            if (!fits_binding(device, user.id)) return false;
        }
    }
    return true;
}

Result<void> Registry::bind(const trust::DevicePublic& device, const UserId& user, bool staff) {
    const auto known = directory_.find(device.id);
    if (!known) TRY(storage_.add_device({device, user}));
    directory_.add(device.id,
                   {device.signing_key, device.box_key, user, staff || (known && known->staff)});
    return {};
}

Result<void> Registry::set_place(const DeviceId& device, const VaultPlace& place) {
    auto& places = places_[device];
    const auto known = std::find_if(places.begin(), places.end(), [&](const VaultPlace& other) {
        return other.vault == place.vault;
    });
    if (known != places.end() && known->left == place.left) return {};
    if (known != places.end()) {
        known->left = place.left;
    } else {
        places.push_back(place);
    }
    return storage_.set_membership({device, place.vault, place.left});
}

Result<Vault*> Registry::add_vault_roster(trust::VaultRoster roster, ByteView bytes, Instant now) {
    TRY(storage_.add_vault_roster(roster.vault, roster.number, bytes));
    TRY_ASSIGN(Vault * known, vault(roster.vault));
    if (known == nullptr || known->roster.number != roster.number) {
        // Loading it found the roster just stored, if this is the first; else it follows here.
        ASSERT(known != nullptr);
        for (const trust::VaultMember& former : known->roster.members) {
            if (!is_caller(former) || roster.member(former.device.id) != nullptr) continue;
            TRY(set_place(former.device.id, {roster.vault, roster.number}));
        }
        known->roster_hashes.push_back(roster.hash);
        known->roster = std::move(roster);
        drop_wraps(known->roster);
    }
    for (const trust::VaultMember& member : known->roster.members) {
        if (!is_caller(member)) continue;
        TRY(bind(member.device, member.user, false));
        TRY(set_place(member.device.id, {known->id, 0}));
    }
    if (known->erased()) {
        TRY(storage_.mark_erased(known->id, now));
        TRY(storage_.erase_log(known->id));
        known->head.position = 0;
        known->head.chain = {};
        known->authors.clear();
        mark_changed(*known);
    }
    return known;
}

}  // namespace evenkeel::server
