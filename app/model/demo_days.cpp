#include "app/model/demo_days.h"

#include <algorithm>
#include <array>

namespace evenkeel::model {

namespace {

// A small generator with a fixed seed: demonstrations must look alike on every machine.
class Dice {
public:
    // A number from 0 to `sides` - 1.
    std::uint32_t roll(std::uint32_t sides) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>((state_ >> 33) % sides);
    }

private:
    std::uint64_t state_ = 42;
};

constexpr std::array<const char*, 5> purposes = {"information", "planning", "comfort", "boredom",
                                                 "connection"};

Result<void> log_group(store::Store& store, VaultId record, UseGroup group, std::uint32_t minutes,
                       const char* purpose) {
    UseEntry entry;
    entry.group = group;
    entry.minutes = Minutes(minutes);
    entry.purpose = PhiText(purpose);
    entry.tool = PhiText("demo");
    const auto saved = store::log_use(store, record, {}, std::move(entry), {});
    if (!saved.ok()) return saved.error();
    return {};
}

// Steps of a quarter of an hour, as the chips on the screen give them.
std::uint32_t quarters(Dice& dice, std::uint32_t most) { return dice.roll(most + 1) * 15; }

Result<void> log_evening(store::Store& store, VaultId record, Dice& dice, DemoDays& done) {
    const std::uint32_t social = quarters(dice, 14);
    const std::uint32_t internet = quarters(dice, 10);
    TRY(log_group(store, record, UseGroup::social, social, "connection"));
    TRY(log_group(store, record, UseGroup::internet, internet, "information"));
    done.uses += 2;
    if (dice.roll(2) == 0) {
        TRY(log_group(store, record, UseGroup::ai, 15 + quarters(dice, 3),
                      purposes[dice.roll(purposes.size())]));
        ++done.uses;
    }
    MoodEntry mood;
    // A loose link with the evening's scrolling, and plenty of everything else.
    const int level = 8 - static_cast<int>(social / 60) + static_cast<int>(dice.roll(4)) - 2;
    mood.mood = Rating(static_cast<std::uint32_t>(std::clamp(level, 1, 9)));
    mood.sleep = Minutes(360 + dice.roll(9) * 15);
    mood.tags.emplace_back("demo");
    if (dice.roll(5) == 0) mood.note = PhiText("A demo day, invented.");
    const auto saved = store::log_mood(store, record, {}, std::move(mood), {});
    if (!saved.ok()) return saved.error();
    ++done.moods;
    return {};
}

}  // namespace

Result<DemoDays> log_demo_days(store::Store& store, VaultId record, std::int32_t days,
                               const std::function<void(Instant)>& set_now) {
    DemoDays done;
    Dice dice;
    const Instant now = store.context().clock.now();
    TRY_ASSIGN(const Day now_day, store::today(store));
    const std::string zone = store.context().clock.zone_name();
    constexpr std::int32_t evening = 21 * 60 + 10;
    for (Day day = now_day + -days; day < now_day; day = day + 1) {
        // About one day in six nobody logs.
        if (dice.roll(6) == 0) {
            ++done.days_left_blank;
            continue;
        }
        TRY_ASSIGN(const Instant moment, instant_on_day(day, evening, zone));
        set_now(moment);
        const auto logged = log_evening(store, record, dice, done);
        set_now(now);
        TRY(logged);
    }
    return done;
}

}  // namespace evenkeel::model
