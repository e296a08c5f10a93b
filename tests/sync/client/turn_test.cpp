// Stories of single turns between a client, a clinician and the real server.
#include "sync/client/waiting_devices.h"
#include "sync/trust/envelope.h"
#include "sync/trust/request_frame.h"
#include "tests/sync/client/world.h"

namespace evenkeel::client {
namespace {

// The request inside a turn's frame, as the server reads it.
wire::TurnRequest request_in(const Bytes& body) {
    return wire::parse_turn_request(trust::parse_frame(body).value().payload).value();
}

TEST_CASE("an entry written offline reaches the clinician, and sent is said only then") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.wire->faults = {Fault::request_lost};
    client.log_mood(4);
    const SyncReport offline = client.sync();
    INFO(describe(offline));
    CHECK(offline.state == SyncState::offline);
    CHECK(offline.pending == 1);
    CHECK(world.clinician->moods(world.record).empty());

    const SyncReport sent = client.sync();
    INFO(describe(sent));
    CHECK(sent.state == SyncState::settled);
    CHECK(sent.pending == 0);
    CHECK(sent.sent - offline.sent == 1);
    world.clinician->sync();
    CHECK(world.clinician->moods(world.record) == "4");
}

TEST_CASE("R1: an answer that is lost changes nothing, however often it is lost") {
    World world;
    world.settle();
    world.client->log_mood(5);
    world.client->wire->faults = {Fault::response_lost};
    CHECK(world.client->sync().pending == 1);
    world.client->wire->faults = {Fault::response_lost};
    CHECK(world.client->sync().pending == 1);
    CHECK(world.client->sync().state == SyncState::settled);
    world.sync_all();
    CHECK(world.clinician->moods(world.record) == "5");
    CHECK(world.client->moods(world.record) == "5");
}

TEST_CASE("R11: every try sends the same envelope bytes") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.wire->bodies.clear();
    client.log_mood(6);
    for (int i = 0; i < 20; ++i) {
        client.wire->faults = {i % 2 == 0 ? Fault::request_lost : Fault::response_lost};
        client.sync();
        if (i == 10) client.log_mood(7);
    }
    client.sync();
    std::map<std::pair<VaultId, std::uint64_t>, std::set<Bytes>> seen;
    for (const Bytes& body : client.wire->bodies) {
        for (const Bytes& envelope : request_in(body).envelopes) {
            const auto header = trust::parse_envelope(envelope).value().header();
            seen[{header.vault, header.sequence}].insert(envelope);
        }
    }
    CHECK(seen.size() == 2);
    for (const auto& [name, bytes] : seen) CHECK(bytes.size() == 1);
}

TEST_CASE("whoever was offline for long sends in one turn, in envelopes that are full") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.wire->bodies.clear();
    const auto log_all = [&]() -> Result<void> {
        for (std::uint32_t i = 0; i < 2'500; ++i) client.log_mood(i % 11);
        return {};
    };
    REQUIRE(client.profile->store().transaction(log_all).ok());
    CHECK(client.sync().state == SyncState::settled);

    std::vector<std::size_t> sizes;
    for (const Bytes& body : client.wire->bodies) {
        for (const Bytes& envelope : request_in(body).envelopes) sizes.push_back(envelope.size());
    }
    REQUIRE(sizes.size() > 1);
    sizes.pop_back();
    for (const std::size_t size : sizes) CHECK(size > trust::envelope_plain_bytes_max * 9 / 10);
    world.clinician->sync();
    CHECK(world.clinician->moods(world.record) == client.moods(world.record));
}

TEST_CASE("a try without news repeats the frame byte for byte") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(6);
    client.turn->hurry(world.now);
    client.wire->faults = {Fault::request_lost};
    client.wire->bodies.clear();
    REQUIRE(client.turn->tick(world.now).ok());
    world.now = client.turn->next_deadline();
    REQUIRE(client.turn->tick(world.now).ok());
    REQUIRE(client.wire->bodies.size() == 2);
    CHECK(client.wire->bodies[0] == client.wire->bodies[1]);
}

