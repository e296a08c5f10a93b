// What is said of the figures of a range of days, beside a chart: to the client in their language,
// and the same to the clinician.
#pragma once

#include "app/model/figures.h"
#include "core/domain/use.h"
#include "core/insight/adherence.h"

namespace evenkeel::model {

// One value of a range and of the range before it.
struct Compared {
    std::optional<Median> now;
    std::optional<Median> before;
    std::size_t known_days = 0;  // of the range, also where they are too few for a median
};

// "Median mood 6 of 10 on 13 days; 4 in the 14 days before."
std::string mood_sentence(const Compared& mood, std::size_t day_count);

// "AI: known on 3 days, too few for a median. Agreed are 60 min a day; above that on 1 of 3 days."
// `over`: known days above what is agreed.
std::string use_sentence(UseGroup group, const Compared& use,
                         const std::optional<std::uint32_t>& agreed, std::size_t over,
                         std::size_t day_count);

// "Kept on 11 of 13 known days; 1 day unknown": a number only where the days are enough.
std::string kept_sentence(const insight::Adherence& adherence);

}  // namespace evenkeel::model
