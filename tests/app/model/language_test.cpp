// One person at their engine, in a language of their own.
#include "core/words/tr.h"
#include "tests/app/model/people.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

using namespace model;

// English again for the next story, however this one ends.
struct BackToEnglish {
    BackToEnglish() = default;
    ~BackToEnglish() { speak(Language::english); }
    BackToEnglish(const BackToEnglish&) = delete;
    BackToEnglish& operator=(const BackToEnglish&) = delete;
};

EngineSetup setup_in(World& world, const std::string& locale) {
    return {.profile_directory = (world.folder / "reader").string(),
            .ports = {world.clock, world.random, world.secrets},
            .connect = world.connect(),
            .cost = trust::password_cost_floor,
            .locale = locale};
}

TEST_CASE("The system's language is spoken until a person chooses another, and that is kept") {
    const BackToEnglish end;
    World world;
    {
        Engine engine(setup_in(world, "es_MX.UTF-8"));
        CHECK(spoken() == Language::spanish);
        engine.handle(CreateProfile{words});
        engine.handle(Unlock{"not now"});
        CHECK(engine.snapshot()->errors.back().sentence ==
              "Eso no es posible aquí; no se cambió nada.");
        engine.handle(ChangeSettings{{.language = "de"}});
        CHECK(spoken() == Language::german);
        engine.handle(ChangeSettings{{.language = "nl"}});
        CHECK(spoken() == Language::german);
    }
    speak(Language::english);
    Engine engine(setup_in(world, "es_MX.UTF-8"));
    CHECK(spoken() == Language::german);
}

TEST_CASE("What two people signed stays as it was signed when one of them reads German") {
    const BackToEnglish end;
    Couple people;
    agree(people.client, people.clinician, {.minutes_max = 60});
    const auto before = people.client.sees();
    people.client.does(SetMood{.day = people.today, .mood = 7});
    const auto after =
        people.client.does(ChangeSettings{{.lock_after_minutes = 0, .language = "de"}});
    const BoundaryCard& card = only_card(after->client->boundaries.cards);
    CHECK(card.sentence == only_card(before->client->boundaries.cards).sentence);
    CHECK(card.sentence.starts_with("Social media: at most 60 minutes a day."));
    CHECK(card.proposed_by == "du");
    CHECK(after->client->today.boundaries.front().title == "Soziale Medien, höchstens 60 min");
    CHECK(after->nobody_watches.starts_with("Niemand schaut live zu."));
    CHECK(people.client.does(Undo{})->saved->text == "Zurückgenommen: Stimmungseintrag");
    const auto english = people.client.does(ChangeSettings{{.lock_after_minutes = 0}});
    CHECK(only_card(english->client->boundaries.cards).proposed_by == "you");
}

TEST_CASE("A clinician's window is English whole, whatever the system speaks") {
    const BackToEnglish end;
    World world;
    Person clinician = founder(world);
    clinician.does(ChangeSettings{{.lock_after_minutes = 0, .language = "fr"}});
    CHECK(spoken() == Language::english);
    clinician.does(Lock{});
    CHECK(spoken() == Language::french);
}

// Everything on the page of Trends that is words.
std::vector<std::string> words_of(const TrendsView& view) {
    std::vector<std::string> all = view.impact;
    all.insert(all.end(), view.use.begin(), view.use.end());
    all.push_back(view.noted);
    all.push_back(view.mood);
    for (const AgreedStrip& strip : view.kept) {
        all.push_back(strip.title);
        all.push_back(strip.sentence);
    }
    return all;
}

// An hour of social media is agreed on, and ten days are lived.
struct TenDays {
    Couple people;

    TenDays() {
        people.client.does(ChangeSettings{{.lock_after_minutes = 0}});
        people.clinician.does(ChangeSettings{{.lock_after_minutes = 0}});
        agree(people.client, people.clinician, {.minutes_max = 60});
        for (int day = 0; day < 10; ++day) {
            const Day today = people.client.sees()->client->today.today;
            people.client.does(SetMood{today, 5});
            people.client.does(SetUse{today, UseGroup::social, 45});
            people.client.waits(ms_per_day);
        }
    }
};

TEST_CASE("Trends read in German with nothing English left") {
    const BackToEnglish end;
    TenDays days;
    days.people.client.does(ChangeSettings{{.lock_after_minutes = 0, .language = "de"}});
    const TrendsView view = *days.people.client.does(ShowTrends{14})->trends;
    CHECK(view.mood ==
          "Stimmung im Median 5 von 10 an 10 Tagen; davor zu wenige Tage zum Vergleichen.");
    CHECK(view.use[1] ==
          "Soziale Medien: Median 45 min an 10 Tagen. Vereinbart sind 60 min am Tag; darüber an 0 "
          "von 10 Tagen.");
    CHECK(view.use[2] == "KI: nichts gesagt.");
    REQUIRE(view.kept.size() == 1);
    CHECK(view.kept.front().sentence.starts_with("Bekannt an 0 von "));
    REQUIRE(view.impact.size() == 1);
    CHECK(view.impact.front().starts_with("Soziale Medien, höchstens 60 min, seit "));
    CHECK(view.impact.front().find(": Bisher 10 von 28 Tagen mit Stimmung und Minuten. Zu früh, um "
                                   "nach Mustern zu suchen. ") != std::string::npos);
    for (const std::string& sentence : words_of(view)) {
        for (const char* english : {" the ", " of ", " on ", " and ", " days", " mood", " with "}) {
            INFO(sentence);
            CHECK(sentence.find(english) == std::string::npos);
        }
    }
}

TEST_CASE("The brief of a client who reads German stays English") {
    const BackToEnglish end;
    TenDays days;
    days.people.client.does(ChangeSettings{{.lock_after_minutes = 0, .language = "de"}});
    days.people.sync();
    days.people.clinician.does(ChangeSettings{{.lock_after_minutes = 0, .language = "de"}});
    const auto seen = days.people.clinician.does(OpenClient{.record = days.people.record});
    const SessionBrief& brief = seen->clinician->overview->brief;
    CHECK(brief.mood.find("Median mood 5 of 10 on 10 days") != std::string::npos);
    CHECK(brief.use[1].starts_with("Social media: median 45 min on 10 days"));
    REQUIRE(brief.impact.size() == 1);
    CHECK(brief.impact.front().starts_with("Social media, at most 60 min, since "));
    CHECK(brief.impact.front().find("10 of 28 days with mood and minutes so far. Too early to look "
                                    "for patterns.") != std::string::npos);
}

}  // namespace
}  // namespace evenkeel::test
