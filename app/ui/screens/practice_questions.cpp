// The practice's own questions: added, changed and retired by its staff.
#include "app/model/journal_view.h"
#include "app/ui/screens/screens.h"
#include "core/base/limits.h"

namespace evenkeel::ui {
namespace {

using model::PracticeQuestion;

void leave(const Screen& screen) {
    screen.local.practice_question = {};
    screen.local.above = Above::none;
}

void field(const Screen& screen) {
    Ui& ui = screen.ui;
    PracticeQuestionForm& local = screen.local.practice_question;
    const bool is_change = local.changing.has_value();
    ui.card([&] {
        const auto typed = ui.field(
            "question", is_change ? "Change the question" : "A question", local.text,
            {.hint = "Open and kind, in one line", .characters_max = limits::title_characters_max});
        const std::string_view label = is_change ? "Keep the change" : "Add this question";
        ui.flow([&] {
            if (model::first_line(local.text).empty()) {
                ui.disabled_button("keep", label, "Write a question first.");
            } else if (ui.button("keep", label, ButtonStyle::primary, Icon::check) ||
                       typed.submitted) {
                if (is_change) {
                    screen.post(
                        model::ChangeQuestion{.id = *local.changing, .question = local.text});
                } else {
                    screen.post(model::AddQuestion{local.text});
                }
                local = {};
            }
            if (is_change && ui.button("drop", "Leave it as it was")) local = {};
        });
    });
}

void line(const Screen& screen, const PracticeQuestion& each) {
    Ui& ui = screen.ui;
    ui.hairline();
    ui.text(each.question);
    ui.text("Added by " + each.by, TextStyle::caption, Tone::muted);
    ui.group("own", each.question, [&] {
        ui.flow([&] {
            if (ui.button("change", "Change", ButtonStyle::secondary, Icon::pencil)) {
                screen.local.practice_question = {.text = each.question, .changing = each.id};
            }
            if (ui.button("retire", "Retire")) screen.post(model::RetireQuestion{each.id});
        });
    });
}

}  // namespace

void practice_questions(const Screen& screen) {
    const auto& questions = screen.snapshot.clinician->questions;
    Ui& ui = screen.ui;
    ui.page("practice-questions", [&] {
        if (page_head(screen, "Questions of the practice", "Back")) return leave(screen);
        ui.text(
            "Offered to everyone here beside the library, when a question is given to a client. "
            "A client sees the question, who gave it, and that it is the practice's own.",
            TextStyle::body, Tone::muted);
        field(screen);
        ui.card([&] {
            ui.heading(questions.empty() ? "None yet" : "Offered now", 3);
            for (const PracticeQuestion& each : questions) {
                ui.scope(scope_of(each.id), [&] { line(screen, each); });
            }
        });
    });
}

}  // namespace evenkeel::ui
