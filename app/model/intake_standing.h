// Where the intakes of one record stand: which one is open, which was finished last, and whether
// one is due. For screens and terminal alike.
#pragma once

#include "core/store/intakes.h"

namespace evenkeel::model {

struct IntakeStanding {
    // The one this reader can go on with, null if none: a client's own, or the clinician's.
    const store::KeptIntake* open = nullptr;
    // The client was asked for it, or began it themself, and it is not finished.
    const store::KeptIntake* asked = nullptr;
    // None was ever finished, or another one was asked for since. Until then it is due.
    bool is_due = false;
    // Newest first; for a clinician these are what they can read.
    std::vector<const store::KeptIntake*> finished;
};

// The pointers are into `intakes`, which are oldest first as the store lists them.
IntakeStanding intake_standing(const std::vector<store::KeptIntake>& intakes, Role reader);

// The one that was finished before `now`, null if none was. One that is still open is compared with
// the newest.
const store::KeptIntake* intake_before(const IntakeStanding& standing,
                                       const store::KeptIntake& now);
// What changed since then; nothing to compare gives no sentence.
std::vector<PhiText> changes_since_before(const IntakeStanding& standing,
                                          const store::KeptIntake& now);

}  // namespace evenkeel::model
