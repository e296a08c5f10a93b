#include "sync/client/turn_request.h"

#include "sync/client/access_heads.h"
#include "sync/client/enrolment.h"
#include "sync/client/invites.h"
#include "sync/client/notes_vault.h"
#include "sync/client/sealing.h"
#include "sync/client/successor.h"
#include "sync/client/unwanted.h"
#include "sync/client/void_marks.h"
#include "sync/trust/log_object.h"
#include "sync/wire/calls.h"

namespace evenkeel::client {
namespace {

// Lists of members in one request: at least ten of the largest.
constexpr std::size_t roster_bytes_per_request = 640 * 1024;
constexpr std::size_t log_objects_per_request = 256;

// Counts down what still fits, the first thing always.
class Room {
public:
    explicit Room(std::size_t bytes) : bytes_(bytes) {}
    bool take(std::size_t size) {
        if (used_ > 0 && used_ + size > bytes_) return false;
        used_ += size;
        return true;
    }
    [[nodiscard]] std::size_t used() const { return used_; }

private:
    std::size_t bytes_;
    std::size_t used_ = 0;
};

std::uint32_t newest_roster(const TurnState& state, VaultId vault) {
    const trust::VaultRoster* const roster = state.keyring.roster(vault);
    return roster == nullptr ? 0 : roster->number;
}

Result<void> add_cursors(TurnState& state, wire::TurnRequest& request) {
    if (!state.keyring.staff_chain().empty()) request.staff_roster = state.keyring.staff().number;
    TRY_ASSIGN(const auto epoch, state.store.value("sync.server_epoch"));
    if (epoch && epoch->size() == request.epoch.emplace().size()) {
        std::copy(epoch->begin(), epoch->end(), request.epoch->begin());
    } else {
        request.epoch.reset();
    }
    TRY_ASSIGN(const auto vaults, state.sync.vaults());
    for (const store::VaultRow& vault : vaults) {
        if (vault.closed) continue;
        wire::VaultCursor cursor{
            .vault = vault.id, .position = vault.cursor, .roster = newest_roster(state, vault.id)};
        std::copy_n(vault.chain.begin(), cursor.chain.size(), cursor.chain.begin());
        TRY_ASSIGN(const AccessHead head, seen_access_head(state.store, vault.id));
        cursor.access_index = head.index;
        request.vaults.push_back(cursor);
    }
    return {};
}

// A server that lost lists of members gets them back as they were signed, from number to number.
Result<void> add_rosters(TurnState& state, wire::TurnRequest& request, Room& room) {
    for (const auto& [vault, from] : state.rosters_wanted) {
        TRY_ASSIGN(const auto chain, state.sync.rosters(vault));
        auto& target = vault.is_none() ? request.staff_rosters : request.vault_rosters;
        for (std::size_t i = from == 0 ? 0 : from - 1; i < chain.size(); ++i) {
            if (!room.take(chain[i].size())) break;
            target.push_back(chain[i]);
        }
    }
    for (const Bytes& bytes : state.staff_proposals) {
        if (room.take(bytes.size())) request.staff_rosters.push_back(bytes);
    }
    for (const Bytes& bytes : state.vault_proposals) {
        if (room.take(bytes.size())) request.vault_rosters.push_back(bytes);
    }
    return {};
}

Result<void> add_log_objects(TurnState& state, wire::TurnRequest& request, Room& room) {
    auto& objects = request.log_objects;
    const auto takes = [&](const Bytes& object) {
        return objects.size() < log_objects_per_request && room.take(object.size());
    };
    TRY_ASSIGN(auto marks, waiting_void_marks(state.store));
    for (Bytes& mark : marks) {
        if (!takes(mark)) return {};
        objects.push_back(std::move(mark));
    }
    TRY_ASSIGN(const auto due, state.sync.redactions_due());
    for (const auto& name : due) {
        const trust::Redaction redaction{.vault = name.vault,
                                         .author = name.author,
                                         .sequence = name.sequence,
                                         .envelope_hash = name.hash,
                                         .signer = state.identity.keys.id};
        Bytes object = trust::sign_redaction(redaction, state.identity.keys.signing.secret);
        if (!takes(object)) return {};
        objects.push_back(std::move(object));
    }
    return {};
}

// One list per record at a time: where an answer to an invite made one, healing comes after it.
void add_proposal(TurnState& state, Bytes bytes) {
    const auto label = trust::vault_roster_label(bytes);
    const bool has_one = std::any_of(
        state.vault_proposals.begin(), state.vault_proposals.end(), [&](const Bytes& other) {
            const auto its = trust::vault_roster_label(other);
            return its.ok() && label.ok() && its.value().vault == label.value().vault;
        });
    if (!has_one) state.vault_proposals.push_back(std::move(bytes));
}

// Other people's stubs need their own word, which their devices bring; and what this server refused
// as it is stays here until the server is another.
bool is_wanted(const TurnState& state, const Unwanted& unwanted, const store::EnvelopeRow& row) {
    const auto left_out = unwanted.find({row.vault, row.author});
    if (left_out != unwanted.end() && row.sequence >= left_out->second) return false;
    if (row.bytes.size() != trust::envelope_stub_bytes) return true;
    const trust::VaultMember* const author = state.keyring.member(row.vault, row.author);
    return author != nullptr && author->user == state.identity.user;
}

// A server that lost its log gets a stub together with the word that made it one.
Result<void> add_stub(TurnState& state, store::EnvelopeRow row, wire::TurnRequest& request) {
    const trust::SigningSecret& secret = state.identity.keys.signing.secret;
    if (row.state == store::EnvelopeState::voided) {
        TRY_ASSIGN(const trust::EnvelopeView view, trust::parse_envelope(row.bytes));
        request.log_objects.push_back(trust::sign_void_mark(view, state.identity.keys.id, secret));
        return {};
    }
    request.log_objects.push_back(trust::sign_redaction({.vault = row.vault,
                                                         .author = row.author,
                                                         .sequence = row.sequence,
                                                         .envelope_hash = row.hash,
                                                         .signer = state.identity.keys.id},
                                                        secret));
    request.envelopes.push_back(std::move(row.bytes));
    return {};
}

// Envelopes of records this device may still write to. Others stay here and can be exported.
Result<void> add_envelopes(TurnState& state, wire::TurnRequest& request, std::size_t bytes_max) {
    TRY_ASSIGN(const Unwanted unwanted, load_unwanted(state.store));
    TRY_ASSIGN(auto unsent, state.sync.unsent(bytes_max, [&](const store::EnvelopeRow& row) {
        return is_wanted(state, unwanted, row);
    }));
    for (store::EnvelopeRow& row : unsent) {
        if (row.bytes.size() == trust::envelope_stub_bytes) {
            TRY(add_stub(state, std::move(row), request));
        } else {
            request.envelopes.push_back(std::move(row.bytes));
        }
    }
    return {};
}

}  // namespace

Result<void> prepare_turn(TurnState& state, Instant now) {
    TRY(state.sync.advance_redactions());
    TRY_ASSIGN(const bool succeeding, successor_under_way(state.store));
    if (succeeding) TRY(advance_successor(state));
    TRY_ASSIGN(const bool still_succeeding, successor_under_way(state.store));
    if (still_succeeding) return {};
    if (!state.keyring.staff_chain().empty()) {
        TRY_ASSIGN(auto healed, heal_rosters(state.profile, state.identity, state.keyring));
        for (Bytes& bytes : healed) add_proposal(state, std::move(bytes));
        TRY_ASSIGN(auto notes, first_notes_roster(state.profile, state.identity, state.keyring));
        if (notes) add_proposal(state, *std::move(notes));
        TRY_ASSIGN(const auto stored, load_identity(state.store));
        if (stored) state.identity = *stored;
    }
    // Such a contact only asks the time, so that nothing is stamped by a wrong clock (R19).
    if (state.clock.must_ask(now)) return {};
    TRY_ASSIGN(const Sealed sealed, seal_outbox(state.store, state.identity, state.keyring,
                                                state.clock.corrected(now), state.request_bytes));
    if (sealed.too_large > 0) {
        state.notice("An entry is too large to be sent; it is kept on this device.");
    }
    return {};
}

Result<wire::TurnRequest> make_turn_request(TurnState& state, Instant now) {
    wire::TurnRequest request;
    TRY(add_cursors(state, request));
    Room room(std::min(state.request_bytes, roster_bytes_per_request));
    TRY(add_rosters(state, request, room));
    TRY_ASSIGN(const auto offers, open_offers(state.store, now));
    for (const wire::InviteOffer& offer : offers) {
        if (room.take(offer.blob.size())) request.invites.push_back(offer);
    }
    TRY_ASSIGN(request.invites_done, withdrawn_invites(state.store));
    request.invites_done.insert(request.invites_done.end(), state.invites_done.begin(),
                                state.invites_done.end());
    // A copy of another device has nothing to say until it has a name of its own.
    TRY_ASSIGN(const bool succeeding, successor_under_way(state.store));
    if (succeeding) return request;
    TRY(add_log_objects(state, request, room));
    if (room.used() >= state.request_bytes) return request;
    TRY(add_envelopes(state, request, state.request_bytes - room.used()));
    return request;
}

Result<bool> has_work(TurnState& state, Instant now) {
    if (!state.rosters_wanted.empty() || !state.staff_proposals.empty() ||
        !state.vault_proposals.empty() || !state.invites_done.empty()) {
        return true;
    }
    TRY_ASSIGN(const auto withdrawn, withdrawn_invites(state.store));
    if (!withdrawn.empty()) return true;
    TRY_ASSIGN(const std::size_t unsent, state.sync.unsent_count());
    TRY_ASSIGN(const std::size_t unsealed, state.sync.unsealed_count());
    if (unsealed > 0) return true;
    if (unsent > 0) {
        wire::TurnRequest would;
        TRY(add_envelopes(state, would, state.request_bytes));
        if (!would.envelopes.empty() || !would.log_objects.empty()) return true;
    }
    TRY_ASSIGN(const auto marks, waiting_void_marks(state.store));
    TRY_ASSIGN(const auto due, state.sync.redactions_due());
    TRY_ASSIGN(const auto offers, open_offers(state.store, now));
    TRY_ASSIGN(const bool succeeding, successor_under_way(state.store));
    return !marks.empty() || !due.empty() || !offers.empty() || succeeding;
}

Result<std::optional<Bytes>> make_rebirth_call(TurnState& state) {
    TRY_ASSIGN(auto chain, state.sync.rosters(VaultId{}));
    if (chain.empty()) return std::optional<Bytes>();
    return std::optional(wire::encode(wire::Rebirth{.staff_rosters = std::move(chain)}));
}

}  // namespace evenkeel::client
