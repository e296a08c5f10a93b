// A file that a person brings: what is in it is shown before anything of it is imported.
#include "app/ui/screens/screens.h"
#include "core/domain/mood.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

constexpr std::uint32_t mood_first = 5;  // where a number begins that was not said: the middle

// A mood that the person named themself, as a number. Nothing is guessed.
void own_mood(const Screen& screen, const std::string& name) {
    auto& moods = screen.local.bring.moods;
    const auto said = moods.find(name);
    const bool is_said = said != moods.end();
    const std::string value = is_said ? tr("{0} of {1}", said->second, rating_max) : tr("not said");
    screen.ui.text(tr("\"{0}\"", name));
    const auto step =
        screen.ui.stepper("number", tr("Number for {0}", name), value, !is_said || said->second > 0,
                          !is_said || said->second < rating_max);
    if (!step) return;
    if (!is_said) {
        moods[name] = mood_first;
    } else {
        said->second += *step > 0 ? 1U : -1U;
    }
}

void own_moods(const Screen& screen, const model::FoundFileView& found) {
    if (found.own_names.empty()) return;
    Ui& ui = screen.ui;
    ui.text(tr("Which number is each? 0 is the lowest mood, 10 the highest."), TextStyle::label);
    for (std::size_t i = 0; i < found.own_names.size(); ++i) {
        ui.scope(i, [&] { own_mood(screen, found.own_names[i]); });
    }
    const auto& moods = screen.local.bring.moods;
    const bool is_any_said = std::ranges::any_of(
        found.own_names, [&](const std::string& name) { return moods.contains(name); });
    ui.flow([&] {
        if (!is_any_said) {
            ui.disabled_button("numbers", tr("Use these numbers"), tr("Say a number first."));
        } else if (ui.button("numbers", tr("Use these numbers"))) {
            screen.post(model::LookAtFile{.path = found.path, .moods = moods});
        }
    });
    ui.hairline();
}

void found_file(const Screen& screen, const model::FoundFileView& found) {
    Ui& ui = screen.ui;
    bool& only_for_me = screen.local.bring.only_for_me;
    for (const std::string& sentence : found.sentences) ui.text(sentence);
    own_moods(screen, found);
    if (found.says_itself) {
        ui.text(tr("What was only for you stays so; the rest is shared as you agreed."),
                TextStyle::caption, Tone::muted);
    } else if (found.can_be_shared) {
        if (ui.toggle("mine", tr("Only for me"), tr("Off: your care team can read it"),
                      only_for_me)) {
            only_for_me = !only_for_me;
        }
    }
    ui.flow([&] {
        if (ui.button("import", tr("Import it"), ButtonStyle::primary)) {
            screen.post(model::ImportFound{only_for_me && !found.says_itself});
            screen.local.bring = {};
        }
        if (ui.button("leave", tr("Leave it"), ButtonStyle::quiet)) {
            screen.post(model::ForgetFound{});
        }
    });
}

}  // namespace

void bring_file_card(const Screen& screen) {
    Ui& ui = screen.ui;
    PathForm& file = screen.local.bring.file;
    const model::CountingView& view = screen.snapshot.client->counting;
    ui.card([&] {
        ui.heading(tr("Bring a file"), 3);
        ui.text(
            tr("An export of ActivityWatch or of Evenkeel, a report of RescueTime by day or hour "
               "(CSV), or the CSV of Daylio. Nothing is imported before you have seen what is in "
               "it."),
            TextStyle::body, Tone::muted);
        // A scope of its own: another card on a page may ask for a path too.
        ui.scope("bring", [&] { path_field(screen, tr("File to look at"), file, ""); });
        ui.flow([&] {
            if (file.path.empty()) {
                ui.disabled_button("look", tr("Look at it"), tr("Type where the file is first"));
            } else if (ui.button("look", tr("Look at it"))) {
                screen.local.bring.moods.clear();
                screen.post(model::LookAtFile{.path = file.path, .moods = {}});
            }
        });
        if (view.found) {
            ui.hairline();
            found_file(screen, *view.found);
        }
        for (const std::string& sentence : view.imported) ui.status(Icon::check, sentence);
    });
}

}  // namespace evenkeel::ui
