#include "core/domain/reminder_round.h"

#include "core/domain/local_time.h"
#include "core/domain/reminder_lines.h"

#include <algorithm>
#include <set>

namespace evenkeel {

namespace {

constexpr Instant never{INT64_MAX};
// What was told longer ago is in no schedule any more.
constexpr std::int64_t remembered_ms = 2 * reminder_days_ahead * ms_per_day;
constexpr std::string_view heading = "evenkeel reminded 1";

// The reminders of one thing whose moment has come and which are not over, the newest last.
struct Holding {
    std::vector<const DueReminder*> due;
    Instant newest{INT64_MIN};
    Instant until;
};

struct Rules {
    ReminderState& state;
    Instant now;
    Attention attention;
    bool quiet = false;
    Instant quiet_end = never;
    ReminderRound round{.shown = {}, .taken = {}, .next = never};

    void wake_at(Instant instant) {
        if (instant > now) round.next = std::min(round.next, instant);
    }

    void take_away(ReminderMark thing) {
        const auto found = state.outstanding.find(thing);
        if (found == state.outstanding.end()) return;
        round.taken.push_back(found->second.number);
        state.outstanding.erase(found);
    }

    [[nodiscard]] bool is_outstanding(const DueReminder& reminder) const {
        const auto found = state.outstanding.find(reminder.thing);
        return found != state.outstanding.end() && found->second.mark == reminder.mark;
    }

    // Whether it is to be shown as far as it was told and put off before.
    bool is_wanted(const DueReminder& reminder) {
        const auto later = state.later.find(reminder.mark);
        if (later == state.later.end()) return !state.told.contains(reminder.mark);
        wake_at(later->second);
        return later->second <= now;
    }

    void tell(const Holding& holding) {
        for (const DueReminder* reminder : holding.due) {
            state.told[reminder->mark] = now;
            state.later.erase(reminder->mark);
        }
    }

    void decide(const Holding& holding) {
        const DueReminder& newest = *holding.due.back();
        wake_at(holding.until);
        const auto silent = state.silent.find(newest.thing);
        if (silent != state.silent.end() && silent->second > now) {
            tell(holding);
            return take_away(newest.thing);
        }
        if (!is_wanted(newest)) {
            if (!is_outstanding(newest) || attention == Attention::window) take_away(newest.thing);
            return;
        }
        if (attention == Attention::window) {
            tell(holding);
            return take_away(newest.thing);
        }
        if (quiet) {
            wake_at(quiet_end);
            if (!is_outstanding(newest)) take_away(newest.thing);
            return;
        }
        tell(holding);
        state.outstanding[newest.thing].mark = newest.mark;
        round.shown.push_back(newest);
    }
};

Result<void> find_quiet(Rules& rules, const QuietHours& quiet, const std::string& zone) {
    TRY_ASSIGN(const LocalTime local, local_time(rules.now, zone));
    rules.quiet = is_quiet(quiet, local.minute);
    if (!rules.quiet) return {};
    const auto to = static_cast<std::int32_t>(quiet.to_minute);
    TRY_ASSIGN(rules.quiet_end, instant_of(local.date + (to <= local.minute ? 1 : 0), to, zone));
    return {};
}

void forget_old(ReminderState& state, Instant now) {
    std::erase_if(state.told, [&](const auto& told) { return now - told.second > remembered_ms; });
    std::erase_if(state.later,
                  [&](const auto& later) { return now - later.second > remembered_ms; });
    std::erase_if(state.silent, [&](const auto& silent) { return silent.second <= now; });
}

}  // namespace

Result<ReminderRound> next_round(const ReminderSchedule& schedule, ReminderState& state,
                                 Instant now, const std::string& zone, Attention attention) {
    forget_old(state, now);
    Rules rules{.state = state, .now = now, .attention = attention};
    TRY(find_quiet(rules, schedule.quiet, zone));
    std::map<ReminderMark, Holding> things;
    std::set<ReminderMark> alive;
    for (const DueReminder& reminder : schedule.reminders) {
        TRY_ASSIGN(const Instant at, instant_of(reminder.due.date, reminder.due.minute, zone));
        TRY_ASSIGN(const Instant until,
                   instant_of(reminder.until.date, reminder.until.minute, zone));
        const Instant due = at + -(reminder.ahead_minutes * ms_per_minute);
        if (until <= now) continue;
        alive.insert(reminder.mark);
        rules.wake_at(due);
        if (due > now) continue;
        Holding& holding = things[reminder.thing];
        const bool is_newest = due >= holding.newest;
        holding.due.insert(is_newest ? holding.due.end() : holding.due.begin(), &reminder);
        if (!is_newest) continue;
        holding.newest = due;
        holding.until = until;
    }
    for (const auto& [thing, holding] : things) rules.decide(holding);
    std::vector<ReminderMark> gone;
    for (const auto& [thing, shown] : state.outstanding) {
        // One that a clock set back made early stays.
        if (!things.contains(thing) && !alive.contains(shown.mark)) gone.push_back(thing);
    }
    for (const ReminderMark thing : gone) rules.take_away(thing);
    std::ranges::sort(rules.round.shown, {}, &DueReminder::due);
    return rules.round;
}

void not_shown(ReminderState& state, const DueReminder& reminder) {
    state.told.erase(reminder.mark);
    state.outstanding.erase(reminder.thing);
}

void remind_later(ReminderState& state, ReminderMark thing, Instant now) {
    const auto found = state.outstanding.find(thing);
    if (found == state.outstanding.end()) return;
    state.later[found->second.mark] = now + reminder_later_ms;
    state.outstanding.erase(found);
}

Result<void> silence_today(ReminderState& state, ReminderMark thing, Instant now,
                           const std::string& zone) {
    state.outstanding.erase(thing);
    TRY_ASSIGN(const Day today, logical_day(now, zone));
    TRY_ASSIGN(const TimeSpan day, day_bounds(today, zone));
    state.silent[thing] = day.end;
    return {};
}

std::string print_state(const ReminderState& state) {
    std::string text(heading);
    text += "\n";
    const auto add = [&](const char* word, const std::map<ReminderMark, Instant>& marks) {
        for (const auto& [mark, instant] : marks) {
            text +=
                std::string(word) + " " + to_hex(mark) + " " + std::to_string(instant.ms) + "\n";
        }
    };
    add("told", state.told);
    add("later", state.later);
    add("silent", state.silent);
    for (const auto& [thing, shown] : state.outstanding) {
        text += "shown " + to_hex(thing) + " " + to_hex(shown.mark) + " " +
                std::to_string(shown.number) + "\n";
    }
    if (!state.session.empty()) text += "session " + state.session + "\n";
    return text;
}

ReminderState parse_state(std::string_view text) {
    ReminderState state;
    if (!text.starts_with(heading)) return state;
    for (const auto& words : words_of_lines(text)) {
        if (words.size() == 2 && words[0] == "session") state.session = words[1];
        if (words.size() < 3) continue;
        const auto mark = read_mark(words[1]);
        const auto number = read_number(words.back());
        if (!mark || !number) continue;
        if (words[0] == "told") state.told[*mark] = {*number};
        if (words[0] == "later") state.later[*mark] = {*number};
        if (words[0] == "silent") state.silent[*mark] = {*number};
        if (words[0] != "shown" || words.size() != 4) continue;
        const auto shown = read_mark(words[2]);
        if (shown) state.outstanding[*mark] = {*shown, static_cast<std::uint32_t>(*number)};
    }
    return state;
}

}  // namespace evenkeel
