// A question for a client to write about: taken from the library or written, and when it is asked.
#include "app/model/prompts.h"
#include "app/ui/screens/questions.h"
#include "app/ui/screens/screens.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

#include <algorithm>
#include <array>

namespace evenkeel::ui {
namespace {

using model::PromptForm;

constexpr std::array<PromptRhythm, 3> rhythm_of = {PromptRhythm::once, PromptRhythm::daily,
                                                   PromptRhythm::weekly};

void weekdays(Ui& ui, PromptForm& form) {
    const std::array<std::string_view, 7> names = {tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"),
                                                   tr("Fri"), tr("Sat"), tr("Sun")};
    ui.flow([&] {
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            ui.scope(i, [&] {
                const std::uint32_t bit = 1U << i;
                if (ui.check_chip("weekday", names[i], (form.weekdays & bit) != 0))
                    form.weekdays ^= bit;
            });
        }
    });
}

void rhythm(Ui& ui, PromptForm& form) {
    const std::array<std::string_view, 3> rhythms = {tr("Once"), tr("Every day"), tr("Weekdays")};
    const auto place = std::ranges::find(rhythm_of, form.rhythm) - rhythm_of.begin();
    ui.text(tr("When it is asked"), TextStyle::caption, Tone::muted);
    if (const auto picked = ui.segmented("rhythm", tr("When it is asked"), rhythms,
                                         static_cast<std::size_t>(place))) {
        form.rhythm = rhythm_of[*picked];
    }
    if (form.rhythm == PromptRhythm::weekly) weekdays(ui, form);
    const std::array<std::string_view, 4> names = {tr("2 weeks"), tr("4 weeks"), tr("8 weeks"),
                                                   tr("No end")};
    constexpr std::array<std::uint32_t, 4> weeks = {2, 4, 8, 0};
    const auto length = std::ranges::find(weeks, form.weeks) - weeks.begin();
    ui.text(tr("For how long"), TextStyle::caption, Tone::muted);
    if (const auto picked =
            ui.segmented("weeks", tr("For how long"), names, static_cast<std::size_t>(length))) {
        form.weeks = weeks[*picked];
    }
}

// Empty where it can be given.
std::string_view why_not(const PromptForm& form) {
    if (model::first_line(form.question).empty()) return tr("Choose or write a question first.");
    const bool has_no_day = form.rhythm == PromptRhythm::weekly && form.weekdays == 0;
    return has_no_day ? tr("Choose a weekday first.") : "";
}

void preview(const Screen& screen, const model::OverviewView& client) {
    Ui& ui = screen.ui;
    const PromptForm& form = screen.local.question.form;
    ui.card([&] {
        ui.text(tr("What {0} will see", client.name), TextStyle::caption, Tone::muted);
        ui.text(form.question.empty() ? tr("The question appears here.") : form.question,
                form.question.empty() ? TextStyle::body : TextStyle::title,
                form.question.empty() ? Tone::muted : Tone::normal);
        ui.text(tr("From {0}", screen.snapshot.clinician->name), TextStyle::caption, Tone::muted);
        ui.space(16);
        if (const auto why = why_not(form); !why.empty()) {
            ui.disabled_button("give", tr("Give this question"), why);
        } else if (ui.button("give", tr("Give this question"), ButtonStyle::primary, Icon::send)) {
            screen.post(model::GivePrompt{.record = client.record, .form = form});
            screen.local.above = Above::none;
        }
        ui.text(tr("What is written to it stays private until {0} shares it.", client.name),
                TextStyle::caption, Tone::muted);
    });
}

}  // namespace

void give_question(const Screen& screen) {
    const auto& client = screen.snapshot.clinician->overview;
    if (!client) {
        screen.local.above = Above::none;
        return caseload(screen);
    }
    Ui& ui = screen.ui;
    QuestionForm& local = screen.local.question;
    ui.page("give-question", [&] {
        if (page_head(screen, tr("Give a question"), tr("Back"))) screen.local.above = Above::none;
        preview(screen, *client);
        ui.card([&] {
            ui.field("question", tr("The question, in your words or from the library"),
                     local.form.question, {.characters_max = limits::title_characters_max});
            ui.flow([&] {
                if (ui.button("library", tr("Choose from the library"), ButtonStyle::quiet)) {
                    local.chooses = true;
                }
            });
            ui.space(12);
            rhythm(ui, local.form);
        });
    });
    if (const auto chosen = choose_question(screen, local.chooses, local.theme,
                                            screen.snapshot.clinician->questions)) {
        local.form.question = *chosen;
    }
}

}  // namespace evenkeel::ui
