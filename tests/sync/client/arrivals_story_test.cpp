// Who came into a record is told to the others, once, until a person has seen it.
#include "sync/client/arrivals.h"
#include "sync/client/waiting_devices.h"
#include "tests/sync/client/world.h"

namespace evenkeel::client {
namespace {

std::string name_of(World& world, UserId user) {
    if (user == world.client->identity().user) return "Kim";
    return user == world.clinician->identity().user ? "Ada" : "nobody";
}

// "a device of Kim in Kim's record by Kim"
std::string news(Device& device) {
    World& world = device.world;
    const auto all = arrivals(device.profile->store());
    REQUIRE(all.ok());
    std::string text;
    for (const Arrival& one : all.value()) {
        text += text.empty() ? "" : ", ";
        text += one.new_person ? "" : "a device of ";
        text += name_of(world, one.user) + " in ";
        text += one.record == world.record ? "Kim's record" : "another";
        text += " by " + name_of(world, one.by);
    }
    return text;
}

}  // namespace

TEST_CASE("those who were there from the beginning are no news") {
    World world;
    world.settle();
    CHECK(news(*world.client).empty());
    CHECK(news(*world.clinician).empty());
}

TEST_CASE("a new device is told to the others until somebody has seen it") {
    World world;
    world.settle();
    const auto phone = world.add_device(*world.client, "phone");
    phone->sync();
    Device& clinician = *world.clinician;
    clinician.sync();
    CHECK(news(clinician) == "a device of Kim in Kim's record by Kim");
    clinician.close();
    clinician.open();
    CHECK(news(clinician) == "a device of Kim in Kim's record by Kim");
    REQUIRE(arrivals_seen(clinician.profile->store()).ok());
    clinician.sync();
    CHECK(news(clinician).empty());
    // Who let it in knows, and for the new device everybody was there before.
    CHECK(news(*world.client).empty());
    CHECK(news(*phone).empty());
}

TEST_CASE("a device that another own device let in is told once, not for each part of the record") {
    World world;
    world.settle();
    const auto phone = world.add_device(*world.client, "phone");
    phone->sync();
    world.sync_all();
    phone->sync();
    const auto tablet = world.add_device(*phone, "tablet");
    tablet->sync();
    phone->sync();
    world.client->sync();
    CHECK(news(*world.client) == "a device of Kim in Kim's record by Kim");
}

TEST_CASE("a device that the practice certified is told to the client who let it in unasked") {
    World world;
    world.settle();
    Device& clinician = *world.clinician;
    Device& client = *world.client;
    const auto invite = issue_invite(*clinician.profile, trust::InviteRole::device, "Laptop",
                                     std::nullopt, world.connect(clinician));
    REQUIRE(invite.ok());
    Device laptop(world, "laptop");
    REQUIRE(join(*laptop.profile, invite.value().link, "Ada", world.connect(laptop)).ok());
    clinician.sync();
    const auto waiting = waiting_devices(clinician.profile->store());
    REQUIRE((waiting.ok() && waiting.value().size() == 1));
    REQUIRE(let_in(clinician.profile->store(), waiting.value()[0].device).ok());
    // The clinician's program gets no further than the practice's list.
    clinician.turn->hurry(world.now);
    for (int turn = 0; turn < 2; ++turn) REQUIRE(clinician.turn->tick(world.now).ok());
    client.sync();  // brings that list
    client.sync();  // follows it
    const auto keyring = Keyring::load(client.profile->store(), client.identity());
    REQUIRE(keyring.ok());
    const auto* const list = keyring.value().roster(world.record);
    REQUIRE(list->member(waiting.value()[0].device) != nullptr);
    REQUIRE(list->author == client.identity().keys.id);
    CHECK(news(client) == "a device of Ada in Kim's record by Ada");
}

}  // namespace evenkeel::client
