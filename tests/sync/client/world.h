// A practice in one process: the real server over real files, real profiles, and a network between
// them that loses what a test tells it to lose. The clock stands still unless a test moves it.
#pragma once

#include "sync/client/enrolment.h"
#include "sync/client/sync_turn.h"
#include "sync/server/service.h"
#include "sync/trust/request_frame.h"

#include <catch2/catch_test_macros.hpp>

#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <set>

namespace evenkeel::client {

class StoppedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return {world->ms + ahead_ms}; }
    [[nodiscard]] std::string zone_name() const override { return "UTC"; }

    const Instant* world = nullptr;
    std::int64_t ahead_ms = 0;  // this device is wrong by so much
};

class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<Byte> target) override;

private:
    std::uint64_t state_;
};

class MemorySecrets final : public SecretStore {
public:
    [[nodiscard]] bool available() const override { return is_there; }
    Result<std::optional<Bytes>> load(const std::string& name) override;
    Result<void> save(const std::string& name, ByteView secret) override;
    Result<void> erase(const std::string& name) override;

    bool is_there = true;
    std::map<std::string, Bytes> kept;
};

// A folder that is gone when the test is.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string path(const std::string& name) const { return root_ + "/" + name; }

private:
    std::string root_;
};

// The server's own code behind a function call. Its files can be copied, restored and wiped.
class OwnServer {
public:
    OwnServer(std::string folder, Random& random);
    // A new server in a new folder; with a root it replaces a lost one.
    void found(const std::string& folder, const std::optional<trust::RootFingerprint>& root);
    void close();
    void open();
    server::Reply call(ByteView body, Instant now);

    [[nodiscard]] const std::string& folder() const { return folder_; }
    paper::SetupCode setup_code{};

private:
    std::string folder_;
    Random& random_;
    std::unique_ptr<server::Directory> directory_;
    std::unique_ptr<server::Admission> admission_;
    std::unique_ptr<server::Service> service_;
};

enum class Fault {
    none,
    request_lost,
    response_lost,
    pin_mismatch,
    status_401,
    status_413,
    status_503
};

// Calls the server at once; remembers every envelope it was given to send.
class Wire final : public Transport {
public:
    Wire(OwnServer& server, const Instant& now) : server_(server), now_(now) {}
    Result<void> start(Bytes body) override;
    std::optional<Result<HttpAnswer>> poll(int wait_ms) override;
    void cancel() override { answer_.reset(); }

    std::deque<Fault> faults;  // one for each coming request
    // Lets a test change what a turn is answered; for servers that lie.
    std::function<void(wire::TurnResponse&)> tamper;
    // Answers in the server's place, which then hears nothing.
    std::function<std::optional<wire::TurnResponse>(const wire::TurnRequest&)> instead;
    std::vector<Bytes> bodies;
    std::uint64_t last_up = 0;
    std::uint64_t last_down = 0;

private:
    OwnServer& server_;
    const Instant& now_;
    std::optional<Result<HttpAnswer>> answer_;
};

class World;

class Device {
public:
    Device(World& world, const std::string& name);

    void open();
    void close();  // the profile's files may be copied while it is closed
    SyncReport sync();
    // A mood of the own record; its number is what tells entries apart in these stories.
    EntityId log_mood(std::uint32_t mood);
    EntityId log_mood(std::uint32_t mood, VaultId record);
    // All moods of a record, sorted: "1 2 3".
    std::string moods(VaultId record);
    [[nodiscard]] Identity identity();
    [[nodiscard]] store::SyncStore rows() { return store::SyncStore(profile->store()); }

    World& world;
    std::string folder;
    StoppedClock clock;
    SeededRandom random;
    std::unique_ptr<Profile> profile;
    std::unique_ptr<Wire> wire;
    std::unique_ptr<SyncTurn> turn;
};

class World {
public:
    World();
    // A clinician who created the practice, and a client who joined it; both settled.
    void settle();
    // Both until nobody has anything left to say.
    void sync_all();
    // A further device of the same person, let in by `host`.
    std::unique_ptr<Device> add_device(Device& host, const std::string& name);
    // Another profile of an own device: its files as they are now.
    std::unique_ptr<Device> copy(Device& device, const std::string& name);
    Connect connect(Device& device);

    Folder files;
    Instant now{1'747'224'000'000};  // 2025-05-14
    SeededRandom random{7};
    MemorySecrets secrets;
    OwnServer server;
    std::unique_ptr<Device> clinician;
    std::unique_ptr<Device> client;
    VaultId record;  // the client's care vault
};

constexpr const char* passphrase = "a long evening walk";

// Both reports as one line, for messages of failed checks.
std::string describe(const SyncReport& report);

}  // namespace evenkeel::client
