// The journal by taps: written, kept, shared, read and answered at the real screens.
#include "tests/app/ui/screens/scenes.h"
#include "tests/app/ui/screens/window.h"

using namespace evenkeel;
using namespace evenkeel::test;
using model::DraftKey;
using model::Stage;

namespace {

struct People : TwoWindows {
    const model::JournalView& journal() { return phone.snapshot().client->journal; }
    void write(const std::string& text) {
        phone.tap("Journal");
        phone.tap("New page");
        phone.gui().type(text);
        phone.tap("Keep this page");
    }
    void write_and_share(const std::string& text) {
        write(text);
        phone.tap("Share this page");
        phone.tap("Share with Dr Vogel");
    }
    void open_words() {
        desk.tap("Ada");
        desk.tap("Words");
    }
};

// What a list says of a row beside its title.
std::string value_of(Window& window, const std::string& row) {
    return window.gui().node(row).value;
}

}  // namespace

TEST_CASE("a page is begun with one tap, and a kill takes at most the last second of it") {
    People people;
    people.phone.tap("Journal");
    people.phone.gui().taps = 0;
    people.phone.tap("New page");
    people.phone.gui().type("The evening we");
    CHECK(people.phone.gui().taps == 1);
    CHECK(people.phone.gui().has("Not saved yet."));
    people.phone.gui().pass(ms_per_second);
    people.phone.gui().settle();
    people.phone.looks_again();
    CHECK_FALSE(people.phone.gui().has("Not saved yet."));
    people.phone.gui().type("nt out");

    people.phone.is_killed_and_returns();
    people.phone.tap("Journal");
    CHECK(value_of(people.phone, "The evening we").ends_with("On this device only"));
    people.phone.tap("The evening we");
    people.phone.gui().type("nt better");
    people.phone.tap("Keep this page");
    CHECK(people.phone.gui().has("The evening went better"));
    CHECK(people.phone.gui().has("Only you can read this page."));
    CHECK(people.journal().drafts.empty());
}

TEST_CASE("what is typed is kept when its page is left, locked or put to sleep") {
    People people;
    people.phone.tap("Journal");
    people.phone.tap("New page");
    people.phone.gui().type("one");
    people.phone.tap("Today");
    CHECK(people.journal().drafts.front().text == "one");

    people.phone.tap("Journal");
    people.phone.tap("one");
    people.phone.gui().type(" two");
    people.phone.gui().letter('l', true);
    CHECK(people.phone.snapshot().stage == Stage::locked);
    people.phone.is_killed_and_returns();
    CHECK(people.journal().drafts.front().text == "one two");

    people.phone.tap("Journal");
    people.phone.tap("one two");
    people.phone.gui().type(" three");
    people.phone.gui().suspend();
    CHECK(people.phone.snapshot().stage == Stage::locked);
    people.phone.is_killed_and_returns();
    CHECK(people.journal().drafts.front().text == "one two three");
}

TEST_CASE("a page is shared in two taps, after exactly what will be seen was shown") {
    People people;
    people.write("said in confidence");
    people.write("for the session");
    people.phone.gui().taps = 0;
    people.phone.tap("Share this page");
    CHECK(people.phone.gui().node("What Dr Vogel will see > for the session").layer > 0);
    CHECK_FALSE(people.phone.gui().has("said in confidence"));
    people.phone.tap("Share with Dr Vogel");
    CHECK(people.phone.gui().taps == 2);
    people.sync();
    people.open_words();
    CHECK(people.desk.gui().has("for the session"));
    CHECK_FALSE(people.desk.gui().has("said in confidence"));

    people.phone.tap("Take it back");
    people.phone.tap("Take this page back? > Take it back");
    people.sync();
    people.desk.tap("Words");
    CHECK_FALSE(people.desk.gui().has("for the session"));
    CHECK(people.desk.gui().has("No page is shared"));
}

