// The plain sentence both people sign, made from the terms.
#pragma once

#include "core/domain/boundary.h"

namespace evenkeel {

// In English, as "Social media: at most 60 minutes a day, with 10 minutes of grace. Counted from
// the log." What people typed is quoted as it is. Of a kind this version does not know, no sentence
// can be made: its document has the text.
PhiText agreement_sentence(const BoundaryTerms& terms);

// What is asked each day, as "Did you keep to this today?": for every kind, yes means it was kept.
PhiText standard_question(const BoundaryTerms& terms);

// "internet", "social media and AI"; "screen use" for all three or none named.
std::string describe_groups(const std::vector<UseGroup>& groups);

}  // namespace evenkeel
