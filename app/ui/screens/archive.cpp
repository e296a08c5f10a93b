// An encrypted copy of a record, and the passphrase that is shown once.
#include "app/ui/screens/screens.h"
#include "core/words/tr.h"

namespace evenkeel::ui {
namespace {

using Of = model::MakeArchive::Of;

void leave(const Screen& screen) {
    screen.local.above = screen.local.archive_of == Of::notes ? Above::notes : Above::none;
    screen.local.archive_of = Of::record;
    screen.local.archive_to = {};
    if (screen.snapshot.archive) screen.post(model::CloseArchive{});
}

// Two groups to a line, to be read out and written down.
std::string in_lines(const std::string& passphrase) {
    constexpr std::size_t line_characters = 10;
    std::string lines;
    for (std::size_t i = 0; i < passphrase.size(); i += line_characters) {
        if (i > 0) lines += '\n';
        lines += passphrase.substr(i, line_characters);
    }
    return lines;
}

void passphrase(const Screen& screen, const model::MadeArchive& made) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Write this down now"), 3);
        ui.text(in_lines(made.passphrase), TextStyle::title);
        ui.text(tr("All of it is one passphrase, with its hyphens."), TextStyle::caption,
                Tone::muted);
        ui.text(
            tr("It opens the archive, is shown this once, and is kept nowhere. Hand it over by "
               "another way than the file: on paper, or by telephone."));
        ui.status(Icon::check, tr("Written to {0}", made.path), Tone::positive);
        ui.flow([&] {
            if (ui.button("done", tr("I wrote it down"), ButtonStyle::primary, Icon::check)) {
                leave(screen);
            }
        });
    });
}

void make(const Screen& screen, const std::optional<VaultId>& record) {
    Ui& ui = screen.ui;
    PathForm& form = screen.local.archive_to;
    ui.card([&] {
        path_field(screen, tr("File for the archive"), form,
                   screen.local.archive_of == Of::notes ? screen.snapshot.notes_path
                                                        : screen.snapshot.archive_path);
        ui.flow([&] {
            if (ui.button("make", tr("Make the archive"), ButtonStyle::primary, Icon::lock)) {
                screen.post(model::MakeArchive{
                    .record = record, .path = form.path, .of = screen.local.archive_of});
                form.typed = false;
            }
        });
    });
}

std::string what_it_holds(const Screen& screen) {
    if (screen.snapshot.client) {
        return tr(
            "All of your record in one file, your private entries too, for yourself or "
            "for another practice. It holds a page to read in any browser, a file that "
            "Evenkeel reads back, and the boundaries both sides signed.");
    }
    if (screen.local.archive_of == Of::notes) {
        return tr(
            "Your own notes on this client in one file, for yourself. They are no part of the "
            "client's record, so keep them apart from it. Nobody is told.");
    }
    return tr(
        "All that this client shared, and what the practice wrote to it, in one file "
        "for them or for another practice. Their private entries are not in it, for "
        "no device of the practice has them. The client sees that it was exported.");
}

}  // namespace

void archive(const Screen& screen) {
    const bool is_client = screen.snapshot.client.has_value();
    std::optional<VaultId> record;
    if (!is_client) record = screen.snapshot.clinician->overview->record;
    Ui& ui = screen.ui;
    ui.page("archive", [&] {
        if (page_head(screen, tr("An encrypted copy"), tr("Back"))) return leave(screen);
        if (screen.snapshot.archive) return passphrase(screen, *screen.snapshot.archive);
        ui.text(what_it_holds(screen), TextStyle::body, Tone::muted);
        ui.text(tr("Ordinary programs that open ZIP files with AES-256 open it. What is taken out "
                   "of it "
                   "is not encrypted any more."),
                TextStyle::body, Tone::muted);
        ui.space(12);
        make(screen, record);
    });
}

}  // namespace evenkeel::ui
