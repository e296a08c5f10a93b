#include "core/insight/association.h"

#include "core/insight/weekend.h"

#include <boost/math/distributions/hypergeometric.hpp>

#include <algorithm>
#include <cmath>

namespace evenkeel::insight {

namespace {

constexpr double minutes_per_hour = 60;
constexpr double days_per_trend = 30;
constexpr double minutes_deviation_min = 10;
constexpr double mood_deviation_min = 0.3;
// Closer to 1, a carried-over mood and a trend cannot be told apart.
constexpr double correlation_max = 0.95;
constexpr double normal_975 = 1.959963984540054;
constexpr double blank_level = 0.05;
constexpr std::array<double, 2> missing_mood_shifts = {-1, -2};
constexpr std::size_t use_term = 1;

struct Mean {
    double sum = 0;
    std::size_t count = 0;
    void add(const std::optional<double>& value) {
        if (!value) return;
        sum += *value;
        ++count;
    }
    [[nodiscard]] double value() const { return count == 0 ? 0 : sum / static_cast<double>(count); }
};

double mean_of(const std::vector<std::optional<double>>& values) {
    Mean mean;
    for (const auto& value : values) mean.add(value);
    return mean.value();
}

// The values of the pairs.
double deviation_of(const PairedDays& days, const std::vector<std::optional<double>>& values) {
    Mean mean;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days.is_pair(i)) mean.add(values[i]);
    }
    double squares = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days.is_pair(i)) squares += std::pow(*values[i] - mean.value(), 2);
    }
    return mean.count < 2 ? 0 : std::sqrt(squares / static_cast<double>(mean.count - 1));
}

bool has_weekend_term(const PairedDays& days) {
    WeekendCount count;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days.is_pair(i)) count.add(days.day(i));
    }
    return count.is_enough();
}

// What a day's terms end with: weekend, where it can be told, and the trend.
class Calendar {
public:
    explicit Calendar(const PairedDays& days)
        : days_(days),
          has_weekend_(has_weekend_term(days)),
          middle_((static_cast<double>(days.size()) - 1) / 2) {}

    void add_to(std::vector<double>& terms, std::size_t i) const {
        if (has_weekend_) terms.push_back(is_weekend(days_.day(i)) ? 1 : 0);
        terms.push_back((static_cast<double>(i) - middle_) / days_per_trend);
    }

private:
    const PairedDays& days_;
    bool has_weekend_;
    double middle_;
};

std::int32_t number_of(std::size_t i) { return static_cast<std::int32_t>(i); }

using Values = std::vector<std::optional<double>>;

// How far each value lies from the mean, in that unit.
Values centred(const Values& values, double unit) {
    const double mean = mean_of(values);
    Values apart = values;
    for (auto& value : apart) {
        if (value) *value = (*value - mean) / unit;
    }
    return apart;
}

// A day's outcome by what the day before was: of the other thing, and of its own.
std::vector<ModelDay> day_after_model(const PairedDays& days, const Values& other_before,
                                      const Values& own_before, const Values& outcome) {
    const Calendar calendar(days);
    std::vector<ModelDay> model;
    for (std::size_t i = 1; i < days.size(); ++i) {
        if (!days.is_pair(i - 1) || !outcome[i]) continue;
        ModelDay day{.day = number_of(i),
                     .terms = {1, *other_before[i - 1], *own_before[i - 1]},
                     .outcome = *outcome[i]};
        calendar.add_to(day.terms, i);
        model.push_back(std::move(day));
    }
    return model;
}

std::vector<ModelDay> minutes_after_model(const PairedDays& days) {
    return day_after_model(days, centred(days.mood, 1), centred(days.minutes, 1), days.minutes);
}

std::optional<Estimate> day_after(const std::vector<ModelDay>& model) {
    if (model.size() < looks_pairs.front()) return std::nullopt;
    const auto fit = fit_independent(model);
    return fit ? std::optional(fit->terms[use_term]) : std::nullopt;
}

