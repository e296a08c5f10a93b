// Sessions on both sides: when the next one is, what it is to be about, and planning one.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::SessionLine;

constexpr std::uint32_t minutes_per_hour = 60;
constexpr std::uint32_t day_hours = 24;
// A session that has been can be entered too, so that a brief knows where it begins.
constexpr std::int32_t days_back_max = 60;

const SessionLine* open_line(const Screen& screen) {
    const EntityId wanted = screen.local.agenda.session;
    if (screen.snapshot.client) {
        const auto& next = screen.snapshot.client->today.next_session;
        return next && next->id == wanted ? &*next : nullptr;
    }
    const auto& overview = screen.snapshot.clinician->overview;
    if (!overview) return nullptr;
    const auto found = std::ranges::find(overview->sessions, wanted, &SessionLine::id);
    return found == overview->sessions.end() ? nullptr : &*found;
}

std::string_view readers(const Screen& screen) {
    const auto& client = screen.snapshot.client;
    return client && client->sharing.paused
               ? tr("Sharing is paused: a line you add now stays with you.")
               : tr("Both of you read these lines.");
}

void agenda_line(const Screen& screen, const model::AgendaLine& line) {
    Ui& ui = screen.ui;
    ui.text(line.text);
    if (line.only_mine) ui.badge(tr("Only for you"), Tone::muted);
    if (!line.is_mine) return;
    ui.group("own", line.text, [&] {
        ui.flow([&] {
            if (ui.button("take-back", tr("Take back"), ButtonStyle::quiet)) {
                screen.post(model::TakeFromAgenda{screen.local.agenda.record, line.id});
            }
        });
    });
}

void add_line(const Screen& screen) {
    Ui& ui = screen.ui;
    AgendaForm& form = screen.local.agenda;
    if (one_more_line(ui, tr("Something to talk about"), form.line)) {
        screen.post(model::AddToAgenda{form.record, form.session, form.line});
        form.line.clear();
    }
}

void ask_to_cancel(const Screen& screen, VaultId record, const SessionLine& line) {
    screen.local.confirmation = Confirmation{
        .title = tr("Cancel this session?"),
        .sentence =
            tr("{0}. It goes from both sides at the next sync; call your client if it is soon.",
               line.text),
        .button = tr("Cancel the session"),
        .intent = model::CancelSession{.record = record, .session = line.id}};
}

void day_and_time(Ui& ui, SessionForm& form, Day today) {
    const auto days =
        ui.stepper("day", tr("Day"), weekday_and_date(form.day), today - form.day < days_back_max,
                   form.day - today < limits::session_days_ahead_max);
    if (days) form.day = form.day + *days;
    ui.flow([&] {
        const std::array<std::string_view, 3> names = {tr("Today"), tr("In a week"),
                                                       tr("In two weeks")};
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Day day = today + static_cast<std::int32_t>(7 * i);
            ui.scope(i, [&] {
                if (ui.chip("jump", names[i], form.day == day)) form.day = day;
            });
        }
    });
    ui.space(12);
    ui.text(tr("Begins at"), TextStyle::caption, Tone::muted);
    const std::uint32_t hour = form.minute / minutes_per_hour;
    const std::uint32_t rest = form.minute % minutes_per_hour;
    if (const auto step = ui.stepper("hour", tr("Hour"), clock_time(form.minute), hour > 0,
                                     hour + 1 < day_hours)) {
        form.minute = *step > 0 ? form.minute + minutes_per_hour : form.minute - minutes_per_hour;
    }
    constexpr std::array<std::string_view, 4> quarters = {":00", ":15", ":30", ":45"};
    constexpr std::uint32_t quarter_minutes = 15;
    if (const auto quarter = ui.segmented("quarter", tr("Minutes past the hour"), quarters,
                                          rest / quarter_minutes)) {
        form.minute =
            hour * minutes_per_hour + static_cast<std::uint32_t>(*quarter) * quarter_minutes;
    }
}

