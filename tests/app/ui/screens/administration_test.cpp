// The administration by taps: holds, retention, the staff, who saw what, and a record handed over.
#include "core/base/files.h"
#include "tests/app/ui/screens/window.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

void administer(Window& desk) {
    desk.tap("Settings");
    desk.tap("Administration");
}

}  // namespace

TEST_CASE("a client reads who opened their record, and the admin saves who saw what") {
    TwoWindows both;
    both.phone.tap("Sharing");
    both.phone.tap("Who opened my record");
    CHECK(both.phone.gui().has("Nobody has opened it yet, as far as this device knows."));
    both.desk.tap("Ada");
    both.sync();
    CHECK(both.phone.gui().has("Dr Vogel opened the record"));

    administer(both.desk);
    both.desk.tap("Ada");
    both.desk.tap("Who opened it");
    CHECK(both.desk.gui().has("Dr Vogel opened the record"));
    const std::string path = (both.world.folder / "who.csv").string();
    both.desk.tap("File for the report");
    both.desk.gui().letter('a', true);
    both.desk.gui().type(path);
    both.desk.tap("Save the report");
    CHECK(both.desk.gui().has("Written to " + path));
    const std::string csv = to_string(need(read_whole_file(path, 65536)));
    CHECK(csv.find("Dr Vogel") != std::string::npos);
    CHECK(csv.find("opened the record,program,no,no") != std::string::npos);
    both.desk.tap("Back");
    CHECK(both.desk.gui().has("Records"));
}

TEST_CASE("a record is held with its reason, its treatment ends, and nothing is due while held") {
    TwoWindows both;
    administer(both.desk);
    both.desk.tap("10 years");
    both.desk.tap("Ada");
    both.desk.write("Treatment ended on", "2010-02-28");
    both.desk.tap("Note the end");
    CHECK(both.desk.gui().has("Was to be kept until 28 February 2020"));
    both.desk.write("Why it must not be removed", "A court asks for it");
    both.desk.tap("Put it on hold");
    const auto& held = both.desk.snapshot().clinician->administration->records.front();
    CHECK(held.hold.find("set by Dr Vogel: A court asks for it") != std::string::npos);
    CHECK(both.desk.gui().has(held.hold));
    CHECK(both.desk.gui().has("Its retention does not end while it is on hold"));
    CHECK_FALSE(both.desk.gui().has("Was to be kept until 28 February 2020"));
    both.desk.is_killed_and_returns();
    administer(both.desk);
    both.desk.tap("Ada");
    both.desk.tap("Lift the hold");
    both.desk.tap("Lift it");
    CHECK(both.desk.gui().has("Was to be kept until 28 February 2020"));
    both.desk.tap("It goes on");
    CHECK(both.desk.gui().has("Treatment ended on"));
}

TEST_CASE("a colleague becomes an admin and a clinician again, and is removed") {
    World world;
    Person doctor = founder(world);
    Person lee = colleague_of(world, doctor, "Dr Lee");
    Window desk(doctor, desktop_look());
    Window theirs(lee, desktop_look());
    administer(desk);
    desk.tap("Dr Vogel (you)");
    CHECK_FALSE(desk.gui().has("Make clinician"));
    desk.tap("Dr Lee");
    desk.tap("Make admin");
    desk.tap("Change the role");
    REQUIRE(desk.snapshot().clinician->administration->staff.back().is_admin);
    sync_all(doctor, lee);
    theirs.looks_again();
    theirs.tap("Settings");
    CHECK(theirs.gui().has("Administration"));
    desk.looks_again();
    desk.tap("Make clinician");
    desk.tap("Change the role");
    sync_all(doctor, lee);
    theirs.looks_again();
    CHECK_FALSE(theirs.gui().has("Administration"));

    desk.looks_again();
    desk.tap("Remove from the practice");
    CHECK(desk.gui().has("Remove Dr Lee from the practice?"));
    desk.tap("Remove them");
    CHECK(desk.snapshot().clinician->administration->staff.size() == 1);
    lee.syncs();
    CHECK(std::ranges::any_of(lee.sees()->sync.details, [](const std::string& detail) {
        return detail.starts_with("This device was removed from a record");
    }));
}

namespace {

// On the page of an archive: into that file.
void make_archive(Window& window, const std::string& path) {
    window.tap("File for the archive");
    window.gui().letter('a', true);
    window.gui().type(path);
    window.tap("Make the archive");
}

}  // namespace

TEST_CASE("a record is handed over with a passphrase that is shown once") {
    TwoWindows both;
    both.phone.tap("Sharing");
    both.phone.tap("An encrypted copy to hand over");
    const std::string path = (both.world.folder / "record.zip").string();
    make_archive(both.phone, path);
    REQUIRE(both.phone.snapshot().archive);
    const std::string passphrase = both.phone.snapshot().archive->passphrase;
    CHECK(both.phone.gui().text().find(passphrase.substr(0, 10)) != std::string::npos);
    CHECK(file_exists(path));
    both.phone.tap("I wrote it down");
    CHECK_FALSE(both.phone.snapshot().archive.has_value());
    both.phone.tap("An encrypted copy to hand over");
    CHECK(both.phone.gui().text().find(passphrase.substr(0, 10)) == std::string::npos);

    both.desk.tap("Ada");
    both.desk.tap("Device");
    both.desk.tap("An encrypted copy to hand over");
    const std::string theirs = (both.world.folder / "theirs.zip").string();
    make_archive(both.desk, theirs);
    CHECK(both.desk.gui().has("Written to " + theirs));
    both.desk.tap("I wrote it down");
    both.sync();
    both.phone.tap("Back");
    both.phone.tap("Who opened my record");
    CHECK(both.phone.gui().has("Dr Vogel opened an export of the record"));
}

TEST_CASE("a clinician takes their own notes along in a file of their own") {
    TwoWindows both;
    both.desk.tap("Ada");
    both.desk.tap("Your notes");
    CHECK_FALSE(both.desk.gui().has("An encrypted copy of your notes"));
    both.desk.tap("Write a note");
    both.desk.gui().type("Ask about the move");
    both.desk.tap("Keep this note");
    both.desk.tap("An encrypted copy of your notes");
    const std::string path = (both.world.folder / "notes.zip").string();
    make_archive(both.desk, path);
    REQUIRE(both.desk.snapshot().archive);
    CHECK(both.desk.snapshot().archive->entries == 1);
    CHECK(file_exists(path));
    both.desk.tap("I wrote it down");
    CHECK(both.desk.gui().has("Write a note"));
}
