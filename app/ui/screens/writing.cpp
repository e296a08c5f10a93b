// A page while it is written: alone, with nothing to decide but the words.
#include "app/ui/screens/questions.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "app/ui/screens/words.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::DraftKey;

std::string who_reads(const Screen& screen) {
    const DraftKey& key = *screen.local.typing.key;
    const auto& client = *screen.snapshot.client;
    const model::PageLine* page =
        key.of == DraftKey::Of::page ? model::find_page(client.journal.pages, key.about) : nullptr;
    if (page == nullptr || page->state == model::PageState::only_you) {
        return tr("Only you can read this. You can share the page once it is written.");
    }
    return tr("{0} can read this page, and what you change in it.", seen_by_names(client.sharing));
}

void question(const Screen& screen) {
    Ui& ui = screen.ui;
    TypingForm& form = screen.local.typing;
    if (!form.title.empty()) ui.text(form.title, TextStyle::title);
    if (form.key->of == DraftKey::Of::prompt) {
        for (const model::GivenPrompt& prompt : screen.snapshot.client->journal.due) {
            const bool is_it = prompt.id == form.key->about;
            if (is_it) ui.text(tr("From {0}", prompt.by), TextStyle::caption, Tone::muted);
        }
    }
    if (form.key->of != DraftKey::Of::new_page) return;
    ui.flow([&] {
        if (ui.button("question",
                      form.title.empty() ? tr("Start from a question") : tr("Another question"),
                      ButtonStyle::quiet)) {
            screen.local.journal.chooses_question = true;
        }
        if (!form.title.empty() &&
            ui.button("no-question", tr("Without a question"), ButtonStyle::quiet)) {
            form.title.clear();
            keep_typed(screen);
        }
    });
}

void leave(const Screen& screen) {
    keep_typed(screen);
    const DraftKey& key = *screen.local.typing.key;
    screen.local.above = Above::none;
    if (key.of == DraftKey::Of::page) open_page(screen, key.about);
}

}  // namespace

void writing(const Screen& screen) {
    Ui& ui = screen.ui;
    const TypingForm& form = screen.local.typing;
    const bool is_page = form.key && form.key->of != DraftKey::Of::reply;
    if (!is_page) {
        screen.local.above = Above::none;
        return journal(screen);
    }
    const bool is_change = form.key->of == DraftKey::Of::page;
    ui.page("writing", [&] {
        if (page_head(screen, is_change ? tr("Change this page") : tr("New page"),
                      is_change ? tr("Page") : tr("All pages"))) {
            return leave(screen);
        }
        ui.status(Icon::lock, who_reads(screen));
        question(screen);
        ui.card([&] {
            const bool submitted =
                typing_field(screen, {.label = tr("Your page"),
                                      .hint = tr("Write as it comes."),
                                      .characters_max = limits::journal_characters_max,
                                      .rows = ui.is_phone() ? 9 : 14});
            ui.space(12);
            const std::string_view label = is_change ? tr("Keep the change") : tr("Keep this page");
            if (const auto why = unfinished(screen); !why.empty()) {
                ui.disabled_button("keep", label, why);
            } else if (ui.button("keep", label, ButtonStyle::primary, Icon::check) || submitted) {
                finish_typing(screen);
            }
        });
        ui.text(screen.snapshot.nobody_watches, TextStyle::caption, Tone::muted);
    });
    JournalForm& journal = screen.local.journal;
    if (auto chosen = choose_question(screen, journal.chooses_question, journal.theme)) {
        screen.local.typing.title = *std::move(chosen);
        keep_typed(screen);
    }
}

}  // namespace evenkeel::ui
