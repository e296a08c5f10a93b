// Trends of the invented client: two weeks, three months, the first days, and none.
#include "tests/app/ui/screens/scenes.h"

namespace evenkeel::test {

namespace {

using namespace model;

template <typename Id>
Id id_of(std::uint8_t number) {
    Id id;
    id.bytes.fill(number);
    return id;
}

// Every sixth day is blank, and every fifth has a mood only.
std::vector<OverviewDay> lived(Day today, std::size_t count) {
    constexpr std::array<std::uint32_t, 7> moods = {5, 6, 4, 7, 6, 8, 7};
    std::vector<OverviewDay> days;
    for (std::size_t i = 0; i < count; ++i) {
        OverviewDay day{
            .day = today + (static_cast<std::int32_t>(i + 1) - static_cast<std::int32_t>(count))};
        if (i % 6 != 3) day.mood = moods[(i + i / 7) % moods.size()];
        const auto step = static_cast<std::uint32_t>(i % 4);
        if (day.mood && i % 5 != 1) day.minutes = {150 + 15 * step, 30 + 15 * step, std::nullopt};
        if (day.mood && i % 9 == 0) day.minutes[2] = 20;
        days.push_back(day);
    }
    return days;
}

AgreedStrip strip(std::uint8_t number, const char* title, const char* sentence, std::size_t count) {
    using enum DayOutcome;
    constexpr std::array<DayOutcome, 7> week = {kept, kept, partly, blank, kept, broken, kept};
    AgreedStrip made{.boundary = id_of<EntityId>(number), .title = title, .sentence = sentence};
    for (std::size_t i = 0; i < count; ++i) made.days.push_back(week[i % week.size()]);
    return made;
}

TrendsView two_weeks(Day today) {
    TrendsView view{.day_count = 14};
    view.noted =
        "You noted 12 of the last 14 days, 3 of them later. A day without an entry is left blank.";
    view.days_noted = 12;
    view.days = lived(today, 14);
    view.mood = "Median mood 6 of 10 on 12 days; 5 in the 14 days before.";
    view.use = {"Internet: median 2 h 45 min on 9 days; 3 h 10 min in the 14 days before.",
                "Social media: median 45 min on 9 days; 1 h 05 min in the 14 days before. Agreed "
                "are 45 min a day; above that on 4 of 9 days.",
                "AI: known on 2 days, too few for a median."};
    view.agreed_minutes = {std::nullopt, 45, std::nullopt};
    view.kept = {
        strip(1, "No phone in bed", "Kept on 8 of 12 known days; 2 days unknown", 14),
        strip(2, "Social media, at most 45 min", "Kept on 8 of 12 known days; 2 days unknown", 14)};
    view.impact = {
        "Social media, at most 45 min, since Fri 9 May: 6 of 28 days with mood and minutes so far. "
        "Too early to look for patterns. Before and after: 3 of 21 days after it began. Too early "
        "to compare."};
    return view;
}

TrendsView three_months(Day today) {
    TrendsView view = two_weeks(today);
    view.day_count = 90;
    view.noted =
        "You noted 75 of the last 90 days, 9 of them later. A day without an entry is left blank.";
    view.days_noted = 75;
    view.days = lived(today, 90);
    view.kept = {strip(2, "Social media, at most 45 min",
                       "Kept on 52 of 77 known days; 13 days unknown", 90)};
    view.impact = {
        "Social media, at most 45 min, since Mon 3 Feb: On days with more social media time, mood "
        "tended to be lower (about -0.6 points per extra hour; range -1.0 to -0.3; 56 days). This "
        "is an association in self-reported data. It does not show that one caused the other; mood "
        "can also lead to more or less use, and sleep, work or events may explain both. So far "
        "there are 61 such days; the next look is at 84. After it began, recorded minutes a day "
        "were lower by 54 (28 to 81). Mood was +1.1 (+0.1 to +2.0) in one analysis and +0.4 (-1.7 "
        "to +2.4) when the trend is allowed for: we can't tell."};
    return view;
}

TrendsView first_days(Day today) {
    TrendsView view = two_weeks(today);
    for (std::size_t i = 0; i + 3 < view.days.size(); ++i) view.days[i] = {view.days[i].day};
    view.noted = "You noted 3 of the last 14 days. A day without an entry is left blank.";
    view.days_noted = 3;
    view.mood = "Mood is known on 3 days: too few to say more.";
    view.use = {"Internet: known on 2 days, too few for a median.",
                "Social media: known on 2 days, too few for a median.", "AI: nothing was said."};
    view.agreed_minutes = {};
    view.kept.clear();
    view.impact.clear();
    return view;
}

TrendsView none(Day today) {
    TrendsView view = first_days(today);
    view.noted = "Nothing was noted in the last 14 days.";
    view.days_noted = 0;
    for (OverviewDay& day : view.days) day = {day.day};
    return view;
}

}  // namespace

void add_trends(std::vector<Scene>& all) {
    const auto add = [&](const char* name, TrendsView (*made)(Day), std::vector<std::string> taps) {
        Snapshot snapshot = client_snapshot();
        snapshot.trends = made(snapshot.client->today.today);
        all.push_back({name, std::move(snapshot), std::move(taps)});
    };
    add("trends", &two_weeks, {"Trends"});
    add("trends_months", &three_months, {"Trends", "90 days"});
    add("trends_first_days", &first_days, {"Trends"});
    add("trends_none", &none, {"Trends"});
}

}  // namespace evenkeel::test
