// A person's data as files: to read, and there and back; and an own device that was lost.
#include "core/base/files.h"
#include "tests/app/model/people.h"
#include "tests/support/plain.h"

namespace evenkeel::test {
namespace {

using namespace model;

std::string text_of(const std::string& path) {
    return to_string(need(read_whole_file(path, 1 << 24)));
}

TEST_CASE("All of one's record comes out to be read, by the name's ending") {
    Couple people;
    Person& client = people.client;
    const auto file = [&](const std::string& name) {
        const std::string path = (people.world.folder / name).string();
        client.does(ExportData{path});
        CHECK(client.sees()->exported_to == path);
        return text_of(path);
    };
    client.does(SetMood{people.today, 6});
    client.does(SetNote{people.today, "the sea was grey", true});
    for (const std::string& read :
         {words_of_html(file("mine.html")), words_of_pdf(file("mine.pdf"))}) {
        INFO(read);
        CHECK(read.find("the sea was grey") != std::string::npos);
        CHECK(read.find("Mood: 6") != std::string::npos);
    }
    CHECK(client.refused(ExportData{(people.world.folder / "mine.txt").string()}) ==
          "The name has to end in .pdf, .html or .json; nothing was written.");
}

TEST_CASE("Exported, deleted and imported, what a person said of their days is the same") {
    World world;
    Person clinician = founder(world);
    const std::string path = (world.folder / "mine.json").string();
    Day today;
    {
        Person client = client_of(world, clinician, "Ada", all_kinds());
        today = client.sees()->client->today.today;
        client.does(SetMood{today, 6});
        client.does(SetTag{today, "sea", true});
        client.does(SetNote{today, "the sea was grey", true});
        client.does(AddMoment{.day = today, .minute = 5 * 60, .mood = 3});
        client.does(SetUse{today, UseGroup::social, 45});
        client.does(ExportData{path});
        client.does(EraseEverything{});
    }
    const std::string link = clinician.does(InviteClient{"Ada"})->clinician->invite->link;
    clinician.does(CloseInvite{});
    Person client(world, "Ada");
    client.does(CreateProfile{words});
    client.does(PreviewInvite{link});
    client.does(Join{.link = link, .name = "Ada", .shared = all_kinds()});
    client.does(Continue{});
    sync_all(clinician, client);
    client.does(LookAtFile{path});
    const auto back = client.does(ImportFound{});
    CHECK(back->saved->can_undo);
    const TodayView& view = back->client->today;
    CHECK(view.mood == 6U);
    CHECK(view.tags == std::vector<std::string>{"sea"});
    CHECK(view.note == "the sea was grey");
    CHECK(view.note_private);
    REQUIRE(view.moments.size() == 1);
    CHECK(view.moments.front().minute == 5U * 60);
    CHECK(line_of(view, UseGroup::social).minutes == 45U);

    // What is noted next for that day changes what came, and makes no second one.
    CHECK(client.does(SetMood{today, 4})->client->today.mood == 4U);
    client.does(SetUse{today, UseGroup::social, 30});
    CHECK(line_of(client.sees()->client->today, UseGroup::social).minutes == 30U);
    client.syncs();
    CHECK(client.sees()->client->sharing.seen_days.front().mood == "4 of 10");

    client.does(LookAtFile{path});
    const auto twice = client.does(ImportFound{});
    CHECK(twice->saved->text.starts_with("0 entries imported"));
    CHECK_FALSE(twice->saved->can_undo);
    need(write_whole_file(path, as_bytes("{}")));
    CHECK_FALSE(client.refused(LookAtFile{path}).empty());
    CHECK_FALSE(client.refused(LookAtFile{"/nowhere/mine.json"}).empty());
}

TEST_CASE("A lost device is taken out by another, erases itself if it was asked, and says so") {
    Couple people;
    Person& phone = people.client;
    Person tablet = second_device(people.world, phone);
    const auto other = [&]() -> DeviceLine {
        for (const DeviceLine& line : phone.sees()->client->sharing.devices) {
            if (!line.this_one) return line;
        }
        FAIL("There is no other device.");
        return {};
    };
    SECTION("without a network the wish is kept, and shown") {
        people.world.offline = true;
        CHECK_FALSE(phone.refused(RemoveDevice{other().id, false}).empty());
        CHECK(other().removed == "Is removed at the next sync");
        people.world.offline = false;
        phone.syncs();
        CHECK(other().removed == "Removed");
    }
    SECTION("asked to erase itself") {
        phone.does(RemoveDevice{other().id, true});
        CHECK(other().removed == "Was asked to erase itself; not confirmed");
        tablet.engine().handle(SyncNow{});
        for (int i = 0; i < 20 && tablet.sees()->stage == Stage::client; ++i) {
            tablet.engine().tick(0);
        }
        CHECK(tablet.sees()->stage == Stage::failed);
        tablet.engine().handle(Unlock{words});
        CHECK(client::Profile::is_erased((people.world.folder / "tablet").string()));
        const auto& devices = phone.sees()->client->sharing.devices;
        CHECK(devices.front().this_one);
        CHECK_FALSE(phone.refused(RemoveDevice{devices.front().id, false}).empty());
    }
}

}  // namespace
}  // namespace evenkeel::test
