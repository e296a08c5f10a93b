#include "core/domain/any_entity.h"

#include "core/domain/kind.h"

namespace evenkeel {

Literal kind_name(std::uint32_t kind) {
    switch (static_cast<EntityKind>(kind)) {
        case EntityKind::mood:
            return "mood";
        case EntityKind::use:
            return "use";
        case EntityKind::coverage:
            return "coverage";
        case EntityKind::boundary_version:
            return "boundary_version";
        case EntityKind::boundary_decision:
            return "boundary_decision";
        case EntityKind::boundary_answer:
            return "boundary_answer";
        case EntityKind::journal_page:
            return "journal_page";
        case EntityKind::feedback:
            return "feedback";
        case EntityKind::appointment:
            return "appointment";
        case EntityKind::consent:
            return "consent";
        case EntityKind::person:
            return "person";
        case EntityKind::invite_under_way:
            return "invite_under_way";
        case EntityKind::agenda_item:
            return "agenda_item";
        case EntityKind::intake:
            return "intake";
        case EntityKind::prompt_assignment:
            return "prompt_assignment";
        case EntityKind::tool:
            return "tool";
        case EntityKind::tool_card:
            return "tool_card";
        case EntityKind::practice_policy:
            return "practice_policy";
        case EntityKind::practice_prompt:
            return "practice_prompt";
        case EntityKind::risk_answer:
            return "risk_answer";
        case EntityKind::risk_acknowledgement:
            return "risk_acknowledgement";
        case EntityKind::record_view:
            return "record_view";
        case EntityKind::record_hold:
            return "record_hold";
        case EntityKind::record_closed:
            return "record_closed";
        case EntityKind::session_note:
            return "session_note";
        case EntityKind::boundary_review:
            return "boundary_review";
        case EntityKind::plan_item:
            return "plan_item";
    }
    return "unknown";
}

Result<void> validate(const AnyEntity& entity) {
    return std::visit(
        [](const auto& one) -> Result<void> {
            if constexpr (std::is_same_v<std::decay_t<decltype(one)>, std::monostate>) {
                return Error(ErrorCode::unsupported, "This was written by a newer version.");
            } else {
                return validate(one);
            }
        },
        entity);
}

}  // namespace evenkeel
