// Sessions: the clinician plans and cancels, both say what they are to be about.
#include "app/model/brief_document.h"
#include "app/model/documents.h"
#include "app/model/engine_state.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"
#include "core/store/record_views.h"

namespace evenkeel::model {

namespace {

Result<void> take_away(RecordDesk& desk, EntityId id, EntityKind kind, Literal name) {
    TRY_ASSIGN(const auto row, desk.store().find(desk.record(), id));
    if (!row || row->deleted || row->kind != static_cast<std::uint32_t>(kind)) {
        return Error(ErrorCode::not_found, "That is not here any more; nothing was changed.");
    }
    store::Operation operation(desk.store(), desk.record(), name);
    TRY(operation.remove(id));
    return operation.commit();
}

// What the other side wants to talk about is theirs to take back.
Result<void> need_own_line(RecordDesk& desk, EntityId line, UserId self) {
    TRY_ASSIGN(const auto row, desk.store().find(desk.record(), line));
    if (!row) return {};  // said by take_away
    const auto item = codec::decode_agenda_item(row->fragment);
    if (!item.ok() || item.value().author == self) return {};
    return Error(ErrorCode::refused, "The other side wrote that line; only they take it back.");
}

}  // namespace

Result<void> perform(EngineState& state, const PlanSession& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    Appointment session;
    session.minutes = asked.minutes;
    session.place = asked.place;
    TRY(store::plan_appointment(
        desk->store(), desk->record(),
        {.day = asked.day, .minute = static_cast<std::int32_t>(asked.minute)}, std::move(session)));
    forget_clients(state);
    tell_saved(state, "Session planned", desk->record());
    return {};
}

Result<void> perform(EngineState& state, const CancelSession& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(take_away(*desk, asked.session, EntityKind::appointment, "cancelled session"));
    forget_clients(state);
    tell_saved(state, "Session cancelled", desk->record());
    return {};
}

Result<void> perform(EngineState& state, const SaveBrief& asked) {
    TRY(need_clinician(state));
    TRY(desk_of(state, asked.record));
    if (!state.overview) return Error(ErrorCode::not_found, "Open that client first.");
    const auto format = brief_format_of(asked.path);
    if (!format) {
        return Error(ErrorCode::invalid_input,
                     "The name has to end in .pdf, .html or .txt; nothing was written.");
    }
    TRY(store::note_view(state.profile->store(), asked.record, ViewedSection::brief,
                         state.self->user));
    TRY_ASSIGN(const Bytes bytes, brief_bytes(state.overview->brief, state.self->name, *format));
    TRY(write_new_file(asked.path, bytes));
    state.brief_saved_to = asked.path;
    tell_saved(state, "Brief saved. The file is not encrypted");
    return {};
}

Result<void> perform(EngineState& state, const AddToAgenda& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::add_agenda_item(desk->store(), desk->record(), asked.session, PhiText(asked.text),
                               state.self->user));
    forget_clients(state);
    tell_saved(state, "Added to the session", desk->record());
    return {};
}

Result<void> perform(EngineState& state, const TakeFromAgenda& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(need_own_line(*desk, asked.line, state.self->user));
    TRY(take_away(*desk, asked.line, EntityKind::agenda_item, "taken from the session"));
    forget_clients(state);
    tell_saved(state, "Taken from the session", desk->record());
    return {};
}

}  // namespace evenkeel::model
