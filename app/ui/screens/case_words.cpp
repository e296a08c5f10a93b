// The pages a client shared: those for the session first, then those that wait for a reply.
#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::DraftKey;
using model::OverviewView;
using model::PageLine;
using model::PageState;

DraftKey reply_to(const PageLine& page) { return {.of = DraftKey::Of::reply, .about = page.id}; }

std::string_view part_of(const PageLine& page) {
    if (page.overdue) return tr("Past the promised time");
    if (page.bring) return tr("To bring to the session");
    const bool is_settled = page.state == PageState::answered || page.state == PageState::read;
    return is_settled ? tr("Answered or read") : tr("Waiting for a reply");
}

std::string badge_of(const PageLine& page) {
    if (page.state == PageState::answered) return tr("Answered");
    if (page.state == PageState::read) return tr("Read, no reply needed");
    const std::string state =
        page.state == PageState::shared ? tr_as("page", "New") : tr("Read, no reply yet");
    if (page.promised.empty()) return state;
    return page.overdue ? tr("{0} · was promised for {1}", state, page.promised)
                        : tr("{0} · promised by {1}", state, page.promised);
}

void read(const Screen& screen, const OverviewView& view, const PageLine& page) {
    screen.local.open_words = page.id;
    if (page.state == PageState::shared) {
        screen.post(model::PageSeen{.record = view.record, .page = page.id});
    }
}

void reply_field(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    ui.space(16);
    const std::string label = tr("Your reply to {0}", view.name);
    const bool submitted = typing_field(screen, {.label = label,
                                                 .hint = tr("Answer as you would in the room."),
                                                 .characters_max = limits::note_characters_max,
                                                 .rows = 5});
    ui.text(
        tr("{0} reads it in their own time, under the page. So can everyone on their care team.",
           view.name),
        TextStyle::caption, Tone::muted);
    ui.flow([&] {
        if (const auto why = unfinished(screen); !why.empty()) {
            ui.disabled_button("send", tr("Send the reply"), why);
        } else if (ui.button("send", tr("Send the reply"), ButtonStyle::primary, Icon::send) ||
                   submitted) {
            finish_typing(screen);
        }
    });
}

void open_words(const Screen& screen, const OverviewView& view, const PageLine& page) {
    Ui& ui = screen.ui;
    ui.group("page", model::first_line(page.text), [&] {
        if (!page.title.empty()) ui.text(page.title, TextStyle::label, Tone::muted);
        ui.text(page.text);
        for (const std::string& other : page.other_texts) {
            ui.text(tr("Written at the same time on another device:"), TextStyle::caption,
                    Tone::muted);
            ui.text(other);
        }
        reply_part(screen, view, page);
    });
}

void page_card(const Screen& screen, const OverviewView& view, const PageLine& page) {
    Ui& ui = screen.ui;
    const bool is_open = screen.local.open_words == page.id;
    ui.card([&] {
        if (ui.row("row",
                   {.title = is_open ? model::capitalised(page.day) : model::first_line(page.text),
                    .detail = is_open ? page.seen : model::capitalised(page.day),
                    .badge = badge_of(page),
                    .badge_tone = page.state == PageState::shared || page.overdue ? Tone::accent
                                                                                  : Tone::muted,
                    .opens = !is_open})) {
            keep_typed(screen);
            if (is_open) {
                screen.local.open_words.reset();
            } else {
                read(screen, view, page);
            }
        }
        if (is_open) open_words(screen, view, page);
    });
}

void given(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    if (!view.words.given.empty()) {
        ui.card([&] {
            ui.heading(tr("Questions given"), 3);
            for (const model::GivenPrompt& prompt : view.words.given) {
                ui.scope(scope_of(prompt.id), [&] {
                    ui.hairline();
                    ui.text(prompt.question);
                    ui.text(tr("{0} · from {1}", prompt.rhythm, prompt.by), TextStyle::caption,
                            Tone::muted);
                    ui.group("given", prompt.question, [&] {
                        ui.flow([&] {
                            if (ui.button("end", tr("Ask it no more"))) {
                                screen.post(
                                    model::EndPrompt{.record = view.record, .prompt = prompt.id});
                            }
                        });
                    });
                });
            }
        });
    }
    ui.space(16);
    ui.flow([&] {
        if (ui.button("give", tr("Give a question"), ButtonStyle::secondary, Icon::plus)) {
            screen.local.question = {};
            screen.local.above = Above::question;
        }
    });
}

}  // namespace

void reply_part(const Screen& screen, const OverviewView& view, const PageLine& page) {
    Ui& ui = screen.ui;
    for (const model::ReplyLine& reply : page.replies) {
        ui.scope(scope_of(reply.id), [&] {
            ui.hairline();
            ui.text(reply.author == tr("you") ? tr("You answered, {0}", reply.day)
                                              : tr("{0} answered, {1}", reply.author, reply.day),
                    TextStyle::label);
            ui.text(reply.text);
        });
    }
    if (is_typing(screen, reply_to(page))) return reply_field(screen, view);
    const bool has_draft = model::find_draft(view.words.drafts, reply_to(page)) != nullptr;
    ui.flow([&] {
        const std::string_view label = has_draft              ? tr("Go on with your reply")
                                       : page.replies.empty() ? tr("Reply")
                                                              : tr("Reply again");
        if (ui.button("reply", label, ButtonStyle::secondary, Icon::pencil)) {
            begin_typing(screen, reply_to(page), {}, {});
            screen.local.typing.takes_focus = !ui.is_phone();
        }
        const bool waits = page.state == PageState::shared || page.state == PageState::seen;
        if (waits && ui.button("none", tr("No reply needed"), ButtonStyle::quiet, Icon::check)) {
            screen.post(model::NoReplyNeeded{.record = view.record, .page = page.id});
        }
    });
}

void reply_by_key(const Screen& screen) {
    const auto& overview = screen.snapshot.clinician->overview;
    if (!overview || overview->words.pages->empty()) return;
    const auto& open = screen.local.open_words;
    const bool is_there = screen.local.case_tab == CaseTab::words;
    const PageLine* page =
        open && is_there ? model::find_page(overview->words.pages, *open) : nullptr;
    // With none open, the one that is shown first.
    if (page == nullptr) page = &overview->words.pages->front();
    keep_typed(screen);
    screen.local.above = Above::none;
    screen.local.clinician_tab = ClinicianTab::clients;
    screen.local.case_tab = CaseTab::words;
    read(screen, *overview, *page);
    begin_typing(screen, reply_to(*page), {}, {});
    screen.local.typing.takes_focus = true;
}

void case_words(const Screen& screen, const OverviewView& view) {
    Ui& ui = screen.ui;
    if (view.words.pages->empty()) {
        ui.card([&] {
            ui.heading(tr("No page is shared"), 3);
            ui.text(
                tr("Pages that {0} chooses to share appear here. What they keep to themselves is "
                   "on their own devices only; nobody here can read it or count it.",
                   view.name));
        });
    }
    std::string_view part;
    for (const PageLine& page : *view.words.pages) {
        if (part != part_of(page)) ui.heading(part_of(page), 3);
        part = part_of(page);
        ui.scope(scope_of(page.id), [&] { page_card(screen, view, page); });
    }
    given(screen, view);
}

}  // namespace evenkeel::ui
