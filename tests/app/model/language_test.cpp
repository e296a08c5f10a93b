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

}  // namespace
}  // namespace evenkeel::test
