// The digital-habits intake as both sides' screens show it, as plain data.
#pragma once

#include "core/domain/intake_rules.h"

namespace evenkeel::model {

// A question that comes up.
struct IntakeLine {
    IntakeQuestion question;
    IntakeAnswer answer;            // blank: not said
    std::string said;               // the answer in words
    std::vector<std::string> also;  // other words typed to it at once on another device
};
struct IntakeSection {
    std::string title;
    std::vector<IntakeLine> lines;
};

// What became of it. The first four are of one that a client answers alone.
enum class IntakeStage { begun, only_here, shared, changed_since, with_clinician };

struct IntakePage {
    EntityId id;
    IntakeStage stage = IntakeStage::begun;
    bool is_finished = false;
    bool can_answer = false;  // by whoever looks at it
    std::string title;        // "3 May 2026, answered alone"
    std::string detail;       // who sees it, or that it is not finished
    std::vector<IntakeSection> parts;
    std::size_t said_count = 0;   // questions that were answered
    std::size_t asked_count = 0;  // questions that come up
    std::size_t continue_at = 0;  // the part to go on with
    std::string compared_with;    // "the intake of 2 February 2026"; empty: there is none before
    std::vector<std::string> changes;
};

struct IntakesView {
    bool is_due = false;
    bool is_asked = false;           // the client was asked, or began by themself
    std::string standing;            // in one sentence: asked for, due, when it was last answered
    std::optional<IntakePage> open;  // the one to go on with
    // Newest first; before them, for a client, those their clinician has begun with them.
    std::vector<IntakePage> finished;
};

}  // namespace evenkeel::model
