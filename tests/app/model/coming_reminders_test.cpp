// What lies outside the lock about reminders: when they come, never of what; and it goes with what
// is in the store.
#include "app/model/reminder_files.h"
#include "core/base/files.h"
#include "core/domain/local_time.h"
#include "tests/app/model/people.h"
#include "tests/app/model/played_desktop.h"

#include <algorithm>

namespace evenkeel::test {
namespace {

using namespace model;

class KeyStore final : public SecretStore {
public:
    [[nodiscard]] bool available() const override { return true; }
    Result<std::optional<Bytes>> load(const std::string& name) override {
        const auto found = secrets.find(name);
        return found == secrets.end() ? std::nullopt : std::optional(found->second);
    }
    Result<void> save(const std::string& name, ByteView secret) override {
        secrets[name] = to_bytes(secret);
        return {};
    }
    Result<void> erase(const std::string& name) override {
        secrets.erase(name);
        return {};
    }
    std::map<std::string, Bytes> secrets;
};

struct Home {
    World world;
    PlayedAutostart desktop;
    Person clinician = founder(world);
    Person client;
    Day today;
    ReminderFiles files{(world.folder / "Ada").string(), world.secrets, world.random};

    Home()
        : client((world.background = &desktop, client_of(world, clinician, "Ada", all_kinds()))) {
        today = client.sees()->client->today.today;
        client.does(ChangeSettings{{.lock_after_minutes = 0, .remind_closed = true}});
        client.waits(0);
        clinician.does(OpenClient{clinician.sees()->clinician->caseload.front().record, 28});
    }
    EntityId agreed(const BoundaryForm& form) { return agree(client, clinician, form); }
    // "check-in 20:30, other 22:00" of the reminders that come on that day, in order.
    std::string on(Day day) {
        client.waits(0);
        client.waits(0);  // what the first one brought is written
        auto all = need(files.read_schedule()).reminders;
        std::ranges::sort(all, {}, [](const DueReminder& due) {
            return WallTime{due.due.date, due.due.minute - due.ahead_minutes};
        });
        std::string text;
        for (const DueReminder& due : all) {
            if (due.due.date != day) continue;
            text += due.text == ReminderText::check_in ? "check-in " : "other ";
            text += print_time_of_day(due.due.minute - due.ahead_minutes) + "\n";
        }
        return text;
    }
};

TEST_CASE("fourteen days of reminders lie outside the lock, once they are wanted there") {
    Home home;
    CHECK(home.desktop.at_login);
    CHECK(home.desktop.starts == 1);
    CHECK(home.on(home.today) == "check-in 20:30\n");
    CHECK(home.on(home.today + 13) == "check-in 20:30\n");
    CHECK(home.on(home.today + 14).empty());
    home.client.does(SetMood{home.today, 5});
    CHECK(home.on(home.today).empty());
    home.client.does(ChangeSettings{{.lock_after_minutes = 0}});
    home.client.waits(0);
    CHECK_FALSE(home.files.exist());
    CHECK_FALSE(home.desktop.at_login);
}

TEST_CASE("what lies outside the lock follows each boundary, and has no word of it") {
    Home home;
    const EntityId id = home.agreed(
        {.kind = FormKind::curfew, .from_minute = 22 * 60 + 30, .reason = "sleep comes first"});
    CHECK(home.on(home.today) == "check-in 20:30\nother 22:00\nother 22:30\n");
    CHECK(home.on(home.today + 6) == "check-in 20:30\nother 22:00\nother 22:30\n");
    const Bytes bytes =
        need(read_whole_file((home.world.folder / "Ada/reminders").string(), 99'999));
    for (const std::string_view word : {"social", "sleep", "media", "curfew", "mood"}) {
        CHECK(as_text(bytes).find(word) == std::string_view::npos);
    }
    CHECK(as_text(bytes).find(to_hex(id)) == std::string_view::npos);
    home.client.does(AnswerBoundary{home.today, id, Answer::kept});
    CHECK(home.on(home.today) == "check-in 20:30\n");
    CHECK(home.on(home.today + 1) == "check-in 20:30\nother 22:00\nother 22:30\n");
}

TEST_CASE("a limit that comes near is due when its minutes were logged, and again when reached") {
    Home home;
    home.agreed({.minutes_max = 60});
    const auto limits = [&] {
        home.client.waits(0);
        auto all = need(home.files.read_schedule()).reminders;
        std::erase_if(all,
                      [](const DueReminder& due) { return due.text == ReminderText::check_in; });
        return all;
    };
    home.client.does(SetUse{home.today, UseGroup::social, 40});
    CHECK(limits().empty());
    home.client.does(SetUse{home.today, UseGroup::social, 50});
    const auto near = limits();
    REQUIRE(near.size() == 1);
    home.client.does(SetUse{home.today, UseGroup::social, 60});
    const auto reached = limits();
    REQUIRE(reached.size() == 1);
    CHECK(reached.front().thing == near.front().thing);
    CHECK(reached.front().mark != near.front().mark);
    home.client.does(SnoozeReminder{});
    CHECK(limits().empty());
}

TEST_CASE("paused for three days, nothing comes in or out of the window before the fourth") {
    Home home;
    CHECK(home.client.refused(PauseReminders{15}) == "Reminders can be paused for 1 to 14 days.");
    home.client.does(PauseReminders{3});
    CHECK(home.on(home.today + 2).empty());
    CHECK(home.on(home.today + 3) == "check-in 20:30\n");
    const Instant evening = need(instant_of(home.today, 21 * 60, home.world.clock.zone_name()));
    CHECK_FALSE(home.client.waits(evening - home.world.clock.at)->client->today.reminder);
    home.client.does(PauseReminders{0});
    CHECK(home.client.sees()->client->today.reminder);
    CHECK(home.on(home.today) == "check-in 20:30\n");
}

TEST_CASE("not today, said while the window was locked, holds in it when it opens") {
    Home home;
    const DueReminder due = need(home.files.read_schedule()).reminders.front();
    home.client.does(Lock{});
    const Instant evening = need(instant_of(home.today, 21 * 60, home.world.clock.zone_name()));
    home.client.waits(evening - home.world.clock.at);
    ReminderState state = home.files.read_state();
    need(silence_today(state, due.thing, evening, home.world.clock.zone_name()));
    need(home.files.write_state(state));
    home.client.does(Unlock{words});
    CHECK_FALSE(home.client.waits(0)->client->today.reminder);
    CHECK(home.on(home.today).empty());
    CHECK(home.on(home.today + 1) == "check-in 20:30\n");
}

TEST_CASE("the window has the attention while it is seen, unlocked and touched") {
    Home home;
    const auto attends = [&] { return ProcessLock::is_held(home.files.attention_path()); };
    CHECK(attends());
    home.client.does(WindowSeen{false});
    home.client.waits(0);
    CHECK_FALSE(attends());
    home.client.does(WindowSeen{true});
    home.client.waits(0);
    CHECK(attends());
    home.client.waits(5 * ms_per_minute);
    CHECK_FALSE(attends());
    home.client.does(WindowSeen{true});
    home.client.waits(0);
    CHECK(attends());
    home.client.does(Lock{});
    CHECK_FALSE(attends());
}

TEST_CASE("with a key store the files say nothing, and without its key they do not open") {
    World world;
    KeyStore secrets;
    const std::string folder = (world.folder / "sealed").string();
    need(make_private_directory(folder));
    ReminderFiles files(folder, secrets, world.random);
    const ReminderSchedule schedule{.quiet = {1320, 420}, .reminders = {}};
    need(files.write_schedule(schedule));
    CHECK(need(files.read_schedule()) == schedule);
    const Bytes bytes = need(read_whole_file(folder + "/reminders", 99'999));
    CHECK(as_text(bytes).find("quiet") == std::string_view::npos);
    // One is not taken for the other.
    need(write_whole_file(folder + "/reminded", bytes));
    CHECK(files.read_state() == ReminderState{});
    secrets.secrets.clear();
    CHECK(code_of(files.read_schedule()) == ErrorCode::refused);
    need(files.write_schedule(schedule));
    CHECK(need(files.read_schedule()) == schedule);
    need(files.remove());
    CHECK(secrets.secrets.empty());
    CHECK(code_of(files.read_schedule()) == ErrorCode::not_found);
}

}  // namespace
}  // namespace evenkeel::test