// Had the days without a mood been low ones: does the direction turn?
bool turns_with_missing_moods(const PairedDays& days, const Estimate& estimate) {
    const double mean = mean_of(days.mood);
    return std::ranges::any_of(missing_mood_shifts, [&](double shift) {
        PairedDays filled = days;
        for (auto& mood : filled.mood) mood = mood.value_or(mean + shift);
        const auto fit = fit_neighbours(same_day_model(filled));
        return fit && (fit->terms[use_term].value < 0) != (estimate.value < 0);
    });
}

BlankDays blank_days(const PairedDays& days) {
    BlankDays blank;
    const double mean = mean_of(days.mood);
    for (std::size_t i = 0; i + 1 < days.size(); ++i) {
        if (!days.mood[i]) continue;
        const bool is_low = *days.mood[i] < mean;
        const std::size_t after = days.mood[i + 1] ? 0 : 1;
        (is_low ? blank.low : blank.other) += 1;
        (is_low ? blank.blank_after_low : blank.blank_after_other) += after;
    }
    const std::size_t all_blank = blank.blank_after_low + blank.blank_after_other;
    if (blank.blank_after_low == 0 || blank.other == 0) return blank;
    const boost::math::hypergeometric_distribution<double> chance(
        static_cast<unsigned>(all_blank), static_cast<unsigned>(blank.low),
        static_cast<unsigned>(blank.low + blank.other));
    const double fewer = static_cast<double>(blank.blank_after_low) - 1;
    const double lowest = static_cast<double>(support(chance).first);
    blank.cluster = fewer >= lowest && cdf(complement(chance, fewer)) < blank_level;
    return blank;
}

// The days up to the newest look that was reached; nothing if none was.
std::optional<PairedDays> looked_at(const PairedDays& days) {
    std::optional<std::size_t> end;
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (!days.is_pair(i)) continue;
        ++pairs;
        if (std::ranges::find(looks_pairs, pairs) != looks_pairs.end()) end = i + 1;
    }
    return end ? std::optional(days.part(0, *end)) : std::nullopt;
}

// One series on the way to a finding, which Holm's adjustment is still needed for.
struct Look {
    PairedDays days;
    double correlation = 0;  // of neighbouring days
};

// Fills in what is known before that; nothing where it ends there.
std::optional<Look> look_at(const PairedDays& all, Association& found) {
    found.pairs = all.pairs();
    found.source = all.source;
    auto days = looked_at(all);
    if (!days) return std::nullopt;
    found.looked = days->pairs();
    if (2 * found.looked < days->size()) {
        found.finding = Finding::too_many_gaps;
        return std::nullopt;
    }
    if (deviation_of(*days, days->minutes) < minutes_deviation_min ||
        deviation_of(*days, days->mood) < mood_deviation_min) {
        found.finding = Finding::hardly_varies;
        return std::nullopt;
    }
    found.finding = Finding::cannot_tell;
    const auto fit = fit_neighbours(same_day_model(*days));
    if (!fit) return std::nullopt;
    found.blank = blank_days(*days);
    found.next_day = day_after(next_day_model(*days));
    found.minutes_after = day_after(minutes_after_model(*days));
    found.per_hour = fit->terms[use_term];
    return Look{.days = *std::move(days), .correlation = fit->correlation};
}

Finding finding_of(const Look& look, const Estimate& per_hour, double adjusted_p) {
    const auto check = partial_correlation(look.days);
    if (!check || std::abs(look.correlation) >= correlation_max) return Finding::cannot_tell;
    const bool check_finds = check->low > 0 || check->high < 0;
    if (adjusted_p >= look_level) {
        const bool agree = !check_finds && !excludes_zero(per_hour);
        return agree ? Finding::no_clear_link : Finding::cannot_tell;
    }
    const bool agree = check_finds && (check->value < 0) == (per_hour.value < 0) &&
                       !turns_with_missing_moods(look.days, per_hour);
    if (!agree) return Finding::cannot_tell;
    return per_hour.value < 0 ? Finding::lower : Finding::higher;
}

