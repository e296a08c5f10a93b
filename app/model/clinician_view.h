// What the clinician's screens show, as plain data.
#pragma once

#include "app/model/administration.h"
#include "app/model/brief_view.h"
#include "app/model/client_view.h"
#include "app/model/drafting.h"
#include "app/model/note_view.h"
#include "app/model/practice_questions.h"

namespace evenkeel::model {

struct CaseLine {
    VaultId record;
    std::string name;
    std::string detail;   // "Last entry yesterday · 6 of 7 days"
    std::string need;     // the reason in words; empty: nothing is needed
    bool urgent = false;  // told about their safety, and nobody acknowledged it: above all others
    bool waits = false;   // a person waits for this clinician: shown first and in colour
    bool confirmed = false;
    bool has_left = false;  // the practice, by their own wish
    bool is_out = false;    // this person was taken out of the record
};

// Somebody who was invited and has not joined yet.
struct InvitedLine {
    InviteId invite;
    std::string name;
    std::string made;     // "Invited yesterday 14:00"
    std::string expires;  // "The link works once, until Friday 27 November, 14:00"
    bool expired = false;
};

// One of the practice's staff.
struct ColleagueLine {
    UserId user;
    std::string name;
    std::string role;  // "Admin"
    bool is_self = false;
    std::vector<std::string> safety_numbers;  // one for each device
    bool verified = false;                    // all were compared
};

// Who of the practice reads a client's record, and who could.
struct CareTeamView {
    std::vector<ColleagueLine> inside;   // this person first
    std::vector<ColleagueLine> outside;  // who can be let in
    std::vector<std::string> taken_out;  // who can come back with a new device only
    bool client_approves = false;        // the client's own device lets them in
    std::vector<UserId> asked;           // of those outside: the client reads who is meant
};

// A number with what is said below it.
struct Tile {
    std::string title;   // "Screen time, daily median"
    std::string figure;  // "3 h 05 min", or "not enough days"
    std::string detail;  // "agreed 3 h · down 40 min"
};

struct AgreedStrip {
    EntityId boundary;
    std::string title;
    std::string sentence;          // "Kept on 11 of 13 known days; 1 day unknown"
    std::vector<DayOutcome> days;  // as OverviewView::days
};
struct OverviewView {
    VaultId record;
    Day today;
    std::string name;
    bool has_left = false;       // nothing new comes, and nothing that is written reaches them
    bool is_out = false;         // the same, for this person was taken out of the record
    std::string summary;         // "Shares mood, screen time, boundaries. Last synced today 20:00"
    std::size_t day_count = 28;  // 14, 28 or 90
    std::vector<Tile> tiles;     // mood, screen time, boundaries, days logged
    std::vector<OverviewDay> days;  // oldest first, the last is today; blank is blank
    std::string coverage_sentence;  // said first: what is known and what is not
    std::string mood_sentence;
    std::array<std::string, use_group_count> use_sentences;
    std::array<std::optional<std::uint32_t>, use_group_count> agreed_minutes;  // per day
    std::vector<AgreedStrip> kept;
    std::vector<BoundaryCard> boundaries;  // all, those that wait for the clinician first
    std::vector<ProposalDraft> drafts;     // of boundaries
    std::vector<RiskLine> risks;           // that nobody has acknowledged; newest first
    SessionBrief brief;                    // since the last session
    std::vector<SessionLine> sessions;     // to come, the next first
    std::vector<PlanLine> plan;            // that stands, by place
    NotesView notes;                       // of this person alone
    std::string safety_number;             // to compare in session
    WordsView words;
    bool verified = false;
    CareTeamView team;
    IntakesView intakes;
    std::vector<ToolCardLine> recommended;  // to this client, by name
};

struct ClinicianViews {
    std::string name;
    std::string practice;
    bool is_admin = false;
    std::vector<CaseLine> caseload;         // those who need something first
    std::vector<InvitedLine> invited;       // clients
    std::vector<ColleagueLine> colleagues;  // this person first
    std::vector<DeviceLine> devices;        // this person's; who waits to be let in first
    std::vector<InvitedLine> invited_colleagues;
    ToolsView tools;
    std::optional<std::uint32_t> reply_days;  // promised to all clients
    bool clients_approve = false;             // clients are asked before a colleague comes in
    SafetyForm safety;                        // what the practice says it does
    std::string safety_sentence;              // the same in a line; empty: it does not say
    std::vector<PracticeQuestion> questions;  // the practice's own, newest first
    DraftingView drafting;
    std::optional<OverviewView> overview;              // of the client that is open
    std::optional<InviteView> invite;                  // the newest one made in this run
    std::optional<AdministrationView> administration;  // while its page is shown
};

}  // namespace evenkeel::model
