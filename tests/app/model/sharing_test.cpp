// What the other side sees, and what it never does.
#include "app/model/documents.h"
#include "core/base/files.h"
#include "core/codec/entity.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

// What the clinician's window has of the newest day.
OverviewDay clinician_sees(Person& clinician) {
    const auto& caseload = clinician.sees()->clinician->caseload;
    REQUIRE(caseload.size() == 1);
    return clinician.does(OpenClient{caseload.front().record, 14})
        ->clinician->overview->days.back();
}

TEST_CASE("A kind that was not agreed to at joining never leaves the device") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", {SharedData::use});
    const Day today = client.sees()->client->today.today;
    client.does(SetMood{today, 2});
    const auto after = client.does(SetUse{today, UseGroup::social, 40});
    CHECK(after->client->sharing.seen_days.front().mood == "not said");
    CHECK(after->client->sharing.seen_days.front().use == "social media 40 min");
    CHECK(after->client->today.mood == 2U);
    sync_all(client, clinician);
    const OverviewDay seen = clinician_sees(clinician);
    CHECK_FALSE(seen.mood.has_value());
    CHECK(seen.minutes[1] == 40U);
    CHECK(clinician.sees()->clinician->overview->summary.starts_with("Shares screen time."));
}

// "label: value", one line each, of what is seen of the newest day beside the three numbers.
std::string details_seen(const SnapshotPtr& snapshot) {
    std::string lines;
    for (const SeenDetail& detail : snapshot->client->sharing.seen_days.front().details) {
        lines += detail.label + ": " + detail.value + "\n";
    }
    return lines;
}

TEST_CASE("The preview of what they see has every shared word, and no private one") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    client.does(SetMood{today, 6});
    CHECK(details_seen(client.does(SetNote{today, "a hard evening", true})).empty());
    CHECK(details_seen(client.does(SetNote{today, "a hard evening", false})) ==
          "Your note: a hard evening\n");
    client.does(SetUse{today, UseGroup::ai, 30});
    const EntityId use = client.sees()->client->screen_time.items.front().id;
    CHECK(details_seen(client.does(SetPurpose{use, "company"})) ==
          "Your note: a hard evening\nAI, what for: company\n");
    CHECK(details_seen(client.does(SetNote{today, "a hard evening", true})) ==
          "AI, what for: company\n");
    CHECK(details_seen(client.does(SetComplete{today, true})) ==
          "AI, what for: company\nScreen time: that is all for the day\n");
}

TEST_CASE("Switched off, a kind stays here from then on; switched on, it is shared again") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    const auto off = client.does(SetShared{SharedData::mood, false});
    CHECK_FALSE(off->client->sharing.kinds.front().shared);
    client.does(SetMood{today, 2});
    CHECK(client.is_killed_and_returns()->client->sharing.seen_days.front().mood == "not said");
    sync_all(client, clinician);
    CHECK_FALSE(clinician_sees(clinician).mood.has_value());

    client.does(SetShared{SharedData::mood, true});
    client.does(SetMood{today + -1, 6});
    sync_all(client, clinician);
    clinician_sees(clinician);
    const auto& days = clinician.sees()->clinician->overview->days;
    CHECK(days[days.size() - 2].mood == 6U);
    CHECK_FALSE(days.back().mood.has_value());
}

TEST_CASE("What was shared before stays what they see, and the window says so") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    client.does(SetMood{today, 7});
    sync_all(client, clinician);
    client.does(SetShared{SharedData::mood, false});
    const auto after = client.does(SetMood{today, 2});
    CHECK(after->client->today.mood == 2U);
    CHECK(after->client->sharing.seen_days.front().mood == "7 of 10");
    sync_all(client, clinician);
    CHECK(clinician_sees(clinician).mood == 7U);
}

