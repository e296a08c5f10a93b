// A mood check-in, or a rating of a moment.
#pragma once

#include "core/domain/text.h"
#include "core/domain/when.h"

#include <optional>
#include <vector>

namespace evenkeel {

// 0..10. Five faces write 1, 3, 5, 7, 9.
using Rating = Phi<std::uint32_t>;
constexpr std::uint32_t rating_max = 10;

using Minutes = Phi<std::uint32_t>;

enum class MoodMode : std::uint32_t { daily_check_in = 1, momentary = 2 };

// Blank is "not said" and is never zero.
struct MoodEntry {
    When when;
    std::optional<Instant> entered_late;  // when it was typed, if that was on a later logical day
    std::optional<Rating> mood;
    std::optional<Rating> energy;
    std::optional<Rating> stress;
    std::optional<Minutes> sleep;
    std::vector<PhiText> tags;
    std::optional<PhiText> note;
    MoodMode mode = MoodMode::daily_check_in;
    friend bool operator==(const MoodEntry&, const MoodEntry&) = default;
};

[[nodiscard]] Result<void> validate(const MoodEntry& entry);

}  // namespace evenkeel
