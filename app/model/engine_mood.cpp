// What a person says of a day beside its mood: tags, and ratings of moments.
#include "app/model/engine_state.h"
#include "app/model/tags.h"
#include "app/model/views.h"
#include "core/store/entries.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

// Refuses what is not a moment of the day shown, or not any more.
Result<void> need_moment(RecordDesk& desk, Day day, EntityId id) {
    TRY(desk.entries.need(day, day));
    const bool is_here =
        std::ranges::any_of(desk.entries.day(day).moods, [&](const Kept<MoodEntry>& kept) {
            return kept.id == id && kept.entity.mode == MoodMode::momentary;
        });
    if (is_here) return {};
    return Error(ErrorCode::not_found, "That moment is not here any more; nothing was changed.");
}

// On the wall clock here; a moment of an earlier day has no "now".
Result<std::int32_t> minute_of(const EngineState& state, const AddMoment& asked) {
    if (asked.minute) return static_cast<std::int32_t>(*asked.minute);
    if (asked.day != state.today) {
        return Error(ErrorCode::invalid_input, "Say at what time of that day it was.");
    }
    TRY_ASSIGN(const LocalTime now, local_time(state.now(), state.zone()));
    return now.minute;
}

}  // namespace

Result<void> perform(EngineState& state, const SetTag& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::mood));
    TRY(desk->entries.need(asked.day + -month_days, asked.day));
    TRY_ASSIGN(const std::string tag, read_tag(asked.tag, offered_tags(desk->entries, asked.day)));
    std::vector<PhiText> tags;
    const Kept<MoodEntry>* check_in = desk->entries.check_in(asked.day);
    if (check_in != nullptr) tags = check_in->entity.tags;
    std::erase(tags, PhiText(tag));
    if (asked.chosen) tags.emplace_back(tag);
    TRY(store::set_day_tags(desk->store(), desk->record(), asked.day, std::move(tags),
                            {.entry = placement, .note = placement}));
    day_changed(state, asked.day);
    tell_saved(state, asked.chosen ? tr("Tag saved") : tr("Tag taken off"), desk->record());
    return {};
}

Result<void> perform(EngineState& state, const AddMoment& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::mood));
    TRY_ASSIGN(const std::int32_t minute, minute_of(state, asked));
    MoodEntry entry;
    entry.mood = Rating(asked.mood);
    TRY(store::log_mood(desk->store(), desk->record(), {.day = asked.day, .minute = minute},
                        std::move(entry), {.entry = placement, .note = placement}));
    saved_day(state, asked.day, tr("Moment"));
    return offer_help(state, asked.day, asked.mood);
}

Result<void> perform(EngineState& state, const ChangeMoment& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::mood));
    TRY(need_moment(*desk, state.shown, asked.moment));
    const auto minute = static_cast<std::int32_t>(asked.minute);
    std::vector<store::FieldEdit> edits = {{.field = "at", .value = print_time_of_day(minute)}};
    if (asked.mood) edits.push_back({.field = "mood", .value = std::to_string(*asked.mood)});
    TRY(store::edit_entry(desk->store(), desk->record(), asked.moment, edits, placement));
    saved_day(state, state.shown, tr("Moment"));
    return asked.mood ? offer_help(state, state.shown, *asked.mood) : Result<void>();
}

Result<void> perform(EngineState& state, const DeleteMoment& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(need_moment(*desk, state.shown, asked.moment));
    store::Operation operation(desk->store(), desk->record(), "delete");
    TRY(operation.remove(asked.moment));
    TRY(operation.commit());
    day_changed(state, state.shown);
    tell_saved(state, tr("Moment deleted"), desk->record());
    return {};
}

}  // namespace evenkeel::model
