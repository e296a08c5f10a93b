// A session, planned or held.
#pragma once

#include "core/domain/mood.h"

namespace evenkeel {

enum class Place : std::uint32_t { in_person = 1, video = 2, phone = 3 };
enum class AppointmentState : std::uint32_t { planned = 1, held = 2, missed = 3, cancelled = 4 };

struct Appointment {
    When when;
    std::optional<std::uint32_t> minutes;
    std::optional<Place> place;
    AppointmentState state = AppointmentState::planned;
    std::optional<PhiText> agenda;
    friend bool operator==(const Appointment&, const Appointment&) = default;
};

[[nodiscard]] Result<void> validate(const Appointment& appointment);

}  // namespace evenkeel
