// Every screen in every state that looks different, from plain invented data: for the invariants
// and the pictures. Nothing here comes from a person.
#pragma once

#include "tests/app/ui/screens/gui.h"

namespace evenkeel::test {

struct Scene {
    std::string name;  // also of its picture
    model::Snapshot snapshot;
    std::vector<std::string> taps;  // how one gets there from the first page
    bool is_phones = true;          // shown on phones; all are shown on desktops
    float scrolled_lines = 0;
};

const std::vector<Scene>& scenes();
const Scene& scene(const std::string& name);
// A Gui that shows the scene, with everything settled. Intents are thrown away.
std::unique_ptr<Gui> open(const Scene& scene, const ui::Look& look);

// The data of the scenes, for stories about one screen.
model::Snapshot client_snapshot();
model::Snapshot journal_snapshot();  // the same client, with pages, a reply and a question
model::Snapshot clinician_snapshot();

}  // namespace evenkeel::test
