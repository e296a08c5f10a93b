#include "core/domain/record_keeping.h"

#include "core/base/limits.h"
#include "core/domain/text.h"

namespace evenkeel {

Literal name(ViewedSection section) {
    switch (section) {
        case ViewedSection::record:
            return "the record";
        case ViewedSection::days:
            return "the days";
        case ViewedSection::journal:
            return "the journal";
        case ViewedSection::intake:
            return "the intake";
        case ViewedSection::boundaries:
            return "the boundaries";
        case ViewedSection::sessions:
            return "the sessions";
        case ViewedSection::prompts:
            return "the questions given";
        case ViewedSection::tools:
            return "the tools";
        case ViewedSection::brief:
            return "the session brief";
        case ViewedSection::history:
            return "the history of an entry";
        case ViewedSection::export_:
            return "an export of the record";
    }
    return "a part this version does not know";
}

Result<void> validate(const RecordView& view) {
    TRY(validate(view.when));
    if (view.viewer.is_none()) {
        return Error(ErrorCode::invalid_input, "That a record was opened needs who opened it.");
    }
    return {};
}

Result<void> validate(const RecordHold& hold) {
    TRY(validate(hold.when));
    if (hold.record.is_none() || hold.by.is_none()) {
        return Error(ErrorCode::invalid_input, "A hold needs its record and who sets it.");
    }
    if (!hold.reason || hold.reason->reveal().empty()) {
        return Error(ErrorCode::invalid_input, "A hold needs a reason.");
    }
    return check_text(hold.reason, "The reason", limits::hold_reason_characters_max);
}

Result<void> validate(const RecordClosed& closed) {
    TRY(validate(closed.when));
    if (closed.record.is_none() || closed.by.is_none()) {
        return Error(ErrorCode::invalid_input,
                     "The end of a treatment needs its record and who says it.");
    }
    return {};
}

}  // namespace evenkeel
