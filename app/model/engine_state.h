// What the engine holds while it runs, and what its parts do with it. Private to app/model.
#pragma once

#include "app/model/drafting.h"
#include "app/model/engine.h"
#include "app/model/import_file.h"
#include "app/model/invited.h"
#include "app/model/minute_counter.h"
#include "app/model/practice_questions.h"
#include "app/model/record_desk.h"
#include "app/model/watch_fetch.h"
#include "core/base/files.h"
#include "core/store/operation.h"
#include "sync/client/sync_turn.h"

#include <map>

namespace evenkeel::model {

// Nothing is due: whoever waits is woken by the next intent.
constexpr Instant never{INT64_MAX};

using SharedKinds = std::map<SharedData, bool>;

// What changes only with the list of members, which takes signatures to read.
struct People {
    std::vector<client::MemberLine> members;
    std::vector<DeviceLine> devices;  // this person's, those that wait included
    std::vector<ColleagueLine>
        colleagues;                       // the practice's staff, this person first; of staff only
    std::vector<std::string> arrivals;    // who came into a record, one sentence each
    std::string safety_number;            // of this device; empty where there is none
    bool has_left = false;                // the practice; of a client only
    bool clients_approve = false;         // a colleague comes into a record; of staff only
    std::optional<OwnTeamView> own_team;  // of a client who is a member; none: no list is here yet
};

// Screen time that is counted for a client, and the file they look at.
struct CountingState {
    Counting wish;
    MinuteCounter counter;  // goes on while the profile is locked
    WatchFetch fetch;
    Instant ask_due;      // when ActivityWatch is asked next
    std::string trouble;  // why nothing is counted though it is wanted
    std::optional<FoundInFile> found;
    std::string found_path;
    std::vector<std::string> imported;
};

struct EngineState {
    explicit EngineState(EngineSetup handed) : setup(std::move(handed)) {}

    EngineSetup setup;
    Stage stage = Stage::starting;
    std::string failure;
    Settings settings;

    std::unique_ptr<client::Profile> profile;  // none while locked: the keys went with it
    std::optional<client::Identity> self;
    std::unique_ptr<client::Transport> transport;
    std::unique_ptr<client::SyncTurn> turn;
    client::SyncReport report;
    bool report_is_old = false;

    std::optional<RecordDesk> desk;  // the own record, or that of the open client
    Day today;
    Day shown;                   // the day on the client's screens
    std::size_t day_count = 28;  // of the open client's overview
    std::optional<People> people;
    std::optional<SharedKinds> shared;
    std::optional<OpenedView> opened;  // the own record, by the practice; of a client only
    std::optional<std::optional<PracticePolicy>>
        policy;  // read; what the practice says, if it does
    std::optional<std::vector<CaseLine>> caseload;
    std::optional<std::vector<Invited>> invited;
    std::optional<std::vector<PracticeQuestion>> questions;
    Drafting drafting;
    CountingState counting;
    std::string exported_to;               // by the newest export of this run
    std::string brief_saved_to;            // of the open client, by the newest save of this run
    std::optional<OverviewView> overview;  // of the open client
    std::size_t trends_days = 0;           // 0: their page is not shown
    std::optional<ToolsView> tools;        // the register; of staff only
    bool tools_shown = false;
    std::optional<MadeArchive> archive;                // until its passphrase was written down
    std::optional<AdministrationView> administration;  // of admins only
    bool administration_shown = false;
    std::optional<VaultId> administered;  // the record whose openings are looked at
    std::string access_saved_to;          // by the newest save of this run
    std::string practice;
    std::optional<std::vector<DraftLine>> drafts;
    PageWritten written;
    std::uint64_t told_number = 0;   // as in ClientRisk
    std::uint64_t help_offered = 0;  // the same
    std::uint64_t finished = 0;
    std::optional<DraftLine> undo_draft;  // comes back when the reply it became is taken back

    std::optional<InviteFacts> invite;   // read, not yet answered
    std::string safety_number;           // Stage::joined
    std::optional<RecoverySheet> sheet;  // Stage::founded
    std::optional<InviteView> issued;    // the newest invite made in this run
    InviteId issued_id;

    std::optional<SavedNotice> saved;
    std::optional<VaultId> undo_record;  // where the offered undo acts
    std::vector<ErrorNotice> errors;
    std::uint64_t notices = 0;
    std::uint64_t snapshots = 0;
    std::uint64_t handled = 0;

    Instant last_touch;
    std::int64_t own_use_ms = 0;             // since the last whole minute that was written down
    Instant reminder_due = never;            // when the reminder shown may change by time alone
    bool is_seen = true;                     // the window is on a screen
    std::optional<ProcessLock> attention;    // held while the window itself shows reminders
    std::optional<ProcessLock> counts_here;  // held while it counts screen time
    bool reminders_stale = false;            // the files outside the lock may say something old
    std::optional<bool> can_show;            // asked once: reminders can appear outside the window
    bool changed = true;
    SnapshotPtr newest;