TEST_CASE("a person answers a page, and the client reads it from Today") {
    People people;
    people.write_and_share("The evening went better");
    people.sync();
    CHECK(value_of(people.desk, "Ada").ends_with("1 new page · intake due"));
    people.open_words();
    people.desk.tap("The evening went better");
    people.desk.tap("Reply");
    people.desk.gui().type("Thank you for writing this.");
    people.desk.tap("Send the reply");
    CHECK(people.desk.gui().has("You answered, today"));
    CHECK_FALSE(people.desk.gui().has("Send the reply"));
    people.sync();

    people.phone.tap("Today");
    people.phone.tap("Dr Vogel answered your page of today");
    CHECK(people.phone.gui().has("Dr Vogel answered, today"));
    CHECK(people.phone.gui().has("Thank you for writing this."));
    people.phone.tap("Today");
    CHECK_FALSE(people.phone.gui().has("Dr Vogel answered your page of today"));
    people.phone.tap("Journal");
    CHECK(value_of(people.phone, "The evening went better").ends_with("Answered"));
}

TEST_CASE("a clinician replies without the mouse, and takes the reply back as a draft") {
    People people;
    people.write_and_share("The evening went better");
    people.sync();
    Gui& desk = people.desk.gui();
    desk.letter('j');
    desk.letter('r');
    desk.type("Thank you.");
    CHECK(desk.node("Your reply to Ada").value == "Thank you.");
    people.desk.gui().ui().push(
        platform::KeyPress{.key = platform::KeyCode::enter, .control = true});
    desk.settle();
    CHECK(desk.has("You answered, today"));
    people.desk.tap("Undo");
    CHECK_FALSE(desk.has("You answered, today"));
    people.desk.tap("Go on with your reply");
    CHECK(desk.node("Your reply to Ada").value == "Thank you.");
    people.sync();
    people.phone.tap("Journal");
    CHECK(value_of(people.phone, "The evening went better").ends_with("Shared, seen"));
}

TEST_CASE("a reply that is being typed is kept when another client or tab is opened") {
    People people;
    people.write_and_share("words");
    people.sync();
    people.open_words();
    people.desk.tap("words");
    people.desk.tap("Reply");
    people.desk.gui().type("half a thought");
    people.desk.tap("Days");
    people.desk.is_killed_and_returns();
    people.open_words();
    people.desk.tap("words");
    people.desk.tap("Go on with your reply");
    CHECK(people.desk.gui().node("Your reply to Ada").value == "half a thought");
}

TEST_CASE("a page that was opened to be changed and left as it was makes no draft") {
    People people;
    people.write("words");
    people.phone.tap("Change this page");
    people.phone.tap("Page");
    CHECK(people.journal().drafts.empty());
    people.phone.tap("Change this page");
    people.phone.gui().type(", and more");
    people.phone.tap("Page");
    CHECK(people.journal().drafts.front().text == "words, and more");
    CHECK(people.journal().pages->front().text == "words");
    people.phone.tap("Change this page");
    people.phone.tap("Keep the change");
    CHECK(people.journal().pages->front().text == "words, and more");
}

TEST_CASE("what could not be saved stays in the editor, which says so") {
    model::Snapshot snapshot = client_snapshot();
    snapshot.client->journal = {};
    std::vector<model::Intent> asked;
    Gui gui(phone_look(), [&](model::Intent intent) { asked.push_back(std::move(intent)); });
    const auto show = [&](const char* error) {
        snapshot.handled = asked.size();
        if (error != nullptr) snapshot.errors = {{asked.size(), error}};
        gui.show(std::make_shared<model::Snapshot>(snapshot));
        gui.settle();
    };
    show(nullptr);
    gui.tap("Journal");
    gui.tap("New page");
    gui.type("words that matter");
    gui.pass(ms_per_second);
    gui.settle();
    REQUIRE(asked.size() == 1);
    CHECK(std::get<model::KeepDraft>(asked.front()).text == "words that matter");
    show("The disk is full. What was saved before is safe.");
    CHECK(gui.has("The disk is full. What was saved before is safe."));
    CHECK(gui.has("Not saved yet."));
    CHECK(gui.node("Your page").value == "words that matter");

    gui.tap("Keep this page");
    CHECK(std::holds_alternative<model::WritePage>(asked.back()));
    CHECK(gui.node("Your page").value == "words that matter");
    CHECK(gui.node("Keep this page").disabled);
    show("The disk is full. What was saved before is safe.");
    CHECK(gui.node("Your page").value == "words that matter");
    CHECK_FALSE(gui.node("Keep this page").disabled);
    gui.tap("Journal");
    CHECK(std::get<model::KeepDraft>(asked.back()).text == "words that matter");
}

