// Help now, telling one's clinician, and what a clinician sees of it: every state that looks
// different.
#include "tests/app/ui/screens/scenes.h"

namespace evenkeel::test {

namespace {

using namespace model;

EntityId risk_id(std::uint8_t number) {
    EntityId id;
    id.bytes.fill(number);
    return id;
}

SafetyForm form() {
    return {.who = "Dr Weber or Dr Lee",
            .rhythm = CheckRhythm::every_weekday,
            .out_of_hours =
                "Nobody at the practice reads anything. Please call; the clinic at the harbour is "
                "open day and night.",
            .numbers = {{"Harbour Practice", "01 555 0100", "Weekdays 8 to 18"}}};
}

Snapshot can_tell() {
    Snapshot snapshot = client_snapshot();
    snapshot.settings.own_numbers = {{"Harbour Practice", "01 555 0100", "Weekdays 8 to 18"}};
    ClientRisk& risk = snapshot.client->risk;
    risk.can_tell = true;
    risk.before = {snapshot.nobody_watches, "At night and at weekends: " + form().out_of_hours,
                   "What you tell here cannot be kept private or taken back: your care team reads "
                   "it, whatever you share otherwise."};
    return snapshot;
}

Snapshot told(RiskState state, const char* status, const char* sentence = "") {
    Snapshot snapshot = can_tell();
    snapshot.client->risk.told = {{.id = risk_id(81),
                                   .state = state,
                                   .told = "today 11:20",
                                   .words = "The evening was too much.",
                                   .status = status,
                                   .sentence = sentence}};
    return snapshot;
}

Snapshot cannot_tell(const char* why) {
    Snapshot snapshot = client_snapshot();
    snapshot.client->risk.why_not = why;
    return snapshot;
}

RiskLine waiting_line() {
    return {.id = risk_id(82),
            .state = RiskState::sent,
            .told = "yesterday 22:40",
            .words = "The evening was too much.",
            .status = "Nobody has acknowledged it yet.",
            .sentence = "",
            .arrived = "It came to this device today 08:05.",
            .shown =
                "The device showed: Harbour Practice 01 555 0100, Emergency 112 and Samaritans "
                "116 123. We have not checked 112 and 116 123 ourselves. Nobody is watching "
                "this live."};
}

Snapshot waits_for_clinician() {
    Snapshot snapshot = clinician_snapshot();
    CaseLine& line = snapshot.clinician->caseload.front();
    line.need =
        "Told you about their safety; waits since yesterday 22:40 · A proposal waits for "
        "your answer";
    line.urgent = true;
    OverviewView& view = *snapshot.clinician->overview;
    view.risks = {waiting_line()};
    view.brief.safety =
        "The client told you about their safety once. 1 waits for a person to acknowledge it.";
    view.brief.risks = {
        "Told yesterday 22:40, on the card with numbers to call. “The evening was too much.” It "
        "came to this device today 08:05. Nobody has acknowledged it yet. " +
        waiting_line().shown};
    return snapshot;
}

Snapshot practice_says() {
    Snapshot snapshot = clinician_snapshot();
    snapshot.clinician->safety = form();
    snapshot.clinician->safety_sentence = "Looked at every weekday, by Dr Weber or Dr Lee.";
    return snapshot;
}

void add_card(std::vector<Scene>& all) {
    all.push_back({"help_tell", can_tell(), {"Help now"}});
    all.push_back({"help_telling", can_tell(), {"Help now", "Tell my clinician"}});
    all.push_back({"help_no_plan",
                   cannot_tell("Your practice has not said who would read this and when, so it is "
                               "not collected here. Please call."),
                   {"Help now"}});
    all.push_back({"help_paused",
                   cannot_tell("Sharing is paused, so nothing you tell here would reach your "
                               "clinician. Please call."),
                   {"Help now"}});
    const Snapshot here =
        told(RiskState::here,
             "It is on this device only. Nobody can see it before this device has synced.");
    all.push_back({"help_told_here", here, {"Help now"}});
    all.push_back({"today_told_here", here, {}});
    all.push_back({"pause_untold", here, {"Sharing", "Pause all sharing"}});
    all.push_back(
        {"help_told_sent",
         told(RiskState::sent, "It was sent. Nobody has said yet that they have read it."),
         {"Help now"}});
    all.push_back(
        {"today_told_read",
         told(RiskState::read, "Read by Dr Weber today 12:05.", "I call you today at six."),
         {}});
    all.push_back({"help_held_back",
                   told(RiskState::held_back,
                        "It did not leave: sharing was paused first. Your clinician does not have "
                        "it."),
                   {"Help now"}});
    Snapshot low = can_tell();
    low.client->risk.offered = 1;
    all.push_back({"help_by_itself", low, {}});
    Snapshot locked;
    locked.stage = Stage::locked;
    locked.settings.own_numbers = low.settings.own_numbers;
    locked.settings.country = "IE";
    all.push_back({"locked_help_own", locked, {"Help now"}});
}

void add_clinicians_side(std::vector<Scene>& all) {
    const Snapshot waits = waits_for_clinician();
    Snapshot closed = waits;
    closed.clinician->overview.reset();
    all.push_back({"caseload_risk", closed, {}});
    all.push_back({"overview_risk", waits, {}});
    all.push_back({"acknowledge", waits, {"I have read this"}});
    Snapshot read = waits;
    read.clinician->overview->risks.clear();
    read.clinician->overview->brief.safety =
        "The client told you about their safety once. All of it was acknowledged.";
    read.clinician->overview->brief.risks = {
        "Told yesterday 22:40, on the card with numbers to call. Without further words. It came to "
        "this device today 08:05. Acknowledged by Dr Weber today 08:20. To the client: “I call you "
        "today at six.” " +
        waiting_line().shown};
    all.push_back({"overview_risk_read", read, {}});
    const std::string row = "When a client may be in danger";
    all.push_back({"practice_safety", practice_says(), {"Settings", row}});
    all.push_back({"practice_safety_days", practice_says(), {"Settings", row, "Within some days"}});
    all.push_back({"practice_safety_empty", clinician_snapshot(), {"Settings", row}});
}

}  // namespace

void add_safety(std::vector<Scene>& all) {
    add_card(all);
    add_clinicians_side(all);
}

}  // namespace evenkeel::test
