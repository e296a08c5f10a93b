#include "core/domain/session_note.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const SessionNote& note) {
    TRY(validate(note.when));
    if (note.client.is_none()) {
        return Error(ErrorCode::invalid_input, "A note needs the client it is about.");
    }
    TRY(check_text(note.text, "The note", limits::journal_characters_max));
    if (note.text && note.text->reveal().size() > limits::journal_bytes_max) {
        return Error(ErrorCode::invalid_input,
                     "The note is {} bytes long; {} are the most. Begin another one.")
            .with(static_cast<long long>(note.text->reveal().size()))
            .with(static_cast<long long>(limits::journal_bytes_max));
    }
    return {};
}

}  // namespace evenkeel
