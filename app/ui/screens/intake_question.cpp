// One question of the intake: large choices, steps, or a place to write.
#include "app/ui/screens/intake.h"
#include "app/ui/screens/words.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::IntakeLine;

constexpr std::uint32_t step_minutes = 15;
constexpr std::array<std::uint32_t, 6> offered_minutes = {15, 30, 60, 120, 180, 300};

struct Asked {
    const Screen& screen;
    const std::optional<VaultId>& record;
    EntityId intake;
    const IntakeLine& line;

    void say(IntakeAnswer answer) const {
        screen.post(model::AnswerIntake{.record = record,
                                        .intake = intake,
                                        .question = line.question.number,
                                        .answer = std::move(answer)});
    }
    // A second tap on what is said takes it back: blank is an answer too.
    void say_number(std::uint32_t number) const {
        const bool is_said = line.answer.number == number;
        say(is_said ? IntakeAnswer{} : IntakeAnswer{.number = number});
    }
};

void choices(const Asked& asked) {
    Ui& ui = asked.screen.ui;
    ui.flow([&] {
        for (const IntakeChoice& choice : asked.line.question.choices) {
            ui.scope(choice.number, [&] {
                const bool is_chosen =
                    std::ranges::find(asked.line.answer.choices, choice.number) !=
                    asked.line.answer.choices.end();
                if (ui.chip("choice", tr_known(choice.words), is_chosen)) {
                    asked.say(with_choice(asked.line.question, asked.line.answer, choice.number));
                }
            });
        }
    });
}

void yes_no(const Asked& asked) {
    Ui& ui = asked.screen.ui;
    ui.flow([&] {
        if (ui.chip("yes", tr("Yes"), asked.line.answer.number == 1U)) asked.say_number(1);
        if (ui.chip("no", tr("No"), asked.line.answer.number == 0U)) asked.say_number(0);
    });
}

void rating(const Asked& asked) {
    Ui& ui = asked.screen.ui;
    ui.flow([&] {
        for (std::uint32_t number = 0; number <= rating_max; ++number) {
            ui.scope(number, [&] {
                if (ui.chip("number", std::to_string(number), asked.line.answer.number == number)) {
                    asked.say_number(number);
                }
            });
        }
    });
}

// To the next quarter of an hour.
std::uint32_t stepped(std::uint32_t minutes, int step) {
    constexpr std::uint32_t day_minutes = limits::day_minutes_max;
    if (step > 0) return std::min((minutes / step_minutes + 1) * step_minutes, day_minutes);
    return minutes == 0 ? 0 : (minutes - 1) / step_minutes * step_minutes;
}

void minutes(const Asked& asked) {
    Ui& ui = asked.screen.ui;
    const IntakeAnswer& answer = asked.line.answer;
    const std::uint32_t known = answer.number.value_or(0);
    const auto step =
        ui.stepper("minutes", tr_known(asked.line.question.name),
                   answer.number ? duration(known) : tr("Not said"), !answer.number || known > 0,
                   known < limits::day_minutes_max, answer.number ? Tone::normal : Tone::muted);
    if (step) asked.say({.number = stepped(known, *step)});
    ui.flow([&] {
        for (const std::uint32_t offered : offered_minutes) {
            ui.scope(offered, [&] {
                if (ui.chip("offered", duration(offered), answer.number == offered)) {
                    asked.say_number(offered);
                }
            });
        }
        if (ui.chip("blank", tr("Leave blank"), !answer.number) && answer.number) asked.say({});
    });
}

void words(const Asked& asked) {
    const IntakeLine& line = asked.line;
    IntakeDraft& draft = asked.screen.local.intake;
    std::string& text = draft.typed[line.question.number];
    if (!draft.unsaved.contains(line.question.number)) text = line.answer.text;
    const bool is_line = line.question.kind == QuestionKind::line;
    const FieldOptions options{
        .kind = is_line ? FieldKind::line : FieldKind::lines,
        .characters_max = is_line ? limits::title_characters_max : limits::note_characters_max,
        .rows = 3};
    if (asked.screen.ui.field("words", tr_known(line.question.ask), text, options).changed) {
        draft.unsaved[line.question.number] = asked.record;
        draft.changed_ms = asked.screen.ui.now_ms();
    }
    for (const std::string& also : line.also) {
        asked.screen.ui.text(tr("Also written, on another device: {0}", also), TextStyle::caption,
                             Tone::muted);
    }
}

void control(const Asked& asked) {
    switch (asked.line.question.kind) {
        case QuestionKind::one:
        case QuestionKind::several:
            return choices(asked);
        case QuestionKind::minutes:
            return minutes(asked);
        case QuestionKind::rating:
            return rating(asked);
        case QuestionKind::yes_no:
            return yes_no(asked);
        case QuestionKind::line:
        case QuestionKind::text:
            return;
    }
}

// Several words for the same: how it can be answered, and that it need not be.
std::string below(const IntakeQuestion& question) {
    std::string text = tr_known(question.help);
    if (question.kind == QuestionKind::several && text.empty()) text = tr("Choose all that fit.");
    if (question.is_optional) text = tr("Only if you want to say. {0}", text);
    return text;
}

}  // namespace

void intake_question(const Screen& screen, const std::optional<VaultId>& record,
                     const model::IntakePage& page, const IntakeLine& line) {
    Ui& ui = screen.ui;
    ui.scope(line.question.number, [&] {
        ui.group("question", tr_known(line.question.ask), [&] {
            ui.card([&] {
                const Asked asked{screen, record, page.id, line};
                // A place to write has the question for its label.
                if (is_typed(line.question.kind)) words(asked);
                if (!is_typed(line.question.kind))
                    ui.text(tr_known(line.question.ask), TextStyle::label);
                const std::string help = below(line.question);
                if (!help.empty()) ui.text(help, TextStyle::caption, Tone::muted);
                control(asked);
            });
        });
    });
}

}  // namespace evenkeel::ui