TEST_CASE("A purpose that is added while screen time is not shared stays here") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    client.does(SetUse{today, UseGroup::social, 40});
    client.does(SetShared{SharedData::use, false});
    const EntityId entry = client.sees()->client->screen_time.items.front().id;
    CHECK(client.does(SetPurpose{entry, "comfort"})->client->screen_time.items.front().purpose ==
          "comfort");
    client.does(Lock{});
    const auto profile = need(client::Profile::open((world.folder / "Ada").string(), words,
                                                    {world.clock, world.random, world.secrets}));
    const auto self = need(client::load_identity(profile->store()));
    const auto log = need(profile->store().entity_log(self->care_vault, entry));
    const auto seen = need(codec::decode_use(delta::view(log, delta::VaultType::care).fragment()));
    CHECK(seen.minutes == Minutes(40));
    CHECK_FALSE(seen.purpose.has_value());
}

TEST_CASE("Pausing acts at once, also on what was not sent yet") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    world.offline = true;
    client.does(SetMood{today, 2});
    const auto paused = client.does(PauseSharing{true});
    CHECK(paused->client->sharing.paused);
    CHECK(paused->client->sharing.seen_days.front().mood == "not said");
    client.does(SetUse{today, UseGroup::ai, 15});
    world.offline = false;
    sync_all(client, clinician);
    CHECK_FALSE(clinician_sees(clinician).mood.has_value());
    CHECK_FALSE(clinician_sees(clinician).minutes[2].has_value());
    client.does(PauseSharing{false});
    client.does(SetUse{today, UseGroup::social, 25});
    sync_all(client, clinician);
    CHECK(clinician_sees(clinician).minutes[1] == 25U);
}

TEST_CASE("The sync line counts what is here only and claims nothing before a receipt") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;
    world.offline = true;
    client.syncs();
    client.does(SetMood{today, 2});
    client.does(SetUse{today, UseGroup::ai, 15});
    const auto offline = client.sees()->sync;
    CHECK(offline.state == SyncLineState::offline);
    CHECK(offline.pending == 2);
    CHECK(offline.sentence == "Saved on this device. 2 entries wait for the network.");
    world.offline = false;
    world.drop_responses = 1;
    client.syncs();
    CHECK(client.sees()->sync.pending == 2);
    client.syncs();
    CHECK(client.sees()->sync.sentence == "Everything here is with your practice's server.");
    CHECK(client.does(SetMood{today, 3})->sync.sentence ==
          "Saved on this device. 1 entry waits to be sent.");
}

TEST_CASE("A second device is let in after its digits were compared, and shows the same day") {
    World world;
    Person clinician = founder(world);
    Person phone = client_of(world, clinician, "Ada", all_kinds());
    const Day today = phone.sees()->client->today.today;
    phone.does(SetMood{today, 9});
    const auto invite = phone.does(InviteDevice{"Tablet"})->client->invite;
    REQUIRE(invite.has_value());
    CHECK(invite->qr_modules.size() == invite->qr_width * invite->qr_width);
    CHECK(invite->qr_width > 20);
    phone.does(CloseInvite{});

    Person tablet(world, "tablet");
    tablet.does(CreateProfile{words});
    CHECK(tablet.does(PreviewInvite{invite->link})->invite->as_device);
    const std::string digits = tablet.does(Join{invite->link, "Tablet", {}})->safety_number;
    tablet.does(Continue{});
    phone.syncs();
    const auto devices = phone.sees()->client->sharing.devices;
    REQUIRE(devices.size() == 2);
    CHECK(devices.front().waits);
    CHECK(devices.front().safety_number == digits);
    phone.does(LetDeviceIn{devices.front().id, true});
    sync_all(phone, tablet);
    CHECK(tablet.sees()->client->today.mood == 9U);
    CHECK(phone.sees()->client->sharing.devices.size() == 2);

    // Whoever else reads the record is told, until they have read it.
    clinician.syncs();
    REQUIRE(clinician.sees()->arrivals.size() == 1);
    CHECK(clinician.sees()->arrivals.front() ==
          "A device of Ada was added to Ada's record by Ada.");
    CHECK(phone.sees()->arrivals.empty());
    CHECK(clinician.does(ArrivalsSeen{})->arrivals.empty());
    CHECK(clinician.is_killed_and_returns()->arrivals.empty());
}

