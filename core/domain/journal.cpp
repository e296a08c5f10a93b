#include "core/domain/journal.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const JournalPage& page) {
    TRY(validate(page.when));
    TRY(check_text(page.title, "The title", limits::title_characters_max));
    TRY(check_text(page.text, "The page", limits::journal_characters_max));
    if (page.text && page.text->reveal().size() > limits::journal_bytes_max) {
        return Error(ErrorCode::invalid_input,
                     "The page is {} bytes long; {} are the most. Begin another page.")
            .with(static_cast<long long>(page.text->reveal().size()))
            .with(static_cast<long long>(limits::journal_bytes_max));
    }
    return {};
}

}  // namespace evenkeel
