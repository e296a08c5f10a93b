// That a clinician opened a record is written before anything of it is shown.
#include "core/store/record_views.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

// The lines of who opened the record, as the client's screen has them.
std::vector<std::string> opened(Person& client) {
    std::vector<std::string> lines;
    for (const OpenedDay& day : client.sees()->client->sharing.opened.days) {
        for (const OpenedLine& line : day.lines) lines.push_back(line.who + " opened " + line.what);
    }
    return lines;
}

}  // namespace

TEST_CASE("A client reads who opened the record, and one sitting is one line") {
    Couple people;
    people.sync();
    REQUIRE(opened(people.client) == std::vector<std::string>{"Dr Vogel opened the record"});
    people.clinician.does(OpenClient{people.record, 90});
    people.clinician.does(CloseClient{});
    people.clinician.does(OpenClient{people.record});
    people.sync();
    CHECK(opened(people.client).size() == 1);
    people.clinician.does(ChangeSettings{{.lock_after_minutes = 0}});
    people.clinician.waits(16 * ms_per_minute);
    people.sync();
    CHECK(opened(people.client).size() == 1);  // being open and syncing is no opening
    people.clinician.does(OpenClient{people.record});
    people.sync();
    CHECK(opened(people.client).size() == 2);
}

TEST_CASE("Being opened makes nothing new for the clinician") {
    Couple people;
    people.sync();
    const CaseLine before = people.clinician.sees()->clinician->caseload.front();
    people.clinician.does(ChangeSettings{{.lock_after_minutes = 0}});
    people.clinician.waits(20 * ms_per_minute);
    people.clinician.does(OpenClient{people.record});
    people.sync();
    const CaseLine after = people.clinician.sees()->clinician->caseload.front();
    CHECK(after.detail == before.detail);
    CHECK(after.need == before.need);
}

}  // namespace evenkeel::test
