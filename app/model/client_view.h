// What the client's screens show, as plain data. Texts here are for that one person's eyes: nothing
// but screens reads them.
#pragma once

#include "app/model/boundary_form.h"
#include "app/model/counting_view.h"
#include "app/model/intake_view.h"
#include "app/model/journal_view.h"
#include "app/model/opened_view.h"
#include "app/model/risk_view.h"
#include "app/model/tool_view.h"
#include "core/domain/consent.h"
#include "core/domain/plan_item.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::model {

// Minutes of one group on the day shown. Blank is "not said".
struct UseLine {
    UseGroup group = UseGroup::internet;
    std::optional<std::uint32_t> minutes;
    std::optional<std::uint32_t> offered_minutes;  // the newest value of an earlier day
    std::optional<std::uint32_t> limit_minutes;    // agreed for this group alone and this day
};

enum class DayOutcome { kept, partly, broken, not_applicable, blank };

// A boundary that is in force on the day shown.
struct AnswerLine {
    EntityId boundary;
    std::string title;     // short: "Social media, at most 60 min"
    std::string question;  // as agreed, or the standard one
    std::optional<Answer> answer;
    std::string note;  // what the person says of the answer
    bool note_private = true;
    DayOutcome from_log = DayOutcome::blank;
    bool log_differs = false;  // the log and the answer are both decided and not the same
};

enum class ReminderKind { check_in, approaching, reached, curfew_soon, curfew_now };
struct Reminder {
    ReminderKind kind = ReminderKind::check_in;
    std::string sentence;  // "Social media: 50 of 60 min. Why: evenings slip away"
    std::optional<EntityId> boundary;
};

// One line of what a session is to be about.
struct AgendaLine {
    EntityId id;
    std::string text;
    bool is_mine = false;    // written by who reads it, who alone may take it back
    bool only_mine = false;  // written while sharing was paused: the other side does not have it
};
// A session that has not ended.
struct SessionLine {
    EntityId id;
    std::string text;  // "Thu 3 Dec, 14:00, by video"
    Instant ends;
    std::vector<AgendaLine> agenda;
};

// One line of what happens online, in the room and outside.
struct PlanLine {
    EntityId id;
    PlanPlace place = PlanPlace::online;
    std::string text;
    std::string by;          // a name, or "you"
    bool only_mine = false;  // written while sharing was paused: the other side does not have it
};

// A rating of a moment, beside the day's own mood.
struct MomentLine {
    EntityId id;
    std::uint32_t minute = 0;           // 0..1439 of its wall clock
    std::optional<std::uint32_t> mood;  // 0..10
    std::vector<std::string> tags;
    bool is_private = false;
};

struct TodayView {
    Day day;    // shown
    Day today;  // the current logical day; `day` is earlier while backfilling
    std::optional<std::uint32_t> mood;  // 0..10
    std::vector<std::string> tags;
    std::vector<std::string> offered_tags;  // by name: those of the day, and of the weeks before
    std::vector<MomentLine> moments;        // earliest first; the day's mood is none of them
    std::string note;
    bool note_private = true;
    std::array<UseLine, use_group_count> use;
    bool complete = false;  // the person said that this is all
    std::vector<AnswerLine> boundaries;
    std::optional<Reminder> reminder;
    std::uint32_t days_logged_of_28 = 0;
    std::vector<Day> blank_days;  // of the last 7, newest first: offered for backfill
    std::optional<SessionLine> next_session;
};

struct UseItem {
    EntityId id;
    UseGroup group = UseGroup::internet;
    std::uint32_t minutes = 0;
    std::string purpose;
    std::string tool;    // as the person typed or chose it
    std::string source;  // "estimated", "counted by a device", "imported"
    std::string when;    // "14:20", or empty
    bool is_private = false;
};
struct ScreenTimeView {
    Day day;
    Day today;
    std::array<UseLine, use_group_count> use;
    bool complete = false;                                     // as in TodayView
    std::vector<UseItem> items;                                // of the day, newest first
    std::array<std::optional<std::uint32_t>, 7> week_minutes;  // all groups, oldest first
    std::string week_sentence;
    std::vector<std::string> own_use;   // how long this program is used, on this device
    std::vector<std::string> reliance;  // AI and people, four weeks against four; or nothing
};

