// One entry of the register: short choices, and words where there is something to say.
#include "app/model/tools.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/base/characters.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::ToolForm;
using model::ToolLine;

const ToolLine* line_of(const Screen& screen, const std::optional<EntityId>& tool) {
    const auto& lines = screen.snapshot.clinician->tools.lines;
    const auto found =
        std::ranges::find_if(lines, [&](const ToolLine& line) { return tool && line.id == *tool; });
    return found == lines.end() ? nullptr : &*found;
}

// Chips for the values 1 to `count` of a choice.
template <typename Enum, typename Words>
std::optional<Enum> choice(Ui& ui, Key key, std::uint32_t count, std::optional<Enum> chosen,
                           const Words& words) {
    std::optional<Enum> pressed;
    ui.scope(key, [&] {
        ui.flow([&] {
            for (std::uint32_t i = 1; i <= count; ++i) {
                const auto value = static_cast<Enum>(i);
                ui.scope(i, [&] {
                    if (ui.chip("choice", tr(words(value)), chosen == value)) pressed = value;
                });
            }
        });
    });
    return pressed;
}

void what_it_is(Ui& ui, ToolForm& form) {
    ui.heading(tr("What it is"), 3);
    ui.field("name", tr("Name"), form.name, {.characters_max = limits::name_characters_max});
    ui.field("maker", tr("Maker (optional)"), form.maker,
             {.characters_max = limits::name_characters_max});
    ui.field("version", tr("Version or model (optional)"), form.version,
             {.characters_max = limits::name_characters_max});
    ui.field("where", tr("Where to find it (optional; clients see it)"), form.where,
             {.hint = tr("Web address, phone or place"),
              .characters_max = limits::title_characters_max});
    ui.space(8);
    const auto kind = choice<ToolKind>(ui, "kind", tool_kind_count, form.kind, model::kind_words);
    if (kind) form.kind = *kind;
}

void verdict(Ui& ui, ToolForm& form, const ToolLine* line) {
    ui.heading(tr("Verdict"), 3);
    const auto status =
        choice<ToolStatus>(ui, "status", tool_status_count, form.status, model::status_words);
    if (status) form.status = *status;
    if (form.status != ToolStatus::not_reviewed) {
        ui.field("conditions",
                 form.status == ToolStatus::with_conditions ? tr("Conditions (clients see them)")
                                                            : tr("Why (optional; clients see it)"),
                 form.conditions,
                 {.kind = FieldKind::lines,
                  .hint = tr("No personal details; not late at night"),
                  .characters_max = limits::tool_conditions_characters_max,
                  .rows = 3});
    }
    if (line != nullptr && line->form.status != ToolStatus::not_reviewed) {
        ui.text(line->detail, TextStyle::caption, Tone::muted);
        if (ui.toggle("again", tr("I looked at it again today"),
                      tr("Also if the verdict is the same"), form.reviewed_again)) {
            form.reviewed_again = !form.reviewed_again;
        }
    } else if (form.status != ToolStatus::not_reviewed) {
        ui.text(tr("Clients read your name and today's date with it."), TextStyle::caption,
                Tone::muted);
    }
    ui.space(8);
    ui.text(tr("Evidence that it helps"), TextStyle::caption, Tone::muted);
    const auto level = choice<EvidenceLevel>(ui, "evidence", evidence_level_count, form.evidence,
                                             model::evidence_words);
    if (level) form.evidence = form.evidence == *level ? std::nullopt : level;
}

// As much as is read at a glance.
std::string beginning_of(std::string_view text) {
    constexpr std::size_t characters_max = 70;
    const std::string_view beginning = first_characters(text, characters_max);
    return std::string(beginning) + (beginning.size() < text.size() ? "…" : "");
}

struct AreaTexts {
    Literal name;
    Literal asks;
};
// What tool_areas says, in the same order, for every language.
constexpr std::array<AreaTexts, tool_areas.size()> area_texts = {{
    {tr_later_as("area of a review", "What it is"),
     tr_later("What for, from what age, where it runs, what it costs, adverts")},
    {tr_later_as("area of a review", "Privacy"),
     tr_later("What is collected, whether it trains a model, opting out, "
              "deletion, who gets it, which law")},
    {tr_later_as("area of a review", "Security"),
     tr_later("Encryption, second factor, audits, known breaches")},
    {tr_later_as("area of a review", "Evidence"),
     tr_later("Studies, with whom, by whom, whether it is a regulated product")},
    {tr_later_as("area of a review", "Safety"),
     tr_later(
         "What it does in a crisis and how that was tried, dependence, minors, a human behind it")},
    {tr_later_as("area of a review", "Bias and fairness"),
     tr_later("For whom it was tried, languages, accessibility, known failures")},
    {tr_later_as("area of a review", "Use"),
     tr_later("Whether it is easy, works offline, lets data out")},
    {tr_later_as("area of a review", "About this review"),
     tr_later("Framework used, conflicts of interest, what clients said")},
}};
static_assert(std::ranges::equal(tool_areas, area_texts,
                                 [](const AreaWords& one, const AreaTexts& other) {
                                     return std::string_view(one.name) == other.name.text &&
                                            std::string_view(one.asks) == other.asks.text;
                                 }));