void place_and_length(Ui& ui, SessionForm& form) {
    const std::array<std::string_view, 3> places = {tr("In person"), tr("Video"),
                                                    tr_as("place of a session", "Phone")};
    ui.text(tr("Where"), TextStyle::caption, Tone::muted);
    if (const auto place =
            ui.segmented("place", tr("Where"), places, static_cast<std::size_t>(form.place) - 1)) {
        form.place = static_cast<Place>(*place + 1);
    }
    ui.space(12);
    constexpr std::array<std::string_view, 4> names = {"30 min", "50 min", "60 min", "90 min"};
    constexpr std::array<std::uint32_t, 4> minutes = {30, 50, 60, 90};
    const auto chosen = std::ranges::find(minutes, form.minutes) - minutes.begin();
    ui.text(tr("How long"), TextStyle::caption, Tone::muted);
    if (const auto length =
            ui.segmented("length", tr("How long"), names, static_cast<std::size_t>(chosen))) {
        form.minutes = minutes[*length];
    }
}

}  // namespace

void open_session(const Screen& screen, const std::optional<VaultId>& record,
                  const SessionLine& line) {
    screen.local.agenda = {.record = record, .session = line.id, .line = {}};
    screen.local.above = Above::session;
}

void session(const Screen& screen) {
    Ui& ui = screen.ui;
    const SessionLine* line = open_line(screen);
    ui.page("session", [&] {
        if (page_head(screen, tr("Session"), tr("Back"))) screen.local.above = Above::none;
        if (line == nullptr) {
            ui.text(tr("This session is over, or was cancelled."), TextStyle::body, Tone::muted);
            return;
        }
        ui.text(line->text, TextStyle::title);
        ui.card([&] {
            ui.heading(tr("To talk about"), 3);
            if (line->agenda.empty()) {
                ui.text(tr("Nothing is written down yet. Each of you can add a line."),
                        TextStyle::body, Tone::muted);
            }
            for (std::size_t i = 0; i < line->agenda.size(); ++i) {
                ui.scope(i, [&] {
                    if (i > 0) ui.hairline();
                    agenda_line(screen, line->agenda[i]);
                });
            }
            ui.space(12);
            add_line(screen);
            ui.text(readers(screen), TextStyle::caption, Tone::muted);
        });
        ui.card([&] { plan_row(screen, screen.local.agenda.record); });
        if (screen.snapshot.client) {
            ui.text(screen.snapshot.nobody_watches, TextStyle::caption, Tone::muted);
        } else if (screen.local.agenda.record) {
            ui.flow([&] {
                if (ui.button("cancel", tr("Cancel this session"), ButtonStyle::danger)) {
                    ask_to_cancel(screen, *screen.local.agenda.record, *line);
                }
            });
        }
    });
}

void sessions_card(const Screen& screen, const model::OverviewView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Sessions"), 3);
        if (view.sessions.empty()) {
            ui.text(tr("No session is planned."), TextStyle::body, Tone::muted);
        }
        for (const SessionLine& line : view.sessions) {
            const std::string detail = line.agenda.empty()
                                           ? ""
                                           : tr_n("{0} thing to talk about",
                                                  "{0} things to talk about", line.agenda.size());
            ui.scope(scope_of(line.id), [&] {
                if (ui.row("session", {.title = line.text, .detail = detail})) {
                    open_session(screen, view.record, line);
                }
            });
        }
        plan_row(screen, view.record);
        notes_row(screen, view);
        ui.flow([&] {
            if (ui.button("plan-session", tr("Plan a session"), ButtonStyle::secondary,
                          Icon::plus)) {
                screen.local.session = {.record = view.record, .day = view.today + 7};
                screen.local.above = Above::plan_session;
            }
        });
    });
}

void plan_session(const Screen& screen) {
    Ui& ui = screen.ui;
    SessionForm& form = screen.local.session;
    const auto& overview = screen.snapshot.clinician->overview;
    if (!overview || overview->record != form.record) {
        screen.local.above = Above::none;
        return;
    }
    constexpr float column_min_dp = 340;
    ui.page("plan-session", [&] {
        if (page_head(screen, tr("Plan a session"), tr("Back"))) screen.local.above = Above::none;
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            ui.card([&] {
                if (column == 0) return day_and_time(ui, form, overview->today);
                place_and_length(ui, form);
            });
        });
        ui.text(tr("Both of you see it after the next sync."), TextStyle::caption, Tone::muted);
        ui.flow([&] {
            if (ui.button("plan", tr("Plan it"), ButtonStyle::primary, Icon::check)) {
                screen.post(model::PlanSession{.record = form.record,
                                               .day = form.day,
                                               .minute = form.minute,
                                               .minutes = form.minutes,
                                               .place = form.place});
                screen.local.above = Above::none;
            }
        });
    });
}

}  // namespace evenkeel::ui
