#include "sync/server/turn.h"
#include "sync/wire/notes_vault.h"

namespace evenkeel::server {

using trust::VaultRole;
using trust::VaultType;
using wire::RefusalCode;

Result<void> Turn::push_staff_rosters() {
    for (const Bytes& bytes : request_.staff_rosters) TRY(push_staff_roster(bytes));
    return {};
}

Result<void> Turn::push_staff_roster(const Bytes& bytes) {
    const auto frame = trust::open_roster_frame(bytes, trust::RosterKind::staff);
    if (!frame.ok()) {
        return refuse({.object = wire::log_object_hash(bytes)}, RefusalCode::malformed);
    }
    const std::uint32_t number = frame.value().place.number;
    const trust::StaffRoster& newest = *registry_.newest_staff();
    const wire::Refusal refusal{.roster = number};
    if (frame.value().subject != newest.root()) {
        return refuse(refusal, RefusalCode::wrong_server);
    }
    if (number <= newest.number) {
        if (number >= 1 && registry_.staff()[number - 1].hash == trust::roster_hash(bytes)) {
            response_.receipts.push_back({.roster = number});
            return {};
        }
        return refuse(refusal, RefusalCode::roster_conflict, newest.number);
    }
    if (number != newest.number + 1) {
        return refuse(refusal, RefusalCode::roster_conflict, newest.number);
    }
    auto next = trust::verify_next_staff_roster(newest, bytes);
    if (!registry_.is_staff(caller_) || !next.ok() || !registry_.fits_bindings(next.value())) {
        return refuse(refusal, RefusalCode::roster_invalid);
    }
    TRY(registry_.add_staff_roster(std::move(next).value(), bytes));
    response_.receipts.push_back({.roster = number});
    return {};
}

Result<void> Turn::push_vault_rosters() {
    for (const Bytes& bytes : request_.vault_rosters) TRY(push_vault_roster(bytes));
    return {};
}

// Compare and swap on the number: of two that were signed on top of the same roster, the first to
// arrive wins, and the other's author reads it, drafts again and signs again.
Result<void> Turn::push_vault_roster(const Bytes& bytes) {
    const auto label = trust::vault_roster_label(bytes);
    if (!label.ok() || label.value().number == 0) {
        return refuse({.object = wire::log_object_hash(bytes)}, RefusalCode::malformed);
    }
    const auto [id, number] = label.value();
    const wire::Refusal refusal{.vault = id, .roster = number};
    TRY_ASSIGN(Vault * vault, registry_.vault(id));
    const std::uint32_t newest = vault == nullptr ? 0 : vault->roster.number;
    if (vault != nullptr && vault->has_roster(number, trust::roster_hash(bytes))) {
        response_.receipts.push_back({.vault = id, .roster = number});
        return {};
    }
    if (vault != nullptr && vault->erased()) return refuse(refusal, RefusalCode::erased);
    if (number != newest + 1) return refuse(refusal, RefusalCode::roster_conflict, newest);

    auto next = trust::check_vault_roster(vault == nullptr ? nullptr : &vault->roster, bytes,
                                          registry_.staff(), {});
    if (!next.ok()) {
        const bool staff_missing = next.error().code() == ErrorCode::not_found;
        return refuse(refusal,
                      staff_missing ? RefusalCode::unknown_roster : RefusalCode::roster_invalid);
    }
    TRY_ASSIGN(const auto reason, reason_against(vault, next.value()));
    if (reason) return refuse(refusal, *reason, newest);

    TRY_ASSIGN(vault, registry_.add_vault_roster(std::move(next).value(), bytes, now_));
    response_.receipts.push_back({.vault = id, .roster = number});
    return record(*vault, AccessAction::roster, 0);
}

// What the server asks beyond the rule that devices apply too (trust::check_vault_roster).
Result<std::optional<RefusalCode>> Turn::reason_against(Vault* vault,
                                                        const trust::VaultRoster& next) {
    if (next.root != registry_.newest_staff()->root()) {
        return std::optional(RefusalCode::wrong_server);
    }
    if (!registry_.fits_bindings(next)) return std::optional(RefusalCode::roster_invalid);
    if (vault == nullptr) {
        TRY_ASSIGN(const bool may, may_found(next));
        if (!may) return std::optional(RefusalCode::not_a_member);
        return std::optional<RefusalCode>();
    }
    const bool concerned =
        is_member(*vault) || next.member(caller_) != nullptr || registry_.is_staff(caller_);
    if (!concerned) return std::optional(RefusalCode::not_a_member);
    // A new list must know the newest staff. One that others agreed on long ago (this server was
    // restored or replaced, and the caller brings it back) may not.
    const bool behind =
        next.type != VaultType::private_ && next.staff_number != registry_.newest_staff()->number;
    if (behind && !is_held_by_caller(vault->id, next.number)) {
        return std::optional(RefusalCode::roster_conflict);
    }
    TRY_ASSIGN(const bool hold, cuts_hold(*vault, next));
    if (!hold) return std::optional(RefusalCode::roster_conflict);
    return std::optional<RefusalCode>();
}

bool Turn::is_held_by_caller(const VaultId& vault, std::uint32_t number) const {
    return std::any_of(request_.vaults.begin(), request_.vaults.end(),
                       [&](const wire::VaultCursor& cursor) {
                           return cursor.vault == vault && cursor.roster >= number;
                       });
}

// A cut below what is stored would disown envelopes that others have read. One at the very end must
// name the envelope that is there.
Result<bool> Turn::cuts_hold(Vault& vault, const trust::VaultRoster& next) {
    for (const trust::Cut& cut : next.cuts) {
        if (vault.roster.cut(cut.device) != nullptr) continue;
        TRY_ASSIGN(const AuthorHead head, registry_.author_head(vault, cut.device));
        if (cut.final_sequence < head.sequence) return false;
        if (cut.final_sequence == head.sequence && cut.final_hash != head.hash) return false;
    }
    return true;
}

// Who may bring a vault's first roster in a signed turn. A care vault is born by the answer to an
// invite; a turn brings it only to a server that lost it, and then a staff device does.
Result<bool> Turn::may_found(const trust::VaultRoster& roster) {
    const auto& places = registry_.places_of(caller_);
    if (places.size() >= limits::vaults_per_device_max) return false;
    const bool staff = registry_.is_staff(caller_);
    const trust::VaultMember* author = roster.member(roster.author);
    if (author == nullptr) return false;
    switch (roster.type) {
        case VaultType::care:
            return staff;
        case VaultType::practice:
            return staff;
        case VaultType::notes:
            // Nobody takes the place that a colleague's notes are to have.
            return staff && author->user == known_.user &&
                   roster.vault == wire::notes_vault_of(roster.root, author->user);
        case VaultType::private_:
            break;
    }
    if (staff || author->user != known_.user) return false;
    std::size_t private_vaults = 0;
    bool has_care = false;
    for (const VaultPlace& place : places) {
        if (place.left != 0) continue;
        TRY_ASSIGN(const Vault* vault, registry_.vault(place.vault));
        if (vault == nullptr || vault->erased()) continue;
        if (vault->roster.type == VaultType::private_) ++private_vaults;
        if (vault->roster.type == VaultType::care) has_care = true;
    }
    return has_care && private_vaults < limits::private_vaults_per_user;
}

}  // namespace evenkeel::server
