// The file that proves a signed agreement to anyone, without vault keys: AgreementExport of
// proto/trust.proto.
#pragma once

#include "sync/trust/agreement.h"

namespace evenkeel::paper {

Bytes write_agreement_file(const trust::AgreementEvidence& evidence);

// Reads the one form that is written, within limits, and has the trusted core verify what it says
// (agreement.h). Errors: damaged (no such file), refused (it does not verify).
Result<trust::AgreementProof> verify_agreement_file(ByteView bytes);

}  // namespace evenkeel::paper
