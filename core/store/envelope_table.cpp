#include "core/store/envelope_table.h"

#include "core/codec/byte_cursor.h"

namespace evenkeel::store {

Bytes encode_contents(const std::vector<Content>& contents) {
    codec::ByteWriter out;
    for (const Content& content : contents) {
        out.varint(static_cast<std::uint64_t>(content.entity));
        out.fixed(content.delta);
    }
    return std::move(out).finish();
}

Result<std::vector<Content>> decode_contents(ByteView bytes) {
    codec::ByteReader in(bytes);
    std::vector<Content> contents;
    while (!in.at_end()) {
        Content content;
        content.entity = static_cast<std::int64_t>(in.varint());
        content.delta = in.fixed();
        contents.push_back(content);
    }
    if (!in.ok())
        return Error(ErrorCode::damaged, "The list of what an envelope holds is damaged.");
    return contents;
}

Result<std::optional<StoredEnvelope>> find_envelope(Database& database, std::int64_t vault,
                                                    DeviceId author, std::uint64_t sequence) {
    TRY_ASSIGN(auto row, database.sql().query("SELECT number, position, hash FROM envelope "
                                              "WHERE vault = ? AND author = ? AND sequence = ?",
                                              vault, author, sequence));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return std::optional<StoredEnvelope>();
    return std::optional(StoredEnvelope{
        .number = row.integer(0), .position = row.unsigned_integer(1), .hash = row.hash(2)});
}

Result<void> insert_envelope(Database& database, std::int64_t vault, const EnvelopeRow& envelope,
                             const std::vector<Content>& contents) {
    return database.sql().run(
        "INSERT INTO envelope (vault, author, sequence, position, hash, "
        "state, contents, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        vault, envelope.author, envelope.sequence, envelope.position, envelope.hash,
        static_cast<int>(envelope.state), encode_contents(contents), envelope.bytes);
}

EnvelopeRow read_envelope(sql::Statement& row) {
    return {.vault = row.id<VaultId>(0),
            .author = row.id<DeviceId>(1),
            .sequence = row.unsigned_integer(2),
            .position = row.unsigned_integer(3),
            .hash = row.hash(4),
            .state = static_cast<EnvelopeState>(row.integer(5)),
            .bytes = to_bytes(row.blob(6))};
}

Result<std::vector<EnvelopeRow>> read_envelopes(sql::Statement& rows, std::size_t bytes_max) {
    std::vector<EnvelopeRow> found;
    std::size_t total = 0;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        total += rows.blob(6).size();
        if (total > bytes_max && !found.empty()) return found;
        found.push_back(read_envelope(rows));
    }
}

Result<void> park(Database& database, std::int64_t vault, const EnvelopeRow& envelope,
                  const std::string& reason, ByteView bytes) {
    return database.sql().run(
        "INSERT INTO parked (vault, author, sequence, reason, bytes) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        vault, envelope.author, envelope.sequence, reason, bytes);
}

Result<void> drop_parked(Database& database, std::int64_t vault, DeviceId author,
                         std::uint64_t sequence) {
    return database.sql().run(
        "DELETE FROM parked WHERE vault = ? AND author = ? AND sequence = ? AND reason <> ?", vault,
        author, sequence, forked_reason);
}

Result<void> confirm_envelope(Database& database, std::int64_t vault, DeviceId author,
                              std::uint64_t sequence, std::uint64_t position) {
    TRY(
        database.sql().run("UPDATE envelope SET position = ?, state = CASE state WHEN ? THEN ? "
                           "ELSE state END WHERE vault = ? AND author = ? AND sequence = ?",
                           position, static_cast<int>(EnvelopeState::sealed),
                           static_cast<int>(EnvelopeState::stored), vault, author, sequence));
    if (author != database.device()) return {};
    return database.sql().run("DELETE FROM outbox WHERE vault = ? AND sequence = ?", vault,
                              sequence);
}

}  // namespace evenkeel::store
