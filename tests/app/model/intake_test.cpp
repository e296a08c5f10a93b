// The digital-habits intake between a client's window and a clinician's, over the real server.
#include "core/domain/intake_rules.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

IntakeAnswer answer_of(const char* key, const char* text) {
    return need(parse_answer(*find_question(intake_form(), key), text));
}
std::uint32_t number_of(const char* key) { return find_question(intake_form(), key)->number; }

SnapshotPtr answers(Person& client, const char* key, const char* text) {
    const EntityId intake = client.sees()->client->intakes.open->id;
    return client.does(AnswerIntake{.record = std::nullopt,
                                    .intake = intake,
                                    .question = number_of(key),
                                    .answer = answer_of(key, text)});
}

const IntakesView& clinician_sees(Person& clinician) {
    const VaultId record = clinician.sees()->clinician->caseload.front().record;
    return clinician.does(OpenClient{record})->clinician->overview->intakes;
}

VaultId record_of(Person& clinician) {
    return clinician.sees()->clinician->caseload.front().record;
}

// What is shown as said to a question; empty if it does not come up.
std::string said_to(const IntakePage& page, const char* key) {
    for (const IntakeSection& section : page.parts) {
        for (const IntakeLine& line : section.lines) {
            if (line.question.key == key) return line.said;
        }
    }
    return "";
}

std::string need_of(Person& clinician) {
    return clinician.sees()->clinician->caseload.front().need;
}

TEST_CASE("An intake is due from joining until one was shared, and private until then") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    CHECK(need_of(clinician) == "Nothing shared yet · intake due");
    CHECK(client.sees()->client->intakes.is_due);

    client.does(StartIntake{});
    answers(client, "ai_use", "daily");
    answers(client, "ai_for", "support,crisis");
    sync_all(client, clinician);
    CHECK_FALSE(clinician_sees(clinician).open.has_value());
    CHECK(clinician_sees(clinician).finished.empty());

    const EntityId intake = client.sees()->client->intakes.open->id;
    const auto kept = client.does(FinishIntake{.record = std::nullopt, .intake = intake});
    CHECK_FALSE(kept->client->intakes.open.has_value());
    CHECK(kept->client->intakes.finished.front().detail == "Finished. Only you see it.");
    sync_all(client, clinician);
    CHECK(clinician_sees(clinician).finished.empty());
    CHECK(clinician_sees(clinician).is_due);

    const auto shared = client.does(ShareIntake{intake});
    CHECK(shared->client->intakes.finished.front().stage == IntakeStage::shared);
    sync_all(client, clinician);
    const IntakesView& seen = clinician_sees(clinician);
    REQUIRE(seen.finished.size() == 1);
    CHECK(said_to(seen.finished.front(), "ai_for") ==
          "Comfort or support and when things were very bad");
    CHECK(said_to(seen.finished.front(), "rested") == "not said");
    CHECK_FALSE(seen.finished.front().can_answer);
    CHECK_FALSE(seen.is_due);
    CHECK(need_of(clinician) == "Nothing shared yet");
}

TEST_CASE("What the client reviews is what the clinician reads, ruled out answers left out") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    client.does(StartIntake{});
    answers(client, "social_use", "daily");
    answers(client, "social_minutes", "2h");
    const auto before = answers(client, "wish", "evenings of my own");
    CHECK(said_to(*before->client->intakes.open, "social_minutes") == "2 h");
    const auto after = answers(client, "social_use", "never");
    CHECK(said_to(*after->client->intakes.open, "social_minutes").empty());
    CHECK(after->client->intakes.open->said_count == 2);
    client.does(ShareIntake{after->client->intakes.open->id});
    sync_all(client, clinician);
    const IntakePage seen = clinician_sees(clinician).finished.front();
    const IntakePage mine = client.sees()->client->intakes.finished.front();
    REQUIRE(seen.parts.size() == mine.parts.size());
    for (std::size_t part = 0; part < seen.parts.size(); ++part) {
        REQUIRE(seen.parts[part].lines.size() == mine.parts[part].lines.size());
        for (std::size_t i = 0; i < seen.parts[part].lines.size(); ++i) {
            CHECK(seen.parts[part].lines[i].said == mine.parts[part].lines[i].said);
        }
    }
    CHECK(said_to(seen, "wish") == "evenings of my own");
}

