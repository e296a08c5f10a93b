// What a client tells about their safety, from the card with numbers to call to the named person
// who has read it.
#include "app/model/risk.h"

#include "app/model/brief_document.h"
#include "core/base/files.h"
#include "tests/app/model/people.h"
#include "tests/support/plain.h"

namespace evenkeel::test {
namespace {

using namespace model;

SafetyForm plan() {
    return {.who = "Dr Vogel",
            .rhythm = CheckRhythm::within_days,
            .days = 2,
            .out_of_hours = "Nobody looks. Please call the number above.",
            .numbers = {{"Harbour, on duty", "030 1234", "Weekdays 8 to 18"}}};
}

const std::string here =
    "It is on this device only. Nobody can see it before this device has synced.";
const std::string sent = "It was sent. Nobody has said yet that they have read it.";

struct Pair : Couple {
    explicit Pair(const std::optional<SafetyForm>& said = plan()) {
        for (Person* person : {&clinician, &client}) {
            person->does(ChangeSettings{{.lock_after_minutes = 0}});
        }
        if (said) clinician.does(SaveSafety{*said});
        sync();
    }
    ClientRisk risk() { return client.sees()->client->risk; }
    void tell(const std::string& said) { client.does(TellClinician{said, "DE"}); }
    std::vector<RiskLine> waiting() {
        return clinician.does(OpenClient{.record = record})->clinician->overview->risks;
    }
    CaseLine first() { return clinician.sees()->clinician->caseload.front(); }
    SessionBrief brief() {
        return clinician.does(OpenClient{.record = record})->clinician->overview->brief;
    }
};

TEST_CASE(
    "Where the practice has not said who answers, nothing is collected, and the card says why") {
    Pair people(std::nullopt);
    CHECK_FALSE(people.risk().can_tell);
    CHECK(people.risk().before.empty());
    CHECK(people.risk().why_not ==
          "Your practice has not said who would read this and when, so it is not collected here. "
          "Please call.");
    CHECK(people.client.refused(TellClinician{"Please.", "DE"}).find("nothing was saved") !=
          std::string::npos);
    CHECK(people.risk().told.empty());

    people.clinician.does(SaveSafety{plan()});
    people.sync();
    CHECK(people.risk().can_tell);
    SafetyForm silent = plan();
    silent.who.clear();
    CHECK_FALSE(unsavable(silent).empty());
    silent.out_of_hours.clear();
    people.clinician.does(SaveSafety{silent});
    people.sync();
    CHECK_FALSE(people.risk().can_tell);
    CHECK(people.client.sees()->settings.own_numbers.size() == 1);  // they are a thing of their own
}

TEST_CASE(
    "Before anything is told the client reads that nobody watches, and the practice's times") {
    Pair people;
    const auto before = people.risk().before;
    REQUIRE(before.size() == 3);
    CHECK(before[0] ==
          "Nobody is watching this live. What you share leaves this device only when it syncs, and "
          "is looked at within 2 days, by Dr Vogel.");
    CHECK(before[0] == people.client.sees()->nobody_watches);
    CHECK(before[1] == "At night and at weekends: Nobody looks. Please call the number above.");
    CHECK(before[2].find("cannot be kept private") != std::string::npos);
    // The same stands in what a client reads before they join.
    const auto issued = people.clinician.does(InviteClient{"Robin"})->clinician->invite;
    Person robin(people.world, "robin");
    robin.does(CreateProfile{words});
    const auto invited = robin.does(PreviewInvite{issued->link});
    CHECK(invited->invite->sharing_text.find(before[0]) != std::string::npos);
    CHECK(invited->invite->sharing_text.find("Tell my clinician") != std::string::npos);
}

TEST_CASE(
    "What is told without a network is said to be on this device only, for as long as it is") {
    Pair people;
    people.world.offline = true;
    people.tell("It is too much.");
    people.client.waits(ms_per_day);
    REQUIRE(people.risk().told.size() == 1);
    CHECK(people.risk().told.front().state == RiskState::here);
    CHECK(people.risk().told.front().status == here);
    CHECK(people.client.is_killed_and_returns()->client->risk.told.front().status == here);
    CHECK_FALSE(people.first().urgent);

    people.world.offline = false;
    people.client.syncs();
    CHECK(people.risk().told.front().state == RiskState::sent);
    CHECK(people.risk().told.front().status == sent);
    people.sync();
    CHECK(people.first().urgent);
    CHECK(people.first().need.starts_with("Told you about their safety; waits since yesterday "));
    const auto waiting = people.waiting();
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.front().words == "It is too much.");
    CHECK(waiting.front().told.starts_with("yesterday "));
    CHECK(waiting.front().arrived.starts_with("It came to this device today "));
    CHECK(waiting.front().shown.starts_with(
        "The device showed: Harbour, on duty 030 1234, Emergency 112 and TelefonSeelsorge 0800 111 "
        "0 111. We have not checked 112 and 0800 111 0 111 ourselves. Nobody is watching"));
}

TEST_CASE("An answer that the server took, but whose receipt was lost, is not said to be sent") {
    Pair people;
    people.world.drop_responses = 1;
    people.tell("");
    people.client.engine().tick(0);
    CHECK(people.risk().told.front().state == RiskState::here);
    people.client.waits(10 * ms_per_minute);
    CHECK(people.risk().told.front().state == RiskState::sent);
}

TEST_CASE(
    "It stands above everyone until a named person has acknowledged it, and the client reads "
    "that") {
    Pair people;
    Person robin = client_of(people.world, people.clinician, "Robin", all_kinds());
    sync_all(people.clinician, robin);
    people.client.does(Propose{std::nullopt, {.minutes_max = 60}});
    people.sync();
    CHECK(people.first().name == "Ada");
    robin.does(TellClinician{"", "DE"});
    sync_all(people.clinician, robin);
    CHECK(people.first().name == "Robin");
    CHECK(people.first().need.starts_with("Told you about their safety; waits since today 09:"));
    const VaultId record = people.first().record;
    const auto opened = people.clinician.does(OpenClient{.record = record});
    const EntityId answer = opened->clinician->overview->risks.front().id;

    people.clinician.does(AcknowledgeRisk{
        .record = record, .answer = answer, .sentence = "I call you today at six."});
    CHECK_FALSE(people.first().urgent);
    CHECK(people.clinician.sees()->clinician->overview->risks.empty());
    sync_all(people.clinician, robin);
    const auto told = robin.sees()->client->risk.told;
    REQUIRE(told.size() == 1);
    CHECK(told.front().state == RiskState::read);
    CHECK(told.front().status.starts_with("Read by Dr Vogel today 09:"));
    CHECK(told.front().sentence == "I call you today at six.");
    CHECK(robin.refused(AcknowledgeRisk{.record = record, .answer = answer, .sentence = {}}) ==
          "That is for clinicians; nothing was changed.");
}

TEST_CASE("Two clinicians acknowledge at once: both are kept, and the client reads the first") {
    Pair people;
    people.tell("Please call.");
    people.sync();
    const EntityId answer = people.waiting().front().id;
    people.clinician.does(AcknowledgeRisk{people.record, answer, "First."});
    people.world.pass(5 * ms_per_minute);
    people.clinician.does(Lock{});
    {
        const auto profile = need(
            client::Profile::open((people.world.folder / "founder").string(), words,
                                  {people.world.clock, people.world.random, people.world.secrets}));
        client::Identity lee = *need(client::load_identity(profile->store()));
        lee.user = {{9}};
        lee.name = "Dr Lee";
        need(acknowledge(profile->store(), people.record, lee, answer, "Second."));
    }
    people.clinician.does(Unlock{words});
    people.sync();
    CHECK(people.risk().told.front().status.starts_with("Read by Dr Vogel today"));
    CHECK(people.risk().told.front().sentence == "First.");
    const auto lines = people.brief().risks;
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().find("Acknowledged by Dr Vogel today") != std::string::npos);
    CHECK(lines.front().find(" and Dr Lee today") != std::string::npos);
}

