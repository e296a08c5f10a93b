// A clinician's own notes: theirs alone, whatever becomes of the client's record.
#include "app/model/drafts.h"
#include "app/model/engine_state.h"
#include "app/model/session_notes.h"
#include "sync/client/notes_vault.h"

namespace evenkeel::model {

namespace {

Result<VaultId> need_vault(EngineState& state) {
    TRY(need_clinician(state));
    TRY_ASSIGN(const auto vault, client::find_notes_vault(state.profile->store(), *state.self));
    if (!vault) return Error(ErrorCode::not_found, "There is no such note.");
    return *vault;
}

Result<void> save(EngineState& state, const WriteNote& asked) {
    store::Store& store = state.profile->store();
    NoteAbout about{.record = asked.record, .session = std::nullopt, .day = std::nullopt};
    if (asked.key.of == DraftKey::Of::note) {
        TRY_ASSIGN(const VaultId vault, need_vault(state));
        const auto changed = store::change_note(store, vault, asked.key.about, PhiText(asked.text));
        if (changed.ok()) return forget_draft(store, asked.key);
        if (changed.error().code() != ErrorCode::not_found) return changed.error();
        // It is gone by now; the words are what counts, and become a note of their own.
    } else if (asked.key.about != EntityId{asked.record.bytes}) {
        about.session = asked.key.about;
    }
    TRY(write_note(store, *state.self, about, PhiText(asked.text)));
    return forget_draft(store, asked.key);
}

}  // namespace

Result<void> perform(EngineState& state, const WriteNote& asked) {
    TRY(need_clinician(state));
    TRY(desk_of(state, asked.record));
    TRY(state.profile->store().transaction([&] { return save(state, asked); }));
    TRY_ASSIGN(const VaultId vault, need_vault(state));
    state.drafts.reset();
    forget_clients(state);
    tell_saved(state, "Note kept, for you alone", vault);
    state.undo_draft = DraftLine{.key = asked.key, .title = {}, .text = asked.text, .saved = {}};
    state.finished = state.notices;
    return {};
}

Result<void> perform(EngineState& state, const DeleteNote& asked) {
    TRY_ASSIGN(const VaultId vault, need_vault(state));
    TRY(store::delete_note(state.profile->store(), vault, asked.note));
    forget_clients(state);
    tell_saved(state, "Moved to the trash for 30 days", vault);
    return {};
}

Result<void> perform(EngineState& state, const RestoreNote& asked) {
    TRY_ASSIGN(const VaultId vault, need_vault(state));
    TRY(store::restore(state.profile->store(), vault, asked.note));
    forget_clients(state);
    tell_saved(state, "Note brought back");
    return {};
}

}  // namespace evenkeel::model
