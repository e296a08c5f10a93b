// What was set aside, and reading it again.
#include "core/store/merging.h"

namespace evenkeel::store {

Result<std::vector<std::string>> SyncStore::parked_reasons() {
    TRY_ASSIGN(auto rows,
               store_.database().sql().query("SELECT reason FROM parked ORDER BY number"));
    std::vector<std::string> reasons;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return reasons;
        reasons.emplace_back(rows.text(0));
    }
}

// An envelope that is forked is not the one that is held here.
Result<std::vector<SyncStore::EnvelopeName>> SyncStore::parked_envelopes() {
    TRY_ASSIGN(auto rows, store_.database().sql().query(
                              "SELECT v.id, e.author, e.sequence, e.hash FROM envelope e "
                              "JOIN vault v ON v.number = e.vault WHERE EXISTS (SELECT 1 "
                              "FROM parked p WHERE p.vault = e.vault AND p.author = e.author "
                              "AND p.sequence = e.sequence AND p.reason <> ?) ORDER BY e.number",
                              forked_reason));
    std::vector<EnvelopeName> names;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return names;
        names.push_back({.vault = rows.id<VaultId>(0),
                         .author = rows.id<DeviceId>(1),
                         .sequence = rows.unsigned_integer(2),
                         .hash = rows.hash(3)});
    }
}

Result<Received> SyncStore::parked(const EnvelopeName& name) {
    TRY_ASSIGN(auto row, envelope(name.vault, name.author, name.sequence));
    if (!row) return Error(ErrorCode::not_found, "That envelope is not here.");
    Received found{.envelope = *std::move(row)};
    TRY_ASSIGN(auto rows, store_.database().sql().query(
                              "SELECT p.bytes, p.reason FROM parked p JOIN vault v "
                              "ON v.number = p.vault WHERE v.id = ? AND p.author = ? "
                              "AND p.sequence = ? AND p.reason <> ? ORDER BY p.number",
                              name.vault, name.author, name.sequence, forked_reason));
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.parked.push_back({to_bytes(rows.blob(0)), std::string(rows.text(1))});
    }
}

namespace {

// So that taking a value back finds the envelope. A stub has nothing in it any more.
Result<void> add_contents(Database& database, std::int64_t vault, const EnvelopeRow& envelope,
                          const std::vector<Content>& contents) {
    if (contents.empty()) return {};
    return database.sql().run(
        "UPDATE envelope SET contents = CAST(contents || ? AS BLOB) WHERE vault = ? "
        "AND author = ? AND sequence = ? AND state NOT IN (?, ?)",
        encode_contents(contents), vault, envelope.author, envelope.sequence,
        static_cast<int>(EnvelopeState::voided), static_cast<int>(EnvelopeState::redacted));
}

}  // namespace

Result<ApplySummary> SyncStore::apply_again(Received again, Instant server_time) {
    Database& database = store_.database();
    const EnvelopeRow& envelope = again.envelope;
    ApplySummary summary;
    const auto apply = [&]() -> Result<void> {
        TRY_ASSIGN(const auto vault, database.vault(envelope.vault));
        TRY_ASSIGN(const auto record, database.record(vault.record));
        TRY(drop_parked(database, vault.number, envelope.author, envelope.sequence));
        Merging merging(database, vault, record);
        TRY_ASSIGN(const DeltaNames names, merging.take(again, server_time));
        TRY(merging.hold_deletions());
        TRY(merging.merge());
        summary = merging.summary();
        return add_contents(database, vault.number, envelope, merging.contents_of(names));
    };
    TRY(store_.transaction(apply));
    return summary;
}

}  // namespace evenkeel::store
