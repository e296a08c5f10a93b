// Whether more use goes with better or with worse days, in one person: what may be said of it, and
// how sure that is. Never that one led to the other.
//
// The methods, their limits and the frozen numbers are those of the clinical design, sections 4.2
// to 4.7: plain regression and its usual repairs find "patterns" in noise of this length two to
// four times too often.
#pragma once

#include "core/insight/paired_days.h"
#include "core/insight/regression.h"

namespace evenkeel::insight {

// Days with both that are needed before anything is looked for, and when it is looked again.
// Looking more often would find something sooner or later; between the looks the last one stands.
constexpr std::array<std::size_t, 3> looks_pairs = {28, 56, 84};
// A look may be wrong so often: 5 % for the three together.
constexpr double look_level = 0.05 / 3;

enum class Finding {
    too_early,      // fewer than 28 pairs
    too_many_gaps,  // more than half of the days lack one of the two
    hardly_varies,  // minutes by less than 10, or mood by less than 0.3 (standard deviation)
    cannot_tell,    // the ways of counting disagree
    no_clear_link,
    higher,  // mood, on days with more use
    lower
};

// Whether days are blank more often after a low mood.
struct BlankDays {
    std::size_t low = 0;  // days with a mood below the person's mean, and a day after
    std::size_t blank_after_low = 0;
    std::size_t other = 0;
    std::size_t blank_after_other = 0;
    bool cluster = false;  // more often, by Fisher's exact test at 5 %
};

struct Association {
    Finding finding = Finding::too_early;
    std::size_t pairs = 0;  // so far
    std::size_t looked =
        0;              // pairs that what follows is made of; 0: too early, and nothing follows
    Estimate per_hour;  // mood points for each further hour, on the same day
    // Of mood on the day after, for each further hour; and of minutes on the day after, for each
    // further point of mood: mood may lead use. Nothing where too few days follow each other.
    std::optional<Estimate> next_day;
    std::optional<Estimate> minutes_after;
    BlankDays blank;
    UseSource source = UseSource::estimated;
};

// Everything that is told of one person's mood at one time, so that looking at several kinds of use
// and at the day after is allowed for (Holm).
std::vector<Association> associations(std::span<const PairedDays> series);

// ---- The models, for the frozen vectors
// ---------------------------------------------------------- Terms: 1, hours above the person's
// mean, weekend, 30 days. Without weekend where fewer than 6 days of it, or than 15 others, are
// pairs.
[[nodiscard]] std::vector<ModelDay> same_day_model(const PairedDays& days);
// Terms: 1, hours of the day before, mood of the day before less the mean, weekend, 30 days.
[[nodiscard]] std::vector<ModelDay> next_day_model(const PairedDays& days);

// The correlation of minutes and mood beyond weekend and trend, with as many independent days as
// the two series' own carry-over leaves; nothing below 7 of them.
struct PartialCorrelation {
    double value = 0;
    double low = 0;  // 95 % interval
    double high = 0;
    double carried_minutes = 0;  // from one day to the next
    double carried_mood = 0;
    double days = 0;  // independent ones
};
[[nodiscard]] std::optional<PartialCorrelation> partial_correlation(const PairedDays& days);

}  // namespace evenkeel::insight