TEST_CASE("A consent that is switched off hides nothing of it") {
    Pair people;
    for (const SharedData data : all_kinds()) people.client.does(SetShared{data, false});
    people.tell("Please call.");
    people.sync();
    REQUIRE(people.waiting().size() == 1);
    CHECK(people.waiting().front().words == "Please call.");
}

TEST_CASE("While sharing is paused it is not offered; what had not left is said to be held back") {
    Pair people;
    people.world.offline = true;
    people.tell("Not yet gone.");
    people.client.does(PauseSharing{true});
    CHECK_FALSE(people.risk().can_tell);
    CHECK(people.risk().why_not.starts_with("Sharing is paused"));
    REQUIRE(people.risk().told.size() == 1);
    CHECK(people.risk().told.front().state == RiskState::held_back);
    CHECK(people.client.refused(TellClinician{"Now?", "DE"}).starts_with("Sharing is paused"));
    people.world.offline = false;
    people.sync();
    CHECK(people.waiting().empty());
    CHECK(people.risk().told.front().state == RiskState::held_back);
    CHECK(people.risk().told.front().words == "Not yet gone.");

    people.client.does(PauseSharing{false});
    people.tell("Now it is.");
    people.sync();
    REQUIRE(people.waiting().size() == 1);
    CHECK(people.waiting().front().words == "Now it is.");
}

