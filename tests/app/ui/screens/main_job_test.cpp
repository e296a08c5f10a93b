// The main job by taps: two people at the real screens, over their own stores and the real server.
#include "app/ui/screens/words.h"
#include "core/base/files.h"
#include "tests/app/ui/screens/window.h"

using namespace evenkeel;
using namespace evenkeel::test;
using model::Stage;

namespace {

// The practice, its clinician at a desktop, and a client at a phone.
struct Practice {
    World world;
    Person clinician = founder(world);
    Window desk{clinician, desktop_look()};

    void sync(Person& client, Window& phone) {
        sync_all(clinician, client);
        desk.looks_again();
        phone.looks_again();
    }
};

struct Joined : TwoWindows {
    // What a second day offers to take over.
    void log_a_first_day() {
        const Day today = client.sees()->client->today.today;
        client.does(model::SetUse{today, UseGroup::internet, 90});
        client.does(model::SetUse{today, UseGroup::social, 45});
        client.does(model::SetUse{today, UseGroup::ai, 30});
    }
    void agree_on(const std::string& statement) {
        client.does(
            model::Propose{.record = std::nullopt,
                           .form = {.kind = model::FormKind::attested, .statement = statement}});
        sync();
        const VaultId record = clinician.sees()->clinician->caseload.front().record;
        const auto open = clinician.does(model::OpenClient{.record = record});
        const auto& card = open->clinician->overview->boundaries.front();
        clinician.does(model::Decide{.record = record,
                                     .boundary = card.id,
                                     .decision = Decision::accept,
                                     .version = card.version});
        sync();
    }
};

}  // namespace

TEST_CASE(
    "a client joins by taps: an invite read aloud, what is shared chosen, a number compared") {
    Practice practice;
    Window& desk = practice.desk;
    desk.tap("Invite a client");
    desk.write("Whom do you invite?", "Ada");
    desk.tap("Make the invite");
    const std::string link = desk.snapshot().clinician->invite->link;
    CHECK(desk.gui().has(link));
    CHECK(desk.gui().has("Invite link as a picture, for a camera"));
    desk.tap("Copy the link");
    CHECK(desk.gui().clipboard() == link);

    Person ada(practice.world, "ada");
    Window phone(ada, phone_look());
    phone.tap("Begin");
    phone.write("Passphrase", words);
    phone.write("The same passphrase again", words);
    phone.tap("Continue");
    phone.write("Invite link or file", link);
    phone.tap("Show what it asks");
    CHECK(phone.gui().has("Harbour Practice"));
    phone.tap("Mood");
    phone.tap("Screen time");
    phone.write("Your name", "Ada");
    phone.tap("Join and share 2 of 5");
    const std::string number = phone.snapshot().safety_number;
    CHECK(phone.gui().has(number));
    phone.tap("Continue");
    CHECK(phone.gui().has("How was today?"));

    practice.sync(ada, phone);
    desk.tap("Done");
    desk.tap("Ada");
    desk.tap("Device");
    CHECK(desk.gui().has(number));
    desk.tap("We compared them: the same");
    CHECK(desk.gui().has("You compared these digits."));
    phone.tap("Sharing");
    CHECK(phone.gui().node("What you share with > Mood").checked);
    CHECK_FALSE(phone.gui().node("What you share with > Boundary answers").checked);
}

TEST_CASE("a link may come in a file") {
    Practice practice;
    const std::string link =
        practice.clinician.does(model::InviteClient{"Ada"})->clinician->invite->link;
    const std::string file = (practice.world.folder / "invite.txt").string();
    need(write_whole_file(file, as_bytes(link + "\n")));
    Person ada(practice.world, "ada");
    ada.does(model::CreateProfile{words});
    Window phone(ada, phone_look());
    phone.write("Invite link or file", file);
    phone.tap("Show what it asks");
    CHECK(phone.gui().has("From Dr Vogel"));
}

