// A practice by taps: it is set up, a colleague and a client are invited, and deletions are asked
// about.
#include "core/base/files.h"
#include "tests/app/ui/screens/window.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;
using model::Stage;

TEST_CASE("a clinician sets up the practice with the server's code, and puts the sheet away") {
    World world;
    Person doctor(world, "doctor");
    Window desk(doctor, desktop_look());
    desk.tap("Begin");
    desk.write("Passphrase", words);
    desk.write("The same passphrase again", words);
    desk.tap("Continue");
    desk.tap("I am a clinician: set up with a code");
    desk.write("Server address", "http://localhost:4711");
    desk.write("Set-up code", world.setup_code);
    desk.write("Name of the practice", "Harbour Practice");
    desk.write("Your name", "Dr Vogel");
    const std::string sheet = (world.folder / "sheet.txt").string();
    desk.tap("File for the recovery sheet");
    desk.gui().letter('a', true);
    desk.gui().type(sheet);
    desk.tap("Set up the practice");
    REQUIRE(desk.snapshot().stage == Stage::founded);
    CHECK(desk.gui().has("Written to " + sheet));
    CHECK(to_string(need(read_whole_file(sheet, 4096))) == desk.snapshot().sheet->text + "\n");
    CHECK(desk.gui().has(desk.snapshot().sheet->text));
    desk.is_killed_and_returns();
    desk.tap("It is on paper, in two places");
    CHECK(desk.gui().has("Nobody is here yet"));
    desk.tap("Settings");
    CHECK(desk.gui().has("Harbour Practice"));
}

TEST_CASE("a colleague is invited, joins at their own window, and both compare the digits") {
    World world;
    Person doctor = founder(world);
    Window desk(doctor, desktop_look());
    desk.tap("Settings");
    desk.tap("Invite a colleague");
    desk.write("Whom do you invite?", "Dr Lee");
    desk.tap("Make the invite");
    CHECK(desk.gui().has("Invite link as a picture, for a camera"));
    const std::string link = desk.snapshot().clinician->invite->link;
    desk.tap("Done");
    CHECK(desk.gui().has("Dr Lee"));

    Person lee(world, "lee");
    lee.does(model::CreateProfile{words});
    Window theirs(lee, phone_look());
    theirs.write("Invite link or file", link);
    theirs.tap("Show what it asks");
    CHECK_FALSE(theirs.gui().has("What you share"));
    theirs.write("Your name", "Dr Lee");
    theirs.tap("Join");
    const std::string number = theirs.snapshot().safety_number;
    theirs.tap("Continue");
    sync_all(doctor, lee);
    desk.looks_again();
    theirs.looks_again();
    CHECK(desk.gui().has(number));
    desk.tap("We compared them: the same");
    CHECK(desk.gui().has("You compared these digits."));
    theirs.tap("Settings");
    CHECK(theirs.gui().has(number));
    CHECK_FALSE(theirs.gui().has("Invite a colleague"));
}

TEST_CASE("who was invited stays in the list: shown again, made anew, cancelled") {
    World world;
    Person doctor = founder(world);
    Window desk(doctor, desktop_look());
    desk.tap("Invite a client");
    desk.write("Whom do you invite?", "Ada");
    desk.tap("Make the invite");
    const std::string link = desk.snapshot().clinician->invite->link;
    desk.tap("Settings");
    desk.tap("Clients");
    CHECK(desk.gui().has("Ada"));
    desk.tap("Ada");
    desk.tap("Show the link");
    CHECK(desk.gui().has(link));
    desk.tap("Done");
    desk.tap("Ada");
    desk.tap("Invite anew");
    CHECK_FALSE(desk.gui().has(link));
    CHECK(desk.gui().has(desk.snapshot().clinician->invite->link));
    desk.tap("Done");
    desk.tap("Ada");
    desk.tap("Invite for Ada > Cancel");
    CHECK(desk.gui().has("Cancel the invite for Ada?"));
    desk.tap("Cancel the invite");
    CHECK_FALSE(desk.gui().has("Ada"));
    CHECK(desk.gui().has("Nobody is here yet. Invite a client to begin."));
}

TEST_CASE("a copy of one's data goes where it says, and never over another file") {
    World world;
    Person doctor = founder(world);
    Person client = client_of(world, doctor, "Ada", all_kinds());
    Window phone(client, phone_look());
    phone.tap("Sharing");
    phone.tap("Your data as a file");
    phone.tap("To import again (JSON)");
    const auto choose = [&](const std::string& path) {
        phone.tap("File for your data");
        phone.gui().letter('a', true);
        phone.gui().type(path);
    };
    const std::string path = (world.folder / "copy.json").string();
    choose(path);
    phone.tap("Export my data");
    CHECK(phone.gui().has("Written to " + path));
    choose(path);
    phone.tap("Export my data");
    CHECK(phone.gui().has(
        "A file of that name is there already, and stays as it is. Choose another name."));
}

TEST_CASE("many deletions by another device are asked about on Today, and kept by one tap") {
    World world;
    Person doctor = founder(world);
    Person client = client_of(world, doctor, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    constexpr std::int32_t days = 12;
    for (std::int32_t back = 0; back < days; ++back) {
        for (const UseGroup group : {UseGroup::internet, UseGroup::social, UseGroup::ai}) {
            client.does(model::SetUse{today + -back, group, 30});
        }
    }
    Person tablet = second_device(world, client);
    for (std::int32_t back = 0; back < days; ++back) {
        const auto shown = tablet.does(model::ShowDay{today + -back});
        for (const model::UseItem& item : shown->client->screen_time.items) {
            tablet.does(model::DeleteEntry{item.id});
        }
    }
    sync_all(tablet, client);
    Window phone(client, phone_look());
    const std::string notice = "36 entries were deleted on another device. They are still here.";
    CHECK(phone.gui().has(notice));
    phone.tap("Sharing");
    CHECK(phone.gui().has(notice));
    phone.tap("Today");
    phone.tap("Keep them");
    CHECK_FALSE(phone.gui().has(notice));
    CHECK(phone.gui().has("36 entries kept, here and on your other devices"));
    sync_all(client, tablet);
    CHECK(tablet.does(model::ShowDay{today})->client->screen_time.items.size() == 3);
}
