// A file that a person brings: what is in it is shown before anything of it is imported.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

void found_file(const Screen& screen, const model::FoundFileView& found) {
    Ui& ui = screen.ui;
    bool& only_for_me = screen.local.bring.only_for_me;
    for (const std::string& sentence : found.sentences) ui.text(sentence);
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
            only_for_me = true;
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
                screen.post(model::LookAtFile{file.path});
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