// One at a time is written in; what the others say can be read.
void areas(Ui& ui, ToolsForm& page) {
    ui.heading(tr("What you found (optional)"), 3);
    for (std::size_t i = 0; i < tool_areas.size(); ++i) {
        const char* const name = tr_as("area of a review", area_texts[i].name);
        const char* const asks = tr(area_texts[i].asks);
        std::string& text = page.form.areas[i];
        const bool is_open = page.area == i;
        ui.scope(i, [&] {
            const std::string detail = is_open ? "" : beginning_of(text.empty() ? asks : text);
            if (ui.row("area",
                       {.title = name, .detail = detail, .chosen = is_open, .opens = false})) {
                page.area = is_open ? std::nullopt : std::optional(i);
            }
            if (!is_open) return;
            ui.group("writing", name, [&] {
                ui.field("text", tr("What you found"), text,
                         {.kind = FieldKind::lines,
                          .hint = asks,
                          .characters_max = limits::tool_area_characters_max,
                          .rows = 4});
            });
        });
    }
    ui.field("policy", tr("Privacy policy that was read (optional)"), page.form.policy_url,
             {.hint = "https://", .characters_max = limits::title_characters_max});
    constexpr std::size_t date_characters = 10;
    ui.field("policy-day", tr("Its date (optional)"), page.form.policy_day,
             {.hint = "2026-03-08", .characters_max = date_characters});
}

void leave(const Screen& screen) {
    screen.local.above = Above::none;
    screen.local.tools.area.reset();
}

ToolsForm::Saving last_told(const model::Snapshot& snapshot, const std::string& key) {
    ToolsForm::Saving last{.key = key};
    if (snapshot.saved) last.saved = snapshot.saved->number;
    for (const model::ErrorNotice& error : snapshot.errors) {
        last.error = std::max(last.error, error.number);
    }
    return last;
}

void save(const Screen& screen, const ToolLine* line) {
    Ui& ui = screen.ui;
    ToolsForm& page = screen.local.tools;
    const std::string why =
        model::unsavable(page.form, screen.snapshot.clinician->tools.lines, page.tool);
    if (!why.empty()) return static_cast<void>(ui.disabled_button("save", tr("Save"), why));
    ui.flow([&] {
        if (ui.button("save", tr("Save"), ButtonStyle::primary, Icon::check)) {
            screen.post(model::SaveTool{.tool = page.tool, .form = page.form});
            page.kept[page.key] = page.form;
            page.saving = last_told(screen.snapshot, page.key);
            leave(screen);
        }
        if (line != nullptr && ui.button("remove", tr("Remove"), ButtonStyle::danger)) {
            screen.local.confirmation =
                Confirmation{.title = tr("Remove {0} from the register?", line->form.name),
                             .sentence = tr("Its verdict goes from clients' devices at their next "
                                            "sync. It stays in the trash here for 30 days."),
                             .button = tr("Remove it"),
                             .intent = model::RemoveTool{line->id}};
        }
    });
}

}  // namespace

void open_tool(const Screen& screen, const std::optional<EntityId>& tool, const std::string& name) {
    ToolsForm& page = screen.local.tools;
    page.key = tool ? to_hex(*tool) : "new " + name;
    page.tool = tool;
    page.area.reset();
    const auto kept = page.kept.find(page.key);
    const ToolLine* const line = line_of(screen, tool);
    if (kept != page.kept.end()) {
        page.form = kept->second;
    } else {
        page.form = line != nullptr ? line->form : ToolForm{.name = name};
    }
    screen.local.above = Above::tool;
}

void look_after_tool(const Screen& screen) {
    ToolsForm& page = screen.local.tools;
    if (!page.saving) return;
    const auto now = last_told(screen.snapshot, page.saving->key);
    const bool is_saved = now.saved > page.saving->saved;
    if (is_saved) page.kept.erase(page.saving->key);
    if (is_saved || now.error > page.saving->error) page.saving.reset();
}

void tool(const Screen& screen) {
    ToolsForm& page = screen.local.tools;
    const ToolLine* const line = line_of(screen, page.tool);
    Ui& ui = screen.ui;
    constexpr float column_min_dp = 340;
    ui.page("tool", [&] {
        const std::string title = line != nullptr ? line->form.name : tr("New entry");
        if (page_head(screen, title, tr("Back"))) {
            // What was written stays while the program runs: it is taken up when opened again.
            page.kept[page.key] = page.form;
            return leave(screen);
        }
        if (page.tool && line == nullptr) {
            return ui.text(tr("This entry was removed."), TextStyle::body, Tone::muted);
        }
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            ui.card([&] {
                if (column == 0) return what_it_is(ui, page.form);
                verdict(ui, page.form, line);
            });
        });
        ui.card([&] {
            if (line != nullptr) {
                for (const std::string& other : line->also_written) ui.text(other);
            }
            areas(ui, page);
        });
        save(screen, line);
        ui.text(tr("Five minutes are enough for a start: the name, the kind and the verdict."),
                TextStyle::caption, Tone::muted);
    });
}

}  // namespace evenkeel::ui
