// A server that confirms what was not sent, understands nothing, asks to go back in every answer,
// or tells impossible times: nothing is lost, and no turn follows the other without end.
#include "core/store/operation.h"
#include "sync/client/void_marks.h"
#include "sync/trust/envelope.h"
#include "sync/trust/request_frame.h"
#include "tests/sync/client/world.h"

namespace evenkeel::client {
namespace {

constexpr std::int64_t ten_years_ms = 3'652 * ms_per_day;

wire::VaultPage& page_in(wire::TurnResponse& response, VaultId vault) {
    for (wire::VaultPage& page : response.vaults) {
        if (page.vault == vault) return page;
    }
    return response.vaults.emplace_back(wire::VaultPage{.vault = vault});
}

class Misunderstanding final : public Transport {
public:
    Result<void> start(Bytes body) override {
        bodies.push_back(std::move(body));
        return {};
    }
    std::optional<Result<HttpAnswer>> poll(int) override {
        return Result<HttpAnswer>(HttpAnswer{.status = 400});
    }
    void cancel() override {}

    std::vector<Bytes> bodies;
};

TEST_CASE("a receipt for what was not just sent changes nothing, whatever length it claims") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(1);
    client.sync();
    const DeviceId own = client.identity().keys.id;
    const auto before = client.rows().envelope(world.record, own, 1).value().value();
    REQUIRE(before.position > 0);
    client.wire->tamper = [&](wire::TurnResponse& response) {
        for (std::uint64_t i = 0; i < 20; ++i) {
            response.receipts.push_back({.vault = world.record,
                                         .sequence = 1,
                                         .position = 1'000'000 * (i + 1),
                                         .count = UINT32_MAX});
        }
    };
    client.sync();
    CHECK(client.rows().envelope(world.record, own, 1).value()->position == before.position);
}

TEST_CASE("a server that asks to go back in every answer is asked less and less often") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(1);
    client.sync();
    client.wire->tamper = [&](wire::TurnResponse& response) {
        page_in(response, world.record).reset = true;
    };
    const std::size_t turns_before = client.turn->report().turns;
    client.log_mood(2);
    const SyncReport report = client.sync();
    INFO(describe(report));
    CHECK(report.turns - turns_before <= 6);
    CHECK(report.state == SyncState::waiting);
    client.wire->tamper = nullptr;
    world.sync_all();
    CHECK(client.sync().state == SyncState::settled);
    CHECK(world.clinician->moods(world.record) == "1 2");
}

TEST_CASE("a request that was not understood is said so, and the next try is made anew") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(6);
    Misunderstanding transport;
    SyncTurn turn(*client.profile, client.identity(), transport);
    turn.hurry(world.now);
    REQUIRE(turn.tick(world.now).ok());
    CHECK(turn.report().state == SyncState::refused);
    CHECK(turn.report().why == "The server did not understand the request.");
    REQUIRE(turn.tick(turn.next_deadline()).ok());
    REQUIRE(transport.bodies.size() == 2);
    CHECK(transport.bodies[0] != transport.bodies[1]);
    CHECK(turn.report().pending == 1);
}

TEST_CASE("many withdrawn items go in several requests, not in one that is too large") {
    World world;
    world.settle();
    Device& client = *world.client;
    for (std::uint32_t i = 0; i < 300; ++i) {
        REQUIRE(add_void_mark(client.profile->store(), Bytes(300, 1)).ok());
    }
    client.wire->bodies.clear();
    client.sync();
    REQUIRE_FALSE(client.wire->bodies.empty());
    const auto request =
        wire::parse_turn_request(trust::parse_frame(client.wire->bodies[0]).value().payload);
    CHECK(request.value().log_objects.size() == 256);
}

TEST_CASE("an impossible time is no answer, and nothing is stamped by it") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(1);
    for (const std::int64_t ms : {INT64_MIN, INT64_MAX, std::int64_t{-1}}) {
        client.wire->tamper = [ms](wire::TurnResponse& response) { response.server_time = {ms}; };
        CHECK(client.sync().state == SyncState::refused);
        CHECK(client.turn->report().pending == 1);
    }
    client.wire->tamper = nullptr;
    CHECK(client.sync().state == SyncState::settled);
    world.clinician->sync();
    CHECK(world.clinician->moods(world.record) == "1");
}

