// Journal pages as both sides see them, as plain data, and what is typed for them and not finished.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace evenkeel::model {

// What unfinished text is to become. A person has at most one draft of each.
struct DraftKey {
    enum class Of {
        new_page,
        page,      // a change of the page `about`
        prompt,    // a page for the prompt `about` that a person gave
        reply,     // a reply to the page `about`
        new_note,  // a note of a clinician on the session `about`, or on the client of that record
        note,      // a change of the note `about`
        review,    // what was said when the boundary `about` was looked at together
    };
    Of of = Of::new_page;
    EntityId about;  // none for a new page
    friend bool operator==(const DraftKey&, const DraftKey&) = default;
};

// Unfinished text, in the file of this device alone.
struct DraftLine {
    DraftKey key;
    std::string title;  // the question it answers, or empty
    std::string text;
    std::string saved;  // "today 20:41"
};

// `read`: somebody read it and plans no written reply.
enum class PageState { only_you, shared, seen, read, answered };

struct ReplyLine {
    EntityId id;
    std::string text;
    std::string author;  // a name, or "you"
    std::string day;     // "yesterday"
    bool unread = false;
};

struct PageLine {
    EntityId id;
    std::string day;  // "yesterday"
    std::string title;
    std::string text;
    std::vector<std::string> other_texts;  // two devices changed it at once: all are kept
    PageState state = PageState::only_you;
    bool bring = false;              // to the next session
    bool shares_older = false;       // shared, but not the newest change
    bool leaving = false;            // taken back, which other devices learn at the next sync
    std::string seen;                // "Seen by Dr Stern yesterday"; empty: by nobody that is known
    std::string promised;            // "Friday 16 May", the last day for a reply; empty: none is
                                     // promised, or none is waited for
    bool overdue = false;            // that day is over
    std::vector<ReplyLine> replies;  // oldest first
};
// Shared by all snapshots that show the same pages: a life's journal is not copied at each tap.
using Pages = std::shared_ptr<const std::vector<PageLine>>;

// A question that a person of the care team gave.
struct GivenPrompt {
    EntityId id;
    std::string question;
    std::string by;      // a name, or "you"
    std::string rhythm;  // "Every day until Friday 27 November"
    std::string source;  // "chosen from the library"; empty: the words of who gave it
};

// A page that was moved to the trash and can be brought back.
struct TrashedPage {
    EntityId id;
    std::string first_line;
    std::string day;
};

// The newest page that was finished in this run: its editor closes when this number grows.
struct PageWritten {
    std::uint64_t number = 0;
    EntityId page;
};

struct JournalView {
    Pages pages = std::make_shared<const std::vector<PageLine>>();  // newest first
    std::vector<EntityId> unread;  // pages with a reply that was not read, newest first
    std::vector<DraftLine> drafts;
    std::vector<TrashedPage> trash;  // newest first
    std::vector<GivenPrompt> due;    // asked today, in the order they were given
    PageWritten written;
    std::string answers;  // "Your practice says it answers within 3 days."; empty: it does not say
};

// The pages a client shared, as their clinician sees them.
struct WordsView {
    // Those whose reply is overdue first, then those to bring to the session, those that wait for a
    // reply, and the rest; each newest first.
    Pages pages = std::make_shared<const std::vector<PageLine>>();
    std::vector<DraftLine> drafts;   // of replies
    std::vector<GivenPrompt> given;  // asked now or later, newest first
    std::uint64_t finished = 0;      // grows with each reply and each note kept in this run
};

// Null if it is not there (any more).
const PageLine* find_page(const Pages& pages, EntityId id);
const DraftLine* find_draft(const std::vector<DraftLine>& drafts, const DraftKey& key);
// What a list shows of a page: its first line that says something.
std::string first_line(const std::string& text);

}  // namespace evenkeel::model
