// The client's journal: pages, newest first, and what is unfinished.
#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::DraftKey;
using model::JournalView;
using model::PageLine;
using model::PageState;

constexpr std::size_t pages_at_first = 30;

std::string_view state_name(PageState state) {
    const std::array<std::string_view, 5> names = {tr("Only you"), tr("Shared"), tr("Shared, seen"),
                                                   tr("Shared, read"), tr("Answered")};
    return names[static_cast<std::size_t>(state)];
}

void write_about(const Screen& screen, const DraftKey& key) {
    begin_typing(screen, key, {}, {});
    screen.local.typing.takes_focus = true;
    screen.local.above = Above::writing;
}

std::string badge_of(const PageLine& page) {
    const std::string_view state = state_name(page.state);
    return page.bring ? tr("{0} · Bring to session", state) : std::string(state);
}

void page_row(const Screen& screen, const PageLine& page) {
    const bool is_new = std::ranges::any_of(page.replies, &model::ReplyLine::unread);
    const std::string badge = is_new ? tr("New reply") : badge_of(page);
    if (screen.ui.row("page", {.title = model::first_line(page.text),
                               .detail = model::capitalised(page.day),
                               .badge = badge,
                               .badge_tone = is_new ? Tone::accent : Tone::muted})) {
        open_page(screen, page.id);
    }
}

// What a person asked comes before what one would write by oneself.
void due(const Screen& screen, const JournalView& view) {
    Ui& ui = screen.ui;
    for (const model::GivenPrompt& prompt : view.due) {
        ui.scope(scope_of(prompt.id), [&] {
            ui.card([&] {
                ui.text(prompt.source.empty() ? tr("From {0}", prompt.by)
                                              : tr("From {0}, {1}", prompt.by, prompt.source),
                        TextStyle::caption, Tone::muted);
                ui.text(prompt.question, TextStyle::title);
                ui.group("due", prompt.question, [&] {
                    ui.flow([&] {
                        if (ui.button("answer", tr("Write about it"), ButtonStyle::secondary,
                                      Icon::pencil)) {
                            answer_question(screen, prompt);
                        }
                    });
                });
            });
        });
    }
}

void drafts(const Screen& screen, const JournalView& view) {
    if (view.drafts.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Not finished"), 3);
        for (const model::DraftLine& draft : view.drafts) {
            const auto scope = scope_of(draft.key.about) + static_cast<std::uint64_t>(draft.key.of);
            ui.scope(scope, [&] {
                if (ui.row("draft", {.title = model::first_line(draft.text),
                                     .detail = tr("Draft saved {0}", draft.saved),
                                     .badge = tr("On this device only"),
                                     .icon = Icon::pencil})) {
                    write_about(screen, draft.key);
                }
            });
        }
    });
}

void pages(const Screen& screen, const JournalView& view) {
    Ui& ui = screen.ui;
    std::size_t& more = screen.local.journal.pages_shown;
    const std::size_t shown = std::min(view.pages->size(), pages_at_first + more);
    ui.card([&] {
        ui.heading(tr("Your pages"), 3);
        for (std::size_t i = 0; i < shown; ++i) {
            const PageLine& page = (*view.pages)[i];
            ui.scope(scope_of(page.id), [&] {
                if (i > 0) ui.hairline();
                page_row(screen, page);
            });
        }
    });
    if (shown == view.pages->size()) return;
    ui.flow([&] {
        if (ui.button("more", tr("Show earlier pages"))) more += pages_at_first;
    });
}

void trash(const Screen& screen, const JournalView& view) {
    if (view.trash.empty()) return;
    Ui& ui = screen.ui;
    bool& is_open = screen.local.journal.trash_open;
    ui.flow([&] {
        if (ui.button("trash", is_open ? tr("Hide the trash") : tr("Open the trash"),
                      ButtonStyle::quiet)) {
            is_open = !is_open;
        }
    });
    if (!is_open) return;
    ui.card([&] {
        ui.heading(tr("Trash"), 3);
        ui.text(tr("Kept for 30 days after you deleted it."), TextStyle::caption, Tone::muted);
        for (const model::TrashedPage& page : view.trash) {
            ui.scope(scope_of(page.id), [&] {
                ui.hairline();
                ui.text(page.first_line);
                ui.text(page.day, TextStyle::caption, Tone::muted);
                ui.group("trashed", page.first_line, [&] {
                    ui.flow([&] {
                        if (ui.button("restore", tr("Bring it back"), ButtonStyle::secondary,
                                      Icon::undo)) {
                            screen.post(model::RestorePage{page.id});
                        }
                    });
                });
            });
        }
    });
}

}  // namespace

void answer_question(const Screen& screen, const model::GivenPrompt& prompt) {
    begin_typing(screen, {.of = DraftKey::Of::prompt, .about = prompt.id}, prompt.question, {});
    screen.local.typing.takes_focus = true;
    screen.local.client_tab = ClientTab::journal;
    screen.local.above = Above::writing;
}

void open_page(const Screen& screen, EntityId page) {
    screen.local.client_tab = ClientTab::journal;
    screen.local.above = Above::page;
    screen.local.journal.page = page;
    const auto& unread = screen.snapshot.client->journal.unread;
    if (std::ranges::find(unread, page) != unread.end()) screen.post(model::RepliesRead{page});
}

void journal(const Screen& screen) {
    const JournalView& view = screen.snapshot.client->journal;
    Ui& ui = screen.ui;
    ui.page("journal", [&] {
        page_head(screen, tr("Journal"));
        held_deletions(screen);
        ui.text(tr("Each page is yours alone until you share that page."), TextStyle::body,
                Tone::muted);
        ui.flow([&] {
            if (ui.button("new", tr("New page"), ButtonStyle::primary, Icon::pencil)) {
                write_about(screen, {});
            }
        });
        due(screen, view);
        drafts(screen, view);
        if (view.pages->empty()) {
            ui.card([&] {
                ui.heading(tr("Nothing is written yet"), 3);
                ui.text(
                    tr("A page holds what a number cannot: a thought, a scene, a question. You can "
                       "start from a question or from nothing. If you share a page, a person reads "
                       "it and answers, never a machine."));
            });
        } else {
            pages(screen, view);
        }
        trash(screen, view);
        ui.text(screen.snapshot.nobody_watches, TextStyle::caption, Tone::muted);
    });
}

}  // namespace evenkeel::ui
