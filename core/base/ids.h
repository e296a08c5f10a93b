// Identifiers. Each is random, says nothing about a person, and cannot be mistaken for another
// kind.
#pragma once

#include "core/base/bytes.h"

#include <compare>
#include <cstring>
#include <functional>
#include <optional>

namespace evenkeel {

// Sixteen bytes whose meaning is fixed by `Tag`. All zero means "none".
template <typename Tag>
struct Id16 {
    ByteArray<16> bytes{};

    // Takes exactly 16 bytes; anything else is no id.
    static std::optional<Id16> from(ByteView view) {
        if (view.size() != 16) return std::nullopt;
        Id16 id;
        std::copy(view.begin(), view.end(), id.bytes.begin());
        return id;
    }
    static std::optional<Id16> from(std::string_view text) { return from(as_bytes(text)); }

    [[nodiscard]] bool is_none() const { return *this == Id16{}; }
    [[nodiscard]] ByteView view() const { return bytes; }
    [[nodiscard]] std::string string() const { return to_string(bytes); }

    friend auto operator<=>(const Id16&, const Id16&) = default;
};

using VaultId = Id16<struct VaultTag>;
using DeviceId = Id16<struct DeviceTag>;
using UserId = Id16<struct UserTag>;
using EntityId = Id16<struct EntityTag>;
using InviteId = Id16<struct InviteTag>;

// A delta's identity, kept for life; zero is no id.
using DeltaId = std::uint64_t;

// Lower-case hexadecimal, for command lines and JSON. `from_hex` refuses anything else.
std::string to_hex(ByteView bytes);
std::optional<Bytes> from_hex(std::string_view text);

template <typename Tag>
std::string to_hex(const Id16<Tag>& id) {
    return to_hex(id.view());
}

}  // namespace evenkeel

template <typename Tag>
struct std::hash<evenkeel::Id16<Tag>> {
    // The bytes are random, so any eight of them are a hash.
    std::size_t operator()(const evenkeel::Id16<Tag>& id) const noexcept {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data(), sizeof value);
        return value;
    }
};
