#include "app/background/background.h"

#include "app/model/outside_answers.h"
#include "app/model/settings.h"
#include "core/base/files.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::background {

namespace {

// Nothing shows notifications now, as before a desktop is up: it is tried again after this.
constexpr std::int64_t try_again_ms = ms_per_minute;
constexpr Instant never{INT64_MAX};  // but by what is heard of: a file, an answer
constexpr const char* open_action = "open";
constexpr const char* later_action = "later";
constexpr const char* not_today_action = "not-today";

const model::OutsideButton* outside_button(const std::string& action) {
    for (const model::OutsideButton& button : model::outside_buttons()) {
        if (button.name.text == action) return &button;
    }
    return nullptr;
}

struct Reminder {
    const Setup& setup;
    model::ReminderFiles files;
    ReminderState state;
    ReminderState written;
    ReminderSchedule schedule;
    bool reminds = false;  // somebody wants that
    model::OutsideCounter counter;
    Bytes wishes;  // as they lay there when they were read

    explicit Reminder(const Setup& handed)
        : setup(handed),
          files(handed.profile_directory, handed.secrets, handed.random),
          counter(handed.profile_directory, handed.random) {
        state = files.read_state();
        written = state;
    }

    // False: nobody wants anything. What cannot be read now is tried again. A look a minute asks no
    // key store for what is the same.
    bool read_wishes() {
        Bytes now = files.wishes();
        if (!now.empty() && now == wishes) return true;
        wishes.clear();
        auto reminding = files.read_schedule();
        reminds = reminding.ok() || reminding.error().code() != ErrorCode::not_found;
        const auto counting = files.read_counting();
        const bool counts = counting.ok() || counting.error().code() != ErrorCode::not_found;
        if (reminds == reminding.ok() && counts == counting.ok()) wishes = std::move(now);
        if (reminding.ok()) schedule = std::move(reminding).value();
        if (!reminds) forget_reminders();
        if (counting.ok()) counter.count_by(counting.value());
        if (!counts) counter.count_by(std::nullopt);
        return reminds || counts;
    }

    // What is on the screen goes, and nothing of them is written again.
    void forget_reminders() {
        for (const auto& [thing, outstanding] : state.outstanding) {
            setup.notifier.close(outstanding.number);
        }
        schedule = {};
        state = {};
        written = {};
    }

    // Until when nothing is counted. That the window ends counting is heard of: its lock is closed.
    Instant count() {
        if (!counter.is_on()) return never;
        if (!ProcessLock::is_held(files.counting_here_path())) {
            return counter.look(setup.desktop, setup.clock.now(), setup.clock.zone_name());
        }
        counter.keep();
        return never;
    }

    // Does what is due; until when nothing is.
    Result<Instant> go_on() {
        Instant next = never;
        if (reminds) {
            TRY_ASSIGN(next, look());
        }
        return std::min(next, count());
    }

    // The numbers of a desktop that is gone mean nothing, and what it showed went with it.
    void follow_session() {
        std::string session = setup.notifier.session();
        if (session == state.session) return;
        if (!state.session.empty() || session.empty()) state.outstanding.clear();
        state.session = std::move(session);
    }

    Result<void> take_answer(const platform::NotificationAnswer& answer, Instant now) {
        const auto found = std::ranges::find_if(state.outstanding, [&](const auto& outstanding) {
            return outstanding.second.number == answer.number;
        });
        if (found == state.outstanding.end()) return {};
        const ReminderMark thing = found->first;
        const model::OutsideButton* button = outside_button(answer.action);
        if (button != nullptr && keep_answer(*button, now)) {
            TRY(silence_today(state, thing, now, setup.clock.zone_name()));
        } else if (answer.action == later_action) {
            remind_later(state, thing, now);
        } else if (answer.action == not_today_action) {
            TRY(silence_today(state, thing, now, setup.clock.zone_name()));
        } else {
            state.outstanding.erase(found);
            if (!answer.action.empty()) setup.open_window();
        }
        // A desktop that keeps what was answered would leave two.
        if (!answer.action.empty()) setup.notifier.close(answer.number);
        return {};
    }

