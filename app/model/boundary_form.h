// A boundary as it is composed on a screen, and the sentence both will sign, live.
#pragma once

#include "core/base/result.h"
#include "core/domain/boundary.h"

#include <optional>
#include <string>

namespace evenkeel::model {

enum class FormKind {
    limit_per_day,
    limit_per_week,
    curfew,
    sessions,
    session_length,
    purposes,
    instead,
    never,
    contact,
    attested
};

// Several of the usual words, of those that were agreed before, and one more that was typed. What
// was agreed stays on offer when it is taken out.
struct WordChoice {
    std::vector<std::string> chosen;
    std::vector<std::string> agreed;
    std::string typed;
    friend bool operator==(const WordChoice&, const WordChoice&) = default;
};

// One form for all kinds; each kind reads its own part, so that going from one to another and back
// loses nothing that was typed.
struct BoundaryForm {
    FormKind kind = FormKind::limit_per_day;
    std::vector<UseGroup> groups = {UseGroup::social};
    std::uint32_t minutes_max = 60;  // a day or at a time
    std::uint32_t week_minutes_max = 7 * 60;
    std::uint32_t grace_minutes = 0;
    std::uint32_t from_minute = 22 * 60;  // of a curfew, on the client's wall clock
    std::uint32_t to_minute = 7 * 60;
    std::uint32_t times_max = 5;       // of sessions, a day
    std::uint32_t break_minutes = 5;   // a shorter break is none
    WordChoice purposes;               // what use is for
    std::string statement;             // attested: "No phone in the bedroom"
    std::string situation;             // never: "AI when I feel unsafe"
    std::string cue, action;           // instead: if, then
    std::string channel = "messages";  // of contact between sessions
    WordChoice contact_for, contact_not_for;
    std::uint32_t reply_within_hours = 48;  // 0: not said
    std::uint32_t weekdays = 0;             // bit 0 Monday; 0 every day
    // What counts. Estimates say how much there was, never that there was no more, so in a new
    // boundary the person's word does; a counter-proposal keeps what stood there.
    Evidence evidence = Evidence::answer;
    std::string reason;
    std::string question;            // empty: the standard one
    std::string study_question;      // what both want to learn of it; empty: nothing
    std::uint32_t review_weeks = 4;  // 0: none
    friend bool operator==(const BoundaryForm&, const BoundaryForm&) = default;
};

// One that is being put together.
struct ProposalDraft {
    std::optional<EntityId> boundary;  // the one it answers; none: a new one
    BoundaryForm form;
    friend bool operator==(const ProposalDraft&, const ProposalDraft&) = default;
};

// The terms of a form; refuses what nobody can keep, with a sentence that says what to change.
Result<BoundaryTerms> terms_of(const BoundaryForm& form);
// Exactly what would be signed; a sentence about what is missing where terms_of refuses.
std::string live_sentence(const BoundaryForm& form);
// A form that starts from what is agreed or proposed; nothing for kinds it cannot edit.
std::optional<BoundaryForm> form_of(const BoundaryDocument& document);

}  // namespace evenkeel::model
