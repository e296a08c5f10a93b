#include "core/domain/consent.h"

namespace evenkeel {

Result<void> validate(const Consent& consent) {
    TRY(validate(consent.when));
    if (consent.data < SharedData::mood || consent.data > SharedData::private_counts) {
        return Error(ErrorCode::invalid_input, "This kind of data is not known.");
    }
    return {};
}

}  // namespace evenkeel
