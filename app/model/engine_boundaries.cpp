// Proposing, countering and deciding, on both sides.
#include "app/model/boundary_reviews.h"
#include "app/model/drafts.h"
#include "app/model/engine_state.h"
#include "app/model/proposal_draft.h"
#include "core/store/entries.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

Result<client::BoundaryDraft> draft_of(store::Store& store, const BoundaryForm& form) {
    client::BoundaryDraft draft;
    TRY_ASSIGN(draft.terms, terms_of(form));
    TRY_ASSIGN(draft.starts_day, store::today(store));
    draft.reason = PhiText(form.reason);
    draft.question = PhiText(form.question);
    draft.study_question = PhiText(form.study_question);
    if (form.review_weeks > 0) {
        draft.review_day = draft.starts_day + static_cast<std::int32_t>(form.review_weeks * 7);
    }
    return draft;
}

// The version a decision of this role can be about now; null if there is none.
const VersionRecord* decided_version(const client::BoundaryBook& book,
                                     const BoundaryStanding& standing, const Decide& asked,
                                     Role role) {
    const Role other = role == Role::client ? Role::clinician : Role::client;
    const VersionRecord* in_force =
        standing.in_force ? &book.versions[*standing.in_force] : nullptr;
    switch (asked.decision) {
        case Decision::accept: {
            if (const auto* theirs = open_version(book, standing, other)) return theirs;
            // Of several that both signed, the one named counts from now on.
            const auto named = std::ranges::find_if(standing.contested, [&](std::size_t index) {
                return book.versions[index].document.version == asked.version;
            });
            return named == standing.contested.end() ? nullptr : &book.versions[*named];
        }
        case Decision::decline:
            return open_version(book, standing, other);
        case Decision::withdraw: {
            const VersionRecord* ours = open_version(book, standing, role);
            if (ours == nullptr && in_force == nullptr && !standing.contested.empty()) {
                return &book.versions[standing.contested.back()];
            }
            return ours != nullptr ? ours : in_force;
        }
        case Decision::pause:
        case Decision::resume:
            return in_force;
    }
    return nullptr;
}

std::string done_words(Decision decision) {
    switch (decision) {
        case Decision::accept:
            return tr("Agreed and signed by you");
        case Decision::decline:
            return tr("Declined");
        case Decision::withdraw:
            return tr("Withdrawn");
        case Decision::pause:
            return tr("Boundary paused");
        case Decision::resume:
            return tr("Boundary resumed");
    }
    return tr("Saved");
}

Result<void> proposals_changed(EngineState& state, RecordDesk& desk) {
    if (!state.overview) return {};
    TRY_ASSIGN(state.overview->drafts, read_proposals(desk.store(), desk.record()));
    return {};
}

}  // namespace

Result<void> perform(EngineState& state, const Propose& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY_ASSIGN(const auto draft, draft_of(desk->store(), asked.form));
    TRY(client::propose(desk->profile, desk->record(), draft));
    TRY(forget_proposal(desk->store(), desk->record(), std::nullopt));
    boundaries_changed(state);
    tell_saved(state, tr("Proposed and signed by you"));
    return {};
}

Result<void> perform(EngineState& state, const Counter& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY_ASSIGN(const auto draft, draft_of(desk->store(), asked.form));
    TRY(client::counter(desk->profile, desk->record(), asked.boundary, draft));
    TRY(forget_proposal(desk->store(), desk->record(), asked.boundary));
    boundaries_changed(state);
    tell_saved(state, tr("Your version is proposed and signed by you"));
    return {};
}

Result<void> perform(EngineState& state, const KeepProposal& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(keep_proposal(desk->store(), desk->record(), asked.draft));
    return proposals_changed(state, *desk);
}

Result<void> perform(EngineState& state, const ForgetProposal& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(forget_proposal(desk->store(), desk->record(), asked.boundary));
    return proposals_changed(state, *desk);
}

Result<void> perform(EngineState& state, const Decide& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY_ASSIGN(const client::BoundaryBook* book, desk->book());
    const BoundaryStanding* standing = find_standing(*book, asked.boundary);
    const Role role = state.is_client() ? Role::client : Role::clinician;
    const VersionRecord* version =
        standing ? decided_version(*book, *standing, asked, role) : nullptr;
    if (version == nullptr || version->document.version != asked.version) {
        return Error(ErrorCode::refused,
                     "This boundary has changed meanwhile. Nothing was signed; read it again.");
    }
    TRY(client::decide(desk->profile, desk->record(), asked.boundary, asked.decision, std::nullopt,
                       version->hash));
    boundaries_changed(state);
    tell_saved(state, done_words(asked.decision));
    return {};
}

Result<void> perform(EngineState& state, const ReviewBoundary& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(review_boundary(desk->profile, desk->record(),
                        {.boundary = asked.boundary,
                         .version = asked.version,
                         .outcome = asked.outcome,
                         .words = asked.words,
                         .next = asked.next,
                         .author = state.self->user}));
    TRY(forget_draft(desk->store(), {.of = DraftKey::Of::review, .about = asked.boundary}));
    state.drafts.reset();
    boundaries_changed(state);
    const bool can_undo =
        asked.outcome == ReviewOutcome::keep || asked.outcome == ReviewOutcome::change;
    tell_saved(state, tr("Review saved; both of you read it after the next sync"),
               can_undo ? std::optional(desk->record()) : std::nullopt);
    return {};
}

}  // namespace evenkeel::model
