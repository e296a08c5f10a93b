// Reading a standing; making one is in negotiation.cpp.
#include "core/domain/negotiation.h"

namespace evenkeel {

std::optional<Hash32> version_on(const BoundaryStanding& standing, Day day) {
    for (const auto& pause : standing.paused) {
        if (day >= pause.first && (!pause.end || day < *pause.end)) return std::nullopt;
    }
    for (const auto& days : standing.days) {
        if (day >= days.first && (!days.end || day < *days.end)) return days.version;
    }
    return std::nullopt;
}

Literal name(BoundaryState state) {
    switch (state) {
        case BoundaryState::proposed:
            return "proposed";
        case BoundaryState::countered:
            return "countered";
        case BoundaryState::accepted:
            return "accepted";
        case BoundaryState::declined:
            return "declined";
        case BoundaryState::withdrawn:
            return "withdrawn";
        case BoundaryState::paused:
            return "paused";
        case BoundaryState::contested:
            return "contested";
    }
    return "unknown";
}

}  // namespace evenkeel
