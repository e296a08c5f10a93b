// What an entry of screen time was with, and what the practice says of it; what it recommends.
#include "app/model/tools.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::ToolCardLine;

constexpr std::size_t offered_max = 8;

bool is_for(UseGroup group, ToolKind kind) {
    const bool is_ai = kind == ToolKind::ai_assistant || kind == ToolKind::ai_companion;
    return !is_resource(kind) && is_ai == (group == UseGroup::ai);
}

// Names this person used lately, then what the practice allows.
std::vector<std::string> offered(const model::ClientTools& tools, UseGroup group) {
    std::vector<std::string> names = tools.recent[index_of(group)];
    for (const ToolCardLine& line : tools.known) {
        const bool is_allowed =
            line.status == ToolStatus::allowed || line.status == ToolStatus::with_conditions;
        if (!is_allowed || !is_for(group, line.kind) || names.size() >= offered_max) continue;
        const bool is_there = std::ranges::any_of(names, [&](const std::string& name) {
            return plain_words(name) == plain_words(line.name);
        });
        if (!is_there) names.push_back(line.name);
    }
    return names;
}

void recommended(Ui& ui, const ToolCardLine& line) {
    ui.pair(line.name, line.title);
    ui.text(line.why);
    if (!line.where.empty()) ui.text(line.where, TextStyle::label);
    ui.text(line.recommended + ". " + line.verdict, TextStyle::caption, Tone::muted);
}

void statements(Ui& ui, std::string_view title, const std::vector<std::string>& sentences,
                std::string_view whence) {
    if (sentences.empty()) return;
    ui.card([&] {
        ui.heading(title, 3);
        for (const std::string& sentence : sentences) ui.text(sentence);
        ui.text(whence, TextStyle::caption, Tone::muted);
    });
}

}  // namespace

void item_tool(const Screen& screen, const model::UseItem& item) {
    const model::ClientTools& tools = screen.snapshot.client->tools;
    Ui& ui = screen.ui;
    ItemToolForm& form = screen.local.item_tool;
    if (form.item != item.id) form = {.item = item.id, .name = item.tool};
    const auto set = [&](const std::string& name) {
        form.name = name;
        screen.post(model::SetTool{.entry = item.id, .tool = name});
    };
    ui.text(tr("What was it with? (optional)"), TextStyle::caption, Tone::muted);
    ui.group("tools", tr("What it was with"), [&] {
        ui.flow([&] {
            const auto names = offered(tools, item.group);
            for (std::size_t i = 0; i < names.size(); ++i) {
                ui.scope(i, [&] {
                    const bool chosen = item.tool == names[i];
                    if (ui.chip("tool", names[i], chosen)) set(chosen ? "" : names[i]);
                });
            }
        });
    });
    const bool entered = ui.field("tool-name", tr("App or tool"), form.name,
                                  {.characters_max = limits::title_characters_max})
                             .submitted;
    if (form.name != item.tool) {
        ui.flow([&] {
            if (ui.button("keep-tool", tr("Keep this name")) || entered) set(form.name);
        });
    }
    const std::string verdict = model::verdict_on(tools, form.name);
    if (!verdict.empty()) ui.text(verdict);
}

void client_tools(const Screen& screen) {
    Ui& ui = screen.ui;
    const auto& lines = screen.snapshot.client->tools.recommended;
    if (!lines.empty()) {
        ui.card([&] {
            ui.heading(tr("Recommended to you"), 3);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (i > 0) ui.hairline();
                recommended(ui, lines[i]);
            }
        });
    }
    const model::ScreenTimeView& view = screen.snapshot.client->screen_time;
    statements(ui, tr("AI and people"), view.reliance,
               tr("From what you logged. It says what was, not what should be."));
    statements(ui, tr("This program"), view.own_use,
               tr("Counted on this device while you use it. It stays here."));
}

}  // namespace evenkeel::ui
