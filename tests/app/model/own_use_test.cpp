// How long the program itself is used: counted on the device, and told to nobody else.
#include "app/model/own_use.h"

#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

// Touches the window once in half a minute.
void stays(Couple& people, int minutes) {
    for (int i = 0; i < 2 * minutes; ++i) {
        people.world.pass(30 * ms_per_second);
        people.client.engine().touched();
    }
}

std::string told(Couple& people) {
    people.client.does(ShowDay{people.client.sees()->client->today.today});
    std::string text;
    for (const auto& line : people.client.sees()->client->screen_time.own_use) text += line + "\n";
    return text;
}

TEST_CASE("What lies between touches close together counts as use, a long gap does not") {
    Couple people;
    CHECK(told(people).empty());
    stays(people, 7);
    people.client.does(ChangeSettings{{.lock_after_minutes = 0}});
    people.client.waits(3 * ms_per_hour);
    stays(people, 5);
    CHECK(told(people) == "On this device: 11 min in the last 28 days, 0 min in the 28 before.\n");
    people.client.is_killed_and_returns();
    CHECK(told(people) == "On this device: 11 min in the last 28 days, 0 min in the 28 before.\n");
}

TEST_CASE("Much use is said with a way to stop, and older use moves on and is forgotten") {
    Couple people;
    stays(people, 40);
    CHECK(told(people).find("you can write less, or stop") != std::string::npos);
    people.world.pass(28 * ms_per_day);
    people.client.is_killed_and_returns();
    CHECK(told(people) == "On this device: 0 min in the last 28 days, 40 min in the 28 before.\n");
    people.world.pass(28 * ms_per_day);
    people.client.is_killed_and_returns();
    CHECK(told(people).empty());
}

TEST_CASE("How long the program is used makes no delta and costs no message") {
    Couple people;
    people.sync();
    const std::size_t requests = people.world.requests.size();
    stays(people, 7);
    CHECK(people.client.sees()->sync.pending == 0);
    for (int i = 0; i < 20; ++i) people.client.engine().tick(0);
    CHECK(people.world.requests.size() <= requests + 1);  // the usual look for news
}

}  // namespace
}  // namespace evenkeel::test
