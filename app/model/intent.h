// What a person wants done. Screens make intents; the engine does them, durably, off the drawing
// thread. An intent names what was before the person's eyes, so that a late one harms nothing.
#pragma once

#include "app/model/boundary_form.h"
#include "app/model/counting_view.h"
#include "app/model/crisis_numbers.h"
#include "app/model/day_intents.h"
#include "app/model/drafting.h"
#include "app/model/journal_view.h"
#include "app/model/prompt_form.h"
#include "app/model/risk_view.h"
#include "app/model/tool_view.h"
#include "core/domain/appointment.h"
#include "core/domain/boundary_review.h"
#include "core/domain/consent.h"
#include "core/domain/intake.h"
#include "core/domain/plan_item.h"
#include "core/domain/reminder_schedule.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace evenkeel::model {

// ---- Before there is a profile, and while it is locked
struct CreateProfile {
    std::string passphrase;
};
struct Unlock {
    std::string passphrase;
};
struct Lock {};
// For who has lost the passphrase: the locked profile stays as it is under another name, and the
// window begins anew.
struct SetAside {};
struct ChangePassphrase {
    std::string now;
    std::string chosen;
};
// Makes the practice on a new server. The recovery sheet is in its file before anything is sent.
struct FoundPractice {
    std::string server;  // "https://HOST:PORT"
    std::string setup_code;
    std::string pin;  // of a server with a certificate of its own; else empty
    std::string practice;
    std::string name;        // the clinician's own
    std::string sheet_path;  // where the recovery sheet is written
};
struct PreviewInvite {
    std::string link;
};  // or the path of a file with the link in it
struct ForgetInvite {};
struct Join {
    std::string link;
    std::string name;
    std::vector<SharedData> shared;  // agreed to, one by one
};
struct Continue {};  // the safety number was read, the recovery sheet was put away

// ---- Boundaries, on both sides; `record` none means the person's own
struct Propose {
    std::optional<VaultId> record;
    BoundaryForm form;
};
struct Counter {
    std::optional<VaultId> record;
    EntityId boundary;
    BoundaryForm form;
};
// What is being put together stays on this device until it is sent or forgotten.
struct KeepProposal {
    std::optional<VaultId> record;
    ProposalDraft draft;
};
struct ForgetProposal {
    std::optional<VaultId> record;
    std::optional<EntityId> boundary;
};
struct Decide {
    std::optional<VaultId> record;
    EntityId boundary;
    Decision decision = Decision::accept;
    std::uint32_t version = 1;  // the one on the screen
};

// What came out of a review in a session; nothing of it changes a signed term.
struct ReviewBoundary {
    VaultId record;
    EntityId boundary;
    std::uint32_t version = 1;  // in force, on the screen
    ReviewOutcome outcome = ReviewOutcome::keep;
    std::string words;
    std::optional<Day> next;
};

// ---- The journal
// Unfinished text: kept on this device. No text: there is nothing to keep any more.
struct KeepDraft {
    DraftKey key;
    std::string title;  // the question it answers, or empty
    std::string text;
};
// The draft of that key becomes a page for the client alone, or changes the page it is about.
struct WritePage {
    DraftKey key;
    std::string title;
    std::string text;
};
struct SharePage {
    EntityId page;
    std::string text;  // as it was shown before it was agreed to
};
struct TakePageBack {
    EntityId page;
};
struct BringPage {
    EntityId page;
    bool bring = false;
};
struct DeletePage {
    EntityId page;
};
struct RestorePage {
    EntityId page;
};
struct RepliesRead {
    EntityId page;
};
// The clinician's side of it.
struct PageSeen {
    VaultId record;
    EntityId page;
};
struct Reply {
    VaultId record;
    EntityId page;
    std::string text;
};
// The page waits for no reply any more; its writer sees that it was read.
struct NoReplyNeeded {
    VaultId record;
    EntityId page;
};
// Within how many days the practice answers shared pages, to all its clients; none: no promise.
struct PromiseReplies {
    std::optional<std::uint32_t> days;
};
struct GivePrompt {
    VaultId record;
    PromptForm form;
};
struct EndPrompt {
    VaultId record;
    EntityId prompt;
};
// The practice's own questions.
struct AddQuestion {
    std::string question;
    bool drafted = false;  // by a model; the person who adds it edited and approved it
};
struct ChangeQuestion {
    EntityId id;
    std::string question;
};
struct RetireQuestion {
    EntityId id;
};
// Where a model drafts questions for this device; none: it is off.
struct SetDrafting {
    std::optional<DraftingService> service;
};
struct AskForDrafts {
    std::string theme;  // all that is sent
};

// ---- The intake, on both sides; `record` none means the person's own
struct StartIntake {
    std::optional<VaultId> record;
    IntakeMode mode = IntakeMode::alone;  // of a clinician: asks the client for it
};
struct AnswerIntake {
    std::optional<VaultId> record;
    EntityId intake;
    std::uint32_t question = 0;
    IntakeAnswer answer;  // blank clears
};
struct FinishIntake {
    std::optional<VaultId> record;
    EntityId intake;
};
struct ShareIntake {
    EntityId intake;
};

