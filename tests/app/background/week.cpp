#include "tests/app/background/week.h"

#include "core/base/files.h"
#include "core/domain/local_time.h"

#include <catch2/catch_test_macros.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <thread>

namespace evenkeel::test {

namespace {

using namespace std::chrono_literals;

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};
constexpr const char* zone = "Europe/Berlin";
constexpr std::int64_t step_ms = 10 * ms_per_minute;

// What starts at login is written into the test's own folder, never the person's who runs it.
Clinic& with_own_config(Clinic& clinic) {
    setenv("XDG_CONFIG_HOME", clinic.folder.path("config").c_str(), 1);
    return clinic;
}

}  // namespace

Week::Week(const std::string& begin)
    : clinic_(programs), desktop_(std::make_unique<Notifications>(bus_)) {
    with_own_config(clinic_);
    now_ = parse_rfc3339(begin).value();
    const std::string at = print_rfc3339(now_);
    clinic_.phone.set_now(at);
    clinic_.clinician.set_now(at);
    clinic_.sync();
    const std::string id =
        clinic_.phone.ask({"boundary", "propose", "--group", "social", "--curfew", "22:30-07:00"})
            .at("boundaries")
            .at(0)
            .at("id");
    clinic_.sync();
    clinic_.clinician.ask({"boundary", "accept", id, "--client", "Robin"});
    clinic_.sync();
    does({"reminders", "set", "--closed", "on"});
    set_clock(now_);
}

Week::~Week() {
    kill();
    unsetenv("XDG_CONFIG_HOME");
}

void Week::launch() {
    const std::string log = clinic_.folder.path("background.log");
    std::filesystem::remove(log);
    process_ = std::make_unique<Background>(
        std::vector<std::string>{EVENKEEL_WINDOW, "--background", "--profile",
                                 clinic_.phone.profile_folder()},
        log,
        Environment{{"DBUS_SESSION_BUS_ADDRESS", bus_.address()},
                    {"EVENKEEL_TEST_CLOCK", "1"},
                    {"EVENKEEL_NO_KEYSTORE", "1"}});
}

void Week::start() {
    launch();
    look_at(now_);
}

int Week::wakes_while_idle() {
    std::filesystem::remove(clinic_.phone.profile_folder() + "/now");
    launch();
    const auto wakes = [&] {
        int sum = 0;
        const std::string tasks = "/proc/" + std::to_string(process_->id()) + "/task";
        for (const auto& task : std::filesystem::directory_iterator(tasks)) {
            const std::string text = read_text(task.path() / "status");
            const std::string word = "\nvoluntary_ctxt_switches:";
            sum += std::stoi(text.substr(text.find(word) + word.size()));
        }
        return sum;
    };
    std::this_thread::sleep_for(3s);  // started, and its first look is done
    const int before = wakes();
    std::this_thread::sleep_for(5s);
    return wakes() - before;
}

void Week::choose(const std::string& action) {
    const std::string log = clinic_.folder.path("background.log");
    const std::size_t before = read_text(log).size();
    desktop_->choose(desktop_->outstanding().front().number, action);
    for (int i = 0; i < 1'000 && read_text(log).size() == before; ++i) {
        std::this_thread::sleep_for(10ms);
    }
    REQUIRE(read_text(log).size() > before);
}

void Week::kill() { process_.reset(); }

int Week::ends() {
    const int code = process_->wait();
    process_.reset();
    return code;
}

nlohmann::json Week::does(const std::vector<std::string>& command) {
    clinic_.phone.set_now(print_rfc3339(now_));
    return clinic_.phone.ask(command);
}

void Week::set_clock(Instant moment) {
    now_ = moment;
    const std::string line = std::to_string(moment.ms) + " " + zone;
    REQUIRE(write_whole_file(clinic_.phone.profile_folder() + "/now", as_bytes(line)).ok());
    if (process_) look_at(moment);
}

// Until the program says that it has looked at that moment.
void Week::look_at(Instant moment) {
    const std::string words = "look at " + std::to_string(moment.ms) + ":";
    for (int i = 0; i < 3'000; ++i) {
        if (read_text(clinic_.folder.path("background.log")).find(words) != std::string::npos) {
            return note();
        }
        std::this_thread::sleep_for(i < 100 ? 1ms : 10ms);
    }
    FAIL("The program does not look: " + read_text(clinic_.folder.path("background.log")));
}

void Week::note() {
    if (!desktop_) return;
    const auto shown = desktop_->shown();
    const LocalTime local = local_time(now_, zone).value();
    for (; noted_ < shown.size(); ++noted_) {
        const std::string& words = shown[noted_].words;
        const std::size_t title = words.find("||") + 2;
        seen_ += print_date(local.date).substr(8) + " " + print_time_of_day(local.minute) + " " +
                 words.substr(title, words.find('|', title) - title) + "\n";
    }
    std::map<std::string, std::size_t> counts;
    for (const Shown& one : desktop_->outstanding()) {
        most_of_one_ = std::max(most_of_one_, ++counts[one.words]);
    }
}

void Week::go_to(Instant moment) {
    while (now_ < moment) set_clock(std::min(moment, now_ + step_ms));
}

}  // namespace evenkeel::test
