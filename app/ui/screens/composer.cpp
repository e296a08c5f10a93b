// A boundary, put together with the sentence that both will sign before one's eyes.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::BoundaryForm;
using model::FormKind;

constexpr std::uint32_t minutes_step = 15;
constexpr std::uint32_t grace_step_minutes = 5;
constexpr std::uint32_t grace_minutes_max = 60;
constexpr std::uint32_t day_minutes = 24 * 60;
constexpr std::uint32_t week_minutes = 7 * day_minutes;
constexpr std::uint32_t all_weekdays = 0x7F;
constexpr std::size_t statement_characters_max = 120;
constexpr std::size_t reason_characters_max = 300;

void step_minutes(Ui& ui, Key key, std::string_view label, std::uint32_t& minutes,
                  std::uint32_t step, std::uint32_t low, std::uint32_t high) {
    const auto pressed = ui.stepper(key, label, duration(minutes), minutes > low, minutes < high);
    if (!pressed) return;
    minutes = *pressed > 0 ? std::min(minutes + step, high)
                           : std::max(minutes - std::min(minutes, step), low);
}

// Round the clock, in quarters of an hour.
void step_clock(Ui& ui, Key key, std::string_view label, std::uint32_t& minute) {
    const auto pressed = ui.stepper(key, label, clock_time(minute), true, true);
    if (!pressed) return;
    const std::uint32_t step = *pressed > 0 ? minutes_step : day_minutes - minutes_step;
    minute = (minute + step) % day_minutes;
}

void kind(Ui& ui, BoundaryForm& form) {
    constexpr std::array<std::string_view, 4> kinds = {"Per day", "Per week", "Times", "In words"};
    const auto chosen =
        ui.segmented("kind", "Kind of boundary", kinds, static_cast<std::size_t>(form.kind));
    if (!chosen) return;
    form.kind = static_cast<FormKind>(*chosen);
    if (form.kind == FormKind::limit_per_day) {
        form.minutes_max = std::min(form.minutes_max, day_minutes);
    }
}

void groups(Ui& ui, BoundaryForm& form) {
    ui.text("What it is about", TextStyle::caption, Tone::muted);
    ui.flow([&] {
        for (const UseGroup group : all_groups) {
            ui.scope(index_of(group), [&] {
                const auto place = std::find(form.groups.begin(), form.groups.end(), group);
                const bool chosen = place != form.groups.end();
                if (!ui.chip("group", group_name(group), chosen)) return;
                if (chosen) {
                    form.groups.erase(place);
                } else {
                    form.groups.push_back(group);
                    std::sort(form.groups.begin(), form.groups.end());
                }
            });
        }
    });
}

void limits(Ui& ui, BoundaryForm& form) {
    ui.text("At most", TextStyle::caption, Tone::muted);
    const bool weekly = form.kind == FormKind::limit_per_week;
    step_minutes(ui, "most", "At most", form.minutes_max, minutes_step, minutes_step,
                 weekly ? week_minutes : day_minutes);
    ui.text("A little over still counts as kept", TextStyle::caption, Tone::muted);
    step_minutes(ui, "grace", "Grace", form.grace_minutes, grace_step_minutes, 0,
                 grace_minutes_max);
}

void curfew(Ui& ui, BoundaryForm& form) {
    ui.text("From", TextStyle::caption, Tone::muted);
    step_clock(ui, "from", "From", form.from_minute);
    ui.text("Until", TextStyle::caption, Tone::muted);
    step_clock(ui, "until", "Until", form.to_minute);
}

void rule(Ui& ui, BoundaryForm& form) {
    kind(ui, form);
    ui.space(12);
    if (form.kind == FormKind::attested) {
        ui.field("statement", "The boundary in your own words", form.statement,
                 {.hint = "No phone in the bedroom", .characters_max = statement_characters_max});
        return;
    }
    groups(ui, form);
    if (form.kind == FormKind::curfew) {
        curfew(ui, form);
    } else {
        limits(ui, form);
    }
}

// No bit set means every day, and so do all of them.
void weekdays(Ui& ui, BoundaryForm& form) {
    constexpr std::array<std::string_view, 7> names = {"Mon", "Tue", "Wed", "Thu",
                                                       "Fri", "Sat", "Sun"};
    ui.text("On these days", TextStyle::caption, Tone::muted);
    ui.flow([&] {
        for (std::uint32_t i = 0; i < names.size(); ++i) {
            ui.scope(i, [&] {
                const std::uint32_t set = form.weekdays == 0 ? all_weekdays : form.weekdays;
                const std::uint32_t bit = 1U << i;
                if (!ui.chip("weekday", names[i], (set & bit) != 0)) return;
                const std::uint32_t changed = set ^ bit;
                form.weekdays = changed == all_weekdays ? 0 : changed;
            });
        }
    });
}

void review(Ui& ui, BoundaryForm& form) {
    constexpr std::array<std::string_view, 4> names = {"2 weeks", "4 weeks", "8 weeks", "No date"};
    constexpr std::array<std::uint32_t, 4> weeks = {2, 4, 8, 0};
    ui.text("Look at it together after", TextStyle::caption, Tone::muted);
    const auto place = std::find(weeks.begin(), weeks.end(), form.review_weeks);
    const auto chosen = place == weeks.end()
                            ? std::nullopt
                            : std::optional(static_cast<std::size_t>(place - weeks.begin()));
    if (const auto picked = ui.segmented("review", "Review after", names, chosen)) {
        form.review_weeks = weeks[*picked];
    }
}

void send(const Screen& screen) {
    const ComposerForm& composed = screen.local.composer;
    if (composed.boundary) {
        screen.post(model::Counter{
            .record = composed.record, .boundary = *composed.boundary, .form = composed.form});
    } else {
        screen.post(model::Propose{.record = composed.record, .form = composed.form});
    }
    screen.local.above = Above::none;
}

void signed_sentence(const Screen& screen) {
    Ui& ui = screen.ui;
    const BoundaryForm& form = screen.local.composer.form;
    ui.card([&] {
        ui.text("What both of you sign", TextStyle::caption, Tone::muted);
        ui.text(model::live_sentence(form), TextStyle::title);
        ui.space(16);
        const auto terms = model::terms_of(form);
        if (!terms.ok()) {
            ui.disabled_button("send", "Send this proposal", terms.error().sentence());
        } else if (ui.button("send", "Send this proposal", ButtonStyle::primary, Icon::send)) {
            send(screen);
        }
        ui.text("It counts only once the other has accepted it.", TextStyle::caption, Tone::muted);
    });
}

}  // namespace

void open_composer(const Screen& screen, const std::optional<VaultId>& record) {
    screen.local.composer = {.record = record, .boundary = std::nullopt, .form = {}};
    screen.local.above = Above::composer;
}

void composer(const Screen& screen) {
    Ui& ui = screen.ui;
    ComposerForm& composed = screen.local.composer;
    constexpr float column_min_dp = 340;
    ui.page("composer", [&] {
        if (page_head(screen, composed.boundary ? "Suggest a change" : "Propose a boundary",
                      "Back")) {
            screen.local.above = Above::none;
        }
        signed_sentence(screen);
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            ui.card([&] {
                if (column == 0) return rule(ui, composed.form);
                weekdays(ui, composed.form);
                review(ui, composed.form);
                ui.space(12);
                ui.field(
                    "reason", "Why this matters (both of you read it)", composed.form.reason,
                    {.kind = FieldKind::lines, .characters_max = reason_characters_max, .rows = 3});
            });
        });
    });
}

}  // namespace evenkeel::ui
