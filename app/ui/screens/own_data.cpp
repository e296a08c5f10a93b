// A person's own data as files: out to read, out to import again, in again; and the end of it here.
#include "app/ui/screens/screens.h"
#include "core/domain/text.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

constexpr std::array<Literal, 3> format_names = {tr_later("To read (PDF)"),
                                                 tr_later("For a browser (HTML)"),
                                                 tr_later("To import again (JSON)")};
constexpr std::array<Literal, 3> format_details = {
    tr_later("All of your record to read and to print. It cannot be imported again."),
    tr_later(
        "The same as one page for any browser. It loads nothing, and cannot be imported again."),
    tr_later(
        "All of your record for Evenkeel to read back, here or on another device, and for other "
        "programs.")};

void export_card(const Screen& screen) {
    Ui& ui = screen.ui;
    OwnDataForm& form = screen.local.own_data;
    ui.card([&] {
        ui.heading(tr("Take it out"), 3);
        std::array<std::string_view, format_names.size()> names;
        std::ranges::transform(format_names, names.begin(), [](Literal name) { return tr(name); });
        if (const auto chosen = ui.segmented("format", tr("What for"), names, form.format)) {
            form.format = *chosen;
            form.export_to.typed = false;
        }
        ui.text(tr(format_details[form.format]), TextStyle::caption, Tone::muted);
        path_field(screen, tr("File for your data"), form.export_to,
                   screen.snapshot.export_paths[form.format]);
        ui.text(
            tr("Your private entries are in it, and it is not encrypted: keep it where only you "
               "read it."),
            TextStyle::caption, Tone::muted);
        ui.flow([&] {
            if (!ui.button("export", tr("Export my data"), ButtonStyle::primary)) return;
            screen.post(model::ExportData{form.export_to.path});
            form.export_to.typed = false;
        });
        const std::string& written = screen.snapshot.exported_to;
        if (!written.empty()) ui.status(Icon::check, tr("Written to {0}", written), Tone::positive);
    });
}

}  // namespace

void own_data_rows(const Screen& screen) {
    Ui& ui = screen.ui;
    if (ui.row("own-data", {.title = tr("Your data as a file"),
                            .detail = tr("To read, to keep, or to bring back"),
                            .icon = Icon::book})) {
        screen.local.own_data = {};
        screen.local.above = Above::own_data;
    }
    if (ui.row("archive", {.title = tr("An encrypted copy to hand over"), .icon = Icon::lock})) {
        screen.local.above = Above::archive;
    }
    if (ui.row("erase", {.title = tr("Delete everything on this device"), .icon = Icon::cross})) {
        screen.local.own_data = {};
        screen.local.above = Above::erase;
    }
}

void own_data(const Screen& screen) {
    Ui& ui = screen.ui;
    constexpr float column_min_dp = 340;
    ui.page("own-data", [&] {
        if (page_head(screen, tr("Your data as a file"), tr("Back")))
            screen.local.above = Above::none;
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            column == 0 ? export_card(screen) : bring_file_card(screen);
        });
    });
}

void erase(const Screen& screen) {
    Ui& ui = screen.ui;
    std::string& word = screen.local.own_data.erase_word;
    ui.page("erase", [&] {
        if (page_head(screen, tr("Delete everything on this device"), tr("Back"))) {
            screen.local.above = Above::none;
        }
        ui.card([&] {
            ui.text(tr(
                "All that Evenkeel holds on this device goes at once and for good: your entries, "
                "your keys, your settings. There is no way back."));
            ui.text(tr(
                "It does not delete what you shared: that stays with your practice, which has to "
                "keep its records. It does not delete what is on your other devices, nor files you "
                "exported."));
            ui.text(tr(
                "If this is your only device, nobody can bring your private entries back. Export "
                "them first if you want to keep them."));
            ui.flow([&] {
                if (ui.button("export-first", tr("Your data as a file"), ButtonStyle::quiet)) {
                    screen.local.above = Above::own_data;
                }
            });
        });
        ui.card([&] {
            const bool entered =
                ui.field("word", tr("Type delete, if you are sure"), word, {.characters_max = 20})
                    .submitted;
            if (plain_words(word) != "delete") {
                ui.disabled_button("erase", tr("Delete everything here"),
                                   tr("Type the word first."));
                return;
            }
            ui.flow([&] {
                const bool pressed =
                    ui.button("erase", tr("Delete everything here"), ButtonStyle::danger);
                if (!pressed && !entered) return;
                word.clear();
                screen.local.above = Above::none;
                screen.post(model::EraseEverything{});
            });
        });
    });
}

}  // namespace evenkeel::ui
