// The open file: its connection, this device's identity and clock, and the places of records and
// vaults in it. For the code of this folder; others use Store and SyncStore.
#pragma once

#include "core/sql/database.h"
#include "core/store/store.h"

namespace evenkeel::store {

struct VaultPlace {
    std::int64_t number = 0;
    VaultId id;
    delta::VaultType type = delta::VaultType::care;
    std::int64_t record = 0;
    bool closed = false;
    Instant added;
};

struct RecordPlace {
    std::int64_t number = 0;
    RecordId id;
    bool sharing_paused = false;
    std::optional<VaultPlace> own;       // care, practice or notes
    std::optional<VaultPlace> private_;  // only on the client's own devices

    // Where a value goes; without a private vault everything goes to the record's own.
    [[nodiscard]] const VaultPlace& vault_for(bool is_private) const {
        return is_private && private_ ? *private_ : *own;
    }
    [[nodiscard]] const VaultPlace* vault_of(delta::VaultType type) const {
        if (type == delta::VaultType::private_) return private_ ? &*private_ : nullptr;
        return own ? &*own : nullptr;
    }
};

class Database {
public:
    static Result<std::unique_ptr<Database>> open(const std::string& path, const DatabaseKey& key,
                                                  const Context& context);

    [[nodiscard]] sql::Connection& sql() { return *connection_; }
    [[nodiscard]] const Context& context() const { return context_; }
    [[nodiscard]] DeviceId device() const { return device_; }
    Result<void> set_device(DeviceId device);

    // One durable transaction; inside another one a savepoint. An error rolls back what `body` did.
    Result<void> transaction(const std::function<Result<void>()>& body);

    // Stamps of the persisted clock. `accepted` ones were not too far ahead when a server last told
    // its time (core/store/wrong_clock.h).
    Result<delta::ClockStamp> next_stamp();
    Result<void> observe(delta::ClockStamp accepted);
    Result<delta::Stamp> stamp();

    // A record that is not here, or has no vault yet, is refused.
    Result<RecordPlace> record(RecordId id);
    Result<RecordPlace> record(std::int64_t number);
    Result<std::optional<RecordPlace>> find_record(RecordId id);
    Result<std::optional<VaultPlace>> find_vault(VaultId id);
    Result<VaultPlace> vault(VaultId id);
    Result<VaultPlace> vault(std::int64_t number);

private:
    Database(std::unique_ptr<sql::Connection> connection, const Context& context)
        : connection_(std::move(connection)), context_(context) {}
    Result<void> read_device();
    Result<delta::ClockStamp> next_stamp_at(Instant now);

    std::unique_ptr<sql::Connection> connection_;
    Context context_;
    DeviceId device_;
};

}  // namespace evenkeel::store
