#include "core/domain/invite_under_way.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const InviteUnderWay& invite) {
    TRY(validate(invite.when));
    if (invite.invite.is_none()) {
        return Error(ErrorCode::invalid_input, "An invite needs its id.");
    }
    if (invite.role < Role::client || invite.role > Role::admin) {
        return Error(ErrorCode::invalid_input,
                     "An invite is for a client, a clinician or an admin.");
    }
    if (invite.state < InviteState::open || invite.state > InviteState::cancelled) {
        return Error(ErrorCode::invalid_input, "This state of an invite is not known.");
    }
    if (invite.expires <= invite.when.instant) {
        return Error(ErrorCode::invalid_input, "The invite ends before it begins.");
    }
    return check_text(invite.name, "The name", limits::name_characters_max);
}

}  // namespace evenkeel
