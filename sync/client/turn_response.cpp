#include "sync/client/turn_response.h"

#include "sync/client/access_heads.h"
#include "sync/client/enrolment.h"
#include "sync/client/invites.h"
#include "sync/client/parked.h"
#include "sync/client/turn_pages.h"
#include "sync/client/turn_refusals.h"
#include "sync/client/turn_rosters.h"
#include "sync/client/unwanted.h"
#include "sync/client/void_marks.h"
#include "sync/trust/log_object.h"

namespace evenkeel::client {
namespace {

constexpr const char* epoch_value = "sync.server_epoch";

// The epoch is learned once the server has back what it lost, so that a crash in between starts
// healing again.
Result<void> learn_epoch(TurnState& state, const wire::TurnRequest& request,
                         const wire::TurnResponse& response) {
    if (!state.rosters_wanted.empty() || request.epoch == response.epoch) return {};
    return state.store.set_value(epoch_value, response.epoch);
}

// The server has the void mark: the envelope's place is filled, and only its stub is kept.
Result<void> void_mark_taken(TurnState& state, const trust::VoidMark& mark,
                             const wire::Receipt& receipt) {
    const trust::Redaction& place = mark.place;
    TRY(redact_held(state, place));
    TRY(state.sync.record_receipt(place.vault, place.sequence, receipt.position, place.author));
    return drop_void_mark(state.store, *receipt.object);
}

Result<void> object_taken(TurnState& state, const wire::TurnRequest& request,
                          const wire::Receipt& receipt) {
    for (const Bytes& object : request.log_objects) {
        if (wire::log_object_hash(object) != *receipt.object) continue;
        if (const auto mark = trust::parse_void_mark(object); mark.ok()) {
            TRY(void_mark_taken(state, mark.value(), receipt));
        } else if (const auto redaction = trust::parse_redaction(object); redaction.ok()) {
            const trust::Redaction& named = redaction.value();
            const store::SyncStore::EnvelopeName name{named.vault, named.author, named.sequence,
                                                      named.envelope_hash};
            TRY(state.sync.redaction_sent(name));
            TRY(redact_held(state, named));
        }
    }
    return {};
}

// Receipts of single objects; those of envelopes belong to their vault's page.
Result<bool> take_object_receipts(TurnState& state, const wire::TurnRequest& request,
                                  const wire::TurnResponse& response) {
    bool progress = false;
    for (const wire::Receipt& receipt : response.receipts) {
        progress |= receipt.invite.has_value() || receipt.object.has_value();
        if (receipt.invite) TRY(offer_settled(state.store, *receipt.invite));
        if (receipt.object) TRY(object_taken(state, request, receipt));
    }
    return progress;
}

// Answers to own invites come with every turn until they are done. True if there is something to
// push.
Result<bool> take_invite_answers(TurnState& state, const wire::TurnResponse& response) {
    state.invites_done.clear();
    for (const wire::InviteAnswer& answer : response.invite_answers) {
        auto confirmed = confirm_answer(state.profile, state.identity, state.keyring, answer.invite,
                                        answer.answer, answer.vault);
        if (!confirmed.ok()) {
            const ErrorCode code = confirmed.error().code();
            if (code == ErrorCode::disk_full || code == ErrorCode::busy) return confirmed.error();
            state.notice(confirmed.error().sentence());
            continue;
        }
        Confirmation& next = confirmed.value();
        if (next.waits_for_person) {
            state.notice(
                "A new device of yours waits to be let in: compare its digits, then confirm it.");
        }
        std::move(next.staff_rosters.begin(), next.staff_rosters.end(),
                  std::back_inserter(state.staff_proposals));
        std::move(next.vault_rosters.begin(), next.vault_rosters.end(),
                  std::back_inserter(state.vault_proposals));
        state.invites_done.insert(state.invites_done.end(), next.done.begin(), next.done.end());
    }
    return !state.staff_proposals.empty() || !state.vault_proposals.empty() ||
           !state.invites_done.empty();
}

Result<void> apply_all(TurnState& state, const wire::TurnRequest& request,
                       const wire::TurnResponse& response, Instant now, TurnOutcome& outcome) {
    const bool asked_time = state.clock.must_ask(now);
    TRY(state.clock.learn(state.store, response.server_time, now));
    TRY(state.sync.judge_clock(response.server_time));
    TRY_ASSIGN(const bool rosters, take_rosters(state, response));
    if (rosters) TRY(forget_unwanted(state.store, std::nullopt));
    TRY_ASSIGN(const RefusalOutcome refusals, take_refusals(state, response));
    TRY_ASSIGN(const PagesOutcome pages, take_pages(state, request, response, now));
    TRY(take_access_heads(state, request, response));
    TRY_ASSIGN(const bool objects, take_object_receipts(state, request, response));
    TRY_ASSIGN(const bool answers, take_invite_answers(state, response));
    TRY_ASSIGN(const auto released, state.sync.release_quarantined(state.clock.corrected(now)));
    state.report.received += released.deltas_applied;
    if (rosters) {
        TRY_ASSIGN(const auto read, read_parked_again(state.store, state.identity, state.keyring,
                                                      state.clock.corrected(now)));
        state.report.received += read.deltas_applied;
    }
    TRY(learn_epoch(state, request, response));
    outcome.progress = asked_time || rosters || refusals.progress || pages.changed || objects;
    outcome.hopeful = answers || pages.stepped_back || !state.rosters_wanted.empty();
    outcome.quota = refusals.quota;
    outcome.more = response.more || !pages.complete;
    return {};
}

}  // namespace

Result<TurnOutcome> apply_response(TurnState& state, const wire::TurnRequest& request,
                                   const wire::TurnResponse& response, Instant now) {
    TRY_ASSIGN(const std::size_t pending_before, state.sync.pending_entries());
    TurnOutcome outcome;
    const SyncReport report_before = state.report;
    const auto applied =
        state.store.transaction([&] { return apply_all(state, request, response, now, outcome); });
    if (!applied.ok()) {
        // What was rolled back must not be remembered either.
        state.report = report_before;
        TRY(state.reload());
        return applied.error();
    }
    TRY_ASSIGN(const std::size_t pending, state.sync.pending_entries());
    if (pending < pending_before) state.report.sent += pending_before - pending;
    return outcome;
}

}  // namespace evenkeel::client
