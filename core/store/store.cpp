#include "core/store/store.h"

#include "core/store/entity_table.h"

namespace evenkeel::store {

Store::Store(std::unique_ptr<Database> database, Context context)
    : database_(std::move(database)), context_(context) {}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const std::string& path, const DatabaseKey& key,
                                           Context context) {
    TRY_ASSIGN(auto database, Database::open(path, key, context));
    return std::unique_ptr<Store>(new Store(std::move(database), context));
}

const Context& Store::context() const { return context_; }

DeviceId Store::device() const { return database_->device(); }

Result<void> Store::set_device(DeviceId device) {
    return transaction([&] { return database_->set_device(device); });
}

Result<std::optional<EntityRow>> Store::find(RecordId record, EntityId id) {
    TRY_ASSIGN(const auto place, database_->find_record(record));
    if (!place) return std::optional<EntityRow>();
    return find_row(*database_, *place, id);
}

Result<std::vector<EntityRow>> Store::list(const ListQuery& query) {
    TRY_ASSIGN(const auto place, database_->find_record(query.record));
    if (!place) return std::vector<EntityRow>();
    return list_rows(*database_, *place, query);
}

Result<delta::EntityLog> Store::entity_log(RecordId record, EntityId id) {
    TRY_ASSIGN(const auto place, database_->find_record(record));
    if (!place) return delta::EntityLog();
    TRY_ASSIGN(auto entity, load_entity(*database_, place->number, id));
    return std::move(entity.log);
}

Result<delta::EntityView> Store::entity_view(RecordId record, EntityId id) {
    TRY_ASSIGN(const auto log, entity_log(record, id));
    return delta::view(log);
}

Result<std::vector<HistoryItem>> Store::history(RecordId record, EntityId id) {
    TRY_ASSIGN(const auto view, entity_view(record, id));
    std::vector<HistoryItem> items;
    for (const auto& field : view.fields) {
        const auto add = [&](const delta::Value& value, bool current) {
            items.push_back({.field = field.number,
                             .bytes = value.bytes,
                             .when = {delta::stamp_ms(value.clock)},
                             .origin = value.origin,
                             .current = current,
                             .private_ = value.vault == delta::VaultType::private_,
                             .redacted = value.redacted});
        };
        for (const auto& value : field.heads) add(value, &value == &field.heads.front());
        for (const auto& value : field.history) add(value, false);
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const HistoryItem& a, const HistoryItem& b) { return a.when > b.when; });
    return items;
}

// Ids are compared as bytes, so a prefix is a range; an odd last digit makes it sixteen wide.
Result<EntityRow> Store::find_by_prefix(const std::string& prefix) {
    constexpr std::size_t digits_min = 4;
    constexpr std::size_t digits_max = 32;
    const bool fits = prefix.size() >= digits_min && prefix.size() <= digits_max;
    const auto padded = [&](char digit) {
        return from_hex(prefix + std::string(digits_max - prefix.size(), digit));
    };
    const auto low = fits ? padded('0') : std::nullopt;
    const auto high = fits ? padded('f') : std::nullopt;
    if (!low || !high) {
        return Error(ErrorCode::invalid_input,
                     "An id has at least four of the digits 0-9 and a-f.");
    }
    TRY_ASSIGN(auto rows, database_->sql().query("SELECT id, record FROM entity_log "
                                                 "WHERE id BETWEEN ? AND ? LIMIT 2",
                                                 *low, *high));
    TRY_ASSIGN(const bool found, rows.step());
    if (!found) return Error(ErrorCode::not_found, "No entry has an id that starts like that.");
    const auto id = rows.id<EntityId>(0);
    const std::int64_t record = rows.integer(1);
    TRY_ASSIGN(const bool another, rows.step());
    if (another) {
        return Error(ErrorCode::invalid_input,
                     "More than one entry has an id that starts like that; give more digits.");
    }
    TRY_ASSIGN(const auto place, database_->record(record));
    TRY_ASSIGN(auto row, find_row(*database_, place, id));
    if (!row) return Error(ErrorCode::not_found, "No entry has an id that starts like that.");
    return *std::move(row);
}

EntityId Store::daily_id(RecordId record, EntityKind kind, EntityId subject, Day day) const {
    Bytes name = to_bytes(as_bytes("evenkeel daily entry 1"));
    append(name, record.view());
    append_big_endian(name, static_cast<std::uint32_t>(kind));
    append(name, subject.view());
    append_big_endian(name, static_cast<std::uint32_t>(day.number));
    return EntityId{context_.ids.derive(name)};
}

Result<std::optional<Bytes>> Store::value(const std::string& name) {
    TRY_ASSIGN(auto row, database_->sql().query("SELECT bytes FROM value WHERE name = ?", name));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return std::optional<Bytes>();
    return std::optional(to_bytes(row.blob(0)));
}

Result<void> Store::set_value(const std::string& name, ByteView bytes) {
    return database_->sql().run(
        "INSERT INTO value (name, bytes) VALUES (?1, ?2) "
        "ON CONFLICT (name) DO UPDATE SET bytes = ?2",
        name, bytes);
}

Result<void> Store::erase_value(const std::string& name) {
    return database_->sql().run("DELETE FROM value WHERE name = ?", name);
}

// No text is no draft.
Result<void> Store::save_draft(const std::string& name, const std::string& text) {
    if (text.empty()) return database_->sql().run("DELETE FROM draft WHERE name = ?", name);
    return database_->sql().run(
        "INSERT INTO draft (name, text) VALUES (?1, ?2) "
        "ON CONFLICT (name) DO UPDATE SET text = ?2",
        name, text);
}

Result<std::optional<std::string>> Store::draft(const std::string& name) {
    TRY_ASSIGN(auto row, database_->sql().query("SELECT text FROM draft WHERE name = ?", name));
    TRY_ASSIGN(const bool found, row.step());
    if (!found) return std::optional<std::string>();
    return std::optional(std::string(row.text(0)));
}

Result<std::vector<SavedDraft>> Store::drafts(const std::string& prefix) {
    TRY_ASSIGN(auto rows, database_->sql().query("SELECT name, text FROM draft "
                                                 "WHERE substr(name, 1, length(?1)) = ?1 "
                                                 "ORDER BY name",
                                                 prefix));
    std::vector<SavedDraft> found;
    while (true) {
        TRY_ASSIGN(const bool more, rows.step());
        if (!more) return found;
        found.push_back({.name = std::string(rows.text(0)), .text = std::string(rows.text(1))});
    }
}

Result<sql::Reading> Store::read_at_once() { return sql::Reading::begin(database_->sql()); }

Result<void> Store::transaction(const std::function<Result<void>()>& body) {
    return database_->transaction(body);
}

Result<void> Store::rebuild_views() {
    return transaction([&] { return rebuild_all(*database_); });
}

Result<std::string> Store::describe_views() { return describe_all(*database_); }

}  // namespace evenkeel::store
