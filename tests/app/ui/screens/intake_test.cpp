// The intake by taps, on both sides.
#include "tests/app/ui/screens/window.h"

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

struct Joined : TwoWindows {
    // To the end, whatever is left blank.
    void goes_to_the_end() {
        while (phone.gui().has("Next")) phone.tap("Next");
        phone.tap("See what you said");
    }
};

// Whether it stands on the screen, as a label or as a value.
bool reads(Window& window, const std::string& text) {
    return window.gui().text().find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a client answers alone by taps, sees what will be seen, and shares it") {
    Joined joined;
    joined.sync();
    Window& phone = joined.phone;
    phone.tap("Your digital habits > Begin");
    phone.tap("Which of these do you use most days? > Phone");
    phone.tap("Next");
    CHECK(phone.gui().has("How often do you pick up a device without having meant to?"));
    phone.tap("On an ordinary day > 5 h");
    while (!phone.gui().has("AI tools")) phone.tap("Next");
    CHECK_FALSE(phone.gui().has("Which ones?"));
    phone.tap("How often do you talk to an AI tool > Every day");
    CHECK(phone.gui().has("Which ones?"));
    phone.write("Which ones?", "a companion");
    joined.goes_to_the_end();
    CHECK(reads(phone, "a companion"));
    CHECK(phone.gui().has("Numbers to call now"));
    joined.sync();
    joined.desk.tap("Ada");
    joined.desk.tap("Digital-habits intake");
    CHECK_FALSE(reads(joined.desk, "a companion"));

    phone.tap("Share this with Dr Vogel");
    CHECK(phone.gui().has("How was today?"));
    CHECK_FALSE(phone.gui().has("Your digital habits"));
    joined.sync();
    CHECK(reads(joined.desk, "a companion"));
    CHECK(reads(joined.desk, "Every day"));
}

TEST_CASE("words that are being typed are kept when the page is left or the system sleeps") {
    Joined joined;
    joined.sync();
    Window& phone = joined.phone;
    phone.tap("Your digital habits > Begin");
    while (phone.gui().has("Next")) phone.tap("Next");
    phone.write("If one thing about screens could be different, what would it be?",
                "quiet evenings");
    phone.tap("Stop here");
    CHECK(phone.gui().has("How was today?"));
    phone.tap("Your digital habits > Go on");
    CHECK(reads(phone, "quiet evenings"));
    phone.write("Whom could you turn to on a bad night?", "Mina");
    phone.gui().suspend();
    joined.client.does(model::Unlock{words});
    const auto& open = joined.client.sees()->client->intakes.open;
    REQUIRE(open.has_value());
    CHECK(open->said_count == 2);
}

TEST_CASE("a clinician asks for an intake, or answers it together, and reads what changed") {
    Joined joined;
    joined.sync();
    Window& desk = joined.desk;
    desk.tap("Ada");
    desk.tap("Digital-habits intake");
    desk.tap("Answer it together");
    while (!desk.gui().has("Sleep and bed")) desk.tap("Next");
    desk.tap("How often do you use a screen in bed? > Often");
    while (desk.gui().has("Next")) desk.tap("Next");
    desk.tap("See what you said");
    desk.tap("Finish");
    CHECK_FALSE(desk.snapshot().clinician->overview->intakes.is_due);
    desk.tap("Ask the client to answer alone");
    CHECK(desk.snapshot().clinician->overview->intakes.is_due);
    joined.sync();
    Window& phone = joined.phone;
    CHECK(phone.gui().has("Dr Vogel asks you to answer this."));
    phone.tap("Your digital habits > Begin");
    while (!phone.gui().has("Sleep and bed")) phone.tap("Next");
    phone.tap("How often do you use a screen in bed? > Sometimes");
    joined.goes_to_the_end();
    phone.tap("Share this with Dr Vogel");
    joined.sync();
    CHECK(desk.gui().has("A screen in bed: was often, now sometimes"));
}
