// What a client agreed to share, one entity per kind of data; the newest counts.
#pragma once

#include "core/domain/when.h"

namespace evenkeel {

enum class SharedData : std::uint32_t {
    mood = 1,
    use = 2,
    boundary_answers = 3,
    journal = 4,  // asked again for each page
    private_counts = 5,
};

struct Consent {
    When when;
    SharedData data = SharedData::mood;
    bool given = false;
    std::uint32_t text_version = 0;  // which wording was on the screen
    friend bool operator==(const Consent&, const Consent&) = default;
};

[[nodiscard]] Result<void> validate(const Consent& consent);

}  // namespace evenkeel
