// Trends at the terminal: in words all that the window draws, for both sides.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

}  // namespace

TEST_CASE("trends say what was noted and what was not, and a clinician reads what was shared") {
    Clinic clinic(programs);
    clinic.sync();
    const auto none = clinic.phone.ask({"show", "trends"});
    CHECK(none.at("noted") == "Nothing was noted in the last 14 days.");
    CHECK(none.at("impact").empty());
    clinic.phone.ask({"log", "mood", "7"});
    clinic.phone.ask({"log", "use", "social", "45m"});
    clinic.sync();
    const auto noted = clinic.phone.ask({"show", "trends", "--days", "28"});
    CHECK(noted.at("days_noted") == 1);
    CHECK(noted.at("noted") ==
          "You noted 1 of the last 28 days. A day without an entry is left blank.");
    CHECK(noted.at("mood") == "Mood is known on 1 day: too few to say more.");
    CHECK(noted.at("use").at(1) == "Social media: known on 1 day, too few for a median.");
    CHECK(clinic.phone.run({"show", "trends", "--days", "15"}).exit_code == 2);
    CHECK(clinic.clinician.ask({"show", "trends", "--client", "Robin"}).at("days_noted") == 1);
}
