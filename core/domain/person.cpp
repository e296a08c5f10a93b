#include "core/domain/person.h"

#include "core/base/limits.h"

namespace evenkeel {

Result<void> validate(const Person& person) {
    if (person.user.is_none()) {
        return Error(ErrorCode::invalid_input, "A name needs the person it belongs to.");
    }
    if (person.name && person.name->reveal().empty()) {
        return Error(ErrorCode::invalid_input, "The name is empty.");
    }
    TRY(check_text(person.name, "The name", limits::name_characters_max));
    if (person.role < Role::client || person.role > Role::admin) {
        return Error(ErrorCode::invalid_input, "A person is a client, a clinician or an admin.");
    }
    return {};
}

}  // namespace evenkeel
