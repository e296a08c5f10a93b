// A check-in answered at its reminder while the profile is locked: sealed until it is opened.
#include "app/model/outside_answers.h"

#include "app/model/reminder_files.h"
#include "core/base/files.h"
#include "tests/app/model/people.h"
#include "tests/app/model/played_desktop.h"

namespace evenkeel::test {
namespace {

using namespace model;

// A client who wants to answer at the reminder, and locked the window.
struct Home {
    World world;
    PlayedAutostart desktop;
    Person clinician = founder(world);
    Person client;
    Day today;
    std::string folder = (world.folder / "Ada").string();

    explicit Home(const std::vector<SharedData>& shared = all_kinds())
        : client((world.background = &desktop, client_of(world, clinician, "Ada", shared))) {
        today = client.sees()->client->today.today;
        client.does(ChangeSettings{
            {.lock_after_minutes = 0, .remind_closed = true, .answer_outside = true}});
        client.does(Lock{});
    }
    [[nodiscard]] AnswerKey key() {
        ReminderFiles files(folder, world.secrets, world.random);
        return need(files.read_schedule()).answer_key.value();
    }
    void answers(std::uint32_t mood) {
        need(keep_outside_answer(folder, key(), mood,
                                 {.instant = world.clock.at, .zone = world.clock.zone_name()},
                                 world.random));
    }
    [[nodiscard]] std::vector<std::string> kept() const {
        std::vector<std::string> files;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            const std::string name = file.path().filename().string();
            if (name.starts_with("answered")) files.push_back(file.path().string());
        }
        return files;
    }
};

TEST_CASE(
    "an answer given at the reminder is the day's mood once the profile opens, and not late") {
    Home home;
    home.answers(7);
    home.world.clock.at.ms += 3 * ms_per_day;
    const auto opened = home.client.does(Unlock{words});
    CHECK(home.kept().empty());
    const auto shown = home.client.does(ShowDay{home.today});
    CHECK(shown->client->today.mood == 7U);
    CHECK(opened->errors.empty());
    sync_all(home.client, home.clinician);
    const VaultId record = home.clinician.sees()->clinician->caseload.front().record;
    const auto seen = home.clinician.does(OpenClient{.record = record, .day_count = 14});
    const auto& days = seen->clinician->overview->days;
    CHECK(days.at(days.size() - 4).mood == 7U);
    for (const std::string& line : seen->clinician->overview->brief.coverage) {
        CHECK(line.find("late") == std::string::npos);
    }
}

TEST_CASE("what lies outside the lock tells no mood: two answers differ in every byte but length") {
    Home home;
    home.answers(3);
    REQUIRE(home.kept().size() == 1);
    const Bytes low = need(read_whole_file(home.kept().front(), 999));
    home.answers(7);
    REQUIRE(home.kept().size() == 1);
    const Bytes high = need(read_whole_file(home.kept().front(), 999));
    CHECK(low.size() == high.size());
    CHECK(low != high);
    CHECK(as_text(high).find("Europe") == std::string_view::npos);
    CHECK(home.client.does(Unlock{words})->client->today.mood == 7U);
}

TEST_CASE("where the day has a check-in by then, the answer is one moment of it") {
    Home home;
    home.client.does(Unlock{words});
    home.client.does(SetMood{home.today, 9});
    home.client.does(Lock{});
    home.answers(3);
    const auto opened = home.client.does(Unlock{words});
    CHECK(opened->client->today.mood == 9U);
    CHECK(home.kept().empty());
}

TEST_CASE("a mood that is not shared stays private when it is answered at the reminder") {
    Home home({SharedData::use});
    home.answers(3);
    CHECK(home.client.does(Unlock{words})->client->today.mood == 3U);
    sync_all(home.client, home.clinician);
    const VaultId record = home.clinician.sees()->clinician->caseload.front().record;
    const auto seen = home.clinician.does(OpenClient{.record = record, .day_count = 14});
    CHECK_FALSE(seen->clinician->overview->days.back().mood.has_value());
}

TEST_CASE("an answer that somebody else sealed or broke is left where it is") {
    Home home;
    home.answers(3);
    const std::string file = home.kept().front();
    Bytes bytes = need(read_whole_file(file, 999));
    bytes[bytes.size() / 2] ^= 1;
    need(write_whole_file(file, bytes));
    const auto opened = home.client.does(Unlock{words});
    CHECK_FALSE(opened->client->today.mood.has_value());
    CHECK(opened->errors.empty());
    CHECK(home.kept().size() == 1);
}

TEST_CASE("who does not want it has no key outside the lock") {
    Home home;
    home.client.does(Unlock{words});
    home.client.does(ChangeSettings{{.lock_after_minutes = 0, .remind_closed = true}});
    home.client.does(Lock{});
    ReminderFiles files(home.folder, home.world.secrets, home.world.random);
    CHECK_FALSE(need(files.read_schedule()).answer_key.has_value());
}

}  // namespace
}  // namespace evenkeel::test
