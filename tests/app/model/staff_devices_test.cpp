// A clinician's second device, added in the window.
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

TEST_CASE("A clinician's second device is let in by its digits, and opens the same clients") {
    World world;
    Person desk = founder(world);
    Person client = client_of(world, desk, "Ada", all_kinds());
    client.does(SetMood{client.sees()->client->today.today, 9});
    const std::string link = desk.does(InviteDevice{"Laptop"})->clinician->invite->link;
    desk.does(CloseInvite{});

    Person laptop(world, "laptop");
    laptop.does(CreateProfile{words});
    CHECK(laptop.does(PreviewInvite{link})->invite->as_device);
    const std::string digits = laptop.does(Join{link, "Laptop", {}})->safety_number;
    laptop.does(Continue{});
    desk.syncs();
    const DeviceLine waiting = desk.sees()->clinician->devices.front();
    REQUIRE(waiting.waits);
    CHECK(waiting.safety_number == digits);
    desk.does(LetDeviceIn{waiting.id, true});
    sync_all(desk, laptop);
    sync_all(client, laptop);

    CHECK(desk.sees()->clinician->devices.size() == 2);
    REQUIRE(laptop.sees()->clinician->caseload.size() == 1);
    const CaseLine& line = laptop.sees()->clinician->caseload.front();
    CHECK(line.name == "Ada");
    const auto opened = laptop.does(OpenClient{.record = line.record});
    CHECK(opened->clinician->overview->days.back().mood == 9U);
}

TEST_CASE("A clinician's second device whose digits differ is turned away and learns nothing") {
    World world;
    Person desk = founder(world);
    Person client = client_of(world, desk, "Ada", all_kinds());
    const std::string link = desk.does(InviteDevice{"Laptop"})->clinician->invite->link;
    desk.does(CloseInvite{});
    Person laptop(world, "laptop");
    laptop.does(CreateProfile{words});
    laptop.does(PreviewInvite{link});
    laptop.does(Join{link, "Laptop", {}});
    laptop.does(Continue{});
    desk.syncs();
    const DeviceLine waiting = desk.sees()->clinician->devices.front();
    REQUIRE(waiting.waits);
    desk.does(LetDeviceIn{waiting.id, false});
    sync_all(desk, laptop);
    CHECK(desk.sees()->clinician->devices.size() == 1);
    CHECK(laptop.sees()->clinician->caseload.empty());
}

}  // namespace
}  // namespace evenkeel::test