TEST_CASE("both agree on a boundary by taps, after one suggested a change") {
    Joined people;
    people.sync();
    people.desk.tap("Ada");
    people.desk.tap("Boundaries");
    people.desk.tap("Propose a boundary");
    people.desk.tap("At most, more");
    people.desk.write("Why this matters (both of you read it)", "The evenings slip away");
    const std::string proposed = model::live_sentence({.minutes_max = 75});
    CHECK(people.desk.gui().has(proposed));
    people.desk.tap("Send this proposal");

    people.sync();
    people.phone.tap("Boundaries");
    CHECK(people.phone.gui().has("Waits for your answer"));
    people.phone.tap("Suggest a change");
    people.phone.tap("At most, less");
    people.phone.tap("At most, less");
    const std::string countered = model::live_sentence({.minutes_max = 45});
    CHECK(people.phone.gui().has(countered));
    people.phone.tap("Send this proposal");
    CHECK(people.phone.gui().has("Waits for their answer"));

    people.sync();
    people.desk.tap("Accept");
    people.sync();
    CHECK(people.desk.gui().has("In force"));
    CHECK(people.phone.gui().has("In force"));
    CHECK(people.phone.gui().has(countered));
    CHECK(people.phone.gui().has("Why: The evenings slip away"));

    people.world.pass(ms_per_hour);  // what was said before an end ends with it
    people.phone.tap("Withdraw");
    CHECK(people.phone.gui().has("Withdraw from this boundary?"));
    people.phone.tap("Leave it as it is");
    CHECK(people.phone.gui().has("In force"));
    people.phone.tap("Withdraw");
    people.phone.tap("Withdraw from this boundary? > Withdraw");
    people.sync();
    CHECK(people.desk.gui().has("Ended"));
}

TEST_CASE("a client says no to a boundary, and that is that") {
    Joined people;
    people.sync();
    people.desk.tap("Ada");
    people.desk.tap("Boundaries");
    people.desk.tap("Propose a boundary");
    people.desk.tap("Own words");
    people.desk.write("The boundary in your own words", "No phone in the bedroom");
    people.desk.tap("Send this proposal");
    people.sync();
    people.phone.tap("Boundaries");
    people.phone.tap("Decline");
    people.sync();
    CHECK(people.phone.gui().has("Ended"));
    CHECK(people.desk.gui().has("Ended"));
}

TEST_CASE("a full day takes at most eight taps and no keyboard, each tap outlives a kill") {
    Joined people;
    people.log_a_first_day();
    people.agree_on("No phone in the bedroom");
    people.agree_on("Read before sleep");
    people.world.pass(ms_per_day);
    people.phone.is_killed_and_returns();

    Window& phone = people.phone;
    phone.gui().taps = 0;
    const auto& today = [&]() -> const model::TodayView& { return phone.snapshot().client->today; };
    phone.tap("Good");
    phone.is_killed_and_returns();
    CHECK(today().mood == 7U);
    constexpr std::array<std::uint32_t, 3> offered = {90, 45, 30};
    constexpr std::array<const char*, 3> same = {"Internet > Same as last time: 1 h 30 min",
                                                 "Social media > Same as last time: 45 min",
                                                 "AI tools > Same as last time: 30 min"};
    for (std::size_t i = 0; i < same.size(); ++i) {
        phone.tap(same[i]);
        phone.is_killed_and_returns();
        CHECK(today().use[i].minutes == offered[i]);
    }
    REQUIRE(today().boundaries.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        const std::string title = today().boundaries[i].title;
        phone.tap(title + " > Kept");
        phone.is_killed_and_returns();
        CHECK(today().boundaries[i].answer == Answer::kept);
    }
    CHECK(phone.gui().taps <= 8);
    CHECK(today().days_logged_of_28 == 2);

    people.sync();
    people.desk.tap("Ada");
    people.desk.tap("Days");
    const std::string seen = people.desk.gui().text();
    INFO(seen);
    CHECK(seen.find("mood 7 · internet 1 h 30 min · social 45 min · AI 30 min") !=
          std::string::npos);
}

TEST_CASE("an earlier day is filled in with two more taps, and undo takes the last tap back") {
    Joined people;
    people.client.does(model::SetMood{people.client.sees()->client->today.today, 5});
    people.world.pass(2 * ms_per_day);
    people.phone.is_killed_and_returns();
    Window& phone = people.phone;
    const auto blank = phone.snapshot().client->today.blank_days;
    REQUIRE(blank.size() >= 1);
    phone.gui().taps = 0;
    phone.tap(ui::weekday_and_date(blank.front()));
    phone.tap("Low");
    phone.tap("Back to today");
    CHECK(phone.gui().taps == 3);  // the mood, and two more
    CHECK(phone.snapshot().client->today.days_logged_of_28 == 2);

    phone.tap("Very good");
    CHECK(phone.gui().has("Mood saved"));
    phone.tap("Undo");
    CHECK_FALSE(phone.snapshot().client->today.mood.has_value());
    phone.tap("Okay");
    people.client.waits(11 * ms_per_second);
    phone.looks_again();
    CHECK_FALSE(phone.gui().has("Undo"));
}

