// Screen time counted on this computer: by consent, in minutes, and nobody's until a client says a
// word. ActivityWatch is a program of its own here; the desktop is played.
#include "app/model/counting.h"

#include "app/model/phrases.h"
#include "core/domain/local_time.h"
#include "tests/app/model/people.h"
#include "tests/app/model/played_desktop.h"
#include "tests/support/watch_server.h"

#include <chrono>
#include <thread>

namespace evenkeel::test {
namespace {

using namespace model;

struct Counted : Couple {
    PlayedDesktop desktop;

    Counted() {
        world.active_window = &desktop;
        client.is_killed_and_returns();
        client.does(ChangeSettings{{.lock_after_minutes = 0}});
    }
    void uses(const std::string& program, const std::string& title, int minutes) {
        desktop.program = program;
        desktop.title = title;
        client.waits(minutes * ms_per_minute);
    }
    const CountingView& view() { return client.sees()->client->counting; }
    // "Today so far: Social media 3, AI 2; "
    std::string proposed() {
        std::string text;
        for (const CountedProposal& proposal : view().proposals) {
            text += proposal.title + ":";
            for (const CountedLine& line : proposal.lines) {
                text += " " + line.title + " " + std::to_string(line.minutes);
                if (line.said) text += " (said " + std::to_string(*line.said) + ")";
            }
            text += "; ";
        }
        return text;
    }
    // "Social media 3 counted by a device; "
    std::string entries() {
        std::string text;
        for (const UseItem& item : client.sees()->client->screen_time.items) {
            text += group_title(item.group) + " " + std::to_string(item.minutes) + " " +
                    item.source + "; ";
        }
        return text;
    }
    std::size_t uses_the_clinician_has() {
        sync();
        clinician.does(OpenClient{.record = record});
        std::size_t days = 0;
        for (const auto& day : clinician.sees()->clinician->overview->days) {
            days += day.minutes[0] || day.minutes[1] || day.minutes[2] ? 1U : 0U;
        }
        return days;
    }
};

nlohmann::json watched(const std::string& start, int seconds, const std::string& app) {
    return {{"buckets",
             {{"w of a laptop", {{"type", "currentwindow"}, {"hostname", "laptop"}}},
              {"other", {{"type", "app.editor.activity"}, {"hostname", "laptop"}}}}},
            {"events",
             {{"w of a laptop",
               {{{"timestamp", start},
                 {"duration", seconds},
                 {"data", {{"app", app}, {"title", "a very private title"}}}}}}}}};
}

TEST_CASE("Nothing looks at the window in front until the client wants it") {
    Counted people;
    people.uses("discord", "general", 5);
    CHECK(people.desktop.looks == 0);
    people.client.does(SetCounting{CountingBy::window});
    people.uses("discord", "general", 5);
    CHECK(people.desktop.looks >= 5);
    people.client.does(SetCounting{CountingBy::nobody});
    const int looks = people.desktop.looks;
    people.uses("discord", "general", 5);
    CHECK(people.desktop.looks == looks);
    CHECK(people.proposed().empty());
}

TEST_CASE("The window in front is looked at once a minute, and not more") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    const int looks = people.desktop.looks;
    people.uses("discord", "general", 60);
    CHECK(people.desktop.looks - looks <= 61);
    CHECK(people.desktop.looks - looks >= 59);
}

TEST_CASE("What is in front counts by its group, and idle time does not") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    people.client.waits(1);
    people.uses("discord", "general", 10);
    people.uses("firefox", "ChatGPT - Mozilla Firefox", 4);
    people.uses("firefox", "Weather", 2);
    people.desktop.idle_ms = 10 * ms_per_minute;
    people.uses("discord", "general", 20);
    people.desktop.idle_ms = 0;
    people.uses("some-editor", "letter", 5);
    CHECK(people.proposed() == "Today so far: Internet 2 Social media 10 AI 4; ");
}

