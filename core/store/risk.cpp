#include "core/store/risk.h"

#include "core/codec/entity.h"
#include "core/store/envelope_table.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace evenkeel::store {

namespace {

std::string arrival_name(EntityId id) { return "risk arrived " + to_hex(id); }

// That it was read, by a clinician whose devices are out of the record: nothing new can be added to
// it, and what waits for a person must not wait for ever.
std::string read_here_name(EntityId id) { return "risk read " + to_hex(id); }

Result<void> add_read_here(Store& store, KeptRisk& risk) {
    TRY_ASSIGN(const auto kept, store.value(read_here_name(risk.id)));
    if (!kept) return {};
    auto read = codec::decode_risk_acknowledgement(*kept);
    if (read.ok()) risk.acknowledged.push_back(std::move(read).value());
    return {};
}

Result<std::vector<EntityRow>> rows_of(Store& store, RecordId record, EntityKind kind) {
    return store.list({.record = record,
                       .kind = kind,
                       .day_from = std::nullopt,
                       .day_to = std::nullopt,
                       .subject = std::nullopt,
                       .with_deleted = true,
                       .newest_first = true});
}

Write shared_write(EntityKind kind, Bytes fragment) {
    return {.kind = kind,
            .id = std::nullopt,
            .fragment = std::move(fragment),
            .scope = {},
            .placement = Placement::shared,
            .private_fields = {}};
}

Result<SavedEntry> save(Store& store, RecordId record, Literal name, const When& when,
                        const Write& write) {
    Operation operation(store, record, name, UndoStep::none);
    TRY_ASSIGN(const EntityId id, operation.write(write));
    TRY(operation.commit());
    return SavedEntry{.id = id, .day = when.day, .late = false};
}

// A lost server's successor is sent anew what the old one had confirmed.
Result<bool> waits_in_envelope(Database& database, std::int64_t vault, std::int64_t entity) {
    TRY_ASSIGN(auto rows, database.sql().query(
                              "SELECT contents FROM envelope WHERE vault = ? AND author = ? "
                              "AND position = 0 AND state = ?",
                              vault, database.device(), static_cast<int>(EnvelopeState::sealed)));
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return false;
        TRY_ASSIGN(const auto contents, decode_contents(rows.blob(0)));
        if (std::ranges::find(contents, entity, &Content::entity) != contents.end()) return true;
    }
}

}  // namespace

Result<std::vector<KeptRisk>> read_risks(Store& store, RecordId record) {
    std::map<EntityId, std::vector<RiskAcknowledgement>> said;
    TRY_ASSIGN(const auto replies, rows_of(store, record, EntityKind::risk_acknowledgement));
    for (const EntityRow& row : replies) {
        auto reply = codec::decode_risk_acknowledgement(row.fragment);
        if (reply.ok()) said[reply.value().answer].push_back(std::move(reply).value());
    }
    TRY_ASSIGN(const auto rows, rows_of(store, record, EntityKind::risk_answer));
    std::vector<KeptRisk> risks;
    for (const EntityRow& row : rows) {
        auto answer = codec::decode_risk_answer(row.fragment);
        if (!answer.ok()) continue;  // `history` shows what cannot be read
        KeptRisk kept{.id = row.id,
                      .answer = std::move(answer).value(),
                      .shared = row.has_shared,
                      .acknowledged = std::move(said[row.id])};
        TRY(add_read_here(store, kept));
        std::ranges::sort(kept.acknowledged, [](const auto& left, const auto& right) {
            return std::pair(left.when.instant, left.author) <
                   std::pair(right.when.instant, right.author);
        });
        risks.push_back(std::move(kept));
    }
    return risks;
}

Result<SavedEntry> tell_risk(Store& store, RecordId record, RiskAnswer answer) {
    TRY_ASSIGN(const bool paused, sharing_paused(store, record));
    if (paused) {
        return Error(ErrorCode::refused,
                     "Sharing is paused, so this would not reach anyone; nothing was saved.");
    }
    TRY_ASSIGN(answer.when, entry_when(store, {}));
    TRY(validate(answer));
    return save(store, record, "what was told about safety", answer.when,
                shared_write(EntityKind::risk_answer, codec::encode(answer)));
}

Result<SavedEntry> acknowledge_risk(Store& store, RecordId record,
                                    RiskAcknowledgement acknowledgement) {
    TRY_ASSIGN(const auto row, store.find(record, acknowledgement.answer));
    if (!row || row->kind != static_cast<std::uint32_t>(EntityKind::risk_answer)) {
        return Error(ErrorCode::not_found, "That is not in this client's record.");
    }
    TRY_ASSIGN(acknowledgement.when, entry_when(store, {}));
    TRY(validate(acknowledgement));
    TRY_ASSIGN(const bool has_ended, is_closed(store, record));
    if (has_ended) {
        TRY(store.set_value(read_here_name(acknowledgement.answer),
                            codec::encode(acknowledgement)));
        return SavedEntry{.id = acknowledgement.answer, .day = acknowledgement.when.day};
    }
    return save(store, record, "that somebody read it", acknowledgement.when,
                shared_write(EntityKind::risk_acknowledgement, codec::encode(acknowledgement)));
}

Result<bool> has_left(Store& store, RecordId record, EntityId id) {
    Database& database = store.database();
    TRY_ASSIGN(const auto row, store.find(record, id));
    TRY_ASSIGN(const auto place, database.record(record));
    if (!row || !row->has_shared || !place.own) return false;
    TRY_ASSIGN(const auto entity,
               database.sql().number("SELECT number FROM entity_log WHERE id = ? AND record = ?",
                                     id, place.number));
    if (!entity) return false;
    TRY_ASSIGN(const auto waiting,
               database.sql().number("SELECT count(*) FROM outbox WHERE vault = ? AND entity = ?",
                                     place.own->number, *entity));
    if (waiting.value_or(0) > 0) return false;
    TRY_ASSIGN(const bool waits, waits_in_envelope(database, place.own->number, *entity));
    return !waits;
}

Result<void> note_arrivals(Store& store, RecordId record) {
    TRY_ASSIGN(const auto rows, rows_of(store, record, EntityKind::risk_answer));
    for (const EntityRow& row : rows) {
        const std::string name = arrival_name(row.id);
        TRY_ASSIGN(const auto noted, store.value(name));
        if (noted) continue;
        const std::string now = std::to_string(store.context().clock.now().ms);
        TRY(store.set_value(name, as_bytes(now)));
    }
    return {};
}

Result<std::optional<Instant>> arrival_of(Store& store, EntityId id) {
    TRY_ASSIGN(const auto noted, store.value(arrival_name(id)));
    if (!noted) return std::optional<Instant>();
    const std::string_view text = as_text(*noted);
    Instant instant;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), instant.ms);
    if (read.ec != std::errc{}) return std::optional<Instant>();
    return std::optional(instant);
}

}  // namespace evenkeel::store