TEST_CASE("What was told is neither undone nor taken back, by nobody") {
    Pair people;
    people.client.does(SetMood{people.today, 4});
    people.tell("Please call.");
    CHECK_FALSE(people.client.sees()->saved->can_undo);
    people.sync();
    const EntityId answer = people.waiting().front().id;
    people.client.does(Lock{});
    const std::string folder = (people.world.folder / "Ada").string();
    auto profile = need(client::Profile::open(
        folder, words, {people.world.clock, people.world.random, people.world.secrets}));
    for (const bool removes : {true, false}) {
        store::Operation operation(profile->store(), people.record, "try");
        const auto done = removes ? operation.remove(answer) : operation.unshare(answer);
        REQUIRE_FALSE(done.ok());
        CHECK(done.error().sentence().starts_with("What was told about safety"));
    }
}

TEST_CASE("The practice's numbers come first, also above the lock, and change with what it says") {
    Pair people;
    const OwnNumber duty{"Harbour, on duty", "030 1234", "Weekdays 8 to 18"};
    people.client.does(ChangeSettings{{.lock_after_minutes = 0, .country = "IE"}});
    people.client.does(Lock{});
    Person again(people.world, "Ada");
    CHECK(again.sees()->stage == Stage::locked);
    CHECK(again.sees()->settings.own_numbers == std::vector{duty});
    CHECK(again.sees()->settings.country == "IE");
    CHECK(people.clinician.sees()->settings.own_numbers == std::vector{duty});

    people.client.does(Unlock{words});
    SafetyForm other = plan();
    other.numbers = {{"Harbour", "030 9999", ""}};
    people.clinician.does(SaveSafety{other});
    people.sync();
    people.client.does(Lock{});
    Person later(people.world, "Ada");
    CHECK(later.sees()->settings.own_numbers == std::vector{OwnNumber{"Harbour", "030 9999", ""}});
}

TEST_CASE("Promising replies leaves the plan for safety as it is, and the other way round") {
    Pair people;
    people.clinician.does(PromiseReplies{3});
    people.sync();
    CHECK(people.risk().can_tell);
    CHECK(people.clinician.sees()->clinician->safety == plan());
    CHECK(people.clinician.sees()->clinician->safety_sentence ==
          "Looked at within 2 days, by Dr Vogel.");
    SafetyForm other = plan();
    other.rhythm = CheckRhythm::every_weekday;
    people.clinician.does(SaveSafety{other});
    people.sync();
    CHECK(people.clinician.sees()->clinician->reply_days == 3);
    CHECK(people.client.sees()->nobody_watches.ends_with(
        "and is looked at every weekday, by Dr Vogel. Your practice says it answers a shared page "
        "within 3 days."));
    CHECK(people.client.refused(SaveSafety{plan()}) ==
          "That is for clinicians; nothing was changed.");
}

