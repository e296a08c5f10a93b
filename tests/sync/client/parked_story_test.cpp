// R35, R37: what was set aside is read when keys arrive or a newer program opens the profile.
#include "core/codec/batch.h"
#include "core/codec/fields.h"
#include "core/store/database.h"
#include "core/store/operation.h"
#include "sync/client/parked.h"
#include "sync/trust/envelope.h"
#include "tests/sync/client/world.h"

namespace evenkeel::client {
namespace {

// The one delta of an entry as a body of its own, as it is set aside.
Bytes body_of(Device& device, EntityId id) {
    const auto log = device.profile->store().entity_log(device.world.record, id);
    REQUIRE(log.ok());
    REQUIRE(log.value().copies().size() == 1);
    codec::BatchWriter writer(device.identity().keys.id, trust::envelope_plain_bytes_max);
    REQUIRE(writer.add(log.value().copies()[0].delta, codec::is_shareable_field));
    return writer.finish();
}

// The newest envelope of `author` as a program would keep it that did not understand it.
void keep_as_an_older_program(Device& reader, Device& author, EntityId id) {
    const VaultId record = reader.world.record;
    const auto vault = author.rows().vault(record);
    REQUIRE((vault.ok() && vault.value()));
    const auto envelope =
        author.rows().envelope(record, author.identity().keys.id, vault.value()->own_sequence);
    REQUIRE((envelope.ok() && envelope.value()));
    store::Received received{.envelope = *envelope.value()};
    received.parked.push_back({body_of(author, id), "A change follows a rule of a newer version."});
    REQUIRE(reader.rows()
                .apply_page(record, {received}, vault.value()->cursor, vault.value()->chain,
                            reader.world.now)
                .ok());
}

void let_an_older_program_have_opened_it(Device& device) {
    REQUIRE(device.profile->store().set_value(understanding_value, Bytes{1}).ok());
}

std::size_t set_aside(Device& device) {
    const auto reasons = device.rows().parked_reasons();
    REQUIRE(reasons.ok());
    return reasons.value().size();
}

}  // namespace

TEST_CASE("R35: what an older program set aside is read by a newer one, without a network") {
    World world;
    world.settle();
    Device& clinician = *world.clinician;
    const EntityId id = world.client->log_mood(7);
    world.client->sync();
    keep_as_an_older_program(clinician, *world.client, id);
    clinician.close();
    clinician.open();
    CHECK(clinician.moods(world.record).empty());  // the same program would read the same
    CHECK(set_aside(clinician) == 1);

    let_an_older_program_have_opened_it(clinician);
    clinician.close();
    clinician.open();
    CHECK(clinician.moods(world.record) == "7");
    CHECK(set_aside(clinician) == 0);
    CHECK(clinician.sync().state == SyncState::settled);
}

TEST_CASE("what its author took back is gone from what was set aside of it, too") {
    World world;
    world.settle();
    Device& clinician = *world.clinician;
    const EntityId id = world.client->log_mood(7);
    world.client->sync();
    keep_as_an_older_program(clinician, *world.client, id);
    REQUIRE(set_aside(clinician) == 1);
    store::Operation operation(world.client->profile->store(), world.record, "make private");
    REQUIRE(operation.unshare(id).ok());
    REQUIRE(operation.commit().ok());
    for (int round = 0; round < 4; ++round) world.client->sync();
    world.sync_all();
    CHECK(set_aside(clinician) == 0);

    let_an_older_program_have_opened_it(clinician);
    clinician.close();
    clinician.open();
    const auto rows =
        clinician.profile->store().list({.record = world.record, .kind = EntityKind::mood});
    REQUIRE(rows.ok());
    CHECK(std::ranges::all_of(rows.value(), [](const auto& row) { return row.fragment.empty(); }));
    CHECK(world.client->moods(world.record) == "7");
}

TEST_CASE("R35: lists that an older program made of what it knew are made anew by a newer one") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(7);
    const auto views = [&] { return client.profile->store().describe_views().value(); };
    const std::string before = views();
    auto& sql = client.profile->store().database().sql();
    REQUIRE(sql.execute("UPDATE entity_view SET day = NULL").ok());
    REQUIRE(views() != before);
    let_an_older_program_have_opened_it(client);
    client.close();
    client.open();
    CHECK(views() == before);
}

TEST_CASE("R35: reading again gives nobody a right they do not have") {
    World world;
    world.settle();
    Device& client = *world.client;
    world.clinician->log_mood(10, world.record);
    world.clinician->sync();
    CHECK(client.sync().parked == 1);
    let_an_older_program_have_opened_it(client);
    client.close();
    client.open();
    CHECK(client.moods(world.record).empty());
    CHECK(set_aside(client) == 1);
}

TEST_CASE("R37: what came before its list of members is read when the list arrives") {
    World world;
    world.settle();
    Device& client = *world.client;
    Device& clinician = *world.clinician;
    const auto phone = world.add_device(client, "phone");
    client.log_mood(7);
    client.sync();
    clinician.wire->tamper = [](wire::TurnResponse& response) {
        for (wire::VaultPage& page : response.vaults) page.rosters.clear();
    };
    CHECK(clinician.sync().parked == 1);
    CHECK(clinician.moods(world.record).empty());
    clinician.wire->tamper = nullptr;
    CHECK(clinician.sync().parked == 0);
    CHECK(clinician.moods(world.record) == "7");
}

}  // namespace evenkeel::client
