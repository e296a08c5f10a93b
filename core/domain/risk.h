// That a client told their clinician about their safety, and that a named person has read it.
//
// Neither is filtered by what is shared, neither is ever written privately, and neither is taken
// back: what was told stands until a person has answered for it.
#pragma once

#include "core/base/ids.h"
#include "core/domain/mood.h"

namespace evenkeel {

// Where it was told. Measures will be others.
enum class RiskSource : std::uint32_t { crisis_card = 1 };

struct RiskAnswer {
    When when;  // it was told, on the client's device
    RiskSource source = RiskSource::crisis_card;
    std::optional<PhiText> words;  // in the client's own, if they wanted to say more
    PhiText shown;                 // what the device showed meanwhile: numbers, and who looks when
    friend bool operator==(const RiskAnswer&, const RiskAnswer&) = default;
};

// Refuses more than a note's characters of words, and an answer that does not say what was shown.
[[nodiscard]] Result<void> validate(const RiskAnswer& answer);

// By a person, never by a program. Several may acknowledge one answer: all are kept.
struct RiskAcknowledgement {
    When when;
    EntityId answer;
    UserId author;
    PhiText name;                     // of the author, as the client reads it
    std::optional<PhiText> sentence;  // to the client
    friend bool operator==(const RiskAcknowledgement&, const RiskAcknowledgement&) = default;
};

// Refuses one without its answer or the person and their name, and a longer sentence than
// limits::acknowledgement_characters_max.
[[nodiscard]] Result<void> validate(const RiskAcknowledgement& acknowledgement);

}  // namespace evenkeel
