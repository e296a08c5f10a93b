#include "app/model/coming_reminders.h"

#include "app/model/outside_answers.h"
#include "sync/trust/primitives.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr const char* key_name = "model.reminder_key";
constexpr std::size_t key_bytes = 32;

// Made once for a profile; it never leaves the store.
Result<Bytes> mark_key(RecordDesk& desk) {
    TRY_ASSIGN(auto key, desk.store().value(key_name));
    if (key && key->size() == key_bytes) return std::move(*key);
    Bytes made(key_bytes, 0);
    desk.profile.ports().random.fill(made);
    TRY(desk.store().set_value(key_name, made));
    return made;
}

struct Marks {
    Bytes key;

    [[nodiscard]] ReminderMark mark(ByteView parts) const {
        const Hash32 hash = trust::keyed_hash(key, trust::tag::reminder, {parts});
        ReminderMark mark{};
        std::copy_n(hash.begin(), mark.size(), mark.begin());
        return mark;
    }
    [[nodiscard]] ReminderMark thing(const std::optional<EntityId>& boundary) const {
        return mark(boundary ? boundary->view() : ByteView());
    }
    [[nodiscard]] ReminderMark moment(const Reminder& reminder, Day day) const {
        Bytes parts{static_cast<Byte>(reminder.kind)};
        append_big_endian(parts, static_cast<std::uint32_t>(day.number));
        if (reminder.boundary) append(parts, reminder.boundary->view());
        return mark(parts);
    }
};

struct Scheduler {
    RecordDesk& desk;
    Day today;
    Moment now;
    Marks marks;
    ReminderSchedule schedule;

    Result<WallTime> wall(Instant instant) const {
        TRY_ASSIGN(const LocalTime local, local_time(instant, now.zone));
        return WallTime{local.date, local.minute};
    }

    struct Span {
        Instant due;
        Instant until;
        std::int32_t ahead_minutes = 0;
    };
    Result<void> add(const Reminder& reminder, Day day, const Span& span) {
        if (span.until <= now.instant) return {};
        if (day <= today) {
            TRY_ASSIGN(const bool snoozed, is_snoozed(desk.store(), today, reminder));
            if (snoozed) return {};
        }
        DueReminder due{.mark = marks.moment(reminder, day),
                        .thing = marks.thing(reminder.boundary),
                        .text = reminder.boundary ? ReminderText::other : ReminderText::check_in,
                        .ahead_minutes = span.ahead_minutes};
        TRY_ASSIGN(due.due, wall(span.due));
        TRY_ASSIGN(due.until, wall(span.until));
        schedule.reminders.push_back(due);
        return {};
    }

    Result<void> add_check_in(Day day, std::uint32_t minute) {
        if (desk.entries.is_logged(day)) return {};
        TRY_ASSIGN(const Instant due,
                   instant_on_day(day, static_cast<std::int32_t>(minute), now.zone));
        TRY_ASSIGN(const TimeSpan bounds, day_bounds(day, now.zone));
        return add({.kind = ReminderKind::check_in, .sentence = {}, .boundary = {}}, day,
                   {due, bounds.end});
    }

    Result<void> add_curfew(const Curfew& curfew, const VersionRecord& version, Day day) {
        TRY_ASSIGN(const auto span, curfew_span(version.document.terms, curfew, day, now.zone));
        const EntityId boundary = version.document.boundary;
        TRY(add({.kind = ReminderKind::curfew_soon, .sentence = {}, .boundary = boundary}, day,
                {span.start, span.start, curfew_ahead_minutes}));
        return add({.kind = ReminderKind::curfew_now, .sentence = {}, .boundary = boundary}, day,
                   {span.start, span.end});
    }

    // When what is known of the day came to be known.
    [[nodiscard]] Instant newest_use() const {
        Instant newest{0};
        for (const Kept<UseEntry>& use : desk.entries.day(today).uses) {
            newest = std::max(newest, use.instant);
        }
        return std::min(newest, now.instant);
    }

