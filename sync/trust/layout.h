// Reading fixed layouts, and protobuf bodies within limits. For the .cpp files of this folder.
#pragma once

#include "core/base/ids.h"
#include "sync/trust/device_keys.h"

namespace google::protobuf {
class MessageLite;
}
namespace evenkeel::proto {
class Device;
}

namespace evenkeel::trust {

struct VaultRoster;

// Takes fields off the front. The caller has checked the length; reading past the end asserts.
class LayoutReader {
public:
    explicit LayoutReader(ByteView bytes) : rest_(bytes) {}

    ByteView take(std::size_t count) {
        ASSERT(count <= rest_.size());
        const ByteView taken = rest_.first(count);
        rest_ = rest_.subspan(count);
        return taken;
    }
    template <typename Unsigned>
    Unsigned number() {
        return read_big_endian<Unsigned>(take(sizeof(Unsigned)));
    }
    template <std::size_t size>
    void array(ByteArray<size>& target) {
        const ByteView taken = take(size);
        std::copy(taken.begin(), taken.end(), target.begin());
    }

private:
    ByteView rest_;
};

template <typename Unsigned>
ByteArray<sizeof(Unsigned)> big_endian(Unsigned value) {
    ByteArray<sizeof(Unsigned)> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<Byte>(value >> (8 * (bytes.size() - 1 - i)));
    }
    return bytes;
}

// Copies a protobuf bytes field of exactly that size; false for any other.
template <std::size_t size>
[[nodiscard]] bool read_array(const std::string& field, ByteArray<size>& target) {
    if (field.size() != size) return false;
    std::copy_n(as_bytes(field).begin(), size, target.begin());
    return true;
}
// An id that must be there, and one that may be left out.
template <typename Id>
[[nodiscard]] bool read_id(const std::string& field, Id& target) {
    return read_array(field, target.bytes) && !target.is_none();
}
template <typename Id>
[[nodiscard]] bool read_optional_id(const std::string& field, Id& target) {
    return field.empty() || read_id(field, target);
}
template <typename Id>
std::string optional_id(const Id& id) {
    return id.is_none() ? std::string() : id.string();
}

// Parses within a nesting of 16. Call only with bytes whose signature or AEAD has been checked.
[[nodiscard]] bool parse_message(ByteView bytes, google::protobuf::MessageLite& message);
Bytes serialise_message(const google::protobuf::MessageLite& message);

// VaultRosterBody. Reading fills in everything but what stands in the frame, and is false where a
// length, a count or an enum is not what the format allows.
[[nodiscard]] bool read_vault_body(ByteView bytes, VaultRoster& roster);
Bytes write_vault_body(const VaultRoster& roster);

[[nodiscard]] bool read_device(const proto::Device& message, DevicePublic& device);
void write_device(const DevicePublic& device, proto::Device& message);

}  // namespace evenkeel::trust
