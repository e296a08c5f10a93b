// Copies, backups and lost servers: what must come together again.
#include "sync/trust/envelope.h"
#include "tests/sync/client/world.h"

#include <algorithm>

namespace evenkeel::client {
namespace {

void replace_folder(const std::string& source, const std::string& target) {
    std::filesystem::remove_all(target);
    std::filesystem::copy(source, target, std::filesystem::copy_options::recursive);
}

// How many requests among these frames carry an envelope of that author.
std::size_t offers_in(const std::vector<Bytes>& frames, DeviceId author) {
    return static_cast<std::size_t>(std::ranges::count_if(frames, [&](const Bytes& bytes) {
        const auto frame = trust::parse_frame(bytes);
        if (!frame.ok()) return false;  // a call that needs no frame
        const auto request = wire::parse_turn_request(frame.value().payload);
        return request.ok() &&
               std::ranges::any_of(request.value().envelopes, [&](const Bytes& one) {
                   return trust::parse_envelope(one).value().header().author == author;
               });
    }));
}

TEST_CASE("R2: a copied profile becomes a second device, and what both wrote comes together") {
    World world;
    world.settle();
    world.client->log_mood(1);
    world.client->sync();
    const auto twin = world.copy(*world.client, "twin");
    world.client->log_mood(2);
    twin->log_mood(3);
    INFO(describe(world.client->sync()));
    const SyncReport report = twin->sync();
    INFO(describe(report));
    CHECK(report.pending == 0);
    CHECK(twin->identity().keys.id != world.client->identity().keys.id);
    world.sync_all();
    twin->sync();
    CHECK(world.clinician->moods(world.record) == "1 2 3");
    CHECK(world.client->moods(world.record) == "1 2 3");
    CHECK(twin->moods(world.record) == "1 2 3");
}

TEST_CASE("R3: a profile restored from a backup gets its own later entries back and loses none") {
    World world;
    world.settle();
    Device& client = *world.client;
    client.log_mood(1);
    client.sync();
    client.close();
    replace_folder(client.folder, world.files.path("backup"));
    client.open();
    for (std::uint32_t i = 2; i < 7; ++i) client.log_mood(i);
    client.sync();
    const DeviceId before = client.identity().keys.id;
    client.close();
    replace_folder(world.files.path("backup"), client.folder);
    client.open();
    client.log_mood(8);
    client.log_mood(9);
    const SyncReport report = client.sync();
    INFO(describe(report));
    CHECK(report.pending == 0);
    CHECK(client.identity().keys.id != before);
    world.sync_all();
    CHECK(client.moods(world.record) == "1 2 3 4 5 6 8 9");
    CHECK(world.clinician->moods(world.record) == "1 2 3 4 5 6 8 9");
}

TEST_CASE("R3: a clinician's restored profile heals the same way, practice and caseload") {
    World world;
    world.settle();
    Device& clinician = *world.clinician;
    clinician.close();
    replace_folder(clinician.folder, world.files.path("backup"));
    clinician.open();
    REQUIRE(issue_invite(*clinician.profile, trust::InviteRole::client, "Later").ok());
    clinician.sync();
    clinician.close();
    replace_folder(world.files.path("backup"), clinician.folder);
    clinician.open();
    world.client->log_mood(4);
    world.client->sync();
    const SyncReport report = clinician.sync();
    INFO(describe(report));
    world.sync_all();
    CHECK(clinician.moods(world.record) == "4");
    CHECK(clinician.sync().state == SyncState::settled);
}

TEST_CASE("R30: a server restored from an older copy gets back what it lost, byte for byte") {
    World world;
    world.settle();
    world.client->log_mood(1);
    world.sync_all();
    world.server.close();
    replace_folder(world.server.folder(), world.files.path("old-copy"));
    world.server.open();
    world.client->log_mood(2);
    world.client->log_mood(3);
    world.sync_all();
    world.server.close();
    replace_folder(world.files.path("old-copy"), world.server.folder());
    world.server.open();
    world.client->log_mood(4);
    world.sync_all();
    INFO(describe(world.client->turn->report()));
    INFO(describe(world.clinician->turn->report()));
    CHECK(world.client->moods(world.record) == "1 2 3 4");
    CHECK(world.clinician->moods(world.record) == "1 2 3 4");
    CHECK(world.client->sync().state == SyncState::settled);
    CHECK(world.clinician->sync().state == SyncState::settled);
}

TEST_CASE(
    "R10: what is said to wait is what the rows say, after kills, lost answers and a restore") {
    World world;
    world.settle();
    Device& client = *world.client;
    const auto waits = [&] { return client.turn->report().pending; };
    const auto restart = [&] {
        client.close();
        client.open();
    };
    world.server.close();
    replace_folder(world.server.folder(), world.files.path("old-copy"));
    world.server.open();
    client.log_mood(1);
    client.log_mood(2);
    restart();
    CHECK(waits() == 2);
    client.wire->faults = {Fault::response_lost};
    client.sync();
    CHECK(waits() == 2);
    restart();
    client.sync();
    CHECK(waits() == 0);

    world.server.close();
    replace_folder(world.files.path("old-copy"), world.server.folder());
    world.server.open();
    client.turn->hurry(world.now);
    client.wire->faults = {Fault::none, Fault::response_lost};
    REQUIRE(client.turn->tick(world.now).ok());  // it is told what the server lacks
    CHECK(waits() == 2);
    REQUIRE(client.turn->tick(world.now).ok());  // and sends it, but hears nothing
    CHECK(waits() == 2);
    restart();
    CHECK(waits() == 2);
    CHECK(client.sync().state == SyncState::settled);
    CHECK(waits() == 0);
}

TEST_CASE("R30: an empty server is given the practice again by whoever comes first") {
    World world;
    world.settle();
    world.client->log_mood(1);
    world.client->log_mood(2);
    world.sync_all();
    world.server.found(world.files.path("new-server"), world.client->identity().root);
    world.client->log_mood(3);
    INFO(describe(world.client->sync()));
    INFO(describe(world.clinician->sync()));
    world.sync_all();
    const SyncReport client = world.client->sync();
    const SyncReport clinician = world.clinician->sync();
    INFO(describe(client));
    INFO(describe(clinician));
    CHECK(client.state == SyncState::settled);
    CHECK(clinician.state == SyncState::settled);
    CHECK(world.client->moods(world.record) == "1 2 3");
    CHECK(world.clinician->moods(world.record) == "1 2 3");
    // All of it is on the new server, not only what was written since.
    const auto vault = world.client->rows().vault(world.record).value().value();
    CHECK(vault.cursor >= 2);
}

TEST_CASE("a client's private record comes back to an empty server from its own devices") {
    World world;
    world.settle();
    const VaultId own = world.client->identity().private_vault;
    REQUIRE_FALSE(own.is_none());
    world.sync_all();
    world.server.found(world.files.path("new-server"), world.client->identity().root);
    world.sync_all();
    world.sync_all();
    INFO(describe(world.client->turn->report()));
    CHECK(world.client->sync().state == SyncState::settled);
}

TEST_CASE(
    "what a restored server refuses of another device is offered once, all else goes through") {
    World world;
    world.settle();
    Device& client = *world.client;
    Device& clinician = *world.clinician;
    const auto phone = world.add_device(client, "phone");
    phone->sync();
    world.sync_all();
    world.server.close();
    replace_folder(world.server.folder(), world.files.path("old-copy"));
    world.server.open();
    // Only the clinician sees what the phone writes before the server forgets it.
    phone->log_mood(1);
    phone->sync();
    clinician.sync();
    REQUIRE(clinician.moods(world.record) == "1");
    world.server.close();
    replace_folder(world.files.path("old-copy"), world.server.folder());
    world.server.open();
    const DeviceId lost = phone->identity().keys.id;
    REQUIRE(revoke_device(*client.profile, lost, false, world.connect(client)).ok());
    client.log_mood(2);
    client.sync();

    clinician.wire->bodies.clear();
    clinician.log_mood(9, world.record);
    SyncReport report = clinician.sync();
    INFO(describe(report));
    CHECK(offers_in(clinician.wire->bodies, lost) == 1);
    CHECK(report.state == SyncState::settled);
    CHECK(report.unwanted == 1);
    CHECK(report.pending == 0);
    clinician.close();
    clinician.open();
    for (int later = 0; later < 3; ++later) report = clinician.sync();
    CHECK(offers_in(clinician.wire->bodies, lost) == 0);
    CHECK(report.unwanted == 1);
    CHECK(clinician.moods(world.record) == "1 2 9");
    CHECK(client.sync().parked == 1);  // the clinician's entry is there

    // The next server is asked anew.
    world.server.found(world.files.path("new-server"), client.identity().root);
    world.sync_all();
    CHECK(offers_in(clinician.wire->bodies, lost) == 1);
    CHECK(clinician.sync().state == SyncState::settled);
}

}  // namespace
}  // namespace evenkeel::client
