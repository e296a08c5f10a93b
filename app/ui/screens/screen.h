// What every screen is handed, and what it keeps between frames.
//
// A screen is a function of these alone. It changes nothing but `local`, and asks for everything
// else by an intent.
#pragma once

#include "app/model/snapshot.h"
#include "app/ui/kit/ui.h"

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace evenkeel::ui {

// Who an invite that is being made is for: somebody else, or the person's own further device.
enum class Invitee { client, colleague, device };
enum class ClientTab { today, journal, trends, boundaries, sharing };
// A page that lies over the tabs until it is left.
enum class Above {
    none,
    screen_time,
    note,
    composer,
    seen,
    settings,
    invite,
    session,
    plan_session,
    page,
    writing,
    intake,
    question,
    tool,
    recommend,
    practice_questions,
    practice_safety,
    notes,
    review,
    plan,
    opened,
    own_team,
    archive,
    own_data,
    leave,
    erase,
    passphrase,
    counting,
    administration
};
enum class ClinicianTab { clients, tools, settings };
enum class CaseTab { overview, words, days, boundaries, device };

// A place for a file: the one proposed until the person types another.
struct PathForm {
    std::string path;
    bool typed = false;
};

// A practice that is being set up on its new server.
struct FoundForm {
    bool open = false;
    std::string server;
    std::string setup_code;
    std::string pin;
    std::string practice;
    std::string name;
    PathForm sheet;
};

// A passphrase that is being chosen, typed twice.
struct NewPassphrase {
    std::string words;
    std::string again;
};

struct JoinForm {
    bool welcomed = false;
    NewPassphrase passphrase;
    std::string link;
    std::string name;
    std::array<bool, 5> shared{};  // in the order of shared_words; nothing is chosen beforehand
};

struct TrendsForm {
    std::size_t day_count = 14;
    bool asked = false;  // the engine was told that the page is shown
};

// What is being said of a day beside its mood.
struct MoodForm {
    std::optional<Day> day;  // that it is about
    bool adds_tag = false;
    std::string tag;
    bool takes_focus = false;  // the field of the tag; for one frame
    bool rates_moment = false;
    std::optional<std::uint32_t> minute;  // of that moment; none: now
    std::optional<EntityId> open_moment;  // of those noted: its steppers are shown
};

// A note that is being typed. It is saved after a pause, and when its page is left.
struct NoteForm {
    std::optional<Day> day;            // whose note `text` is; none: take it from the view
    std::optional<EntityId> boundary;  // it is about the answer to this one,
    std::string title;                 // which is called so
    std::string text;
    bool is_private = true;
    bool unsaved = false;
    std::int64_t changed_ms = 0;
};

// A journal page or a reply that is being typed. It is kept as a draft after a pause of the hand
// and whenever its place is left, and goes only when the engine has made of it what was asked.
struct TypingForm {
    std::optional<model::DraftKey> key;  // none: nothing is typed
    std::string title;
    std::string text;
    std::string before;  // what it began with, where there is no draft
    std::string asked;   // what the engine was last asked to keep
    std::int64_t changed_ms = 0;
    bool takes_focus = false;  // a key opened it
    // What was finished and told before it was asked to be finished; none: it was not.
    struct Finishing {
        std::uint64_t done = 0;
        std::uint64_t error = 0;
    };
    std::optional<Finishing> finishing;
};

struct JournalForm {
    std::optional<EntityId> page;  // that is open, with Above::page
    std::size_t pages_shown = 0;   // beyond the first ones
    bool shares = false;           // the preview is open
    bool chooses_question = false;
    std::size_t theme = 0;  // of the questions offered
    bool trash_open = false;
};

// Where somebody is in an intake, and what they are typing there. It is saved after a pause, and
// when its page is left.
struct IntakeDraft {
    bool filling = false;             // its questions are shown, not what was said
    std::optional<EntityId> id;       // none: the open one, once it is there
    std::optional<std::size_t> part;  // none: where it was left; after the last: what was said
    std::map<std::uint32_t, std::string> typed;               // by question
    std::map<std::uint32_t, std::optional<VaultId>> unsaved;  // whose record it goes to
    std::int64_t changed_ms = 0;
    std::optional<EntityId> reading;  // of those that are finished; none: the newest
};

// A question that is put together for a client.
struct QuestionForm {
    model::PromptForm form;
    bool chooses = false;  // the library is open
    std::size_t theme = 0;
};

// A question of the practice's own that is written or changed.
struct PracticeQuestionForm {
    std::string text;
    std::optional<EntityId> changing;  // none: a new one
    bool drafted = false;              // `text` began as a model's draft
    std::string theme;                 // to be drafted
    bool sets_up = false;              // the model's address is being put in
    model::DraftingService service;
};

struct ComposerForm {
    std::optional<VaultId> record;     // none: the person's own
    std::optional<EntityId> boundary;  // the one this answers; none: a new one
    model::BoundaryForm form;
    model::BoundaryForm begun;  // what it began as
    model::BoundaryForm asked;  // what the engine was asked to keep, or began with
    model::BoundaryForm seen;   // at the last frame
    std::int64_t changed_ms = 0;
    bool shows_examples = false;
};

// What came out of a review that is being noted.
struct ReviewForm {
    VaultId record;
    EntityId boundary;
    ReviewOutcome outcome = ReviewOutcome::keep;
    std::optional<Day> next;
};

// A session that is being planned.
struct SessionForm {
    VaultId record;
    Day day;
    std::uint32_t minute = 10 * 60;
    std::uint32_t minutes = 50;
    Place place = Place::in_person;
};
// The session whose page is open, and the line that is being typed.
struct AgendaForm {
    std::optional<VaultId> record;  // none: the person's own
    EntityId session;
    std::string line;
};

// The line of the plan that is being typed.
struct PlanForm {
    std::optional<VaultId> record;  // none: the person's own
    PlanPlace place = PlanPlace::online;
    std::string line;
};

// The register of tools, and one entry that is being written.
struct ToolsForm {
    bool shown = false;                // the engine was told that its page is open
    std::optional<ToolStatus> status;  // only those; none: all
    enum class Kinds { all, tools, resources } kinds = Kinds::all;
    std::string key;               // of what is open: an id, or the name of a new one
    std::optional<EntityId> tool;  // none: a new entry
    model::ToolForm form;
    std::optional<std::size_t> area;              // that is written in
    std::map<std::string, model::ToolForm> kept;  // unsaved, by key, while the program runs
    // One of them that was asked to be saved, and what was told before.
    struct Saving {
        std::string key;
        std::uint64_t saved = 0;
        std::uint64_t error = 0;
    };
    std::optional<Saving> saving;
};
// What is to be recommended to the open client.
struct RecommendForm {
    VaultId record;
    std::optional<EntityId> tool;
    std::string why;
};
// The name of a tool that is being typed to an entry of screen time.
struct ItemToolForm {
    std::optional<EntityId> item;
    std::string name;
};

// Words for one's clinician, on the card with numbers to call.
struct TellForm {
    bool open = false;       // in the place of the numbers
    bool begun = false;      // the words of before were taken up
    bool by_itself = false;  // the card opened after a very low mood
    std::string words;
    bool unsaved = false;
    std::int64_t changed_ms = 0;
    // It was asked, and the engine has not done it yet; the number of the newest error before.
    std::optional<std::uint64_t> telling;
    std::uint64_t told = 0;     // as in ClientRisk: what was seen of it
    std::uint64_t offered = 0;  // the same
};
// A sentence to the client whose answer is acknowledged.
struct AcknowledgeForm {
    EntityId answer;
    bool open = false;
    int focus_in = 0;  // frames until its field takes the focus: an overlay that opens has it first
    std::string sentence;
};

// Where somebody is in the administration, and what they are typing there.
struct AdministrationForm {
    std::optional<VaultId> record;  // whose details are shown
    std::optional<UserId> colleague;
    std::string reason;  // of a hold
    std::string ended;   // a date
    PathForm report_to;
};

// A person's data as files, and the word that ends all of it here.
struct OwnDataForm {
    std::size_t format = 0;  // as in Snapshot::export_paths
    PathForm export_to;
    std::string erase_word;
};

// An own device that is being taken out.
struct RemovalForm {
    DeviceId device;
    bool erase = false;
};

// Screen time that was counted, and the page about counting.
struct CountingForm {
    std::optional<Day> changing;    // the day whose counted minutes are changed
    model::CountedMinutes minutes;  // as changed
    bool phone_open = false;
    std::array<std::string, use_group_count> phone;
    std::string pattern;
    model::UseTarget target = model::UseTarget::internet;
    bool shipped_shown = false;
};

// A file to be looked at and imported.
struct BringForm {
    PathForm file;
    bool only_for_me = true;
    std::map<std::string, std::uint32_t> moods;  // what the person's own names of moods are
};

// A step that takes something away: asked once more, with the consequence in the sentence.
struct Confirmation {
    std::string title;
    std::string sentence;
    std::string button;
    model::Intent intent;
};

// The lock, and who cannot open it.
struct LockForm {
    std::string passphrase;
    bool focused = false;  // the field was given the focus
    bool forgotten = false;
    bool read = false;  // what is said before a profile is set aside
};
// Another passphrase for this device.
struct PassphraseForm {
    std::string now;
    NewPassphrase chosen;
};

struct Local {
    JoinForm join;
    FoundForm found;
    LockForm lock;
    PassphraseForm passphrase;

    ClientTab client_tab = ClientTab::today;
    Above above = Above::none;
    TrendsForm trends;
    NoteForm note;
    MoodForm mood;
    std::optional<EntityId> open_item;  // of screen time: its purposes are shown
    ComposerForm composer;
    ReviewForm review;
    std::optional<EntityId> open_reviews;  // the boundary whose earlier reviews are shown
    SessionForm session;
    AgendaForm agenda;
    PlanForm plan;
    PathForm brief_to;
    ToolsForm tools;
    RecommendForm recommend;
    ItemToolForm item_tool;
    TypingForm typing;
    JournalForm journal;
    IntakeDraft intake;
    QuestionForm question;
    PracticeQuestionForm practice_question;
    bool sync_details = false;
    OwnDataForm own_data;
    bool leaving_read = false;  // what is said before one leaves the practice
    std::optional<RemovalForm> removal;
    PathForm archive_to;
    model::MakeArchive::Of archive_of = model::MakeArchive::Of::record;
    AdministrationForm administration;
    CountingForm counting;
    BringForm bring;

    ClinicianTab clinician_tab = ClinicianTab::clients;
    CaseTab case_tab = CaseTab::overview;
    std::string search;
    bool wants_search = false;             // the key for it was pressed
    std::optional<InviteId> open_invited;  // its buttons are shown
    std::optional<EntityId> open_words;    // the shared page that is read
    std::optional<VaultId> team_choosing;  // into whose record a colleague is being chosen
    Invitee invitee = Invitee::client;
    std::string invite_name;
    bool invite_again = false;  // the link of an invite under way was asked for
    bool link_copied = false;

    bool crisis_open = false;
    TellForm tell;
    AcknowledgeForm acknowledge;
    std::optional<model::SafetyForm> practice_safety;  // as it is written; none: as it is said
    bool choosing_country = false;
    std::string system_country;  // "IE"; empty where the system says nothing
    bool keys_open = false;
    std::optional<Confirmation> confirmation;
};

struct Screen {
    Ui& ui;
    const model::Snapshot& snapshot;  // what was asked since is already in it
    Local& local;
    const std::function<void(model::Intent)>& post;
};

// A number for Ui::scope.
template <typename Id>
std::uint64_t scope_of(const Id& id) {
    return std::hash<Id>{}(id);
}

}  // namespace evenkeel::ui
