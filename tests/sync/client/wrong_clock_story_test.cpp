// R19: devices whose clocks are wrong, and what the others see of it.
#include "core/base/limits.h"
#include "tests/sync/client/world.h"

#include <catch2/generators/catch_generators.hpp>

namespace evenkeel::client {
namespace {

constexpr std::int64_t ms_per_year = 365 * ms_per_day;
// One turn under the wrong time, one that mends it, one for what the other answers.
constexpr std::size_t turns_to_settle_max = 3;

// Every mood of the record and when its clock says it was made, in an order all devices share.
std::map<EntityId, Instant> dated(Device& device) {
    std::map<EntityId, Instant> found;
    const auto rows =
        device.profile->store().list({.record = device.world.record, .kind = EntityKind::mood});
    REQUIRE(rows.ok());
    for (const auto& row : rows.value()) found[row.id] = row.created;
    return found;
}

bool is_dated_now(Device& device, EntityId id) {
    const auto ahead_ms = dated(device).at(id) - device.world.now;
    return std::abs(ahead_ms) <= ms_per_minute;
}

}  // namespace

TEST_CASE("R19: entries under a wrong clock carry the right time once a server was heard") {
    World world;
    world.settle();
    Device& client = *world.client;
    const std::int64_t wrong_ms = GENERATE(ms_per_hour, 3 * ms_per_day, ms_per_year);
    client.clock.ahead_ms = wrong_ms;
    const EntityId confirmed = client.log_mood(7);
    const std::size_t turns_before = client.turn->report().turns;
    const SyncReport report = client.sync();
    INFO(describe(report));
    CHECK(report.state == SyncState::settled);
    CHECK(report.pending == 0);
    CHECK(report.turns - turns_before <= turns_to_settle_max);
    REQUIRE(report.clock_ahead_ms);
    CHECK(std::abs(*report.clock_ahead_ms - wrong_ms) < ms_per_minute);
    const EntityId known_wrong = client.log_mood(8);
    CHECK(client.sync().state == SyncState::settled);
    CHECK(world.clinician->sync().quarantined == 0);
    CHECK(world.clinician->moods(world.record) == "7 8");
    for (Device* device : {&client, world.clinician.get()}) {
        CHECK(is_dated_now(*device, confirmed));
        CHECK(is_dated_now(*device, known_wrong));
    }
}

TEST_CASE("R19: after the clocks are right all devices agree, and nothing is lost or doubled") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(1);
    world.sync_all();
    const std::int64_t wrong_ms = GENERATE(ms_per_hour, ms_per_year, -5 * ms_per_year);
    client.clock.ahead_ms = wrong_ms;
    client.log_mood(2);
    client.wire->faults = {Fault::response_lost};
    client.sync();
    client.log_mood(3);
    world.clinician->sync();
    client.sync();
    client.log_mood(4);
    world.now = world.now + ms_per_hour;
    client.clock.ahead_ms = 0;
    client.log_mood(5);
    world.sync_all();
    INFO(describe(client.turn->report()));
    INFO(describe(world.clinician->turn->report()));
    CHECK(client.moods(world.record) == "1 2 3 4 5");
    CHECK(world.clinician->moods(world.record) == "1 2 3 4 5");
    CHECK(dated(*world.clinician) == dated(client));
    CHECK(client.sync().state == SyncState::settled);
    CHECK_FALSE(client.sync().clock_ahead_ms);
    CHECK(world.clinician->sync().quarantined == 0);
}

TEST_CASE("R19: what another device dated too far ahead is kept, counted and told until when") {
    World world;
    world.settle();
    Device& client = *world.client;
    Device& clinician = *world.clinician;
    client.clock.ahead_ms = ms_per_hour;
    client.log_mood(7);
    client.wire->faults = {Fault::none, Fault::request_lost};
    CHECK(client.sync().pending == 1);
    const SyncReport waiting = clinician.sync();
    CHECK(waiting.quarantined == 1);
    REQUIRE(waiting.quarantined_until);
    CHECK(std::abs(*waiting.quarantined_until - world.now - ms_per_hour) < 6 * ms_per_minute);
    CHECK(clinician.moods(world.record).empty());

    SECTION("then the device dates it again") { client.sync(); }
    SECTION("then its time comes") { world.now = world.now + 2 * ms_per_hour; }
    const SyncReport released = clinician.sync();
    CHECK(released.quarantined == 0);
    CHECK_FALSE(released.quarantined_until);
    CHECK(clinician.moods(world.record) == "7");
    client.clock.ahead_ms = 0;
    world.sync_all();
    CHECK(dated(clinician) == dated(client));
}

TEST_CASE("R19: a clock that was set right is not corrected by what was known of it before") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.clock.ahead_ms = 3 * ms_per_day;
    client.log_mood(7);
    client.sync();
    world.now = world.now + 5 * ms_per_day;
    client.clock.ahead_ms = 0;
    if (GENERATE(false, true)) {
        client.close();
        client.open();
    }
    const EntityId entry = client.log_mood(8);
    CHECK(client.sync().state == SyncState::settled);
    world.clinician->sync();
    CHECK(is_dated_now(client, entry));
    CHECK(is_dated_now(*world.clinician, entry));
}

}  // namespace evenkeel::client
