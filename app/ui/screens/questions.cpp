#include "app/ui/screens/questions.h"

#include "app/model/prompts.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::PracticeQuestion;

// The practice's own have the place after the last theme.
void theme_chips(Ui& ui, std::size_t& theme, bool has_own) {
    const auto& themes = model::prompt_themes();
    ui.flow([&] {
        if (has_own && ui.chip("own", tr("Our practice"), theme == themes.size())) {
            theme = themes.size();
        }
        for (std::size_t i = 0; i < themes.size(); ++i) {
            ui.scope(i, [&] {
                if (ui.chip("theme", tr_known(themes[i]), i == theme)) theme = i;
            });
        }
    });
}

bool is_chosen(Ui& ui, std::string_view question) {
    return ui.row("question", {.title = question, .opens = false});
}

}  // namespace

std::optional<std::string> choose_question(const Screen& screen, bool& is_open, std::size_t& theme,
                                           const std::vector<PracticeQuestion>& own) {
    if (!is_open) return std::nullopt;
    Ui& ui = screen.ui;
    const auto& themes = model::prompt_themes();
    if (theme > themes.size() || (theme == themes.size() && own.empty())) theme = 0;
    std::optional<std::string> chosen;
    const bool closed = ui.sheet("questions", tr("Choose a question"), [&] {
        theme_chips(ui, theme, !own.empty());
        if (theme == themes.size()) {
            for (const PracticeQuestion& each : own) {
                ui.scope(scope_of(each.id), [&] {
                    if (is_chosen(ui, each.question)) chosen = each.question;
                });
            }
            return;
        }
        std::uint64_t place = 0;
        for (const model::Prompt& prompt : model::prompts()) {
            ui.scope(place++, [&] {
                if (prompt.theme != themes[theme]) return;
                // It becomes a person's own heading, so it stays in their language.
                const std::string question = tr_known(prompt.question);
                if (is_chosen(ui, question)) chosen = question;
            });
        }
    });
    if (closed || chosen) is_open = false;
    return chosen;
}

}  // namespace evenkeel::ui
