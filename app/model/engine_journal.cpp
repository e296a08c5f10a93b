// The client's journal: nothing typed is lost, nothing is shared but by its own step.
#include "app/model/drafts.h"
#include "app/model/engine_state.h"
#include "app/model/given_prompts.h"
#include "app/model/replies.h"
#include "core/codec/entity.h"
#include "core/store/entries.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

Error not_here() {
    return {ErrorCode::not_found, "That page is not here any more; nothing was changed."};
}

struct StoredPage {
    store::EntityRow row;
    JournalPage page;
};
Result<StoredPage> need_page(RecordDesk& desk, EntityId id) {
    TRY_ASSIGN(auto row, desk.store().find(desk.record(), id));
    const bool is_page = row && row->kind == static_cast<std::uint32_t>(EntityKind::journal_page);
    if (!is_page || row->deleted) return not_here();
    TRY_ASSIGN(auto page, codec::decode_journal_page(row->fragment));
    return StoredPage{.row = *std::move(row), .page = std::move(page)};
}

void pages_changed(EngineState& state) { state.desk->journal.reset(); }

// A page that is being taken back still stands in both places; what is new of it is private.
Result<store::Placement> placement_of(RecordDesk& desk, EntityId page) {
    TRY_ASSIGN(const auto taken_back, store::being_unshared(desk.store(), desk.record()));
    const bool is_taken_back = std::ranges::find(taken_back, page) != taken_back.end();
    return is_taken_back ? store::Placement::private_ : store::Placement::shared;
}

Result<void> edit_page(RecordDesk& desk, EntityId page, const store::FieldEdit& edit) {
    TRY_ASSIGN(const auto placement, placement_of(desk, page));
    return store::edit_entry(desk.store(), desk.record(), page, {edit}, placement);
}

// A change of a page that is gone by now becomes a page of its own: the words are what counts.
Result<EntityId> save_page(RecordDesk& desk, const WritePage& asked) {
    store::Store& store = desk.store();
    if (asked.key.of == DraftKey::Of::page && need_page(desk, asked.key.about).ok()) {
        TRY(edit_page(desk, asked.key.about, {.field = "text", .value = asked.text}));
        return asked.key.about;
    }
    JournalPage page;
    page.text = PhiText(asked.text);
    if (!asked.title.empty()) page.title = PhiText(asked.title);
    if (asked.key.of == DraftKey::Of::prompt) page.prompt = asked.key.about;
    TRY_ASSIGN(const auto saved, store::write_journal(store, desk.record(), {}, std::move(page),
                                                      {.entry = store::Placement::private_}));
    return saved.id;
}

std::vector<EntityId> pages_with_unread(const Pages& pages) {
    std::vector<EntityId> unread;
    for (const PageLine& page : *pages) {
        if (std::ranges::any_of(page.replies, &ReplyLine::unread)) unread.push_back(page.id);
    }
    return unread;
}

}  // namespace

Result<const std::vector<DraftLine>*> need_drafts(EngineState& state) {
    if (!state.drafts) {
        const Moment now{.instant = state.now(), .zone = state.zone()};
        TRY_ASSIGN(state.drafts, read_drafts(state.profile->store(), now));
    }
    return &*state.drafts;
}

Result<JournalView> journal_view(EngineState& state) {
    RecordDesk& desk = *state.desk;
    if (!desk.journal) {
        JournalView read;
        TRY_ASSIGN(const auto days, promised_days(desk.store(), desk.record()));
        const PageReader reader{.self = state.self->user,
                                .today = state.today,
                                .members = state.people->members,
                                .reply_days = days};
        TRY_ASSIGN(read.pages, read_own_pages(desk, reader));
        TRY_ASSIGN(read.due, read_due_prompts(desk, reader));
        read.unread = pages_with_unread(read.pages);
        if (days) {
            read.answers = tr_n("Your practice says it answers within {0} day.",
                                "Your practice says it answers within {0} days.", *days);
        }
        TRY_ASSIGN(read.trash, read_trashed_pages(desk, state.today));
        desk.journal = std::move(read);
    }
    JournalView view = *desk.journal;
    TRY_ASSIGN(const auto* drafts, need_drafts(state));
    view.drafts = *drafts;
    view.written = state.written;
    return view;
}

void look_after_leaving(EngineState& state) {
    if (!state.desk || !state.desk->journal) return;
    const bool is_any = std::ranges::any_of(*state.desk->journal->pages, &PageLine::leaving);
    if (is_any) pages_changed(state);
}

Result<void> perform(EngineState& state, const KeepDraft& asked) {
    if (!state.profile) return Error(ErrorCode::refused, "Unlock first; nothing was saved.");
    state.drafts.reset();
    return keep_draft(state.profile->store(), asked.key, asked.title, asked.text);
}

Result<void> perform(EngineState& state, const WritePage& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    if (first_line(asked.text).empty()) {
        return Error(ErrorCode::invalid_input, "The page is empty; write a word first.");
    }
    EntityId page;
    const auto write = [&]() -> Result<void> {
        TRY_ASSIGN(page, save_page(*desk, asked));
        return forget_draft(desk->store(), asked.key);
    };
    TRY(desk->store().transaction(write));
    pages_changed(state);
    state.drafts.reset();
    tell_saved(state, tr("Page kept"));
    state.written = {.number = state.notices, .page = page};
    return {};
}

Result<void> perform(EngineState& state, const SharePage& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const StoredPage stored, need_page(*desk, asked.page));
    if (!stored.page.text || stored.page.text->reveal() != asked.text) {
        return Error(ErrorCode::refused,
                     "The page has changed meanwhile, so it was not shared. Look at it once more.");
    }
    TRY(store::share_entry(desk->store(), desk->record(), asked.page));
    pages_changed(state);
    tell_saved(state, tr("Shared as it reads now; it goes out at the next sync"));
    return {};
}

Result<void> perform(EngineState& state, const TakePageBack& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(need_page(*desk, asked.page));
    store::Operation operation(desk->store(), desk->record(), tr_later("taking a page back"));
    TRY(operation.unshare(asked.page));
    TRY(operation.commit());
    pages_changed(state);
    tell_saved(state, tr("Taken back; other devices drop it at the next sync"));
    return {};
}

Result<void> perform(EngineState& state, const BringPage& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(need_page(*desk, asked.page));
    TRY(edit_page(*desk, asked.page, {.field = "bring", .value = asked.bring ? "on" : "off"}));
    pages_changed(state);
    tell_saved(state,
               asked.bring ? tr("Marked for the next session") : tr("No longer for the session"));
    return {};
}

Result<void> perform(EngineState& state, const DeletePage& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(need_page(*desk, asked.page));
    store::Operation operation(desk->store(), desk->record(), tr_later("deleting a page"));
    TRY(operation.remove(asked.page));
    TRY(operation.commit());
    pages_changed(state);
    tell_saved(state, tr("Moved to the trash for 30 days"), desk->record());
    return {};
}

Result<void> perform(EngineState& state, const RestorePage& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(store::restore(desk->store(), desk->record(), asked.page));
    pages_changed(state);
    tell_saved(state, tr("Page restored"));
    return {};
}

Result<void> perform(EngineState& state, const RepliesRead& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto feedback, read_feedback(desk->store(), desk->record()));
    TRY(mark_read(desk->store(), feedback, asked.page));
    pages_changed(state);
    return {};
}

}  // namespace evenkeel::model
