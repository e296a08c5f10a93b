#include "core/report/activitywatch.h"

#include "core/domain/local_time.h"
#include "tests/core/report/test_ids.h"

#include <catch2/catch_test_macros.hpp>

#include <map>

using namespace evenkeel;
using namespace evenkeel::report;
using evenkeel::test::TestIds;

namespace {

const VaultId record{{1}};

const ImportRules rules{.browsers = {"firefox", "chrome"},
                        .rules = {{"reddit", ImportTarget::social},
                                  {"chatgpt", ImportTarget::ai},
                                  {"docs.example", ImportTarget::duty},
                                  {"lock", ImportTarget::ignore},
                                  {"steam", ImportTarget::internet}}};

// Builds an export the way aw-server writes it: newest event first, microseconds, offsets.
class Export {
public:
    Export& bucket(const std::string& id, const std::string& type,
                   const std::string& host = "laptop") {
        if (!text_.empty()) text_ += "]},";
        text_ += "\"" + id + R"(":{"id":")" + id + R"(","type":")" + type +
                 R"(","client":"aw","hostname":")" + host +
                 R"(","created":"2026-01-01T00:00:00.123456+00:00","data":{},"events":[)";
        first_ = true;
        return *this;
    }
    Export& event(const std::string& time, double minutes, const std::string& data,
                  const std::string& date = "2026-03-09") {
        text_ += first_ ? "" : ",";
        first_ = false;
        text_ += R"({"id":7,"timestamp":")" + date + "T" + time +
                 R"(:00.000250+00:00","duration":)" + std::to_string(minutes * 60) +
                 R"(,"data":{)" + data + "}}";
        return *this;
    }
    Export& windows(const std::string& host = "laptop") {
        return bucket("aw-watcher-window_" + host, "currentwindow", host);
    }
    Export& sites(const std::string& browser = "firefox", const std::string& host = "unknown") {
        return bucket("aw-watcher-web-" + browser, "web.tab.current", host);
    }
    Export& present(const std::string& time, double minutes) {
        return bucket("aw-watcher-afk_laptop", "afkstatus")
            .event(time, minutes, R"("status":"not-afk")");
    }
    [[nodiscard]] std::string json() const { return R"({"buckets":{)" + text_ + "]}}}"; }

private:
    std::string text_;
    bool first_ = true;
};

std::string app(const std::string& name, const std::string& title = "t") {
    return R"("app":")" + name + R"(","title":")" + title + "\"";
}
std::string url(const std::string& host) {
    return R"("url":"https://)" + host + R"(/p","title":"t","audible":false,"incognito":false)";
}

ActivityWatchImport imported(const Export& file, const std::string& zone = "UTC") {
    return import_activitywatch(file.json(), rules, zone, 240, {record, TestIds()}).value();
}

// "2026-03-09 social 30; ..."
std::string text(const ActivityWatchImport& import) {
    std::string line;
    for (const auto& [id, entry] : import.use) {
        line += print_date(entry.when.day) + " " +
                (entry.duty == Duty::none ? name(*entry.group).text : "duty") + " " +
                std::to_string(entry.minutes->reveal()) + "; ";
    }
    return line;
}

std::string coverage(const ActivityWatchImport& import) {
    std::string line;
    for (const auto& [id, covered] : import.coverage) {
        line += print_rfc3339(covered.when.instant) + "+" +
                std::to_string(covered.minutes->reveal()) + "; ";
    }
    return line;
}

std::string refusal(const std::string& json, const std::string& zone = "UTC") {
    const auto read = import_activitywatch(json, rules, zone, 240, {record, TestIds()});
    return read.ok() ? "fine" : read.error().sentence();
}

}  // namespace

TEST_CASE("a website counts instead of its browser's window, never on top of it") {
    const auto file = Export()
                          .present("10:00", 120)
                          .windows()
                          .event("10:00", 60, app("firefox"))
                          .sites()
                          .event("10:00", 20, url("www.reddit.com"))
                          .event("10:20", 10, url("chatgpt.com"));
    CHECK(text(imported(file)) ==
          "2026-03-09 internet 30; 2026-03-09 social 20; 2026-03-09 ai 10; ");
}

TEST_CASE("time away from the device does not count") {
    const auto file = Export()
                          .bucket("aw-watcher-afk_laptop", "afkstatus")
                          .event("10:00", 15, R"("status":"not-afk")")
                          .event("10:15", 30, R"("status":"afk")")
                          .windows()
                          .event("10:00", 45, app("firefox", "reddit - all"));
    const auto read = imported(file);
    CHECK(text(read) == "2026-03-09 social 15; ");
    CHECK_FALSE(read.idle_time_unknown);
}