    [[nodiscard]] Instant now() const { return setup.ports.clock.now(); }
    [[nodiscard]] std::string zone() const { return setup.ports.clock.zone_name(); }
    [[nodiscard]] bool is_client() const { return self && self->role == Role::client; }
};

// ---- Notices (engine_notices.cpp)
constexpr std::int64_t undo_offer_ms = 10 * ms_per_second;
constexpr std::size_t errors_shown_max = 3;
void tell_error(EngineState& state, const std::string& sentence);
// "Mood saved": what is on this device for good. With `undo_record`, Undo takes it back for a
// while.
void tell_saved(EngineState& state, std::string text,
                const std::optional<VaultId>& undo_record = std::nullopt);
// An entry of that day was written: it is read anew, and a turn is due soon.
void day_changed(EngineState& state, Day day);
// The same, and says so: `what` was saved for that day of the own record, with its undo.
void saved_day(EngineState& state, Day day, const std::string& what);
void boundaries_changed(EngineState& state);
// What a clinician reads is made anew.
void forget_clients(EngineState& state);

// ---- The journal (engine_journal.cpp)
Result<const std::vector<DraftLine>*> need_drafts(EngineState& state);
Result<JournalView> journal_view(EngineState& state);
// After a turn: a page that was taken back may be gone from elsewhere by now.
void look_after_leaving(EngineState& state);
// What was written in a reply that is taken back is a draft again.
Result<void> bring_draft_back(EngineState& state);

// ---- Drafting by a model (engine_drafting.cpp)
Result<DraftingView> drafting_view(EngineState& state);
// Takes the answer once it is there. While one is under way, it is looked for this often.
constexpr std::int64_t drafting_look_ms = 200;
void go_on_drafting(EngineState& state);

// ---- Counting screen time (engine_counting.cpp)
// By what the open profile says; what was counted while it was locked is put away.
Result<void> begin_counting(EngineState& state);
void go_on_counting(EngineState& state);
// While the window is closed (engine_counting_outside.cpp): what is wanted is there to be read
// outside the lock, and what was counted there comes in.
void follow_counting_outside(EngineState& state);
// Whoever counts outside is told that this window counts, or that it does not any more.
void hold_counting(EngineState& state);
void take_counts_of_outside(EngineState& state);
// Of a file that was looked at (engine_files.cpp).
FoundFileView found_view(const FoundInFile& found, std::string path, const SharedKinds& shared);
Instant counting_due(const EngineState& state);
// What the counter has goes into the store, where one is open.
void put_counts_away(EngineState& state);
// Before the profile is closed.
void close_counting(EngineState& state);
Result<CountingView> counting_view(EngineState& state);

// ---- Reminders outside the window (engine_reminders.cpp)
// The files and the attention follow the state; done when nobody waits for an answer.
void follow_reminders(EngineState& state);
// When nobody is taken to see the window any more, unless they touch it.
Instant attention_ends(const EngineState& state);
// Starts or ends what reminds while the window is closed, where `settings` differ in that.
Result<void> change_background(EngineState& state, const Settings& settings);

// ---- The desk a step needs; refused with a sentence where it is not open.
Result<void> need_clinician(const EngineState& state);
// Client or staff: somebody whose devices are in a practice.
Result<void> need_member(const EngineState& state);
Result<RecordDesk*> own_desk(EngineState& state);
// The own record of a client; of a clinician the open one, which `record` has to name.
Result<RecordDesk*> desk_of(EngineState& state, const std::optional<VaultId>& record);
// Where a value of that kind goes, by what the client agreed to share.
Result<store::Placement> placement_of(EngineState& state, SharedData data);

// ---- Opening and closing (engine_opening.cpp)
// From here on everything is said as this person reads it. What clinicians see has not been
// translated, so their window speaks English whole.
void choose_language(EngineState& state);
void start(EngineState& state);
// A new turn, that knows the members as the store has them now.
void begin_syncing(EngineState& state);
Result<void> enter(EngineState& state);  // the profile is open: goes where it belongs
void close_profile(EngineState& state);

// ---- Founding (engine_founding.cpp)
// Makes the practice; its recovery sheet is in its file first, and in the state.
Result<void> found_practice(EngineState& state, const FoundPractice& asked);
// The sheet of an earlier run that its person has not put away.
Result<void> find_sheet(EngineState& state);
Result<void> put_sheet_away(EngineState& state);

// ---- Invites (engine_invites.cpp)
// Makes one and shows it until it is closed; with `record`, into the record that a client had.
Result<void> issue(EngineState& state, trust::InviteRole role, const std::string& name,
                   const std::optional<VaultId>& record = std::nullopt);
// Whether the server has the one that is shown by now.
Result<void> look_at_invite(EngineState& state);

// ---- Tools (engine_tools.cpp)
// What changed in the register reaches the clients' records, where there are any.
Result<void> look_after_tools(EngineState& state);

// ---- Safety (engine_risk.cpp)
// What the practice says of itself, read once after each turn. Valid until `policy` is forgotten.
Result<const std::optional<PracticePolicy>*> need_policy(EngineState& state);
Result<ClientRisk> client_risk(EngineState& state);
// What came in a turn: the practice's numbers go outside the lock; of what clients told it is noted
// that it came now.
Result<void> look_after_safety(EngineState& state);
// After a check-in: the lowest moods show the numbers to call, once a day.
Result<void> offer_help(EngineState& state, Day day, std::uint32_t mood);

// ---- One function per intent
Result<void> perform(EngineState& state, const CreateProfile& asked);
Result<void> perform(EngineState& state, const Unlock& asked);
Result<void> perform(EngineState& state, const SetAside& asked);
Result<void> perform(EngineState& state, const ChangePassphrase& asked);
Result<void> perform(EngineState& state, const Lock& asked);
Result<void> perform(EngineState& state, const FoundPractice& asked);
Result<void> perform(EngineState& state, const PreviewInvite& asked);
Result<void> perform(EngineState& state, const ForgetInvite& asked);
Result<void> perform(EngineState& state, const Join& asked);
Result<void> perform(EngineState& state, const Continue& asked);

Result<void> perform(EngineState& state, const ShowDay& asked);
Result<void> perform(EngineState& state, const SetMood& asked);
Result<void> perform(EngineState& state, const SetTag& asked);
Result<void> perform(EngineState& state, const AddMoment& asked);
Result<void> perform(EngineState& state, const ChangeMoment& asked);
Result<void> perform(EngineState& state, const DeleteMoment& asked);
Result<void> perform(EngineState& state, const SetNote& asked);
Result<void> perform(EngineState& state, const SetUse& asked);
Result<void> perform(EngineState& state, const SetComplete& asked);
Result<void> perform(EngineState& state, const SetPurpose& asked);
Result<void> perform(EngineState& state, const DeleteEntry& asked);
Result<void> perform(EngineState& state, const AnswerBoundary& asked);
Result<void> perform(EngineState& state, const SetAnswerNote& asked);
Result<void> perform(EngineState& state, const ShowTrends& asked);
Result<void> perform(EngineState& state, const Undo& asked);
Result<void> perform(EngineState& state, const SnoozeReminder& asked);
Result<void> perform(EngineState& state, const PauseReminders& asked);
Result<void> perform(EngineState& state, const WindowSeen& asked);

Result<void> perform(EngineState& state, const Propose& asked);
Result<void> perform(EngineState& state, const Counter& asked);
Result<void> perform(EngineState& state, const KeepProposal& asked);
Result<void> perform(EngineState& state, const ForgetProposal& asked);
Result<void> perform(EngineState& state, const Decide& asked);
Result<void> perform(EngineState& state, const ReviewBoundary& asked);

Result<void> perform(EngineState& state, const KeepDraft& asked);
Result<void> perform(EngineState& state, const WritePage& asked);
Result<void> perform(EngineState& state, const SharePage& asked);
Result<void> perform(EngineState& state, const TakePageBack& asked);
Result<void> perform(EngineState& state, const BringPage& asked);
Result<void> perform(EngineState& state, const DeletePage& asked);
Result<void> perform(EngineState& state, const RestorePage& asked);
Result<void> perform(EngineState& state, const RepliesRead& asked);
Result<void> perform(EngineState& state, const PageSeen& asked);
Result<void> perform(EngineState& state, const Reply& asked);
Result<void> perform(EngineState& state, const NoReplyNeeded& asked);
Result<void> perform(EngineState& state, const PromiseReplies& asked);
Result<void> perform(EngineState& state, const StartIntake& asked);
Result<void> perform(EngineState& state, const AnswerIntake& asked);
Result<void> perform(EngineState& state, const FinishIntake& asked);
Result<void> perform(EngineState& state, const ShareIntake& asked);
Result<void> perform(EngineState& state, const GivePrompt& asked);
Result<void> perform(EngineState& state, const EndPrompt& asked);
Result<void> perform(EngineState& state, const AddQuestion& asked);
Result<void> perform(EngineState& state, const ChangeQuestion& asked);
Result<void> perform(EngineState& state, const RetireQuestion& asked);
Result<void> perform(EngineState& state, const SetDrafting& asked);
Result<void> perform(EngineState& state, const AskForDrafts& asked);

Result<void> perform(EngineState& state, const SetShared& asked);
Result<void> perform(EngineState& state, const PauseSharing& asked);
Result<void> perform(EngineState& state, const LetDeviceIn& asked);
Result<void> perform(EngineState& state, const ArrivalsSeen& asked);
Result<void> perform(EngineState& state, const InviteDevice& asked);
Result<void> perform(EngineState& state, const ExportData& asked);
Result<void> perform(EngineState& state, const RemoveDevice& asked);
Result<void> perform(EngineState& state, const LeavePractice& asked);
Result<void> perform(EngineState& state, const EraseEverything& asked);
Result<void> perform(EngineState& state, const SyncNow& asked);
Result<void> perform(EngineState& state, const AnswerDeletions& asked);

Result<void> perform(EngineState& state, const OpenClient& asked);
Result<void> perform(EngineState& state, const CloseClient& asked);
Result<void> perform(EngineState& state, const InviteClient& asked);
Result<void> perform(EngineState& state, const InviteBack& asked);
Result<void> perform(EngineState& state, const InviteColleague& asked);
Result<void> perform(EngineState& state, const ShowInvite& asked);
Result<void> perform(EngineState& state, const CancelInvite& asked);
Result<void> perform(EngineState& state, const InviteAnew& asked);
Result<void> perform(EngineState& state, const CloseInvite& asked);
Result<void> perform(EngineState& state, const MarkVerified& asked);
Result<void> perform(EngineState& state, const MarkColleagueVerified& asked);
Result<void> perform(EngineState& state, const LetColleagueIn& asked);
Result<void> perform(EngineState& state, const TakeColleagueOut& asked);
Result<void> perform(EngineState& state, const AnswerColleague& asked);
Result<void> perform(EngineState& state, const TakeOutOfMyRecord& asked);

Result<void> perform(EngineState& state, const PlanSession& asked);
Result<void> perform(EngineState& state, const CancelSession& asked);
Result<void> perform(EngineState& state, const SaveBrief& asked);
Result<void> perform(EngineState& state, const AddToAgenda& asked);
Result<void> perform(EngineState& state, const TakeFromAgenda& asked);
Result<void> perform(EngineState& state, const WriteNote& asked);
Result<void> perform(EngineState& state, const DeleteNote& asked);
Result<void> perform(EngineState& state, const RestoreNote& asked);
Result<void> perform(EngineState& state, const AddPlanLine& asked);
Result<void> perform(EngineState& state, const SettlePlanLine& asked);

Result<void> perform(EngineState& state, const SetTool& asked);
Result<void> perform(EngineState& state, const SetCounting& asked);
Result<void> perform(EngineState& state, const PauseCounting& asked);
Result<void> perform(EngineState& state, const SetCountingClosed& asked);
Result<void> perform(EngineState& state, const AnswerCounted& asked);
Result<void> perform(EngineState& state, const AddUseRule& asked);
Result<void> perform(EngineState& state, const RemoveUseRule& asked);
Result<void> perform(EngineState& state, const ReadOffPhone& asked);
Result<void> perform(EngineState& state, const LookAtFile& asked);
Result<void> perform(EngineState& state, const ImportFound& asked);
Result<void> perform(EngineState& state, const ForgetFound& asked);
Result<void> perform(EngineState& state, const ShowTools& asked);
Result<void> perform(EngineState& state, const SaveTool& asked);
Result<void> perform(EngineState& state, const RemoveTool& asked);
Result<void> perform(EngineState& state, const RecommendTool& asked);
Result<void> perform(EngineState& state, const EndRecommendation& asked);

Result<void> perform(EngineState& state, const KeepRiskWords& asked);
Result<void> perform(EngineState& state, const TellClinician& asked);
Result<void> perform(EngineState& state, const AcknowledgeRisk& asked);
Result<void> perform(EngineState& state, const SaveSafety& asked);
Result<void> perform(EngineState& state, const MakeArchive& asked);
Result<void> perform(EngineState& state, const CloseArchive& asked);
Result<void> perform(EngineState& state, const ShowAdministration& asked);
Result<void> perform(EngineState& state, const HoldRecord& asked);
Result<void> perform(EngineState& state, const LiftHold& asked);
Result<void> perform(EngineState& state, const EndTreatment& asked);
Result<void> perform(EngineState& state, const SetRetention& asked);
Result<void> perform(EngineState& state, const SaveAccessReport& asked);
Result<void> perform(EngineState& state, const SetStaffRole& asked);
Result<void> perform(EngineState& state, const SetClientApproval& asked);
Result<void> perform(EngineState& state, const RemoveColleague& asked);
Result<void> perform(EngineState& state, const RemoveStaffDevice& asked);

Result<void> perform(EngineState& state, const ChangeSettings& asked);
Result<void> perform(EngineState& state, const Dismiss& asked);

}  // namespace evenkeel::model
