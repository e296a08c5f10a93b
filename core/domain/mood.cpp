#include "core/domain/mood.h"

#include "core/base/limits.h"

namespace evenkeel {

namespace {

Result<void> check_rating(const std::optional<Rating>& rating, Literal name) {
    if (rating && rating->reveal() > rating_max) {
        return Error(ErrorCode::invalid_input, "{} must be from 0 to 10.").with(name);
    }
    return {};
}

}  // namespace

Result<void> validate(const MoodEntry& entry) {
    TRY(validate(entry.when));
    TRY(check_rating(entry.mood, "Mood"));
    TRY(check_rating(entry.energy, "Energy"));
    TRY(check_rating(entry.stress, "Stress"));
    if (entry.sleep && entry.sleep->reveal() > limits::day_minutes_max) {
        return Error(ErrorCode::invalid_input, "Sleep is at most 24 hours.");
    }
    if (entry.tags.size() > limits::tags_per_entry_max) {
        return Error(ErrorCode::invalid_input, "An entry has at most {} tags.")
            .with(static_cast<long long>(limits::tags_per_entry_max));
    }
    for (const auto& tag : entry.tags) {
        if (tag.reveal().empty()) return Error(ErrorCode::invalid_input, "A tag is empty.");
        TRY(check_text(tag.reveal(), "A tag", limits::tag_characters_max));
    }
    TRY(check_text(entry.note, "The note", limits::note_characters_max));
    if (entry.mode != MoodMode::daily_check_in && entry.mode != MoodMode::momentary) {
        return Error(ErrorCode::invalid_input, "This kind of mood entry is not known.");
    }
    return {};
}

}  // namespace evenkeel
