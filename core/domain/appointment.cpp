#include "core/domain/appointment.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const Appointment& appointment) {
    TRY(validate(appointment.when));
    if (appointment.minutes && *appointment.minutes > limits::day_minutes_max) {
        return Error(ErrorCode::invalid_input, "A duration is at most 24 hours.");
    }
    if (appointment.place &&
        (*appointment.place < Place::in_person || *appointment.place > Place::phone)) {
        return Error(ErrorCode::invalid_input, "A session is in person, by video or by phone.");
    }
    if (appointment.state < AppointmentState::planned ||
        appointment.state > AppointmentState::cancelled) {
        return Error(ErrorCode::invalid_input, "A session is planned, held, missed or cancelled.");
    }
    return check_text(appointment.agenda, "The agenda", limits::note_characters_max);
}

}  // namespace evenkeel
