#include "core/report/rescuetime.h"

#include "core/domain/local_time.h"
#include "tests/core/report/test_ids.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace evenkeel;
using namespace evenkeel::report;
using evenkeel::test::TestIds;

namespace {

const VaultId record{{1}};
const ImportRules rules{.browsers = {"firefox"},
                        .rules = {{"reddit.com", ImportTarget::social},
                                  {"chatgpt", ImportTarget::ai},
                                  {"visual studio", ImportTarget::duty},
                                  {"lock", ImportTarget::ignore}}};
const std::string header =
    "Date,Time Spent (seconds),Number of People,Activity,Category,Productivity\n";

Result<RescueTimeImport> read(const std::string& rows, const std::string& zone = "UTC") {
    return import_rescuetime(header + rows, rules, zone, 240, {record, TestIds()});
}

// "2026-03-09 social 30; ..."
std::string text(const std::string& rows) {
    const auto imported = read(rows);
    if (!imported.ok()) return imported.error().sentence();
    std::string line;
    for (const auto& [id, entry] : imported.value().use) {
        line += print_date(entry.when.day) + " " +
                (entry.duty == Duty::none ? name(*entry.group).text : "duty") + " " +
                std::to_string(entry.minutes->reveal()) + "; ";
    }
    return line;
}

}  // namespace

TEST_CASE("a report by day becomes minutes of each day and group") {
    CHECK(text("2026-03-09T00:00:00,1800,1,reddit.com,Social Networking,-2\n"
               "2026-03-09T00:00:00,600,1,old.reddit.com,Social Networking,-2\n"
               "2026-03-09T00:00:00,3600,1,Visual Studio Code,Editing & IDEs,2\n"
               "2026-03-10T00:00:00,1230,1,chatgpt.com,General,0\n"
               "2026-03-10,900,1,news.example,News,-1\n") ==
          "2026-03-09 social 40; 2026-03-09 duty 60; 2026-03-10 internet 15; 2026-03-10 ai 21; ");
}

TEST_CASE("what no rule names counts only if it is online") {
    CHECK(text("2026-03-09,600,1,unknown.example,x,0\n"
               "2026-03-09,600,1,Mozilla Firefox,x,0\n"
               "2026-03-09,6000,1,Some Program v. 2,x,0\n"
               "2026-03-09,6000,1,Screen lock,x,0\n") == "2026-03-09 internet 20; ");
}

TEST_CASE("in a report by hour the night belongs to the day before") {
    CHECK(text("2026-03-10 01:00:00,600,1,reddit.com,x,-2\n"
               "2026-03-10 00:00:00,600,1,reddit.com,x,-2\n"
               "2026-03-10 04:00:00,300,1,reddit.com,x,-2\n") ==
          "2026-03-09 social 20; 2026-03-10 social 5; ");
}

TEST_CASE("the same report names the same entities, and they are tagged as imported") {
    const std::string rows = "2026-03-09,1800,1,reddit.com,x,-2\n";
    const auto once = read(rows).value();
    const auto longer = read(rows + "2026-03-09,60,1,reddit.com,x,-2\n").value();
    REQUIRE(once.use.size() == 1);
    CHECK(once.use[0].id == longer.use[0].id);
    CHECK(once.use[0].entry.source == UseSource::imported);
    const auto ids = rescuetime_ids({record, TestIds()}, once.use[0].entry.when.day);
    CHECK(std::ranges::find(ids, once.use[0].id) != ids.end());
}

TEST_CASE("neither titles nor names of activities leave a report") {
    const auto imported = read("2026-03-09,1800,1,reddit.com,x,-2\n").value();
    CHECK_FALSE(imported.use[0].entry.tool.has_value());
    CHECK_FALSE(imported.use[0].entry.purpose.has_value());
    CHECK_FALSE(imported.use[0].entry.note.has_value());
}

TEST_CASE("times of less than half a minute are dropped, and a day has at most 24 hours") {
    CHECK(text("2026-03-09,29,1,reddit.com,x,-2\n") == "");
    CHECK(text("2026-03-09,90000,1,reddit.com,x,-2\n") == "2026-03-09 social 1440; ");
}

TEST_CASE("a report that cannot be read is refused with one sentence") {
    const auto refused = [](const std::string& csv) {
        const auto imported = import_rescuetime(csv, rules, "UTC", 240, {record, TestIds()});
        return imported.ok() ? "fine" : imported.error().sentence();
    };
    CHECK(refused("Rank,Time Spent (seconds),Number of People,Activity\n1,60,1,a\n") ==
          "This report of RescueTime has no dates; save one by day or by hour.");
    CHECK(refused("") == "This report of RescueTime has no dates; save one by day or by hour.");
    const std::string unreadable = "Row 2 of the file has no date or no seconds that can be read.";
    CHECK(text("9 March,60,1,a,x,0\n") == unreadable);
    CHECK(text("2026-02-30,60,1,a,x,0\n") == unreadable);
    CHECK(text("2026-03-09Tnoon,60,1,a,x,0\n") == unreadable);
    CHECK(text("2026-03-09,-60,1,a,x,0\n") == unreadable);
    CHECK(text("2026-03-09,1e9,1,a,x,0\n") == unreadable);
    CHECK(text("2026-03-09,99999999999999999999,1,a,x,0\n") == unreadable);
    CHECK_FALSE(read("2026-03-09,1800,1,reddit.com,x,-2\n", "Mars/Base").ok());
}

TEST_CASE("a report is known by its columns") {
    CHECK(is_rescuetime({"Rank", "Time Spent (seconds)", "Number of People", "Activity"}));
    CHECK_FALSE(is_rescuetime({"full_date", "date", "weekday", "time", "mood", "activities"}));
}
