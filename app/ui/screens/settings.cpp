// How the window looks to this person, and how it is locked.
#include "app/ui/screens/passphrase.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>
#include <cmath>

namespace evenkeel::ui {
namespace {

using model::Settings;

constexpr std::array<int, 7> text_percents = {85, 100, 115, 130, 150, 175, 200};

std::size_t nearest_percent(double text_size) {
    const int percent = static_cast<int>(std::lround(text_size * 100));
    std::size_t nearest = 0;
    for (std::size_t i = 0; i < text_percents.size(); ++i) {
        if (std::abs(text_percents[i] - percent) < std::abs(text_percents[nearest] - percent)) {
            nearest = i;
        }
    }
    return nearest;
}

void text_size(const Screen& screen) {
    const std::size_t now = nearest_percent(screen.snapshot.settings.text_size);
    const std::string value = std::to_string(text_percents[now]) + " %";
    screen.ui.text(tr("Text size"), TextStyle::caption, Tone::muted);
    const auto step = screen.ui.stepper("text-size", tr("Text size"), value, now > 0,
                                        now + 1 < text_percents.size());
    if (!step) return;
    Settings settings = screen.snapshot.settings;
    settings.text_size = text_percents[*step > 0 ? now + 1 : now - 1] / 100.0;
    screen.post(model::ChangeSettings{settings});
}

// The languages by their own names, so that each reader finds theirs.
void language(const Screen& screen) {
    if (!screen.snapshot.client) return;
    Ui& ui = screen.ui;
    Settings settings = screen.snapshot.settings;
    const auto offer = [&](std::string_view label, std::string_view code) {
        if (!ui.chip("language", label, settings.language == code)) return;
        settings.language = code;
        screen.post(model::ChangeSettings{settings});
    };
    ui.space(12);
    ui.text(tr("Language"), TextStyle::caption, Tone::muted);
    ui.group("languages", tr("Language"), [&] {
        ui.flow([&] {
            ui.scope(language_count, [&] { offer(tr("As the system"), ""); });
            for (std::size_t i = 0; i < language_count; ++i) {
                const auto each = static_cast<Language>(i);
                ui.scope(i, [&] { offer(own_name(each), code_of(each)); });
            }
        });
    });
}

}  // namespace

void looks(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Look"), 3);
        text_size(screen);
        const std::array<std::string_view, 3> themes = {tr("As the system"), tr("Light"),
                                                        tr("Dark")};
        Settings settings = screen.snapshot.settings;
        ui.space(12);
        ui.text(tr("Theme"), TextStyle::caption, Tone::muted);
        if (const auto theme = ui.segmented("theme", tr("Theme"), themes,
                                            static_cast<std::size_t>(settings.theme))) {
            settings.theme = static_cast<Settings::ThemeWish>(*theme);
            screen.post(model::ChangeSettings{settings});
        }
        language(screen);
        if (ui.toggle("motion", tr("Less motion"), tr("Nothing slides or fades"),
                      settings.reduced_motion)) {
            settings.reduced_motion = !settings.reduced_motion;
            screen.post(model::ChangeSettings{settings});
        }
    });
}

void safekeeping(const Screen& screen) {
    Ui& ui = screen.ui;
    const bool is_client = screen.snapshot.stage == model::Stage::client;
    ui.card([&] {
        ui.heading(tr("This device"), 3);
        const std::array<std::string_view, 4> names = {"1 min", "5 min", "15 min", tr("By hand")};
        constexpr std::array<std::uint32_t, 4> minutes = {1, 5, 15, 0};
        Settings settings = screen.snapshot.settings;
        const auto place = std::find(minutes.begin(), minutes.end(), settings.lock_after_minutes);
        const auto chosen = place == minutes.end()
                                ? std::nullopt
                                : std::optional(static_cast<std::size_t>(place - minutes.begin()));
        ui.text(tr("Lock when nothing is touched for"), TextStyle::caption, Tone::muted);
        if (const auto picked = ui.segmented("lock-after", tr("Lock after"), names, chosen)) {
            settings.lock_after_minutes = minutes[*picked];
            screen.post(model::ChangeSettings{settings});
        }
        ui.space(12);
        ui.flow([&] {
            if (ui.button("lock", tr("Lock now"), ButtonStyle::secondary, Icon::lock)) {
                screen.post(model::Lock{});
            }
            if (ui.button("passphrase", tr("Another passphrase"), ButtonStyle::quiet)) {
                forget(screen.local.passphrase);
                screen.local.above = Above::passphrase;
            }
        });
        if (!is_client) return;
        ui.hairline();
        own_data_rows(screen);
    });
}

namespace {

void sending(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.heading(tr("Sending"), 3);
        sync_line(screen);
        for (const std::string& detail : screen.snapshot.sync.details) {
            ui.text(detail, TextStyle::caption, Tone::muted);
        }
        ui.flow([&] {
            if (ui.button("sync", tr("Sync now"), ButtonStyle::secondary, Icon::cloud)) {
                screen.post(model::SyncNow{});
            }
            if (ui.button("keys", tr("Keys"), ButtonStyle::quiet)) screen.local.keys_open = true;
        });
    });
}

}  // namespace

void settings(const Screen& screen) {
    Ui& ui = screen.ui;
    constexpr float column_min_dp = 340;
    ui.page("settings", [&] {
        page_head(screen, tr("Settings"));
        held_deletions(screen);
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            if (column == 0) {
                practice_card(screen);
                administration_card(screen);
                ui.card([&] { devices(screen, screen.snapshot.clinician->devices); });
                sending(screen);
            } else {
                looks(screen);
                safekeeping(screen);
            }
        });
    });
}

}  // namespace evenkeel::ui
