#include "app/ui/screens/composer_rule.h"

#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::BoundaryForm;
using model::FormKind;

constexpr std::uint32_t minutes_step = 15;
constexpr std::uint32_t sitting_step_minutes = 5;
constexpr std::uint32_t grace_step_minutes = 5;
constexpr std::uint32_t grace_minutes_max = 60;
constexpr std::uint32_t break_minutes_max = 60;
constexpr std::uint32_t day_minutes = 24 * 60;
constexpr std::uint32_t week_minutes = 7 * day_minutes;
constexpr std::uint32_t times_a_day_max = 50;
constexpr std::uint32_t reply_step_hours = 12;
constexpr std::uint32_t reply_hours_max = 7 * 24;
constexpr std::size_t statement_characters_max = 120;

struct KindName {
    FormKind kind;
    Literal name;
};
// As people would ask for them, the most usual first.
constexpr std::array<KindName, 10> kinds = {
    KindName{FormKind::limit_per_day, tr_later("Per day")},
    KindName{FormKind::limit_per_week, tr_later("Per week")},
    KindName{FormKind::curfew, tr_later("Hours without")},
    KindName{FormKind::sessions, tr_later("How often")},
    KindName{FormKind::session_length, tr_later("At a time")},
    KindName{FormKind::purposes, tr_later("What for")},
    KindName{FormKind::instead, tr_later("If, then")},
    KindName{FormKind::never, tr_later("Never")},
    KindName{FormKind::contact, tr_later("Contact")},
    KindName{FormKind::attested, tr_later("Own words")}};

// Anyone may add a purpose in their own words; these are the usual ones. What is signed is the
// English, so that it reads the same to both; the chips say it in the reader's language.
constexpr std::array<Literal, 4> contact_purposes = {
    tr_later("appointments"), tr_later("practical matters"), tr_later("updates we agreed on"),
    tr_later("homework")};
constexpr std::array<Literal, 3> no_contact_for = {
    tr_later("emergencies"), tr_later("therapy by message"), tr_later("quick replies")};

void step_count(Ui& ui, Key key, std::string_view label, std::string_view value,
                std::uint32_t& count, std::uint32_t step, std::uint32_t low, std::uint32_t high) {
    const auto pressed = ui.stepper(key, label, value, count > low, count < high);
    if (!pressed) return;
    count =
        *pressed > 0 ? std::min(count + step, high) : std::max(count - std::min(count, step), low);
}

void step_minutes(Ui& ui, Key key, std::string_view label, std::uint32_t& minutes,
                  std::uint32_t step, std::uint32_t low, std::uint32_t high) {
    step_count(ui, key, label, duration(minutes), minutes, step, low, high);
}

// Round the clock, in quarters of an hour.
void step_clock(Ui& ui, Key key, std::string_view label, std::uint32_t& minute) {
    const auto pressed = ui.stepper(key, label, clock_time(minute), true, true);
    if (!pressed) return;
    const std::uint32_t step = *pressed > 0 ? minutes_step : day_minutes - minutes_step;
    minute = (minute + step) % day_minutes;
}

void kind(Ui& ui, BoundaryForm& form) {
    ui.text(tr("Kind of boundary"), TextStyle::caption, Tone::muted);
    ui.flow([&] {
        for (const KindName& each : kinds) {
            ui.scope(static_cast<std::uint64_t>(each.kind), [&] {
                if (ui.chip("kind", tr(each.name), form.kind == each.kind)) form.kind = each.kind;
            });
        }
    });
}

