#include "tests/app/ui/screens/scenes.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {

namespace {

using namespace model;
using Taps = std::vector<std::string>;

Snapshot at(Stage stage) {
    Snapshot snapshot;
    snapshot.stage = stage;
    return snapshot;
}

template <typename Change>
Snapshot changed(Snapshot snapshot, Change change) {
    change(snapshot);
    return snapshot;
}

InviteFacts invite_facts() {
    return {.practice = "Harbour Practice",
            .inviter = "Dr Weber",
            .sharing_text =
                "Nobody is watching live. What you choose to share is sent encrypted when there is "
                "a network, and your care team reads it when they get to it. You can change your "
                "mind on any day.",
            .link = "evenkeel:2/AB3D"};
}

void add_first_minutes(std::vector<Scene>& all) {
    all.push_back({"welcome", at(Stage::first_run), {}});
    all.push_back({"passphrase", at(Stage::first_run), {"Begin"}});
    all.push_back({"passphrase_busy",
                   changed(at(Stage::first_run), [](Snapshot& s) { s.busy = true; }),
                   {"Begin"}});
    all.push_back({"join", at(Stage::unenrolled), {}});
    all.push_back(
        {"join_refused",
         changed(at(Stage::unenrolled),
                 [](Snapshot& s) {
                     s.errors = {{1, "The server could not be reached. Nothing was sent."}};
                 }),
         {}});
    all.push_back({"consent",
                   changed(at(Stage::invited), [](Snapshot& s) { s.invite = invite_facts(); }),
                   {"Mood", "Screen time"}});
    all.push_back(
        {"safety_number",
         changed(at(Stage::joined),
                 [](Snapshot& s) { s.safety_number = "31415 92653 58979 32384 62643 38327"; }),
         {}});
    all.push_back({"found",
                   changed(at(Stage::unenrolled),
                           [](Snapshot& s) {
                               s.sheet_path =
                                   "/people/weber/Documents/Evenkeel recovery sheet 2025-05-14.txt";
                           }),
                   {"I am a clinician: set up with a code"}});
    all.push_back(
        {"recovery_sheet",
         changed(at(Stage::founded),
                 [](Snapshot& s) {
                     s.sheet = RecoverySheet{
                         .text =
                             "7KQ2-M4XA-9RTC-0VHW\nB3ND-6YJE-1PZG-5FSK\n"
                             "Q8WM-2CAR-T4XV-9HJD\n0ENB-7GKP-3SYF-6ZTQ",
                         .path = "/people/weber/Documents/Evenkeel recovery sheet 2025-05-14.txt"};
                 }),
         {}});
    all.push_back({"locked", at(Stage::locked), {}});
    all.push_back({"locked_help", at(Stage::locked), {"Help now"}});
    const std::string aside = "/people/weber/.local/share/evenkeel/default-set-aside-2025-05-14";
    all.push_back({"locked_forgotten",
                   changed(at(Stage::locked), [&](Snapshot& s) { s.set_aside_to = aside; }),
                   {"I forgot my passphrase"}});
    all.push_back({"failed",
                   changed(at(Stage::failed),
                           [&](Snapshot& s) {
                               s.failure =
                                   "This profile was written by a newer version of the program. "
                                   "Install that version to open it.";
                               s.set_aside_to = aside;
                           }),
                   {}});
}

void make_fresh(Snapshot& s) {
    TodayView& today = s.client->today;
    today.mood.reset();
    for (UseLine& line : today.use) line = UseLine{.group = line.group, .offered_minutes = 60};
    for (AnswerLine& line : today.boundaries) line.answer.reset();
    today.reminder = Reminder{.kind = ReminderKind::approaching,
                              .sentence = "Social media: 40 of 45 min. Why: the evenings slip away",
                              .boundary = std::nullopt};
    s.sync = {.state = SyncLineState::offline,
              .pending = 3,
              .sentence = "Saved here. 3 entries wait to be sent.",
              .details = {"The server could not be reached."}};
}

void make_empty(Snapshot& s) {
    s.client->confirmed = false;
    TodayView& today = s.client->today;
    today = TodayView{.day = today.day, .today = today.today};
    today.use = {UseLine{.group = UseGroup::internet}, UseLine{.group = UseGroup::social},
                 UseLine{.group = UseGroup::ai}};
    s.client->screen_time.use = today.use;
    s.client->screen_time.items.clear();
    s.client->screen_time.week_minutes = {};
    s.client->screen_time.week_sentence = "No entry in the last seven days.";
    s.client->boundaries.cards.clear();
    s.client->sharing.seen_days.clear();
    s.client->sharing.paused = true;
    s.sync = {.state = SyncLineState::waiting,
              .pending = 0,
              .sentence = "Waiting for the practice to confirm this device.",
              .details = {}};
}

constexpr float lines_to_reminders = -14;
constexpr float lines_to_large_reminders = -34;

void make_reminded(Snapshot& snapshot) {
    snapshot.can_remind_closed = true;
    snapshot.settings.remind_closed = true;
    snapshot.settings.quiet = {22 * 60, 7 * 60};
}
void make_reminders_paused(Snapshot& snapshot) {
    snapshot.can_remind_closed = true;
    snapshot.can_show_outside = false;
    snapshot.settings.remind_closed = true;
    snapshot.settings.reminders_from = snapshot.client->today.today + 3;
}

void add_notes(std::vector<Scene>& all, const Snapshot& client) {
    all.push_back({"note", client, {"Add a note (optional)"}});
    const Snapshot reasons = changed(client, [](Snapshot& s) {
        auto& lines = s.client->today.boundaries;
        lines.front().answer = Answer::broken;
        lines.back().answer = Answer::partly;
        lines.back().note = "A long call from home";
    });
    all.push_back({"today_reasons", reasons, {}, true, -12});
    all.push_back({"reason", reasons, {"What you say of it"}});
}

// What may be said beside the mood of the day.
void add_moments(std::vector<Scene>& all, const Snapshot& client) {
    const Snapshot moments = changed(client, [](Snapshot& s) {
        EntityId id;
        id.bytes.fill(61);
        TodayView& today = s.client->today;
        today.moments = {MomentLine{.id = id, .minute = 9 * 60 + 15, .mood = 4, .tags = {}}};
        id.bytes.fill(62);
        today.moments.push_back({.id = id,
                                 .minute = 11 * 60 + 40,
                                 .mood = 6,
                                 .tags = {"family", "late to bed"},
                                 .is_private = true});
    });
    all.push_back({"today_tag", client, {"Add a tag"}});
    all.push_back({"today_moment", client, {"Another moment", "When it was, less"}});
    all.push_back({"today_moments", moments, {"11:40 · 6 of 10"}});
}

// One's data as files, other devices, and leaving.
void add_own_data(std::vector<Scene>& all, const Snapshot& client) {
    const Taps files = {"Sharing", "Your data as a file"};
    all.push_back({"own_data", client, files});
    all.push_back({"passphrase_change", client, {"Sharing", "Another passphrase"}});
    all.push_back({"own_data_exported",
                   changed(client, [](Snapshot& s) { s.exported_to = s.export_paths[2]; }),
                   {"Sharing", "Your data as a file", "To import again (JSON)"}});
    all.push_back({"erase", client, {"Sharing", "Delete everything on this device"}});
    all.push_back({"leave", client, {"Sharing", "Leave the practice"}});
    all.push_back({"leave_read",
                   client,
                   {"Sharing", "Leave the practice", "I have read this, and I want to leave"}});
    all.push_back({"sharing_left",
                   changed(client,
                           [](Snapshot& s) {
                               s.client->sharing.leaving = Leaving::left;
                               s.client->sharing.paused = true;
                               s.client->sharing.seen_by.clear();
                           }),
                   {"Sharing"}});
    const Snapshot devices = changed(client, [](Snapshot& s) {
        DeviceLine line{.name = "Another device of yours", .id = s.client->sharing.devices[1].id};
        line.id.bytes.fill(71);
        s.client->sharing.devices.push_back(line);
        line.name = "A removed device";
        line.id.bytes.fill(72);
        line.removed = "Erased itself on Friday 9 May";
        s.client->sharing.devices.push_back(line);
    });
    all.push_back({"remove_device", devices, {"Sharing", "Another device of yours > Remove it"}});
}

void add_client(std::vector<Scene>& all) {
    const Snapshot client = client_snapshot();
    add_moments(all, client);
    all.push_back({"today", client, {}});
    all.push_back({"today_fresh", changed(client, make_fresh), {}});
    all.push_back({"today_empty", changed(client, make_empty), {}});
    all.push_back({"today_earlier",
                   changed(client,
                           [](Snapshot& s) {
                               s.client->today.day = s.client->today.day + -3;
                               s.saved =
                                   SavedNotice{.number = 1, .text = "Mood saved", .until = {}};
                           }),
                   {}});
    all.push_back(
        {"today_deletions", changed(client, [](Snapshot& s) { s.deletions_held = 36; }), {}});
    all.push_back({"today_error",
                   changed(client,
                           [](Snapshot& s) {
                               s.errors = {{1, "The disk is full. What was saved before is safe."}};
                           }),
                   {}});
    all.push_back({"session", client, {"Next session: Thu 15 May, 14:00, by video"}});
    all.push_back({"session_paused",
                   changed(client,
                           [](Snapshot& s) {
                               s.client->sharing.paused = true;
                               s.client->today.next_session->agenda.front().only_mine = true;
                           }),
                   {"Next session: Thu 15 May, 14:00, by video"}});
    add_notes(all, client);
    all.push_back({"screen_time", client, {"Screen time"}});
    all.push_back({"screen_time_purpose", client, {"Screen time", "Internet · 3 h 15 min"}});
    all.push_back({"screen_time_empty", changed(client, make_empty), {"Screen time"}});
    all.push_back({"boundaries", client, {"Boundaries"}});
    all.push_back({"boundaries_empty", changed(client, make_empty), {"Boundaries"}});
    all.push_back({"withdraw", client, {"Boundaries", "Withdraw"}});
    all.push_back({"propose", client, {"Boundaries", "Propose a boundary"}});
    const auto of_kind = [&](const char* name, const char* kind) {
        all.push_back({name, client, {"Boundaries", "Propose a boundary", kind}});
    };
    of_kind("propose_sessions", "How often");
    of_kind("propose_sitting", "At a time");
    of_kind("propose_purposes", "What for");
    of_kind("propose_instead", "If, then");
    of_kind("propose_contact", "Contact");
    of_kind("propose_in_words", "Own words");
    of_kind("propose_examples", "Start from an example");
    all.push_back({"suggest_curfew", client, {"Boundaries", "Suggest a change"}});
    all.push_back({"sharing", client, {"Sharing"}});
    add_own_data(all, client);
    all.push_back({"sharing_paused", changed(client, make_empty), {"Sharing"}});
    all.push_back({.name = "reminders",
                   .snapshot = changed(client, make_reminded),
                   .taps = {"Sharing"},
                   .scrolled_lines = lines_to_reminders});
    all.push_back({.name = "reminders_paused",
                   .snapshot = changed(client, make_reminders_paused),
                   .taps = {"Sharing"},
                   .scrolled_lines = lines_to_large_reminders});
    all.push_back({"stop_sharing", client, {"Sharing", "Mood"}});
    all.push_back({"what_they_see", client, {"Sharing", "See exactly what they see"}});
    all.push_back({"add_device", client, {"Sharing", "Add a device"}});
    all.push_back({"help", client, {"Help now"}});
    all.push_back({"help_country", client, {"Help now", "Another country"}});
}

// Of the wheel.
constexpr float lines_to_use = -13;
constexpr float lines_to_the_end = -200;

void make_brief_empty(Snapshot& s) {
    OverviewView& view = *s.clinician->overview;
    view.sessions.clear();
    SessionBrief& brief = view.brief;
    brief.period = "No earlier session is on record: the last 28 days.";
    brief.next.clear();
    for (OverviewDay& day : brief.days) day = OverviewDay{.day = day.day};
    brief.coverage = {"When this device last synced is not known here; newer entries may exist.",
                      "Nothing was logged here yet."};
    brief.mood =
        "Better or worse: cannot tell, too few days (0 known, 0 in the four weeks before; 14 each "
        "are needed). Mood is known on 0 days: too few to say more.";
    brief.boundaries.clear();
    brief.use = {"Internet: nothing was said.", "Social media: nothing was said.",
                 "AI: nothing was said."};
    brief.use_details.clear();
    brief.pages.clear();
    brief.pages_sentence = "No page was shared in this time.";
    brief.impact = {"No boundary is in force."};
    brief.to_do = {"Nothing is due."};
}

void make_device_wait(Snapshot& s) {
    s.clinician->devices.insert(s.clinician->devices.begin(),
                                {.name = "Laptop",
                                 .waits = true,
                                 .safety_number = "36010 75527 11849 90264 53318 20475",
                                 .id = {{0x1b}}});
}

// Every scene of the journal begins at the tab.
void add_journal(std::vector<Scene>& all) {
    const Snapshot client = journal_snapshot();
    all.push_back({"today_words", client, {}});
    const auto add = [&](const char* name, const Snapshot& snapshot, Taps taps) {
        taps.insert(taps.begin(), "Journal");
        all.push_back({name, snapshot, std::move(taps)});
    };
    add("journal", client, {});
    add("journal_empty", changed(client, [](Snapshot& s) { s.client->journal = {}; }), {});
    add("journal_trash", client, {"Open the trash"});
    add("page_private", client, {"I noticed that I pick it up when a sentence gets difficult."});
    add("page_share", client,
        {"I noticed that I pick it up when a sentence gets difficult.", "Share this page"});
    add("page_answered", client,
        {"The evening went better after I left the phone in the kitchen."});
    add("page_waiting",
        changed(client,
                [](Snapshot& s) {
                    model::PageLine page = s.client->journal.pages->back();
                    page.state = model::PageState::shared;
                    page.promised = "Monday 12 May";
                    s.client->journal.pages =
                        std::make_shared<const std::vector<model::PageLine>>(std::vector{page});
                }),
        {"I noticed that I pick it up when a sentence gets difficult."});
    add("page_take_back", client,
        {"The evening went better after I left the phone in the kitchen.", "Take it back"});
    add("page_delete", client, {"What would it be like to say it in the session?", "Delete"});
    add("writing", client, {"New page"});
    add("writing_question", client, {"New page", "Another question"});
    add("writing_asked", client, {"Write about it"});
    add("writing_empty", changed(client, [](Snapshot& s) { s.client->journal.drafts.clear(); }),
        {"New page"});
    add("writing_change", client,
        {"The evening went better after I left the phone in the kitchen.", "Change this page"});
    const Snapshot clinician = clinician_snapshot();
    all.push_back({"client_words", clinician, {"Words"}});
    all.push_back({"client_words_open",
                   clinician,
                   {"Words", "The evening went better after I left the phone in the kitchen."}});
    all.push_back(
        {"client_words_reply",
         clinician,
         {"Words", "What would it be like to say it in the session?", "Go on with your reply"}});
    all.push_back({"give_question", clinician, {"Words", "Give a question", "Weekdays", "Thu"}});
    all.push_back({"give_question_library",
                   clinician,
                   {"Words", "Give a question", "Choose from the library", "Strengths"}});
    all.push_back({"give_question_own",
                   clinician,
                   {"Words", "Give a question", "Choose from the library", "Our practice"}});
    all.push_back({"client_words_empty",
                   changed(clinician, [](Snapshot& s) { s.clinician->overview->words = {}; }),
                   {"Words"}});
}

void add_clinician(std::vector<Scene>& all) {
    const Snapshot clinician = clinician_snapshot();
    const Snapshot closed = changed(clinician, [](Snapshot& s) { s.clinician->overview.reset(); });
    all.push_back({"caseload", closed, {}});
    all.push_back({"caseload_empty",
                   changed(closed,
                           [](Snapshot& s) {
                               s.clinician->caseload.clear();
                               s.clinician->invited.clear();
                           }),
                   {}});
    all.push_back({"caseload_invited", closed, {"Mika"}});
    all.push_back({"invite_cancel", closed, {"Mika", "Invite for Mika > Cancel"}});
    all.push_back({"overview", clinician, {}});
    all.push_back({.name = "overview_use",
                   .snapshot = clinician,
                   .taps = {},
                   .scrolled_lines = lines_to_use});
    all.push_back({.name = "overview_end",
                   .snapshot = clinician,
                   .taps = {},
                   .scrolled_lines = lines_to_the_end});
    all.push_back({"overview_empty", changed(clinician, make_brief_empty), {}});
    all.push_back({"session_clinician", clinician, {"Thu 15 May, 14:00, by video"}});
    all.push_back(
        {"cancel_session", clinician, {"Thu 15 May, 14:00, by video", "Cancel this session"}});
    all.push_back({"plan_session", clinician, {"Plan a session"}});
    all.push_back({"client_left",
                   changed(clinician,
                           [](Snapshot& s) {
                               s.clinician->overview->has_left = true;
                               CaseLine line = s.clinician->caseload.front();
                               line.waits = false;
                               line.need = "Left the practice";
                               s.clinician->caseload.front() = line;
                           }),
                   {}});
    all.push_back({"client_days", clinician, {"Days"}});
    all.push_back({"client_boundaries", clinician, {"Boundaries"}});
    all.push_back({"client_device", clinician, {"Device"}});
    all.push_back({"counter", clinician, {"Boundaries", "Suggest a change"}});
    all.push_back({"invite_name",
                   changed(closed, [](Snapshot& s) { s.clinician->invite.reset(); }),
                   {"Invite a client"}});
    all.push_back({"invite", closed, {"Invite a client"}});
    all.push_back({"invite_colleague", clinician, {"Settings", "Invite a colleague"}});
    all.push_back({"settings", clinician, {"Settings"}});
    all.push_back({"settings_device_waits", changed(clinician, make_device_wait), {"Settings"}});
    all.push_back({"add_staff_device", clinician, {"Settings", "Add a device"}});
    all.push_back({"keys", clinician, {"Settings", "Keys"}});
}

void add_intakes(std::vector<Scene>& all) {
    const auto client = [](IntakesView intakes) {
        return changed(client_snapshot(), [&](Snapshot& s) { s.client->intakes = intakes; });
    };
    const auto clinician = [](IntakesView intakes) {
        return changed(clinician_snapshot(),
                       [&](Snapshot& s) { s.clinician->overview->intakes = intakes; });
    };
    const Snapshot begun = client(intakes_begun(Role::client));
    const Taps habits = {"Sharing", "Your digital habits"};
    const Taps going_on = {"Sharing", "Your digital habits", "Go on"};
    all.push_back({"today_intake", client(intakes_asked(Role::client)), {}});
    all.push_back({"intake_first", client(intakes_asked(Role::client)), {"Begin"}});
    all.push_back({"intake_ai", client(intakes_at_ai(Role::client)), going_on});
    all.push_back({"intake_words", begun, going_on});
    all.push_back(
        {"intake_review", begun, {"Sharing", "Your digital habits", "Go on", "See what you said"}});
    all.push_back({"intake_none", client(intakes_none(Role::client)), habits});
    all.push_back({"intake_shared", client(intakes_finished(Role::client)), habits});
    const Taps opened = {"Digital-habits intake"};
    all.push_back({"case_intake", clinician(intakes_finished(Role::clinician)), opened});
    all.push_back({"case_intake_asked", clinician(intakes_asked(Role::clinician)), opened});
    all.push_back({"case_intake_none", clinician(intakes_none(Role::clinician)), opened});
    all.push_back({"case_intake_together",
                   clinician(intakes_together(Role::clinician)),
                   {"Digital-habits intake", "Go on with it"}});
}

}  // namespace

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = [] {
        std::vector<Scene> made;
        add_first_minutes(made);
        add_client(made);
        add_clinician(made);
        add_journal(made);
        add_intakes(made);
        add_tools(made);
        add_counting(made);
        add_questions(made);
        add_safety(made);
        add_trends(made);
        add_sessions(made);
        add_administration(made);
        return made;
    }();
    return all;
}

const Scene& scene(const std::string& name) {
    const auto found = std::find_if(scenes().begin(), scenes().end(),
                                    [&](const Scene& each) { return each.name == name; });
    REQUIRE(found != scenes().end());
    return *found;
}

std::unique_ptr<Gui> open(const Scene& scene, const ui::Look& look) {
    auto gui = std::make_unique<Gui>(look, [](const model::Intent&) {});
    gui->show(std::make_shared<model::Snapshot>(scene.snapshot));
    gui->settle();
    for (const std::string& name : scene.taps) gui->tap(name);
    if (scene.scrolled_lines != 0) gui->scroll(scene.scrolled_lines);
    gui->pass(ms_per_second);  // the scroll bar of the way there has gone
    gui->settle();
    return gui;
}

}  // namespace evenkeel::test
