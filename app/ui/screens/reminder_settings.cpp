// When this person is reminded: in the window, and outside it if they want.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <array>

namespace evenkeel::ui {
namespace {

using model::Settings;

constexpr std::uint32_t step_minutes = 30;
constexpr std::uint32_t day_minutes = 24 * 60;
constexpr QuietHours usual_quiet{.from_minute = 22 * 60, .to_minute = 7 * 60};

std::uint32_t stepped(std::uint32_t minute, int step) {
    return (minute + (step > 0 ? step_minutes : day_minutes - step_minutes)) % day_minutes;
}

// Quiet hours that begin when they end would be none: that time is stepped over.
std::uint32_t stepped_past(std::uint32_t minute, int step, std::uint32_t other) {
    const std::uint32_t next = stepped(minute, step);
    return next == other ? stepped(next, step) : next;
}

void check_in(const Screen& screen) {
    Settings settings = screen.snapshot.settings;
    screen.ui.text(tr("Ask for the check-in from"), TextStyle::caption, Tone::muted);
    const auto step = screen.ui.stepper("check-in", tr("Check-in"),
                                        clock_time(settings.check_in_minute), true, true);
    if (!step) return;
    settings.check_in_minute = stepped(settings.check_in_minute, *step);
    screen.post(model::ChangeSettings{settings});
}

void while_closed(const Screen& screen) {
    Ui& ui = screen.ui;
    Settings settings = screen.snapshot.settings;
    if (ui.toggle("closed", tr("Remind me while Evenkeel is closed"),
                  tr("Only \"Your check-in\" or \"A reminder you set\". The times lie outside the "
                     "lock on this device, never what they are about."),
                  settings.remind_closed)) {
        settings.remind_closed = !settings.remind_closed;
        screen.post(model::ChangeSettings{settings});
    }
    if (!settings.remind_closed) return;
    if (ui.toggle("answer", tr("Answer the check-in at its reminder"),
                  tr("It has three buttons: − for a low mood, ○ for okay, + for good. What "
                     "you press is sealed until you unlock."),
                  settings.answer_outside)) {
        settings.answer_outside = !settings.answer_outside;
        screen.post(model::ChangeSettings{settings});
    }
    if (screen.snapshot.can_show_outside) return;
    ui.text(tr("Nothing on this desktop shows notifications now: what is due is here when you open "
               "the window."),
            TextStyle::caption, Tone::muted);
}

void quiet_hours(const Screen& screen) {
    Ui& ui = screen.ui;
    Settings settings = screen.snapshot.settings;
    QuietHours& quiet = settings.quiet;
    const bool is_on = quiet.from_minute != quiet.to_minute;
    if (ui.toggle("quiet", tr("Quiet hours"), tr("Nothing comes outside the window in them"),
                  is_on)) {
        quiet = is_on ? QuietHours{} : usual_quiet;
        screen.post(model::ChangeSettings{settings});
        return;
    }
    if (!is_on) return;
    ui.text(tr("From"), TextStyle::caption, Tone::muted);
    if (const auto step =
            ui.stepper("quiet-from", tr("Quiet from"), clock_time(quiet.from_minute), true, true)) {
        quiet.from_minute = stepped_past(quiet.from_minute, *step, quiet.to_minute);
        screen.post(model::ChangeSettings{settings});
    }
    ui.text(tr("Until"), TextStyle::caption, Tone::muted);
    if (const auto step =
            ui.stepper("quiet-to", tr("Quiet until"), clock_time(quiet.to_minute), true, true)) {
        quiet.to_minute = stepped_past(quiet.to_minute, *step, quiet.from_minute);
        screen.post(model::ChangeSettings{settings});
    }
}

void pausing(const Screen& screen, Day today) {
    Ui& ui = screen.ui;
    const auto& from = screen.snapshot.settings.reminders_from;
    if (from && today < *from) {
        ui.status(Icon::clock, tr("Paused. They come again on {0}", long_day(*from)));
        ui.flow([&] {
            if (ui.button("resume", tr("Remind me again"))) screen.post(model::PauseReminders{0});
        });
        return;
    }
    ui.text(tr("Pause all reminders for"), TextStyle::caption, Tone::muted);
    const std::array<std::string_view, 4> names = {tr("1 day"), tr("3 days"), tr("7 days"),
                                                   tr("14 days")};
    constexpr std::array<std::uint32_t, 4> days = {1, 3, 7, 14};
    if (const auto chosen =
            ui.segmented("pause-reminders", tr("Pause reminders for"), names, std::nullopt)) {
        screen.post(model::PauseReminders{days[*chosen]});
    }
}

}  // namespace

void reminder_settings(const Screen& screen) {
    if (!screen.snapshot.client) return;
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Reminders"), 3);
        check_in(screen);
        ui.space(12);
        if (screen.snapshot.can_remind_closed) {
            while_closed(screen);
            if (screen.snapshot.settings.remind_closed) quiet_hours(screen);
            ui.space(12);
        }
        pausing(screen, screen.snapshot.client->today.today);
    });
}

}  // namespace evenkeel::ui