// Of values whose mean is zero, from each day to the one after, where both are there.
double carried(std::span<const ModelDay> days, std::span<const double> values) {
    double neighbours = 0;
    double squares = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        squares += values[i] * values[i];
        const bool follows = i > 0 && days[i].day - days[i - 1].day == 1;
        if (follows) neighbours += values[i] * values[i - 1];
    }
    return squares > 0 ? neighbours / squares : 0;
}

}  // namespace

std::vector<ModelDay> same_day_model(const PairedDays& days) {
    const Calendar calendar(days);
    const double mean = mean_of(days.minutes);
    std::vector<ModelDay> model;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (!days.is_pair(i)) continue;
        ModelDay day{.day = number_of(i),
                     .terms = {1, (*days.minutes[i] - mean) / minutes_per_hour},
                     .outcome = *days.mood[i]};
        calendar.add_to(day.terms, i);
        model.push_back(std::move(day));
    }
    return model;
}

std::vector<ModelDay> next_day_model(const PairedDays& days) {
    return day_after_model(days, centred(days.minutes, minutes_per_hour), centred(days.mood, 1),
                           days.mood);
}

std::optional<PartialCorrelation> partial_correlation(const PairedDays& days) {
    constexpr double controls = 2;  // weekend and trend
    constexpr double independent_min = 7;
    std::vector<ModelDay> mood = same_day_model(days);
    for (ModelDay& day : mood) day.terms.erase(day.terms.begin() + use_term);
    std::vector<ModelDay> use = mood;
    std::size_t next = 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (days.is_pair(i)) use[next++].outcome = *days.minutes[i];
    }
    const auto of_mood = residuals(mood);
    const auto of_use = residuals(use);
    if (!of_mood || !of_use) return std::nullopt;
    double products = 0;
    double mood_squares = 0;
    double use_squares = 0;
    for (std::size_t i = 0; i < of_mood->size(); ++i) {
        products += (*of_mood)[i] * (*of_use)[i];
        mood_squares += (*of_mood)[i] * (*of_mood)[i];
        use_squares += (*of_use)[i] * (*of_use)[i];
    }
    if (mood_squares <= 0 || use_squares <= 0) return std::nullopt;
    PartialCorrelation found{.value = products / std::sqrt(mood_squares * use_squares)};
    found.carried_minutes = carried(use, *of_use);
    found.carried_mood = carried(mood, *of_mood);
    const double both = found.carried_minutes * found.carried_mood;
    const auto count = static_cast<double>(mood.size());
    found.days = std::min(count, count * (1 - both) / (1 + both));
    if (found.days < independent_min || std::abs(found.value) >= 1) return std::nullopt;
    const double reach = normal_975 / std::sqrt(found.days - 3 - controls);
    found.low = std::tanh(std::atanh(found.value) - reach);
    found.high = std::tanh(std::atanh(found.value) + reach);
    return found;
}

std::vector<Association> associations(std::span<const PairedDays> series) {
    std::vector<Association> found(series.size());
    std::vector<std::optional<Look>> looks;
    std::vector<double> family;
    for (std::size_t i = 0; i < series.size(); ++i) {
        looks.push_back(look_at(series[i], found[i]));
        if (looks.back()) family.push_back(found[i].per_hour.p);
    }
    for (const Association& one : found) {
        if (one.next_day) family.push_back(one.next_day->p);
    }
    const std::vector<double> adjusted = holm(family);
    std::size_t place = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (looks[i])
            found[i].finding = finding_of(*looks[i], found[i].per_hour, adjusted[place++]);
    }
    return found;
}

}  // namespace evenkeel::insight
