// The clinician's clients, those who need something first.
#pragma once

#include "app/model/pages.h"
#include "app/model/risk.h"
#include "core/domain/appointment.h"
#include "core/domain/text.h"
#include "sync/client/profile.h"

namespace evenkeel::model {

enum class Need {
    risk_waits,
    reply_overdue,
    proposal_waits,
    session_today,
    new_pages,
    reply_owed,
    went_quiet,
    nothing_yet,
    review_due,
    intake_due,
    none,
    has_left,
    is_out
};

struct CaseloadLine {
    VaultId record;
    PhiText name;
    std::optional<Day> last_day;         // newest logical day with an entry
    std::size_t days_logged_of_28 = 0;   // of the last 28 logical days
    std::size_t proposals_waiting = 0;   // for the clinician's answer
    std::size_t reviews_due = 0;         // boundaries in force whose review day has come
    std::optional<Appointment> session;  // the next
    WordsNeed words;                     // of the journal pages they shared
    bool confirmed = false;              // the client has joined and is confirmed
    RiskNeed risk;                       // before anything else
    bool has_left = false;               // the practice, by their own wish
    bool is_out = false;                 // this person was taken out of the record
    bool intake_due = false;             // none was ever finished, or another one was asked for
    Need need = Need::none;
};

// Sorted by need, then by name; of what was told about safety, the first told comes first.
Result<std::vector<CaseloadLine>> caseload(client::Profile& profile, const client::Identity& self);

// Every record the practice knows of, also those that are not on this device, by name.
struct NamedRecord {
    VaultId record;
    PhiText name;
};
Result<std::vector<NamedRecord>> all_records(client::Profile& profile,
                                             const client::Identity& self);

// The record of the client of that name (whole or the only one that starts so, without regard to
// case). Fails with not_found, or invalid_input if several match.
Result<VaultId> find_client(client::Profile& profile, const client::Identity& self,
                            const std::string& name);

// The need in words: "a proposal waits for your answer".
Literal describe(Need need);

}  // namespace evenkeel::model
