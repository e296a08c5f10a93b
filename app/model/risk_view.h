// What a client told about their safety and what became of it, as both sides read it.
#pragma once

#include "core/base/ids.h"
#include "core/domain/safety_plan.h"

#include <cstdint>
#include <string>
#include <vector>

namespace evenkeel::model {

// As far as is known on this device: `sent` only once the server's receipt is durable here.
enum class RiskState { here, held_back, sent, read };

struct RiskLine {
    EntityId id;
    RiskState state = RiskState::here;
    std::string told;      // "today 14:05"
    std::string words;     // in the client's own; may be empty
    std::string status;    // one sentence, never more than is known
    std::string sentence;  // of who has read it; may be empty
    // For the clinician; of the client's own, empty.
    std::string arrived;  // "It came to this device today 20:00."
    std::string shown;    // "The device showed: ..."
};

// What the crisis card offers a client who unlocked it.
struct ClientRisk {
    bool can_tell = false;
    std::string why_not;              // where it is not offered, in one kind sentence
    std::vector<std::string> before;  // what is said before anything is told
    std::string draft;                // words that were not told yet, kept on this device
    std::vector<RiskLine> told;       // of the last days or not read yet; newest first
    std::uint64_t told_number = 0;    // grows with each that was told in this run
    std::uint64_t offered = 0;  // grows when the numbers to call are to be shown by themselves
};

// What a practice says it does, as it is edited. Both texts blank: it says nothing.
struct SafetyForm {
    std::string who;
    CheckRhythm rhythm = CheckRhythm::every_weekday;
    std::uint32_t days = 2;  // of `within_days`
    std::string out_of_hours;
    struct Number {
        std::string name;
        std::string number;
        std::string hours;
        [[nodiscard]] bool is_blank() const {
            return name.empty() && number.empty() && hours.empty();
        }
        friend bool operator==(const Number&, const Number&) = default;
    };
    std::vector<Number> numbers;
    friend bool operator==(const SafetyForm&, const SafetyForm&) = default;
};

}  // namespace evenkeel::model
