#include "sync/client/turn_rosters.h"

#include "sync/client/arrivals.h"
#include "sync/client/invites.h"
#include "sync/client/leaving.h"
#include "sync/client/members.h"
#include "sync/client/own_devices.h"
#include "sync/wire/notes_vault.h"

namespace evenkeel::client {
namespace {

// Persists one list; what does not verify is a notice, and only a local failure is an error.
Result<bool> accept(TurnState& state, const Result<void>& accepted) {
    if (accepted.ok()) return true;
    const ErrorCode code = accepted.error().code();
    if (code == ErrorCode::disk_full || code == ErrorCode::busy) return accepted.error();
    // not_found: it refers to a staff list that comes with the next turn.
    if (code != ErrorCode::not_found) state.notice(accepted.error().sentence());
    return false;
}

bool was_taken(const wire::TurnResponse& response, VaultId vault, std::uint32_t number) {
    return std::any_of(response.receipts.begin(), response.receipts.end(),
                       [&](const auto& receipt) {
                           return receipt.vault == vault && receipt.roster == number && number != 0;
                       });
}

// What was pushed again because the server had lost it needs no further push up to this number.
void note_taken(TurnState& state, const wire::TurnResponse& response) {
    for (const wire::Receipt& receipt : response.receipts) {
        const auto wanted = state.rosters_wanted.find(receipt.vault);
        if (receipt.roster == 0 || wanted == state.rosters_wanted.end()) continue;
        wanted->second = std::max(wanted->second, receipt.roster + 1);
    }
    std::erase_if(state.rosters_wanted, [&](const auto& wanted) {
        const auto* const roster = state.keyring.roster(wanted.first);
        const std::size_t newest = wanted.first.is_none() ? state.keyring.staff_chain().size()
                                   : roster == nullptr    ? 0
                                                          : roster->number;
        return wanted.second > newest;
    });
}

Result<bool> take_proposals(TurnState& state, const wire::TurnResponse& response) {
    bool changed = false;
    for (const Bytes& bytes : std::exchange(state.staff_proposals, {})) {
        const auto frame = trust::open_roster_frame(bytes, trust::RosterKind::staff);
        if (!frame.ok() || !was_taken(response, {}, frame.value().place.number)) continue;
        if (frame.value().place.number <= state.keyring.staff_chain().size()) continue;
        TRY_ASSIGN(const bool ok, accept(state, state.keyring.accept_staff_roster(bytes)));
        changed |= ok;
    }
    for (const Bytes& bytes : std::exchange(state.vault_proposals, {})) {
        const auto label = trust::vault_roster_label(bytes);
        if (!label.ok() || !was_taken(response, label.value().vault, label.value().number))
            continue;
        if (state.keyring.roster(label.value().vault, label.value().number) != nullptr) continue;
        TRY_ASSIGN(const bool ok, accept(state, state.keyring.accept_vault_roster(bytes)));
        changed |= ok;
    }
    return changed;
}

// Whether somebody known here stands behind the list that lets this device in. A server can invent
// records; it cannot invent that.
Result<bool> is_introduced(TurnState& state, VaultId vault) {
    TRY_ASSIGN(const auto rows, state.sync.vaults());
    const Keyring& keyring = state.keyring;
    for (std::uint32_t number = 1;; ++number) {
        const trust::VaultRoster* const roster = keyring.roster(vault, number);
        if (roster == nullptr) return false;
        const DeviceId author = roster->author;
        if (author.is_none() || author == state.identity.keys.id ||
            keyring.staff().device(author) != nullptr) {
            return true;
        }
        for (const store::VaultRow& row : rows) {
            const auto* const member = keyring.member(row.id, author);
            if (member != nullptr && member->user == state.identity.user) return true;
        }
    }
}

// What is private goes to nobody but the person's own devices, so every list of a private record
// must come from one, and a person has one such record: a second would take over what is written.
Result<bool> is_own_private(TurnState& state, VaultId vault) {
    TRY_ASSIGN(const auto rows, state.sync.vaults());
    const bool has_another = std::ranges::any_of(rows, [&](const store::VaultRow& row) {
        return row.type == delta::VaultType::private_ && row.id != vault;
    });
    if (has_another) return false;
    for (std::uint32_t number = 1;; ++number) {
        const trust::VaultRoster* const roster = state.keyring.roster(vault, number);
        if (roster == nullptr) return number > 1;
        if (!is_own_family(state.keyring, state.identity, roster->author)) return false;
    }
}

Result<bool> enter(TurnState& state, VaultId vault) {
    const trust::VaultRoster* const roster = state.keyring.roster(vault);
    if (roster == nullptr || roster->member(state.identity.keys.id) == nullptr) return false;
    const bool is_private = roster->type == trust::VaultType::private_;
    TRY_ASSIGN(const bool introduced,
               is_private ? is_own_private(state, vault) : is_introduced(state, vault));
    const bool is_notes = roster->type == trust::VaultType::notes;
    const VaultId own_notes = wire::notes_vault_of(state.identity.root, state.identity.user);
    if (!introduced || (is_notes && vault != own_notes)) return false;
    store::VaultRow row{.id = vault,
                        .type = static_cast<delta::VaultType>(roster->type),
                        .record = is_private ? state.identity.care_vault : vault};
    TRY(state.sync.add_vault(row));
    return true;
}

// One that ends this device when it leaves. Of other people's records only that record ends.
bool is_own_record(const Identity& identity, VaultId vault) {
    return vault == identity.care_vault || vault == identity.private_vault ||
           vault == identity.practice_vault;
}

Result<void> leave(TurnState& state, const trust::VaultRoster& roster) {
    TRY(state.sync.close_vault(roster.vault));
    const trust::Cut* const cut = roster.cut(state.identity.keys.id);
    if (roster.terminal) {
        state.notice("A record was erased by the practice.");
    } else if (cut != nullptr && cut->wipe) {
        state.notice("This device was removed and asked to erase what it holds.");
        if (is_own_record(state.identity, roster.vault)) {
            TRY(ask_to_erase(state.store));
            state.report.erase_asked = true;
        }
    } else if (has_left(state.keyring, roster.vault)) {
        state.notice("A client left the practice; what they shared before stays here.");
    } else {
        state.notice(
            "This device was removed from a record; what it did not send can be exported.");
    }
    return {};
}

// New records are entered and old ones left, as the newest lists say.
Result<bool> enter_and_leave(TurnState& state, const std::set<VaultId>& touched) {
    bool changed = false;
    for (const VaultId& vault : touched) {
        TRY_ASSIGN(const auto row, state.sync.vault(vault));
        if (!row) {
            TRY_ASSIGN(const bool entered, enter(state, vault));
            changed |= entered;
            continue;
        }
        const trust::VaultRoster* const roster = state.keyring.roster(vault);
        const bool gone = roster != nullptr &&
                          (roster->terminal || roster->cut(state.identity.keys.id) != nullptr);
        if (!gone || row->closed) continue;
        TRY(leave(state, *roster));
        changed = true;
    }
    return changed;
}

// The number of the newest list of each record this device is in.
Result<std::map<VaultId, std::uint32_t>> newest_lists(TurnState& state) {
    std::map<VaultId, std::uint32_t> newest;
    TRY_ASSIGN(const auto rows, state.sync.vaults());
    for (const store::VaultRow& row : rows) {
        const trust::VaultRoster* const roster = state.keyring.roster(row.id);
        if (!row.closed && roster != nullptr) newest[row.id] = roster->number;
    }
    return newest;
}

// Those who were there when this device came are no news.
Result<void> note_all_arrivals(TurnState& state, const std::map<VaultId, std::uint32_t>& before) {
    if (!state.identity.confirmed) return {};
    for (const auto& [record, number] : before) {
        TRY(note_arrivals(state.store, state.keyring, state.identity, record, number));
    }
    return {};
}

}  // namespace

Result<bool> take_rosters(TurnState& state, const wire::TurnResponse& response) {
    TRY_ASSIGN(const auto lists_before, newest_lists(state));
    std::set<VaultId> touched;
    bool offered = !response.staff_rosters.empty();
    for (const wire::VaultPage& page : response.vaults) {
        offered |= !page.rosters.empty();
        touched.insert(page.vault);
    }
    const bool proposed = !state.staff_proposals.empty() || !state.vault_proposals.empty();
    if (offered || proposed) {
        TRY_ASSIGN(auto invites, open_invite_keys(state.store, state.identity));
        state.keyring.set_invites(std::move(invites));
    }
    bool changed = false;
    for (const Bytes& bytes : response.staff_rosters) {
        TRY_ASSIGN(const bool ok, accept(state, state.keyring.accept_staff_roster(bytes)));
        changed |= ok;
    }
    for (const wire::VaultPage& page : response.vaults) {
        for (const Bytes& bytes : page.rosters) {
            TRY_ASSIGN(const bool ok, accept(state, state.keyring.accept_vault_roster(bytes)));
            changed |= ok;
            if (!ok) break;  // the next one builds on it
        }
        if (page.roster_wanted_from > 0) {
            state.rosters_wanted[page.vault] = page.roster_wanted_from;
        }
    }
    for (const Bytes& bytes : state.vault_proposals) {
        if (const auto label = trust::vault_roster_label(bytes); label.ok()) {
            touched.insert(label.value().vault);
        }
    }
    TRY_ASSIGN(const bool proposals_taken, take_proposals(state, response));
    note_taken(state, response);
    TRY_ASSIGN(const bool moved, enter_and_leave(state, touched));
    changed = changed || proposals_taken || moved;
    if (changed) TRY(note_all_arrivals(state, lists_before));
    if (changed && !state.keyring.staff_chain().empty()) {
        TRY(settle_membership(state.profile, state.identity, state.keyring));
        TRY_ASSIGN(const auto stored, load_identity(state.store));
        if (stored) state.identity = *stored;
    }
    return changed;
}

}  // namespace evenkeel::client