TEST_CASE("without a record of idle time everything counts, and it is said") {
    const auto read = imported(Export().windows().event("10:00", 45, app("Steam")));
    CHECK(text(read) == "2026-03-09 internet 45; ");
    CHECK(read.idle_time_unknown);
}

TEST_CASE("a site in a browser that is not in front does not count") {
    const auto file = Export()
                          .present("10:00", 60)
                          .windows()
                          .event("10:00", 10, app("firefox"))
                          .event("10:10", 50, app("gedit", "reddit"))
                          .sites()
                          .event("10:00", 60, url("reddit.com"));
    CHECK(text(imported(file)) == "2026-03-09 social 10; ");
}

TEST_CASE("two browsers' sites count only in windows of their own browser") {
    const auto file = Export()
                          .present("10:00", 60)
                          .windows()
                          .event("10:00", 20, app("firefox"))
                          .event("10:20", 40, app("Google-chrome"))
                          .sites("firefox")
                          .event("10:00", 60, url("reddit.com"))
                          .sites("chrome")
                          .event("10:00", 60, url("chatgpt.com"));
    CHECK(text(imported(file)) == "2026-03-09 social 20; 2026-03-09 ai 40; ");
}

TEST_CASE("programs no rule names are not counted, sites no rule names are internet") {
    const auto file = Export()
                          .present("10:00", 90)
                          .windows()
                          .event("10:00", 30, app("gedit"))
                          .event("10:30", 30, app("firefox"))
                          .event("11:00", 30, app("Lockscreen"))
                          .sites()
                          .event("10:30", 10, url("example.org"))
                          .event("10:40", 20, url("docs.example"));
    CHECK(text(imported(file)) == "2026-03-09 internet 10; 2026-03-09 duty 20; ");
}

TEST_CASE("events that overlap are counted once") {
    const auto file = Export()
                          .present("10:00", 60)
                          .windows()
                          .event("10:00", 30, app("Steam"))
                          .event("10:10", 30, app("Steam"))
                          .bucket("aw-watcher-window_2", "currentwindow")
                          .event("10:00", 30, app("chatgpt"));
    CHECK(text(imported(file)) == "2026-03-09 internet 10; 2026-03-09 ai 30; ");
}

TEST_CASE("a night is split at four in the morning of the zone that was asked for") {
    const auto file = Export().windows().event("07:30", 75, app("Steam"), "2026-03-10");
    CHECK(text(imported(file, "America/New_York")) ==
          "2026-03-09 internet 30; 2026-03-10 internet 45; ");
    CHECK(text(imported(file)) == "2026-03-10 internet 75; ");
}

TEST_CASE("coverage goes from a device's first to its last event, day by day") {
    const auto file = Export()
                          .present("01:00", 10)
                          .windows()
                          .event("10:00", 5, app("gedit"))
                          .event("20:00", 0, app("gedit"))
                          .event("09:30", 15, app("gedit"), "2026-03-11");
    CHECK(coverage(imported(file)) ==
          "2026-03-09T10:00:00Z+1080; 2026-03-10T04:00:00Z+1440; 2026-03-11T04:00:00Z+345; ");
    for (const auto& [id, covered] : imported(file).coverage) CHECK(validate(covered).ok());
}

TEST_CASE("each device is counted by itself") {
    const auto file = Export()
                          .windows("laptop")
                          .event("10:00", 30, app("Steam"))
                          .windows("desk")
                          .event("10:00", 30, app("Steam"));
    const auto read = imported(file);
    CHECK(text(read) == "2026-03-09 internet 30; 2026-03-09 internet 30; ");
    CHECK(read.devices == 2);
    CHECK(read.use[0].id != read.use[1].id);
}

TEST_CASE("the same export imports as the same entities, a longer one as more of them") {
    auto file = Export().windows().event("10:00", 30, app("Steam"));
    const auto once = imported(file);
    CHECK(imported(file).use == once.use);
    CHECK(imported(file).coverage == once.coverage);
    file.event("11:00", 30, app("Steam")).event("10:00", 5, app("chatgpt"), "2026-03-10");
    const auto longer = imported(file);
    REQUIRE(longer.use.size() == 2);
    CHECK(longer.use[0].id == once.use[0].id);
    CHECK(longer.use[0].entry.when == once.use[0].entry.when);
    CHECK(longer.use[0].entry.minutes == Minutes(60));
    CHECK(longer.coverage[0].id == once.coverage[0].id);
    for (const auto& [id, entry] : longer.use) CHECK(validate(entry).ok());
}

