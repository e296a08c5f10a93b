#include "core/domain/use.h"

#include "core/base/limits.h"

namespace evenkeel {

namespace {

bool known(UseGroup group) {
    return group == UseGroup::internet || group == UseGroup::social || group == UseGroup::ai;
}

}  // namespace

Result<void> validate(const UseEntry& entry) {
    TRY(validate(entry.when));
    if (!entry.group || !known(*entry.group)) {
        return Error(ErrorCode::invalid_input, "Say which: internet, social or ai.");
    }
    if (entry.minutes && entry.minutes->reveal() > limits::day_minutes_max) {
        return Error(ErrorCode::invalid_input, "A duration is at most 24 hours.");
    }
    if (entry.span && !entry.minutes) {
        return Error(ErrorCode::invalid_input, "Use with a start needs a duration.");
    }
    TRY(check_text(entry.purpose, "The purpose", limits::title_characters_max));
    TRY(check_text(entry.tool, "The tool", limits::title_characters_max));
    TRY(check_text(entry.note, "The note", limits::note_characters_max));
    if (entry.source < UseSource::estimated || entry.source > UseSource::imported) {
        return Error(ErrorCode::invalid_input, "This source of minutes is not known.");
    }
    if (entry.duty > Duty::work_or_study) {
        return Error(ErrorCode::invalid_input, "This kind of duty is not known.");
    }
    return {};
}

Literal name(UseGroup group) {
    switch (group) {
        case UseGroup::internet:
            return "internet";
        case UseGroup::social:
            return "social";
        case UseGroup::ai:
            return "ai";
    }
    return "unknown";
}

std::optional<UseGroup> use_group_named(std::string_view name) {
    if (name == "internet") return UseGroup::internet;
    if (name == "social") return UseGroup::social;
    if (name == "ai") return UseGroup::ai;
    return std::nullopt;
}

}  // namespace evenkeel
