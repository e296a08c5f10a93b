// The messages of one sync turn as plain structs. proto/sync.proto is their specification; only
// this folder's .cpp files see generated types.
//
// Parsing refuses wrong id lengths, counts above the limits and nesting deeper than 16; it never
// allocates more than a small multiple of the bytes it was given.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>
#include <vector>

namespace evenkeel::wire {

constexpr std::uint32_t protocol_version = 1;
using ServerEpoch = ByteArray<16>;

// Why the server did not take an item. The sentence for each is `refusal_sentence`.
enum class RefusalCode : std::uint32_t {
    malformed = 1,        // not a valid object
    not_a_member = 2,     // also: no such vault; the two are not told apart
    gap = 3,              // `detail` is the sequence wanted next
    forked_device = 4,    // same sequence, other bytes: this device was cloned or restored (R2)
    roster_conflict = 5,  // another roster came first; `detail` is the newest number
    roster_invalid = 6,
    cut_off = 7,         // beyond the author's cut: the device was removed
    unknown_roster = 8,  // the envelope names a roster the server does not hold
    invite_used = 9,
    invite_expired = 10,
    too_large = 11,
    quota = 12,         // try later; nothing is wrong with the item
    wrong_server = 13,  // another practice's root
    erased = 14,        // the vault has a terminal roster
};
Literal refusal_sentence(RefusalCode code);
// Whether the same bytes can never be accepted, so that the item must be re-issued (rule 10).
[[nodiscard]] bool refused_for_good(RefusalCode code);

struct VaultCursor {
    VaultId vault;
    std::uint64_t position = 0;
    ByteArray<16> chain{};
    std::uint32_t roster = 0;
    std::uint64_t access_index = 0;
};

enum class InviteRole : std::uint32_t { client = 1, clinician = 2, device = 3 };

struct InviteOffer {
    InviteId invite;
    Instant expires;
    InviteRole role = InviteRole::client;
    Bytes blob;
};

struct AccessLogQuery {
    VaultId vault;
    std::uint64_t from_index = 0;
};

struct TurnRequest {
    std::uint32_t protocol = protocol_version;
    std::optional<ServerEpoch> epoch;
    std::uint32_t staff_roster = 0;
    std::vector<VaultCursor> vaults;
    std::vector<Bytes> envelopes;
    std::vector<Bytes> log_objects;
    std::vector<Bytes> vault_rosters;
    std::vector<Bytes> staff_rosters;
    std::vector<InviteOffer> invites;
    std::vector<InviteId> invites_done;
    std::optional<AccessLogQuery> access_log;
    std::uint32_t page_bytes_max = 0;
};

struct LogItem {
    std::uint64_t position = 0;
    Bytes envelope;  // exactly one of the three is set
    Bytes log_object;
    std::uint64_t own_sequence = 0;
};

// What stands for an item in the vault's chain (trust::next_log_hash), in the place of an
// envelope's hash: for redactions and void marks, a hash of the whole object. Also what receipts
// name them by.
Hash32 log_object_hash(ByteView object);

struct AccessLogEntry {
    std::uint64_t index = 0;
    Instant when;
    DeviceId device;
    std::uint16_t action = 0;
    std::uint16_t result = 0;
};
// In one page: what a vault's devices do in weeks, in three kilobytes.
constexpr std::uint32_t access_lines_per_page_max = 64;

struct VaultPage {
    VaultId vault;
    std::vector<Bytes> rosters;
    std::vector<LogItem> items;
    std::uint64_t position = 0;
    std::uint64_t own_sequence = 0;
    std::optional<Hash32> own_head;
    bool reset = false;
    std::uint64_t reset_position = 0;
    std::optional<Hash32> access_head;
    std::uint64_t access_index = 0;
    std::vector<AccessLogEntry> access_lines;
    std::uint32_t roster_wanted_from = 0;
};

struct Receipt {
    VaultId vault;
    DeviceId author;             // none: the asking device
    std::uint64_t sequence = 0;  // envelopes: the first of `count`
    std::uint64_t position = 0;
    std::uint32_t count = 0;
    std::optional<Hash32> object;  // a log object
    std::uint32_t roster = 0;      // a roster (vault none: the staff roster)
    std::optional<InviteId> invite;
};

struct Refusal {
    VaultId vault;
    DeviceId author;
    std::uint64_t sequence = 0;
    std::uint32_t roster = 0;
    std::optional<InviteId> invite;
    std::optional<Hash32> object;
    RefusalCode code = RefusalCode::malformed;
    std::uint64_t detail = 0;
};

struct InviteAnswer {
    InviteId invite;
    Bytes answer;
    VaultId vault;
};

struct TurnResponse {
    std::uint32_t protocol = protocol_version;
    ServerEpoch epoch{};
    Instant server_time;
    std::vector<VaultPage> vaults;
    std::vector<Receipt> receipts;
    std::vector<Refusal> refusals;
    std::vector<Bytes> staff_rosters;
    std::vector<InviteAnswer> invite_answers;
    VaultId access_log_vault;
    std::vector<AccessLogEntry> access_log;
    bool more = false;
};

Bytes encode(const TurnRequest& request);
Bytes encode(const TurnResponse& response);
Result<TurnRequest> parse_turn_request(ByteView bytes);
Result<TurnResponse> parse_turn_response(ByteView bytes);

}  // namespace evenkeel::wire