TEST_CASE("Killed between two questions, a client goes on where they were") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    client.does(StartIntake{});
    answers(client, "devices", "phone");
    answers(client, "bed_use", "often");
    const auto returned = client.is_killed_and_returns();
    REQUIRE(returned->client->intakes.open.has_value());
    CHECK(returned->client->intakes.open->continue_at == 5);
    CHECK(said_to(*returned->client->intakes.open, "bed_use") == "Often");
    client.does(StartIntake{});
    CHECK(client.sees()->client->intakes.open->said_count == 2);
}

TEST_CASE("Undo takes the last answer back, and a blank answer clears one") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    client.does(StartIntake{});
    answers(client, "rested", "4");
    answers(client, "rested", "6");
    CHECK(said_to(*client.does(Undo{})->client->intakes.open, "rested") == "4 of 10");
    CHECK(said_to(*answers(client, "rested", "")->client->intakes.open, "rested") == "not said");
}

TEST_CASE("A second intake shows what changed, and is due again when it is asked for") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    client.does(StartIntake{});
    answers(client, "bed_use", "often");
    answers(client, "screen_minutes", "4h");
    client.does(ShareIntake{client.sees()->client->intakes.open->id});
    sync_all(client, clinician);

    world.clock.at = world.clock.at + 100 * ms_per_day;
    sync_all(client, clinician);
    clinician_sees(clinician);
    clinician.does(StartIntake{.record = record_of(clinician), .mode = IntakeMode::alone});
    CHECK(clinician_sees(clinician).is_asked);
    sync_all(clinician, client);
    CHECK(client.sees()->client->intakes.standing == "Dr Vogel asks you to answer this.");
    answers(client, "bed_use", "sometimes");
    sync_all(client, clinician);
    CHECK(clinician_sees(clinician).is_due);
    CHECK(said_to(*client.sees()->client->intakes.open, "bed_use") == "Sometimes");

    client.does(ShareIntake{client.sees()->client->intakes.open->id});
    sync_all(client, clinician);
    const IntakesView& seen = clinician_sees(clinician);
    CHECK_FALSE(seen.is_due);
    REQUIRE(seen.finished.size() == 2);
    CHECK(seen.finished.front().changes ==
          std::vector<std::string>{"A screen in bed: was often, now sometimes"});
    CHECK(seen.finished.front().compared_with.starts_with("the intake of 15 January 2027"));
}

TEST_CASE("Answered together it is seen by both at once, and is not the client's to change") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    clinician_sees(clinician);
    const VaultId record = record_of(clinician);
    const auto begun = clinician.does(StartIntake{.record = record, .mode = IntakeMode::together});
    const EntityId intake = begun->clinician->overview->intakes.open->id;
    clinician.does(AnswerIntake{.record = record,
                                .intake = intake,
                                .question = number_of("rested"),
                                .answer = answer_of("rested", "3")});
    sync_all(clinician, client);
    CHECK(client.sees()->client->intakes.finished.front().detail ==
          "Not finished. Written by Dr Vogel; both of you see it.");
    clinician.does(FinishIntake{.record = record, .intake = intake});
    CHECK_FALSE(clinician_sees(clinician).is_due);
    sync_all(clinician, client);
    const IntakePage seen = client.sees()->client->intakes.finished.front();
    CHECK(said_to(seen, "rested") == "3 of 10");
    CHECK_FALSE(seen.can_answer);
    CHECK(client
              .refused(AnswerIntake{.record = std::nullopt,
                                    .intake = intake,
                                    .question = number_of("rested"),
                                    .answer = answer_of("rested", "9")})
              .starts_with("Your clinician wrote that one with you"));
    CHECK(client.refused(StartIntake{.record = std::nullopt, .mode = IntakeMode::interview}) ==
          "That is for clinicians; nothing was changed.");
}

}  // namespace
}  // namespace evenkeel::test
