#include "core/domain/risk.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const RiskAnswer& answer) {
    TRY(validate(answer.when));
    if (answer.source != RiskSource::crisis_card) {
        return Error(ErrorCode::invalid_input, "Where this was told is not known.");
    }
    if (answer.shown.reveal().empty()) {
        return Error(ErrorCode::invalid_input, "It is not said what the device showed.");
    }
    TRY(check_text(answer.shown.reveal(), "What was shown", limits::risk_shown_characters_max));
    return check_text(answer.words, "What you say", limits::note_characters_max);
}

Result<void> validate(const RiskAcknowledgement& acknowledgement) {
    TRY(validate(acknowledgement.when));
    if (acknowledgement.answer.is_none()) {
        return Error(ErrorCode::invalid_input, "Say what is acknowledged.");
    }
    if (acknowledgement.author.is_none() || acknowledgement.name.reveal().empty()) {
        return Error(ErrorCode::invalid_input, "Only a named person acknowledges this.");
    }
    TRY(check_text(acknowledgement.name.reveal(), "The name", limits::name_characters_max));
    return check_text(acknowledgement.sentence, "The sentence",
                      limits::acknowledgement_characters_max);
}

}  // namespace evenkeel
