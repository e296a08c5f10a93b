// What happens online, in the room and outside: one page that both sides write.
#include "app/model/plan.h"

#include "app/ui/screens/screens.h"
#include "app/ui/screens/typing.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::PlanLine;

const std::vector<PlanLine>& lines_of(const Screen& screen) {
    static const std::vector<PlanLine> none;
    if (screen.snapshot.client) return screen.snapshot.client->plan;
    const auto& overview = screen.snapshot.clinician->overview;
    return overview ? overview->plan : none;
}

void line(const Screen& screen, const PlanLine& one) {
    Ui& ui = screen.ui;
    ui.text(one.text);
    ui.text(tr("By {0}", one.by), TextStyle::caption, Tone::muted);
    if (one.only_mine) ui.badge(tr("Only for you"), Tone::muted);
    ui.group("line", one.text, [&] {
        ui.flow([&] {
            const auto settle = [&](PlanState state) {
                screen.post(model::SettlePlanLine{screen.local.plan.record, one.id, state});
            };
            if (ui.button("done", tr("Done"), ButtonStyle::quiet, Icon::check))
                settle(PlanState::done);
            if (ui.button("end", tr("Take it off"), ButtonStyle::quiet)) settle(PlanState::ended);
        });
    });
}

void part(const Screen& screen, PlanPlace place) {
    Ui& ui = screen.ui;
    const auto& lines = lines_of(screen);
    ui.card([&] {
        ui.heading(model::place_title(place), 3);
        const bool is_empty = std::ranges::find(lines, place, &PlanLine::place) == lines.end();
        if (is_empty) ui.text(tr("Nothing yet."), TextStyle::body, Tone::muted);
        bool first = true;
        for (const PlanLine& one : lines) {
            if (one.place != place) continue;
            ui.scope(scope_of(one.id), [&] {
                if (!first) ui.hairline();
                first = false;
                line(screen, one);
            });
        }
    });
}

void add_line(const Screen& screen) {
    Ui& ui = screen.ui;
    PlanForm& form = screen.local.plan;
    ui.card([&] {
        ui.heading(tr("Add a line"), 3);
        const std::array<std::string_view, plan_place_count> names = {
            tr("Online"), tr("In the room"), tr("Outside")};
        if (const auto place = ui.segmented("place", tr("Where"), names,
                                            static_cast<std::size_t>(form.place) - 1)) {
            form.place = static_cast<PlanPlace>(*place + 1);
        }
        ui.space(12);
        if (one_more_line(ui, tr("What happens there"), form.line)) {
            screen.post(model::AddPlanLine{form.record, form.place, form.line});
            form.line.clear();
        }
    });
}

}  // namespace

void plan_row(const Screen& screen, const std::optional<VaultId>& record) {
    const std::size_t count = lines_of(screen).size();
    const std::string detail = count == 0 ? tr("What happens online, in the room and outside")
                                          : tr_n("{0} line", "{0} lines", count);
    if (screen.ui.row("plan", {.title = tr("Your plan together"), .detail = detail})) {
        keep_typed(screen);
        screen.local.plan.record = record;
        screen.local.above = Above::plan;
    }
}

void plan(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.page("plan", [&] {
        if (page_head(screen, tr("Your plan together"), tr("Back")))
            screen.local.above = Above::none;
        const auto& client = screen.snapshot.client;
        ui.text(client && client->sharing.paused
                    ? tr("Sharing is paused: a line you add now stays with you.")
                    : tr("Both of you write and read this."),
                TextStyle::body, Tone::muted);
        for (const PlanPlace place :
             {PlanPlace::online, PlanPlace::in_the_room, PlanPlace::outside}) {
            ui.scope(static_cast<std::uint64_t>(place), [&] { part(screen, place); });
        }
        add_line(screen);
    });
}

}  // namespace evenkeel::ui
