// The practice's own questions: added, changed and retired by its staff.
#include "app/model/journal_view.h"
#include "app/ui/screens/screens.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::PracticeQuestion;

void leave(const Screen& screen) {
    screen.local.practice_question = {};
    screen.local.above = Above::none;
}

// The field is empty again; a theme and a model's address stay.
void put_away(PracticeQuestionForm& local) {
    local.text.clear();
    local.changing.reset();
    local.drafted = false;
}

void field(const Screen& screen) {
    Ui& ui = screen.ui;
    PracticeQuestionForm& local = screen.local.practice_question;
    const bool is_change = local.changing.has_value();
    if (local.text.empty()) local.drafted = false;
    const std::string_view label = is_change       ? tr("Keep the change")
                                   : local.drafted ? tr("Approve and add it")
                                                   : tr("Add this question");
    ui.card([&] {
        const auto typed = ui.field(
            "question", is_change ? tr("Change the question") : tr("A question"), local.text,
            {.hint = tr("Open and kind, in one line"),
             .characters_max = limits::title_characters_max});
        if (local.drafted) {
            ui.text(tr("Drafted by a model. Change what you like: once you add it, it is yours, "
                       "and clients it is given to see how it came about."),
                    TextStyle::caption, Tone::muted);
        }
        ui.flow([&] {
            if (model::first_line(local.text).empty()) {
                ui.disabled_button("keep", label, tr("Write a question first."));
            } else if (ui.button("keep", label, ButtonStyle::primary, Icon::check) ||
                       typed.submitted) {
                if (is_change) {
                    screen.post(
                        model::ChangeQuestion{.id = *local.changing, .question = local.text});
                } else {
                    screen.post(
                        model::AddQuestion{.question = local.text, .drafted = local.drafted});
                }
                put_away(local);
            }
            if (is_change && ui.button("drop", tr("Leave it as it was"))) put_away(local);
        });
    });
}

void line(const Screen& screen, const PracticeQuestion& each) {
    Ui& ui = screen.ui;
    ui.hairline();
    ui.text(each.question);
    ui.text(each.drafted ? tr("Drafted by a model, approved by {0}", each.by)
                         : tr("Added by {0}", each.by),
            TextStyle::caption, Tone::muted);
    ui.group("own", each.question, [&] {
        ui.flow([&] {
            if (ui.button("change", tr("Change"), ButtonStyle::secondary, Icon::pencil)) {
                put_away(screen.local.practice_question);
                screen.local.practice_question.text = each.question;
                screen.local.practice_question.changing = each.id;
            }
            if (ui.button("retire", tr("Retire"))) screen.post(model::RetireQuestion{each.id});
        });
    });
}

}  // namespace

void practice_questions(const Screen& screen) {
    const auto& questions = screen.snapshot.clinician->questions;
    Ui& ui = screen.ui;
    ui.page("practice-questions", [&] {
        if (page_head(screen, tr("Questions of the practice"), tr("Back"))) return leave(screen);
        ui.text(
            tr("Offered to everyone here beside the library, when a question is given to a client. "
               "A client sees the question, who gave it, and that it is the practice's own."),
            TextStyle::body, Tone::muted);
        field(screen);
        drafting(screen);
        ui.card([&] {
            ui.heading(questions.empty() ? tr("None yet") : tr("Offered now"), 3);
            for (const PracticeQuestion& each : questions) {
                ui.scope(scope_of(each.id), [&] { line(screen, each); });
            }
        });
    });
}

}  // namespace evenkeel::ui