TEST_CASE("that a day is all is one tap, and another takes it back") {
    Joined people;
    people.phone.tap("That is all for today");
    CHECK(people.phone.snapshot().client->today.complete);
    CHECK(people.phone.gui().node("That is all for today").value ==
          "What is not noted counts as none.");
    people.phone.is_killed_and_returns();
    CHECK(people.phone.snapshot().client->today.complete);
    people.phone.tap("That is all for today");
    CHECK_FALSE(people.phone.snapshot().client->today.complete);
}

TEST_CASE("a note is saved after a pause of the hand, and stays with its writer unless shared") {
    Joined people;
    people.phone.tap("Add a note (optional)");
    people.phone.write("What you want to remember", "A walk helped");
    people.phone.gui().pass(ms_per_second);
    people.phone.gui().settle();
    people.phone.is_killed_and_returns();
    CHECK(people.phone.snapshot().client->today.note == "A walk helped");
    CHECK(people.phone.snapshot().client->today.note_private);

    people.phone.tap("Your note");
    people.phone.write("What you want to remember", "");
    people.phone.gui().key(platform::KeyCode::end);
    people.phone.gui().type(" today");
    people.phone.gui().suspend();
    CHECK(people.phone.snapshot().stage == Stage::locked);
    people.phone.is_killed_and_returns();
    CHECK(people.phone.snapshot().client->today.note == "A walk helped today");
}

TEST_CASE("a person locks, reads whom to call above the lock, and unlocks with the keyboard") {
    Joined people;
    people.phone.tap("Sharing");
    people.phone.tap("Lock now");
    CHECK(people.phone.snapshot().stage == Stage::locked);
    CHECK_FALSE(people.phone.gui().has("Sharing"));
    // Nobody has to tap the field first, nor after a slip.
    people.phone.gui().type("not that one, I think");
    people.phone.gui().key(platform::KeyCode::enter);
    CHECK(people.phone.gui().has("Dismiss"));
    people.phone.gui().type(words);
    people.phone.gui().key(platform::KeyCode::enter);
    CHECK(people.phone.gui().has("Sharing and safety"));

    people.phone.tap("Lock now");
    people.phone.tap("Help now");
    CHECK(people.phone.gui().has("112"));
    people.phone.gui().key(platform::KeyCode::escape);
    people.phone.write("Passphrase", words);
    people.phone.gui().key(platform::KeyCode::enter);
    CHECK(people.phone.gui().has("Sharing and safety"));
}

TEST_CASE("the country chosen above the lock is the one shown after a restart, before unlocking") {
    Joined people;
    people.client.does(model::Lock{});
    people.phone.looks_again();
    people.phone.tap("Help now");
    people.phone.tap("Another country");
    people.phone.tap("Ireland");
    CHECK(people.phone.gui().node("Where you are").value == "Ireland");
    Person returned(people.world, "Ada");
    Window phone(returned, phone_look());
    REQUIRE(phone.snapshot().stage == Stage::locked);
    phone.tap("Help now");
    CHECK(phone.gui().node("Where you are").value == "Ireland");
    phone.tap("Another country");
    phone.tap("Elsewhere");
    CHECK(phone.gui().node("Where you are").value == "Elsewhere");
}

TEST_CASE("what is no longer shared is asked about once more, and then not sent") {
    Joined people;
    people.sync();
    people.phone.tap("Sharing");
    people.phone.tap("What you share with > Mood");
    people.phone.tap("Stop sharing it");
    CHECK_FALSE(people.phone.gui().node("What you share with > Mood").checked);
    people.phone.tap("Today");
    people.phone.tap("Good");
    people.sync();
    people.desk.tap("Ada");
    people.desk.tap("Days");
    CHECK(people.desk.gui().text().find("mood 7") == std::string::npos);
    people.phone.tap("Sharing");
    people.phone.tap("Pause all sharing");
    CHECK(people.phone.gui().has(
        "Sharing is paused. What you note stays with you, on your own devices."));
}

TEST_CASE("a clinician goes through the caseload with the keyboard") {
    Joined people;
    people.sync();
    Gui& desk = people.desk.gui();
    desk.letter('j');
    CHECK(people.desk.snapshot().clinician->overview.has_value());
    desk.letter('4');
    CHECK(desk.node("Boundaries").checked);
    desk.letter('/');
    desk.type("zzz");
    CHECK(desk.has("No client has that name."));
    desk.key(platform::KeyCode::escape);
    desk.letter('?');
    CHECK(desk.has("Next client"));
}
