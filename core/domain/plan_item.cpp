#include "core/domain/plan_item.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const PlanItem& item) {
    TRY(validate(item.when));
    if (item.author.is_none()) {
        return Error(ErrorCode::invalid_input, "A line of the plan needs who wrote it.");
    }
    return check_text(item.text, "The line", limits::agenda_line_characters_max);
}

Literal name(PlanPlace place) {
    switch (place) {
        case PlanPlace::online:
            return "online";
        case PlanPlace::in_the_room:
            return "in-the-room";
        case PlanPlace::outside:
            return "outside";
    }
    return "unknown";
}

Literal name(PlanState state) {
    switch (state) {
        case PlanState::open:
            return "open";
        case PlanState::done:
            return "done";
        case PlanState::ended:
            return "ended";
    }
    return "unknown";
}

}  // namespace evenkeel
