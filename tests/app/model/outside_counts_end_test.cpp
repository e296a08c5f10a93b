// What lies outside the lock of what is counted there goes when it is not wanted any more, and
// harms nobody, however it came there.
#include "app/model/outside_answers.h"
#include "core/codec/byte_cursor.h"
#include "sync/trust/primitives.h"
#include "tests/app/model/counted_home.h"

namespace evenkeel::test {
namespace {

using namespace model;

// Minutes of social media, sealed as the program without its window seals them.
Bytes sealed_minutes(CountedHome& home, const std::vector<std::uint32_t>& days,
                     std::uint32_t minutes) {
    codec::ByteWriter writer;
    writer.byte(1);
    writer.raw(Bytes(16, 7));  // the run
    writer.byte(static_cast<Byte>(days.size()));
    for (const std::uint32_t day : days) {
        writer.varint(day);
        for (const std::uint32_t each : {0U, minutes, 0U, 0U}) writer.varint(each);
    }
    Bytes bytes = std::move(writer).finish();
    bytes.resize(128, 0);
    return need(trust::seal_to(need(home.files().read_counting()).key, bytes, home.world.random));
}

bool holds(const std::string& folder, const std::string& beginning) {
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        const std::string name = file.path().filename().string();
        if (name.starts_with(beginning) && file.file_size() > 0) return true;
    }
    return false;
}

TEST_CASE("A day that no clock here means is not counted, and its file goes") {
    CountedHome home;
    home.client.leaves();
    const auto today = static_cast<std::uint32_t>(home.today.number);
    need(write_whole_file(home.folder + "/counted-0",
                          sealed_minutes(home, {0, today + 2, INT32_MAX, 0x80000000U}, 40)));
    CHECK(home.client.is_killed_and_returns()->errors.empty());
    CHECK(home.proposed().empty());
    CHECK(home.sealed().empty());
    home.client.leaves();
    need(write_whole_file(home.folder + "/counted-0", sealed_minutes(home, {today, 0}, 40)));
    home.client.is_killed_and_returns();
    CHECK(home.proposed() == "Social media 40; ");
}

TEST_CASE("More minutes than a day has are none, and stay where they are") {
    CountedHome home;
    home.client.leaves();
    const auto today = static_cast<std::uint32_t>(home.today.number);
    need(write_whole_file(home.folder + "/counted-0", sealed_minutes(home, {today}, 1501)));
    CHECK(home.client.is_killed_and_returns()->errors.empty());
    CHECK(home.proposed().empty());
    CHECK(home.sealed().size() == 1);
}

TEST_CASE("What was noted of a run goes after four weeks, and when nobody counts any more") {
    CountedHome home;
    const auto noted_bytes = [&] {
        home.client.leaves();
        const auto noted = need(home.opened()->store().value("counted.runs"));
        return noted ? noted->size() : 0;
    };
    home.client.leaves();
    home.counts_outside(3);
    home.client.is_killed_and_returns();
    const std::size_t of_one = noted_bytes();
    CHECK(of_one > 0);
    home.world.pass(31 * ms_per_day);
    home.counts_outside(1);
    home.client.is_killed_and_returns();
    CHECK(noted_bytes() == of_one);
    home.client.is_killed_and_returns();
    home.client.does(SetCounting{CountingBy::nobody});
    CHECK(noted_bytes() == 0);
}

TEST_CASE("What was left behind when it was turned off does not come back when it is turned on") {
    CountedHome home;
    const auto today = static_cast<std::uint32_t>(home.today.number);
    const Bytes late = sealed_minutes(home, {today}, 9);
    home.client.does(SetCountingClosed{false});
    need(write_whole_file(home.folder + "/counted-5", late));
    home.client.does(SetCountingClosed{true});
    CHECK(home.sealed().empty());
    home.client.is_killed_and_returns();
    CHECK(home.proposed().empty());
}

TEST_CASE("Who deletes everything leaves nothing that counts, at login or now") {
    CountedHome home;
    home.counts_outside(2);
    home.client.does(EraseEverything{});
    CHECK_FALSE(home.autostart.at_login);
    CHECK_FALSE(holds(home.folder, "count"));
    CHECK_FALSE(ProcessLock::is_held(home.files().counting_here_path()));
    const int looks = home.desktop.looks;
    home.client.waits(5 * ms_per_minute);
    CHECK(home.desktop.looks == looks);
}

TEST_CASE("A device that is erased keeps nothing that was counted or answered outside the lock") {
    CountedHome home;
    home.client.leaves();
    home.counts_outside(2);
    need(keep_outside_answer(home.folder, need(home.files().read_counting()).key, 3,
                             {.instant = home.world.clock.at, .zone = "UTC"}, home.world.random));
    REQUIRE(holds(home.folder, "counting"));
    REQUIRE(holds(home.folder, "counted-"));
    REQUIRE(holds(home.folder, "answered-"));
    need(client::Profile::erase(home.opened()));
    CHECK_FALSE(holds(home.folder, "count"));
    CHECK_FALSE(holds(home.folder, "answered-"));
}

TEST_CASE("A wish from before there was counting with the window closed is read as it was") {
    CountedHome home;
    home.client.leaves();
    codec::ByteWriter writer;
    writer.byte(1);
    writer.byte(static_cast<Byte>(CountingBy::window));
    writer.byte(1);  // paused
    writer.varint(1'700'000'000'000);
    need(home.opened()->store().set_value("counting", std::move(writer).finish()));
    const auto counting = home.client.is_killed_and_returns()->client->counting;
    CHECK(counting.by == CountingBy::window);
    CHECK(counting.paused);
    CHECK_FALSE(counting.closed);
    CHECK(code_of(home.files().read_counting()) == ErrorCode::not_found);
}

TEST_CASE("Where another process was just looking, the window says a moment later that it counts") {
    CountedHome home;
    home.client.leaves();
    {
        const auto looking = need(ProcessLock::take(home.files().counting_here_path()));
        home.client.is_killed_and_returns();
    }
    CHECK_FALSE(ProcessLock::is_held(home.files().counting_here_path()));
    home.client.waits(ms_per_minute);
    CHECK(ProcessLock::is_held(home.files().counting_here_path()));
}

}  // namespace
}  // namespace evenkeel::test
