#include "core/domain/feedback.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const Feedback& feedback) {
    TRY(validate(feedback.when));
    if (feedback.about.is_none()) {
        return Error(ErrorCode::invalid_input, "Feedback needs the entry it answers.");
    }
    if (feedback.author.is_none()) {
        return Error(ErrorCode::invalid_input, "Feedback needs the person who wrote it.");
    }
    if (feedback.no_reply && feedback.text) {
        return Error(ErrorCode::invalid_input, "A reply cannot say that there is none.");
    }
    return check_text(feedback.text, "The feedback", limits::note_characters_max);
}

}  // namespace evenkeel
