// A practice in one process: the real server over its real storage, real encrypted profiles, and a
// wire between them that a story can cut, delay or tamper with.
#pragma once

#include "core/base/active_window.h"
#include "sync/client/enrolment.h"
#include "sync/client/sync_turn.h"
#include "sync/server/service.h"
#include "sync/server/sqlite_storage.h"

#include <catch2/catch_test_macros.hpp>

#include <filesystem>
#include <random>

namespace evenkeel::test {

class FrozenClock final : public Clock {
public:
    Instant at{1'800'000'000'000};
    [[nodiscard]] Instant now() const override { return at; }
    [[nodiscard]] std::string zone_name() const override { return "Europe/Berlin"; }
};

class SeededRandom final : public Random {
public:
    void fill(std::span<Byte> target) override {
        for (Byte& byte : target) byte = static_cast<Byte>(engine_());
    }

private:
    std::mt19937_64 engine_{20260101};
};

class NoSecrets final : public SecretStore {
public:
    [[nodiscard]] bool available() const override { return false; }
    Result<std::optional<Bytes>> load(const std::string&) override {
        return std::optional<Bytes>{};
    }
    Result<void> save(const std::string&, ByteView) override { return {}; }
    Result<void> erase(const std::string&) override { return {}; }
};

template <typename T>
T need(Result<T> result) {
    if (!result.ok()) FAIL(result.error().sentence());
    return std::move(result).value();
}
inline void need(const Result<void>& result) {
    if (!result.ok()) FAIL(result.error().sentence());
}
template <typename T>
ErrorCode code_of(const Result<T>& result) {
    REQUIRE(!result.ok());
    return result.error().code();
}

struct World;

// One request at a time, answered at once, unless the story says otherwise.
class Wire final : public client::Transport {
public:
    explicit Wire(World& world) : world_(world) {}
    Result<void> start(Bytes body) override;
    std::optional<Result<client::HttpAnswer>> poll(int wait_ms) override;
    void cancel() override { answer_.reset(); }

private:
    World& world_;
    std::optional<Result<client::HttpAnswer>> answer_;
};

struct World {
    World();
    ~World();

    std::filesystem::path folder;
    FrozenClock clock;
    SeededRandom random;
    NoSecrets secrets;
    BackgroundReminders* background = nullptr;  // what reminds while a window is closed, if any
    ActiveWindow* active_window = nullptr;      // what tells which window is in front, if any
    std::string activitywatch = "http://127.0.0.1:1";  // where nobody listens

    server::Directory directory;
    std::unique_ptr<server::Service> service;
    std::unique_ptr<server::Admission> admission;
    std::string setup_code;

    // What the wire does.
    bool offline = false;
    int drop_responses = 0;  // the server hears the next ones, and its answers are lost
    std::function<void(Bytes& answer)> tamper;
    std::vector<Bytes> requests;  // all that ever reached the server

    [[nodiscard]] client::Connect connect();
    void pass(std::int64_t ms) { clock.at = clock.at + ms; }
    [[nodiscard]] bool was_sent(ByteView needle) const;
};

// A person at one device.
class Someone {
public:
    Someone(World& world, const std::string& name);

    client::Profile& profile() { return *profile_; }
    store::Store& store() { return profile_->store(); }
    client::Identity identity();
    client::Keyring keyring();
    client::SyncReport sync();
    // Closes the profile, as a crash or a restart does, and opens it again.
    void restart();

private:
    World& world_;
    std::string name_;
    std::unique_ptr<client::Profile> profile_;
};

// The practice exists, its admin's device is `admin`.
void found_practice(World& world, Someone& admin);
// `guest` joins by an invite of `host`, and both sync until that is confirmed.
client::Joined bring_in(World& world, Someone& host, Someone& guest, trust::InviteRole role,
                        const std::string& name);

}  // namespace evenkeel::test