TEST_CASE("Counted minutes are no entry, cost no message and reach nobody before a word") {
    Counted people;
    people.sync();
    people.client.does(SetCounting{CountingBy::window});
    people.uses("discord", "general", 20);
    CHECK(people.client.sees()->sync.pending == 0);
    CHECK(people.entries().empty());
    CHECK(people.uses_the_clinician_has() == 0);
    const CountedMinutes minutes{0, 20, 0, 0};
    people.client.does(AnswerCounted{people.today, minutes});
    CHECK(people.entries() == "Social media 20 counted by a device; ");
    CHECK(people.proposed().empty());
    CHECK(people.uses_the_clinician_has() == 1);
}

TEST_CASE("A changed number is the client's own estimate, and undo brings the question back") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    people.uses("discord", "general", 20);
    people.client.does(AnswerCounted{people.today, CountedMinutes{0, 15, 0, 0}});
    CHECK(people.entries() == "Social media 15 estimated; ");
    people.client.does(Undo{});
    CHECK(people.entries().empty());
    CHECK(people.proposed() == "Today so far: Social media 20; ");
}

TEST_CASE("What was said by hand stays as it is beside what was counted") {
    Counted people;
    people.client.does(SetUse{.day = people.today, .group = UseGroup::social, .minutes = 30});
    people.client.does(SetCounting{CountingBy::window});
    people.uses("discord", "general", 20);
    CHECK(people.proposed() == "Today so far: Social media 20 (said 30); ");
    people.client.does(AnswerCounted{people.today, CountedMinutes{0, 20, 0, 0}});
    CHECK(people.client.sees()->client->screen_time.use[1].minutes == 30U);
}

TEST_CASE("Not this day forgets what was counted, and the day is not asked about again") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    people.uses("discord", "general", 20);
    people.client.does(AnswerCounted{people.today, std::nullopt});
    people.uses("discord", "general", 20);
    CHECK(people.proposed().empty());
    CHECK(people.entries().empty());
}

TEST_CASE("A day that was kept is asked about again when a quarter of an hour has come since") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    people.uses("discord", "general", 20);
    people.client.does(AnswerCounted{people.today, CountedMinutes{0, 20, 0, 0}});
    people.uses("discord", "general", 10);
    CHECK(people.proposed().empty());
    people.uses("discord", "general", 10);
    CHECK(people.proposed() == "Today so far: Social media 40; ");
    people.client.does(AnswerCounted{people.today, CountedMinutes{0, 40, 0, 0}});
    CHECK(people.entries() == "Social media 40 counted by a device; ");
}

TEST_CASE("A pause is seen and counts nothing until it ends") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    people.client.does(PauseCounting{true});
    CHECK(people.view().status == "Paused. Nothing is counted.");
    const int looks = people.desktop.looks;
    people.uses("discord", "general", 20);
    CHECK(people.desktop.looks == looks);
    people.client.is_killed_and_returns();
    CHECK(people.view().paused);
    people.client.does(PauseCounting{false});
    people.uses("discord", "general", 5);
    CHECK(people.proposed() == "Today so far: Social media 5; ");
}

TEST_CASE("Counting goes on while the window is locked, and is put away when it is opened") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    people.client.does(Lock{});
    people.uses("discord", "general", 12);
    people.client.does(Unlock{words});
    CHECK(people.proposed() == "Today so far: Social media 12; ");
    people.client.is_killed_and_returns();
    CHECK(people.proposed() == "Today so far: Social media 12; ");
}

TEST_CASE("A desktop that does not tell is said so, and counting stays off") {
    Counted people;
    people.desktop.refusal = Error(ErrorCode::refused, "This desktop does not tell.");
    CHECK(people.client.refused(SetCounting{CountingBy::window}) == "This desktop does not tell.");
    CHECK(people.view().by == CountingBy::nobody);
    people.desktop.refusal.reset();
    people.client.does(SetCounting{CountingBy::window});
    people.desktop.refusal = Error(ErrorCode::refused, "This desktop does not tell.");
    people.client.waits(2 * ms_per_minute);
    CHECK(people.view().trouble == "This desktop does not tell.");
}

