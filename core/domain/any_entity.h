// One entity of any kind, for code that handles lists of them (export, history, search).
#pragma once

#include "core/domain/agenda_item.h"
#include "core/domain/appointment.h"
#include "core/domain/boundary.h"
#include "core/domain/boundary_review.h"
#include "core/domain/consent.h"
#include "core/domain/coverage.h"
#include "core/domain/feedback.h"
#include "core/domain/intake.h"
#include "core/domain/invite_under_way.h"
#include "core/domain/journal.h"
#include "core/domain/mood.h"
#include "core/domain/person.h"
#include "core/domain/plan_item.h"
#include "core/domain/practice.h"
#include "core/domain/prompt_assignment.h"
#include "core/domain/record_keeping.h"
#include "core/domain/risk.h"
#include "core/domain/session_note.h"
#include "core/domain/tool.h"
#include "core/domain/use.h"

namespace evenkeel {

// std::monostate: a kind this version does not know, or bytes it cannot read.
using AnyEntity =
    std::variant<std::monostate, MoodEntry, UseEntry, Coverage, BoundaryVersion, BoundaryDecision,
                 BoundaryAnswer, JournalPage, Feedback, Appointment, Consent, Person,
                 InviteUnderWay, PromptAssignment, Intake, AgendaItem, ToolEntry, ToolCard,
                 PracticePolicy, PracticePrompt, RiskAnswer, RiskAcknowledgement, RecordView,
                 RecordHold, RecordClosed, SessionNote, BoundaryReview, PlanItem>;

// "mood", "boundary_version": the words JSON and the command line use; "unknown" for other kinds.
Literal kind_name(std::uint32_t kind);

[[nodiscard]] Result<void> validate(const AnyEntity& entity);

}  // namespace evenkeel
