// One line of how the work is blended: what happens online, what in the room, what outside. Either
// side writes lines; both read them.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

namespace evenkeel {

enum class PlanPlace : std::uint8_t { online = 1, in_the_room = 2, outside = 3 };
constexpr std::size_t plan_place_count = 3;
enum class PlanState : std::uint8_t { open = 1, done = 2, ended = 3 };

struct PlanItem {
    When when;  // it was written
    std::optional<PhiText> text;
    PlanPlace place = PlanPlace::online;
    PlanState state = PlanState::open;
    UserId author;
    friend bool operator==(const PlanItem&, const PlanItem&) = default;
};

// Refuses more than 300 characters of text.
[[nodiscard]] Result<void> validate(const PlanItem& item);

// "online", "in-the-room", "outside", and "open", "done", "ended": the words of JSON and of the
// command line.
Literal name(PlanPlace place);
Literal name(PlanState state);

}  // namespace evenkeel
