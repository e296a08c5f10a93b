// A page while it is written: alone, with nothing to decide but the words.
#include "app/model/prompts.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "app/ui/screens/words.h"
#include "core/base/limits.h"

namespace evenkeel::ui {
namespace {

using model::DraftKey;

std::string who_reads(const Screen& screen) {
    const DraftKey& key = *screen.local.typing.key;
    const auto& client = *screen.snapshot.client;
    const model::PageLine* page =
        key.of == DraftKey::Of::page ? model::find_page(client.journal.pages, key.about) : nullptr;
    if (page == nullptr || page->state == model::PageState::only_you) {
        return "Only you can read this. You can share the page once it is written.";
    }
    return names_of(client.sharing) + " can read this page, and what you change in it.";
}

void question(const Screen& screen) {
    Ui& ui = screen.ui;
    TypingForm& form = screen.local.typing;
    if (!form.title.empty()) ui.text(form.title, TextStyle::title);
    if (form.key->of != DraftKey::Of::new_page) return;
    ui.flow([&] {
        if (ui.button("question", form.title.empty() ? "Start from a question" : "Another question",
                      ButtonStyle::quiet)) {
            screen.local.journal.chooses_question = true;
        }
        if (!form.title.empty() &&
            ui.button("no-question", "Without a question", ButtonStyle::quiet)) {
            form.title.clear();
            keep_typed(screen);
        }
    });
}

void choose_question(const Screen& screen) {
    JournalForm& journal = screen.local.journal;
    if (!journal.chooses_question) return;
    Ui& ui = screen.ui;
    const auto& themes = model::prompt_themes();
    const bool closed = ui.sheet("questions", "Start from a question", [&] {
        ui.flow([&] {
            for (std::size_t i = 0; i < themes.size(); ++i) {
                ui.scope(i, [&] {
                    if (ui.chip("theme", themes[i], i == journal.theme)) journal.theme = i;
                });
            }
        });
        std::uint64_t place = 0;
        for (const model::Prompt& prompt : model::prompts()) {
            ui.scope(place++, [&] {
                if (prompt.theme != themes[journal.theme]) return;
                if (!ui.row("question", {.title = prompt.question})) return;
                screen.local.typing.title = prompt.question;
                keep_typed(screen);
                journal.chooses_question = false;
            });
        }
    });
    if (closed) journal.chooses_question = false;
}

void leave(const Screen& screen) {
    keep_typed(screen);
    const bool from_page = screen.local.typing.key->of == DraftKey::Of::page;
    screen.local.above = from_page ? Above::page : Above::none;
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
        if (page_head(screen, is_change ? "Change this page" : "New page",
                      is_change ? "Page" : "All pages")) {
            return leave(screen);
        }
        ui.status(Icon::lock, who_reads(screen));
        question(screen);
        ui.card([&] {
            const bool submitted =
                typing_field(screen, {.label = "Your page",
                                      .hint = "Write as it comes.",
                                      .characters_max = limits::journal_characters_max,
                                      .rows = ui.is_phone() ? 9 : 14});
            ui.space(12);
            const std::string_view label = is_change ? "Keep the change" : "Keep this page";
            if (const auto why = unfinished(screen); !why.empty()) {
                ui.disabled_button("keep", label, why);
            } else if (ui.button("keep", label, ButtonStyle::primary, Icon::check) || submitted) {
                finish_typing(screen);
            }
        });
        ui.text(nobody_watches, TextStyle::caption, Tone::muted);
    });
    choose_question(screen);
}

}  // namespace evenkeel::ui
