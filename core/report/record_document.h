// A whole record for readers: every entry of an export in plain words, kind by kind.
#pragma once

#include "core/report/document.h"
#include "core/report/json_format.h"

namespace evenkeel::report {

// Says all that `write_json` has for readers, with people by the names the record gives them. What
// only a newer version can read is counted, not shown.
Document record_document(const Export& exported, const std::string& title);

}  // namespace evenkeel::report
