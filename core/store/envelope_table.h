// Raw envelopes, and which deltas lie in each.
#pragma once

#include "core/store/database.h"
#include "core/store/sync_store.h"

namespace evenkeel::store {

// A delta in an envelope, by the number of its entity (0 if it was set aside when it came).
struct Content {
    std::int64_t entity = 0;
    DeltaId delta = 0;
};

Bytes encode_contents(const std::vector<Content>& contents);
Result<std::vector<Content>> decode_contents(ByteView bytes);

struct StoredEnvelope {
    std::int64_t number = 0;
    std::uint64_t position = 0;
    Hash32 hash{};
};
Result<std::optional<StoredEnvelope>> find_envelope(Database& database, std::int64_t vault,
                                                    DeviceId author, std::uint64_t sequence);
Result<void> insert_envelope(Database& database, std::int64_t vault, const EnvelopeRow& envelope,
                             const std::vector<Content>& contents);

// A row of (vault id, author, sequence, position, hash, state, bytes).
EnvelopeRow read_envelope(sql::Statement& row);
// Reads rows of (vault id, author, sequence, position, hash, state, bytes) until they have more
// than `bytes_max` together; at least one.
Result<std::vector<EnvelopeRow>> read_envelopes(sql::Statement& rows, std::size_t bytes_max);

// The reason that no reading can cure.
constexpr std::string_view forked_reason =
    "Two different envelopes of one device carry the same number.";

// Keeps bytes that cannot be applied, with a fixed sentence why. Twice is once.
Result<void> park(Database& database, std::int64_t vault, const EnvelopeRow& envelope,
                  const std::string& reason, ByteView bytes);

// Forgets what was set aside of an envelope: it is read again, or its content was taken back. What
// is forked with it is another envelope, and stays.
Result<void> drop_parked(Database& database, std::int64_t vault, DeviceId author,
                         std::uint64_t sequence);

// The server has it: its deltas have left the outbox, and it is stored at `position`.
Result<void> confirm_envelope(Database& database, std::int64_t vault, DeviceId author,
                              std::uint64_t sequence, std::uint64_t position);

}  // namespace evenkeel::store
