// One page of the journal: what is written, who can read it, and what came back.
#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::DraftKey;
using model::PageLine;
using model::PageState;

std::string readers(const Screen& screen) { return seen_by_names(screen.snapshot.client->sharing); }

void words(Ui& ui, const PageLine& page) {
    if (!page.title.empty()) ui.text(page.title, TextStyle::label, Tone::muted);
    ui.text(page.text);
    for (const std::string& other : page.other_texts) {
        ui.hairline();
        ui.text(tr("Another device of yours wrote this at the same time. Both are kept:"),
                TextStyle::caption, Tone::muted);
        ui.text(other);
    }
}

void replies(const Screen& screen, const PageLine& page) {
    Ui& ui = screen.ui;
    for (const model::ReplyLine& reply : page.replies) {
        ui.scope(scope_of(reply.id), [&] {
            ui.card([&] {
                ui.heading(tr("{0} answered, {1}", reply.author, reply.day), 3);
                ui.text(reply.text);
            });
        });
    }
}

std::string who_reads(const Screen& screen, const PageLine& page) {
    const std::string who = readers(screen);
    if (page.leaving) {
        return tr(
            "You took this page back. It goes from other devices at the next sync; what was "
            "read before cannot be unread.");
    }
    if (page.state == PageState::only_you) {
        return page.seen.empty() && page.replies.empty()
                   ? tr("Only you can read this page.")
                   : tr("Only you can read this page now. It was read before you took it back.");
    }
    if (page.shares_older) {
        return tr(
            "You share an earlier version with {0}. Your newest change is only for you so far.",
            who);
    }
    const bool is_unseen = page.state == PageState::shared || page.seen.empty();
    return is_unseen ? tr("You share this page with {0}.", who) : page.seen + ".";
}

std::string promise_words(const PageLine& page) {
    return page.overdue
               ? tr("Your practice meant to answer by {0}. It has not answered yet.", page.promised)
               : tr("Your practice means to answer by {0}.", page.promised);
}

void take_back(const Screen& screen, const PageLine& page) {
    const bool was_read = page.state != PageState::shared;
    screen.local.confirmation = Confirmation{
        .title = tr("Take this page back?"),
        .sentence = was_read ? tr("{0} can no longer open it after the next sync. It was "
                                  "read already, and that cannot be undone.",
                                  readers(screen))
                             : tr("{0} can no longer open it after the next sync. If "
                                  "somebody reads it before, that cannot be undone.",
                                  readers(screen)),
        .button = tr("Take it back"),
        .intent = model::TakePageBack{page.id}};
}

void ask_deletion(const Screen& screen, const PageLine& page) {
    const bool is_shared = page.state != PageState::only_you;
    screen.local.confirmation = Confirmation{
        .title = tr("Delete this page?"),
        .sentence = is_shared
                        ? tr("It goes for everyone you share it with, too. It stays in your trash "
                             "for 30 days and can be brought back until then.")
                        : tr("It stays in your trash for 30 days and can be brought back "
                             "until then."),
        .button = tr("Delete it"),
        .intent = model::DeletePage{page.id}};
}

void sharing_part(const Screen& screen, const PageLine& page) {
    Ui& ui = screen.ui;
    const bool is_shared = page.state != PageState::only_you;
    ui.status(is_shared ? Icon::eye : Icon::lock, who_reads(screen, page));
    if (page.state == PageState::shared) sync_line(screen);  // it may not have gone out yet
    if (!page.promised.empty()) ui.text(promise_words(page), TextStyle::caption, Tone::muted);
    const bool has_left = screen.snapshot.client->sharing.leaving != model::Leaving::no;
    if (has_left && !is_shared) {
        ui.text(tr("You left the practice: what you note stays with you"), TextStyle::caption,
                Tone::muted);
    }
    ui.flow([&] {
        if (!is_shared && !has_left &&
            ui.button("share", tr("Share this page"), ButtonStyle::primary, Icon::send)) {
            screen.local.journal.shares = true;
        }
        if (page.shares_older && !has_left &&
            ui.button("share", tr("Share this version"), ButtonStyle::primary)) {
            screen.local.journal.shares = true;
        }
        if (is_shared && ui.button("take-back", tr("Take it back"))) take_back(screen, page);
    });
    if (ui.toggle("bring", tr("Bring to session"),
                  is_shared ? tr("It is shown first when the session is prepared")
                            : tr("A mark for you; others see it once the page is shared"),
                  page.bring)) {
        screen.post(model::BringPage{.page = page.id, .bring = !page.bring});
    }
}

// Two taps, and between them exactly what will be seen.
void preview(const Screen& screen, const PageLine& page) {
    bool& is_open = screen.local.journal.shares;
    if (!is_open) return;
    Ui& ui = screen.ui;
    const std::string who = readers(screen);
    const bool closed = ui.sheet("share", tr("What {0} will see", who), [&] {
        ui.card([&] {
            ui.pair(model::capitalised(page.day), page.bring ? tr("Bring to session") : "");
            words(ui, page);
        });
        ui.text(
            tr("Only this page, as it reads now, and what you change in it while it is shared."));
        if (const auto& answers = screen.snapshot.client->journal.answers; !answers.empty()) {
            ui.text(answers);
        }
        ui.text(screen.snapshot.nobody_watches, TextStyle::caption, Tone::muted);
        ui.flow([&] {
            if (ui.button("yes", tr("Share with {0}", who), ButtonStyle::primary, Icon::send)) {
                screen.post(model::SharePage{.page = page.id, .text = page.text});
                is_open = false;
            }
            if (ui.button("no", tr("Keep it to myself"))) is_open = false;
        });
    });
    if (closed) is_open = false;
}

void leave(const Screen& screen) {
    screen.local.above = Above::none;
    screen.local.journal.page.reset();
    screen.local.journal.shares = false;
}

void show(const Screen& screen, const PageLine& page) {
    Ui& ui = screen.ui;
    if (page_head(screen, model::capitalised(page.day), tr("All pages"))) return leave(screen);
    ui.card([&] { words(ui, page); });
    replies(screen, page);
    ui.card([&] { sharing_part(screen, page); });
    ui.flow([&] {
        if (ui.button("change", tr("Change this page"), ButtonStyle::secondary, Icon::pencil)) {
            begin_typing(screen, {.of = DraftKey::Of::page, .about = page.id}, {}, page.text);
            screen.local.typing.takes_focus = true;
            screen.local.above = Above::writing;
        }
        if (ui.button("delete", tr("Delete"), ButtonStyle::danger)) ask_deletion(screen, page);
    });
}

}  // namespace

void journal_page(const Screen& screen) {
    const auto& view = screen.snapshot.client->journal;
    const auto& open = screen.local.journal.page;
    const PageLine* page = open ? model::find_page(view.pages, *open) : nullptr;
    screen.ui.page("journal-page", [&] {
        if (page != nullptr) return show(screen, *page);
        if (page_head(screen, tr("Not here"), tr("All pages"))) leave(screen);
        screen.ui.text(
            tr("This page was deleted. For 30 days it can be brought back from the trash."));
    });
    if (page != nullptr) preview(screen, *page);
}

}  // namespace evenkeel::ui
