// The lock, the passphrase, and what is kept outside of it.
#include "core/base/files.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

TEST_CASE("The profile locks when nobody touched anything for the time that was set") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    client.does(ChangeSettings{{.lock_after_minutes = 2}});
    client.waits(110 * ms_per_second);
    client.engine().touched();
    CHECK(client.waits(110 * ms_per_second)->stage == Stage::client);
    const auto locked = client.waits(15 * ms_per_second);
    CHECK(locked->stage == Stage::locked);
    CHECK_FALSE(locked->client.has_value());
    CHECK(client.refused(SetMood{Day{20'000}, 5}) == "Unlock first; nothing was changed.");
    // The keys went with it: another process may open the profile now.
    CHECK(client::Profile::open((world.folder / "Ada").string(), words,
                                {world.clock, world.random, world.secrets})
              .ok());
}

TEST_CASE("A wrong passphrase is one clear sentence and changes nothing") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    client.does(SetMood{client.sees()->client->today.today, 8});
    CHECK(client.does(Lock{})->stage == Stage::locked);
    const std::string sentence = client.refused(Unlock{"not the passphrase"});
    CHECK(sentence.find("passphrase") != std::string::npos);
    CHECK(client.sees()->stage == Stage::locked);
    CHECK(client.does(Unlock{words})->client->today.mood == 8U);
}

TEST_CASE("How things look and where one is is known before unlocking, and nothing else") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Settings wish{.text_size = 1.5,
                        .theme = Settings::ThemeWish::dark,
                        .lock_after_minutes = 9,
                        .reduced_motion = true,
                        .check_in_minute = 7 * 60,
                        .country = "IE"};
    client.does(ChangeSettings{wish});
    client.does(Lock{});
    Person again(world, "Ada");
    CHECK(again.sees()->stage == Stage::locked);
    CHECK(again.sees()->settings.text_size == 1.5);
    CHECK(again.sees()->settings.theme == Settings::ThemeWish::dark);
    CHECK(again.sees()->settings.reduced_motion);
    CHECK(again.sees()->settings.country == "IE");
    CHECK(again.does(Unlock{words})->settings == wish);
    const auto look = need(read_whole_file((world.folder / "Ada" / "look").string(), 1024));
    CHECK(as_text(look) == "country IE\nreduced_motion 1\ntext_percent 150\ntheme 2\n");
    CHECK(again.refused(ChangeSettings{{.text_size = 4}}).find("200 percent") != std::string::npos);
    CHECK(again.refused(ChangeSettings{{.country = "I\n"}}) ==
          "A country is named by two capital letters.");
}

TEST_CASE("A device that was removed and asked to erase itself holds nothing, and says why") {
    World world;
    Person clinician = founder(world);
    Person phone = client_of(world, clinician, "Ada", all_kinds());
    phone.does(SetMood{phone.sees()->client->today.today, 8});
    Person tablet = second_device(world, phone);
    REQUIRE(tablet.sees()->client->today.mood == 8U);
    const auto devices = phone.sees()->client->sharing.devices;
    REQUIRE(devices.size() == 2);
    phone.does(Lock{});
    {
        const auto profile = need(client::Profile::open(
            (world.folder / "Ada").string(), words, {world.clock, world.random, world.secrets}));
        need(client::revoke_device(*profile, devices.back().id, true, world.connect()));
    }
    phone.does(Unlock{words});
    phone.syncs();
    tablet.engine().handle(SyncNow{});
    tablet.waits(ms_per_minute);
    const auto after = tablet.sees();
    CHECK(after->stage == Stage::failed);
    CHECK(after->failure == "This device was removed. It erased what it held, as it was asked to.");
    CHECK_FALSE(after->client.has_value());
    CHECK_FALSE(client::Profile::open((world.folder / "tablet").string(), words,
                                      {world.clock, world.random, world.secrets})
                    .ok());
}

TEST_CASE("A profile that is open elsewhere is said, and can be opened later") {
    World world;
    Person clinician = founder(world);
    Person second(world, "founder");
    CHECK_FALSE(second.refused(Unlock{words}).empty());
    CHECK(second.sees()->stage == Stage::locked);
    clinician.does(Lock{});
    CHECK(second.does(Unlock{words})->stage == Stage::clinician);
}

TEST_CASE("Trouble is told at most three at a time and goes when it is dismissed") {
    World world;
    Person clinician = founder(world);
    const VaultId nobody = world.random.id<VaultId>();
    clinician.engine().handle(OpenClient{nobody, 28});
    clinician.engine().handle(SetMood{Day{}, 3});
    clinician.engine().handle(Undo{});
    clinician.engine().handle(PreviewInvite{"x"});
    const auto told = clinician.sees()->errors;
    REQUIRE(told.size() == 3);
    CHECK(told[0].sentence == "Unlock first; nothing was changed.");
    CHECK(clinician.does(Dismiss{told[1].number})->errors.size() == 2);
}

}  // namespace
}  // namespace evenkeel::test