TEST_CASE("R15: a device is not sent what it pushed itself") {
    World world;
    world.settle();
    Device& client = *world.client;
    for (std::uint32_t i = 0; i < 200; ++i) client.log_mood(i % 11);
    client.sync();
    client.sync();
    CHECK(client.wire->last_down < 2'000);
    world.clinician->sync();
    CHECK(world.clinician->moods(world.record) == client.moods(world.record));
}

TEST_CASE("R16: an idle turn costs at most 400 bytes of body each way") {
    World world;
    world.settle();
    world.client->sync();
    world.client->sync();
    CHECK(world.client->wire->last_up <= 400);
    CHECK(world.client->wire->last_down <= 400);
    const auto vaults = world.client->rows().vaults().value().size();
    WARN("idle turn of a client with " << vaults << " vaults: " << world.client->wire->last_up
                                       << " B up, " << world.client->wire->last_down << " B down");
}

TEST_CASE("R12: an entry pushed a month late is all that the others get") {
    World world;
    world.settle();
    world.client->log_mood(3);
    world.now = world.now + 30 * ms_per_day;
    world.clinician->sync();
    world.client->log_mood(9);
    world.client->sync();
    const auto before = world.clinician->turn->report().received;
    world.clinician->sync();
    CHECK(world.clinician->turn->report().received - before == 2);
    CHECK(world.clinician->wire->last_down < 1'500);
    CHECK(world.clinician->moods(world.record) == "3 9");
}

TEST_CASE("R44: a server that says 401 takes nothing away") {
    World world;
    world.settle();
    Device& client = *world.client;
    for (std::uint32_t i = 0; i < 50; ++i) client.log_mood(i % 11);
    client.wire->faults = {Fault::status_401, Fault::status_401, Fault::status_401};
    const SyncReport refused = client.sync();
    INFO(describe(refused));
    CHECK(refused.state == SyncState::refused);
    CHECK(refused.pending == 50);
    client.wire->faults.clear();
    const SyncReport sent = client.sync();
    INFO(describe(sent));
    CHECK(sent.state == SyncState::settled);
    CHECK(sent.pending == 0);
}

TEST_CASE("another server's certificate is a refusal with a reason, and everything is kept") {
    World world;
    world.settle();
    world.client->log_mood(2);
    world.client->wire->faults = {Fault::pin_mismatch};
    const SyncReport report = world.client->sync();
    CHECK(report.state == SyncState::refused);
    CHECK_FALSE(report.why.empty());
    CHECK(report.pending == 1);
}

TEST_CASE("R32: a request that is too large is cut in half until it passes") {
    World world;
    world.settle();
    world.client->log_mood(2);
    world.client->wire->faults = {Fault::status_413, Fault::status_413};
    CHECK(world.client->sync().state == SyncState::settled);
    world.clinician->sync();
    CHECK(world.clinician->moods(world.record) == "2");
}

TEST_CASE("R45: each failure waits longer, up to five minutes, and no try is the last") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(1);
    client.turn->hurry(world.now);
    std::int64_t longest_ms = 0;
    for (int i = 0; i < 30; ++i) {
        client.wire->faults = {Fault::request_lost};
        REQUIRE(client.turn->tick(world.now).ok());
        longest_ms = std::max(longest_ms, client.turn->next_deadline() - world.now);
        CHECK(client.turn->next_deadline() > world.now);
        world.now = client.turn->next_deadline();
    }
    CHECK(longest_ms <= 5 * ms_per_minute);
    CHECK(longest_ms >= 2 * ms_per_minute);
    while (client.turn->report().state != SyncState::settled) {
        REQUIRE(client.turn->tick(world.now).ok());
        world.now = std::max(world.now, client.turn->next_deadline());
    }
    CHECK(client.turn->report().pending == 0);
}

TEST_CASE("changes in a burst are gathered, and a settled machine polls every quarter of an hour") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.sync();
    CHECK(client.turn->report().state == SyncState::settled);
    client.wire->bodies.clear();
    client.log_mood(1);
    client.turn->wake(world.now);
    CHECK(client.turn->report().state == SyncState::waiting);
    REQUIRE(client.turn->tick(world.now).ok());
    CHECK(client.wire->bodies.empty());
    client.log_mood(2);
    client.turn->wake(world.now);
    world.now = world.now + 2'000;
    REQUIRE(client.turn->tick(world.now).ok());
    CHECK(client.wire->bodies.size() == 1);
    CHECK(client.turn->report().state == SyncState::settled);
    world.now = world.now + 15 * ms_per_minute;
    REQUIRE(client.turn->tick(world.now).ok());
    CHECK(client.wire->bodies.size() == 2);
}

TEST_CASE("a device that was let in enters with the next turn, however long nothing happened") {
    World world;
    world.settle();
    Device& client = *world.client;
    const auto invite = issue_invite(*client.profile, trust::InviteRole::device, "Phone",
                                     std::nullopt, world.connect(client));
    REQUIRE(invite.ok());
    Device phone(world, "phone");
    REQUIRE(join(*phone.profile, invite.value().link, "Kim", world.connect(phone)).ok());
    for (int idle = 0; idle < 10; ++idle) client.sync();
    const auto waiting = waiting_devices(client.profile->store());
    REQUIRE((waiting.ok() && waiting.value().size() == 1));
    REQUIRE(let_in(client.profile->store(), waiting.value()[0].device).ok());
    client.sync();
    const auto keyring = Keyring::load(client.profile->store(), client.identity());
    REQUIRE(keyring.ok());
    CHECK(keyring.value().member(world.record, waiting.value()[0].device) != nullptr);
}

}  // namespace
}  // namespace evenkeel::client
