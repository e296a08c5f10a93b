// Who of the practice is in a client's record: let in, told to the client, taken out again.
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

// A practice of two, and a client of the first, whose record is open there.
struct Team : Couple {
    Person lee = colleague_of(world, clinician, "Dr Lee");

    const CareTeamView& team() { return clinician.sees()->clinician->overview->team; }
    UserId lee_user() { return lee.sees()->clinician->colleagues.front().user; }
    void let_lee_in() { clinician.does(LetColleagueIn{.record = record, .user = lee_user()}); }
    void settle() {
        for (int round = 0; round < 2; ++round) {
            sync_all(clinician, client);
            sync_all(lee, client);
        }
    }
};

TEST_CASE("A colleague who is let in has the client by name, reads their days, and is on record") {
    Team people;
    people.client.does(SetMood{people.today, 7});
    people.settle();
    CHECK(people.lee.sees()->clinician->caseload.empty());
    REQUIRE(people.team().outside.size() == 1);
    CHECK(people.team().outside.front().name == "Dr Lee");
    CHECK_FALSE(people.team().outside.front().verified);
    CHECK_FALSE(people.team().outside.front().safety_numbers.empty());

    people.let_lee_in();
    CHECK(people.clinician.sees()->saved->text.starts_with("Let in."));
    REQUIRE(people.team().inside.size() == 2);
    CHECK(people.team().inside.front().is_self);
    CHECK(people.team().outside.empty());
    people.settle();
    REQUIRE(people.lee.sees()->clinician->caseload.size() == 1);
    CHECK(people.lee.sees()->clinician->caseload.front().name == "Ada");
    const auto opened = people.lee.does(OpenClient{.record = people.record});
    CHECK(opened->clinician->overview->days.back().mood == 7U);
    CHECK(opened->clinician->overview->team.inside.size() == 2);
    people.settle();
    const auto& days = people.client.sees()->client->sharing.opened.days;
    REQUIRE_FALSE(days.empty());
    CHECK(std::ranges::any_of(days.front().lines,
                              [](const OpenedLine& line) { return line.who == "Dr Lee"; }));
}

TEST_CASE("The client is told who came and by whose word, and reads who can see") {
    Team people;
    CHECK(people.client.sees()->client->sharing.seen_by == std::vector<std::string>{"Dr Vogel"});
    people.let_lee_in();
    people.clinician.syncs();
    people.client.syncs();  // before the colleague's device came in
    CHECK(people.client.sees()->arrivals ==
          std::vector<std::string>{"Dr Lee was added to your record by Dr Vogel."});
    auto seen_by = people.client.sees()->client->sharing.seen_by;
    std::ranges::sort(seen_by);
    CHECK(seen_by == std::vector<std::string>{"Dr Lee", "Dr Vogel"});
    people.settle();
    CHECK(people.client.sees()->arrivals.size() == 1);
    // Who let them in knows it.
    CHECK(std::ranges::none_of(people.clinician.sees()->arrivals, [](const std::string& told) {
        return told.find("Ada's record") != std::string::npos;
    }));
}

TEST_CASE("A colleague who was taken out sees nothing new, and nothing waits for them any more") {
    Team people;
    people.client.does(SetMood{people.today, 7});
    people.let_lee_in();
    people.settle();
    people.clinician.does(TakeColleagueOut{.record = people.record, .user = people.lee_user()});
    CHECK(people.team().inside.size() == 1);
    CHECK(people.team().outside.empty());
    CHECK(people.team().taken_out == std::vector<std::string>{"Dr Lee"});
    people.client.does(SetMood{people.today, 2});
    people.settle();
    CHECK(people.client.sees()->client->sharing.seen_by == std::vector<std::string>{"Dr Vogel"});

    const CaseLine& line = people.lee.sees()->clinician->caseload.front();
    CHECK(line.is_out);
    CHECK_FALSE(line.waits);
    CHECK(line.need == "You are not on the care team");
    const auto overview = people.lee.does(OpenClient{.record = people.record})->clinician->overview;
    CHECK(overview->is_out);
    CHECK(overview->days.back().mood == 7U);
    CHECK(people.lee.refused(LetColleagueIn{people.record, people.lee_user()}) ==
          "This device is not in that record any more.");
    CHECK(people.clinician.refused(LetColleagueIn{people.record, people.lee_user()})
              .starts_with("They were taken out of this record"));
}

