#include "sync/client/turn_refusals.h"

#include "sync/client/invites.h"
#include "sync/client/successor.h"
#include "sync/client/unwanted.h"
#include "sync/client/void_marks.h"
#include "sync/trust/log_object.h"

namespace evenkeel::client {
namespace {

using wire::RefusalCode;

// The envelope goes, its place in the chain is filled, its deltas wait to be sealed again.
Result<void> withdraw(TurnState& state, const wire::Refusal& refusal) {
    const DeviceId own = state.identity.keys.id;
    TRY_ASSIGN(const auto row, state.sync.envelope(refusal.vault, own, refusal.sequence));
    if (!row || row->state != store::EnvelopeState::sealed) return {};
    TRY_ASSIGN(const trust::EnvelopeView view, trust::parse_envelope(row->bytes));
    const Literal reason = wire::refusal_sentence(refusal.code);
    TRY(state.sync.refuse(refusal.vault, refusal.sequence, reason.text));
    return add_void_mark(state.store,
                         trust::sign_void_mark(view, own, state.identity.keys.signing.secret));
}

// The server wants an earlier envelope of ours first: everything from its position on goes again.
Result<bool> send_again_from(TurnState& state, const wire::Refusal& refusal) {
    const DeviceId author = refusal.author.is_none() ? state.identity.keys.id : refusal.author;
    TRY_ASSIGN(const auto row, state.sync.envelope(refusal.vault, author, refusal.detail));
    if (!row || row->state == store::EnvelopeState::sealed || row->position == 0) return false;
    TRY(state.sync.mark_for_resend(refusal.vault, row->position - 1));
    return true;
}

Result<void> take_invite_refusal(TurnState& state, const wire::Refusal& refusal) {
    if (refusal.code == RefusalCode::quota) return {};
    state.notice(wire::refusal_sentence(refusal.code).text);
    return offer_settled(state.store, *refusal.invite);
}

// True if that is news. A server that still lacks lists of members, or room, may take it later.
Result<bool> leave_unsent(TurnState& state, const wire::Refusal& refusal) {
    if (refusal.code == RefusalCode::quota || refusal.code == RefusalCode::unknown_roster ||
        state.rosters_wanted.contains(refusal.vault)) {
        state.notice(wire::refusal_sentence(refusal.code).text);
        return false;
    }
    TRY_ASSIGN(const auto row,
               state.sync.envelope(refusal.vault, refusal.author, refusal.sequence));
    if (!row || row->position != 0) return false;
    return add_unwanted(state.store, refusal.vault, refusal.author, refusal.sequence);
}

Result<bool> take_envelope_refusal(TurnState& state, const wire::Refusal& refusal) {
    const bool is_own = refusal.author.is_none() || refusal.author == state.identity.keys.id;
    if (is_own && refusal.code == RefusalCode::forked_device) {
        TRY(begin_successor(state));
        return true;
    }
    if (refusal.code == RefusalCode::gap) return send_again_from(state, refusal);
    if (!is_own) return leave_unsent(state, refusal);
    state.notice(wire::refusal_sentence(refusal.code).text);
    if (!wire::refused_for_good(refusal.code)) return false;
    TRY(withdraw(state, refusal));
    return true;
}

// A redaction or void mark. One that the server can never take is not offered again.
Result<bool> take_object_refusal(TurnState& state, const wire::Refusal& refusal) {
    if (refusal.code == RefusalCode::gap) return send_again_from(state, refusal);
    if (refusal.code != RefusalCode::quota) TRY(drop_void_mark(state.store, *refusal.object));
    state.notice(wire::refusal_sentence(refusal.code).text);
    return false;
}

// A list of members. After a lost race the newer list came with this very answer, and the own one
// is made again on top of it. A server that lost lists names the one it wants next.
void take_roster_refusal(TurnState& state, const wire::Refusal& refusal) {
    switch (refusal.code) {
        case RefusalCode::gap:
            // Only staff may bring staff lists back.
            if (!refusal.vault.is_none() || state.identity.role == Role::client) return;
            state.rosters_wanted[{}] = static_cast<std::uint32_t>(refusal.detail);
            return;
        case RefusalCode::unknown_roster:  // its staff list is on the way
        case RefusalCode::quota:
            return;
        case RefusalCode::roster_conflict:
            state.rosters_wanted.erase(refusal.vault);
            return;
        default:
            break;
    }
    state.rosters_wanted.erase(refusal.vault);
    state.notice(wire::refusal_sentence(refusal.code).text);
}

}  // namespace

Result<RefusalOutcome> take_refusals(TurnState& state, const wire::TurnResponse& response) {
    RefusalOutcome outcome;
    for (const wire::Refusal& refusal : response.refusals) {
        outcome.quota |= refusal.code == RefusalCode::quota;
        bool progress = false;
        if (refusal.invite) {
            TRY(take_invite_refusal(state, refusal));
            progress = true;
        } else if (refusal.object) {
            TRY_ASSIGN(progress, take_object_refusal(state, refusal));
        } else if (refusal.sequence != 0) {
            TRY_ASSIGN(progress, take_envelope_refusal(state, refusal));
        } else {
            take_roster_refusal(state, refusal);
        }
        outcome.progress |= progress;
    }
    return outcome;
}

}  // namespace evenkeel::client