TEST_CASE("A client's own rule comes before ours, and is removed as it came") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    people.client.does(AddUseRule{" Discord ", UseTarget::duty});
    people.client.does(AddUseRule{"knitting", UseTarget::internet});
    REQUIRE(people.view().own_rules.size() == 2);
    CHECK(people.view().own_rules.back().pattern == "discord");
    people.uses("discord", "general", 5);
    CHECK(people.proposed() == "Today so far: Work and study 5; ");
    people.client.does(RemoveUseRule{"discord"});
    people.uses("discord", "general", 5);
    CHECK(people.proposed() == "Today so far: Social media 5 Work and study 5; ");
    CHECK(people.client.refused(AddUseRule{" ", UseTarget::ai}) ==
          "A rule needs a part of a program's or site's name, on one line of at most 100 letters.");
}

TEST_CASE("Neither titles nor names of programs are in the store") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    people.uses("discord", "a very private title", 5);
    people.client.does(AnswerCounted{people.today, CountedMinutes{0, 5, 0, 0}});
    std::string all;
    for (const UseItem& item : people.client.sees()->client->screen_time.items) {
        all += item.tool + item.purpose + item.when;
    }
    CHECK(all.empty());
}

// Ticks by the real time until ActivityWatch has answered, or not.
void asks(Counted& people) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    do {
        people.client.engine().tick(0);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    } while (people.proposed().empty() && people.view().trouble.empty() &&
             std::chrono::steady_clock::now() < give_up);
}

TEST_CASE("A running ActivityWatch is asked for what it recorded since the client wanted it") {
    Counted people;
    const Instant now = people.world.clock.at;
    WatchServer watch(watched(print_rfc3339(now + ms_per_minute), 25 * 60, "discord"));
    people.world.activitywatch = watch.address();
    people.client.is_killed_and_returns();
    asks(people);
    CHECK(watch.heard().empty());
    people.client.does(SetCounting{CountingBy::activitywatch});
    people.world.pass(30 * ms_per_minute);
    asks(people);
    CHECK(people.proposed() == "Today so far: Social media 25; ");
    REQUIRE(watch.heard().size() >= 2);
    CHECK(watch.heard()[0] == "/api/0/buckets/");
    CHECK(watch.heard()[1].starts_with("/api/0/buckets/w%20of%20a%20laptop/events?start=" +
                                       print_rfc3339(now)));
}

