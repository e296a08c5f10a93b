// The practice's administration: records with their retention and holds, the staff, who saw what.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::AdministrationView;
using model::RecordLine;

void show(const Screen& screen, const std::optional<VaultId>& opened) {
    screen.post(model::ShowAdministration{.shown = true, .opened = opened});
}

// How long a record is kept after its treatment.
void retention_card(const Screen& screen, const AdministrationView& view) {
    Ui& ui = screen.ui;
    constexpr std::array<std::uint32_t, 6> years = {0, 5, 6, 7, 10, 30};  // 0: nothing said
    const std::uint32_t now = view.retention_years.value_or(0);
    ui.card([&] {
        ui.heading(tr("Records are kept after a treatment for"), 3);
        ui.flow([&] {
            for (std::size_t i = 0; i < years.size(); ++i) {
                const std::string label =
                    years[i] == 0 ? tr("Not said") : tr_n("{0} year", "{0} years", years[i]);
                ui.scope(i, [&] {
                    if (!ui.chip("years", label, now == years[i]) || now == years[i]) return;
                    screen.post(model::SetRetention{years[i] == 0 ? std::nullopt
                                                                  : std::optional(years[i])});
                });
            }
        });
        const bool is_other = std::ranges::find(years, now) == years.end();
        const std::string law =
            tr("The law where you work says how long. Nothing is ever deleted by this: it is "
               "counted from the end of a treatment, for you to decide.");
        ui.text(is_other ? tr_n("Now {0} year. {1}", "Now {0} years. {1}", now, law) : law,
                TextStyle::caption, Tone::muted);
    });
}

void record_row(const Screen& screen, const RecordLine& line) {
    AdministrationForm& local = screen.local.administration;
    const bool is_open = local.record == line.record;
    const char* badge = line.standing.is_held   ? tr("On hold")
                        : line.standing.is_past ? tr("Its time is past")
                                                : "";
    if (screen.ui.row("record", {.title = line.name,
                                 .detail = line.last_entry,
                                 .badge = badge,
                                 .chosen = is_open,
                                 .opens = false})) {
        local.reason.clear();
        local.ended.clear();
        local.report_to = {};
        local.record = is_open ? std::nullopt : std::optional(line.record);
        if (screen.snapshot.clinician->administration->opened_record) show(screen, std::nullopt);
    }
    if (is_open) {
        screen.ui.group("details", tr("Record of {0}", line.name),
                        [&] { record_details(screen, line); });
    }
}

void records_card(const Screen& screen, const AdministrationView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Records"), 3);
        if (view.records.empty()) {
            ui.text(tr("No client has joined yet."), TextStyle::body, Tone::muted);
        }
        for (const RecordLine& line : view.records) {
            ui.scope(scope_of(line.record), [&] { record_row(screen, line); });
        }
    });
}

void opened_page(const Screen& screen, const AdministrationView& view, const RecordLine& line) {
    Ui& ui = screen.ui;
    AdministrationForm& local = screen.local.administration;
    ui.page("access", [&] {
        if (page_head(screen, tr("Who opened it: {0}", line.name), tr("Back"))) {
            return show(screen, std::nullopt);
        }
        ui.text(
            tr("What programs of the practice wrote before they showed anything. The report holds "
               "it against what the server noted that it handed out, and needs the network."),
            TextStyle::body, Tone::muted);
        ui.space(12);
        ui.card([&] {
            path_field(screen, tr("File for the report"), local.report_to,
                       screen.snapshot.access_path);
            ui.text(tr("Its ending says what is written: .csv, .pdf, .html or .txt. It is not "
                       "encrypted."),
                    TextStyle::caption, Tone::muted);
            ui.flow([&] {
                if (ui.button("report", tr("Save the report"))) {
                    screen.post(model::SaveAccessReport{.record = line.record,
                                                        .path = local.report_to.path});
                    local.report_to.typed = false;
                }
            });
            const std::string& saved = screen.snapshot.access_saved_to;
            if (!saved.empty()) ui.status(Icon::check, tr("Written to {0}", saved), Tone::positive);
        });
        opened_days(screen, view.opened);
        ui.space(12);
        ui.text(tr("A program that was tampered with could leave a line out. That its device was "
                   "given the entries stands in the server's log all the same."),
                TextStyle::caption, Tone::muted);
    });
}

}  // namespace

void leave_administration(const Screen& screen) {
    if (screen.local.above != Above::administration) return;
    screen.local.above = Above::none;
    screen.local.administration = {};
    screen.post(model::ShowAdministration{});
}

void administration_card(const Screen& screen) {
    if (!screen.snapshot.clinician->is_admin) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("For admins"), 3);
        if (ui.row("administration", {.title = tr("Administration"),
                                      .detail = tr("Records, holds, retention, staff"),
                                      .icon = Icon::shield})) {
            screen.local.administration = {};
            screen.local.above = Above::administration;
            show(screen, std::nullopt);
        }
    });
}

void administration(const Screen& screen) {
    const auto& view = screen.snapshot.clinician->administration;
    Ui& ui = screen.ui;
    if (view && view->opened_record) {
        const auto line =
            std::ranges::find(view->records, *view->opened_record, &RecordLine::record);
        if (line != view->records.end()) return opened_page(screen, *view, *line);
    }
    constexpr float column_min_dp = 340;
    ui.page("administration", [&] {
        if (page_head(screen, tr("Administration"), tr("Back")))
            return leave_administration(screen);
        if (!view) return;
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            if (column == 0) {
                records_card(screen, *view);
            } else {
                retention_card(screen, *view);
                staff_card(screen, view->staff);
            }
        });
    });
}

}  // namespace evenkeel::ui
