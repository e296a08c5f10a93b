// The practice's register of tools and resources, those to be looked at first.
#include "app/model/tools.h"

#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::ToolLine;
using Kinds = ToolsForm::Kinds;

constexpr std::array<ToolStatus, tool_status_count> all_statuses = {
    ToolStatus::not_reviewed, ToolStatus::allowed, ToolStatus::with_conditions,
    ToolStatus::discouraged};

bool is_shown(const ToolsForm& form, const ToolLine& line) {
    if (form.status && *form.status != line.form.status) return false;
    if (form.kinds == Kinds::all) return true;
    return is_resource(line.form.kind) == (form.kinds == Kinds::resources);
}

void filters(const Screen& screen) {
    Ui& ui = screen.ui;
    ToolsForm& form = screen.local.tools;
    const std::array<std::string_view, 3> kinds = {tr_as("tools and resources", "All"), tr("Tools"),
                                                   tr("Resources")};
    if (const auto chosen = ui.segmented("kinds", tr("What is shown"), kinds,
                                         static_cast<std::size_t>(form.kinds))) {
        form.kinds = static_cast<Kinds>(*chosen);
    }
    ui.group("verdicts", tr("Only with this verdict"), [&] {
        ui.flow([&] {
            for (const ToolStatus status : all_statuses) {
                ui.scope(static_cast<std::uint64_t>(status), [&] {
                    const bool chosen = form.status == status;
                    if (ui.chip("status", tr(model::status_words(status)), chosen)) {
                        form.status = chosen ? std::nullopt : std::optional(status);
                    }
                });
            }
        });
    });
}

void to_vet(const Screen& screen, const std::vector<model::ToVetLine>& lines) {
    if (lines.empty()) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("To vet"), 3);
        ui.text(tr("Clients logged and shared these, and the practice has no verdict on them."),
                TextStyle::caption, Tone::muted);
        ui.group("to-vet", tr("To vet"), [&] {
            for (std::size_t i = 0; i < lines.size(); ++i) {
                ui.scope(i, [&] {
                    if (ui.row("vet", {.title = lines[i].name, .detail = lines[i].detail})) {
                        open_tool(screen, lines[i].tool, lines[i].name);
                    }
                });
            }
        });
    });
}

void register_card(const Screen& screen, const std::vector<ToolLine>& lines) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("The register"), 3);
        if (lines.empty()) {
            ui.text(tr("Nothing is in it yet. Begin with what your clients use most."),
                    TextStyle::body, Tone::muted);
            return;
        }
        filters(screen);
        bool any = false;
        for (const ToolLine& line : lines) {
            if (!is_shown(screen.local.tools, line)) continue;
            any = true;
            const std::string badge = line.due && line.form.status != ToolStatus::not_reviewed
                                          ? tr("{0} · review due", line.verdict)
                                          : line.verdict;
            ui.scope(scope_of(line.id), [&] {
                if (ui.row("tool", {.title = line.form.name,
                                    .detail = line.detail,
                                    .badge = badge,
                                    .badge_tone = line.due ? Tone::accent : Tone::muted})) {
                    open_tool(screen, line.id, line.form.name);
                }
            });
        }
        if (!any) ui.text(tr("Nothing with this verdict."), TextStyle::body, Tone::muted);
    });
}

}  // namespace

void leave_tools(const Screen& screen) {
    ToolsForm& form = screen.local.tools;
    if (screen.local.above == Above::tool) form.kept[form.key] = form.form;
    if (!form.shown) return;
    form.shown = false;
    screen.post(model::ShowTools{false});
}

void tools(const Screen& screen) {
    const model::ToolsView& view = screen.snapshot.clinician->tools;
    Ui& ui = screen.ui;
    if (!screen.local.tools.shown) {
        screen.local.tools.shown = true;
        screen.post(model::ShowTools{true});
    }
    ui.page("tools", [&] {
        page_head(screen, tr("Tools and resources"));
        ui.text(tr("Clients read a tool's verdict when they log it. A resource reaches those you "
                   "recommend it to."),
                TextStyle::body, Tone::muted);
        ui.flow([&] {
            if (ui.button("add", tr("Add a tool or resource"), ButtonStyle::primary, Icon::plus)) {
                open_tool(screen, std::nullopt, "");
            }
        });
        to_vet(screen, view.to_vet);
        register_card(screen, view.lines);
        ui.text(tr("A review counts for 180 days; after that a tool may have become another one."),
                TextStyle::caption, Tone::muted);
    });
}

}  // namespace evenkeel::ui
