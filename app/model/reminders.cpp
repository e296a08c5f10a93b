#include "app/model/reminders.h"

#include "app/model/phrases.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

constexpr const char* snoozed_name = "model.snoozed";
constexpr std::int64_t curfew_ahead_ms = curfew_ahead_minutes * ms_per_minute;
// A limit is near when four fifths of it are used.
constexpr std::uint32_t near_numerator = 4;
constexpr std::uint32_t near_denominator = 5;

// One snoozed reminder in bytes: its kind and, where it has one, its boundary.
Bytes mark_of(const Reminder& reminder) {
    Bytes mark(1 + EntityId{}.bytes.size(), 0);
    mark.front() = static_cast<Byte>(reminder.kind);
    const EntityId boundary = reminder.boundary.value_or(EntityId{});
    std::ranges::copy(boundary.bytes, mark.begin() + 1);
    return mark;
}

// The marks of `today`: those of an earlier day are worth nothing.
Result<Bytes> read_marks(store::Store& store, Day today) {
    TRY_ASSIGN(const auto value, store.value(snoozed_name));
    Bytes head = to_bytes(as_bytes(print_date(today)));
    if (!value || !as_text(*value).starts_with(as_text(head))) return head;
    return *value;
}

bool is_among(const Bytes& marks, const Reminder& reminder) {
    const Bytes mark = mark_of(reminder);
    const auto begin = marks.begin() + static_cast<std::ptrdiff_t>(print_date({}).size());
    for (auto at = begin; std::distance(at, marks.end()) >= std::ssize(mark);
         at += std::ssize(mark)) {
        if (std::equal(mark.begin(), mark.end(), at)) return true;
    }
    return false;
}

std::string with_reason(std::string sentence, const BoundaryDocument& document) {
    const std::string& reason = document.reason.reveal();
    return reason.empty() ? sentence : tr("{0} Why: {1}", sentence, reason);
}

struct Planner {
    RecordDesk& desk;
    Day today;
    Moment now;
    Bytes snoozed;
    ReminderPlan plan{.shown = std::nullopt, .next = {INT64_MAX}};

    void offer(Reminder reminder) {
        if (is_among(snoozed, reminder)) return;
        // Later kinds press more than earlier ones; see ReminderKind.
        if (!plan.shown || urgency(plan.shown->kind) < urgency(reminder.kind)) {
            plan.shown = std::move(reminder);
        }
    }
    static int urgency(ReminderKind kind) {
        switch (kind) {
            case ReminderKind::check_in:
                return 0;
            case ReminderKind::curfew_soon:
                return 1;
            case ReminderKind::approaching:
                return 2;
            case ReminderKind::curfew_now:
                return 3;
            case ReminderKind::reached:
                return 4;
        }
        return 0;
    }
    void due_at(Instant instant) {
        if (instant > now.instant) plan.next = std::min(plan.next, instant);
    }

    // Whether the moment is over; if not, it is planned.
    bool has_come(Instant instant) {
        due_at(instant);
        return instant <= now.instant;
    }

    Result<void> look_at_check_in(std::uint32_t minute) {
        TRY_ASSIGN(const Instant due,
                   instant_on_day(today, static_cast<std::int32_t>(minute), now.zone));
        if (!has_come(due) || desk.entries.is_logged(today)) return {};
        offer({.kind = ReminderKind::check_in,
               .sentence = tr("Your check-in is due."),
               .boundary = {}});
        return {};
    }

    void look_at_limit(const DailyLimit& limit, const VersionRecord& version,
                       const insight::Evaluation& evaluation) {
        const std::uint32_t known = evaluation.known ? evaluation.known->reveal() : 0;
        const auto stage = stage_of(limit, evaluation);
        if (!stage) return;
        const bool is_long = limit.minutes_max >= 120;
        const std::string amount =
            tr("{0} of {1}", is_long ? short_duration(known) : std::to_string(known),
               limit_duration(limit.minutes_max));
        offer(
            {.kind = *stage,
             .sentence = with_reason(
                 tr("{0}: {1}.", capitalised(group_words(limit.groups)), amount), version.document),
             .boundary = version.document.boundary});
    }

