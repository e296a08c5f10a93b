// Devices with a real encrypted store and frozen ports.
#pragma once

#include "core/codec/entity.h"
#include "core/store/operation.h"
#include "core/store/store.h"
#include "core/store/sync_store.h"

#include <filesystem>
#include <random>

namespace evenkeel::test {

class FrozenClock : public Clock {
public:
    Instant time{1'767'225'600'000};  // 2026-01-01T00:00Z
    [[nodiscard]] Instant now() const override { return time; }
    [[nodiscard]] std::string zone_name() const override { return "UTC"; }
};

class SeededRandom : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
    void fill(std::span<Byte> target) override {
        for (Byte& byte : target) byte = static_cast<Byte>(engine_());
    }

private:
    std::mt19937_64 engine_;
};

// No cryptography: only the same bytes for the same name.
class PlainIds : public IdDerivation {
public:
    [[nodiscard]] ByteArray<16> derive(ByteView name) const override;
};

// A folder of its own, gone at the end.
class TempFolder {
public:
    TempFolder();
    ~TempFolder();
    [[nodiscard]] std::string file(const std::string& name) const {
        return (path_ / name).string();
    }

private:
    std::filesystem::path path_;
};

// Asserts inside a test that there is a value, and gives it.
template <typename T>
T must(Result<T> result) {
    if (!result.ok()) throw std::runtime_error(result.error().sentence());
    return std::move(result).value();
}
inline void must(Result<void> result) {
    if (!result.ok()) throw std::runtime_error(result.error().sentence());
}

store::DatabaseKey test_key(Byte first = 7);

enum class Part { client, clinician };

const VaultId care_vault{ByteArray<16>{1}};
const VaultId private_vault{ByteArray<16>{2}};

class Device {
public:
    // `number` names the device and seeds its randomness.
    Device(std::uint64_t number, Part part, const std::string& path = ":memory:");

    store::Store& store() { return *store_; }
    store::SyncStore sync() { return store::SyncStore(*store_); }
    void close() { store_.reset(); }
    void reopen();
    // Becomes a new device with an empty store, in a fraction of the time that opening one takes.
    void start_over(std::uint64_t number, Part part);

    // One mood entry or journal page; edits when `id` is given.
    EntityId mood(std::uint32_t value, std::optional<EntityId> id = {},
                  store::Placement placement = store::Placement::shared);
    EntityId page(const std::string& text, std::optional<EntityId> id = {},
                  store::Placement placement = store::Placement::shared);
    void remove(EntityId id);
    void share(EntityId id);
    void unshare(EntityId id);

    // "mood 7", "text one | two" (a conflict), "deleted mood 7", "nothing".
    std::string say(EntityId id);
    store::EntityRow row(EntityId id);
    std::string all() { return must(store_->describe_views()); }

    FrozenClock clock;

private:
    void open();
    void enrol(Part part);
    std::string path_;
    SeededRandom random_;
    PlainIds ids_;
    std::unique_ptr<store::Store> store_;
};

Bytes mood_fragment(std::uint32_t value, Instant now);
Bytes page_fragment(const std::string& text, Instant now);

}  // namespace evenkeel::test
