// Sharing and safety: what goes out, to whom, and what is on this device.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::SharingView;

void stop_sharing(const Screen& screen, const SharedWords& words, const std::string& who) {
    screen.local.confirmation = Confirmation{
        .title = "Stop sharing: " + std::string(words.name) + "?",
        .sentence = who +
                    " will no longer get this from now on. What was sent before stays with "
                    "them.",
        .button = "Stop sharing it",
        .intent = model::SetShared{.data = words.data, .shared = false}};
}

// What was told about safety and has not left would stay here: that is said first.
void pause(const Screen& screen, const SharingView& view) {
    const auto& told = screen.snapshot.client->risk.told;
    const bool is_waiting = std::ranges::any_of(
        told, [](const model::RiskLine& line) { return line.state == model::RiskState::here; });
    const model::PauseSharing asked{!view.paused};
    if (view.paused || !is_waiting) return screen.post(asked);
    screen.local.confirmation = Confirmation{
        .title = "Pause sharing now?",
        .sentence =
            "What you told your clinician about your safety has not left this device yet. If you "
            "pause now it may stay here, and they would not know. If you need them, please call.",
        .button = "Pause all the same",
        .intent = asked};
}

void kinds(const Screen& screen, const SharingView& view, const std::string& who) {
    for (const SharedWords& words : shared_words) {
        const auto line = std::find_if(view.kinds.begin(), view.kinds.end(),
                                       [&](const auto& kind) { return kind.data == words.data; });
        if (line == view.kinds.end()) continue;
        screen.ui.scope(static_cast<std::uint64_t>(words.data), [&] {
            if (!screen.ui.toggle("share", words.name, words.detail, line->shared)) return;
            if (line->shared) return stop_sharing(screen, words, who);
            screen.post(model::SetShared{.data = words.data, .shared = true});
        });
    }
}

void kinds_card(const Screen& screen, const SharingView& view) {
    Ui& ui = screen.ui;
    const std::string who = seen_by_names(view);
    ui.card([&] {
        const std::string title = "What you share with " + who;
        ui.heading(title, 3);
        ui.group("kinds", title, [&] { kinds(screen, view, who); });
        ui.text(
            "What you tell from the card with numbers to call is read whatever you choose here.",
            TextStyle::caption, Tone::muted);
        ui.hairline();
        if (ui.toggle("pause", "Pause all sharing",
                      view.paused ? "Nothing goes out; everything is kept here"
                                  : "Takes effect at once, and you can go on at any time",
                      view.paused)) {
            pause(screen, view);
        }
        if (ui.row("seen", {.title = "See exactly what they see", .icon = Icon::eye})) {
            screen.local.above = Above::seen;
        }
        if (ui.row("opened", {.title = "Who opened my record", .icon = Icon::people})) {
            screen.local.above = Above::opened;
        }
        if (ui.row("intake", {.title = "Your digital habits", .icon = Icon::pencil})) {
            screen.local.intake = {};
            screen.local.above = Above::intake;
        }
    });
}

void sync_card(const Screen& screen) {
    Ui& ui = screen.ui;
    bool& details = screen.local.sync_details;
    ui.card([&] {
        ui.heading("Sending", 3);
        sync_line(screen);
        if (details) {
            for (const std::string& detail : screen.snapshot.sync.details) {
                ui.text(detail, TextStyle::caption, Tone::muted);
            }
        }
        ui.flow([&] {
            if (ui.button("sync", "Sync now", ButtonStyle::secondary, Icon::cloud)) {
                screen.post(model::SyncNow{});
            }
            if (ui.button("details", details ? "Hide details" : "Details", ButtonStyle::quiet)) {
                details = !details;
            }
        });
    });
}

void devices_card(const Screen& screen, const SharingView& view) {
    Ui& ui = screen.ui;
    ui.card([&] {
        devices(screen, view.devices);
        ui.hairline();
        ui.text("Your safety number, to compare when you meet", TextStyle::caption, Tone::muted);
        ui.text(view.safety_number, TextStyle::title);
        if (!screen.snapshot.client->confirmed) {
            ui.status(Icon::cloud,
                      "The practice has not confirmed this device yet. What you note waits here.");
        }
    });
}

void help_card(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.text(screen.snapshot.nobody_watches);
        ui.flow([&] {
            if (ui.button("help", "Numbers to call now", ButtonStyle::secondary, Icon::lifebuoy)) {
                screen.local.crisis_open = true;
            }
            if (ui.button("keys", "Keys and questions", ButtonStyle::quiet)) {
                screen.local.keys_open = true;
            }
        });
    });
}

}  // namespace

std::string seen_by_names(const SharingView& view) {
    std::string names;
    for (std::size_t i = 0; i < view.seen_by.size(); ++i) {
        if (i > 0) names += i + 1 == view.seen_by.size() ? " and " : ", ";
        names += view.seen_by[i];
    }
    return names.empty() ? "your care team" : names;
}

void sharing(const Screen& screen) {
    const SharingView& view = screen.snapshot.client->sharing;
    Ui& ui = screen.ui;
    constexpr float column_min_dp = 340;
    ui.page("sharing", [&] {
        page_head(screen, "Sharing and safety");
        held_deletions(screen);
        if (view.paused) {
            ui.banner(Icon::pause,
                      "Sharing is paused. What you note stays with you, on your own devices.",
                      Tone::caution);
        }
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            if (column == 0) {
                kinds_card(screen, view);
                sync_card(screen);
                reminder_settings(screen);
                help_card(screen);
            } else {
                looks(screen);
                safekeeping(screen);
                devices_card(screen, view);
            }
        });
    });
}

void seen(const Screen& screen) {
    const SharingView& view = screen.snapshot.client->sharing;
    Ui& ui = screen.ui;
    ui.page("seen", [&] {
        if (page_head(screen, "What they see", "Back")) screen.local.above = Above::none;
        ui.text(
            "This is all that " + seen_by_names(view) +
            " can see of the last seven days, beside the boundaries and the lines for your "
            "sessions that you both work on, the pages and intakes you share, and what you told "
            "them from the card with numbers to call.");
        ui.space(12);
        if (view.seen_days.empty()) {
            ui.card([&] { ui.text("Nothing yet.", TextStyle::body, Tone::muted); });
        }
        for (const model::SeenDay& day : view.seen_days) {
            ui.card([&] {
                ui.pair(long_day(day.day), day.late ? "Entered later" : "");
                ui.pair("Mood", day.mood);
                ui.pair("Screen time", day.use);
                ui.pair("Boundaries", day.answers);
                for (const model::SeenDetail& detail : day.details) {
                    ui.pair(detail.label, detail.value);
                }
            });
        }
        const std::string pages =
            view.seen_pages == 0
                ? "No journal page is shared."
                : count_of(view.seen_pages, "journal page is shared.", "journal pages are shared.");
        ui.text(pages, TextStyle::caption, Tone::muted);
        const auto& intakes = screen.snapshot.client->intakes.finished;
        const auto seen_intakes = std::ranges::count_if(intakes, [](const model::IntakePage& page) {
            return page.stage != model::IntakeStage::only_here;
        });
        const std::string known = seen_intakes == 0
                                      ? "No intake is shared."
                                      : count_of(static_cast<std::size_t>(seen_intakes),
                                                 "intake about your digital habits is shared.",
                                                 "intakes about your digital habits are shared.");
        ui.text(known, TextStyle::caption, Tone::muted);
    });
}

}  // namespace evenkeel::ui
