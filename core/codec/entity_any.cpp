#include "core/codec/entity.h"

namespace evenkeel::codec {

namespace {

template <typename Entity>
Result<AnyEntity> as_any(Result<Entity> decoded) {
    TRY_ASSIGN(auto entity, std::move(decoded));
    return AnyEntity(std::move(entity));
}

struct KindOf {
    EntityKind operator()(const MoodEntry&) const { return EntityKind::mood; }
    EntityKind operator()(const UseEntry&) const { return EntityKind::use; }
    EntityKind operator()(const Coverage&) const { return EntityKind::coverage; }
    EntityKind operator()(const BoundaryVersion&) const { return EntityKind::boundary_version; }
    EntityKind operator()(const BoundaryDecision&) const { return EntityKind::boundary_decision; }
    EntityKind operator()(const BoundaryAnswer&) const { return EntityKind::boundary_answer; }
    EntityKind operator()(const JournalPage&) const { return EntityKind::journal_page; }
    EntityKind operator()(const Feedback&) const { return EntityKind::feedback; }
    EntityKind operator()(const Appointment&) const { return EntityKind::appointment; }
    EntityKind operator()(const Consent&) const { return EntityKind::consent; }
    EntityKind operator()(const Person&) const { return EntityKind::person; }
    EntityKind operator()(const InviteUnderWay&) const { return EntityKind::invite_under_way; }
    EntityKind operator()(const AgendaItem&) const { return EntityKind::agenda_item; }
    EntityKind operator()(const Intake&) const { return EntityKind::intake; }
    EntityKind operator()(const PromptAssignment&) const { return EntityKind::prompt_assignment; }
    EntityKind operator()(const ToolEntry&) const { return EntityKind::tool; }
    EntityKind operator()(const ToolCard&) const { return EntityKind::tool_card; }
    EntityKind operator()(const PracticePolicy&) const { return EntityKind::practice_policy; }
    EntityKind operator()(const PracticePrompt&) const { return EntityKind::practice_prompt; }
    EntityKind operator()(const RiskAnswer&) const { return EntityKind::risk_answer; }
    EntityKind operator()(const RiskAcknowledgement&) const {
        return EntityKind::risk_acknowledgement;
    }
    EntityKind operator()(const RecordView&) const { return EntityKind::record_view; }
    EntityKind operator()(const RecordHold&) const { return EntityKind::record_hold; }
    EntityKind operator()(const RecordClosed&) const { return EntityKind::record_closed; }
    EntityKind operator()(const SessionNote&) const { return EntityKind::session_note; }
    EntityKind operator()(const BoundaryReview&) const { return EntityKind::boundary_review; }
    EntityKind operator()(const PlanItem&) const { return EntityKind::plan_item; }
    EntityKind operator()(const std::monostate&) const { return EntityKind{}; }
};

}  // namespace

Result<AnyEntity> decode_any(std::uint32_t kind, ByteView fragment) {
    switch (static_cast<EntityKind>(kind)) {
        case EntityKind::mood:
            return as_any(decode_mood(fragment));
        case EntityKind::use:
            return as_any(decode_use(fragment));
        case EntityKind::coverage:
            return as_any(decode_coverage(fragment));
        case EntityKind::boundary_version:
            return as_any(decode_boundary_version(fragment));
        case EntityKind::boundary_decision:
            return as_any(decode_boundary_decision(fragment));
        case EntityKind::boundary_answer:
            return as_any(decode_boundary_answer(fragment));
        case EntityKind::journal_page:
            return as_any(decode_journal_page(fragment));
        case EntityKind::feedback:
            return as_any(decode_feedback(fragment));
        case EntityKind::appointment:
            return as_any(decode_appointment(fragment));
        case EntityKind::consent:
            return as_any(decode_consent(fragment));
        case EntityKind::person:
            return as_any(decode_person(fragment));
        case EntityKind::invite_under_way:
            return as_any(decode_invite_under_way(fragment));
        case EntityKind::agenda_item:
            return as_any(decode_agenda_item(fragment));
        case EntityKind::intake:
            return as_any(decode_intake(fragment));
        case EntityKind::prompt_assignment:
            return as_any(decode_prompt_assignment(fragment));
        case EntityKind::tool:
            return as_any(decode_tool(fragment));
        case EntityKind::tool_card:
            return as_any(decode_tool_card(fragment));
        case EntityKind::practice_policy:
            return as_any(decode_practice_policy(fragment));
        case EntityKind::practice_prompt:
            return as_any(decode_practice_prompt(fragment));
        case EntityKind::risk_answer:
            return as_any(decode_risk_answer(fragment));
        case EntityKind::risk_acknowledgement:
            return as_any(decode_risk_acknowledgement(fragment));
        case EntityKind::record_view:
            return as_any(decode_record_view(fragment));
        case EntityKind::record_hold:
            return as_any(decode_record_hold(fragment));
        case EntityKind::record_closed:
            return as_any(decode_record_closed(fragment));
        case EntityKind::session_note:
            return as_any(decode_session_note(fragment));
        case EntityKind::boundary_review:
            return as_any(decode_boundary_review(fragment));
        case EntityKind::plan_item:
            return as_any(decode_plan_item(fragment));
    }
    return AnyEntity();
}

std::uint32_t kind_of(const AnyEntity& entity) {
    return static_cast<std::uint32_t>(std::visit(KindOf{}, entity));
}

}  // namespace evenkeel::codec
