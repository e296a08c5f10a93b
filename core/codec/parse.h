// Parses a message quietly. For the .cpp files here only: it meets generated types.
#pragma once

#include "core/base/bytes.h"

namespace evenkeel::codec {

// Switches off protobuf's own complaints about bad bytes, once: a peer could fill a person's
// terminal with them.
void silence_protobuf();

// False if `bytes` are no such message, or more than `bytes_max`.
template <typename Message>
bool parse(Message& message, ByteView bytes, std::size_t bytes_max) {
    silence_protobuf();
    return bytes.size() <= bytes_max &&
           message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace evenkeel::codec