    Result<void> add_limit(const DailyLimit& limit, EntityId boundary,
                           const std::vector<insight::BoundaryOfDay>& judged) {
        for (const insight::BoundaryOfDay& of_day : judged) {
            if (of_day.boundary != boundary) continue;
            const auto stage = stage_of(limit, of_day.evaluation);
            if (!stage) return {};
            TRY_ASSIGN(const TimeSpan bounds, day_bounds(today, now.zone));
            const Instant due = std::max(newest_use(), bounds.start);
            return add({.kind = *stage, .sentence = {}, .boundary = boundary}, today,
                       {due, bounds.end});
        }
        return {};
    }
};

Result<void> add_boundary(Scheduler& scheduler, const client::BoundaryBook& book,
                          const BoundaryStanding& standing, Day day,
                          const std::vector<insight::BoundaryOfDay>& judged) {
    const VersionRecord* version = version_of_day(book, standing, day);
    if (version == nullptr || is_answered(scheduler.desk, standing.boundary, day)) return {};
    const BoundaryRule& rule = version->document.terms.rule;
    if (const auto* curfew = std::get_if<Curfew>(&rule)) {
        return scheduler.add_curfew(*curfew, *version, day);
    }
    const auto* limit = std::get_if<DailyLimit>(&rule);
    if (limit == nullptr || day != scheduler.today) return {};
    return scheduler.add_limit(*limit, standing.boundary, judged);
}

}  // namespace

Result<ReminderSchedule> coming_reminders(RecordDesk& desk, Day today, const Settings& settings) {
    TRY(desk.entries.need(today + -1, today));
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    TRY_ASSIGN(Bytes key, mark_key(desk));
    Scheduler scheduler{.desk = desk,
                        .today = today,
                        .now = desk.now(),
                        .marks = {std::move(key)},
                        .schedule = {.quiet = settings.quiet, .answer_key = {}, .reminders = {}}};
    if (settings.answer_outside) {
        TRY_ASSIGN(scheduler.schedule.answer_key, answer_key(desk));
    }
    std::vector<insight::DaySummary> days;
    if (!book->standings.empty()) {
        TRY_ASSIGN(days, summarise(desk.entries, scheduler.now.zone, {today, today}, *book));
    }
    const auto judged =
        days.empty() ? std::vector<insight::BoundaryOfDay>() : std::move(days.front().boundaries);
    // A curfew of yesterday evening may still hold this morning.
    for (Day day = today + -1; day < today + reminder_days_ahead; day = day + 1) {
        if (is_paused(settings, std::max(day, today))) continue;
        if (day >= today) TRY(scheduler.add_check_in(day, settings.check_in_minute));
        for (const BoundaryStanding& standing : book->standings) {
            TRY(add_boundary(scheduler, *book, standing, day, judged));
        }
    }
    std::vector<DueReminder>& all = scheduler.schedule.reminders;
    all.resize(std::min(all.size(), scheduled_reminders_max));
    return std::move(scheduler.schedule);
}

Result<void> take_answers(RecordDesk& desk, Day today, const ReminderState& state) {
    if (state.silent.empty()) return {};
    TRY_ASSIGN(Bytes key, mark_key(desk));
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    const Marks marks{std::move(key)};
    const auto take = [&](const std::optional<EntityId>& boundary,
                          std::initializer_list<ReminderKind> kinds) -> Result<void> {
        const auto silent = state.silent.find(marks.thing(boundary));
        if (silent == state.silent.end() || silent->second <= desk.now().instant) return {};
        for (const ReminderKind kind : kinds) {
            TRY(snooze(desk.store(), today, {.kind = kind, .sentence = {}, .boundary = boundary}));
        }
        return {};
    };
    TRY(take(std::nullopt, {ReminderKind::check_in}));
    for (const BoundaryStanding& standing : book->standings) {
        TRY(take(standing.boundary, {ReminderKind::approaching, ReminderKind::reached,
                                     ReminderKind::curfew_soon, ReminderKind::curfew_now}));
    }
    return {};
}

Result<void> keep_reminders(RecordDesk& desk, Day today, const Settings& settings,
                            ReminderFiles& files) {
    if (!settings.remind_closed) return files.remove();
    TRY_ASSIGN(const ReminderSchedule schedule, coming_reminders(desk, today, settings));
    const auto written = files.read_schedule();
    if (written.ok() && written.value() == schedule) return {};
    return files.write_schedule(schedule);
}

}  // namespace evenkeel::model
