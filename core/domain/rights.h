// Which role may write which kind, and where. Permission is that of an envelope's author; a delta
// outside the table is parked, whoever signed it (rule 9).
#pragma once

#include "core/domain/boundary.h"
#include "core/domain/kind.h"

namespace evenkeel {

// The parts a record lives in, as far as rights differ between them.
enum class RecordPart : std::uint8_t { care = 1, private_ = 2, practice = 3, notes = 4 };

// Staff write as Role::clinician everywhere; a kind this version does not know is nobody's.
[[nodiscard]] constexpr bool may_write(Role role, RecordPart part, std::uint32_t kind) {
    const bool is_client = role == Role::client;
    const bool is_clients_part = part == RecordPart::care || part == RecordPart::private_;
    if (is_client != is_clients_part && part != RecordPart::care) return false;
    switch (static_cast<EntityKind>(kind)) {
        // What a client felt, did, wrote or agreed to share is theirs alone to say.
        case EntityKind::mood:
        case EntityKind::use:
        case EntityKind::coverage:
        case EntityKind::boundary_answer:
        case EntityKind::consent:
            return is_client;
        case EntityKind::journal_page:
            return is_client || part == RecordPart::notes;
        // Told to the care team alone. Nothing writes it privately, but one that had not left when
        // sharing was paused lies there, and the client's other devices show it.
        case EntityKind::risk_answer:
            return is_client;
        // Both negotiate, both plan sessions, each gives their own name.
        case EntityKind::boundary_version:
        case EntityKind::boundary_decision:
        case EntityKind::agenda_item:
        case EntityKind::plan_item:
            return is_clients_part;
        // Answered by the client, or by the clinician with them.
        case EntityKind::intake:
            return is_clients_part;
        case EntityKind::appointment:
        case EntityKind::person:
            return true;
        // What the practice found of a tool, and what a clinician noted of a review in a session,
        // is handed over, never handed back.
        case EntityKind::feedback:
        case EntityKind::boundary_review:
        case EntityKind::prompt_assignment:
        case EntityKind::tool_card:
        case EntityKind::risk_acknowledgement:
        case EntityKind::record_view:
            return !is_client && part == RecordPart::care;
        // Said in the practice, and told to each client in their record.
        case EntityKind::practice_policy:
            return !is_client && (part == RecordPart::practice || part == RecordPart::care);
        // A clinician's own: nobody else is a member there.
        case EntityKind::session_note:
            return part == RecordPart::notes;
        case EntityKind::practice_prompt:
        case EntityKind::invite_under_way:
        case EntityKind::tool:
        case EntityKind::record_hold:
        case EntityKind::record_closed:
            return part == RecordPart::practice;
    }
    return false;
}

// Kinds that are said once: nobody changes or deletes one, whoever wrote it.
[[nodiscard]] constexpr bool is_written_once(std::uint32_t kind) {
    return static_cast<EntityKind>(kind) == EntityKind::record_view;
}

}  // namespace evenkeel
