// A small practice for the server's tests: a frozen clock, seeded randomness, real keys, real
// rosters and envelopes, and a real service over SQLite files in a folder of its own.
#pragma once

#include "sync/server/service.h"
#include "sync/server/sqlite_storage.h"
#include "sync/trust/invite.h"
#include "sync/trust/log_object.h"
#include "sync/trust/recovery.h"

#include <functional>
#include <map>
#include <memory>

namespace evenkeel::server {

class TestClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return now_; }
    [[nodiscard]] std::string zone_name() const override { return "UTC"; }
    void advance(std::int64_t ms) { now_ = now_ + ms; }

private:
    Instant now_{1'700'000'000'000};
};

class SeededRandom final : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<Byte> target) override;

private:
    std::uint64_t state_;
};

// A folder under the system's temporary one, gone at the end.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
};

struct TestVault {
    VaultId id;
    std::vector<Bytes> rosters;  // all, signed
    trust::VaultRoster roster;   // the newest
    std::vector<trust::EpochKey> keys;
};

struct TestDevice {
    UserId user;
    trust::DeviceKeys keys;
    std::uint64_t counter = 0;
    struct Written {
        std::uint64_t sequence = 0;
        Hash32 hash{};
    };
    std::map<VaultId, Written> heads;
    // What its turns say besides what a test puts in: all its vaults, at position 0 unless set.
    std::vector<wire::VaultCursor> cursors;
};

// Signs the objects of a practice; knows no server.
class Notary {
public:
    explicit Notary(std::uint64_t seed = 7);

    TestDevice device(UserId user = {});  // none: a new user
    TestVault care_vault(TestDevice& client);
    TestVault private_vault(TestDevice& client);
    TestVault notes_vault(TestDevice& clinician, VaultId id);
    // A next roster: whoever `change` puts in or takes out.
    Bytes next_roster(TestVault& vault, const TestDevice& author,
                      const std::function<void(trust::VaultRoster&)>& change);
    // The same without taking it as the newest.
    Bytes propose_roster(const TestVault& vault, const TestDevice& author,
                         const std::function<void(trust::VaultRoster&)>& change);
    Bytes next_staff(const std::function<void(trust::StaffRoster&)>& change);
    trust::VaultMember clinician_member(const TestDevice& device) const;

    // Seals the next envelope of the device's chain in the vault; `bytes` long inside.
    Bytes envelope(TestDevice& device, const TestVault& vault, std::size_t bytes = 100);
    Bytes redaction(const TestDevice& signer, ByteView envelope);
    Bytes void_mark(const TestDevice& signer, ByteView envelope);

    trust::RecoveryKeys recovery;
    TestDevice admin;
    std::vector<Bytes> staff_chain;
    trust::StaffRoster staff;
    SeededRandom random;

private:
    TestVault found(TestDevice& client, trust::VaultType type);
};

class TestServer {
public:
    explicit TestServer(const std::string& folder,
                        const std::optional<trust::RootFingerprint>& root = std::nullopt,
                        const RateLimits& rates = plenty());
    static RateLimits plenty();

    // Sets the practice up with its first staff roster.
    std::uint32_t set_up(const Notary& notary);
    // A client joins through a real invite offered by the admin; its care vault is born.
    void join(Notary& notary, const InviteId& invite, const TestVault& care);

    Reply post(ByteView body, const std::string& network = "net");
    Reply post_turn(const Notary& notary, TestDevice& device, wire::TurnRequest request);
    // Requires 200.
    wire::TurnResponse turn(const Notary& notary, TestDevice& device,
                            wire::TurnRequest request = {});
    wire::SimpleAnswer call(const Bytes& body);
    void reopen();  // as after a restart
    Storage& storage() { return service_->storage(); }

    TestClock clock;

private:
    std::string folder_;
    RateLimits rates_;
    paper::SetupCode code_{};
    std::unique_ptr<Directory> directory_;
    std::unique_ptr<Service> service_;
    std::unique_ptr<Admission> admission_;
};

// A practice with one client whose care vault holds the client's and the admin's device.
struct Practice {
    Practice();
    ScratchFolder folder;
    Notary notary;
    TestServer server{folder.path()};
    TestDevice client;
    TestVault care;
    TestDevice& admin = notary.admin;
};

// "refused CODE detail" and "stored SEQUENCE at POSITION xCOUNT" lines, for tests that compare
// text.
std::string text_of(const wire::TurnResponse& response);

}  // namespace evenkeel::server