// ---- Sharing and devices
struct SetShared {
    SharedData data = SharedData::mood;
    bool shared = false;
};
struct PauseSharing {
    bool paused = false;
};
struct LetDeviceIn {
    DeviceId device;
    bool let_in = false;
};
struct ArrivalsSeen {};  // who came into the records was read
struct InviteDevice {
    std::string name;
};
// One's own lost device: out of the person's records, and asked to erase itself or not.
struct RemoveDevice {
    DeviceId device;
    bool erase = false;
};
// Into a file that is not there yet; its ending says what is written: .pdf or .html to read, .json
// to be imported again.
struct ExportData {
    std::string path;
};
// For good. What is noted stays with the person at once; the practice learns it at the next sync.
struct LeavePractice {};
// All that this device holds. The window begins anew.
struct EraseEverything {};
struct SyncNow {};
// Deletions that came from another device, so many at once that a person is asked.
struct AnswerDeletions {
    std::size_t count = 0;  // on the screen
    bool apply = false;
};

// ---- The clinician
struct OpenClient {
    VaultId record;
    std::size_t day_count = 28;
};
struct CloseClient {};
struct InviteClient {
    std::string name;
};
// Who lost every device comes back to the record they had.
struct InviteBack {
    VaultId record;
    std::string name;
};
struct InviteColleague {
    std::string name;
};
// An invite under way: its link once more, its end, or another one in its place.
struct ShowInvite {
    InviteId invite;
};
struct CancelInvite {
    InviteId invite;
};
struct InviteAnew {
    InviteId invite;
};
struct CloseInvite {};
struct MarkVerified {
    VaultId record;
};
struct MarkColleagueVerified {
    UserId user;
};
// Into a client's record, or out of it: with all their devices. Waits for the network.
struct LetColleagueIn {
    VaultId record;
    UserId user;
};
struct TakeColleagueOut {
    VaultId record;
    UserId user;
};
// A client's word on a colleague they were asked about, and whom they take out of their own record.
// To let in and to take out wait for the network; "not now" is kept on this device.
struct AnswerColleague {
    UserId user;
    bool let_in = false;
};
struct TakeOutOfMyRecord {
    UserId user;
};
// By an admin: whether clients are asked. Waits for the network.
struct SetClientApproval {
    bool asked = false;
};

// ---- Sessions
struct PlanSession {
    VaultId record;
    Day day;  // on the planner's wall clock, as `minute`
    std::uint32_t minute = 0;
    std::uint32_t minutes = 50;
    Place place = Place::in_person;
};
struct CancelSession {
    VaultId record;
    EntityId session;
};
// Into a file that is not there yet; its ending says what is written: .pdf, .html or .txt.
struct SaveBrief {
    VaultId record;
    std::string path;
};
// The clinician's own notes. The draft of that key becomes a note, or changes the one it is about.
struct WriteNote {
    VaultId record;  // of the client it is about
    DraftKey key;
    std::string text;
};
struct DeleteNote {
    EntityId note;
};
struct RestoreNote {
    EntityId note;
};
// Both sides; `record` none means the person's own.
struct AddToAgenda {
    std::optional<VaultId> record;
    EntityId session;
    std::string text;
};
struct TakeFromAgenda {
    std::optional<VaultId> record;
    EntityId line;
};

// The plan of what happens where; both sides, as above.
struct AddPlanLine {
    std::optional<VaultId> record;
    PlanPlace place = PlanPlace::online;
    std::string text;
};
struct SettlePlanLine {
    std::optional<VaultId> record;
    EntityId line;
    PlanState state = PlanState::done;  // or ended
};

// ---- Tools and resources
// Which one an entry of screen time was with; empty: not said.
struct SetTool {
    EntityId entry;
    std::string tool;
};
// The page of the register is shown: only then is looked for names that nobody vetted.
struct ShowTools {
    bool shown = false;
};
struct SaveTool {
    std::optional<EntityId> tool;  // none: a new entry
    ToolForm form;
};
struct RemoveTool {
    EntityId tool;
};
struct RecommendTool {
    VaultId record;
    EntityId tool;
    std::string why;  // one sentence
};
struct EndRecommendation {
    VaultId record;
    EntityId tool;
};

// ---- Safety
// Words for one's clinician that were not told yet: kept on this device.
struct KeepRiskWords {
    std::string words;
};
// After all was read that is said before. `words` may be empty.
struct TellClinician {
    std::string words;
    std::string country;  // whose numbers were shown
};
// By the clinician who reads it; `sentence`, to the client, may be empty.
struct AcknowledgeRisk {
    VaultId record;
    EntityId answer;
    std::string sentence;
};
// What the practice does for safety, and its numbers, to all its clients.
struct SaveSafety {
    SafetyForm form;
};

