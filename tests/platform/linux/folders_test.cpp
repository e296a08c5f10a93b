// Where a person's files are proposed, on a desktop of their own.
#include "platform/ports.h"
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>

namespace evenkeel::test {
namespace {

// A home of the story's own, for as long as it lasts.
class Home {
public:
    Home() {
        set("HOME", folder_.path(""));
        set("XDG_CONFIG_HOME", folder_.path("config"));
        set("XDG_DOCUMENTS_DIR", "");
        set("XDG_DATA_HOME", "");
        std::filesystem::create_directories(folder_.path("config"));
    }
    ~Home() {
        for (const auto& [name, value] : before_) setenv(name.c_str(), value.c_str(), 1);
    }
    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    std::string make(const std::string& name) {
        std::filesystem::create_directories(folder_.path(name));
        return folder_.path(name);
    }
    [[nodiscard]] std::string path(const std::string& name) const { return folder_.path(name); }
    void set(const std::string& name, const std::string& value) {
        const char* const now = std::getenv(name.c_str());
        before_.emplace(name, now == nullptr ? "" : now);
        setenv(name.c_str(), value.c_str(), 1);
    }

private:
    ScratchFolder folder_;
    std::map<std::string, std::string> before_;
};

TEST_CASE("documents go where the desktop says, if there is such a folder") {
    Home home;
    CHECK(platform::documents_folder() == home.path(""));
    const std::string usual = home.make("Documents");
    CHECK(std::filesystem::equivalent(platform::documents_folder(), usual));
    write_text(home.path("config/user-dirs.dirs"),
               "# XDG_DOCUMENTS_DIR=\"$HOME/Not this\"\nXDG_DOCUMENTS_DIR=\"$HOME/Dokumente\"\n");
    CHECK(std::filesystem::equivalent(platform::documents_folder(), usual));
    const std::string named = home.make("Dokumente");
    CHECK(std::filesystem::equivalent(platform::documents_folder(), named));
    const std::string elsewhere = home.make("elsewhere");
    home.set("XDG_DOCUMENTS_DIR", elsewhere);
    CHECK(platform::documents_folder() == elsewhere);
}

TEST_CASE("profiles live below the home folder, and a path that is not absolute is passed over") {
    Home home;
    CHECK(platform::default_data_folder() == home.path("") + "/.local/share/evenkeel");
    home.set("XDG_DATA_HOME", "somewhere");
    CHECK(platform::default_data_folder() == home.path("") + "/.local/share/evenkeel");
    home.set("XDG_DATA_HOME", "/somewhere");
    CHECK(platform::default_data_folder() == "/somewhere/evenkeel");
}

}  // namespace
}  // namespace evenkeel::test
