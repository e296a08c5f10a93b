// What belongs to sessions, by taps: a clinician's own notes, a review of a boundary, the plan, and
// a reply where the page is read.
#include "tests/app/ui/screens/window.h"

using namespace evenkeel;
using namespace evenkeel::test;
using model::Stage;

namespace {

struct Clinic : TwoWindows {
    Clinic() { open(); }
    void open() {
        desk.tap("Ada");
        REQUIRE(desk.gui().has("Safety"));
    }
    void pause_of_the_hand() {
        desk.gui().pass(ms_per_second);
        desk.gui().settle();
        desk.looks_again();
    }
    const model::NotesView& notes() { return desk.snapshot().clinician->overview->notes; }
};

}  // namespace

TEST_CASE(
    "a note is typed by taps, a kill takes at most its last second, and undo brings it back") {
    Clinic clinic;
    Window& desk = clinic.desk;
    desk.tap("Your notes");
    CHECK(desk.gui().has("Your notes on Ada: only you can read these."));
    desk.tap("Write a note");
    desk.gui().type("Ask about the br");
    clinic.pause_of_the_hand();
    desk.gui().type("other");

    desk.is_killed_and_returns();
    clinic.open();
    desk.tap("Your notes");
    desk.tap("Go on with your note");
    CHECK(desk.gui().node("Your note").value == "Ask about the br");
    desk.gui().type("other");
    desk.tap("Keep this note");
    CHECK(desk.gui().has("Ask about the brother"));
    CHECK_FALSE(desk.gui().has("Keep this note"));
    REQUIRE(clinic.notes().notes.size() == 1);

    desk.tap("Change it");
    desk.gui().type(", and the call");
    desk.gui().letter('l', true);
    CHECK(desk.snapshot().stage == Stage::locked);
    desk.is_killed_and_returns();
    clinic.open();
    desk.tap("Your notes");
    desk.tap("Go on changing it");
    desk.tap("Keep the change");
    CHECK(clinic.notes().notes.front().text == "Ask about the brother, and the call");

    desk.tap("Delete");
    desk.tap("Delete it");
    CHECK(clinic.notes().notes.empty());
    desk.tap("Undo");
    CHECK(clinic.notes().notes.size() == 1);
    clinic.sync();
    CHECK_FALSE(clinic.phone.gui().has("Ask about the brother, and the call"));
}

TEST_CASE("what is typed on one client is no note on another") {
    Clinic clinic;
    Person other = client_of(clinic.world, clinic.clinician, "Robin", all_kinds());
    clinic.desk.looks_again();
    clinic.desk.tap("Your notes");
    clinic.desk.tap("Write a note");
    clinic.desk.gui().type("Ada alone");
    clinic.desk.tap("Back");
    clinic.desk.tap("Robin");
    clinic.desk.tap("Your notes");
    CHECK_FALSE(clinic.desk.gui().has("Your note"));
    clinic.desk.tap("Write a note");
    CHECK(clinic.desk.gui().node("Your note").value.empty());
    clinic.desk.tap("Back");
    clinic.desk.tap("Ada");
    clinic.desk.tap("Your notes");
    clinic.desk.tap("Go on with your note");
    CHECK(clinic.desk.gui().node("Your note").value == "Ada alone");
}

TEST_CASE("a review keeps a boundary by taps, and one to be changed opens the new terms") {
    Clinic clinic;
    Window& desk = clinic.desk;
    Window& phone = clinic.phone;
    model::BoundaryForm form{.groups = {UseGroup::social}, .minutes_max = 60};
    form.reason = "The evenings slip away";
    agree(clinic.client, clinic.clinician, form);
    clinic.sync();
    desk.tap("Boundaries");
    desk.tap("Review it");
    desk.write("What was said, if anything", "It helps at night.");
    desk.gui().letter('l', true);
    CHECK(desk.snapshot().stage == Stage::locked);
    desk.is_killed_and_returns();
    clinic.open();
    desk.tap("Boundaries");
    desk.tap("Review it");
    CHECK(desk.gui().node("What was said, if anything").value == "It helps at night.");
    desk.tap("In two weeks");
    desk.tap("Save the review");
    clinic.sync();
    phone.tap("Boundaries");
    CHECK(phone.gui().has("“It helps at night.”"));
    const auto& card = only_card(phone.snapshot().client->boundaries.cards);
    CHECK(card.stage == model::BoundaryStage::in_force);
    CHECK(card.review_day == phone.snapshot().client->today.today + 14);

    desk.tap("Review it");
    CHECK(desk.gui().node("What was said, if anything").value.empty());
    desk.tap("What came out > Change");
    desk.tap("Save the review");
    CHECK(desk.gui().has("Send this proposal"));
    clinic.sync();
    CHECK(only_card(phone.snapshot().client->boundaries.cards).version == 1);
    CHECK(only_card(phone.snapshot().client->boundaries.cards).reviews.size() == 2);
}

TEST_CASE("the plan is written on both sides by taps") {
    Clinic clinic;
    clinic.phone.tap("Boundaries");
    clinic.phone.tap("Your plan together");
    clinic.phone.tap("Outside");
    clinic.phone.write("What happens there", "A walk on Sundays");
    clinic.phone.tap("Add");
    clinic.sync();
    clinic.desk.tap("Your plan together");
    CHECK(clinic.desk.gui().has("A walk on Sundays"));
    clinic.desk.tap("Done");
    clinic.sync();
    CHECK_FALSE(clinic.phone.gui().has("A walk on Sundays"));
}

TEST_CASE("a page is answered where the brief shows it, by keys, and undo makes it a draft again") {
    Clinic clinic;
    Window& desk = clinic.desk;
    clinic.client.does(model::WritePage{.key = {}, .title = {}, .text = "A hard evening."});
    const EntityId page = clinic.client.sees()->client->journal.written.page;
    clinic.client.does(model::SharePage{.page = page, .text = "A hard evening."});
    clinic.sync();
    desk.tap("Reply");
    desk.gui().tap("Your reply to Ada");
    desk.gui().type("Thank you for");
    desk.gui().pass(ms_per_second);
    desk.gui().settle();
    desk.looks_again();
    CHECK(desk.snapshot().clinician->overview->words.drafts.front().text == "Thank you for");
    desk.gui().type(" writing.");
    desk.gui().ui().push(platform::KeyPress{.key = platform::KeyCode::enter, .control = true});
    desk.gui().settle();
    CHECK_FALSE(desk.gui().has("Send the reply"));
    desk.tap("Undo");
    CHECK(desk.snapshot().clinician->overview->words.drafts.front().text ==
          "Thank you for writing.");
    desk.tap("Go on with your reply");
    desk.tap("Send the reply");
    clinic.sync();
    CHECK(clinic.phone.snapshot().client->journal.pages->front().replies.size() == 1);
}
