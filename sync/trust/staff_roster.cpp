#include "sync/trust/staff_roster.h"

#include "core/base/limits.h"
#include "proto/trust.pb.h"
#include "sync/trust/message.h"

#include <set>

namespace evenkeel::trust {
namespace {

constexpr std::size_t revoked_max = 1024;
constexpr std::uint32_t auto_lock_minutes_ceiling = 30;

Error refused() { return {ErrorCode::refused, "This change of the staff list is not allowed."}; }

proto::StaffRosterBody write_body(const StaffRoster& roster) {
    proto::StaffRosterBody body;
    body.set_root_key(to_string(roster.root_key));
    for (const StaffUser& user : roster.users) {
        auto& message = *body.add_users();
        message.set_id(user.id.string());
        message.set_role(static_cast<std::uint32_t>(user.role));
        for (const DevicePublic& device : user.devices)
            write_device(device, *message.add_devices());
    }
    for (const DeviceId& id : roster.revoked) body.add_revoked(id.string());
    body.set_recovery_box_key(to_string(roster.recovery_box_key));
    for (const Hash32& pin : roster.tls_spki_pins) body.add_tls_spki_pins(to_string(pin));
    body.mutable_policy()->set_auto_lock_minutes_max(roster.policy.auto_lock_minutes_max);
    body.mutable_policy()->set_client_approves_staff(roster.policy.client_approves_staff);
    body.set_practice_vault(optional_id(roster.practice_vault));
    return body;
}

bool read_user(const proto::StaffRosterBody::User& message, StaffUser& user) {
    if (!read_id(message.id(), user.id) ||
        !read_choice(message.role(), StaffRole::clinician, user.role)) {
        return false;
    }
    for (const proto::Device& device : message.devices()) {
        if (!read_device(device, user.devices.emplace_back())) return false;
    }
    return true;
}

bool read_body(ByteView bytes, StaffRoster& roster) {
    proto::StaffRosterBody body;
    if (!parse_message(bytes, body) || !read_array(body.root_key(), roster.root_key) ||
        !read_array(body.recovery_box_key(), roster.recovery_box_key) ||
        !read_optional_id(body.practice_vault(), roster.practice_vault)) {
        return false;
    }
    for (const auto& user : body.users()) {
        if (!read_user(user, roster.users.emplace_back())) return false;
    }
    for (const std::string& id : body.revoked()) {
        if (!read_id(id, roster.revoked.emplace_back())) return false;
    }
    for (const std::string& pin : body.tls_spki_pins()) {
        if (!read_array(pin, roster.tls_spki_pins.emplace_back())) return false;
    }
    roster.policy = {body.policy().auto_lock_minutes_max(), body.policy().client_approves_staff()};
    return true;
}

// What must hold of every staff roster, whatever came before it: counts, one place per id, no
// revoked device in use, and an admin who can sign the next one.
bool is_sound(const StaffRoster& roster) {
    std::set<UserId> users;
    std::set<DeviceId> devices(roster.revoked.begin(), roster.revoked.end());
    std::size_t count = 0;
    bool has_admin = false, small = roster.revoked.size() <= revoked_max;
    for (const StaffUser& user : roster.users) {
        users.insert(user.id);
        for (const DevicePublic& device : user.devices) devices.insert(device.id);
        count += user.devices.size();
        has_admin |= user.role == StaffRole::admin;
        small &= !user.devices.empty() && user.devices.size() <= limits::devices_per_user_max;
    }
    return has_admin && small && count <= limits::staff_devices_max &&
           users.size() == roster.users.size() && !users.contains(UserId{}) &&
           devices.size() == count + roster.revoked.size() && !devices.contains(DeviceId{}) &&
           roster.tls_spki_pins.size() <= limits::tls_pins_max &&
           roster.policy.auto_lock_minutes_max >= 1 &&
           roster.policy.auto_lock_minutes_max <= auto_lock_minutes_ceiling;
}

// Reads the body of a frame whose signature and signer are already right.
Result<StaffRoster> read_signed(const RosterFrame& frame) {
    StaffRoster roster{frame.place};
    if (!read_body(frame.body, roster) || !is_sound(roster) || roster.root() != frame.subject) {
        return Error(ErrorCode::damaged, "The staff list does not have the form of one.");
    }
    return roster;
}

bool may_sign(const StaffRoster& old, const DeviceId& author, const PublicKey& key) {
    if (author.is_none()) return key == old.root_key;
    const StaffUser* user = old.user_of(author);
    return user && user->role == StaffRole::admin && old.device(author)->signing_key == key;
}

bool is_revoked(const StaffRoster& roster, const DeviceId& id) {
    return std::ranges::count(roster.revoked, id) > 0;
}

bool devices_follow(const StaffRoster& old, const StaffRoster& next) {
    for (const StaffUser& user : old.users) {
        for (const DevicePublic& device : user.devices) {
            const DevicePublic* kept = next.device(device.id);
            const bool follows = kept ? *kept == device && next.user_of(device.id)->id == user.id
                                      : is_revoked(next, device.id);
            if (!follows) return false;
        }
    }
    return std::ranges::all_of(old.revoked, [&](const auto& id) { return is_revoked(next, id); });
}

}  // namespace

const StaffUser* StaffRoster::user_of(const DeviceId& id) const {
    const auto found = std::ranges::find_if(users, [&](const StaffUser& user) {
        return std::ranges::count(user.devices, id, &DevicePublic::id) > 0;
    });
    return found == users.end() ? nullptr : &*found;
}

const DevicePublic* StaffRoster::device(const DeviceId& id) const {
    const StaffUser* user = user_of(id);
    return user ? &*std::ranges::find(user->devices, id, &DevicePublic::id) : nullptr;
}

StaffRoster next_staff_roster(const StaffRoster& old) {
    StaffRoster draft = old;
    draft.advance();
    return draft;
}

void revoke_staff_device(StaffRoster& draft, const DeviceId& device) {
    if (draft.user_of(device) == nullptr) return;
    for (StaffUser& user : draft.users) {
        std::erase_if(user.devices, [&](const DevicePublic& own) { return own.id == device; });
    }
    std::erase_if(draft.users, [](const StaffUser& user) { return user.devices.empty(); });
    draft.revoked.push_back(device);
}

Result<Bytes> sign_staff_roster(StaffRoster& roster, const SigningKeys& author) {
    if (!is_sound(roster)) return refused();
    return sign_roster_frame(RosterKind::staff, roster.root(), roster,
                             serialise_message(write_body(roster)), author);
}

Result<StaffRoster> verify_first_staff_roster(ByteView bytes, const RootFingerprint& expected) {
    TRY_ASSIGN(const RosterFrame frame, open_roster_frame(bytes, RosterKind::staff));
    if (frame.place.number != 1 || !frame.place.author.is_none() || frame.subject != expected ||
        root_fingerprint(frame.author_key) != expected) {
        return Error(ErrorCode::refused, "The staff list is not the one of this practice.");
    }
    return read_signed(frame);
}

Result<StaffRoster> verify_next_staff_roster(const StaffRoster& old, ByteView bytes) {
    TRY_ASSIGN(const RosterFrame frame, open_roster_frame(bytes, RosterKind::staff));
    if (frame.subject != old.root() || !frame.place.follows(old) ||
        !may_sign(old, frame.place.author, frame.author_key)) {
        return refused();
    }
    TRY_ASSIGN(StaffRoster next, read_signed(frame));
    const bool moves_vault =
        !old.practice_vault.is_none() && next.practice_vault != old.practice_vault;
    if (next.root_key != old.root_key || moves_vault || !devices_follow(old, next))
        return refused();
    return next;
}

Result<std::vector<StaffRoster>> verify_staff_chain(std::span<const Bytes> chain,
                                                    const RootFingerprint& expected) {
    if (chain.empty()) return Error(ErrorCode::not_found, "The staff list is missing.");
    std::vector<StaffRoster> rosters;
    for (const Bytes& bytes : chain) {
        TRY_ASSIGN(StaffRoster roster, rosters.empty()
                                           ? verify_first_staff_roster(bytes, expected)
                                           : verify_next_staff_roster(rosters.back(), bytes));
        rosters.push_back(std::move(roster));
    }
    return rosters;
}

}  // namespace evenkeel::trust
