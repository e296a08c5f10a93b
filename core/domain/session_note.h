// A clinician's own note on a session. It lives in their notes vault, where no client and no
// colleague is a member, and names the client's record by its id.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

namespace evenkeel {

struct SessionNote {
    When when;       // its day is the session's
    VaultId client;  // the client's care vault
    std::optional<EntityId> appointment;
    std::optional<PhiText> text;
    friend bool operator==(const SessionNote&, const SessionNote&) = default;
};

// Refuses more than a journal page holds: 20,000 characters or 60,000 bytes.
[[nodiscard]] Result<void> validate(const SessionNote& note);

}  // namespace evenkeel
