// Trends over a real store with gaps and late days, counted once more from its rows.
#include "app/model/trends_view.h"

#include "core/codec/entity.h"
#include "tests/app/model/people.h"

#include <algorithm>
#include <map>
#include <set>

namespace evenkeel::test {
namespace {

using namespace model;

TrendsView trends_of(Person& client, std::size_t days) {
    const SnapshotPtr snapshot = client.does(ShowTrends{days});
    REQUIRE(snapshot->trends);
    return *snapshot->trends;
}

// By day, by a query of the client's own store.
template <typename Entity>
std::map<Day, Entity> by_day(client::Profile& profile, EntityKind kind,
                             Result<Entity> (*decode)(ByteView)) {
    const VaultId record = need(client::load_identity(profile.store()))->care_vault;
    std::map<Day, Entity> days;
    for (const auto& row : need(profile.store().list({.record = record, .kind = kind}))) {
        days.insert_or_assign(*row.day, need(decode(row.fragment)));
    }
    return days;
}

TEST_CASE("The trends' days and numbers are those of the store") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    client.does(ChangeSettings{{.lock_after_minutes = 0}});
    for (int day = 0; day < 30; ++day) {
        const Day today = client.sees()->client->today.today;
        if (day % 4 != 2) client.does(SetMood{today, 3U + static_cast<std::uint32_t>(day % 5)});
        if (day % 4 == 3) client.does(SetMood{today + -1, 2});
        if (day % 3 == 0) client.does(SetUse{today, UseGroup::internet, 60});
        client.waits(ms_per_day);
    }
    const Day today = client.sees()->client->today.today;
    const TrendsView view = trends_of(client, 28);
    REQUIRE(view.days.size() == 28);
    CHECK(view.days.back().day == today);

    client.leaves();
    const auto profile = need(client::Profile::open((world.folder / "Ada").string(), words,
                                                    {world.clock, world.random, world.secrets}));
    const auto moods = by_day(*profile, EntityKind::mood, &codec::decode_mood);
    const auto use = by_day(*profile, EntityKind::use, &codec::decode_use);
    std::set<Day> noted;
    std::size_t late = 0;
    std::vector<std::uint32_t> known;
    for (const OverviewDay& day : view.days) {
        const auto mood = moods.find(day.day);
        CAPTURE(day.day.number);
        CHECK(day.mood.has_value() == (mood != moods.end()));
        CHECK(day.minutes[0].has_value() == use.contains(day.day));
        if (mood == moods.end()) continue;
        CHECK(day.mood == mood->second.mood->reveal());
        known.push_back(*day.mood);
        late += mood->second.entered_late ? 1 : 0;
        noted.insert(day.day);
    }
    for (const auto& [day, entry] : use) {
        if (day >= view.days.front().day) noted.insert(day);
    }
    CHECK(late > 0);
    CHECK(view.days_noted == noted.size());
    CHECK(view.noted == "You noted " + std::to_string(noted.size()) + " of the last 28 days, " +
                            std::to_string(late) +
                            " of them later. A day without an entry is left blank.");
    std::ranges::sort(known);
    const std::size_t middle = known.size() / 2;
    const std::uint32_t doubled =
        known.size() % 2 == 1 ? 2 * known[middle] : known[middle - 1] + known[middle];
    const std::string median = std::to_string(doubled / 2) + (doubled % 2 == 1 ? ".5" : "");
    CHECK(view.mood.starts_with("Median mood " + median + " of 10 on " +
                                std::to_string(known.size()) + " days"));
    CHECK(view.impact.empty());
    CHECK(view.kept.empty());
}

TEST_CASE("Where nothing was noted the trends say so, and a private day is the client's own") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", {SharedData::use});
    CHECK(trends_of(client, 14).noted == "Nothing was noted in the last 14 days.");
    client.does(SetMood{client.sees()->client->today.today, 6});
    CHECK(trends_of(client, 14).noted ==
          "You noted 1 of the last 14 days. A day without an entry is left blank.");
}

}  // namespace
}  // namespace evenkeel::test