    Result<void> look_at_curfew(const Curfew& curfew, const VersionRecord& version, Day day) {
        const auto from = static_cast<std::int32_t>(curfew.from_minute);
        const auto to = static_cast<std::int32_t>(curfew.to_minute);
        TRY_ASSIGN(const auto span, curfew_span(version.document.terms, curfew, day, now.zone));
        const bool is_soon = has_come(span.start + -curfew_ahead_ms);
        const bool has_begun = has_come(span.start);
        const bool is_over = has_come(span.end);
        if (!is_soon || is_over) return {};
        const std::string groups = capitalised(group_words(curfew.groups));
        offer({.kind = has_begun ? ReminderKind::curfew_now : ReminderKind::curfew_soon,
               .sentence = with_reason(
                   has_begun
                       ? tr("{0}: none until {1}, as agreed.", groups, print_time_of_day(to))
                       : tr("{0}: none from {1} on, as agreed.", groups, print_time_of_day(from)),
                   version.document),
               .boundary = version.document.boundary});
        return {};
    }
};

}  // namespace

Result<TimeSpan> curfew_span(const BoundaryTerms& terms, const Curfew& curfew, Day day,
                             const std::string& zone) {
    const std::string& place = terms.fixed_zone.empty() ? zone : terms.fixed_zone;
    const auto from = static_cast<std::int32_t>(curfew.from_minute);
    const auto to = static_cast<std::int32_t>(curfew.to_minute);
    TRY_ASSIGN(const Instant begins, instant_on_day(day, from, place));
    TRY_ASSIGN(const LocalTime start, local_time(begins, place));
    TRY_ASSIGN(const Instant ends, instant_of(start.date + (to <= from ? 1 : 0), to, place));
    return TimeSpan{begins, ends};
}

bool is_answered(const RecordDesk& desk, EntityId boundary, Day day) {
    const auto& answers = desk.entries.day(day).answers;
    return std::ranges::any_of(answers, [&](const Kept<BoundaryAnswer>& answer) {
        return answer.entity.boundary == boundary && answer.entity.answer;
    });
}

bool is_paused(const Settings& settings, Day day) {
    return settings.reminders_from && day < *settings.reminders_from;
}

std::optional<ReminderKind> stage_of(const DailyLimit& limit,
                                     const insight::Evaluation& evaluation) {
    const std::uint32_t known = evaluation.known ? evaluation.known->reveal() : 0;
    if (known == 0 || known * near_denominator < limit.minutes_max * near_numerator) {
        return std::nullopt;
    }
    return known >= limit.minutes_max ? ReminderKind::reached : ReminderKind::approaching;
}

Result<ReminderPlan> plan_reminders(RecordDesk& desk, Day today, const Settings& settings) {
    TRY(desk.entries.need(today + -1, today));
    TRY_ASSIGN(const client::BoundaryBook* book, desk.book());
    TRY_ASSIGN(Bytes snoozed, read_marks(desk.store(), today));
    if (is_paused(settings, today)) return ReminderPlan{.shown = std::nullopt, .next = {INT64_MAX}};
    Planner planner{.desk = desk, .today = today, .now = desk.now(), .snoozed = std::move(snoozed)};
    TRY(planner.look_at_check_in(settings.check_in_minute));
    if (book->standings.empty()) return planner.plan;
    TRY_ASSIGN(const auto days, summarise(desk.entries, planner.now.zone, {today, today}, *book));
    for (const BoundaryStanding& standing : book->standings) {
        // A curfew of yesterday evening may still hold this morning.
        for (const Day day : {today + -1, today}) {
            const VersionRecord* version = version_of_day(*book, standing, day);
            if (version == nullptr || is_answered(desk, standing.boundary, day)) continue;
            const BoundaryRule& rule = version->document.terms.rule;
            if (const auto* curfew = std::get_if<Curfew>(&rule)) {
                TRY(planner.look_at_curfew(*curfew, *version, day));
            }
            const auto* limit = std::get_if<DailyLimit>(&rule);
            if (limit == nullptr || day != today) continue;
            for (const insight::BoundaryOfDay& of_day : days.front().boundaries) {
                if (of_day.boundary == standing.boundary) {
                    planner.look_at_limit(*limit, *version, of_day.evaluation);
                }
            }
        }
    }
    return planner.plan;
}

Result<void> snooze(store::Store& store, Day today, const Reminder& reminder) {
    TRY_ASSIGN(Bytes marks, read_marks(store, today));
    if (is_among(marks, reminder)) return {};
    append(marks, mark_of(reminder));
    return store.set_value(snoozed_name, marks);
}

Result<bool> is_snoozed(store::Store& store, Day today, const Reminder& reminder) {
    TRY_ASSIGN(const Bytes marks, read_marks(store, today));
    return is_among(marks, reminder);
}

}  // namespace evenkeel::model
