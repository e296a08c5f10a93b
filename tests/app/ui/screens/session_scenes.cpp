// What belongs to sessions: a clinician's notes, reviews of boundaries, the plan, the brief's ways.
#include "tests/app/ui/screens/scenes.h"

namespace evenkeel::test {

namespace {

using namespace model;

EntityId id(std::uint8_t number) {
    EntityId made;
    made.bytes.fill(number);
    return made;
}

NotesView notes() {
    NotesView view;
    view.sessions = {{.id = id(91), .text = "Wed 14 May, 10:00, in person"},
                     {.id = id(92), .text = "Thu 17 Apr, 10:00, by video"}};
    view.notes = {{.id = id(93),
                   .day = "Thursday 17 April",
                   .session = "Thu 17 Apr, 10:00, by video",
                   .text = "Told of the move for the first time. The evenings are when she misses "
                           "her sister; the phone stands in for the call she does not make.\n"
                           "Ask next time what a call would cost her.",
                   .other_texts = {}},
                  {.id = id(94),
                   .day = "Friday 4 April",
                   .session = {},
                   .text = "Telephone call with the GP, with consent: sleep is to be looked at.",
                   .other_texts = {"Telephone call with the GP: sleep, and iron."}}};
    view.trash = {{.id = id(95), .first_line = "A first thought on the plan", .day = "yesterday"}};
    return view;
}

std::vector<PlanLine> plan(const char* own, const char* other) {
    return {{.id = id(96),
             .place = PlanPlace::online,
             .text = "Mood each evening, and a page when the evening went wrong",
             .by = own},
            {.id = id(97),
             .place = PlanPlace::in_the_room,
             .text = "Practise the call with the sister",
             .by = other},
            {.id = id(98),
             .place = PlanPlace::in_the_room,
             .text = "Look at the boundaries together",
             .by = own}};
}

std::vector<ReviewLine> reviews(const char* who) {
    return {
        {.text = std::string("Wed 30 Apr, ") + who + ": kept as it is. Next review on Wed 28 May.",
         .words = "It helps most on work days. At weekends the book is still on the shelf."},
        {.text = std::string("Thu 3 Apr, ") + who + ": kept as it is.", .words = {}}};
}

Snapshot desk() {
    Snapshot snapshot = clinician_snapshot();
    OverviewView& view = *snapshot.clinician->overview;
    view.notes = notes();
    view.plan = plan("you", "Amira K.");
    view.brief.plan = {
        "Online, between sessions: Mood each evening, and a page when the evening "
        "went wrong",
        "In the room: Practise the call with the sister"};
    view.brief.pages.front().id = view.words.pages->at(1).id;
    for (BoundaryCard& card : view.boundaries) {
        if (!card.reviewable) continue;
        card.review_due = true;
        card.reviews = reviews("you");
    }
    return snapshot;
}

Snapshot phone() {
    Snapshot snapshot = client_snapshot();
    snapshot.client->plan = plan("Dr Weber", "you");
    snapshot.client->plan.back().only_mine = true;
    for (BoundaryCard& card : snapshot.client->boundaries.cards) {
        if (card.stage == BoundaryStage::in_force) card.reviews = reviews("Dr Weber");
    }
    return snapshot;
}

// Of the wheel.
constexpr float lines_to_the_end = -200;

}  // namespace

void add_sessions(std::vector<Scene>& all) {
    const Snapshot clinician = desk();
    const Snapshot client = phone();
    all.push_back({"notes", clinician, {"Your notes"}});
    Snapshot kept = clinician;
    kept.notes_path = "/people/weber/Documents/Evenkeel notes 2025-05-14.zip";
    all.push_back({"notes_archive", kept, {"Your notes", "An encrypted copy of your notes"}});
    all.push_back({"notes_none", clinician_snapshot(), {"Your notes"}});
    all.push_back({"notes_new", clinician, {"Your notes", "Write a note"}});
    all.push_back({"notes_change", clinician, {"Your notes", "Change it"}});
    all.push_back({"notes_delete", clinician, {"Your notes", "Delete"}});
    all.push_back({"review", clinician, {"Boundaries", "Review it"}});
    all.push_back(
        {"review_change", clinician, {"Boundaries", "Review it", "What came out > Change"}});
    all.push_back({"review_end",
                   clinician,
                   {"Boundaries", "Review it", "What came out > End", "Save the review"}});
    all.push_back({"reviews_clinician", clinician, {"Boundaries"}});
    all.push_back({"reviews_client", client, {"Boundaries", "Show earlier reviews"}});
    all.push_back({"plan_client", client, {"Boundaries", "Your plan together"}});
    all.push_back({"plan_none", client_snapshot(), {"Boundaries", "Your plan together"}});
    all.push_back({"plan_clinician", clinician, {"Your plan together"}});
    all.push_back({"brief_reply", clinician, {"Go on with your reply"}});
    all.push_back({.name = "brief_end",
                   .snapshot = clinician,
                   .taps = {},
                   .scrolled_lines = lines_to_the_end});
}

}  // namespace evenkeel::test
