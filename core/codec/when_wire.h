// When something happened, as a message. For the .cpp files here only: it meets generated types.
#pragma once

#include "core/domain/when.h"
#include "proto/entity.pb.h"

namespace evenkeel::codec {

inline void put_when_message(proto::When& message, const When& when) {
    message.set_instant_s(when.instant.ms / ms_per_second);
    message.set_offset_minutes(when.offset_minutes);
    message.set_day(when.day.number);
    if (when.day_start_minute != day_start_minute_default) {
        message.set_day_start_minute(when.day_start_minute);
    }
}

inline When read_when_message(const proto::When& message, const std::string& zone) {
    return {.instant = {message.instant_s() * ms_per_second},
            .zone = zone,
            .offset_minutes = message.offset_minutes(),
            .day = {message.day()},
            .day_start_minute = message.has_day_start_minute() ? message.day_start_minute()
                                                               : day_start_minute_default};
}

}  // namespace evenkeel::codec
