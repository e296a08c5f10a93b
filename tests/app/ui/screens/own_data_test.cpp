// One's data, one's devices and leaving, by taps over a real store and server.
#include "core/base/files.h"
#include "tests/app/ui/screens/window.h"

using namespace evenkeel;
using namespace evenkeel::test;
using model::Stage;

namespace {

void write_path(Window& window, const std::string& field, const std::string& path) {
    window.tap(field);
    window.gui().letter('a', true);
    window.gui().type(path);
}

}  // namespace

TEST_CASE("a client leaves by two taps that no slip makes, and both windows say so") {
    TwoWindows people;
    Window& phone = people.phone;
    phone.tap("Okay");
    people.sync();
    people.desk.tap("Ada");

    phone.tap("Sharing");
    phone.tap("Leave the practice");
    CHECK(phone.gui().node("Leaving > Leave the practice").disabled);
    CHECK(phone.gui().has("What stays"));
    phone.tap("I have read this, and I want to leave");
    phone.tap("Leave the practice");
    CHECK(phone.gui().has("You left the practice"));
    CHECK_FALSE(phone.gui().has("Pause all sharing"));
    phone.tap("Today");
    phone.tap("Very low");
    people.sync();
    CHECK(people.desk.gui().text().find("Left the practice") != std::string::npos);
    people.desk.tap("Days");
    CHECK(people.desk.gui().text().find("mood 5") != std::string::npos);
    CHECK(people.desk.gui().text().find("mood 1") == std::string::npos);
    CHECK(people.desk.snapshot().errors.empty());
}

TEST_CASE("one's data goes out to read and comes back, and all of it here is deleted by a word") {
    TwoWindows people;
    Window& phone = people.phone;
    const auto place = [&](const char* name) { return (people.world.folder / name).string(); };
    phone.tap("Good");
    phone.tap("Sharing");
    phone.tap("Your data as a file");
    write_path(phone, "File for your data", place("mine.pdf"));
    phone.tap("Export my data");
    CHECK(phone.gui().has("Written to " + place("mine.pdf")));
    phone.tap("To import again (JSON)");
    write_path(phone, "File for your data", place("mine.json"));
    phone.tap("Export my data");
    CHECK(file_exists(place("mine.json")));
    phone.write("File to look at", place("mine.json"));
    phone.tap("Look at it");
    phone.tap("Import it");
    CHECK(phone.snapshot().saved->text.starts_with("0 entries imported"));
    phone.tap("Back");

    phone.tap("Delete everything on this device");
    CHECK(phone.gui().node("Delete everything here").disabled);
    phone.write("Type delete, if you are sure", "delete");
    phone.tap("Delete everything here");
    CHECK(phone.snapshot().stage == Stage::first_run);
    CHECK(phone.gui().has("Begin"));
}

TEST_CASE("a lost device is taken out in the window, with a word of what that means") {
    TwoWindows people;
    Person tablet = second_device(people.world, people.client);
    Window& phone = people.phone;
    phone.looks_again();
    phone.tap("Sharing");
    phone.tap("Another device of yours > Remove it");
    CHECK(phone.gui().has("Remove that device?"));
    phone.tap("Leave it as it is");
    CHECK(phone.gui().text().find("Let in") != std::string::npos);
    phone.tap("Another device of yours > Remove it");
    phone.tap("Ask it to erase itself");
    phone.tap("Remove the device");
    CHECK(phone.gui().text().find("Was asked to erase itself; not confirmed") != std::string::npos);
}
