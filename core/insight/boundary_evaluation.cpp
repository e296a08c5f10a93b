#include "core/insight/boundary_evaluation.h"

#include "core/insight/known_use.h"

#include <algorithm>

namespace evenkeel::insight {

namespace {

// A day of travel or of a mistaken clock: too unlike others to count as kept.
constexpr std::int64_t regular_day_ms_min = 20 * ms_per_hour;
constexpr std::int64_t regular_day_ms_max = 28 * ms_per_hour;

Result<TimeSpan> bounds_of(Day day, const DayPlace& place) {
    TRY_ASSIGN(const auto start, day_bounds(day, place.start_zone, place.day_start_minute));
    if (place.end_zone == place.start_zone) return start;
    TRY_ASSIGN(const auto end, day_bounds(day, place.end_zone, place.day_start_minute));
    return TimeSpan{start.start, std::max(start.start, end.end)};
}

DayPlace place_for(const BoundaryTerms& terms, const DayPlace& place) {
    if (terms.fixed_zone.empty()) return place;
    return {terms.fixed_zone, terms.fixed_zone, place.day_start_minute};
}

Verdict verdict_of(Answer answer) {
    switch (answer) {
        case Answer::kept:
            return Verdict::kept;
        case Answer::partly:
        case Answer::broken:
            return Verdict::broken;
        case Answer::not_applicable:
            return Verdict::not_applicable;
    }
    return Verdict::unknown;  // an answer of a newer version
}

std::uint32_t whole_minutes(std::int64_t ms) {
    return static_cast<std::uint32_t>(std::max<std::int64_t>(ms, 0) / ms_per_minute);
}

void note_minutes(Evaluation& evaluation, const Window& window, const KnownUse& known,
                  const Covered& cover) {
    if (known.any) evaluation.known = Minutes(whole_minutes(known.least_ms));
    evaluation.window_minutes = whole_minutes(length_ms(window.span));
    evaluation.covered_minutes = whole_minutes(cover.ms);
    evaluation.complete = cover.complete;
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
        TRY_ASSIGN(const auto span, bounds_of(day_, place_));
        const Window window{span, {day_, day_}};
        const auto known = known_use(window, limit.groups, limit.counts_duty, records_.use);
        const auto cover = covered(window, limit.groups, records_.coverage);
        Evaluation evaluation;
        note_minutes(evaluation, window, known, cover);
        evaluation.log =
            judge_limit(amounts_of(limit), known, length_ms(span) - cover.ms, cover.complete);
        return evaluation;
    }

    Result<Evaluation> operator()(const WeeklyLimit& limit) const {
        Evaluation evaluation{.complete = true};
        KnownUse week;
        std::int64_t uncovered_ms = 0;
        const auto days = window_of(terms_, day_);
        for (auto day = days.first; day <= days.last; day = day + 1) {
            if (!applies_on(terms_, day)) continue;
            TRY_ASSIGN(const auto span, bounds_of(day, place_));
            const Window window{span, {day, day}};
            const auto known = known_use(window, limit.groups, limit.counts_duty, records_.use);
            const auto cover = covered(window, limit.groups, records_.coverage);
            week.any = week.any || known.any;
            week.blank = week.blank || known.blank;
            week.least_ms += known.least_ms;
            week.most_ms += known.most_ms;
            uncovered_ms += length_ms(span) - cover.ms;
            evaluation.window_minutes += whole_minutes(length_ms(span));
            evaluation.covered_minutes += whole_minutes(cover.ms);
            evaluation.complete = evaluation.complete && cover.complete;
        }
        if (week.any) evaluation.known = Minutes(whole_minutes(week.least_ms));
        evaluation.log = judge_limit(amounts_of(limit), week, uncovered_ms, evaluation.complete);
        // A week is kept only when all its days are covered, however little was used.
        if (evaluation.log == Verdict::kept && uncovered_ms > 0) evaluation.log = Verdict::unknown;
        return evaluation;
    }

