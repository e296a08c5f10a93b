// On Screen time: what was counted on this computer and waits for the person's word, the way to the
// page about counting, and the numbers of a phone's own page of screen time.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using model::CountedLine;
using model::CountedMinutes;
using model::CountedProposal;

constexpr std::uint32_t step_minutes = 15;
constexpr std::uint32_t day_minutes_max = 24 * 60;

CountedMinutes minutes_of(const CountedProposal& proposal) {
    CountedMinutes minutes{};
    for (const CountedLine& line : proposal.lines) minutes[line.kind] = line.minutes;
    return minutes;
}

// Who reads what is kept.
std::string_view reader_words(const model::SharingView& sharing) {
    const bool is_shared =
        !sharing.paused && std::ranges::any_of(sharing.kinds, [](const model::SharingLine& line) {
            return line.data == SharedData::use && line.shared;
        });
    return is_shared ? tr("Only you see this. What you keep is shared, as your screen time is.")
                     : tr("Only you see this, also when you keep it.");
}

void line_to_read(Ui& ui, const CountedLine& line) {
    ui.pair(line.title, duration(line.minutes), Tone::normal);
    if (!line.said) return;
    ui.text(tr("You said {0}; that stays as it is.", duration(*line.said)), TextStyle::caption,
            Tone::muted);
}

// What the person said themselves is changed where they said it.
void line_to_change(Ui& ui, const CountedLine& line, std::uint32_t& minutes) {
    if (line.said) return line_to_read(ui, line);
    ui.text(line.title, TextStyle::caption, Tone::muted);
    const auto step = ui.stepper("minutes", line.title, duration(minutes), minutes > 0,
                                 minutes < day_minutes_max);
    if (!step) return;
    const std::uint32_t quarter = minutes / step_minutes * step_minutes;
    if (*step > 0) minutes = std::min(quarter + step_minutes, day_minutes_max);
    if (*step < 0) minutes = quarter < minutes ? quarter : minutes - step_minutes;
}

void proposal_buttons(const Screen& screen, const CountedProposal& proposal, bool is_changing) {
    CountingForm& form = screen.local.counting;
    screen.ui.flow([&] {
        if (screen.ui.button("keep", tr("Keep"), ButtonStyle::primary)) {
            screen.post(model::AnswerCounted{proposal.day,
                                             is_changing ? form.minutes : minutes_of(proposal)});
            form.changing.reset();
        }
        if (!is_changing && screen.ui.button("change", tr("Change"))) {
            form.changing = proposal.day;
            form.minutes = minutes_of(proposal);
        }
        if (screen.ui.button("no", tr("Not this day"), ButtonStyle::quiet)) {
            screen.post(model::AnswerCounted{proposal.day, std::nullopt});
            form.changing.reset();
        }
    });
}

void proposal_card(const Screen& screen, const CountedProposal& proposal) {
    Ui& ui = screen.ui;
    CountingForm& form = screen.local.counting;
    const bool is_changing = form.changing == proposal.day;
    ui.card([&] {
        ui.heading(tr("Counted by this computer"), 3);
        ui.text(proposal.title);
        for (const CountedLine& line : proposal.lines) {
            ui.scope(line.kind, [&] {
                is_changing ? line_to_change(ui, line, form.minutes[line.kind])
                            : line_to_read(ui, line);
            });
        }
        if (is_changing) {
            ui.text(tr("What you change is kept as your own estimate."), TextStyle::caption,
                    Tone::muted);
        }
        ui.text(reader_words(screen.snapshot.client->sharing), TextStyle::caption, Tone::muted);
        proposal_buttons(screen, proposal, is_changing);
    });
}

}  // namespace

void counted_cards(const Screen& screen) {
    for (const CountedProposal& proposal : screen.snapshot.client->counting.proposals) {
        screen.ui.scope(static_cast<std::uint64_t>(proposal.day.number), [&] {
            screen.ui.group("counted", proposal.title, [&] { proposal_card(screen, proposal); });
        });
    }
}

void counting_row(const Screen& screen) {
    const model::CountingView& view = screen.snapshot.client->counting;
    screen.ui.card([&] {
        if (screen.ui.row(
                "counting",
                {.title = tr("Count it automatically, or bring a file"),
                 .detail = view.status.empty() ? std::string_view(tr("Off. Nothing is counted."))
                                               : view.status,
                 .icon = Icon::device})) {
            screen.local.above = Above::counting;
        }
    });
}

void phone_numbers(const Screen& screen, Day day) {
    Ui& ui = screen.ui;
    CountingForm& form = screen.local.counting;
    constexpr std::size_t duration_characters_max = 20;
    ui.card([&] {
        if (ui.row("phone", {.title = tr("Copy your phone's own numbers"),
                             .detail = tr("From its page of screen time"),
                             .chosen = form.phone_open,
                             .opens = !form.phone_open})) {
            form.phone_open = !form.phone_open;
        }
        if (!form.phone_open) return;
        for (std::size_t i = 0; i < form.phone.size(); ++i) {
            ui.scope(i, [&] {
                const std::string label = tr("{0} on the phone", group_name(all_groups[i]));
                ui.field("duration", label, form.phone[i],
                         {.hint = "1h20", .characters_max = duration_characters_max});
            });
        }
        ui.text(tr("They stand beside your estimate, as counted by a device."), TextStyle::caption,
                Tone::muted);
        ui.flow([&] {
            if (!ui.button("save", tr("Save the phone's numbers"))) return;
            screen.post(model::ReadOffPhone{day, form.phone});
            form.phone = {};
            form.phone_open = false;
        });
    });
}

}  // namespace evenkeel::ui
