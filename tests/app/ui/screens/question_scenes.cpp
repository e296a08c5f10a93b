// The practice's own questions, and a model that drafts them.
#include "tests/app/ui/screens/scenes.h"

namespace evenkeel::test {

void add_questions(std::vector<Scene>& all) {
    using Taps = std::vector<std::string>;
    const model::Snapshot clinician = clinician_snapshot();
    const Taps page = {"Settings", "Our own questions"};
    const auto with = [&](const model::DraftingView& drafting) {
        model::Snapshot changed = clinician;
        changed.clinician->drafting = drafting;
        return changed;
    };
    all.push_back({"practice_questions", clinician, page});
    all.push_back(
        {"practice_questions_change", clinician, {"Settings", "Our own questions", "Change"}});
    model::Snapshot empty = clinician;
    empty.clinician->questions.clear();
    all.push_back({"practice_questions_empty", empty, page});
    all.push_back(
        {"drafting_set_up", clinician, {"Settings", "Our own questions", "Set up drafting"}});
    all.push_back({"drafting_at_work",
                   with({.host = "localhost", .model = "small", .under_way = true}), page});
    const model::Snapshot drafted =
        with({.host = "models.harbour.example",
              .model = "small",
              .drafts = {"What was different about an evening without a phone?",
                         "When did you last notice that you had put it away by yourself?",
                         "Who or what was near you then?"}});
    all.push_back({"drafts", drafted, page});
    all.push_back({"draft_edited", drafted, {"Settings", "Our own questions", "Edit this draft"}});
}

}  // namespace evenkeel::test
