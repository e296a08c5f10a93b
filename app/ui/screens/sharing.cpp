// Sharing and safety: what goes out, to whom, and what is on this device.
#include "app/model/phrases.h"
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::SharingView;

void stop_sharing(const Screen& screen, const SharedWords& words, const std::string& who) {
    screen.local.confirmation = Confirmation{
        .title = tr("Stop sharing: {0}?", tr(words.name)),
        .sentence = tr(
            "{0} will no longer get this from now on. What was sent before stays with them.", who),
        .button = tr("Stop sharing it"),
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
        .title = tr("Pause sharing now?"),
        .sentence = tr(
            "What you told your clinician about your safety has not left this device yet. If you "
            "pause now it may stay here, and they would not know. If you need them, please call."),
        .button = tr("Pause all the same"),
        .intent = asked};
}

void kinds(const Screen& screen, const SharingView& view, const std::string& who) {
    for (const SharedWords& words : shared_words) {
        const auto line = std::find_if(view.kinds.begin(), view.kinds.end(),
                                       [&](const auto& kind) { return kind.data == words.data; });
        if (line == view.kinds.end()) continue;
        screen.ui.scope(static_cast<std::uint64_t>(words.data), [&] {
            if (!screen.ui.toggle("share", tr(words.name), tr(words.detail), line->shared)) return;
            if (line->shared) return stop_sharing(screen, words, who);
            screen.post(model::SetShared{.data = words.data, .shared = true});
        });
    }
}

void kinds_card(const Screen& screen, const SharingView& view) {
    Ui& ui = screen.ui;
    const std::string who = seen_by_names(view);
    ui.card([&] {
        const std::string title = tr("What you share with {0}", who);
        ui.heading(title, 3);
        ui.group("kinds", title, [&] { kinds(screen, view, who); });
        ui.text(tr("What you tell from the card with numbers to call is read whatever you choose "
                   "here."),
                TextStyle::caption, Tone::muted);
        ui.hairline();
        if (ui.toggle("pause", tr("Pause all sharing"),
                      view.paused ? tr("Nothing goes out; everything is kept here")
                                  : tr("Takes effect at once, and you can go on at any time"),
                      view.paused)) {
            pause(screen, view);
        }
        if (ui.row("seen", {.title = tr("See exactly what they see"), .icon = Icon::eye})) {
            screen.local.above = Above::seen;
        }
        if (ui.row("opened", {.title = tr("Who opened my record"), .icon = Icon::people})) {
            screen.local.above = Above::opened;
        }
        own_team_row(screen, view.team);
        if (ui.row("intake", {.title = tr("Your digital habits"), .icon = Icon::pencil})) {
            screen.local.intake = {};
            screen.local.above = Above::intake;
        }
        leave_row(screen);
    });
}

void sync_card(const Screen& screen) {
    Ui& ui = screen.ui;
    bool& details = screen.local.sync_details;
    ui.card([&] {
        ui.heading(tr("Sending"), 3);
        sync_line(screen);
        if (details) {
            for (const std::string& detail : screen.snapshot.sync.details) {
                ui.text(detail, TextStyle::caption, Tone::muted);
            }
        }
        ui.flow([&] {
            if (ui.button("sync", tr("Sync now"), ButtonStyle::secondary, Icon::cloud)) {
                screen.post(model::SyncNow{});
            }
            if (ui.button("details", details ? tr("Hide details") : tr("Details"),
                          ButtonStyle::quiet)) {
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
        ui.text(tr("Your safety number, to compare when you meet"), TextStyle::caption,
                Tone::muted);
        ui.text(view.safety_number, TextStyle::title);
        if (!screen.snapshot.client->confirmed) {
            ui.status(
                Icon::cloud,
                tr("The practice has not confirmed this device yet. What you note waits here."));
        }
    });
}

void help_card(const Screen& screen) {
    Ui& ui = screen.ui;
    ui.card([&] {
        ui.text(screen.snapshot.nobody_watches);
        ui.flow([&] {
            if (ui.button("help", tr("Numbers to call now"), ButtonStyle::secondary,
                          Icon::lifebuoy)) {
                screen.local.crisis_open = true;
            }
            if (ui.button("keys", tr("Keys and questions"), ButtonStyle::quiet)) {
                screen.local.keys_open = true;
            }
        });
    });
}

}  // namespace

std::string seen_by_names(const SharingView& view) {
    return view.seen_by.empty() ? tr("your care team") : model::listed(view.seen_by);
}

void sharing(const Screen& screen) {
    const SharingView& view = screen.snapshot.client->sharing;
    Ui& ui = screen.ui;
    constexpr float column_min_dp = 340;
    ui.page("sharing", [&] {
        page_head(screen, tr("Sharing and safety"));
        held_deletions(screen);
        const bool stays = view.leaving == model::Leaving::no;
        if (view.paused && stays) {
            ui.banner(Icon::pause,
                      tr("Sharing is paused. What you note stays with you, on your own devices."),
                      Tone::caution);
        }
        ui.columns(2, column_min_dp, [&](std::size_t column) {
            if (column == 0) {
                stays ? kinds_card(screen, view) : left_card(screen, view);
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
        if (page_head(screen, tr("What they see"), tr("Back"))) screen.local.above = Above::none;
        ui.text(
            tr("This is all that {0} can see of the last seven days, beside the boundaries and the "
               "lines for your sessions that you both work on, the pages and intakes you share, "
               "and what you told them from the card with numbers to call.",
               seen_by_names(view)));
        ui.space(12);
        if (view.seen_days.empty()) {
            ui.card([&] { ui.text(tr("Nothing yet."), TextStyle::body, Tone::muted); });
        }
        for (const model::SeenDay& day : view.seen_days) {
            ui.card([&] {
                ui.pair(long_day(day.day), day.late ? tr("Entered later") : "");
                ui.pair(tr("Mood"), day.mood);
                ui.pair(tr("Screen time"), day.use);
                ui.pair(tr("Boundaries"), day.answers);
                for (const model::SeenDetail& detail : day.details) {
                    ui.pair(detail.label, detail.value);
                }
            });
        }
        const std::string pages = view.seen_pages == 0
                                      ? tr("No journal page is shared.")
                                      : tr_n("{0} journal page is shared.",
                                             "{0} journal pages are shared.", view.seen_pages);
        ui.text(pages, TextStyle::caption, Tone::muted);
        const auto& intakes = screen.snapshot.client->intakes.finished;
        const auto seen_intakes = std::ranges::count_if(intakes, [](const model::IntakePage& page) {
            return page.stage != model::IntakeStage::only_here;
        });
        const std::string known = seen_intakes == 0
                                      ? tr("No intake is shared.")
                                      : tr_n("{0} intake about your digital habits is shared.",
                                             "{0} intakes about your digital habits are shared.",
                                             static_cast<std::size_t>(seen_intakes));
        ui.text(known, TextStyle::caption, Tone::muted);
    });
}

}  // namespace evenkeel::ui
