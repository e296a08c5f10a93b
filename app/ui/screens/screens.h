// All screens, each a function that shows itself once per frame.
#pragma once

#include "app/ui/screens/screen.h"

namespace evenkeel::ui {

// ---- Before the day: welcome, passphrase, invite, consent, safety number, lock
void first_run(const Screen& screen);
void enter_link(const Screen& screen);
void consent(const Screen& screen);
void compare_numbers(const Screen& screen);
void found_practice(const Screen& screen);
void recovery_sheet(const Screen& screen);
void lock(const Screen& screen);
void failed(const Screen& screen);

// ---- The client
void today(const Screen& screen);
void note(const Screen& screen);
void screen_time(const Screen& screen);
void trends(const Screen& screen);
// Tells the engine when their page is shown, and when not any more.
void look_after_trends(const Screen& screen);
void client_boundaries(const Screen& screen);
void journal(const Screen& screen);
void journal_page(const Screen& screen);
void writing(const Screen& screen);
void sharing(const Screen& screen);
void seen(const Screen& screen);
void opened(const Screen& screen);  // who of the practice opened the record
// The same lines, for a page that has them among others.
void opened_days(const Screen& screen, const model::OpenedView& view);
// Leaving the practice: the way there, the page, and what stands in the place of sharing
// afterwards.
void leave_row(const Screen& screen);
void leave_practice(const Screen& screen);
void left_card(const Screen& screen, const model::SharingView& view);
// One's data as files, the end of all that is here, and the way to both.
void own_data_rows(const Screen& screen);
void own_data(const Screen& screen);
void erase(const Screen& screen);
void passphrase(const Screen& screen);  // another one
// Asks the engine to keep what was typed into the note, if it has not.
void save_note(const Screen& screen);

void told_card(const Screen& screen);    // on Today, what was told about safety and who has read it
void intake_card(const Screen& screen);  // on Today, while one is asked for or unfinished
void client_intake(const Screen& screen);
// On Screen time: what an entry was with, and what the practice recommends.
void item_tool(const Screen& screen, const model::UseItem& item);
void client_tools(const Screen& screen);

// On Screen time: what was counted and waits for a word, the way to counting, a phone's numbers.
void counted_cards(const Screen& screen);
void counting_row(const Screen& screen);
void phone_numbers(const Screen& screen, Day day);
void counting(const Screen& screen);
// Of a client: on the page about counting and on that of their own data.
void bring_file_card(const Screen& screen);

// Who of the practice reads the own record: the way there, its page, and who waits for a word.
void own_team_row(const Screen& screen, const model::OwnTeamView& team);
void own_team(const Screen& screen);
void asked_about_colleague(const Screen& screen);

// ---- The clinician
void caseload(const Screen& screen);  // the list alone, or beside the client that is open
void overview(const Screen& screen, const model::OverviewView& view);
void client_days(const Screen& screen, const model::OverviewView& view);
void sessions_card(const Screen& screen, const model::OverviewView& view);
void plan_session(const Screen& screen);
// The clinician's own notes: the way to them, and their page.
void notes_row(const Screen& screen, const model::OverviewView& view);
void session_notes(const Screen& screen, const model::OverviewView& view);
void case_words(const Screen& screen, const model::OverviewView& view);
// What was told about safety and waits; over all parts of a client's record.
void case_risks(const Screen& screen, const model::OverviewView& view);
void acknowledge_by_key(const Screen& screen);
void practice_safety(const Screen& screen);
void safety_row(const Screen& screen);       // the way there
void client_approval(const Screen& screen);  // whether clients are asked about colleagues
void give_question(const Screen& screen);
void practice_questions(const Screen& screen);
void drafting(const Screen& screen);  // part of it
// A review of a boundary: opened where it is due, or from its card.
void open_review(const Screen& screen, const model::OverviewView& view, EntityId boundary);
void review(const Screen& screen, const model::OverviewView& view);
// What came back to a page, and the editor for a reply: in Words and in the brief.
void reply_part(const Screen& screen, const model::OverviewView& view, const model::PageLine& page);
void reply_by_key(const Screen& screen);
void case_boundaries(const Screen& screen, const model::OverviewView& view);
void case_device(const Screen& screen, const model::OverviewView& view);
void care_team_card(const Screen& screen, const model::OverviewView& view);  // part of it
void intake_row(const Screen& screen, const model::OverviewView& view);
void case_intake(const Screen& screen, const model::OverviewView& view);

void tools(const Screen& screen);  // the practice's register
void leave_tools(const Screen& screen);
void tool(const Screen& screen);  // one entry of it, to be written
// Each frame: what was saved is let go, what was refused is there when it is opened again.
void look_after_tool(const Screen& screen);
void open_tool(const Screen& screen, const std::optional<EntityId>& tool, const std::string& name);
void recommended_card(const Screen& screen, const model::OverviewView& view);
void recommend(const Screen& screen);

void administration_card(const Screen& screen);  // on Settings, for admins
void administration(const Screen& screen);
void leave_administration(const Screen& screen);
void staff_card(const Screen& screen, const std::vector<model::StaffLine>& staff);
void record_details(const Screen& screen, const model::RecordLine& line);

// ---- Both
// An encrypted copy of the record: of one's own, or of the client that is open.
void archive(const Screen& screen);
// The session that is open, with what it is to be about.
void session(const Screen& screen);
void open_session(const Screen& screen, const std::optional<VaultId>& record,
                  const model::SessionLine& line);
// What happens online, in the room and outside: the way to it, and its page.
void plan_row(const Screen& screen, const std::optional<VaultId>& record);
void plan(const Screen& screen);
void begin_invite(const Screen& screen, Invitee whom);
void invite(const Screen& screen);
void leave_invite(const Screen& screen);
void composer(const Screen& screen);
void settings(const Screen& screen);

// Asks the engine to keep what was typed into the intake, if it has not.
void save_intake(const Screen& screen);

// ---- Parts that several screens have
// A second has gone by since the last key, and what was typed is to be saved now; until then a
// frame is asked for.
bool hand_has_paused(Ui& ui, std::int64_t changed_ms);
// "Dr Weber and Dr Lee", or "your care team".
std::string seen_by_names(const model::SharingView& view);
// A line for the place of a file, with the proposed one until another is typed.
void path_field(const Screen& screen, std::string_view label, PathForm& form,
                const std::string& proposed);
// The person's own devices, what can be said to one that waits, and a way to add one; within a
// card.
void devices(const Screen& screen, const std::vector<model::DeviceLine>& lines);
// Those who were invited and have not joined, each with what can be done about it.
void invited(const Screen& screen, const std::vector<model::InvitedLine>& lines);
void practice_card(const Screen& screen);
// The title line with a way to help now. True when the way back was taken.
bool page_head(const Screen& screen, std::string_view title, std::string_view back_label = {});
// A field for one line of an agenda or a plan; true when it is to be added.
bool one_more_line(Ui& ui, std::string_view label, std::string& line);
void errors(const Screen& screen);
void sync_line(const Screen& screen);
// What waits for this person's answer before it is deleted here.
void held_deletions(const Screen& screen);
void looks(const Screen& screen);        // text size, theme, motion
void safekeeping(const Screen& screen);  // lock, and of a client their data
// One of the person's devices that does not wait, and the way to take it out.
void removable_device(const Screen& screen, const model::DeviceLine& device);
void reminder_settings(const Screen& screen);
void boundary_cards(const Screen& screen, const std::optional<VaultId>& record,
                    const std::vector<model::BoundaryCard>& cards);
// Begins, or goes on with, a page for a question that a person gave.
void answer_question(const Screen& screen, const model::GivenPrompt& prompt);
// Opens one page of the journal, over whatever tab is shown.
void open_page(const Screen& screen, EntityId page);
// Takes up the draft of that boundary (none: of a new one) where there is one, else begins with
// `form`.
void open_composer(const Screen& screen, const std::optional<VaultId>& record,
                   const std::optional<EntityId>& boundary = std::nullopt,
                   const model::BoundaryForm& form = {});
// What the engine has not kept of it, as the intent that asks for it.
std::optional<model::Intent> unkept(const ComposerForm& composed);
void mood_card(const Screen& screen);
void use_stepper(const Screen& screen, Day day, const model::UseLine& line);
// "That is all for today": without it, a limit on what was not noted stays unknown.
void day_complete(const Screen& screen, Day day, Day today, bool complete);

// ---- Over the page
void crisis_card(const Screen& screen);
void confirmation(const Screen& screen);
void removal_sheet(const Screen& screen);
void acknowledge_sheet(const Screen& screen);
void keys_sheet(const Screen& screen);
void saved_toast(const Screen& screen);

}  // namespace evenkeel::ui
