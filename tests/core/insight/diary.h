// A client's records, told day by day, for stories about boundaries.
#pragma once

#include "core/domain/local_time.h"
#include "core/insight/boundary_evaluation.h"

namespace evenkeel::insight {

inline Day day(std::string_view date) { return parse_date(date).value(); }

class Diary {
public:
    explicit Diary(std::string zone = "Europe/Berlin") : zone_(std::move(zone)) {}

    // Minutes on a day, without a time.
    Diary& used(std::string_view date, UseGroup group, std::uint32_t minutes,
                UseSource source = UseSource::estimated, Duty duty = Duty::none) {
        use.push_back({.when = noon(date),
                       .group = group,
                       .minutes = Minutes(minutes),
                       .source = source,
                       .duty = duty});
        return *this;
    }
    // An unbroken span from a wall-clock time of a calendar date.
    Diary& used_from(std::string_view date, std::string_view time, UseGroup group,
                     std::uint32_t minutes, UseSource source = UseSource::estimated) {
        use.push_back({.when = at(date, time),
                       .group = group,
                       .minutes = Minutes(minutes),
                       .source = source,
                       .span = true});
        return *this;
    }
    Diary& used_unsaid(std::string_view date, UseGroup group) {
        use.push_back({.when = noon(date), .group = group});
        return *this;
    }
    Diary& used_for(std::string_view date, UseGroup group, std::uint32_t minutes,
                    std::string_view purpose) {
        used(date, group, minutes);
        use.back().purpose = PhiText(std::string(purpose));
        return *this;
    }
    Diary& complete(std::string_view date, std::vector<UseGroup> groups = {}) {
        coverage.push_back({.when = noon(date), .groups = std::move(groups)});
        return *this;
    }
    Diary& covered(std::string_view date, std::string_view time, std::uint32_t minutes) {
        coverage.push_back(
            {.when = at(date, time), .minutes = Minutes(minutes), .source = UseSource::imported});
        return *this;
    }
    Diary& answered(std::string_view date, Answer answer) {
        answers.push_back(
            {.when = noon(date), .boundary = boundary, .answer = Phi<Answer>(answer)});
        return *this;
    }
    [[nodiscard]] Records records() const { return {use, coverage, answers}; }
    [[nodiscard]] DayPlace place() const { return {zone_, zone_, 240}; }

    [[nodiscard]] Evaluation judge(const BoundaryTerms& terms, std::string_view date) const {
        return evaluate(terms, boundary, day(date), records(), place()).value();
    }
    // The verdict that counts.
    [[nodiscard]] std::string verdict(const BoundaryTerms& terms, std::string_view date) const {
        return name(judge(terms, date).counts).text;
    }

    EntityId boundary{{7}};
    std::vector<UseEntry> use;
    std::vector<Coverage> coverage;
    std::vector<BoundaryAnswer> answers;

private:
    [[nodiscard]] When at(std::string_view date, std::string_view time) const {
        const auto minute = parse_time_of_day(time).value();
        return make_when(instant_of(day(date), minute, zone_).value(), zone_).value();
    }
    [[nodiscard]] When noon(std::string_view date) const { return at(date, "12:00"); }

    std::string zone_;
};

}  // namespace evenkeel::insight
