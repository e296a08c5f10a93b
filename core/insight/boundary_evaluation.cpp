#include "core/insight/boundary_evaluation.h"

#include "core/insight/log_judge.h"

#include <algorithm>

namespace evenkeel::insight {

namespace {

// A day of travel or of a mistaken clock: too unlike others to count as kept.
constexpr std::int64_t regular_day_ms_min = 20 * ms_per_hour;
constexpr std::int64_t regular_day_ms_max = 28 * ms_per_hour;

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
    TRY_ASSIGN(auto evaluation, judge_by_log(terms, day, records, place));
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