TEST_CASE("the room that is left on a page is said before it is full") {
    model::Snapshot snapshot = journal_snapshot();
    snapshot.client->journal.drafts.front().text = std::string(18'900, 'x');
    Gui gui(phone_look(), [](const model::Intent&) {});
    gui.show(std::make_shared<model::Snapshot>(snapshot));
    gui.settle();
    gui.tap("Journal");
    gui.tap("New page");
    CHECK(gui.has("Room for 1100 more characters."));
    gui.type(std::string(1'200, 'y'));
    CHECK(gui.has("This is full. What does not fit can go on in another one."));
    CHECK(gui.node("Your page").value.size() == 20'000);
}

TEST_CASE("a question can begin a page, and stays above it") {
    People people;
    people.phone.tap("Journal");
    people.phone.tap("New page");
    people.phone.tap("Start from a question");
    people.phone.tap("Values");
    people.phone.tap("Which decision of this month are you at peace with?");
    people.phone.tap("Your page");
    people.phone.gui().type("The one about the bedroom.");
    people.phone.tap("Keep this page");
    CHECK(people.journal().pages->front().title ==
          "Which decision of this month are you at peace with?");
    CHECK(people.phone.gui().has("Which decision of this month are you at peace with?"));
}

TEST_CASE("a deleted page comes back by undo, and later from the trash") {
    People people;
    people.write("words");
    people.phone.tap("Delete");
    people.phone.tap("Delete it");
    CHECK(people.journal().pages->empty());
    people.phone.tap("Undo");
    CHECK(people.journal().pages->size() == 1);
    people.phone.tap("Delete");
    people.phone.tap("Delete it");
    people.phone.is_killed_and_returns();
    people.phone.tap("Journal");
    people.phone.tap("Open the trash");
    people.phone.tap("Bring it back");
    CHECK(people.phone.gui().node("words").value == "Today, Only you");
}

TEST_CASE("a question that a clinician gives by taps is answered from Today with one") {
    People people;
    people.sync();
    people.open_words();
    people.desk.tap("Give a question");
    people.desk.tap("Choose from the library");
    people.desk.tap("Values");
    people.desk.tap("Which decision of this month are you at peace with?");
    CHECK(people.desk.gui().has("From Dr Vogel"));
    people.desk.tap("Give this question");
    CHECK(people.desk.gui().has("Which decision of this month are you at peace with?"));
    people.sync();

    people.phone.gui().taps = 0;
    people.phone.tap("Dr Vogel asks: Which decision of this month are you at peace with?");
    people.phone.gui().type("The one about the bedroom.");
    CHECK(people.phone.gui().taps == 1);
    people.phone.tap("Keep this page");
    people.phone.tap("Share this page");
    people.phone.tap("Share with Dr Vogel");
    people.phone.tap("Today");
    CHECK_FALSE(people.phone.gui().has(
        "Dr Vogel asks: Which decision of this month are you at peace with?"));
    people.sync();
    people.desk.tap("The one about the bedroom.");
    CHECK(people.desk.gui().has("The one about the bedroom."));
    people.desk.tap("Ask it no more");
    CHECK_FALSE(people.desk.gui().has("Ask it no more"));
}
