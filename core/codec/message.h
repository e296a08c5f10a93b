// What the messages of all entities have in common, from and to bytes. For the .cpp files here
// only: it meets generated types.
#pragma once

#include "core/base/limits.h"
#include "core/codec/parse.h"
#include "core/codec/when_bytes.h"
#include "core/codec/when_wire.h"

#include <optional>

namespace evenkeel::codec {

inline Error unreadable() {
    return {ErrorCode::damaged, "An entry cannot be read; its bytes are kept."};
}

template <typename Message>
Bytes serialized(const Message& message) {
    Bytes bytes(message.ByteSizeLong());
    message.SerializeWithCachedSizesToArray(bytes.data());
    return bytes;
}

template <typename Message>
void put_when(Message& message, const When& when) {
    put_when_message(*message.mutable_when(), when);
    message.set_zone(when.zone);
}

template <typename Message>
Result<Message> parsed(ByteView fragment) {
    Message message;
    if (!parse(message, fragment, limits::envelope_body_bytes_max)) return unreadable();
    return message;
}

// Parses, and refuses what has no usable time: it could be shown on no day.
template <typename Message>
Result<Message> parsed_with_time(ByteView fragment) {
    TRY_ASSIGN(auto message, parsed<Message>(fragment));
    if (!message.has_when() || !is_plausible_instant_s(message.when().instant_s())) {
        return unreadable();
    }
    return message;
}

template <typename Message>
When read_when(const Message& message) {
    return read_when_message(message.when(), message.zone());
}

inline std::optional<PhiText> read_text(bool present, const std::string& text) {
    return present ? std::optional(PhiText(text)) : std::nullopt;
}

}  // namespace evenkeel::codec
