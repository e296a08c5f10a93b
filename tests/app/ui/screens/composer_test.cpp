// What was typed into a proposal is there again, whatever happened to its page.
#include "tests/app/ui/screens/window.h"

namespace evenkeel::test {
namespace {

constexpr const char* reason_field = "Why this matters (both of you read it)";
constexpr const char* reason = "The evenings slip away";
constexpr const char* second_reason = "So that I sleep";

TEST_CASE("words of a proposal are kept after a second's pause, and taken up where it is opened") {
    TwoWindows people;
    people.phone.tap("Boundaries");
    people.phone.tap("Propose a boundary");
    people.phone.tap("At most, more");
    people.phone.write(reason_field, reason);
    CHECK(people.phone.snapshot().client->boundaries.drafts.empty());
    people.phone.gui().pass(1'000);
    people.phone.gui().settle();
    people.phone.looks_again();
    REQUIRE(people.phone.snapshot().client->boundaries.drafts.size() == 1);

    people.phone.is_killed_and_returns();
    people.phone.tap("Boundaries");
    people.phone.tap("Propose a boundary");
    CHECK(people.phone.gui().node(reason_field).value == reason);
    CHECK(people.phone.gui().has(model::live_sentence({.minutes_max = 75})));
    people.phone.tap("Begin anew");
    CHECK(people.phone.gui().node(reason_field).value.empty());
    CHECK(people.phone.snapshot().client->boundaries.drafts.empty());
}

TEST_CASE("leaving the page at once, or the lock, takes nothing of a proposal") {
    TwoWindows people;
    people.phone.tap("Boundaries");
    people.phone.tap("Propose a boundary");
    people.phone.write(reason_field, reason);
    people.phone.tap("Back");
    people.phone.tap("Propose a boundary");
    CHECK(people.phone.gui().node(reason_field).value == reason);
    people.phone.tap(reason_field);
    people.phone.gui().letter('a', true);
    people.phone.gui().type(second_reason);
    people.phone.gui().suspend();
    people.phone.looks_again();
    people.phone.write("Passphrase", words);
    people.phone.tap("Unlock");
    CHECK(people.phone.gui().node(reason_field).value == second_reason);
    people.phone.tap("Send this proposal");
    CHECK(people.phone.snapshot().client->boundaries.drafts.empty());
}

}  // namespace
}  // namespace evenkeel::test