TEST_CASE("Who goes by their own wish has the record as one they are out of") {
    Team people;
    const UserId self = people.clinician.sees()->clinician->colleagues.front().user;
    CHECK(people.clinician.refused(TakeColleagueOut{people.record, self})
              .starts_with("You are the only one of the practice in that record."));
    people.let_lee_in();
    people.settle();
    people.clinician.does(TakeColleagueOut{people.record, self});
    CHECK(people.clinician.sees()->saved->text == "You are out of this record");
    people.settle();
    CHECK(people.clinician.sees()->clinician->caseload.front().is_out);
    CHECK(people.client.sees()->client->sharing.seen_by == std::vector<std::string>{"Dr Lee"});
    people.client.does(SetMood{people.today, 4});
    people.settle();
    CHECK(people.lee.sees()->clinician->caseload.size() == 1);
}

TEST_CASE("Where the practice asks its clients, the client reads who is meant and decides") {
    Team people;
    people.clinician.does(SetClientApproval{true});
    CHECK(people.clinician.sees()->clinician->clients_approve);
    people.settle();
    CHECK(people.team().client_approves);
    CHECK(people.team().asked.empty());
    CHECK(people.client.sees()->client->sharing.team.client_decides);
    CHECK(people.client.sees()->client->sharing.team.asked.empty());

    people.let_lee_in();
    CHECK(people.clinician.sees()->saved->text.starts_with("Asked."));
    CHECK(people.team().inside.size() == 1);
    CHECK(people.team().asked == std::vector<UserId>{people.lee_user()});
    people.settle();
    REQUIRE(people.client.sees()->client->sharing.team.asked.size() == 1);
    CHECK(people.client.sees()->client->sharing.team.asked.front().name == "Dr Lee");
    CHECK(people.lee.sees()->clinician->caseload.empty());

    people.client.does(AnswerColleague{.user = people.lee_user(), .let_in = false});
    CHECK(people.client.sees()->client->sharing.team.asked.empty());
    REQUIRE(people.client.sees()->client->sharing.team.declined.size() == 1);
    people.settle();
    CHECK(people.lee.sees()->clinician->caseload.empty());

    people.client.does(AnswerColleague{.user = people.lee_user(), .let_in = true});
    CHECK(people.client.sees()->client->sharing.team.inside.size() == 2);
    people.settle();
    CHECK(people.lee.sees()->clinician->caseload.size() == 1);
    people.client.does(TakeOutOfMyRecord{people.lee_user()});
    people.settle();
    CHECK(people.client.sees()->client->sharing.seen_by == std::vector<std::string>{"Dr Vogel"});
    CHECK(people.lee.sees()->clinician->caseload.front().is_out);
}

TEST_CASE("A client lets nobody in by the clinician's step, and a clinician not by the client's") {
    Team people;
    CHECK_FALSE(people.clinician.refused(AnswerColleague{.user = people.lee_user(), .let_in = true})
                    .empty());
    CHECK(people.lee.refused(SetClientApproval{true}) ==
          "That is for admins; nothing was changed.");
    CHECK(people.client.refused(LetColleagueIn{people.record, people.lee_user()}) ==
          "That is for clinicians; nothing was changed.");
    CHECK(people.lee.refused(LetColleagueIn{people.record, people.lee_user()}) ==
          "Open that client first; nothing was changed.");
    people.world.offline = true;
    CHECK_FALSE(people.clinician.refused(LetColleagueIn{people.record, people.lee_user()}).empty());
    CHECK(people.team().inside.size() == 1);
}

}  // namespace
}  // namespace evenkeel::test