TEST_CASE("ActivityWatch is asked at most once in ten minutes, and an answer replaces the last") {
    Counted people;
    const Instant now = people.world.clock.at;
    WatchServer watch(watched(print_rfc3339(now), 20 * 60, "discord"));
    people.world.activitywatch = watch.address();
    people.client.is_killed_and_returns();
    people.client.does(SetCounting{CountingBy::activitywatch});
    people.world.pass(20 * ms_per_minute);
    asks(people);
    CHECK(people.proposed() == "Today so far: Social media 20; ");
    const std::size_t heard = watch.heard().size();
    people.world.pass(9 * ms_per_minute);
    people.client.engine().tick(0);
    CHECK(watch.heard().size() == heard);
    watch.holds(watched(print_rfc3339(now), 30 * 60, "discord"));
    people.world.pass(2 * ms_per_minute);
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (people.proposed() != "Today so far: Social media 30; " &&
           std::chrono::steady_clock::now() < give_up) {
        people.client.engine().tick(0);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    CHECK(people.proposed() == "Today so far: Social media 30; ");
    CHECK(watch.heard().size() == 2 * heard);
}

TEST_CASE(
    "What ActivityWatch had counted stays through a pause, and what it saw in it does not count") {
    Counted people;
    const Instant now = people.world.clock.at;
    WatchServer watch(watched(print_rfc3339(now), 60 * 60, "discord"));
    people.world.activitywatch = watch.address();
    people.client.is_killed_and_returns();
    people.client.does(SetCounting{CountingBy::activitywatch});
    people.world.pass(20 * ms_per_minute);
    asks(people);
    CHECK(people.proposed() == "Today so far: Social media 20; ");
    people.client.does(PauseCounting{true});
    people.world.pass(30 * ms_per_minute);
    people.client.does(PauseCounting{false});
    people.world.pass(20 * ms_per_minute);
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (people.proposed() != "Today so far: Social media 30; " &&
           std::chrono::steady_clock::now() < give_up) {
        people.client.engine().tick(0);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
    CHECK(people.proposed() == "Today so far: Social media 30; ");
}

TEST_CASE(
    "That counting is turned off forgets what was not kept, and never makes a kept day less") {
    Counted people;
    people.client.does(SetCounting{CountingBy::window});
    people.uses("discord", "general", 20);
    people.client.does(AnswerCounted{people.today, CountedMinutes{0, 20, 0, 0}});
    people.uses("discord", "general", 10);
    people.client.does(SetCounting{CountingBy::nobody});
    people.client.does(SetCounting{CountingBy::window});
    people.uses("discord", "general", 20);
    CHECK(people.proposed() == "Today so far: Social media 40; ");
}

TEST_CASE("That ActivityWatch does not answer, or is something else, is said in one sentence") {
    Counted people;
    people.client.does(SetCounting{CountingBy::activitywatch});
    asks(people);
    CHECK(people.view().trouble == "ActivityWatch does not answer on this computer.");
    WatchServer other({{"buckets", nlohmann::json::array({1})}, {"events", {}}});
    people.world.activitywatch = other.address();
    people.client.is_killed_and_returns();
    asks(people);
    CHECK(people.view().trouble == "What answers there is not ActivityWatch.");
}

TEST_CASE("Only this very device is ever asked for what was recorded") {
    Counted people;
    people.world.activitywatch = "http://192.0.2.1:5600";
    people.client.is_killed_and_returns();
    people.client.does(SetCounting{CountingBy::activitywatch});
    asks(people);
    CHECK(people.view().trouble == "Without TLS only this very device may be the server.");
}

TEST_CASE("Numbers of a phone's own page are kept as counted by a device, beside the estimate") {
    Counted people;
    people.client.does(SetUse{.day = people.today, .group = UseGroup::social, .minutes = 30});
    people.client.does(ReadOffPhone{people.today, {"", "1h20", ""}});
    CHECK(people.entries().find("Social media 80 counted by a device") != std::string::npos);
    CHECK(people.entries().find("Social media 30 estimated") != std::string::npos);
    people.client.does(ReadOffPhone{people.today, {"", "90", "5"}});
    CHECK(people.entries().find("Social media 90 counted by a device") != std::string::npos);
    CHECK(people.entries().find("Social media 80") == std::string::npos);
    CHECK(people.client.refused(ReadOffPhone{people.today, {}}) ==
          "Type at least one of the three, as 1h20.");
}

TEST_CASE("A file is looked at first, and imported for oneself unless one says otherwise") {
    Counted people;
    const ScratchFolder folder;
    write_text(folder.path("report.csv"),
               "Date,Time Spent (seconds),Number of People,Activity,Category,Productivity\n" +
                   print_date(people.today) + ",2700,1,reddit.com,x,-2\n");
    people.client.does(LookAtFile{folder.path("report.csv")});
    REQUIRE(people.view().found.has_value());
    CHECK(people.view().found->sentences[1] == "Social media 45 min.");
    CHECK(people.entries().empty());
    people.client.does(ImportFound{});
    CHECK(people.entries() == "Social media 45 imported; ");
    CHECK_FALSE(people.view().found.has_value());
    CHECK(people.view().imported.front() == "Imported 1 entry; 0 were here already.");
    CHECK(people.uses_the_clinician_has() == 0);
    CHECK(people.client.refused(ImportFound{}) == "Look at a file first; nothing was imported.");
}

}  // namespace
}  // namespace evenkeel::test
