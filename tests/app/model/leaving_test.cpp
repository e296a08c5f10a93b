// A client leaves the practice: what stops, what stays, who learns of it, and who goes on.
#include "core/base/files.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

// All that a profile holds of its records, as text.
std::string held_by(World& world, const std::string& name) {
    const auto profile = need(client::Profile::open((world.folder / name).string(), words,
                                                    {world.clock, world.random, world.secrets}));
    return need(profile->store().describe_views());
}

Leaving leaving_of(Person& person) { return person.sees()->client->sharing.leaving; }

TEST_CASE("After a client left nothing new reaches the practice, and what it had it keeps") {
    Couple people;
    World& world = people.world;
    Person& client = people.client;
    const auto said = [](std::uint32_t mood) { return std::to_string(mood) + " of 10"; };
    client.does(SetMood{people.today, 6});
    people.sync();

    // At once, without a network; what had not left yet stays too.
    world.offline = true;
    client.does(SetUse{people.today, UseGroup::social, 45});
    client.does(LeavePractice{});
    CHECK(leaving_of(client) == Leaving::asked);
    CHECK(client.sees()->client->sharing.paused);
    client.does(AddMoment{.day = people.today, .minute = std::nullopt, .mood = 1});
    CHECK(client.sees()->client->sharing.seen_days.front().use == "not said");
    CHECK(client.is_killed_and_returns()->client->sharing.leaving == Leaving::asked);
    world.offline = false;
    client.syncs();
    CHECK(leaving_of(client) == Leaving::left);
    CHECK(client.sees()->sync.state == SyncLineState::settled);
    CHECK(client.sees()->client->sharing.seen_by.empty());

    people.clinician.syncs();
    const auto seen = people.clinician.sees();
    CHECK(seen->errors.empty());
    CHECK(seen->sync.state == SyncLineState::settled);
    CHECK(seen->clinician->caseload.front().has_left);
    CHECK(seen->clinician->caseload.front().need == "Left the practice");
    const auto open = people.clinician.does(OpenClient{people.record, 14})->clinician->overview;
    CHECK(open->has_left);
    CHECK(open->days.back().mood == 6U);
    CHECK_FALSE(open->days.back().minutes[1].has_value());

    people.clinician.leaves();
    const std::string before = held_by(world, "founder");
    client.does(SetMood{people.today, 2});
    client.does(SetNote{people.today, "alone now", false});
    client.syncs();
    Person again(world, "founder");
    again.does(Unlock{words});
    sync_all(again, client);
    CHECK(again.sees()->sync.state == SyncLineState::settled);
    again.leaves();
    CHECK(held_by(world, "founder") == before);
    CHECK(client.sees()->client->sharing.seen_days.front().mood == said(6));
}

TEST_CASE("A further device of a client who left learns of it, and both go on together") {
    Couple people;
    Person& phone = people.client;
    Person tablet = second_device(people.world, phone);
    people.sync();
    phone.does(LeavePractice{});
    phone.syncs();
    tablet.syncs();
    CHECK(leaving_of(tablet) == Leaving::left);
    CHECK(tablet.sees()->client->sharing.paused);
    tablet.does(SetMood{people.today, 3});
    sync_all(tablet, phone);
    CHECK(phone.sees()->client->today.mood == 3U);
    CHECK(phone.sees()->sync.state == SyncLineState::settled);
    people.clinician.syncs();
    const auto open = people.clinician.does(OpenClient{people.record, 14})->clinician->overview;
    CHECK_FALSE(open->days.back().mood.has_value());

    CHECK(tablet.refused(PauseSharing{false}) ==
          "You left the practice: there is nobody to share with.");
    CHECK(tablet.sees()->client->risk.why_not.starts_with("You left the practice"));
    CHECK_FALSE(
        people.clinician.refused(AddPlanLine{people.record, PlanPlace::online, "x"}).empty());
}

TEST_CASE("A client whose last clinician was taken off the staff did not leave") {
    World world;
    Person doctor = founder(world);
    Person lee = colleague_of(world, doctor, "Dr Lee");
    Person client = client_of(world, lee, "Jo", all_kinds());
    doctor.syncs();
    UserId colleague;
    for (const ColleagueLine& line : doctor.sees()->clinician->colleagues) {
        if (!line.is_self) colleague = line.user;
    }
    doctor.does(RemoveColleague{colleague});
    sync_all(client, doctor);
    CHECK(client.sees()->client->sharing.seen_by.empty());
    CHECK(leaving_of(client) == Leaving::no);
    CHECK_FALSE(client.sees()->client->sharing.paused);
}

TEST_CASE("Everything on a device is deleted by its person, and the folder begins anew") {
    Couple people;
    people.client.does(SetMood{people.today, 6});
    people.sync();
    const auto after = people.client.does(EraseEverything{});
    CHECK(after->stage == Stage::first_run);
    CHECK(after->saved->text == "Everything on this device was deleted");
    const std::string folder = (people.world.folder / "Ada").string();
    CHECK_FALSE(client::Profile::exists(folder));
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        INFO(entry.path().filename().string());
        CHECK(entry.file_size() == 0);  // but for what keeps a second process out
    }
    people.client.does(CreateProfile{words});
    CHECK(people.client.sees()->stage == Stage::unenrolled);
    people.clinician.syncs();
    const auto open = people.clinician.does(OpenClient{people.record, 14})->clinician->overview;
    CHECK(open->days.back().mood == 6U);
}

}  // namespace
}  // namespace evenkeel::test
