// An invite that has not ended yet; practice vault only, so that any device of the clinician who
// made it can confirm it.
#pragma once

#include "core/domain/person.h"

namespace evenkeel {

enum class InviteState : std::uint32_t { open = 1, confirmed = 2, expired = 3, cancelled = 4 };

// The secret is no health information, but it must be just as hard to print.
constexpr std::size_t invite_secret_bytes = 16;
using InviteSecret = Phi<ByteArray<invite_secret_bytes>>;

struct InviteUnderWay {
    When when;
    InviteId invite;
    std::optional<InviteSecret> secret;  // cleared once the invite has ended
    Role role = Role::client;
    std::optional<PhiText> name;
    Instant expires;
    std::optional<UserId> user;    // who joins
    std::optional<VaultId> vault;  // once known
    InviteState state = InviteState::open;
    friend bool operator==(const InviteUnderWay&, const InviteUnderWay&) = default;
};

[[nodiscard]] Result<void> validate(const InviteUnderWay& invite);

}  // namespace evenkeel
