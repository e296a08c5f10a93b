// Telling a clinician about one's safety, and acknowledging it: rules and words for both programs.
#pragma once

#include "app/model/crisis_numbers.h"
#include "app/model/phrases.h"
#include "app/model/risk_view.h"
#include "core/store/risk.h"
#include "sync/client/identity.h"

namespace evenkeel::model {

// The lowest moods on the scale of ten, after which the numbers to call are shown: the lowest face,
// and what is below it.
constexpr std::uint32_t lowest_mood_max = 1;

// What a client is told before: that it cannot be kept private, that nobody watches, who looks and
// when, what happens out of hours. Only where the practice answers for safety.
std::vector<std::string> said_before(const PracticePolicy& policy);
// Why it is not offered, in one kind sentence; empty where it is.
std::string why_not_told(const std::optional<PracticePolicy>& policy, bool paused);

// What the card showed, for the record: its numbers, what was not checked, and `said_before`.
std::string card_words(const std::vector<OwnNumber>& own, std::string_view country, Day today,
                       const PracticePolicy& policy);

// Refuses what `why_not_told` names. Durable when it returns; `words` may be empty.
Result<store::SavedEntry> tell_clinician(store::Store& store, VaultId record,
                                         const std::string& words, std::string_view country);
// By the person of this device, by the name they gave; `sentence` may be empty.
Result<store::SavedEntry> acknowledge(store::Store& store, VaultId record,
                                      const client::Identity& self, EntityId answer,
                                      const std::string& sentence);

// The client's own: of the last seven days, and those that nobody has read. Newest first.
Result<std::vector<RiskLine>> told_lines(store::Store& store, VaultId record, const Moment& now);
// All, as the care team reads them; those that nobody acknowledged are `sent`. Newest first.
Result<std::vector<RiskLine>> risk_lines(store::Store& store, VaultId record, const Moment& now);

// What a record asks of the care team before anything else.
struct RiskNeed {
    std::size_t waiting = 0;
    Instant since;  // the first of them was told
};
Result<RiskNeed> risk_need(store::Store& store, VaultId record);
// "Told you about their safety; waits since today 14:05".
std::string need_words(const RiskNeed& need, const Moment& now);

// For the session brief: what was told since, and whatever nobody has acknowledged.
struct RiskBrief {
    std::string sentence;            // never that there is no risk
    std::vector<std::string> lines;  // one for each
};
Result<RiskBrief> risk_brief(store::Store& store, VaultId record, Instant since, const Moment& now);

// Notes of what is new in these records that it came now.
Result<void> note_risk_arrivals(store::Store& store);

SafetyForm form_of(const std::optional<PracticePolicy>& policy);
// As it would come back: without blank numbers, and days only where they count.
SafetyForm tidied(SafetyForm form);
// Why it cannot be saved, in a sentence; empty where it can.
std::string unsavable(const SafetyForm& form);
// Saves the plan and the numbers, both or none; a blank plan takes back the one before.
Result<void> save_safety(store::Store& store, const client::Identity& self, const SafetyForm& form);

// Brings the practice's numbers outside the lock up to what it says now. True if they changed.
Result<bool> keep_own_numbers(const std::string& profile_directory,
                              const std::optional<PracticePolicy>& policy);

}  // namespace evenkeel::model
