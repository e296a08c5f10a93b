// Profiles of the real client libraries, inside this process, at a real server.
#pragma once

#include "core/store/operation.h"
#include "sync/client/enrolment.h"
#include "sync/client/sync_turn.h"
#include "tests/killer/real_server.h"

#include <atomic>
#include <memory>
#include <string>
#include <vector>

namespace evenkeel::test {

// The system's clock, which may be told to stand at another moment.
class TestClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
    [[nodiscard]] std::string zone_name() const override { return "UTC"; }
    void stand_at(Instant moment) { standing_ms_ = moment.ms; }
    void go_on() { standing_ms_ = 0; }

private:
    std::atomic<std::int64_t> standing_ms_ = 0;
};

// As on a machine without a key store: the passphrase alone protects the profile.
class NoSecrets final : public SecretStore {
public:
    [[nodiscard]] bool available() const override { return false; }
    Result<std::optional<Bytes>> load(const std::string&) override {
        return std::optional<Bytes>();
    }
    Result<void> save(const std::string&, ByteView) override { return {}; }
    Result<void> erase(const std::string&) override { return {}; }
};

struct Outside {
    Outside();
    TestClock clock;
    std::unique_ptr<Random> random;
    NoSecrets secrets;
    client::Ports ports() { return {.clock = clock, .random = *random, .secrets = secrets}; }
};

using ProfileOwner = std::unique_ptr<client::Profile>;

constexpr const char* test_passphrase = "quiet water under the keel";

// Argon2id at its floor; encryption, signatures and durability are as in the product.
ProfileOwner new_profile(Outside& outside, const std::string& folder);
ProfileOwner open_profile(Outside& outside, const std::string& folder);
client::Identity identity_of(client::Profile& profile);

void found_practice(client::Profile& profile, const RealServer& server);
// Invites, joins, confirms, and goes on until the joiner has seen that it is confirmed.
void admit(client::Profile& inviter, client::Profile& joiner, trust::InviteRole role,
           const std::string& name);

// Turns until settled with nothing pending; anything else stops the test.
client::SyncReport settle(client::Profile& profile);
client::SyncReport settle(client::SyncTurn& turn, const Clock& clock);

// One momentary rating with a note of its own, as the programs log it.
EntityId log_rating(client::Profile& profile, VaultId record, const std::string& note,
                    std::uint64_t mood, const std::vector<std::string>& tags,
                    store::Placement placement);

}  // namespace evenkeel::test
