// The kinds of entities. The number is the one deltas carry; it is never reused.
#pragma once

#include <cstdint>

namespace evenkeel {

enum class EntityKind : std::uint32_t {
    mood = 1,
    use = 2,
    coverage = 3,
    boundary_version = 4,
    boundary_decision = 5,
    boundary_answer = 6,
    journal_page = 7,
    feedback = 8,
    appointment = 9,
    consent = 10,
    person = 11,
    invite_under_way = 12,
    prompt_assignment = 13,
    tool = 14,
    intake = 15,
    tool_card = 16,
    agenda_item = 17,
    record_view = 18,
    practice_policy = 19,
    practice_prompt = 21,
    risk_answer = 22,
    risk_acknowledgement = 23,
    session_note = 24,
    boundary_review = 25,
    plan_item = 26,
    record_hold = 27,
    record_closed = 28,
};

}  // namespace evenkeel
