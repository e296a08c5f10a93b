// When the window itself has to call its person, by what the desktop has for windows that want
// attention: where a reminder becomes due and nothing shows it outside.
#pragma once

#include "app/model/snapshot.h"

#include <optional>
#include <utility>

namespace evenkeel::ui {

class Attention {
public:
    // True once for each reminder that becomes due in `snapshot` while the person is elsewhere.
    [[nodiscard]] bool is_called_for(const model::Snapshot& snapshot, bool is_active);

private:
    using Thing = std::pair<model::ReminderKind, std::optional<EntityId>>;
    std::optional<Thing> last_;
};

}  // namespace evenkeel::ui
