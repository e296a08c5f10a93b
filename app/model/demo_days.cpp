#include "app/model/demo_days.h"

#include "app/model/demo_intake.h"
#include "app/model/record_desk.h"
#include "core/store/entries.h"
#include "sync/client/agreements.h"

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

// Invented, and in the invented register but for the first.
const char* tool_of(UseGroup group) {
    switch (group) {
        case UseGroup::internet:
            return "Harbour News (demo)";
        case UseGroup::social:
            return "Ripple (demo)";
        case UseGroup::ai:
            return "Quill (demo)";
    }
    return "";
}

Result<void> log_group(store::Store& store, VaultId record, UseGroup group, std::uint32_t minutes,
                       const char* purpose) {
    UseEntry entry;
    entry.group = group;
    entry.minutes = Minutes(minutes);
    entry.purpose = PhiText(purpose);
    entry.tool = PhiText(tool_of(group));
    const auto saved = store::log_use(store, record, {}, std::move(entry), {});
    if (!saved.ok()) return saved.error();
    return {};
}

// Steps of a quarter of an hour, as the chips on the screen give them.
std::uint32_t quarters(Dice& dice, std::uint32_t most) { return dice.roll(most + 1) * 15; }

// What was agreed for that day, of all that was ever agreed.
std::vector<const VersionRecord*> in_force_on(const client::BoundaryBook& book, Day day) {
    std::vector<const VersionRecord*> found;
    for (const BoundaryStanding& standing : book.standings) {
        if (const VersionRecord* version = version_of_day(book, standing, day)) {
            found.push_back(version);
        }
    }
    return found;
}

Result<void> log_answers(store::Store& store, VaultId record,
                         const std::vector<const VersionRecord*>& agreed, Dice& dice,
                         DemoDays& done) {
    for (const VersionRecord* version : agreed) {
        if (version->document.terms.evidence != Evidence::answer) continue;
        const std::uint32_t roll = dice.roll(10);
        BoundaryAnswer answer;
        answer.boundary = version->document.boundary;
        answer.answer = Phi<Answer>(roll < 7    ? Answer::kept
                                    : roll == 7 ? Answer::partly
                                                : Answer::broken);
        const auto saved = store::answer_boundary(store, record, {}, std::move(answer), {});
        if (!saved.ok()) return saved.error();
        ++done.answers;
    }
    return {};
}

Result<void> log_evening(store::Store& store, VaultId record, bool is_agreed, Dice& dice,
                         DemoDays& done) {
    // Since something is agreed, the long evenings are fewer.
    const std::uint32_t social = quarters(dice, is_agreed ? 8 : 14);
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
    // Without this word a short evening could be one of which not all was logged.
    if (dice.roll(12) == 0) return {};
    const auto complete = store::log_complete_day(store, record, {}, {});
    if (!complete.ok()) return complete.error();
    return {};
}

Result<void> plan_session(store::Store& store, VaultId record, Day now_day) {
    constexpr std::int32_t days_ahead = 3;
    constexpr std::int32_t ten_o_clock = 10 * 60;
    Appointment session;
    session.minutes = 50;
    session.place = Place::in_person;
    session.agenda = PhiText("A demo session, invented: what the evenings were like.");
    const auto saved = store::plan_appointment(
        store, record, {.day = now_day + days_ahead, .minute = ten_o_clock}, std::move(session));
    if (!saved.ok()) return saved.error();
    return {};
}

}  // namespace

Result<DemoDays> log_demo_days(client::Profile& profile, VaultId record, std::int32_t days,
                               const std::function<void(Instant)>& set_now) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const auto book, client::boundaries(profile, record));
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
        const auto agreed = in_force_on(book, day);
        auto logged = log_evening(store, record, !agreed.empty(), dice, done);
        if (logged.ok()) logged = log_answers(store, record, agreed, dice, done);
        set_now(now);
        TRY(logged);
    }
    TRY(plan_session(store, record, now_day));
    TRY(answer_demo_intakes(profile, record, days, set_now));
    return done;
}

}  // namespace evenkeel::model
