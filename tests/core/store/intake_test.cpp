// An intake over three devices: private until it is shared, and shared as it reads.
#include "core/domain/intake_rules.h"
#include "core/store/intakes.h"
#include "tests/core/store/mailbox.h"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace evenkeel;
using namespace evenkeel::test;
using namespace evenkeel::store;

namespace {

const UserId client_user{ByteArray<16>{11}};
const UserId clinician_user{ByteArray<16>{12}};

std::uint32_t number_of(const char* key) { return find_question(intake_form(), key)->number; }

void answer(Device& device, Role writer, EntityId id, const char* key, const char* text) {
    const auto parsed = must(parse_answer(*find_question(intake_form(), key), text));
    must(answer_intake(device.store(), care_vault, id, writer, number_of(key), parsed));
}

KeptIntake only_intake(Device& device) {
    const auto intakes = must(read_intakes(device.store(), care_vault));
    REQUIRE(intakes.size() == 1);
    return intakes.front();
}

// "ai_use=Every day rested=4 of 10", in the order of the questions.
std::string words(const Intake& intake) {
    std::string text;
    for (const auto& [number, given] : intake.answers) {
        const IntakeQuestion& question = *find_question(intake_form(), number);
        text += (text.empty() ? "" : " ") + question.key + "=" +
                said(question, given.reveal()).reveal();
    }
    return text;
}

std::string refusal(const Result<void>& result) {
    return result.ok() ? "fine" : result.error().sentence();
}

EntityId begin_alone(Device& device) {
    return must(begin_intake(device.store(), care_vault, IntakeMode::alone, client_user));
}

}  // namespace

TEST_CASE("an intake that a client answers alone reaches nobody else before it is shared") {
    Team team;
    const EntityId id = begin_alone(team.phone);
    answer(team.phone, Role::client, id, "ai_use", "daily");
    must(finish_intake(team.phone.store(), care_vault, id, Role::client));
    team.settle();
    CHECK(words(only_intake(team.laptop).intake) == "ai_use=Every day");
    CHECK_FALSE(only_intake(team.phone).shared.has_value());
    CHECK(must(read_intakes(team.desk.store(), care_vault)).empty());

    must(share_intake(team.phone.store(), care_vault, id));
    team.settle();
    const KeptIntake seen = only_intake(team.desk);
    CHECK(words(seen.intake) == "ai_use=Every day");
    CHECK(seen.intake.finished.has_value());
    CHECK(seen.shared == seen.intake);
    CHECK(only_intake(team.phone).shared == seen.intake);
}

TEST_CASE("two devices that answer different questions lose neither answer") {
    Team team;
    const EntityId id = begin_alone(team.phone);
    team.settle();
    answer(team.phone, Role::client, id, "rested", "4");
    answer(team.laptop, Role::client, id, "bed_use", "often");
    team.settle();
    CHECK(words(only_intake(team.phone).intake) == "bed_use=Often rested=4 of 10");
    CHECK(only_intake(team.laptop).intake == only_intake(team.phone).intake);
}

TEST_CASE("words typed at once on two devices are both shown until one answers again") {
    Team team;
    const EntityId id = begin_alone(team.phone);
    team.settle();
    answer(team.phone, Role::client, id, "wish", "quiet evenings");
    answer(team.laptop, Role::client, id, "wish", "less news");
    team.settle();
    const KeptIntake both = only_intake(team.phone);
    const auto& also = both.also_typed.at(number_of("wish"));
    REQUIRE(also.size() == 1);
    const std::string shown = answer_to(both.intake.answers, number_of("wish"))->text;
    CHECK(std::set<std::string>{shown, also.front().reveal()} ==
          std::set<std::string>{"less news", "quiet evenings"});
    answer(team.phone, Role::client, id, "wish", "quiet evenings, less news");
    team.settle();
    CHECK(only_intake(team.laptop).also_typed.empty());
}

TEST_CASE("what is changed after sharing stays private until it is shared again") {
    Team team;
    const EntityId id = begin_alone(team.phone);
    answer(team.phone, Role::client, id, "rested", "4");
    must(share_intake(team.phone.store(), care_vault, id));
    team.settle();
    answer(team.phone, Role::client, id, "rested", "7");
    answer(team.phone, Role::client, id, "bed_use", "never");
    team.settle();
    CHECK(words(only_intake(team.desk).intake) == "rested=4 of 10");
    CHECK(words(*only_intake(team.phone).shared) == "rested=4 of 10");
    CHECK(words(only_intake(team.laptop).intake) == "bed_use=Never rested=7 of 10");
    must(share_intake(team.phone.store(), care_vault, id));
    team.settle();
    CHECK(words(only_intake(team.desk).intake) == "bed_use=Never rested=7 of 10");
}

TEST_CASE("an answer that was ruled out is not shared, and taken back where it was") {
    Team team;
    const EntityId id = begin_alone(team.phone);
    answer(team.phone, Role::client, id, "ai_use", "daily");
    answer(team.phone, Role::client, id, "ai_tools", "a companion");
    must(share_intake(team.phone.store(), care_vault, id));
    team.settle();
    CHECK(words(only_intake(team.desk).intake) == "ai_use=Every day ai_tools=a companion");
    answer(team.phone, Role::client, id, "ai_use", "never");
    must(share_intake(team.phone.store(), care_vault, id));
    team.settle();
    team.settle();  // the redaction goes out after the receipt of the private copy
    CHECK(words(only_intake(team.desk).intake) == "ai_use=Never");
    CHECK(words(only_intake(team.phone).intake) == "ai_use=Never ai_tools=a companion");
}

TEST_CASE("a blank answer clears the one before, and undo brings it back") {
    Team team;
    const EntityId id = begin_alone(team.phone);
    answer(team.phone, Role::client, id, "rested", "0");
    CHECK(words(only_intake(team.phone).intake) == "rested=0 of 10");
    answer(team.phone, Role::client, id, "rested", "");
    CHECK(words(only_intake(team.phone).intake).empty());
    must(undo(team.phone.store(), care_vault));
    CHECK(words(only_intake(team.phone).intake) == "rested=0 of 10");
}

TEST_CASE("each side answers its own intakes, and nothing is shared while sharing is paused") {
    Team team;
    const EntityId asked =
        must(begin_intake(team.desk.store(), care_vault, IntakeMode::alone, clinician_user));
    team.settle();
    const auto four = IntakeAnswer{.number = 4};
    CHECK(refusal(answer_intake(team.desk.store(), care_vault, asked, Role::clinician,
                                number_of("rested"), four)) ==
          "That one is the client's to answer; begin another one together.");
    answer(team.phone, Role::client, asked, "rested", "4");
    team.settle();
    CHECK(words(only_intake(team.desk).intake).empty());

    const EntityId together =
        must(begin_intake(team.desk.store(), care_vault, IntakeMode::together, clinician_user));
    answer(team.desk, Role::clinician, together, "rested", "5");
    team.settle();
    CHECK(must(read_intakes(team.phone.store(), care_vault)).size() == 2);
    CHECK(refusal(answer_intake(team.phone.store(), care_vault, together, Role::client,
                                number_of("rested"), four))
              .starts_with("Your clinician wrote that one with you"));
    CHECK(refusal(answer_intake(team.phone.store(), care_vault, asked, Role::client, 40, four)) ==
          "The intake has no such question.");
    must(set_sharing_paused(team.phone.store(), care_vault, true));
    CHECK(refusal(share_intake(team.phone.store(), care_vault, asked)) ==
          "Sharing is paused, so nothing was shared. It stays here as it is.");
}