TEST_CASE("The lowest mood of a day shows the numbers to call, once a day and for no other mood") {
    Pair people;
    const auto offered = [&] { return people.risk().offered; };
    people.client.does(SetMood{people.today, 2});
    people.client.does(SetMood{people.today + -1, 0});
    CHECK(offered() == 0);
    people.client.does(SetMood{people.today, 1});
    CHECK(offered() == 1);
    people.client.does(SetMood{people.today, 0});
    CHECK(offered() == 1);
    people.client.waits(ms_per_day);
    people.client.does(SetMood{people.today + 1, 0});
    CHECK(offered() == 2);
}

TEST_CASE("Words that were not told yet are kept on this device, and gone once they are told") {
    Pair people;
    people.client.does(KeepRiskWords{"It is too"});
    CHECK(people.client.is_killed_and_returns()->client->risk.draft == "It is too");
    people.tell("It is too much.");
    CHECK(people.risk().draft.empty());
    CHECK(people.risk().told_number == 1);
}

TEST_CASE(
    "The brief says what was told in every format, and of nothing never that there is no risk") {
    Pair people;
    CHECK(people.brief().safety.starts_with("None reported. No question here asks about safety"));
    CHECK(people.brief().risks.empty());
    people.tell("Please call.");
    people.sync();
    const SessionBrief brief = people.brief();
    CHECK(brief.safety ==
          "The client told you about their safety once. 1 waits for a person to acknowledge it.");
    REQUIRE(brief.risks.size() == 1);
    CHECK(brief.risks.front().find("“Please call.” It came to this device today 09:") !=
          std::string::npos);
    CHECK(brief.risks.front().find("Nobody has acknowledged it yet. The device showed: ") !=
          std::string::npos);
    const auto words_in = [&](BriefFormat format) {
        return std::string(as_text(need(brief_bytes(brief, "Dr Vogel", format))));
    };
    for (const std::string& text :
         {one_line(words_in(BriefFormat::text)), words_of_html(words_in(BriefFormat::html)),
          words_of_pdf(words_in(BriefFormat::pdf))}) {
        CHECK(text.find("Nobody has acknowledged it yet.") != std::string::npos);
    }
    people.clinician.does(AcknowledgeRisk{people.record, people.waiting().front().id, ""});
    CHECK(people.brief().safety.ends_with("All of it was acknowledged."));

    // One that nobody acknowledged stays in it, whatever sessions there were since.
    people.tell("Again.");
    people.sync();
    for (Person* person : {&people.clinician, &people.client}) person->waits(5 * ms_per_day);
    people.sync();
    const auto today = people.clinician.sees()->clinician->overview->today;
    people.clinician.does(
        PlanSession{.record = people.record, .day = today + -3, .minute = 10 * 60, .minutes = 50});
    CHECK(people.brief().risks.size() == 1);
    CHECK(people.brief().risks.front().find("“Again.”") != std::string::npos);
}

TEST_CASE("An erased device keeps no number of the practice") {
    Pair people;
    people.client.does(Lock{});
    const std::string folder = (people.world.folder / "Ada").string();
    CHECK(file_exists(folder + "/look"));
    need(client::Profile::erase(need(client::Profile::open(
        folder, words, {people.world.clock, people.world.random, people.world.secrets}))));
    CHECK_FALSE(file_exists(folder + "/look"));
}

TEST_CASE(
    "A client's message outlives their leaving: it waits for a person, and claims no answer") {
    Pair people;
    people.tell("Please.");
    people.sync();
    people.client.does(LeavePractice{});
    people.client.syncs();
    people.clinician.syncs();
    CHECK(people.first().has_left);
    CHECK(people.first().urgent);
    const auto told = people.clinician.does(
        AcknowledgeRisk{people.record, people.waiting().front().id, "I called."});
    CHECK(told->saved->text == "Acknowledged on this device; nothing reaches your client here");
    people.sync();
    CHECK(people.clinician.sees()->errors.empty());
    CHECK(people.clinician.sees()->sync.state == SyncLineState::settled);
    CHECK(people.first().need == "Left the practice");
    CHECK(people.risk().told.front().state == RiskState::sent);
}

}  // namespace
}  // namespace evenkeel::test
