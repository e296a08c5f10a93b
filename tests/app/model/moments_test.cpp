// Tags of a day and ratings of moments: beside the mood of the day, and never that mood.
#include "core/domain/local_time.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

const TodayView& day_of(Person& person) { return person.sees()->client->today; }

// "13:00 6, 14:30 2", of the day shown.
std::string moments_of(Person& person) {
    std::string text;
    for (const MomentLine& line : day_of(person).moments) {
        if (!text.empty()) text += ", ";
        text += print_time_of_day(static_cast<std::int32_t>(line.minute)) + " " +
                std::to_string(line.mood.value_or(99));
    }
    return text;
}

std::string details_seen(Person& client) {
    std::string lines;
    for (const SeenDetail& detail : client.sees()->client->sharing.seen_days.front().details) {
        lines += detail.label + ": " + detail.value + "\n";
    }
    return lines;
}

TEST_CASE("A tag is one tap on and one tap off, and is offered for the four weeks after") {
    Couple people;
    Person& client = people.client;
    client.does(SetMood{people.today, 6});
    client.does(SetTag{people.today, "  long walk ", true});
    CHECK(day_of(client).tags == std::vector<std::string>{"long walk"});
    CHECK(client.sees()->saved->can_undo);

    client.does(ShowDay{people.today + -1});
    CHECK(day_of(client).offered_tags.empty());  // a later day offers nothing to an earlier one
    client.does(ShowDay{people.today});
    people.world.pass(27 * ms_per_day);
    client.is_killed_and_returns();
    const Day later = day_of(client).today;
    CHECK(day_of(client).offered_tags == std::vector<std::string>{"long walk"});
    client.does(SetTag{later, "Long Walk", true});
    CHECK(day_of(client).tags == std::vector<std::string>{"long walk"});  // the same word
    client.does(SetTag{later, "long walk", false});
    CHECK(day_of(client).tags.empty());
    client.does(Undo{});
    CHECK(day_of(client).tags == std::vector<std::string>{"long walk"});

    CHECK(client.refused(SetTag{later, "work, home", true}) ==
          "One tag at a time, without a comma.");
    CHECK(client.refused(SetTag{later, "  ", true}) == "The tag is empty; type a word first.");
    CHECK(client.refused(SetTag{later, std::string(41, 'a'), true}) ==
          "A tag has 41 characters; 40 are the most.");
}

TEST_CASE("A tag goes where the mood goes: shared with it, or kept with it") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", {SharedData::use});
    const Day today = day_of(client).today;
    client.does(SetTag{today, "quarrel", true});
    client.does(AddMoment{.day = today, .minute = std::nullopt, .mood = 2});
    CHECK(details_seen(client).empty());
    CHECK(day_of(client).moments.front().is_private);

    // A kind that is shared from now on takes nothing along that was kept.
    client.does(SetShared{SharedData::mood, true});
    client.does(SetTag{today, "sea", true});
    CHECK(details_seen(client).empty());
    client.does(ShowDay{today + -1});
    client.does(SetMood{today + -1, 5});
    client.does(SetTag{today + -1, "sea", true});
    CHECK(client.sees()->client->sharing.seen_days[1].details.front().value == "sea");
    client.does(ShowDay{today});

    client.does(PauseSharing{true});
    client.does(AddMoment{.day = today, .minute = std::nullopt, .mood = 8});
    CHECK(day_of(client).moments.back().is_private);
}

TEST_CASE("A moment stands with its time beside the day's mood, and is no mood of the day") {
    Couple people;
    Person& client = people.client;
    const auto minute =
        need(local_time(people.world.clock.at, people.world.clock.zone_name())).minute;
    const std::string now = print_time_of_day(minute);
    client.does(AddMoment{.day = people.today, .minute = std::nullopt, .mood = 3});
    CHECK(moments_of(client) == now + " 3");
    CHECK_FALSE(day_of(client).mood.has_value());

    client.does(SetMood{people.today, 7});
    client.does(AddMoment{.day = people.today, .minute = 4 * 60, .mood = 9});
    CHECK(moments_of(client) == "04:00 9, " + now + " 3");
    CHECK(day_of(client).mood == 7U);
    CHECK(details_seen(client) == "Mood at 04:00: 9 of 10\nMood at " + now + ": 3 of 10\n");

    people.sync();
    const auto overview = people.clinician.does(OpenClient{people.record, 14})->clinician->overview;
    CHECK(overview->days.back().mood == 7U);
    CHECK(overview->days.back().beside == "04:00 9, " + now + " 3");

    CHECK(client.refused(AddMoment{.day = people.today, .minute = 3 * 60, .mood = 1}) ==
          "That time has not come yet.");  // it is of the coming night
    CHECK(client.refused(AddMoment{.day = people.today + -1, .minute = std::nullopt, .mood = 1}) ==
          "Say at what time of that day it was.");
}

TEST_CASE("A moment can be changed, moved and deleted, each with a way back") {
    Couple people;
    Person& client = people.client;
    client.does(AddMoment{.day = people.today, .minute = 5 * 60, .mood = 4});
    const EntityId id = day_of(client).moments.front().id;
    client.does(ChangeMoment{.moment = id, .minute = 5 * 60 + 15, .mood = 5});
    CHECK(moments_of(client) == "05:15 5");
    client.does(Undo{});
    CHECK(moments_of(client) == "05:00 4");
    CHECK(client.refused(ChangeMoment{.moment = id, .minute = 60, .mood = 4}) ==
          "That time has not come yet.");
    client.does(DeleteMoment{id});
    CHECK(moments_of(client).empty());
    client.does(Undo{});
    CHECK(moments_of(client) == "05:00 4");
    client.does(DeleteMoment{id});
    CHECK(client.refused(DeleteMoment{id}) ==
          "That moment is not here any more; nothing was changed.");
    // The check-in of the day is none.
    client.does(SetMood{people.today, 6});
    CHECK(day_of(client).moments.empty());
}

TEST_CASE("A very low moment shows whom to call, as a very low day does") {
    Couple people;
    const auto before = people.client.sees()->client->risk.offered;
    const auto after =
        people.client.does(AddMoment{.day = people.today, .minute = std::nullopt, .mood = 0});
    CHECK(after->client->risk.offered == before + 1);
}

}  // namespace
}  // namespace evenkeel::test
