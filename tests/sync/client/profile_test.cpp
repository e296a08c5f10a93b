#include "sync/client/profile.h"

#include "core/base/files.h"
#include "tests/sync/client/world.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace evenkeel::client {
namespace {

struct Place {
    Folder files;
    Instant now{1'747'224'000'000};
    StoppedClock clock;
    SeededRandom random{3};
    MemorySecrets secrets;
    std::string folder = files.path("deep/profile");

    Place() { clock.world = &now; }
    Ports ports() { return {.clock = clock, .random = random, .secrets = secrets}; }
    Result<std::unique_ptr<Profile>> create(std::string_view words = passphrase) {
        return Profile::create(folder, words, ports(), trust::password_cost_floor);
    }
    Result<std::unique_ptr<Profile>> open(std::string_view words = passphrase) {
        return Profile::open(folder, words, ports());
    }
    ErrorCode open_error(std::string_view words = passphrase) {
        const auto opened = open(words);
        REQUIRE_FALSE(opened.ok());
        return opened.error().code();
    }
};

TEST_CASE("a profile keeps what was stored and lets nobody else read its folder") {
    Place place;
    {
        const auto profile = place.create();
        REQUIRE(profile.ok());
        REQUIRE(profile.value()->store().set_value("word", as_bytes("kept")).ok());
    }
    struct stat facts {};
    REQUIRE(stat(place.folder.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0700);
    const auto again = place.open();
    REQUIRE(again.ok());
    CHECK(to_string(*again.value()->store().value("word").value()) == "kept");
}

TEST_CASE("a wrong passphrase, a missing profile and a damaged lock are three different errors") {
    Place place;
    CHECK(place.open_error() == ErrorCode::not_found);
    REQUIRE(place.create().ok());
    CHECK(place.open_error("some other words") == ErrorCode::wrong_passphrase);
    const std::string lock = place.folder + "/lock";
    REQUIRE(write_whole_file(lock, as_bytes("not a lock at all")).ok());
    CHECK(place.open_error() == ErrorCode::damaged);
    REQUIRE(write_whole_file(lock, Bytes(4096, Byte{1})).ok());
    CHECK(place.open_error() == ErrorCode::damaged);
}

TEST_CASE("a folder that holds a profile is not given to another one") {
    Place place;
    REQUIRE(place.create().ok());
    const auto second = place.create();
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().code() == ErrorCode::refused);
    CHECK(place.open().ok());
}

TEST_CASE("a folder that was there keeps its mode, and is taken only if it is private") {
    Place place;
    const auto mode_of = [](const std::string& path) {
        struct stat facts {};
        REQUIRE(stat(path.c_str(), &facts) == 0);
        return facts.st_mode & 07777;
    };
    const std::string open_to_others = place.folder = place.files.path("shared");
    REQUIRE(mkdir(open_to_others.c_str(), 0700) == 0);
    REQUIRE(chmod(open_to_others.c_str(), 01777) == 0);
    const auto refused = place.create();
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code() == ErrorCode::refused);
    CHECK(mode_of(open_to_others) == 01777);
    CHECK(std::filesystem::is_empty(open_to_others));

    place.folder = place.files.path("own");
    REQUIRE(mkdir(place.folder.c_str(), 0700) == 0);
    CHECK(place.create().ok());
}

TEST_CASE("without a key store a short passphrase is refused before anything is written") {
    Place place;
    place.secrets.is_there = false;
    CHECK_FALSE(place.create("kayak7").ok());
    CHECK_FALSE(std::filesystem::exists(place.folder));
    CHECK(place.create().ok());
}

TEST_CASE("a second process finds the profile in use") {
    Place place;
    const auto profile = place.create();
    REQUIRE(profile.ok());
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const auto taken = ProcessLock::take(place.folder + "/in-use");
        _exit(!taken.ok() && taken.error().code() == ErrorCode::busy ? 7 : 1);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 7);
    CHECK(place.open_error() == ErrorCode::busy);
}

TEST_CASE("after a changed passphrase only the new one opens, and everything is still there") {
    Place place;
    {
        const auto profile = place.create();
        REQUIRE(profile.value()->store().set_value("word", as_bytes("kept")).ok());
        CHECK_FALSE(profile.value()
                        ->change_passphrase("wrong words", "another quiet morning",
                                            trust::password_cost_floor)
                        .ok());
        REQUIRE(
            profile.value()
                ->change_passphrase(passphrase, "another quiet morning", trust::password_cost_floor)
                .ok());
    }
    CHECK(place.open_error() == ErrorCode::wrong_passphrase);
    const auto again = place.open("another quiet morning");
    REQUIRE(again.ok());
    CHECK(again.value()->store().value("word").value().has_value());
    CHECK(place.secrets.kept.size() == 1);
}

TEST_CASE(
    "a profile whose passphrase is lost is set aside whole, and opens there if it comes back") {
    Place place;
    {
        const auto profile = place.create();
        REQUIRE(profile.value()->store().set_value("word", as_bytes("kept")).ok());
        const auto busy = Profile::set_aside(place.folder, place.clock);
        REQUIRE_FALSE(busy.ok());
        CHECK(busy.error().code() == ErrorCode::busy);
    }
    for (const char* const wish : {"/reminders", "/counting"}) {
        REQUIRE(write_whole_file(place.folder + wish, as_bytes("wanted")).ok());
    }
    const std::string aside = Profile::aside_of(place.folder, place.clock);
    CHECK(aside == place.folder + "-set-aside-2025-05-14");
    CHECK(Profile::set_aside(place.folder, place.clock).value() == aside);
    CHECK_FALSE(file_exists(place.folder));
    CHECK_FALSE(file_exists(aside + "/reminders"));
    CHECK_FALSE(file_exists(aside + "/counting"));

    REQUIRE(place.create("other words, and quite many").ok());
    CHECK(place.open_error() == ErrorCode::wrong_passphrase);
    CHECK(Profile::set_aside(place.folder + "/", place.clock).value() == aside + "-2");
    place.folder = aside;
    const auto again = place.open();
    REQUIRE(again.ok());
    CHECK(to_string(*again.value()->store().value("word").value()) == "kept");
}

TEST_CASE("a stolen folder does not open without the key store, whatever the passphrase") {
    Place place;
    REQUIRE(place.create().ok());
    place.secrets.kept.clear();
    CHECK(place.open_error() == ErrorCode::refused);
}

TEST_CASE("a file is replaced whole, and nothing unfinished stays behind") {
    Folder files;
    const std::string path = files.path("file");
    REQUIRE(write_whole_file(path, as_bytes("old")).ok());
    REQUIRE(write_whole_file(path, as_bytes("newer")).ok());
    CHECK(to_string(read_whole_file(path, 16).value()) == "newer");
    CHECK(read_whole_file(path, 4).error().code() == ErrorCode::damaged);
    CHECK(read_whole_file(files.path("none"), 4).error().code() == ErrorCode::not_found);
    CHECK_FALSE(file_exists(path + ".new"));
}

}  // namespace
}  // namespace evenkeel::client
