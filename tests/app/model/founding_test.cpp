// The birth of a practice in the window, and its recovery sheet.
#include "core/base/files.h"
#include "sync/paper/recovery_sheet.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

FoundPractice request(const World& world) {
    return {.server = "http://localhost:4711",
            .setup_code = world.setup_code,
            .pin = "",
            .practice = "Harbour Practice",
            .name = "Dr Vogel",
            .sheet_path = (world.folder / "sheet.txt").string()};
}

// The four lines in that file.
std::string sheet_in(const std::string& path) {
    std::string text = to_string(need(read_whole_file(path, 4096)));
    REQUIRE(text.ends_with('\n'));
    text.pop_back();
    return text;
}

TEST_CASE("A practice is set up with the server's code, its sheet on disk before it is shown") {
    World world;
    Person doctor(world, "doctor");
    doctor.does(CreateProfile{words});
    const auto founded = doctor.does(request(world));
    REQUIRE(founded->stage == Stage::founded);
    REQUIRE(founded->sheet.has_value());
    CHECK(founded->sheet->text == sheet_in(founded->sheet->path));
    need(paper::parse_recovery_sheet(founded->sheet->text));

    SECTION("put away, it is never shown again") {
        const auto after = doctor.does(Continue{});
        CHECK(after->stage == Stage::clinician);
        CHECK_FALSE(after->sheet.has_value());
        CHECK(after->clinician->practice == "Harbour Practice");
        CHECK(after->clinician->is_admin);
        CHECK(doctor.is_killed_and_returns()->stage == Stage::clinician);
    }
    SECTION("after a kill it is shown until it is put away") {
        const auto again = doctor.is_killed_and_returns();
        REQUIRE(again->stage == Stage::founded);
        CHECK(again->sheet->text == sheet_in(founded->sheet->path));
    }
    SECTION("after a kill without its file, that is said") {
        need(remove_file(founded->sheet->path));
        const auto again = doctor.is_killed_and_returns();
        REQUIRE(again->stage == Stage::founded);
        CHECK(again->sheet->text.empty());
    }
}

TEST_CASE("A wrong set-up code makes nothing, and leaves no sheet that opens nothing") {
    World world;
    Person doctor(world, "doctor");
    doctor.does(CreateProfile{words});
    FoundPractice wrong = request(world);
    wrong.setup_code[0] = wrong.setup_code[0] == 'A' ? 'B' : 'A';
    CHECK_FALSE(doctor.refused(wrong).empty());
    CHECK_FALSE(file_exists(wrong.sheet_path));
    CHECK(doctor.sees()->stage == Stage::unenrolled);

    {
        Person other(world, "other");
        other.does(CreateProfile{words});
        FoundPractice first = request(world);
        first.sheet_path += ".other";
        other.does(first);
    }
    CHECK_FALSE(doctor.refused(request(world)).empty());  // the code works once
    CHECK_FALSE(file_exists(wrong.sheet_path));
}

TEST_CASE("Where the sheet cannot be written, nothing goes to the server") {
    World world;
    Person doctor(world, "doctor");
    doctor.does(CreateProfile{words});
    FoundPractice asked = request(world);
    asked.sheet_path = (world.folder / "nowhere" / "sheet.txt").string();
    CHECK(doctor.refused(asked) ==
          "There is no such folder; nothing was written. Choose another one.");
    CHECK(world.requests.empty());
    CHECK(doctor.does(request(world))->stage == Stage::founded);
}

TEST_CASE("A founding that the network cut off is finished later with the sheet of the first try") {
    World world;
    Person doctor(world, "doctor");
    doctor.does(CreateProfile{words});
    world.offline = true;
    CHECK_FALSE(doctor.refused(request(world)).empty());
    const std::string sheet = sheet_in(request(world).sheet_path);
    world.offline = false;
    FoundPractice again = request(world);
    again.sheet_path += ".second";
    const auto founded = doctor.does(again);
    REQUIRE(founded->stage == Stage::founded);
    CHECK(founded->sheet->text == sheet);
    CHECK(founded->sheet->path == request(world).sheet_path);
    CHECK_FALSE(file_exists(again.sheet_path));
}

}  // namespace
}  // namespace evenkeel::test
