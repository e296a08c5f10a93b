// The administration, who opened a record, who is in it, and one that is handed over. No line is
// about a real person.
#include "tests/app/ui/screens/scenes.h"

namespace evenkeel::test {

namespace {

using namespace model;

template <typename Id>
Id id_of(std::uint8_t number) {
    Id id;
    id.bytes.fill(number);
    return id;
}

RecordLine line(std::uint8_t number, const char* name, const char* last_entry) {
    return {.record = id_of<VaultId>(number), .name = name, .last_entry = last_entry};
}

AdministrationView administration_view() {
    AdministrationView view;
    view.retention_years = 10;
    view.records = {
        line(1, "Amira K.", "Last entry today"), line(2, "Jonas B.", "Last entry 3 May 2014"),
        line(3, "Leonie F.", "Last entry yesterday"), line(4, "Paul S.", "Not on this device")};
    view.records[3].is_here = false;
    view.records[0].standing.is_held = true;
    view.records[0].hold =
        "On hold since 2 May 2025, set by Dr Weber: The insurer asked for a copy, and the answer "
        "is "
        "disputed";
    view.records[1].standing = {.ended = Day{16193}, .kept_until = Day{19846}, .is_past = true};
    view.records[1].treatment = "Treatment ended 3 May 2014";
    view.records[1].retention = "Was to be kept until 3 May 2024";
    view.staff = {
        {.user = id_of<UserId>(1),
         .name = "Dr Weber",
         .is_admin = true,
         .is_self = true,
         .is_last_admin = true,
         .devices = {{.id = id_of<DeviceId>(0x1a), .this_one = true},
                     {.id = id_of<DeviceId>(0x2b)}}},
        {.user = id_of<UserId>(2), .name = "Dr Lee", .devices = {{.id = id_of<DeviceId>(0x3c)}}}};
    return view;
}

Snapshot admin() {
    Snapshot snapshot = clinician_snapshot();
    snapshot.clinician->is_admin = true;
    snapshot.clinician->administration = administration_view();
    snapshot.access_path = "/people/weber/Documents/Evenkeel who saw what 2025-05-14.pdf";
    snapshot.archive_path = "/people/weber/Documents/Evenkeel record 2025-05-14.zip";
    return snapshot;
}

void add_handing_over(std::vector<Scene>& all) {
    Snapshot client = client_snapshot();
    all.push_back({"opened", client, {"Sharing", "Who opened my record"}});
    Snapshot never = client;
    never.client->sharing.opened = {};
    all.push_back({"opened_never", never, {"Sharing", "Who opened my record"}});
    client.archive_path = "/people/amira/Documents/Evenkeel record 2025-05-14.zip";
    const std::vector<std::string> there = {"Sharing", "An encrypted copy to hand over"};
    all.push_back({"archive", client, there});
    client.archive = MadeArchive{.path = client.archive_path,
                                 .passphrase = "7KQ2-M4XA-9RTC-0VHW-B3ND-6YJE-1PZG-5FSK",
                                 .entries = 214,
                                 .agreements = 2};
    all.push_back({"archive_made", client, there});
    all.push_back({"case_archive", admin(), {"Device", "An encrypted copy to hand over"}});
}

// The same from the client's side: nobody is asked about, or somebody.
void add_own_team(std::vector<Scene>& all) {
    Snapshot told = client_snapshot();
    OwnTeamView& team = told.client->sharing.team;
    team.inside = {{.user = id_of<UserId>(61), .name = "Dr Weber"}};
    const std::vector<std::string> there = {"Sharing", "Who is in your care team"};
    all.push_back({"own_team", told, there});
    Snapshot asked = told;
    OwnTeamView& to_decide = asked.client->sharing.team;
    to_decide.client_decides = true;
    to_decide.asked = {{.user = id_of<UserId>(62), .name = "Dr Lee"}};
    to_decide.declined = {{.user = id_of<UserId>(63), .name = "Dr Osei"}};
    to_decide.inside.push_back({.user = id_of<UserId>(64), .name = "Dr Brandt"});
    all.push_back({"own_team_asked", asked, there});
    all.push_back({"own_team_let_in", asked, {there[0], there[1], "Dr Lee > Let them in"}});
    all.push_back({"own_team_take_out", asked, {there[0], there[1], "Dr Weber > Take out"}});
    all.push_back({"today_team_asked", asked, {}});
}

// Who of the practice is in the record that is open.
void add_care_team(std::vector<Scene>& all) {
    const Snapshot alone = clinician_snapshot();
    all.push_back({"care_team_choose", alone, {"Device", "Let a colleague in"}});
    all.push_back({"care_team_let_in", alone, {"Device", "Let a colleague in", "Dr Lee"}});

    Snapshot together = alone;
    CareTeamView& team = together.clinician->overview->team;
    team.inside.push_back(team.outside.front());
    team.inside.back().verified = true;
    team.outside.clear();
    team.taken_out = {"Dr Osei", "Dr Brandt"};
    all.push_back({"care_team", together, {"Device"}});
    all.push_back({"care_team_take_out", together, {"Device", "Take out"}});

    Snapshot approved = alone;
    approved.clinician->overview->team.client_approves = true;
    all.push_back({"care_team_approved", approved, {"Device"}});
    const std::vector<std::string> about = {"Device", "Ask about a colleague"};
    all.push_back({"care_team_about", approved, about});
    approved.clinician->overview->team.asked = {
        approved.clinician->overview->team.outside.front().user};
    all.push_back({"care_team_asked", approved, about});
    all.push_back({"care_team_ask", approved, {about[0], about[1], "Dr Lee"}});
    all.push_back({"care_team_leave", together, {"Device", "Leave this care team"}});

    Snapshot out = together;
    out.clinician->overview->is_out = true;
    out.clinician->overview->team.inside.erase(out.clinician->overview->team.inside.begin());
    out.clinician->caseload.front().need = "You are not on the care team";
    out.clinician->caseload.front().waits = false;
    all.push_back({"care_team_out", out, {"Device"}});
}

}  // namespace

void add_administration(std::vector<Scene>& all) {
    const Snapshot snapshot = admin();
    const auto add = [&](const char* name, const Snapshot& shown, std::vector<std::string> taps) {
        taps.insert(taps.begin(), {"Settings", "Administration"});
        all.push_back({name, shown, std::move(taps)});
    };
    add("administration", snapshot, {});
    add("administration_record", snapshot, {"Leonie F."});
    add("administration_held", snapshot, {"Amira K."});
    add("administration_elsewhere", snapshot, {"Paul S."});
    add("administration_past", snapshot, {"Jonas B."});
    add("administration_lift", snapshot, {"Amira K.", "Lift the hold"});
    add("administration_staff", snapshot, {"Dr Lee"});
    add("administration_self", snapshot, {"Dr Weber (you)"});
    add("administration_remove", snapshot, {"Dr Lee", "Remove from the practice"});
    Snapshot empty = snapshot;
    empty.clinician->administration->records.clear();
    empty.clinician->administration->retention_years.reset();
    add("administration_empty", empty, {});
    Snapshot opened = snapshot;
    opened.clinician->administration->opened_record = id_of<VaultId>(3);
    opened.clinician->administration->opened = client_snapshot().client->sharing.opened;
    add("administration_opened", opened, {});
    add_care_team(all);
    add_own_team(all);
    add_handing_over(all);
}

}  // namespace evenkeel::test
