#include "core/report/activitywatch_live.h"

#include "core/report/activitywatch.h"
#include "core/report/activitywatch_within.h"
#include "tests/core/report/test_ids.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::report;
using evenkeel::test::TestIds;

namespace {

const std::string buckets_answer =
    R"({"aw-watcher-afk_laptop":{"id":"x","type":"afkstatus","hostname":"laptop"},)"
    R"("aw-watcher-window_my laptop/ü":{"type":"currentwindow","hostname":"laptop","data":{}},)"
    R"("aw-watcher-vim":{"type":"app.editor.activity","hostname":"laptop"}})";

std::string refusal(std::string_view json) {
    const auto read = read_watch_buckets(json);
    return read.ok() ? "fine" : read.error().sentence();
}

}  // namespace

TEST_CASE("of what runs only windows, websites and idle time are asked for") {
    const auto buckets = read_watch_buckets(buckets_answer).value();
    REQUIRE(buckets.size() == 2);
    const TimeSpan span{Instant{1'773'050'400'000}, Instant{1'773'054'000'000}};
    CHECK(events_path(buckets[1], span) ==
          "/api/0/buckets/aw-watcher-window_my%20laptop%2F%C3%BC/events"
          "?start=2026-03-09T10:00:00Z&end=2026-03-09T11:00:00Z");
}

TEST_CASE("answers together are an export, idle time taken off") {
    const auto buckets = read_watch_buckets(buckets_answer).value();
    const auto text =
        watch_export(buckets, {R"([{"id":1,"timestamp":"2026-03-09T10:00:00Z","duration":600,)"
                               R"("data":{"status":"not-afk"}}])",
                               R"([{"id":2,"timestamp":"2026-03-09T10:00:00Z","duration":1200,)"
                               R"("data":{"app":"Discord","title":"t"}}])"});
    const ImportRules rules{.browsers = {}, .rules = {{"discord", ImportTarget::social}}};
    const auto imported =
        import_activitywatch(text.value(), rules, "UTC", 240, {VaultId{{1}}, TestIds()}).value();
    REQUIRE(imported.use.size() == 1);
    CHECK(imported.use[0].entry.minutes == Minutes(10));
}

TEST_CASE("what was recorded before the person wanted it, or after, is cut off") {
    const TimeSpan span{Instant{1'773'050'400'000}, Instant{1'773'054'000'000}};  // 10 to 11
    const auto kept = events_within(
        R"([{"timestamp":"2026-03-09T09:50:00+00:00","duration":900,"data":{"app":"a"}},)"
        R"({"timestamp":"2026-03-09T10:30:00Z","duration":60.5,"data":{}},)"
        R"({"timestamp":"2026-03-09T10:50:00Z","duration":1200,"data":{}},)"
        R"({"timestamp":"2026-03-09T09:00:00Z","duration":60,"data":{}}])",
        span);
    CHECK(kept.value() ==
          R"([{"data":{"app":"a"},"duration":300.0,"timestamp":"2026-03-09T10:00:00Z"},)"
          R"({"data":{},"duration":60.5,"timestamp":"2026-03-09T10:30:00Z"},)"
          R"({"data":{},"duration":600.0,"timestamp":"2026-03-09T10:50:00Z"}])");
    CHECK_FALSE(events_within("{}", span).ok());
    CHECK_FALSE(events_within("[7]", span).ok());
    CHECK_FALSE(events_within(R"([{"timestamp":"never","duration":1}])", span).ok());
}

TEST_CASE("what is no answer of ActivityWatch is refused") {
    const std::string other = "What answers there is not ActivityWatch.";
    CHECK(refusal("") == other);
    CHECK(refusal("[]") == other);
    CHECK(refusal(R"({"a":1})") == other);
    CHECK(refusal("<html>") == other);
    CHECK(refusal("{}") == "fine");
    std::string many = "{";
    for (int i = 0; i <= 100; ++i) {
        many += (i > 0 ? ",\"" : "\"") + std::to_string(i) + R"(":{"type":"afkstatus"})";
    }
    CHECK(refusal(many + "}") == "ActivityWatch has more than 100 buckets.");
    const auto buckets = read_watch_buckets(R"({"a":{"type":"afkstatus"}})").value();
    CHECK_FALSE(watch_export(buckets, {R"({"not":"a list"})"}).ok());
    CHECK_FALSE(watch_export(buckets, {"[1,"}).ok());
}
