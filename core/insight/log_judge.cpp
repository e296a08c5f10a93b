#include "core/insight/log_judge.h"

#include "core/insight/known_use.h"
#include "core/insight/purposes.h"
#include "core/insight/sittings.h"

#include <algorithm>

namespace evenkeel::insight {

namespace {

std::uint32_t whole_minutes(std::int64_t ms) {
    return static_cast<std::uint32_t>(std::max<std::int64_t>(ms, 0) / ms_per_minute);
}

// One window with all that is known of it, and the part of its evaluation that every rule has.
struct Seen {
    Window window;
    KnownUse known;
    Covered cover;
    Evaluation evaluation;

    [[nodiscard]] std::int64_t uncovered_ms() const { return length_ms(window.span) - cover.ms; }
};

Seen look_at(const Window& window, const std::vector<UseGroup>& groups, bool counts_duty,
             const Records& records) {
    Seen seen{.window = window,
              .known = known_use(window, groups, counts_duty, records.use),
              .cover = covered(window, groups, records.coverage),
              .evaluation = {}};
    if (seen.known.any) seen.evaluation.known = Minutes(whole_minutes(seen.known.least_ms));
    seen.evaluation.window_minutes = whole_minutes(length_ms(window.span));
    seen.evaluation.covered_minutes = whole_minutes(seen.cover.ms);
    seen.evaluation.complete = seen.cover.complete;
    return seen;
}

struct Amounts {
    std::int64_t max_ms = 0;
    std::int64_t grace_ms = 0;
};

template <typename Limit>
Amounts amounts_of(const Limit& limit) {
    return {std::int64_t{limit.minutes_max} * ms_per_minute,
            std::int64_t{limit.grace_minutes} * ms_per_minute};
}

// The first three lines of the design's semantics, with what is certain (`least`) deciding for
// broken and what is possible (`most`) for kept.
Verdict judge_limit(const Amounts& amounts, const KnownUse& known, std::int64_t uncovered_ms,
                    bool complete) {
    if (known.least_ms > amounts.max_ms + amounts.grace_ms) return Verdict::broken;
    if (known.blank) return Verdict::unknown;
    if (known.most_ms + uncovered_ms <= amounts.max_ms) return Verdict::kept;
    const bool all_known = complete || uncovered_ms <= 0;
    const bool within_grace = known.most_ms <= amounts.max_ms + amounts.grace_ms;
    return all_known && within_grace ? Verdict::kept : Verdict::unknown;
}

// Judges by the log. Rules that only an answer can decide leave `log` unknown.
class LogJudge {
public:
    LogJudge(const BoundaryTerms& terms, Day day, const Records& records, const DayPlace& place)
        : terms_(terms), day_(day), records_(records), place_(place) {}

    template <typename Rule>
    Result<Evaluation> operator()(const Rule&) const {
        return Evaluation{};
    }

    Result<Evaluation> operator()(const DailyLimit& limit) const {
        TRY_ASSIGN(Seen seen, whole_day(day_, limit.groups, limit.counts_duty));
        seen.evaluation.log =
            judge_limit(amounts_of(limit), seen.known, seen.uncovered_ms(), seen.cover.complete);
        return seen.evaluation;
    }

    Result<Evaluation> operator()(const WeeklyLimit& limit) const {
        Evaluation evaluation{.complete = true};
        KnownUse week;
        std::int64_t uncovered_ms = 0;
        const auto days = window_of(terms_, day_);
        for (auto day = days.first; day <= days.last; day = day + 1) {
            if (!applies_on(terms_, day)) continue;
            TRY_ASSIGN(const Seen seen, whole_day(day, limit.groups, limit.counts_duty));
            week.any = week.any || seen.known.any;
            week.blank = week.blank || seen.known.blank;
            week.least_ms += seen.known.least_ms;
            week.most_ms += seen.known.most_ms;
            uncovered_ms += seen.uncovered_ms();
            evaluation.window_minutes += seen.evaluation.window_minutes;
            evaluation.covered_minutes += seen.evaluation.covered_minutes;
            evaluation.complete = evaluation.complete && seen.cover.complete;
        }
        if (week.any) evaluation.known = Minutes(whole_minutes(week.least_ms));
        evaluation.log = judge_limit(amounts_of(limit), week, uncovered_ms, evaluation.complete);
        // A week is kept only when all its days are covered, however little was used.
        if (evaluation.log == Verdict::kept && uncovered_ms > 0) evaluation.log = Verdict::unknown;
        return evaluation;
    }

