// The encrypted file that holds everything one device may see.
//
// One SQLCipher database in WAL mode with synchronous=FULL: when an operation returns, it is
// durable. All calls of one Store come from one thread at a time. Nothing here knows the network.
//
// The log (deltas, kept per entity, and the raw envelopes that brought them) is the truth; the view
// table that lists and screens read is a projection and can be rebuilt from it.
#pragma once

#include "core/base/ids.h"
#include "core/base/ports.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/delta/hybrid_clock.h"
#include "core/delta/merge.h"
#include "core/domain/kind.h"
#include "core/sql/database.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::store {

using DatabaseKey = ByteArray<32>;

// A record is what one person's entities belong to: named by its care vault (with which the
// client's own device merges the private one), or by a practice or notes vault.
using RecordId = VaultId;

// What the store is handed; all outlive it.
struct Context {
    const Clock& clock;
    Random& random;
    const IdDerivation& ids;
};

// One entity as lists and screens read it.
struct EntityRow {
    RecordId record;
    EntityId id;
    std::uint32_t kind = 0;
    std::optional<Day> day;
    std::optional<Instant> instant;
    std::optional<EntityId> subject;  // the boundary of an answer, the entry a reply is about
    bool deleted = false;
    bool conflict = false;  // a text field has two or more heads; all must be shown
    bool deletion_differs = false;
    bool edited = false;          // some shown value superseded an earlier one
    bool has_private = false;     // some shown value lives in the private vault
    bool has_shared = false;      // some shown value lives in the care (or practice, notes) vault
    DeviceId origin;              // where the entity was first written
    delta::ClockStamp stamp = 0;  // of its first write; orders what was written with what was seen
    Instant created;              // the same as a time, by that device's clock
    Bytes fragment;               // shown values, to be read by core/codec
};

struct ListQuery {
    RecordId record;
    std::optional<EntityKind> kind;
    std::optional<Day> day_from;  // inclusive
    std::optional<Day> day_to;    // inclusive
    std::optional<EntityId> subject;
    bool with_deleted = false;
    bool newest_first = false;
    std::size_t count_max = 100'000;
};

// Unfinished text, by the name it was saved under.
struct SavedDraft {
    std::string name;
    std::string text;
};

// What happened to one field over time, newest first, for `history`.
struct HistoryItem {
    std::uint32_t field = 0;
    Bytes bytes;  // empty: cleared
    Instant when;
    DeviceId origin;
    bool current = false;
    bool private_ = false;
    bool redacted = false;
};

class Database;  // the open file; see core/store/database.h

class Store {
public:
    // Opens the file, creating it if absent, and brings its schema up to date. A wrong key, a
    // damaged file, a newer schema (nothing is written then) and a full disk each have their own
    // error.
    static Result<std::unique_ptr<Store>> open(const std::string& path, const DatabaseKey& key,
                                               Context context);
    ~Store();

    [[nodiscard]] const Context& context() const;
    // The device that writes here; set once at enrolment, changed when a clone gets a new identity.
    [[nodiscard]] DeviceId device() const;
    Result<void> set_device(DeviceId device);

    // Reading. A missing entity is an empty optional; deleted ones are found and marked.
    Result<std::optional<EntityRow>> find(RecordId record, EntityId id);
    Result<std::vector<EntityRow>> list(const ListQuery& query);
    Result<std::vector<HistoryItem>> history(RecordId record, EntityId id);
    Result<delta::EntityView> entity_view(RecordId record, EntityId id);
    Result<delta::EntityLog> entity_log(RecordId record, EntityId id);
    // Finds the entity whose hexadecimal id starts with `prefix` (at least 4 digits), in any
    // record.
    Result<EntityRow> find_by_prefix(const std::string& prefix);

    // The id two devices derive alike for a daily entity.
    [[nodiscard]] EntityId daily_id(RecordId record, EntityKind kind, EntityId subject,
                                    Day day) const;

    // Small named values of the program (settings, keys, sync state), encrypted like all else.
    Result<std::optional<Bytes>> value(const std::string& name);
    Result<void> set_value(const std::string& name, ByteView bytes);
    Result<void> erase_value(const std::string& name);

    // Unfinished text, saved at each pause in typing; local to this device, never a delta.
    Result<void> save_draft(const std::string& name, const std::string& text);
    Result<std::optional<std::string>> draft(const std::string& name);
    // All whose name begins with `prefix`, by name.
    Result<std::vector<SavedDraft>> drafts(const std::string& prefix);

    // Runs `body` in one durable transaction; an error rolls everything back. May be nested: inner
    // ones join the outer.
    Result<void> transaction(const std::function<Result<void>()>& body);

    // While the result lives, all that is read is of one moment, and sooner: a page asks some
    // hundred questions, and each by itself locks the file. No transaction can begin in it.
    Result<sql::Reading> read_at_once();

    // Throws the view table away and builds it again from the log.
    Result<void> rebuild_views();
    // One line per entity of the view table, sorted: for comparing devices and rebuilds in tests.
    Result<std::string> describe_views();

    Database& database() { return *database_; }

private:
    Store(std::unique_ptr<Database> database, Context context);
    std::unique_ptr<Database> database_;
    Context context_;
};

}  // namespace evenkeel::store
