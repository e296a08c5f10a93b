// Reading and writing the protobuf bodies of proto/trust.proto within limits. For the .cpp files of
// this folder and of sync/paper.
#pragma once

#include "sync/trust/device_keys.h"

#include <google/protobuf/repeated_ptr_field.h>

#include <vector>

namespace google::protobuf {
class MessageLite;
}
namespace evenkeel::proto {
class Device;
}

namespace evenkeel::trust {

// Parses within a nesting of 16. Call only with bytes whose signature or AEAD has been checked.
[[nodiscard]] bool parse_message(ByteView bytes, google::protobuf::MessageLite& message);
Bytes serialise_message(const google::protobuf::MessageLite& message);

// Copies a bytes field of exactly that size; false for any other.
template <std::size_t size>
[[nodiscard]] bool read_array(const std::string& field, ByteArray<size>& target) {
    if (field.size() != size) return false;
    std::copy_n(as_bytes(field).begin(), size, target.begin());
    return true;
}

// An id that must be there, and one that may be left out.
template <typename Tag>
[[nodiscard]] bool read_id(const std::string& field, Id16<Tag>& target) {
    return read_array(field, target.bytes) && !target.is_none();
}
template <typename Tag>
[[nodiscard]] bool read_optional_id(const std::string& field, Id16<Tag>& target) {
    return field.empty() || read_id(field, target);
}
template <typename Tag>
std::string optional_id(const Id16<Tag>& id) {
    return id.is_none() ? std::string() : id.string();
}

// One of the choices numbered from 1 to `last`.
template <typename Choice>
[[nodiscard]] bool read_choice(std::uint32_t number, Choice last, Choice& target) {
    target = static_cast<Choice>(number);
    return number >= 1 && number <= static_cast<std::uint32_t>(last);
}

[[nodiscard]] bool read_device(const proto::Device& message, DevicePublic& device);
void write_device(const DevicePublic& device, proto::Device& message);

// A list of signed rosters, each as it travels.
using ChainField = google::protobuf::RepeatedPtrField<std::string>;
std::vector<Bytes> read_chain(const ChainField& field);
void write_chain(std::span<const Bytes> chain, ChainField& field);

}  // namespace evenkeel::trust
