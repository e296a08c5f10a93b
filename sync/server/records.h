// What the server keeps, as plain structs.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "sync/trust/device_keys.h"
#include "sync/wire/messages.h"

#include <optional>
#include <vector>

namespace evenkeel::server {

// A device is bound to its keys and its user for good by the first roster that names it.
struct DeviceRecord {
    trust::DevicePublic device;
    UserId user;
};

// `left` is the number of the vault roster that removed the device; 0 while it is a member.
struct Membership {
    DeviceId device;
    VaultId vault;
    std::uint32_t left = 0;
};

// The newest end of one vault's log and of its access log.
struct VaultHead {
    std::uint64_t position = 0;
    Hash32 chain{};
    std::uint64_t access_index = 0;
    Hash32 access_hash{};
};

// The newest envelope of one device in one vault.
struct AuthorHead {
    std::uint64_t sequence = 0;
    Hash32 hash{};
};

// No envelope and no stub has this length.
constexpr std::size_t void_mark_bytes = 388;

// A removed device's word that it erased itself redacts nothing; it stands where no redaction can.
constexpr std::uint64_t wipe_receipt_place = INT64_MAX;

// One place in a vault's log. `bytes` begin with 'E' for an envelope or stub, 'D' for a redaction
// or void mark, 'W' for a wipe receipt. A redaction is no link in its author's chain: its
// `sequence` is 0 and `redacts` is set.
struct LogRow {
    std::uint64_t position = 0;
    DeviceId author;
    std::uint64_t sequence = 0;
    std::uint64_t redacts = 0;
    Bytes bytes;
};

struct RequestCounter {
    std::uint64_t counter = 0;
    Hash32 payload{};
    friend bool operator==(const RequestCounter&, const RequestCounter&) = default;
};

struct InviteRecord {
    InviteId invite;
    wire::InviteRole role = wire::InviteRole::client;
    Instant expires;
    DeviceId device;  // who offered it, with which device
    UserId user;
    Bytes blob;
    Bytes answer;          // empty while open
    Hash32 answer_hash{};  // of the whole call that answered, so that a retry is told from a second
    VaultId vault;         // born by the answer of a client
};

struct Counts {
    std::uint64_t vaults = 0;
    std::uint64_t devices = 0;
    std::uint64_t envelopes = 0;
    std::uint64_t bytes = 0;
};

}  // namespace evenkeel::server
