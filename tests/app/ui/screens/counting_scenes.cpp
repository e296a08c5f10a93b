// Screen time that was counted and waits for a word, and the page about counting.
#include "tests/app/ui/screens/scenes.h"

namespace evenkeel::test {

namespace {

using namespace model;

CountingView counting_off() {
    CountingView view{.can_see_windows = true};
    view.shipped_rules = {{"reddit.com", UseTarget::social},    {"discord", UseTarget::social},
                          {"chatgpt", UseTarget::ai},           {"docs.example", UseTarget::duty},
                          {"netflix.com", UseTarget::internet}, {"screensaver", UseTarget::ignore}};
    return view;
}

CountingView counting_on(Day today) {
    CountingView view = counting_off();
    view.by = CountingBy::window;
    view.status = "Counting since Mon 12 May 9:10.";
    view.own_rules = {{"knitting.example", UseTarget::internet}, {"discord", UseTarget::duty}};
    view.proposals = {
        {.day = today,
         .title = "Today so far",
         .lines = {{.kind = 1, .title = "Social media", .minutes = 80, .said = std::nullopt},
                   {.kind = 2, .title = "AI", .minutes = 25, .said = 30U},
                   {.kind = 3, .title = "Work and study", .minutes = 215, .said = std::nullopt}}},
        {.day = today + -1,
         .title = "Yesterday",
         .lines = {{.kind = 0, .title = "Internet", .minutes = 95, .said = std::nullopt}}}};
    return view;
}

Snapshot with(CountingView view) {
    Snapshot snapshot = client_snapshot();
    snapshot.client->counting = std::move(view);
    return snapshot;
}

FoundFileView found_report() {
    return {.sentences = {"A report of RescueTime: screen time of 12 days, from 1 March 2025 to 12 "
                          "March 2025.",
                          "Internet 14 h 20 min, Social media 9 h 05 min, AI 1 h 40 min; beside "
                          "them work and study 41 h.",
                          "Only these minutes are kept, day by day: no titles, no addresses, no "
                          "names."},
            .can_be_shared = true};
}

}  // namespace

void add_counting(std::vector<Scene>& all) {
    constexpr float lines_to_the_end = -200;
    const std::string way = "Count it automatically, or bring a file";
    const Day today = client_snapshot().client->today.today;
    const CountingView on = counting_on(today);
    all.push_back({"counted", with(on), {"Screen time"}});
    all.push_back({"counted_change", with(on), {"Screen time", "Change"}});
    all.push_back({.name = "phone_numbers",
                   .snapshot = with(counting_off()),
                   .taps = {"Screen time", "Copy your phone's own numbers"},
                   .scrolled_lines = -14});
    all.push_back({"counting_off", with(counting_off()), {"Screen time", way}});
    CountingView closed = on;
    closed.can_count_closed = true;
    closed.closed = true;
    all.push_back({"counting_on", with(closed), {"Screen time", way}});
    CountingView troubled = on;
    troubled.by = CountingBy::activitywatch;
    troubled.trouble = "ActivityWatch does not answer on this computer.";
    all.push_back({"counting_trouble", with(troubled), {"Screen time", way}});
    CountingView paused = on;
    paused.paused = true;
    paused.status = "Paused. Nothing is counted.";
    all.push_back({"counting_paused", with(paused), {"Screen time", way}});
    all.push_back({.name = "counting_rules",
                   .snapshot = with(on),
                   .taps = {"Screen time", way, "The rules that come with Evenkeel"},
                   .scrolled_lines = lines_to_the_end});
    CountingView found = on;
    found.found = found_report();
    all.push_back({.name = "counting_found",
                   .snapshot = with(found),
                   .taps = {"Screen time", way},
                   .scrolled_lines = lines_to_the_end});
    CountingView named = on;
    named.found = FoundFileView{
        .sentences =
            {"The CSV of Daylio: 210 moods of 180 days, from 2 November 2024 to 3 May 2025.",
             "31 entries have a mood of your own name: \"Foggy\" and \"so so\". Left out "
             "until you say which number, 0 to 10, each is."},
        .can_be_shared = true,
        .path = "/people/amira/Downloads/daylio.csv",
        .own_names = {"Foggy", "so so"}};
    all.push_back({.name = "counting_found_moods",
                   .snapshot = with(named),
                   .taps = {"Screen time", way, "Number for Foggy, more"},
                   .scrolled_lines = lines_to_the_end});
    CountingView imported = on;
    imported.imported = {"Imported 30 entries; 6 were here already.",
                         "2 days were left out: another program counted there already, and two are "
                         "never added up."};
    all.push_back({.name = "counting_imported",
                   .snapshot = with(imported),
                   .taps = {"Screen time", way},
                   .scrolled_lines = lines_to_the_end});
}

}  // namespace evenkeel::test
