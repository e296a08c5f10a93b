// The client's screens in every language, and in one that is longer than all of them.
#include "core/words/tr.h"
#include "tests/app/ui/screens/invariants.h"
#include "tests/app/ui/screens/pseudo.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

// English again, however the test ends.
struct Spoken {
    explicit Spoken(const Catalogue* catalogue) { speak(catalogue); }
    ~Spoken() { speak(Language::english); }
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;
};

struct Translated {
    const char* name;
    const Catalogue* catalogue;
};
std::vector<Translated> all_languages() {
    return {{"pseudo", &pseudo_catalogue()},
            {"German", &catalogue_of(Language::german)},
            {"Spanish", &catalogue_of(Language::spanish)},
            {"French", &catalogue_of(Language::french)}};
}

// In one theme: which colours words have, and whether they can be read on them, is asked of every
// screen in both, and no language changes it.
std::vector<ui::Look> looks() {
    std::vector<ui::Look> all;
    for (const float size : {0.85F, 1.0F, 2.0F}) {
        all.push_back(phone_look(ui::ThemeKind::light, size));
        all.push_back(desktop_look(ui::ThemeKind::light, size));
        all.push_back(wide_look(ui::ThemeKind::light, size));
    }
    return all;
}

}  // namespace

TEST_CASE("the client's screens have room for every language") {
    for (const Scene& scene : scenes()) {
        if (scene.snapshot.clinician) continue;
        for (const ui::Look& look : looks()) {
            const auto gui = open(scene, look);
            for (const Translated& language : all_languages()) {
                INFO(language.name << ": " << named(scene, look));
                const Spoken spoken(language.catalogue);
                gui->settle();
                check_names(gui->ui().tree());
                check_targets(gui->ui().tree(), look);
                check_places(gui->ui().tree(), look);
                check_words(gui->ui().text_runs());
            }
        }
    }
}

TEST_CASE("a window that is open speaks another language from the next frame on") {
    const auto gui = open(scene("today"), phone_look());
    CHECK(gui->has("Add a note (optional)"));
    const Spoken spoken(&catalogue_of(Language::german));
    gui->settle();
    CHECK(gui->has("Notiz hinzufügen (freiwillig)"));
    CHECK_FALSE(gui->has("Add a note (optional)"));
    CHECK(gui->has("Mittwoch, 14. Mai"));
}

TEST_CASE("a person chooses a language by its own name") {
    std::vector<std::string> asked;
    Gui gui(phone_look(), [&](const model::Intent& intent) {
        if (const auto* changed = std::get_if<model::ChangeSettings>(&intent)) {
            asked.push_back(changed->settings.language);
        }
    });
    gui.show(std::make_shared<model::Snapshot>(client_snapshot()));
    gui.settle();
    gui.tap("Sharing");
    gui.tap("Français");
    gui.tap("Language > As the system");
    CHECK(asked == std::vector<std::string>{"fr", ""});
}
