// One record in the administration: its hold, the end of its treatment, who opened it.
#include "app/ui/screens/screens.h"
#include "core/base/limits.h"
#include "core/domain/local_time.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::RecordLine;

void hold(const Screen& screen, const RecordLine& line) {
    Ui& ui = screen.ui;
    std::string& reason = screen.local.administration.reason;
    if (line.standing.is_held) {
        ui.status(Icon::lock, line.hold, Tone::caution);
        ui.flow([&] {
            if (!ui.button("lift", tr("Lift the hold"))) return;
            screen.local.confirmation = Confirmation{
                .title = tr("Lift the hold on the record of {0}?", line.name),
                .sentence =
                    tr("Its retention counts again, and who alone has it may leave the practice."),
                .button = tr("Lift it"),
                .intent = model::LiftHold{line.record}};
        });
        return;
    }
    ui.field("reason", tr("Why it must not be removed"), reason,
             {.hint = tr("A request, a complaint, a court"),
              .characters_max = limits::hold_reason_characters_max});
    ui.flow([&] {
        if (reason.empty()) {
            ui.disabled_button("hold", tr("Put it on hold"), tr("Write the reason first."));
        } else if (ui.button("hold", tr("Put it on hold"), ButtonStyle::secondary, Icon::lock)) {
            screen.post(model::HoldRecord{.record = line.record, .reason = reason});
            reason.clear();
        }
    });
}

void treatment(const Screen& screen, const RecordLine& line) {
    Ui& ui = screen.ui;
    std::string& ended = screen.local.administration.ended;
    if (line.standing.ended) {
        ui.text(line.treatment);
        if (!line.retention.empty()) ui.text(line.retention, TextStyle::caption, Tone::muted);
        ui.flow([&] {
            if (ui.button("goes-on", tr("It goes on"))) {
                screen.post(model::EndTreatment{.record = line.record, .ended = std::nullopt});
            }
        });
        return;
    }
    constexpr std::size_t date_characters = 10;
    ui.field("ended", tr("Treatment ended on"), ended,
             {.hint = tr("year-month-day"), .characters_max = date_characters});
    const auto day = parse_date(ended);
    ui.flow([&] {
        if (!day.ok()) {
            ui.disabled_button("end", tr("Note the end"),
                               tr("Write the day first, as 2026-11-28."));
        } else if (ui.button("end", tr("Note the end"))) {
            screen.post(model::EndTreatment{.record = line.record, .ended = day.value()});
            ended.clear();
        }
    });
}

}  // namespace

void record_details(const Screen& screen, const RecordLine& line) {
    Ui& ui = screen.ui;
    if (!line.is_here) {
        ui.text(tr("Who opened it stands in the record, which a colleague has."),
                TextStyle::caption, Tone::muted);
    } else if (ui.row("opened", {.title = tr("Who opened it"), .icon = Icon::people})) {
        screen.post(model::ShowAdministration{.shown = true, .opened = line.record});
    }
    treatment(screen, line);
    ui.space(12);
    hold(screen, line);
    ui.hairline();
}

}  // namespace evenkeel::ui