TEST_CASE("R14: a server whose clock jumps by ten years either way loses nothing") {
    World world;
    world.settle();
    std::uint32_t mood = 0;
    for (const std::int64_t jump_ms : {ten_years_ms, -2 * ten_years_ms, ten_years_ms}) {
        // The server's clock is the world's; the devices keep the right time.
        world.now = world.now + jump_ms;
        for (Device* device : {world.client.get(), world.clinician.get()}) {
            device->clock.ahead_ms -= jump_ms;
        }
        world.client->log_mood(++mood);
        world.sync_all();
        INFO(describe(world.client->turn->report()));
        CHECK(world.client->sync().state == SyncState::settled);
        CHECK(world.client->turn->report().pending == 0);
        CHECK(world.clinician->sync().state == SyncState::settled);
    }
    world.sync_all();
    CHECK(world.client->moods(world.record) == "1 2 3");
    CHECK(world.clinician->moods(world.record) == "1 2 3");
}

TEST_CASE("an item of an unknown author waits for the list that names it") {
    World world;
    world.settle();
    world.client->log_mood(1);
    world.client->sync();
    Device& clinician = *world.clinician;
    const DeviceId stranger{ByteArray<16>{0x55}};
    clinician.wire->tamper = [&](wire::TurnResponse& response) {
        for (wire::LogItem& item : page_in(response, world.record).items) {
            if (item.envelope.empty()) continue;
            const auto author = trust::parse_envelope(item.envelope).value().header().author;
            const auto found = std::search(item.envelope.begin(), item.envelope.end(),
                                           author.bytes.begin(), author.bytes.end());
            REQUIRE(found != item.envelope.end());
            std::copy(stranger.bytes.begin(), stranger.bytes.end(), found);
        }
    };
    const std::uint64_t cursor = clinician.rows().vault(world.record).value()->cursor;
    CHECK(clinician.sync().state == SyncState::waiting);
    CHECK(clinician.rows().vault(world.record).value()->cursor == cursor);
    clinician.wire->tamper = nullptr;
    CHECK(clinician.sync().state == SyncState::settled);
    CHECK(clinician.moods(world.record) == "1");
}

TEST_CASE("an author that a server invents holds up one record only, until the server is another") {
    World world;
    world.settle();
    const VaultId own = world.client->identity().private_vault;
    const auto phone = world.add_device(*world.client, "phone");
    world.sync_all();
    phone->sync();
    // From now on this server puts something of nobody's into the client's record, for good.
    const auto invent = [&](wire::TurnResponse& response) {
        for (wire::VaultPage& page : response.vaults) {
            if (page.vault != world.record) continue;
            for (wire::LogItem& item : page.items) {
                if (!item.envelope.empty()) item.envelope[20] ^= 0x55;  // the author's first byte
            }
        }
    };
    world.clinician->wire->tamper = invent;
    phone->wire->tamper = invent;
    const EntityId secret = world.client->log_mood(1);
    store::Operation operation(world.client->profile->store(), world.record, "make private");
    REQUIRE(operation.unshare(secret).ok());
    REQUIRE(operation.commit().ok());
    world.client->log_mood(2);
    world.client->sync();

    const SyncReport held_up = phone->sync();
    INFO(describe(held_up));
    CHECK(held_up.state == SyncState::waiting);
    CHECK(std::ranges::find(held_up.notices,
                            "An item comes from a device no known list names; it waits.") !=
          held_up.notices.end());
    CHECK(phone->moods(world.record) == "1");  // the private record goes on
    REQUIRE(phone->rows().vault(own).value()->cursor > 0);
    phone->log_mood(3);
    phone->sync();
    CHECK(phone->turn->report().pending == 0);  // and so does what is sent
    CHECK(world.clinician->sync().state == SyncState::waiting);
    CHECK(world.clinician->moods(world.record).empty());

    world.server.found(world.files.path("new-server"), world.client->identity().root);
    world.clinician->wire->tamper = nullptr;
    phone->wire->tamper = nullptr;
    for (int round = 0; round < 3; ++round) {
        phone->sync();
        world.sync_all();
    }
    CHECK(phone->moods(world.record) == "1 2 3");
    CHECK(world.clinician->moods(world.record) == "2 3");
    CHECK(world.clinician->sync().state == SyncState::settled);
}

}  // namespace
}  // namespace evenkeel::client
