// Sessions: planned by the clinician, seen by both, their agenda written by both.
#include "app/model/sessions.h"

#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

struct Pair : Couple {
    Pair() {
        client.does(ChangeSettings{{.lock_after_minutes = 0}});
        clinician.does(ChangeSettings{{.lock_after_minutes = 0}});
    }
    void plan(std::int32_t in_days, std::uint32_t minute = 14 * 60) {
        clinician.does(PlanSession{.record = record,
                                   .day = today + in_days,
                                   .minute = minute,
                                   .minutes = 50,
                                   .place = Place::video});
        sync_all(clinician, client);
    }
    std::string next() {
        const auto& next = client.sees()->client->today.next_session;
        return next ? next->text : "none";
    }
};

TEST_CASE("A planned session is the same line on both sides, and goes when it is cancelled") {
    Pair pair;
    pair.plan(5);
    const auto& lines = pair.clinician.sees()->clinician->overview->sessions;
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().text.ends_with(", 14:00, by video"));
    CHECK(pair.next() == lines.front().text);
    pair.clinician.does(CancelSession{pair.record, lines.front().id});
    sync_all(pair.clinician, pair.client);
    CHECK(pair.next() == "none");
    pair.clinician.does(Undo{});
    CHECK(pair.clinician.sees()->clinician->overview->sessions.size() == 1);
    sync_all(pair.clinician, pair.client);
    CHECK(pair.next().ends_with(", 14:00, by video"));
}

TEST_CASE("The nearest session is shown until it has ended") {
    Pair pair;
    pair.plan(9);
    pair.plan(2);
    const std::string nearer = pair.next();
    pair.world.clock.at = need(instant_of(pair.today + 2, 14 * 60 + 49, "Europe/Berlin"));
    pair.client.waits(0);
    CHECK(pair.next() == nearer);
    pair.client.waits(2 * ms_per_minute);
    CHECK(pair.next() != nearer);
    CHECK(pair.next() != "none");
}

TEST_CASE("Both sides add to the agenda, and each takes back only their own") {
    Pair pair;
    pair.plan(3);
    const EntityId id = pair.client.sees()->client->today.next_session->id;
    pair.client.does(AddToAgenda{std::nullopt, id, "The evenings"});
    pair.clinician.does(AddToAgenda{pair.record, id, "The boundary's review"});
    sync_all(pair.clinician, pair.client);
    const auto agenda = pair.clinician.sees()->clinician->overview->sessions.front().agenda;
    REQUIRE(agenda.size() == 2);
    for (const AgendaLine& line : agenda) {
        CHECK(line.is_mine == (line.text == "The boundary's review"));
        if (line.is_mine) continue;
        CHECK(pair.clinician.refused(TakeFromAgenda{pair.record, line.id}) ==
              "The other side wrote that line; only they take it back.");
        pair.client.does(TakeFromAgenda{std::nullopt, line.id});
    }
    sync_all(pair.clinician, pair.client);
    CHECK(pair.clinician.sees()->clinician->overview->sessions.front().agenda.size() == 1);
    CHECK(pair.client.refused(AddToAgenda{std::nullopt, id, ""}) == "The line is empty.");
    CHECK(pair.client.refused(AddToAgenda{std::nullopt, EntityId{}, "x"}) ==
          "That session is not planned any more.");
}

TEST_CASE("A line that is added while sharing is paused stays with its writer, and says so") {
    Pair pair;
    pair.plan(3);
    const EntityId id = pair.client.sees()->client->today.next_session->id;
    pair.client.does(PauseSharing{true});
    const auto after = pair.client.does(AddToAgenda{std::nullopt, id, "For me alone"});
    const auto& mine = after->client->today.next_session->agenda;
    REQUIRE(mine.size() == 1);
    CHECK(mine.front().only_mine);
    sync_all(pair.client, pair.clinician);
    CHECK(pair.clinician.sees()->clinician->overview->sessions.front().agenda.empty());

    pair.client.does(PauseSharing{false});
    pair.client.does(AddToAgenda{std::nullopt, id, "For both"});
    sync_all(pair.client, pair.clinician);
    const auto& seen = pair.clinician.sees()->clinician->overview->sessions.front().agenda;
    REQUIRE(seen.size() == 1);
    CHECK(seen.front().text == "For both");
    CHECK_FALSE(seen.front().only_mine);
}

TEST_CASE("A client plans no session, and none lies more than a year ahead") {
    Pair pair;
    CHECK(pair.client.refused(PlanSession{.record = pair.record, .day = pair.today + 1}) ==
          "That is for clinicians; nothing was changed.");
    CHECK(pair.clinician.refused(PlanSession{.record = pair.record, .day = pair.today + 400}) ==
          "A session lies at most a year from today.");
}

TEST_CASE("A session today is why a client stands high in the caseload") {
    Pair pair;
    pair.plan(0, 23 * 60 + 30);
    const CaseLine& line = pair.clinician.sees()->clinician->caseload.front();
    CHECK(line.need == "Session today, 23:30 · intake due");
    CHECK_FALSE(line.waits);
}

TEST_CASE("Another clock's zone is named with the time") {
    const When when = need(make_when(need(parse_rfc3339("2026-12-03T13:00:00Z")), "Europe/Berlin"));
    const Appointment session{.when = when, .minutes = 50, .place = Place::phone};
    CHECK(session_words(session, "Europe/Berlin") == "Thu 3 Dec, 14:00, by phone");
    CHECK(session_words(session, "Europe/Vienna") == "Thu 3 Dec, 14:00, by phone");
    CHECK(session_words(session, "Europe/Dublin") ==
          "Thu 3 Dec, 13:00 Europe/Dublin time, by phone");
}

TEST_CASE("The brief begins with the session that ended last, and is saved where nothing is") {
    Pair pair;
    pair.plan(0, 0);  // long over
    pair.world.pass(ms_per_day);
    pair.clinician.waits(0);
    const auto overview = pair.clinician.does(OpenClient{pair.record})->clinician->overview;
    CHECK(overview->brief.name == "Ada");
    CHECK(overview->brief.period.starts_with("Since the session on "));
    const std::string path = (pair.world.folder / "brief.pdf").string();
    const auto saved = pair.clinician.does(SaveBrief{pair.record, path});
    CHECK(saved->brief_saved_to == path);
    CHECK(saved->saved->text == "Brief saved. The file is not encrypted");
    CHECK(pair.clinician.refused(SaveBrief{pair.record, path})
              .starts_with("A file of that name is there already"));
    CHECK(pair.clinician.refused(SaveBrief{pair.record, path + ".doc"})
              .starts_with("The name has to end in .pdf"));
}

}  // namespace
}  // namespace evenkeel::test
