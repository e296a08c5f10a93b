#include "app/ui/screens/questions.h"

#include "app/model/prompts.h"

namespace evenkeel::ui {

std::optional<std::string> choose_question(const Screen& screen, bool& is_open,
                                           std::size_t& theme) {
    if (!is_open) return std::nullopt;
    Ui& ui = screen.ui;
    const auto& themes = model::prompt_themes();
    std::optional<std::string> chosen;
    const bool closed = ui.sheet("questions", "Choose a question", [&] {
        ui.flow([&] {
            for (std::size_t i = 0; i < themes.size(); ++i) {
                ui.scope(i, [&] {
                    if (ui.chip("theme", themes[i], i == theme)) theme = i;
                });
            }
        });
        std::uint64_t place = 0;
        for (const model::Prompt& prompt : model::prompts()) {
            ui.scope(place++, [&] {
                if (prompt.theme != themes[theme]) return;
                if (ui.row("question", {.title = prompt.question, .opens = false})) {
                    chosen = std::string(prompt.question);
                }
            });
        }
    });
    if (closed || chosen) is_open = false;
    return chosen;
}

}  // namespace evenkeel::ui
