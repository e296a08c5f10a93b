// The plan of what happens where: both sides write it, both read it.
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

std::string shown(const std::vector<PlanLine>& lines) {
    std::string text;
    for (const PlanLine& line : lines) text += line.text + " (" + line.by + "); ";
    return text;
}

TEST_CASE("Both sides add lines, each reads them by place, and either takes one off") {
    Couple pair;
    pair.client.does(AddPlanLine{std::nullopt, PlanPlace::outside, "A walk on Sundays"});
    pair.clinician.does(AddPlanLine{pair.record, PlanPlace::online, "Mood each evening"});
    pair.sync();
    CHECK(shown(pair.client.sees()->client->plan) ==
          "Mood each evening (Dr Vogel); A walk on Sundays (you); ");
    const auto seen = pair.clinician.does(OpenClient{pair.record});
    CHECK(shown(seen->clinician->overview->plan) ==
          "Mood each evening (you); A walk on Sundays (Ada); ");
    CHECK(seen->clinician->overview->brief.plan ==
          std::vector<std::string>{"Online, between sessions: Mood each evening",
                                   "Outside: A walk on Sundays"});

    const EntityId line = pair.client.sees()->client->plan.front().id;
    pair.client.does(SettlePlanLine{std::nullopt, line, PlanState::done});
    pair.sync();
    CHECK(shown(pair.clinician.does(OpenClient{pair.record})->clinician->overview->plan) ==
          "A walk on Sundays (Ada); ");
    pair.client.does(Undo{});
    CHECK(pair.client.sees()->client->plan.size() == 2);
    CHECK(pair.client.refused(AddPlanLine{std::nullopt, PlanPlace::online, " "}) ==
          "The line is empty.");
}

TEST_CASE("A line that is written while sharing is paused stays with its writer") {
    Couple pair;
    pair.client.does(PauseSharing{true});
    pair.client.does(AddPlanLine{std::nullopt, PlanPlace::online, "For me alone"});
    pair.sync();
    REQUIRE(pair.client.sees()->client->plan.size() == 1);
    CHECK(pair.client.sees()->client->plan.front().only_mine);
    CHECK(pair.clinician.does(OpenClient{pair.record})->clinician->overview->plan.empty());
}

}  // namespace
}  // namespace evenkeel::test
