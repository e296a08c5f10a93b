// Screen time counted while the window is closed: sealed where it is counted, added once where the
// profile opens.
#include "tests/app/model/counted_home.h"

namespace evenkeel::test {
namespace {

using namespace model;

TEST_CASE("What was counted while the window was closed is there once the profile opens") {
    CountedHome home;
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
    CountedHome home;
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

TEST_CASE("Turned off and on again unseen, whoever counts outside begins anew") {
    CountedHome home;
    OutsideCounter counter(home.folder, home.world.random);
    counter.count_by(need(home.files().read_counting()));
    for (int i = 0; i < 4; ++i) home.look(counter);
    counter.keep();
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 4; ");
    counter.count_by(need(home.files().read_counting()));  // as it was: it goes on
    home.client.does(SetCountingClosed{false});
    home.client.does(SetCountingClosed{true});
    counter.count_by(need(home.files().read_counting()));
    for (int i = 0; i < 3; ++i) home.look(counter);
    counter.keep();
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 7; ");
}

TEST_CASE("The file of what was counted is kept every ten minutes, and what is younger is lost") {
    CountedHome home;
    home.client.leaves();
    home.counts_outside(25, true);
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 22; ");
}

TEST_CASE("Paused or off, nothing is told to count, and what was not taken is forgotten") {
    CountedHome home;
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
    CountedHome home;
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
    CountedHome home;
    home.client.waits(ms_per_minute);
    CHECK(ProcessLock::is_held(home.files().counting_here_path()));
    home.client.leaves();
    CHECK_FALSE(ProcessLock::is_held(home.files().counting_here_path()));
}

TEST_CASE("A file that is none is left alone, however it came there") {
    CountedHome home;
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
    CountedHome home;
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
