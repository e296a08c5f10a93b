// A clinician reads what was shared and answers as a person.
#include "app/model/drafts.h"
#include "app/model/engine_state.h"
#include "core/store/entries.h"
#include "sync/client/practice_policy.h"

namespace evenkeel::model {

Result<void> perform(EngineState& state, const PageSeen& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY_ASSIGN(const auto row, desk->store().find(desk->record(), asked.page));
    if (!row || row->deleted) return {};  // taken back meanwhile: nobody claims to have read it
    TRY(store::mark_seen(desk->store(), desk->record(), asked.page, state.self->user));
    forget_clients(state);
    state.report_is_old = true;
    if (state.turn) state.turn->wake(state.now());
    return {};
}

Result<void> perform(EngineState& state, const Reply& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    if (first_line(asked.text).empty()) {
        return Error(ErrorCode::invalid_input, "The reply is empty; write a word first.");
    }
    const DraftKey key{.of = DraftKey::Of::reply, .about = asked.page};
    const auto write = [&]() -> Result<void> {
        TRY(store::write_feedback(desk->store(), desk->record(), asked.page, PhiText(asked.text),
                                  state.self->user));
        return forget_draft(desk->store(), key);
    };
    TRY(desk->store().transaction(write));
    state.drafts.reset();
    forget_clients(state);
    tell_saved(state, "Reply saved; it goes out at the next sync", desk->record());
    state.undo_draft = DraftLine{.key = key, .title = {}, .text = asked.text, .saved = {}};
    state.finished = state.notices;
    return {};
}

Result<void> perform(EngineState& state, const NoReplyNeeded& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::mark_no_reply(desk->store(), desk->record(), asked.page, state.self->user));
    forget_clients(state);
    tell_saved(state, "It waits for no reply any more", desk->record());
    return {};
}

Result<void> perform(EngineState& state, const PromiseReplies& asked) {
    TRY(need_clinician(state));
    TRY(client::promise_replies(state.profile->store(), *state.self, asked.days));
    forget_clients(state);
    state.report_is_old = true;
    if (state.turn) state.turn->wake(state.now());
    tell_saved(state, asked.days ? "Clients learn at the next sync when you answer"
                                 : "No time is promised any more");
    return {};
}

Result<void> bring_draft_back(EngineState& state) {
    if (!state.undo_draft) return {};
    const DraftLine& draft = *state.undo_draft;
    state.drafts.reset();
    return keep_draft(state.profile->store(), draft.key, draft.title, draft.text);
}

}  // namespace evenkeel::model