enum class BoundaryStage {
    waits_for_me,
    waits_for_them,
    in_force,
    paused,
    contested,
    ended,  // declined or withdrawn
};
// What came out when a boundary was looked at in a session.
struct ReviewLine {
    std::string text;   // "Thu 3 Dec, Dr Stern: kept as it is. Next review on Thu 31 Dec."
    std::string words;  // what was said; may be empty
};
struct BoundaryCard {
    EntityId id;
    BoundaryStage stage = BoundaryStage::in_force;
    std::string sentence;  // what both sign, exactly
    std::string reason;
    std::string study_question;     // what both want to find out; empty: nothing
    std::string proposed_by;        // a name, or "you"
    std::string in_force_sentence;  // while a counter-proposal waits: what still holds
    std::uint32_t version = 1;
    std::optional<Day> since;
    std::optional<Day> review_day;     // as its newest review said, else as it was signed
    bool review_due = false;           // of a version in force
    bool reviewable = false;           // by who reads this
    std::vector<ReviewLine> reviews;   // the newest first
    std::optional<BoundaryForm> form;  // to start a counter-proposal; none: a kind we cannot edit
    std::array<DayOutcome, 7> week{};  // oldest first, the last is today
    std::array<Day, 7> week_days{};
    std::string kept_sentence;  // "Kept on 5 of 6 days you logged"
};
struct BoundariesView {
    std::vector<BoundaryCard> cards;  // those that wait for me first
    std::vector<ProposalDraft> drafts;
};

struct SharingLine {
    SharedData data = SharedData::mood;
    bool shared = false;
};
// Something else that was shared of a day, as a note or what a time was for.
struct SeenDetail {
    std::string label;
    std::string value;
};
// One day exactly as the clinician can see it.
struct SeenDay {
    Day day;
    std::string mood;     // "6 of 10", or "not said"
    std::string use;      // "internet 1 h 30 min, social media 45 min"
    std::string answers;  // "kept 2 of 2"
    bool late = false;
    std::vector<SeenDetail> details;  // all else that is shared of the day
};
struct DeviceLine {
    std::string name;
    bool this_one = false;
    bool waits = false;         // to be let in
    std::string safety_number;  // of one that waits
    DeviceId id;
    std::string removed;  // of one that is out, or is to be: what became of it
};
// Whether the person leaves the practice: asked for, until its people are out of the record.
enum class Leaving { no, asked, left };
// One of the practice's people, as their name came into this record.
struct TeamMember {
    UserId user;
    std::string name;
};
// Who of the practice reads along, and whom the client was asked about.
struct OwnTeamView {
    std::vector<TeamMember> inside;
    std::vector<TeamMember> asked;     // they wait for this client's word
    std::vector<TeamMember> declined;  // on this device; can be let in all the same
    bool client_decides = false;       // nobody comes in without their word
};

struct SharingView {
    std::vector<std::string> seen_by;  // names of the care team
    OwnTeamView team;
    std::vector<SharingLine> kinds;
    bool paused = false;
    Leaving leaving = Leaving::no;
    std::vector<SeenDay> seen_days;  // the last seven, newest first
    std::size_t seen_pages = 0;      // shared journal pages
    std::vector<DeviceLine> devices;
    std::string safety_number;  // of this device
    OpenedView opened;          // by the practice
};

// An invite this person made, to be handed over by hand.
struct InviteView {
    std::string name;
    std::string link;
    std::string expires;   // "until Friday 27 November, 14:00"
    bool offered = false;  // the server has it: the link works
    std::size_t qr_width = 0;
    std::vector<bool> qr_modules;  // row by row, without the quiet zone
};

struct ClientViews {
    std::string name;
    bool confirmed = false;  // the practice has confirmed this device
    TodayView today;
    ScreenTimeView screen_time;
    CountingView counting;
    BoundariesView boundaries;
    JournalView journal;
    SharingView sharing;
    IntakesView intakes;
    ClientTools tools;
    ClientRisk risk;
    std::vector<PlanLine> plan;        // that stands, by place
    std::optional<InviteView> invite;  // of a further device, made in this run
};

}  // namespace evenkeel::model
