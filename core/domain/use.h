// Time spent with screens, in three groups.
#pragma once

#include "core/domain/mood.h"

namespace evenkeel {

// Messaging, video, games and news belong to internet.
enum class UseGroup : std::uint32_t { internet = 1, social = 2, ai = 3 };
constexpr std::size_t use_group_count = 3;

enum class UseSource : std::uint32_t { estimated = 1, device = 2, imported = 3 };

// Work and study are recorded, and excluded from limits unless a boundary names them.
enum class Duty : std::uint32_t { none = 0, work_or_study = 1 };

struct UseEntry {
    When when;
    std::optional<Instant> entered_late;
    std::optional<UseGroup> group;
    std::optional<Minutes> minutes;
    std::optional<PhiText> purpose;
    std::optional<PhiText> tool;
    UseSource source = UseSource::estimated;
    std::optional<PhiText> note;
    bool span = false;  // true: `when` is the real start of an unbroken span of `minutes`
    Duty duty = Duty::none;
    friend bool operator==(const UseEntry&, const UseEntry&) = default;
};

[[nodiscard]] Result<void> validate(const UseEntry& entry);

// "internet", "social", "ai": the words the command line, JSON and import rules use.
Literal name(UseGroup group);
std::optional<UseGroup> use_group_named(std::string_view name);

}  // namespace evenkeel