TEST_CASE("Everything comes out as one file") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    client.does(SetMood{client.sees()->client->today.today, 9});
    const std::string path = (world.folder / "mine.json").string();
    const auto told = client.does(ExportData{path});
    CHECK(told->saved->text.find("not encrypted") != std::string::npos);
    CHECK_FALSE(told->saved->can_undo);
    CHECK(told->client.has_value());
    CHECK(told->exported_to == path);
    const Bytes written = need(read_whole_file(path, 1 << 20));
    CHECK(written.size() > 100);

    // What is there stays as it is, and every refusal is one sentence that says so.
    client.does(SetMood{client.sees()->client->today.today, 3});
    CHECK(client.refused(ExportData{path}) ==
          "A file of that name is there already, and stays as it is. Choose another name.");
    CHECK(need(read_whole_file(path, 1 << 20)) == written);
    CHECK(client.refused(ExportData{"/nowhere/at/all.json"}) ==
          "There is no such folder; nothing was written. Choose another one.");
    CHECK(client.refused(ExportData{""}) == "Give the file a name; nothing was written.");
}

TEST_CASE("The place proposed for a copy has the day in its name, and is free") {
    World world;
    const std::string folder = world.folder.string();
    const std::string first =
        free_path(folder, "Evenkeel " + file_day(world.clock.at, "UTC"), ".json");
    CHECK(first == folder + "/Evenkeel 2027-01-15.json");
    need(write_new_file(first, as_bytes("mine")));
    CHECK(free_path(folder, "Evenkeel 2027-01-15", ".json") ==
          folder + "/Evenkeel 2027-01-15 2.json");
    CHECK(free_path("", "Evenkeel", ".json") == "Evenkeel.json");
}

TEST_CASE("Many deletions by another device wait for a person's answer, and can be refused") {
    World world;
    Person clinician = founder(world);
    Person phone = client_of(world, clinician, "Ada", all_kinds());
    const Day today = phone.sees()->client->today.today;
    constexpr std::int32_t days = 12;
    for (std::int32_t back = 0; back < days; ++back) {
        for (const UseGroup group : {UseGroup::internet, UseGroup::social, UseGroup::ai}) {
            phone.does(SetUse{today + -back, group, 30});
        }
    }
    Person tablet = second_device(world, phone);
    sync_all(phone, tablet);
    const auto entries_of = [&](Person& person, Day day) {
        return person.does(ShowDay{day})->client->screen_time.items.size();
    };
    for (std::int32_t back = 0; back < days; ++back) {
        const auto shown = tablet.does(ShowDay{today + -back});
        for (const UseItem& item : shown->client->screen_time.items) {
            tablet.does(DeleteEntry{item.id});
        }
    }
    sync_all(tablet, phone);
    REQUIRE(phone.sees()->deletions_held == 36);
    CHECK(entries_of(phone, today) == 3);
    CHECK_FALSE(phone.refused(AnswerDeletions{.count = 35, .apply = true}).empty());

    SECTION("kept: they come back on the other device") {
        CHECK(phone.does(AnswerDeletions{.count = 36, .apply = false})->deletions_held == 0);
        sync_all(phone, tablet);
        CHECK(entries_of(phone, today) == 3);
        CHECK(entries_of(tablet, today) == 3);
    }
    SECTION("deleted here too: undo takes it back") {
        CHECK(phone.does(AnswerDeletions{.count = 36, .apply = true})->deletions_held == 0);
        CHECK(entries_of(phone, today) == 0);
        phone.does(Undo{});
        CHECK(entries_of(phone, today) == 3);
    }
}

}  // namespace
}  // namespace evenkeel::test
