// Was a boundary kept on a day? Three-valued: what was not recorded is unknown, never kept.
#pragma once

#include "core/domain/boundary.h"
#include "core/domain/coverage.h"
#include "core/domain/negotiation.h"

#include <span>

namespace evenkeel::insight {

enum class Verdict { kept, broken, unknown, not_applicable };
Literal name(Verdict verdict);

// What may bear on the days in question. Entries of other days do no harm; a span that began the
// day before and the week around a weekly limit must be among them.
struct Records {
    std::span<const UseEntry> use;
    std::span<const Coverage> coverage;
    std::span<const BoundaryAnswer> answers;
};

// Where the client's clock was. `end_zone` differs from `start_zone` on a day of travel.
struct DayPlace {
    std::string start_zone = "UTC";
    std::string end_zone = "UTC";
    std::int32_t day_start_minute = day_start_minute_default;
};
// The zones recorded on that day, first and last; `otherwise` if none was that is known here.
DayPlace place_of(Day day, const Records& records, const DayPlace& otherwise);

struct Evaluation {
    Verdict log = Verdict::unknown;       // what the recorded use says
    Verdict answer = Verdict::unknown;    // what the client said
    Verdict counts = Verdict::unknown;    // the one of the two that was agreed to count
    bool differs = false;                 // both are decided and not the same: show both
    std::optional<Phi<Answer>> answered;  // as given ("partly" counts as broken)

    // Minutes known in the window. Estimates and logs describe the same time, so of the sources the
    // largest counts as certainly used; their sum is the most that may have been.
    std::optional<Minutes> known;  // nothing if no use was recorded
    // Of a limit on sessions: how often use began, as far as times are known; nothing if none did.
    std::optional<Phi<std::uint32_t>> sessions;
    std::uint32_t window_minutes = 0;
    std::uint32_t covered_minutes = 0;
    bool complete = false;          // the client said the day, or the week, is complete
    bool irregular_day = false;     // shorter than 20 or longer than 28 hours
    std::optional<Hash32> version;  // set by evaluate_standing
    friend bool operator==(const Evaluation&, const Evaluation&) = default;
};

// Judges one logical day (a weekly limit: the week that contains it). Fails on unknown zones only.
// With W the window, C its covered part, L the minutes known in it, G the grace:
// - Limit: L > max + G is broken, and no more data can undo it; else L + (|W| - |C|) <= max is
//   kept; else kept if all is known (the day was said to be complete, or C = W) and L is within the
//   grace; else unknown. A week: kept only if all its days are covered.
// - Curfew: known overlap > G is broken; C = W or a complete day is kept; else unknown. Minutes of
//   the groups whose time of day is not known, if more than G, leave it unknown.
// - Sessions: use of a group that begins at least the agreed gap after the last of it. A beginning
//   is certain only where the gap before it is covered, so that no later record can undo "broken".
//   More certain beginnings than agreed is broken; kept if C = W, all times are known and there
//   are no more than agreed; else unknown.
// - Session length: the longest unbroken use of the groups together, on the day it began. Longer
//   than agreed is broken; kept if even all minutes without a time and all uncovered time, added
//   to what is known, could not make one; else unknown.
// - Purposes: use for a purpose that was not agreed is broken (spelling apart from upper case must
//   be the same); kept if all use has an agreed one and C = W; else unknown. Work and study are
//   left out, as in a curfew.
// - Every other rule: only the answer decides.
// - A weekday the terms leave out is not applicable.
[[nodiscard]] Result<Evaluation> evaluate(const BoundaryTerms& terms, EntityId boundary, Day day,
                                          const Records& records, const DayPlace& place);

// The same with the version in force on that day; not applicable if none was, or while paused.
[[nodiscard]] Result<Evaluation> evaluate_standing(const BoundaryStanding& standing,
                                                   std::span<const VersionRecord> versions, Day day,
                                                   const Records& records, const DayPlace& place);

// The days one evaluation speaks for: the day itself, or the week of a weekly limit.
struct DayRange {
    Day first;
    Day last;
    friend bool operator==(const DayRange&, const DayRange&) = default;
};
DayRange window_of(const BoundaryTerms& terms, Day day);

}  // namespace evenkeel::insight
