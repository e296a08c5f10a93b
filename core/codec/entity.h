// Domain structs to and from the bytes of their protobuf messages.
//
// A fragment is the concatenation of encoded fields. A cleared field is simply absent; a zero that
// was said is present. Fields of a newer version are skipped when decoding: whoever edits an entity
// changes the fields they know and leaves the others' bytes alone (core/delta does).
#pragma once

#include "core/codec/fields.h"
#include "core/domain/any_entity.h"

namespace evenkeel::codec {

Bytes encode(const MoodEntry& entry);
Bytes encode(const UseEntry& entry);
Bytes encode(const Coverage& coverage);
Bytes encode(const BoundaryVersion& version);
Bytes encode(const BoundaryDecision& decision);
Bytes encode(const BoundaryAnswer& answer);
Bytes encode(const JournalPage& page);
Bytes encode(const Feedback& feedback);
Bytes encode(const Appointment& appointment);
Bytes encode(const Consent& consent);
Bytes encode(const Person& person);
Bytes encode(const InviteUnderWay& invite);
Bytes encode(const AgendaItem& item);
Bytes encode(const Intake& intake);
Bytes encode(const PromptAssignment& prompt);
Bytes encode(const ToolEntry& entry);
Bytes encode(const ToolCard& card);
Bytes encode(const PracticePolicy& policy);
Bytes encode(const PracticePrompt& prompt);
Bytes encode(const RiskAnswer& answer);
Bytes encode(const RiskAcknowledgement& acknowledgement);
Bytes encode(const RecordView& view);
Bytes encode(const RecordHold& hold);
Bytes encode(const RecordClosed& closed);
Bytes encode(const SessionNote& note);
Bytes encode(const BoundaryReview& review);
Bytes encode(const PlanItem& item);
Bytes encode(const AnyEntity& entity);  // monostate gives no bytes

// Each fails with ErrorCode::damaged if the bytes are no such message, or lack what every entity of
// the kind has (its time, and whom or what it is about). Ranges are not checked: validate() does.
[[nodiscard]] Result<MoodEntry> decode_mood(ByteView fragment);
[[nodiscard]] Result<UseEntry> decode_use(ByteView fragment);
[[nodiscard]] Result<Coverage> decode_coverage(ByteView fragment);
[[nodiscard]] Result<BoundaryVersion> decode_boundary_version(ByteView fragment);
[[nodiscard]] Result<BoundaryDecision> decode_boundary_decision(ByteView fragment);
[[nodiscard]] Result<BoundaryAnswer> decode_boundary_answer(ByteView fragment);
[[nodiscard]] Result<JournalPage> decode_journal_page(ByteView fragment);
[[nodiscard]] Result<Feedback> decode_feedback(ByteView fragment);
[[nodiscard]] Result<Appointment> decode_appointment(ByteView fragment);
[[nodiscard]] Result<Consent> decode_consent(ByteView fragment);
[[nodiscard]] Result<Person> decode_person(ByteView fragment);
[[nodiscard]] Result<InviteUnderWay> decode_invite_under_way(ByteView fragment);
[[nodiscard]] Result<AgendaItem> decode_agenda_item(ByteView fragment);
[[nodiscard]] Result<Intake> decode_intake(ByteView fragment);
[[nodiscard]] Result<ToolEntry> decode_tool(ByteView fragment);
[[nodiscard]] Result<ToolCard> decode_tool_card(ByteView fragment);
// Of one field of an intake alone, its tag included.
[[nodiscard]] Result<IntakeAnswer> decode_intake_answer(ByteView field);
[[nodiscard]] Result<PromptAssignment> decode_prompt_assignment(ByteView fragment);
[[nodiscard]] Result<PracticePolicy> decode_practice_policy(ByteView fragment);
[[nodiscard]] Result<PracticePrompt> decode_practice_prompt(ByteView fragment);
[[nodiscard]] Result<RiskAnswer> decode_risk_answer(ByteView fragment);
[[nodiscard]] Result<RiskAcknowledgement> decode_risk_acknowledgement(ByteView fragment);
[[nodiscard]] Result<RecordView> decode_record_view(ByteView fragment);
[[nodiscard]] Result<RecordHold> decode_record_hold(ByteView fragment);
[[nodiscard]] Result<RecordClosed> decode_record_closed(ByteView fragment);
[[nodiscard]] Result<SessionNote> decode_session_note(ByteView fragment);
[[nodiscard]] Result<BoundaryReview> decode_boundary_review(ByteView fragment);
[[nodiscard]] Result<PlanItem> decode_plan_item(ByteView fragment);
// A kind this version does not know is std::monostate, not an error.
[[nodiscard]] Result<AnyEntity> decode_any(std::uint32_t kind, ByteView fragment);

// The kind a struct is stored under; 0 for std::monostate.
std::uint32_t kind_of(const AnyEntity& entity);

// Encoded once, when a version is made; the bytes are hashed, signed and kept.
Bytes encode_document(const BoundaryDocument& document);
[[nodiscard]] Result<BoundaryDocument> decode_document(ByteView document);

}  // namespace evenkeel::codec
