// The first hour of a client: joining, the first entries, and taking them back.
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

TEST_CASE("A client joins after reading what is shared, and is confirmed by the first sync") {
    World world;
    Person clinician = founder(world);
    const std::string link = clinician.does(InviteClient{"Ada"})->clinician->invite->link;

    Person client(world, "ada");
    CHECK(client.sees()->stage == Stage::first_run);
    CHECK(client.does(CreateProfile{words})->stage == Stage::unenrolled);
    const auto invited = client.does(PreviewInvite{link});
    CHECK(invited->stage == Stage::invited);
    CHECK(invited->invite->as_client);
    CHECK(invited->invite->practice == "Harbour Practice");
    CHECK(invited->invite->sharing_text.find("What stays private") != std::string::npos);
    const auto joined = client.does(Join{link, "Ada", all_kinds()});
    CHECK(joined->stage == Stage::joined);
    CHECK(joined->safety_number.size() >= 30);
    const auto today = client.does(Continue{});
    REQUIRE(today->client.has_value());
    CHECK_FALSE(today->client->today.mood.has_value());
    CHECK_FALSE(today->client->confirmed);

    sync_all(clinician, client);
    CHECK(client.sees()->client->confirmed);
    CHECK(client.sees()->client->sharing.safety_number == joined->safety_number);
    CHECK(client.sees()->client->sharing.seen_by == std::vector<std::string>{"Dr Vogel"});
    CHECK(client.sees()->sync.sentence == "Everything here is with your practice's server.");
}

TEST_CASE("A join that was cut off goes on after a kill, with what was agreed to and no more") {
    World world;
    Person clinician = founder(world);
    const std::string link = clinician.does(InviteClient{"Ada"})->clinician->invite->link;
    Person client(world, "ada");
    client.does(CreateProfile{words});
    client.does(PreviewInvite{link});
    // The invite is read once more; the answer to it is heard, and its receipt is lost.
    world.tamper = [&](Bytes&) {
        world.drop_responses = 1;
        world.tamper = nullptr;
    };
    client.refused(Join{link, "Ada", {SharedData::use}});
    const auto joined = client.is_killed_and_returns();
    CHECK(joined->stage == Stage::joined);
    CHECK(joined->safety_number.size() >= 30);
    const auto sharing = client.does(Continue{})->client->sharing;
    CHECK_FALSE(sharing.kinds[0].shared);
    CHECK(sharing.kinds[1].shared);
    CHECK_FALSE(sharing.kinds[2].shared);
}

TEST_CASE("Nobody joins without having read what will be shared") {
    World world;
    Person clinician = founder(world);
    const std::string link = clinician.does(InviteClient{"Ada"})->clinician->invite->link;
    Person client(world, "ada");
    client.does(CreateProfile{words});
    CHECK(client.refused(Join{link, "Ada", all_kinds()}) ==
          "Read what will be shared first; nothing was sent.");
    client.does(PreviewInvite{link});
    CHECK(client.does(ForgetInvite{})->stage == Stage::unenrolled);
    client.refused(Join{link, "Ada", all_kinds()});
    CHECK(client.sees()->stage == Stage::unenrolled);
}

TEST_CASE("A first day is logged tap by tap, each said and each on the screen") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;

    CHECK(client.does(SetMood{today, 7})->saved->text == "Mood saved");
    CHECK(client.does(SetUse{today, UseGroup::social, 45})->saved->text == "Social media saved");
    client.does(SetUse{today, UseGroup::social, 60});
    client.does(SetUse{today, UseGroup::ai, 0});
    const auto after = client.sees();
    CHECK(after->client->today.mood == 7U);
    CHECK(line_of(after->client->today, UseGroup::social).minutes == 60U);
    CHECK(line_of(after->client->today, UseGroup::ai).minutes == 0U);
    CHECK_FALSE(line_of(after->client->today, UseGroup::internet).minutes.has_value());
    CHECK(after->client->today.days_logged_of_28 == 1);
    CHECK(after->client->screen_time.items.size() == 2);
    CHECK(after->client->sharing.seen_days.front().mood == "7 of 10");
    CHECK(after->client->sharing.seen_days.front().use == "social media 1 h, AI 0 min");
}

TEST_CASE("Undo is offered for ten seconds and takes back exactly the last tap") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;

    client.does(SetMood{today, 7});
    client.does(SetUse{today, UseGroup::social, 45});
    const auto undone = client.does(Undo{});
    CHECK_FALSE(line_of(undone->client->today, UseGroup::social).minutes.has_value());
    CHECK(undone->client->today.mood == 7U);
    CHECK_FALSE(undone->saved->can_undo);
    CHECK(client.refused(Undo{}) == "There is nothing to undo any more.");

    client.does(SetUse{today, UseGroup::social, 30});
    CHECK(line_of(client.sees()->client->today, UseGroup::social).minutes == 30U);
    CHECK(client.waits(9'000)->saved.has_value());
    CHECK_FALSE(client.waits(2'000)->saved.has_value());
    client.refused(Undo{});
    CHECK(line_of(client.sees()->client->today, UseGroup::social).minutes == 30U);
}

TEST_CASE("Every tap is there after a kill") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    const Day today = client.sees()->client->today.today;

    client.does(SetMood{today, 3});
    CHECK(client.is_killed_and_returns()->client->today.mood == 3U);
    client.does(SetNote{today, "slept badly", true});
    CHECK(client.is_killed_and_returns()->client->today.note == "slept badly");
    CHECK(client.sees()->client->today.note_private);
    client.does(SetUse{today, UseGroup::internet, 90});
    client.is_killed_and_returns();
    CHECK(line_of(client.sees()->client->today, UseGroup::internet).minutes == 90U);
    const EntityId entry = client.sees()->client->screen_time.items.front().id;
    client.does(SetPurpose{entry, "news"});
    CHECK(client.is_killed_and_returns()->client->screen_time.items.front().purpose == "news");
    client.does(DeleteEntry{entry});
    CHECK(client.is_killed_and_returns()->client->screen_time.items.empty());
}

}  // namespace
}  // namespace evenkeel::test