    Result<Evaluation> operator()(const Curfew& curfew) const {
        TRY_ASSIGN(const auto span, night_of(curfew));
        auto [window, known, cover, evaluation] =
            look_at({span, {day_, day_}}, curfew.groups, false, records_);
        const auto overlap_ms = total_ms(known.dated);
        const auto grace_ms = std::int64_t{curfew.grace_minutes} * ms_per_minute;
        evaluation.known.reset();
        if (!known.dated.empty()) evaluation.known = Minutes(whole_minutes(overlap_ms));
        if (overlap_ms > grace_ms) {
            evaluation.log = Verdict::broken;
        } else if (known.blank || overlap_ms + known.undated_ms > grace_ms) {
            evaluation.log = Verdict::unknown;  // it may have been in these hours
        } else if (cover.complete || cover.ms == length_ms(span)) {
            evaluation.log = Verdict::kept;
        }
        return evaluation;
    }

    Result<Evaluation> operator()(const Sessions& rule) const {
        TRY_ASSIGN(Seen seen, whole_day(day_, rule.groups));
        const auto begun = count_sittings(seen.window, rule, seen.cover, records_.use);
        Evaluation& evaluation = seen.evaluation;
        if (begun.most > 0) evaluation.sessions = Phi<std::uint32_t>(begun.most);
        // Use that is blank, has no time or was not seen may hold more of them.
        const bool all_known =
            !seen.known.blank && seen.known.undated_ms == 0 && seen.uncovered_ms() == 0;
        if (begun.least > rule.per_day_max) {
            evaluation.log = Verdict::broken;
        } else if (all_known && begun.most <= rule.per_day_max) {
            evaluation.log = Verdict::kept;
        }
        return evaluation;
    }

    Result<Evaluation> operator()(const SessionLength& rule) const {
        TRY_ASSIGN(Seen seen, whole_day(day_, rule.groups));
        const auto max_ms = std::int64_t{rule.minutes_max} * ms_per_minute;
        const auto longest_ms = longest_sitting_ms(seen.window, rule.groups, records_.use);
        // Minutes without a time, and time nobody saw, may belong to the same sitting.
        const bool all_timed = seen.known.undated_ms == 0 && seen.uncovered_ms() == 0;
        const auto possible_ms =
            all_timed ? longest_ms : std::max(longest_ms, seen.known.most_ms + seen.uncovered_ms());
        if (longest_ms > max_ms) {
            seen.evaluation.log = Verdict::broken;
        } else if (!seen.known.blank && possible_ms <= max_ms) {
            seen.evaluation.log = Verdict::kept;
        }
        return seen.evaluation;
    }

    Result<Evaluation> operator()(const PurposeOnly& rule) const {
        TRY_ASSIGN(Seen seen, whole_day(day_, rule.groups));
        const auto purposes = purposes_of(seen.window, rule, records_.use);
        if (purposes.other) {
            seen.evaluation.log = Verdict::broken;
        } else if (!purposes.unsaid && seen.uncovered_ms() == 0) {
            seen.evaluation.log = Verdict::kept;
        }
        return seen.evaluation;
    }

private:
    Result<Seen> whole_day(Day day, const std::vector<UseGroup>& groups,
                           bool counts_duty = false) const {
        TRY_ASSIGN(const auto span, bounds_of(day, place_));
        return look_at({span, {day, day}}, groups, counts_duty, records_);
    }

    // From the first `from` of the logical day to the next time the clock reads `to`.
    Result<TimeSpan> night_of(const Curfew& curfew) const {
        const auto from = static_cast<std::int32_t>(curfew.from_minute);
        const auto to = static_cast<std::int32_t>(curfew.to_minute);
        const auto date = from < place_.day_start_minute ? day_ + 1 : day_;
        const auto last = to > from ? date : date + 1;
        TRY_ASSIGN(const auto start, instant_of(date, from, place_.start_zone));
        TRY_ASSIGN(const auto end, instant_of(last, to, place_.end_zone));
        return TimeSpan{start, std::max(start, end)};
    }

    const BoundaryTerms& terms_;
    Day day_;
    const Records& records_;
    const DayPlace& place_;
};

}  // namespace

Result<TimeSpan> bounds_of(Day day, const DayPlace& place) {
    TRY_ASSIGN(const auto start, day_bounds(day, place.start_zone, place.day_start_minute));
    if (place.end_zone == place.start_zone) return start;
    TRY_ASSIGN(const auto end, day_bounds(day, place.end_zone, place.day_start_minute));
    return TimeSpan{start.start, std::max(start.start, end.end)};
}

Result<Evaluation> judge_by_log(const BoundaryTerms& terms, Day day, const Records& records,
                                const DayPlace& place) {
    return std::visit(LogJudge(terms, day, records, place), terms.rule);
}

}  // namespace evenkeel::insight
