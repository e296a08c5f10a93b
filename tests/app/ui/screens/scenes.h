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
model::WordsView words_view();  // what that client shared, as the clinician sees it

// Intakes as each side sees them: none yet, asked for, half way, begun in a session, two finished.
model::IntakesView intakes_none(Role reader);
model::IntakesView intakes_asked(Role reader);
model::IntakesView intakes_at_ai(Role reader);
model::IntakesView intakes_begun(Role reader);
model::IntakesView intakes_together(Role reader);
model::IntakesView intakes_finished(Role reader);

// What belongs to sessions on both sides (session_scenes.cpp).
void add_sessions(std::vector<Scene>& all);

// The register of tools on both sides (tool_scenes.cpp).
void add_tools(std::vector<Scene>& all);
// The practice's own questions and drafts of them (question_scenes.cpp).
void add_questions(std::vector<Scene>& all);
// Help now, and what is told about safety, on both sides (safety_scenes.cpp).
void add_safety(std::vector<Scene>& all);
// What a client's days give back to them (trends_scenes.cpp).
void add_trends(std::vector<Scene>& all);
// Screen time that is counted, and files of other programs (counting_scenes.cpp).
void add_counting(std::vector<Scene>& all);
// The administration, and records handed over (admin_scenes.cpp).
void add_administration(std::vector<Scene>& all);

}  // namespace evenkeel::test
