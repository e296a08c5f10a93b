// Everything the window shows, as one immutable value. The engine makes a new one after each thing
// it did; the drawing thread only reads.
#pragma once

#include "app/model/clinician_view.h"
#include "app/model/intent.h"
#include "app/model/record_archive.h"
#include "app/model/trends_view.h"

#include <memory>

namespace evenkeel::model {

enum class Stage {
    starting,    // nothing was read yet
    first_run,   // no profile on this device
    locked,      // a profile that wants its passphrase
    unenrolled,  // a profile that has not joined a practice
    invited,     // an invite was read: what will be shared, before anything is
    joined,      // the safety number, to be compared
    founded,     // the recovery sheet, to be printed and put away
    client,
    clinician,
    failed,  // the profile cannot be used: `failure` says why and what helps
};

struct InviteFacts {
    bool as_client = true;
    bool as_device = false;  // a further device of this person
    std::string practice;
    std::string inviter;
    std::string sharing_text;
    std::string link;
};

// What opens the practice's records when every device is lost. In the file, and here once.
struct RecoverySheet {
    std::string text;
    std::string path;
};

enum class SyncLineState { offline, waiting, sending, settled, refused };
struct SyncLine {
    SyncLineState state = SyncLineState::waiting;
    std::size_t pending = 0;           // on this device only
    std::string sentence;              // "Saved here. 3 entries wait to be sent."
    std::vector<std::string> details;  // why, last success, notices: one sentence each
};

// "Saved. Undo": offered for ten seconds.
struct SavedNotice {
    std::uint64_t number = 0;  // grows with each save
    std::string text;          // "Mood saved"
    bool can_undo = true;
    Instant until;
};
// What went wrong, until the person dismisses it.
struct ErrorNotice {
    std::uint64_t number = 0;
    std::string sentence;
};

struct Snapshot {
    std::uint64_t number = 0;
    std::uint64_t handled = 0;  // how many intents this run has done: what was asked is in here
    Stage stage = Stage::starting;
    bool busy = false;  // a step that waits for the network or for unlocking runs
    std::string failure;
    std::optional<InviteFacts> invite;
    std::string safety_number;           // Stage::joined
    std::optional<RecoverySheet> sheet;  // Stage::founded
    std::string sheet_path;              // proposed for the recovery sheet: a name that is free
    // The same for the person's data: to read (.pdf), for a browser (.html), to import (.json).
    std::array<std::string, 3> export_paths;
    std::string exported_to;             // by the newest export of this run
    std::string archive_path;            // proposed for an encrypted copy of the record
    std::string notes_path;              // likewise, for a clinician's own notes
    std::optional<MadeArchive> archive;  // the newest of this run, until it is closed
    std::string access_path;             // proposed for a report of who saw what
    std::string access_saved_to;         // in this run
    std::string brief_path;              // proposed for the session brief: a name that is free
    std::string brief_saved_to;          // of the open client, in this run
    std::string set_aside_to;            // of a locked profile: where SetAside would put it
    std::optional<ClientViews> client;
    std::optional<ClinicianViews> clinician;
    std::optional<TrendsView> trends;  // of the client, while its page is shown
    // What is said wherever somebody writes or shares, by what the practice says of its times.
    std::string nobody_watches;
    SyncLine sync;
    std::optional<SavedNotice> saved;
    std::vector<std::string> arrivals;  // who came into a record, until a person has read it
    std::size_t deletions_held = 0;   // by another device: nothing is gone before this is answered
    std::vector<ErrorNotice> errors;  // oldest first, at most 3
    Settings settings;
    // Of reminders while the window is closed: whether this system has them, and something that
    // shows them.
    bool can_remind_closed = false;
    bool can_show_outside = true;
    Instant now;       // when it was made
    std::string zone;  // of the person's wall clock
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

}  // namespace evenkeel::model
