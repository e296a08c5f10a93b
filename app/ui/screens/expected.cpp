#include "app/ui/screens/expected.h"

#include "app/model/intake_words.h"

#include <algorithm>

namespace evenkeel::ui {
namespace {

using namespace model;

void set_minutes(std::array<UseLine, use_group_count>& lines, const SetUse& set) {
    for (UseLine& line : lines) {
        if (line.group == set.group) line.minutes = set.minutes;
    }
}

void expect_in(ClientViews& views, const SetMood& set) {
    if (views.today.day == set.day) views.today.mood = set.mood;
}
void expect_in(ClientViews& views, const SetTag& set) {
    const bool is_offered = std::ranges::count(views.today.offered_tags, set.tag) > 0;
    if (views.today.day != set.day || !is_offered) return;
    std::erase(views.today.tags, set.tag);
    if (set.chosen) views.today.tags.push_back(set.tag);
}
void expect_in(ClientViews& views, const ChangeMoment& set) {
    for (MomentLine& line : views.today.moments) {
        if (line.id != set.moment) continue;
        line.minute = set.minute;
        if (set.mood) line.mood = set.mood;
    }
}
void expect_in(ClientViews& views, const DeleteMoment& asked) {
    std::erase_if(views.today.moments,
                  [&](const MomentLine& line) { return line.id == asked.moment; });
}
void expect_in(ClientViews& views, const SetNote& set) {
    if (views.today.day != set.day) return;
    views.today.note = set.note;
    views.today.note_private = set.is_private;
}
void expect_in(ClientViews& views, const SetUse& set) {
    if (views.today.day == set.day) set_minutes(views.today.use, set);
    if (views.screen_time.day == set.day) set_minutes(views.screen_time.use, set);
}
void expect_in(ClientViews& views, const SetComplete& set) {
    if (views.today.day == set.day) views.today.complete = set.complete;
    if (views.screen_time.day == set.day) views.screen_time.complete = set.complete;
}
void expect_in(ClientViews& views, const SetPurpose& set) {
    for (UseItem& item : views.screen_time.items) {
        if (item.id == set.entry) item.purpose = set.purpose;
    }
}
void expect_in(ClientViews& views, const SetTool& set) {
    for (UseItem& item : views.screen_time.items) {
        if (item.id == set.entry) item.tool = set.tool;
    }
}
void expect_in(ClientViews& views, const DeleteEntry& asked) {
    std::erase_if(views.screen_time.items,
                  [&](const UseItem& item) { return item.id == asked.entry; });
}
void expect_in(ClientViews& views, const AnswerBoundary& given) {
    if (views.today.day != given.day) return;
    for (AnswerLine& line : views.today.boundaries) {
        if (line.boundary == given.boundary) line.answer = given.answer;
    }
}
void expect_in(ClientViews& views, const SnoozeReminder&) { views.today.reminder.reset(); }
void expect_in(ClientViews& views, const SetShared& set) {
    for (SharingLine& line : views.sharing.kinds) {
        if (line.data == set.data) line.shared = set.shared;
    }
}
void expect_in(ClientViews& views, const PauseSharing& asked) {
    views.sharing.paused = asked.paused;
}
void expect_in(ClientViews& views, const LeavePractice&) {
    views.sharing.paused = true;
    views.sharing.leaving = Leaving::asked;
}
// What else comes up by an answer the engine says.
void expect_in(IntakesView& view, const AnswerIntake& given) {
    const auto change = [&](IntakePage& page) {
        if (page.id != given.intake) return;
        for (IntakeSection& section : page.parts) {
            for (IntakeLine& line : section.lines) {
                if (line.question.number != given.question) continue;
                line.answer = given.answer;
                line.said = said_words(line.question, given.answer);
            }
        }
    };
    if (view.open) change(*view.open);
    for (IntakePage& page : view.finished) change(page);
}
void expect_in(ClientViews& views, const AnswerIntake& given) { expect_in(views.intakes, given); }
// Of everything else only the engine knows what comes of it.
template <typename Other>
void expect_in(ClientViews&, const Other&) {}

}  // namespace

void expect(Snapshot& snapshot, const Intent& intent) {
    if (const auto* changed = std::get_if<ChangeSettings>(&intent)) {
        snapshot.settings = changed->settings;
    } else if (const auto* dismissed = std::get_if<Dismiss>(&intent)) {
        std::erase_if(snapshot.errors,
                      [&](const ErrorNotice& error) { return error.number == dismissed->notice; });
    } else if (std::holds_alternative<CloseInvite>(intent)) {
        if (snapshot.client) snapshot.client->invite.reset();
        if (snapshot.clinician) snapshot.clinician->invite.reset();
    } else if (std::holds_alternative<AnswerDeletions>(intent)) {
        snapshot.deletions_held = 0;
    } else if (std::holds_alternative<Undo>(intent)) {
        snapshot.saved.reset();
    } else if (const auto* given = std::get_if<AnswerIntake>(&intent);
               given && snapshot.clinician && snapshot.clinician->overview) {
        expect_in(snapshot.clinician->overview->intakes, *given);
    } else if (snapshot.client) {
        std::visit([&](const auto& asked) { expect_in(*snapshot.client, asked); }, intent);
    }
}

}  // namespace evenkeel::ui
