// Which method and which values stand behind what is said of use and mood, so that a report that
// was kept can be told from one of other days or of a later version (clinical design, 4.7). In
// English: it is for documents.
#pragma once

#include "app/model/impact.h"

namespace evenkeel::model {

// The same values give the same mark on every device.
ByteArray<16> mark_of(const insight::PairedDays& days, const IdDerivation& ids);
// Empty: nothing was looked at.
std::string impact_basis(const std::vector<BoundaryImpact>& impact);

}  // namespace evenkeel::model
