// A model that drafts questions for the practice: where it is, what is sent there, and its drafts,
// which are nobody's until a person edits and adds one.
#include "app/model/journal_view.h"
#include "app/ui/screens/screens.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

void set_up(const Screen& screen) {
    Ui& ui = screen.ui;
    PracticeQuestionForm& local = screen.local.practice_question;
    model::DraftingService& service = local.service;
    ui.text(tr("Any model server of your own that speaks the chat completions protocol, on this "
               "device or on a machine of the practice. Only the theme you type is sent, and never "
               "a word of a client. This holds for this device only."),
            TextStyle::body, Tone::muted);
    ui.field(
        "url", tr("Its address"), service.url,
        {.hint = "http://localhost:8080/v1", .characters_max = limits::drafting_word_bytes_max});
    ui.field("model", tr("The model's name"), service.model,
             {.characters_max = limits::drafting_word_bytes_max});
    ui.field("key", tr("Its key, if it asks for one"), service.key,
             {.kind = FieldKind::secret, .characters_max = limits::drafting_word_bytes_max});
    ui.flow([&] {
        if (service.url.empty() || service.model.empty()) {
            ui.disabled_button("on", tr("Turn drafting on"),
                               tr("Give an address and a name first."));
        } else if (ui.button("on", tr("Turn drafting on"), ButtonStyle::primary)) {
            screen.post(model::SetDrafting{service});
        }
        if (ui.button("back", tr("Not now"))) local.sets_up = false;
    });
}

void drafts(const Screen& screen, const model::DraftingView& view) {
    Ui& ui = screen.ui;
    for (std::size_t i = 0; i < view.drafts.size(); ++i) {
        ui.scope(i, [&] {
            ui.hairline();
            ui.text(view.drafts[i]);
            ui.group("draft", view.drafts[i], [&] {
                ui.flow([&] {
                    if (!ui.button("take", tr("Edit this draft"), ButtonStyle::secondary,
                                   Icon::pencil)) {
                        return;
                    }
                    PracticeQuestionForm& local = screen.local.practice_question;
                    local.text = view.drafts[i];
                    local.changing.reset();
                    local.drafted = true;
                });
            });
        });
    }
}

void ask(const Screen& screen, const model::DraftingView& view) {
    Ui& ui = screen.ui;
    PracticeQuestionForm& local = screen.local.practice_question;
    ui.text(tr("What you type here goes to {0}, and nothing else does. Never write of a person.",
               view.host),
            TextStyle::body, Tone::muted);
    const auto typed = ui.field(
        "theme", tr("A theme"), local.theme,
        {.hint = tr("Evenings without a phone"), .characters_max = limits::title_characters_max});
    ui.flow([&] {
        if (view.under_way) {
            ui.disabled_button("draft", tr("Draft questions"), tr("The model is at work."));
        } else if (model::first_line(local.theme).empty()) {
            ui.disabled_button("draft", tr("Draft questions"), tr("Write a theme first."));
        } else if (ui.button("draft", tr("Draft questions"), ButtonStyle::secondary) ||
                   typed.submitted) {
            screen.post(model::AskForDrafts{local.theme});
        }
        if (ui.button("off", tr("Turn drafting off"))) screen.post(model::SetDrafting{});
    });
    if (!view.drafts.empty()) {
        ui.text(tr("From the model {0}. Nobody sees a draft until you have edited and added it.",
                   view.model),
                TextStyle::caption, Tone::muted);
    }
    drafts(screen, view);
}

}  // namespace

void drafting(const Screen& screen) {
    const model::DraftingView& view = screen.snapshot.clinician->drafting;
    PracticeQuestionForm& local = screen.local.practice_question;
    Ui& ui = screen.ui;
    if (!view.host.empty()) {
        // The key is in the profile now, and nowhere else.
        local.service = {};
        local.sets_up = false;
    }
    ui.card([&] {
        ui.heading(tr("Drafts by a model"), 3);
        if (!view.host.empty()) return ask(screen, view);
        if (local.sets_up) return set_up(screen);
        ui.text(tr("Off. No model is asked for anything."), TextStyle::body, Tone::muted);
        ui.flow([&] {
            if (ui.button("set-up", tr("Set up drafting"))) local.sets_up = true;
        });
    });
}

}  // namespace evenkeel::ui
