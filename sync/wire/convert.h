// Small steps between our structs and the generated types of proto/sync.proto. For this folder's
// .cpp files only.
#pragma once

#include "core/base/ids.h"
#include "core/base/limits.h"
#include "core/base/result.h"
#include "sync/wire/scan.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/message_lite.h>

#include <optional>
#include <vector>

namespace evenkeel::wire {

// Numbers of things in one turn. Each is far above what a device needs and far below what would
// hurt: a megabyte holds 2,220 of the smallest envelopes.
constexpr std::uint32_t vaults_per_turn_max = 2048;
constexpr std::uint32_t objects_per_turn_max = 8192;
constexpr std::uint32_t rosters_per_turn_max = 2048;
constexpr std::uint32_t invites_per_turn_max = 256;
constexpr std::uint32_t access_entries_per_turn_max = 1024;
constexpr int message_depth_max = 16;

inline Bytes serialized(const google::protobuf::MessageLite& message) {
    Bytes bytes(message.ByteSizeLong());
    message.SerializeWithCachedSizesToArray(bytes.data());
    return bytes;
}

// Counts first (scan.h), then parses with a bounded depth.
[[nodiscard]] inline bool parse_message(ByteView bytes, const MessageShape& shape,
                                        google::protobuf::MessageLite& target) {
    if (bytes.size() > limits::turn_body_bytes_max || !fits_shape(bytes, shape)) return false;
    google::protobuf::io::CodedInputStream stream(bytes.data(), static_cast<int>(bytes.size()));
    stream.SetRecursionLimit(message_depth_max);
    return target.ParseFromCodedStream(&stream) && stream.ConsumedEntireMessage();
}

// Readers collect one verdict: after the last field, `ok` says whether all were as they must be.
class FieldReader {
public:
    [[nodiscard]] bool ok() const { return ok_; }
    void require(bool condition) { ok_ = ok_ && condition; }

    template <typename Id>
    Id id(const std::string& field) {  // present and not zero
        const Id id = Id::from(field).value_or(Id{});
        require(!id.is_none());
        return id;
    }
    template <typename Id>
    Id id_or_none(const std::string& field) {
        return field.empty() ? Id{} : id<Id>(field);
    }
    template <typename Id>
    std::optional<Id> optional_id(const std::string& field) {
        if (field.empty()) return std::nullopt;
        return id<Id>(field);
    }
    template <std::size_t size>
    ByteArray<size> array(const std::string& field) {
        ByteArray<size> array{};
        require(field.size() == size);
        if (field.size() == size) std::copy_n(as_bytes(field).begin(), size, array.begin());
        return array;
    }
    template <std::size_t size>
    std::optional<ByteArray<size>> optional_array(const std::string& field) {
        if (field.empty()) return std::nullopt;
        return array<size>(field);
    }
    Bytes bytes(const std::string& field) {  // an object of somebody else's format: not empty
        require(!field.empty());
        return to_bytes(as_bytes(field));
    }
    template <typename Repeated>
    std::vector<Bytes> all_bytes(const Repeated& fields) {
        std::vector<Bytes> all;
        all.reserve(static_cast<std::size_t>(fields.size()));
        for (const std::string& field : fields) all.push_back(bytes(field));
        return all;
    }

private:
    bool ok_ = true;
};

template <typename Tag>
std::string field_of(const Id16<Tag>& id) {
    return id.is_none() ? std::string() : id.string();
}

}  // namespace evenkeel::wire