void groups(Ui& ui, BoundaryForm& form) {
    ui.text(tr("What it is about"), TextStyle::caption, Tone::muted);
    ui.flow([&] {
        for (const UseGroup group : all_groups) {
            ui.scope(index_of(group), [&] {
                const auto place = std::find(form.groups.begin(), form.groups.end(), group);
                const bool chosen = place != form.groups.end();
                if (!ui.check_chip("group", group_name(group), chosen)) return;
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
    ui.text(tr("At most"), TextStyle::caption, Tone::muted);
    const bool weekly = form.kind == FormKind::limit_per_week;
    step_minutes(ui, "most", tr("At most"), weekly ? form.week_minutes_max : form.minutes_max,
                 minutes_step, minutes_step, weekly ? week_minutes : day_minutes);
    ui.text(tr("A little over still counts as kept"), TextStyle::caption, Tone::muted);
    step_minutes(ui, "grace", tr("Grace"), form.grace_minutes, grace_step_minutes, 0,
                 grace_minutes_max);
}

void curfew(Ui& ui, BoundaryForm& form) {
    ui.text(tr("From"), TextStyle::caption, Tone::muted);
    step_clock(ui, "from", tr("From"), form.from_minute);
    ui.text(tr("Until"), TextStyle::caption, Tone::muted);
    step_clock(ui, "until", tr("Until"), form.to_minute);
}

void sessions(Ui& ui, BoundaryForm& form) {
    ui.text(tr("At most"), TextStyle::caption, Tone::muted);
    step_count(ui, "times", tr("Times a day"),
               tr_n("{0} time a day", "{0} times a day", form.times_max), form.times_max, 1, 1,
               times_a_day_max);
    ui.text(tr("A break counts from"), TextStyle::caption, Tone::muted);
    step_minutes(ui, "break", tr("Shortest break"), form.break_minutes, grace_step_minutes, 0,
                 break_minutes_max);
}

void session_length(Ui& ui, BoundaryForm& form) {
    ui.text(tr("At most, at a time"), TextStyle::caption, Tone::muted);
    step_minutes(ui, "at_a_time", tr("At most, at a time"), form.minutes_max, sitting_step_minutes,
                 sitting_step_minutes, day_minutes - sitting_step_minutes);
}

// The usual ones and whatever else was agreed before, each on or off.
void several(Ui& ui, Key key, std::span<const Literal> usual, model::WordChoice& choice) {
    std::vector<std::string>& chosen = choice.chosen;
    std::vector<std::string> offered;
    for (const Literal each : usual) offered.emplace_back(each.text);
    for (const auto* words : {&choice.agreed, &chosen}) {
        for (const std::string& each : *words) {
            if (std::ranges::find(offered, each) == offered.end()) offered.push_back(each);
        }
    }
    ui.flow([&] {
        ui.scope(key, [&] {
            for (std::size_t i = 0; i < offered.size(); ++i) {
                ui.scope(i, [&] {
                    const auto place = std::ranges::find(chosen, offered[i]);
                    const bool is_chosen = place != chosen.end();
                    if (!ui.check_chip("choice", tr_known(offered[i]), is_chosen)) return;
                    if (is_chosen) {
                        chosen.erase(place);
                    } else {
                        chosen.push_back(offered[i]);
                    }
                });
            }
        });
    });
}

void words(Ui& ui, Key key, std::string_view label, std::string_view hint, std::string& text) {
    ui.field(key, label, text, {.hint = hint, .characters_max = statement_characters_max});
}

void purposes(Ui& ui, BoundaryForm& form) {
    ui.text(tr("Only for"), TextStyle::caption, Tone::muted);
    several(ui, "purposes", use_purposes, form.purposes);
    words(ui, "own_purpose", tr("Something else"), tr("Practising for a talk"),
          form.purposes.typed);
}

void contact(Ui& ui, BoundaryForm& form) {
    words(ui, "channel", tr("How you reach each other"), tr("messages"), form.channel);
    ui.text(tr("For"), TextStyle::caption, Tone::muted);
    several(ui, "contact_for", contact_purposes, form.contact_for);
    words(ui, "own_contact_for", tr("For something else"), "", form.contact_for.typed);
    ui.text(tr("Not for"), TextStyle::caption, Tone::muted);
    several(ui, "contact_not_for", no_contact_for, form.contact_not_for);
    words(ui, "own_contact_not_for", tr("Not for something else"), "", form.contact_not_for.typed);
    ui.text(tr("A reply comes within"), TextStyle::caption, Tone::muted);
    const std::string hours = form.reply_within_hours == 0
                                  ? std::string(tr("not said"))
                                  : tr_n("{0} hour", "{0} hours", form.reply_within_hours);
    step_count(ui, "reply", tr("A reply comes within"), hours, form.reply_within_hours,
               reply_step_hours, 0, reply_hours_max);
}

}  // namespace

void composer_rule(Ui& ui, BoundaryForm& form) {
    kind(ui, form);
    ui.space(12);
    switch (form.kind) {
        case FormKind::instead:
            words(ui, "cue", tr("If this happens"), tr("I reach for the phone in bed"), form.cue);
            return words(ui, "action", tr("then I do this"), tr("I put it in the hall"),
                         form.action);
        case FormKind::never:
            return words(ui, "situation", tr("Never"), tr("AI when I feel unsafe"), form.situation);
        case FormKind::contact:
            return contact(ui, form);
        case FormKind::attested:
            return words(ui, "statement", tr("The boundary in your own words"),
                         tr("No phone in the bedroom"), form.statement);
        default:
            groups(ui, form);
    }
    switch (form.kind) {
        case FormKind::curfew:
            return curfew(ui, form);
        case FormKind::sessions:
            return sessions(ui, form);
        case FormKind::session_length:
            return session_length(ui, form);
        case FormKind::purposes:
            return purposes(ui, form);
        default:
            limits(ui, form);
    }
}

}  // namespace evenkeel::ui
