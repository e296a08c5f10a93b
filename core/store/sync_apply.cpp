// The way in: pages of received envelopes, and what waited and may now be merged.
#include "core/codec/entity_log.h"
#include "core/store/changes.h"
#include "core/store/merging.h"

#include <map>

namespace evenkeel::store {

namespace {

// R1: an envelope that is here already is only told its position.
Result<void> keep_envelope(Database& database, const VaultPlace& vault, const EnvelopeRow& row,
                           const DeltaNames& names, const Merging& merging) {
    TRY_ASSIGN(const auto known, find_envelope(database, vault.number, row.author, row.sequence));
    if (known && known->hash != row.hash) {
        return park(database, vault.number, row, std::string(forked_reason), row.bytes);
    }
    if (known)
        return confirm_envelope(database, vault.number, row.author, row.sequence, row.position);
    EnvelopeRow kept = row;
    if (kept.state == EnvelopeState::sealed) kept.state = EnvelopeState::stored;
    return insert_envelope(database, vault.number, kept, merging.contents_of(names));
}

struct Waiting {
    std::int64_t vault = 0;
    delta::Delta delta;
};

Result<std::vector<Waiting>> read_waiting(sql::Statement rows) {
    std::vector<Waiting> found;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        TRY_ASSIGN(auto delta, codec::decode_delta(rows.blob(1)));
        found.push_back({rows.integer(0), std::move(delta)});
    }
}

enum class Deletions { asked_about, confirmed };

// Merges what waited, vault by vault; the rows come ordered by vault.
Result<ApplySummary> merge_waiting(Database& database, std::vector<Waiting> waiting,
                                   Deletions deletions) {
    ApplySummary total;
    for (std::size_t i = 0; i < waiting.size();) {
        const std::int64_t number = waiting[i].vault;
        TRY_ASSIGN(const auto vault, database.vault(number));
        TRY_ASSIGN(const auto record, database.record(vault.record));
        Merging merging(database, vault, record);
        for (; i < waiting.size() && waiting[i].vault == number; ++i) {
            merging.take_checked(std::move(waiting[i].delta));
        }
        if (deletions == Deletions::asked_about) TRY(merging.hold_deletions());
        TRY(merging.merge());
        total += merging.summary();
    }
    return total;
}

Result<std::size_t> count_of(Database& database, Literal sql) {
    TRY_ASSIGN(const auto count, database.sql().number(sql));
    return static_cast<std::size_t>(count.value_or(0));
}

// What the person decided about one entity: a deletion they confirmed can be undone, one they
// refused is answered by writing everything again, so that all devices agree.
Result<MaybeChange> answer_one(Database& database, const Waiting& held, bool apply) {
    TRY_ASSIGN(const auto vault, database.vault(held.vault));
    TRY_ASSIGN(const auto record, database.record(vault.record));
    if (!apply) return apply_restoring(database, record, held.delta.entity);
    return MaybeChange(Change{.type = ChangeType::removed,
                              .id = held.delta.entity,
                              .kind = held.delta.kind,
                              .fields = {}});
}

Result<void> answer_held(Database& database, bool apply) {
    TRY_ASSIGN(auto rows, database.sql().query("SELECT vault, delta FROM held_deletion "
                                               "ORDER BY vault, number"));
    TRY_ASSIGN(const auto held, read_waiting(std::move(rows)));
    TRY(merge_waiting(database, held, Deletions::confirmed));
    TRY(database.sql().run("DELETE FROM held_deletion"));
    std::map<std::int64_t, std::vector<Change>> changes;  // by record
    for (const auto& one : held) {
        TRY_ASSIGN(auto change, answer_one(database, one, apply));
        TRY_ASSIGN(const auto vault, database.vault(one.vault));
        if (change && apply) changes[vault.record].push_back(*std::move(change));
    }
    for (const auto& [number, made] : changes) {
        TRY_ASSIGN(const auto record, database.record(number));
        TRY(keep_undo_step(database, record, "deletions from another device", made));
    }
    return {};
}

}  // namespace

Result<ApplySummary> SyncStore::apply_page(VaultId id, std::vector<Received> page,
                                           std::uint64_t cursor, const Hash32& chain,
                                           Instant server_time) {
    Database& database = store_.database();
    ApplySummary summary;
    const auto apply = [&]() -> Result<void> {
        TRY_ASSIGN(const auto vault, database.vault(id));
        TRY_ASSIGN(const auto record, database.record(vault.record));
        Merging merging(database, vault, record);
        std::vector<DeltaNames> names;
        names.reserve(page.size());
        for (auto& received : page) {
            TRY_ASSIGN(names.emplace_back(), merging.take(received, server_time));
        }
        TRY(merging.hold_deletions());
        TRY(merging.merge());
        for (std::size_t i = 0; i < page.size(); ++i) {
            TRY(keep_envelope(database, vault, page[i].envelope, names[i], merging));
        }
        summary = merging.summary();
        return database.sql().run("UPDATE vault SET cursor = ?, chain = ? WHERE number = ?", cursor,
                                  chain, vault.number);
    };
    TRY(store_.transaction(apply));
    return summary;
}

Result<ApplySummary> SyncStore::release_quarantined(Instant server_time) {
    Database& database = store_.database();
    ApplySummary summary;
    TRY_ASSIGN(const auto due, database.sql().number("SELECT 1 FROM quarantine WHERE due_ms <= ? "
                                                     "LIMIT 1",
                                                     server_time.ms));
    if (!due) return summary;
    const auto release = [&]() -> Result<void> {
        TRY_ASSIGN(auto rows, database.sql().query("SELECT vault, delta FROM quarantine "
                                                   "WHERE due_ms <= ? ORDER BY vault, number",
                                                   server_time.ms));
        TRY_ASSIGN(auto waiting, read_waiting(std::move(rows)));
        TRY(database.sql().run("DELETE FROM quarantine WHERE due_ms <= ?", server_time.ms));
        TRY_ASSIGN(summary, merge_waiting(database, std::move(waiting), Deletions::asked_about));
        return {};
    };
    TRY(store_.transaction(release));
    return summary;
}

Result<void> SyncStore::answer_held_deletions(bool apply) {
    return store_.transaction([&] { return answer_held(store_.database(), apply); });
}

Result<std::size_t> SyncStore::held_deletions() {
    return count_of(store_.database(), "SELECT count(*) FROM held_deletion");
}

Result<std::size_t> SyncStore::quarantined_count() {
    return count_of(store_.database(), "SELECT count(*) FROM quarantine");
}

Result<std::optional<Instant>> SyncStore::quarantined_until() {
    TRY_ASSIGN(const auto due_ms,
               store_.database().sql().number("SELECT max(due_ms) FROM quarantine "
                                              "HAVING count(*) > 0"));
    return due_ms ? std::optional(Instant{*due_ms}) : std::nullopt;
}

}  // namespace evenkeel::store
