// What the practice does when a client may be in danger: who looks, how often, and what happens
// when nobody does. And its own numbers to call.
#include "app/model/risk.h"
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using model::SafetyForm;

void rhythm(Ui& ui, SafetyForm& form) {
    const std::array<std::string_view, 3> names = {tr("Every weekday"), tr("Within some days"),
                                                   tr("Before the next session")};
    ui.text(tr("How often"), TextStyle::caption, Tone::muted);
    const auto chosen = static_cast<std::size_t>(form.rhythm) - 1;
    ui.flow([&] {
        for (std::size_t i = 0; i < names.size(); ++i) {
            ui.scope(i, [&] {
                if (ui.chip("rhythm", names[i], i == chosen)) {
                    form.rhythm = static_cast<CheckRhythm>(i + 1);
                }
            });
        }
    });
    if (form.rhythm != CheckRhythm::within_days) return;
    const std::string value = tr_n("{0} day", "{0} days", form.days);
    if (const auto step = ui.stepper("days", tr("Within"), value, form.days > 1,
                                     form.days < limits::check_days_max)) {
        form.days += *step > 0 ? 1U : -1U;
    }
}

void plan(const Screen& screen, SafetyForm& form) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Who looks, and when"), 3);
        ui.field("who", tr("Who looks at what clients share"), form.who,
                 {.hint = tr("A person, or whoever is on duty"),
                  .characters_max = limits::name_characters_max});
        rhythm(ui, form);
        ui.field("out-of-hours", tr("At night and at weekends"), form.out_of_hours,
                 {.kind = FieldKind::lines,
                  .hint = tr("What a client does then, and what they can expect"),
                  .characters_max = limits::out_of_hours_characters_max,
                  .rows = 4});
        ui.text(tr("Clients read these words before they tell you anything, and beside what they "
                   "write. While they are blank, no client can tell you from the card with numbers "
                   "to call: who cannot answer should not collect. For people at risk, research "
                   "asks for a look at least every weekday."),
                TextStyle::caption, Tone::muted);
    });
}

// True if it is to go.
bool number(Ui& ui, SafetyForm::Number& line) {
    ui.field("name", tr("Name"), line.name,
             {.hint = tr("As it may be read on a locked device"),
              .characters_max = limits::name_characters_max});
    ui.field("number", tr("Number"), line.number,
             {.characters_max = limits::phone_number_characters_max});
    ui.field("hours", tr("When somebody answers"), line.hours,
             {.hint = tr("Weekdays 8 to 18"), .characters_max = limits::name_characters_max});
    bool goes = false;
    ui.flow([&] { goes = ui.button("remove", tr("Take it off"), ButtonStyle::quiet); });
    return goes;
}

void numbers(const Screen& screen, SafetyForm& form) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Your own numbers to call"), 3);
        ui.text(tr("They come first on every client's card, above the lock too: whoever holds the "
                   "device can read them there."),
                TextStyle::caption, Tone::muted);
        std::optional<std::size_t> gone;
        for (std::size_t i = 0; i < form.numbers.size(); ++i) {
            ui.scope(i, [&] {
                const std::string label = tr("Number {0}", i + 1);
                ui.group("own-number", label, [&] {
                    ui.hairline();
                    if (number(ui, form.numbers[i])) gone = i;
                });
            });
        }
        if (gone) form.numbers.erase(form.numbers.begin() + static_cast<std::ptrdiff_t>(*gone));
        if (form.numbers.size() >= limits::practice_numbers_max) return;
        ui.flow([&] {
            if (ui.button("add", tr("Add a number"), ButtonStyle::secondary, Icon::plus)) {
                form.numbers.emplace_back();
            }
        });
    });
}

bool is_said(const Screen& screen, const SafetyForm& form) {
    return model::tidied(form) == screen.snapshot.clinician->safety;
}

void save(const Screen& screen, const SafetyForm& form) {
    Ui& ui = screen.ui;
    if (is_said(screen, form)) {
        const bool is_nothing = form == SafetyForm();
        ui.status(
            is_nothing ? Icon::pencil : Icon::check,
            is_nothing ? tr("Nothing is said yet.") : tr("This is what your clients are told."),
            is_nothing ? Tone::muted : Tone::positive);
    } else if (const std::string why = model::unsavable(form); !why.empty()) {
        ui.disabled_button("save", tr("Tell all clients"), why);
    } else if (ui.button("save", tr("Tell all clients"), ButtonStyle::primary, Icon::check)) {
        screen.post(model::SaveSafety{form});
    }
}

}  // namespace

void safety_row(const Screen& screen) {
    const std::string& said = screen.snapshot.clinician->safety_sentence;
    if (screen.ui.row("safety",
                      {.title = tr("When a client may be in danger"),
                       .detail = said.empty() ? tr("Not said yet: clients cannot tell you from the "
                                                   "card with numbers to call")
                                              : std::string_view(said),
                       .icon = Icon::lifebuoy})) {
        screen.local.above = Above::practice_safety;
    }
}

void practice_safety(const Screen& screen) {
    Ui& ui = screen.ui;
    std::optional<SafetyForm>& form = screen.local.practice_safety;
    if (!form) form = screen.snapshot.clinician->safety;
    ui.page("practice-safety", [&] {
        const bool back = page_head(screen, tr("When a client may be in danger"), tr("Back"));
        plan(screen, *form);
        numbers(screen, *form);
        save(screen, *form);
        if (!back) return;
        // What was not saved is there when the page is opened again.
        if (is_said(screen, *form)) form.reset();
        screen.local.above = Above::none;
    });
}

}  // namespace evenkeel::ui
