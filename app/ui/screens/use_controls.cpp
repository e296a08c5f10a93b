// Minutes of one group on one day: the steps that Today and Screen time share.
#include "app/ui/screens/screens.h"
#include "app/ui/screens/words.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

constexpr std::uint32_t step_minutes = 15;
constexpr std::uint32_t day_minutes_max = 24 * 60;

// To the next quarter of an hour, so that 50 min becomes 1 h and not 1 h 5 min.
std::uint32_t stepped(std::uint32_t minutes, int step) {
    if (step > 0) {
        return std::min((minutes / step_minutes + 1) * step_minutes, day_minutes_max);
    }
    return minutes == 0 ? 0 : (minutes - 1) / step_minutes * step_minutes;
}

void limit_meter(Ui& ui, const model::UseLine& line) {
    const std::uint32_t limit = *line.limit_minutes;
    const std::uint32_t minutes = line.minutes.value_or(0);
    // The agreed limit stands in the middle, until there is more than twice as much.
    const auto whole = static_cast<float>(std::max({2 * limit, minutes, std::uint32_t{1}}));
    const std::string label = tr("{0} of {1} agreed", duration(minutes), duration(limit));
    ui.meter(label, static_cast<float>(minutes) / whole, static_cast<float>(limit) / whole);
}

}  // namespace

void use_stepper(const Screen& screen, Day day, const model::UseLine& line) {
    Ui& ui = screen.ui;
    const auto say = [&](std::uint32_t minutes) {
        screen.post(model::SetUse{.day = day, .group = line.group, .minutes = minutes});
    };
    const std::uint32_t minutes = line.minutes.value_or(0);
    const std::string value = line.minutes ? duration(minutes) : tr("Not said");
    const bool can_decrease = !line.minutes || minutes > 0;
    const auto step =
        ui.stepper("minutes", group_name(line.group), value, can_decrease,
                   minutes < day_minutes_max, line.minutes ? Tone::normal : Tone::muted);
    if (step) say(stepped(minutes, *step));
    if (line.limit_minutes) limit_meter(ui, line);
    if (line.minutes || !line.offered_minutes) return;
    ui.flow([&] {
        if (ui.offer_chip("same", tr("Same as last time: {0}", duration(*line.offered_minutes)))) {
            say(*line.offered_minutes);
        }
    });
}

void day_complete(const Screen& screen, Day day, Day today, bool complete) {
    const std::string label =
        day == today ? tr("That is all for today") : tr("That was all on {0}", weekday_name(day));
    const std::string_view detail = complete ? tr("What is not noted counts as none.")
                                             : tr("Tap when nothing is missing, if you like.");
    if (screen.ui.toggle("complete", label, detail, complete)) {
        screen.post(model::SetComplete{.day = day, .complete = !complete});
    }
}

}  // namespace evenkeel::ui
