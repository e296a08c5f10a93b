#include "core/domain/agenda_item.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const AgendaItem& item) {
    TRY(validate(item.when));
    if (item.appointment.is_none()) {
        return Error(ErrorCode::invalid_input, "A line of an agenda needs its session.");
    }
    if (item.author.is_none()) {
        return Error(ErrorCode::invalid_input, "A line of an agenda needs who wrote it.");
    }
    return check_text(item.text, "The line", limits::agenda_line_characters_max);
}

}  // namespace evenkeel
