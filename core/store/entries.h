// What a person does with entries, as whole operations: checked, stamped with their logical day,
// marked when late, durable when they return, and one undo step each.
//
// Both programs, the window and the terminal, call these; so what a tap and a command do is one.
#pragma once

#include "core/domain/any_entity.h"
#include "core/domain/local_time.h"
#include "core/store/operation.h"

namespace evenkeel::store {

// About when an entry is: nothing said means now; a day means that evening; a time is on that day.
struct EntryTime {
    std::optional<Day> day;
    std::optional<std::int32_t> minute;  // 0..1439 on the wall clock
};

struct Privacy {
    Placement entry = Placement::shared;
    Placement note = Placement::shared;  // a private note on a shared entry
};

struct SavedEntry {
    EntityId id;
    Day day;
    bool late = false;  // entered on a later logical day than it is about
};

// The current logical day by the context's clock and zone.
Result<Day> today(Store& store);
// Refuses days that have not come and those more than a year back.
Result<When> entry_when(Store& store, const EntryTime& time);

// A check-in without a time of day is the day's one check-in, which a second one completes: only
// what is given changes. With a time of day it is a rating of that moment.
Result<SavedEntry> log_mood(Store& store, RecordId record, const EntryTime& time, MoodEntry entry,
                            Privacy privacy);
// One that was said before now, elsewhere: `entry` has its time and its mode, and is never late.
Result<SavedEntry> log_mood_said(Store& store, RecordId record, MoodEntry entry, Privacy privacy);
// The tags of a day's check-in, all of them: those that are not named are taken off. They go where
// the check-in is, or stay private where `privacy` says so.
Result<SavedEntry> set_day_tags(Store& store, RecordId record, Day day, std::vector<PhiText> tags,
                                Privacy privacy);
// The note of a day's check-in; an empty one is cleared. Unlike an edit, this says anew who may
// read it: made private, what was shared of it is taken back.
Result<SavedEntry> set_day_note(Store& store, RecordId record, Day day, PhiText note,
                                Privacy privacy);
// The same for what somebody says of a day's answer to a boundary.
Result<SavedEntry> set_answer_note(Store& store, RecordId record, Day day, EntityId boundary,
                                   PhiText note, Privacy privacy);
Result<SavedEntry> log_use(Store& store, RecordId record, const EntryTime& time, UseEntry entry,
                           Privacy privacy);
// The day's one estimate for a group, which a second one replaces; beside it, entries of parts of
// the day and what a device or an import measured stay as they are. `id` of it: day_use_id.
Result<SavedEntry> set_day_use(Store& store, RecordId record, Day day, UseGroup group,
                               Minutes minutes, Privacy privacy);
EntityId day_use_id(Store& store, RecordId record, Day day, UseGroup group);
// "That is all for today", for all groups. `id` of it: complete_day_id.
Result<SavedEntry> log_complete_day(Store& store, RecordId record, const EntryTime& time,
                                    Privacy privacy);
EntityId complete_day_id(Store& store, RecordId record, Day day);
// The client's answer for one boundary and day; a second answer for the same day replaces it.
Result<SavedEntry> answer_boundary(Store& store, RecordId record, const EntryTime& time,
                                   BoundaryAnswer answer, Privacy privacy);

Result<SavedEntry> write_journal(Store& store, RecordId record, const EntryTime& time,
                                 JournalPage page, Privacy privacy);
// Shares an entry as it reads now; of a page it notes the day, from which a reply is expected.
Result<void> share_entry(Store& store, RecordId record, EntityId entry);
Result<SavedEntry> write_feedback(Store& store, RecordId record, EntityId about, PhiText text,
                                  UserId author);
// Says that a person of the care team has read a page: feedback without words. Once for all of the
// team, and no undo step, since what was read was read. Where the record ended, nobody is told.
Result<void> mark_seen(Store& store, RecordId record, EntityId page, UserId reader);
// Says that somebody read a page and that no written reply is to follow. One may follow after all.
Result<SavedEntry> mark_no_reply(Store& store, RecordId record, EntityId page, UserId reader);
// A question for a client to write about. What is asked from a day that was is refused.
Result<SavedEntry> give_prompt(Store& store, RecordId record, PromptAssignment prompt);
// It is asked no more; the pages written to it stay.
Result<void> end_prompt(Store& store, RecordId record, EntityId prompt);
// A question of the practice's own, in its vault. Refuses one that is not there any more.
// `drafted`: a language model wrote it first, and `author` edited and approved it.
Result<SavedEntry> add_question(Store& store, RecordId practice, PhiText question, UserId author,
                                bool drafted = false);
Result<void> change_question(Store& store, RecordId practice, EntityId id, PhiText question);
// It is offered no more; where it was given it stays.
Result<void> retire_question(Store& store, RecordId practice, EntityId id);
// A session of the last year or the next; without a time, at noon.
Result<SavedEntry> plan_appointment(Store& store, RecordId record, const EntryTime& time,
                                    Appointment appointment);
// A line of what that session is to be about. Refuses one for a session that is not here.
Result<SavedEntry> add_agenda_item(Store& store, RecordId record, EntityId appointment,
                                   PhiText text, UserId author);
// The consent for one kind of data is one entity, so that the newest word counts.
Result<SavedEntry> give_consent(Store& store, RecordId record, SharedData data, bool given,
                                std::uint32_t text_version);
// Of the one consent that a record has for each kind of data.
EntityId consent_id(Store& store, RecordId record, SharedData data);

// Fields whose shown value lives in the private vault. What is private stays private when it is
// edited or completed: sharing is an act of its own.
Result<std::vector<std::uint32_t>> private_fields(Store& store, RecordId record, EntityId id);

// Whether the note of a check-in, a screen-time entry or an answer is for its writer alone.
Result<bool> has_private_note(Store& store, RecordId record, EntityKind kind, EntityId id);

// Changes fields of an entry by the names `field_names` lists; an empty value clears the field.
// Text is read as the command line reads it ("1h30", "7", "on"). What is new goes where the entry
// lives, or stays private where `placement` says so.
struct FieldEdit {
    std::string field;
    std::string value;
};
Result<void> edit_entry(Store& store, RecordId record, EntityId id,
                        const std::vector<FieldEdit>& edits,
                        Placement placement = Placement::shared);
std::vector<std::string> field_names(std::uint32_t kind);

}  // namespace evenkeel::store