// ---- Records handed over, and the practice's administration
// An encrypted copy of the record, into a file that is not there yet; `record` none: the own one.
// Or of the own notes on that client, which are in no record.
struct MakeArchive {
    enum class Of { record, notes };
    std::optional<VaultId> record;
    std::string path;
    Of of = Of::record;
};
struct CloseArchive {};  // its passphrase was written down
// The page of the administration is shown: only then are its lists made.
struct ShowAdministration {
    bool shown = false;
    std::optional<VaultId> opened;  // whose openings are looked at
};
struct HoldRecord {
    VaultId record;
    std::string reason;
};
struct LiftHold {
    VaultId record;
};
struct EndTreatment {
    VaultId record;
    std::optional<Day> ended;  // none: it goes on
};
struct SetRetention {
    std::optional<std::uint32_t> years;  // none: nothing is said
};
// Into a file that is not there yet: .csv, .pdf, .html or .txt. Waits for the network.
struct SaveAccessReport {
    VaultId record;
    std::string path;
};
struct SetStaffRole {
    UserId user;
    bool admin = false;
};
struct RemoveColleague {
    UserId user;
};
struct RemoveStaffDevice {
    DeviceId device;
};

// ---- The window
struct Settings {
    double text_size = 1;  // 0.85..2
    enum class ThemeWish { system, light, dark } theme = ThemeWish::system;
    std::uint32_t lock_after_minutes = 5;  // 0: only by hand and when the system sleeps
    bool reduced_motion = false;
    std::uint32_t check_in_minute = 20 * 60 + 30;  // of the day
    bool remind_closed = false;                    // while the window is closed, too
    bool answer_outside = false;                   // the check-in, at its reminder
    QuietHours quiet;                              // then nothing comes outside the window
    std::optional<Day> reminders_from;             // paused before that day
    // Whose crisis numbers are shown: two capital letters. Empty: the system's country.
    std::string country;
    // In which the program speaks, as "de"; empty: the system's, where the program has it.
    std::string language;
    // The practice's, shown above those. They follow what it says; no person sets them here.
    std::vector<OwnNumber> own_numbers;
    friend bool operator==(const Settings&, const Settings&) = default;
};
// No reminders for so many days, today being the first: 1 to 14; 0: they come again.
struct PauseReminders {
    std::uint32_t days = 0;
};
struct ChangeSettings {
    Settings settings;
};
// Whether the window is on a screen, or hidden.
struct WindowSeen {
    bool seen = true;
};
struct Dismiss {
    std::uint64_t notice = 0;
};

using Intent = std::variant<
    CreateProfile, Unlock, Lock, SetAside, ChangePassphrase, FoundPractice, PreviewInvite,
    ForgetInvite, Join, Continue, ShowDay, SetMood, SetNote, SetUse, SetComplete, SetPurpose,
    DeleteEntry, AnswerBoundary, ShowTrends, SetAnswerNote, Undo, SnoozeReminder, Propose, Counter,
    KeepProposal, ForgetProposal, SetTag, AddMoment, ChangeMoment, DeleteMoment, Decide,
    ReviewBoundary, KeepDraft, WritePage, SharePage, TakePageBack, BringPage, DeletePage,
    RestorePage, RepliesRead, PageSeen, Reply, NoReplyNeeded, PromiseReplies, GivePrompt, EndPrompt,
    AddQuestion, ChangeQuestion, RetireQuestion, SetDrafting, AskForDrafts, StartIntake,
    AnswerIntake, FinishIntake, ShareIntake, SetShared, PauseSharing, LetDeviceIn, ArrivalsSeen,
    InviteDevice, ExportData, SyncNow, AnswerDeletions, OpenClient, CloseClient, InviteClient,
    InviteBack, InviteColleague, ShowInvite, CancelInvite, InviteAnew, CloseInvite, MarkVerified,
    MarkColleagueVerified, LetColleagueIn, TakeColleagueOut, AnswerColleague, TakeOutOfMyRecord,
    SetClientApproval, PlanSession, CancelSession, SaveBrief, WriteNote, DeleteNote, RestoreNote,
    AddToAgenda, TakeFromAgenda, AddPlanLine, SettlePlanLine, SetTool, ShowTools, SaveTool,
    RemoveTool, RecommendTool, EndRecommendation, KeepRiskWords, TellClinician, AcknowledgeRisk,
    SaveSafety, MakeArchive, CloseArchive, ShowAdministration, HoldRecord, LiftHold, EndTreatment,
    SetRetention, SaveAccessReport, SetStaffRole, RemoveColleague, RemoveStaffDevice,
    PauseReminders, ChangeSettings, WindowSeen, Dismiss, RemoveDevice, LeavePractice,
    EraseEverything, SetCounting, PauseCounting, SetCountingClosed, AnswerCounted, AddUseRule,
    RemoveUseRule, ReadOffPhone, LookAtFile, ImportFound, ForgetFound>;

}  // namespace evenkeel::model
