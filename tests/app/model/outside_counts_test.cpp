// Screen time counted while the window is closed: sealed where it is counted, added once where the
// profile opens. The desktop is played; files, store and seals are real.
#include "app/model/outside_counts.h"

#include "app/model/reminder_files.h"
#include "core/base/files.h"
#include "tests/app/model/people.h"

#include <filesystem>

namespace evenkeel::test {
namespace {

using namespace model;

class PlayedDesktop final : public ActiveWindow {
public:
    Result<void> available() override { return {}; }
    Result<WindowInFront> look() override {
        ++looks;
        return WindowInFront{Phi(program), Phi(std::string("general")), 0};
    }
    std::string program;  // in front; empty: nothing is
    int looks = 0;
};

class Autostart final : public BackgroundReminders {
public:
    bool can_show() override { return true; }
    Result<void> start_at_login(bool wanted) override {
        at_login = wanted;
        return {};
    }
    Result<void> start() override {
        ++starts;
        return {};
    }
    bool at_login = false;
    int starts = 0;
};

// A client who is counted by the window in front, also while it is closed.
struct Home {
    World world;
    PlayedDesktop desktop;
    Autostart autostart;
    Person clinician = founder(world);
    Person client;
    std::string folder = (world.folder / "Ada").string();

    Home() : client((play(), client_of(world, clinician, "Ada", all_kinds()))) {
        client.does(ChangeSettings{{.lock_after_minutes = 0}});
        client.does(SetCounting{CountingBy::window});
        client.does(SetCountingClosed{true});
    }
    void play() {
        world.background = &autostart;
        world.active_window = &desktop;
    }
    ReminderFiles files() { return {folder, world.secrets, world.random}; }
    // As the program without its window does, from its start to its end.
    void counts_outside(int minutes, bool is_killed = false) {
        OutsideCounter counter(folder, world.random);
        counter.count_by(need(files().read_counting()));
        for (int i = 0; i < minutes; ++i) look(counter);
        if (!is_killed) counter.keep();
    }
    void look(OutsideCounter& counter) {
        world.clock.at.ms += ms_per_minute;
        desktop.program = "discord";
        counter.look(desktop, world.clock.at, world.clock.zone_name());
        desktop.program.clear();
    }
    // "Social media 3; "
    std::string proposed() {
        std::string text;
        for (const CountedProposal& proposal : client.sees()->client->counting.proposals) {
            for (const CountedLine& line : proposal.lines) {
                text += line.title + " " + std::to_string(line.minutes) + "; ";
            }
        }
        return text;
    }
    [[nodiscard]] std::vector<std::string> sealed() const {
        std::vector<std::string> paths;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            const std::string name = file.path().filename().string();
            if (name.starts_with("counted-")) paths.push_back(file.path().string());
        }
        return paths;
    }
};

TEST_CASE("What was counted while the window was closed is there once the profile opens") {
    Home home;
    CHECK(home.autostart.at_login);
    CHECK(home.autostart.starts > 0);
    home.client.leaves();
    home.counts_outside(7);
    REQUIRE(home.sealed().size() == 1);
    home.counts_outside(5);  // another login
    CHECK(home.sealed().size() == 2);
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 12; ");
    CHECK(home.sealed().empty());
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 12; ");
}

TEST_CASE("A run that goes on is added by what it has more, also when its file comes back") {
    Home home;
    home.client.leaves();
    OutsideCounter counter(home.folder, home.world.random);
    counter.count_by(need(home.files().read_counting()));
    for (int i = 0; i < 4; ++i) home.look(counter);
    counter.keep();
    const Bytes first = need(read_whole_file(home.sealed().front(), 4096));
    const std::string path = home.sealed().front();
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 4; ");
    // As if the computer had stopped after the minutes were added and before the file was gone.
    need(write_whole_file(path, first));
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 4; ");
    home.client.leaves();
    for (int i = 0; i < 3; ++i) home.look(counter);
    counter.keep();
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 7; ");
}

TEST_CASE("The file of what was counted is kept every ten minutes, and what is younger is lost") {
    Home home;
    home.client.leaves();
    home.counts_outside(25, true);
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 22; ");
}

TEST_CASE("Paused or off, nothing is told to count, and what was not taken is forgotten") {
    Home home;
    home.client.does(PauseCounting{true});
    CHECK(code_of(home.files().read_counting()) == ErrorCode::not_found);
    home.client.does(PauseCounting{false});
    CHECK(home.files().read_counting().ok());
    home.counts_outside(5);
    home.client.does(SetCounting{CountingBy::nobody});
    CHECK(code_of(home.files().read_counting()) == ErrorCode::not_found);
    CHECK(home.sealed().empty());
    CHECK_FALSE(home.autostart.at_login);
    home.client.is_killed_and_returns();
    CHECK(home.proposed().empty());
}

TEST_CASE("Reminders and counting outside are wanted each for itself") {
    Home home;
    home.client.does(ChangeSettings{{.lock_after_minutes = 0, .remind_closed = true}});
    home.client.does(SetCountingClosed{false});
    home.client.waits(1);
    CHECK(home.autostart.at_login);
    CHECK(home.files().read_schedule().ok());
    home.client.does(SetCountingClosed{true});
    home.client.does(ChangeSettings{{.lock_after_minutes = 0}});
    home.client.waits(1);
    CHECK(home.autostart.at_login);
    CHECK(code_of(home.files().read_schedule()) == ErrorCode::not_found);
    CHECK(home.files().read_counting().ok());
}

TEST_CASE("While the window counts it says so, and whoever counts outside stands back") {
    Home home;
    home.client.waits(ms_per_minute);
    CHECK(ProcessLock::is_held(home.files().counting_here_path()));
    home.client.leaves();
    CHECK_FALSE(ProcessLock::is_held(home.files().counting_here_path()));
}

TEST_CASE("A file that is none is left alone, however it came there") {
    Home home;
    home.client.leaves();
    const Bytes noise(200, 0x5a);
    need(write_whole_file(home.folder + "/counted-0", noise));
    need(write_whole_file(home.folder + "/counted-1", {}));
    home.counts_outside(3);
    const auto back = home.client.is_killed_and_returns();
    CHECK(back->errors.empty());
    CHECK(home.proposed() == "Social media 3; ");
    CHECK(home.sealed().size() == 2);
    for (const std::string text : {"", "zz\n", "00\n", "\n\n", "0 x"}) {
        CHECK_FALSE(parse_counting(text).ok());
    }
}

TEST_CASE("A rule of one's own decides outside too, and is told with the key alone") {
    Home home;
    home.client.does(AddUseRule{"discord", UseTarget::duty});
    const auto told = need(home.files().read_counting());
    REQUIRE(told.own_rules.size() == 1);
    CHECK(told.own_rules.front().pattern == "discord");
    home.client.leaves();
    home.counts_outside(2);
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Work and study 2; ");
}

}  // namespace
}  // namespace evenkeel::test
