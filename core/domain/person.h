// A member's name, as they gave it.
#pragma once

#include "core/domain/boundary.h"

namespace evenkeel {

struct Person {
    UserId user;
    std::optional<PhiText> name;
    Role role = Role::client;
    friend bool operator==(const Person&, const Person&) = default;
};

[[nodiscard]] Result<void> validate(const Person& person);

}  // namespace evenkeel
