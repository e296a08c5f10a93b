#include "tests/killer/people.h"

#include "core/base/limits.h"
#include "core/store/entries.h"
#include "platform/ports.h"
#include "sync/client/waiting_devices.h"
#include "tests/killer/must.h"

#include <chrono>
#include <thread>

namespace evenkeel::test {

namespace {

constexpr std::int64_t settle_ms_max = 60'000;
constexpr int confirm_rounds_max = 10;

}  // namespace

Instant TestClock::now() const {
    const std::int64_t standing_ms = standing_ms_;
    if (standing_ms != 0) return {standing_ms};
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

Outside::Outside() : random(platform::make_system_random()) {}

ProfileOwner new_profile(Outside& outside, const std::string& folder) {
    return must("make a profile", client::Profile::create(folder, test_passphrase, outside.ports(),
                                                          trust::password_cost_floor));
}

ProfileOwner open_profile(Outside& outside, const std::string& folder) {
    return must("open a profile", client::Profile::open(folder, test_passphrase, outside.ports()));
}

client::Identity identity_of(client::Profile& profile) {
    auto identity = must("read an identity", client::load_identity(profile.store()));
    require(identity.has_value(), "A profile has no identity.");
    return *identity;
}

void found_practice(client::Profile& profile, const RealServer& server) {
    must("found a practice",
         client::create_practice(profile,
                                 {.server = server.address(),
                                  .setup_code = server.setup_code(),
                                  .practice_name = "Harbour Practice",
                                  .clinician_name = "Dr Alma"},
                                 [](const std::string&) { return Result<void>(); }));
    settle(profile);
}

void admit(client::Profile& inviter, client::Profile& joiner, trust::InviteRole role,
           const std::string& name) {
    const auto invite = must("invite", client::issue_invite(inviter, role, name));
    must("join", client::join(joiner, invite.link, name));
    for (int round = 0; round < confirm_rounds_max; ++round) {
        settle(inviter);
        for (const auto& waiting : must("waiting", client::waiting_devices(inviter.store()))) {
            must("let in", client::let_in(inviter.store(), waiting.device));
        }
        settle(inviter);
        settle(joiner);
        if (identity_of(joiner).confirmed) return;
    }
    stop_with("A device joined and was never confirmed.");
}

client::SyncReport settle(client::Profile& profile) {
    const client::Identity identity = identity_of(profile);
    const auto transport = client::make_http_transport(identity.server);
    client::SyncTurn turn(profile, identity, *transport);
    return settle(turn, profile.ports().clock);
}

client::SyncReport settle(client::SyncTurn& turn, const Clock& clock) {
    turn.hurry(clock.now());
    const auto report = must("sync", turn.run_until_settled(settle_ms_max));
    std::string notices;
    for (const std::string& notice : report.notices) notices += " " + notice;
    require(report.state == client::SyncState::settled,
            "A device does not settle: " + report.why + notices);
    require(report.pending == 0,
            std::to_string(report.pending) + " entries wait on a settled device." + notices);
    return report;
}

EntityId log_rating(client::Profile& profile, VaultId record, const std::string& note,
                    std::uint64_t mood, const std::vector<std::string>& tags,
                    store::Placement placement) {
    MoodEntry entry;
    entry.mood = Rating(static_cast<std::uint32_t>(mood));
    for (const std::string& tag : tags) entry.tags.emplace_back(tag);
    entry.note = PhiText(note);
    const std::int64_t minute =
        profile.ports().clock.now().ms / ms_per_minute % limits::day_minutes_max;
    const store::EntryTime when{.minute = static_cast<std::int32_t>(minute)};
    const store::Privacy privacy{.entry = placement, .note = placement};
    return must("log a mood", store::log_mood(profile.store(), record, when, entry, privacy)).id;
}

}  // namespace evenkeel::test