    Result<Evaluation> operator()(const Curfew& curfew) const {
        TRY_ASSIGN(const auto span, night_of(curfew));
        const Window window{span, {day_, day_}};
        const auto known = known_use(window, curfew.groups, false, records_.use);
        const auto cover = covered(window, curfew.groups, records_.coverage);
        const auto overlap_ms = total_ms(known.dated);
        const auto grace_ms = std::int64_t{curfew.grace_minutes} * ms_per_minute;
        Evaluation evaluation;
        note_minutes(evaluation, window, known, cover);
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

private:
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

const BoundaryAnswer* answer_in(const DayRange& days, EntityId boundary,
                                std::span<const BoundaryAnswer> answers) {
    const BoundaryAnswer* latest = nullptr;
    const auto key = [](const BoundaryAnswer& answer) {
        return std::pair(answer.when.day, answer.when.instant);
    };
    for (const auto& answer : answers) {
        const bool meant = answer.boundary == boundary && answer.when.day >= days.first &&
                           answer.when.day <= days.last && answer.answer.has_value();
        if (meant && (latest == nullptr || key(*latest) < key(answer))) latest = &answer;
    }
    return latest;
}

// A zone may be newer than this system's database, or nonsense of a faulty peer.
bool usable(const When& when) {
    return validate(when).ok() && local_time(when.instant, when.zone).ok();
}

bool log_can_decide(const BoundaryRule& rule) {
    return std::holds_alternative<DailyLimit>(rule) || std::holds_alternative<WeeklyLimit>(rule) ||
           std::holds_alternative<Curfew>(rule);
}

}  // namespace

Literal name(Verdict verdict) {
    switch (verdict) {
        case Verdict::kept:
            return "kept";
        case Verdict::broken:
            return "broken";
        case Verdict::unknown:
            return "unknown";
        case Verdict::not_applicable:
            return "not_applicable";
    }
    return "unknown";
}

DayRange window_of(const BoundaryTerms& terms, Day day) {
    const auto* weekly = std::get_if<WeeklyLimit>(&terms.rule);
    if (weekly == nullptr) return {day, day};
    const auto since = (static_cast<std::int32_t>(weekday(day)) + 7 -
                        static_cast<std::int32_t>(weekly->week_start % 7)) %
                       7;
    return {day + -since, day + (6 - since)};
}

DayPlace place_of(Day day, const Records& records, const DayPlace& otherwise) {
    const When* first = nullptr;
    const When* last = nullptr;
    const auto look_at = [&](const auto& entries) {
        for (const auto& entry : entries) {
            if (entry.when.day != day || !usable(entry.when)) continue;
            if (first == nullptr || entry.when.instant < first->instant) first = &entry.when;
            if (last == nullptr || entry.when.instant > last->instant) last = &entry.when;
        }
    };
    look_at(records.use);
    look_at(records.coverage);
    look_at(records.answers);
    if (first == nullptr) return otherwise;
    return {first->zone, last->zone, last->day_start_minute};
}

Result<Evaluation> evaluate(const BoundaryTerms& terms, EntityId boundary, Day day,
                            const Records& records, const DayPlace& client_place) {
    const bool weekly = std::holds_alternative<WeeklyLimit>(terms.rule);
    if (!weekly && !applies_on(terms, day)) {
        return Evaluation{.log = Verdict::not_applicable,
                          .answer = Verdict::not_applicable,
                          .counts = Verdict::not_applicable};
    }
    const auto place = place_for(terms, client_place);
    TRY_ASSIGN(auto evaluation, std::visit(LogJudge(terms, day, records, place), terms.rule));
    TRY_ASSIGN(const auto bounds, bounds_of(day, place));
    evaluation.irregular_day =
        length_ms(bounds) < regular_day_ms_min || length_ms(bounds) > regular_day_ms_max;

    if (const auto* answer = answer_in(window_of(terms, day), boundary, records.answers)) {
        evaluation.answered = answer->answer;
        evaluation.answer = verdict_of(answer->answer->reveal());
    }
    const bool by_log = terms.evidence == Evidence::log && log_can_decide(terms.rule);
    evaluation.counts = by_log ? evaluation.log : evaluation.answer;
    evaluation.differs = evaluation.log != Verdict::unknown &&
                         evaluation.answer != Verdict::unknown &&
                         evaluation.log != evaluation.answer;
    return evaluation;
}

Result<Evaluation> evaluate_standing(const BoundaryStanding& standing,
                                     std::span<const VersionRecord> versions, Day day,
                                     const Records& records, const DayPlace& place) {
    if (const auto hash = version_on(standing, day)) {
        const auto found = std::find_if(versions.begin(), versions.end(), [&](const auto& version) {
            return version.hash == *hash && version.document.boundary == standing.boundary;
        });
        if (found != versions.end()) {
            TRY_ASSIGN(auto evaluation,
                       evaluate(found->document.terms, standing.boundary, day, records, place));
            evaluation.version = hash;
            return evaluation;
        }
    }
    return Evaluation{.log = Verdict::not_applicable,
                      .answer = Verdict::not_applicable,
                      .counts = Verdict::not_applicable};
}

}  // namespace evenkeel::insight
