// The register by taps: the client's name for a tool becomes an entry, its verdict comes back, and
// a resource is recommended with a sentence.
#include "tests/app/ui/screens/scenes.h"
#include "tests/app/ui/screens/window.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;

TEST_CASE("a tool the client typed is vetted by taps, and its verdict stands beside the name") {
    TwoWindows two;
    two.client.does(model::SetUse{two.client.sees()->client->today.today, UseGroup::ai, 30});
    two.phone.looks_again();
    two.phone.tap("Screen time");
    two.phone.tap("AI tools · 30 min");
    two.phone.write("App or tool", "Quill");
    CHECK(two.phone.gui().has("Your practice has not reviewed this one yet."));
    two.phone.tap("Keep this name");
    two.sync();

    two.desk.tap("Tools");
    two.desk.looks_again();
    CHECK(two.desk.gui().has("To vet"));
    two.desk.tap("To vet > Quill");
    two.desk.tap("AI assistant");
    two.desk.tap("Allowed with conditions");
    CHECK(two.desk.gui().has("Allowed with conditions: say which."));
    two.desk.write("Conditions (clients see them)", "No names");
    two.desk.tap("Save");
    CHECK_FALSE(two.desk.gui().has("To vet"));
    CHECK(two.desk.gui().has("Saved in the register"));
    two.sync();
    CHECK(two.phone.snapshot().client->tools.known.size() == 1);
    two.phone.looks_again();
    const std::string seen = two.phone.gui().text();
    CHECK(seen.find("Your practice: allowed with conditions. No names. Reviewed by") !=
          std::string::npos);
}

TEST_CASE("what was written about a tool is still there after a look elsewhere") {
    TwoWindows two;
    two.desk.tap("Tools");
    two.desk.tap("Add a tool or resource");
    two.desk.write("Name", "Quill");
    two.desk.tap("Settings");
    two.desk.tap("Tools");
    two.desk.tap("Add a tool or resource");
    two.desk.tap("Save");
    REQUIRE(two.desk.snapshot().clinician->tools.lines.size() == 1);
    CHECK(two.desk.snapshot().clinician->tools.lines.front().form.name == "Quill");
    two.desk.tap("Quill");
    two.desk.tap("Remove");
    two.desk.tap("Remove it");
    CHECK(two.desk.gui().has("This entry was removed."));
    two.desk.tap("Tools");
    CHECK(two.desk.gui().has("Nothing is in it yet. Begin with what your clients use most."));
}

TEST_CASE("what could not be saved of a tool is there when it is opened again, until it is saved") {
    model::Snapshot snapshot = clinician_snapshot();
    std::vector<model::Intent> asked;
    Gui gui(desktop_look(), [&](model::Intent intent) { asked.push_back(std::move(intent)); });
    const auto show = [&] {
        snapshot.handled = asked.size();
        gui.show(std::make_shared<model::Snapshot>(snapshot));
        gui.settle();
    };
    const auto open_new = [&] { gui.tap("Add a tool or resource"); };
    show();
    gui.tap("Tools");
    open_new();
    gui.tap("Name");
    gui.type("Harbour News");
    gui.tap("Save");
    snapshot.errors = {{1, "The disk is full. What was saved before is safe."}};
    show();
    open_new();
    CHECK(gui.node("Name").value == "Harbour News");
    gui.tap("Save");
    snapshot.saved = model::SavedNotice{.number = 1, .text = "Saved in the register"};
    show();
    open_new();
    CHECK(gui.node("Name").value.empty());
}

TEST_CASE("a resource is recommended with a sentence, and the client reads who and why") {
    TwoWindows two;
    two.clinician.does(model::SaveTool{std::nullopt,
                                       {.name = "Evening circle",
                                        .kind = ToolKind::support_group,
                                        .status = ToolStatus::allowed}});
    two.desk.looks_again();
    two.desk.tap("Ada");
    two.desk.tap("Recommend something");
    two.desk.tap("Evening circle");
    CHECK(two.desk.gui().has("Say in a sentence why you recommend it."));
    two.desk.write("Why, in a sentence (your client reads it)", "Others know this too");
    two.desk.tap("Recommend");
    CHECK(two.desk.gui().has("Others know this too"));
    two.sync();
    two.phone.looks_again();
    two.phone.tap("Screen time");
    CHECK(two.phone.gui().has("Recommended to you"));
    CHECK(two.phone.gui().has("Others know this too"));
    two.desk.tap("Not any more");
    CHECK(two.desk.gui().has("Nothing is recommended to this client."));
}