TEST_CASE("no two entities of one import share an id") {
    const auto file = Export()
                          .present("00:00", 1440)
                          .windows()
                          .event("10:00", 30, app("Steam"))
                          .event("11:00", 30, app("chatgpt"))
                          .event("12:00", 30, app("docs.example"));
    const auto read = imported(file);
    std::map<EntityId, int> ids;
    for (const auto& [id, entry] : read.use) ++ids[id];
    for (const auto& [id, covered] : read.coverage) ++ids[id];
    CHECK(ids.size() == read.use.size() + read.coverage.size());
    CHECK(ids.size() == 4);
}

TEST_CASE("one file imported into two records names no entity of the other") {
    const auto json =
        Export().present("00:00", 1440).windows().event("10:00", 30, app("Steam")).json();
    const auto into = [&](VaultId target) {
        return import_activitywatch(json, rules, "UTC", 240, {target, TestIds()}).value();
    };
    const VaultId other{{2}};
    CHECK(into(record).use.at(0).id == into(record).use.at(0).id);
    CHECK(into(record).use.at(0).id != into(other).use.at(0).id);
    CHECK(into(record).coverage.at(0).id != into(other).coverage.at(0).id);
}

TEST_CASE("nothing but sums leaves an import: no title, no address, no program") {
    const auto read = imported(Export()
                                   .windows()
                                   .event("10:00", 30, app("Steam", "my secret"))
                                   .sites()
                                   .event("10:00", 5, url("reddit.com")));
    for (const auto& [id, entry] : read.use) {
        CHECK_FALSE(entry.note.has_value());
        CHECK_FALSE(entry.tool.has_value());
        CHECK_FALSE(entry.purpose.has_value());
        CHECK(entry.source == UseSource::imported);
    }
}

TEST_CASE("the type of a bucket may come after its events") {
    const auto json = R"({"buckets":{"b":{"events":[{"timestamp":"2026-03-09T10:00:00Z",)"
                      R"("duration":600,"data":{"app":"Steam"}}],"type":"currentwindow",)"
                      R"("hostname":"laptop"}}})";
    const auto read = import_activitywatch(json, rules, "UTC", 240, {record, TestIds()});
    CHECK(text(read.value()) == "2026-03-09 internet 10; ");
}

TEST_CASE("what is no such export is refused in one sentence") {
    CHECK(refusal("{}") == "This file is not an export of ActivityWatch.");
    CHECK(refusal("[1]") == "This file is not an export of ActivityWatch.");
    CHECK(refusal(R"({"buckets":[]})") == "This file is not an export of ActivityWatch.");
    CHECK(refusal(R"({"buckets":{}})") == "fine");
    CHECK(refusal("{\"buckets\":") == "This file is damaged or no JSON.");
    CHECK(refusal(std::string(99, '[')) == "The file nests deeper than 32 levels.");
    CHECK(refusal(R"({"buckets":{"b":{"events":[{"duration":1}]}}})") ==
          "Event 1 of the file has no time.");
    CHECK(refusal(R"({"buckets":{"b":{"events":[{"timestamp":7,"duration":1}]}}})") ==
          "This is no moment. Write it as 2026-03-08T07:30:00Z.");
    CHECK(refusal(Export().windows().event("10:00", 1, app("a")).json(), "Moon/Tycho") ==
          "This time zone is not known here. Use a name as Europe/Berlin.");
}

TEST_CASE("events that no clock made are skipped or refused, never computed with") {
    CHECK(text(imported(Export().windows().event("10:00", -5, app("Steam")))).empty());
    CHECK(text(imported(Export().windows().event("10:00", 20'000, app("Steam")))).empty());
    CHECK(refusal(Export().windows().event("10:00", 5, app("Steam"), "9999-12-31").json()) ==
          "The date must be between 1900 and 2200.");
    CHECK(refusal(Export()
                      .windows()
                      .event("10:00", 5, app("Steam"), "1970-01-01")
                      .event("10:00", 5, app("Steam"), "2026-01-01")
                      .json()) == "The file covers more than 3700 days.");
    CHECK(refusal(R"({"buckets":{"b":{"events":[],"events":[{}]}}})") ==
          "Event 1 of the file has no time.");
}