    // Where it cannot be kept, as on a full disk, the window opens, which says so.
    bool keep_answer(const model::OutsideButton& button, Instant now) {
        if (!schedule.answer_key) return false;
        const auto kept = model::keep_outside_answer(
            setup.profile_directory, *schedule.answer_key, button.mood,
            {.instant = now, .zone = setup.clock.zone_name()}, setup.random);
        return kept.ok();
    }

    // Desktops with room for few buttons show the first.
    [[nodiscard]] std::vector<platform::Notification::Action> actions_of(ReminderText text) const {
        std::vector<platform::Notification::Action> actions{{platform::default_action, tr("Open")}};
        if (text == ReminderText::check_in && schedule.answer_key) {
            for (const model::OutsideButton& button : model::outside_buttons()) {
                actions.push_back({button.name.text, button.label.text});
            }
        }
        actions.push_back({open_action, tr("Open")});
        actions.push_back({later_action, tr("Later")});
        actions.push_back({not_today_action, tr("Not today")});
        return actions;
    }

    // True if it is on the screen now.
    bool show(const DueReminder& reminder) {
        OutstandingReminder& outstanding = state.outstanding.at(reminder.thing);
        const bool is_check_in = reminder.text == ReminderText::check_in;
        const auto number = setup.notifier.show(
            {.title = is_check_in ? tr("Your check-in") : tr("A reminder you set"),
             .actions = actions_of(reminder.text),
             .replaces = outstanding.number});
        if (!number.ok()) return false;
        outstanding.number = number.value();
        return true;
    }

    // Durable before it is shown: a reminder that a crash swallows comes no second time.
    Result<void> keep_state() {
        if (state == written) return {};
        TRY(files.write_state(state));
        written = state;
        return {};
    }

    // What is due is shown; until when nothing is.
    Result<Instant> look() {
        const Instant now = setup.clock.now();
        // It may have been changed since, in the window.
        speak(model::language_of(model::read_look(setup.profile_directory), setup.locale));
        for (const auto& answer : setup.notifier.take()) TRY(take_answer(answer, now));
        const bool by_window = ProcessLock::is_held(files.attention_path());
        TRY_ASSIGN(ReminderRound round,
                   next_round(schedule, state, now, setup.clock.zone_name(),
                              by_window ? Attention::window : Attention::elsewhere));
        TRY(keep_state());
        for (const std::uint32_t number : round.taken) setup.notifier.close(number);
        if (!round.shown.empty()) follow_session();
        std::size_t shown = 0;
        for (const DueReminder& reminder : round.shown) {
            // Another desktop than before: what that one showed is gone.
            state.outstanding[reminder.thing].mark = reminder.mark;
            if (show(reminder)) {
                ++shown;
                continue;
            }
            not_shown(state, reminder);
            round.next = std::min(round.next, now + try_again_ms);
        }
        if (shown > 0) state.session = setup.notifier.session();
        TRY(keep_state());
        if (setup.looked) setup.looked({now, shown, round.taken.size(), round.next});
        return round.next;
    }
};

Result<void> until_the_end(const Setup& setup, Reminder& reminder) {
    Instant next;
    do {
        if (!reminder.read_wishes()) return {};
        TRY_ASSIGN(next, reminder.go_on());
    } while (setup.alarm.wait_until(next));
    return {};
}

}  // namespace

std::vector<std::string> watched_files() {
    return {"reminders", "attention", "counting", "counting-here"};
}

Result<void> remind(const Setup& setup) {
    const std::string reminding =
        model::ReminderFiles(setup.profile_directory, setup.secrets, setup.random).reminding_path();
    const auto only_one = ProcessLock::take(reminding);
    if (!only_one.ok() && only_one.error().code() == ErrorCode::busy) return {};
    if (!only_one.ok()) return only_one.error();
    setup.notifier.listen([&setup] { setup.alarm.ring(); });
    Reminder reminder(setup);
    reminder.follow_session();
    const auto done = until_the_end(setup, reminder);
    reminder.counter.keep();
    return done;
}

}  // namespace evenkeel::background
