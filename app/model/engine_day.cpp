// The client's day: each step is one durable operation, and one undo step.
#include "app/model/day_use.h"
#include "app/model/engine_state.h"
#include "app/model/reminders.h"
#include "core/base/limits.h"
#include "core/store/entries.h"
#include "core/words/tr.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

std::string about(const EngineState& state, Day day, const std::string& what) {
    return day == state.today ? tr("{0} saved", what)
                              : tr("{0} saved for {1}", what, relative_day(day, state.today));
}

// Refuses an entry that is not on the day shown, or not any more.
Result<void> need_use(RecordDesk& desk, Day day, EntityId id) {
    TRY(desk.entries.need(day, day));
    const bool is_here = std::ranges::any_of(
        desk.entries.day(day).uses, [&](const Kept<UseEntry>& use) { return use.id == id; });
    if (is_here) return {};
    return Error(ErrorCode::not_found, "That entry is not here any more; nothing was changed.");
}

}  // namespace

void saved_day(EngineState& state, Day day, const std::string& what) {
    day_changed(state, day);
    tell_saved(state, about(state, day, what), state.desk->record());
}

Result<void> perform(EngineState& state, const ShowDay& asked) {
    TRY(own_desk(state));
    if (asked.day > state.today) {
        return Error(ErrorCode::invalid_input, "That day has not come yet.");
    }
    if (state.today - asked.day > limits::backfill_days_max) {
        return Error(ErrorCode::invalid_input, "Entries can be made for {} days back.")
            .with(limits::backfill_days_max);
    }
    state.shown = asked.day;
    return {};
}

Result<void> perform(EngineState& state, const SetMood& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::mood));
    MoodEntry entry;
    entry.mood = Rating(asked.mood);
    TRY(store::log_mood(desk->store(), desk->record(), {.day = asked.day}, std::move(entry),
                        {.entry = placement, .note = placement}));
    saved_day(state, asked.day, tr("Mood"));
    return offer_help(state, asked.day, asked.mood);
}

Result<void> perform(EngineState& state, const ShowTrends& asked) {
    state.trends_days = asked.day_count;
    return {};
}

Result<void> perform(EngineState& state, const SetNote& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::mood));
    const auto note = asked.is_private ? store::Placement::private_ : placement;
    TRY(store::set_day_note(desk->store(), desk->record(), asked.day, PhiText(asked.note),
                            {.entry = placement, .note = note}));
    saved_day(state, asked.day, asked.is_private ? tr("Private note") : tr("Note"));
    return {};
}

Result<void> perform(EngineState& state, const SetUse& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::use));
    TRY(desk->entries.need(asked.day, asked.day));
    const EntityId own = store::day_use_id(desk->store(), desk->record(), asked.day, asked.group);
    // What other entries of the day say stays as it is: this one brings the day to what was asked.
    const std::uint32_t others =
        estimated_minutes(desk->entries.day(asked.day), asked.group, own).value_or(0);
    if (asked.minutes < others) {
        return Error(ErrorCode::invalid_input,
                     "Other entries of that day say {} minutes already; change those first.")
            .with(others);
    }
    TRY(store::set_day_use(desk->store(), desk->record(), asked.day, asked.group,
                           Minutes(asked.minutes - others),
                           {.entry = placement, .note = placement}));
    saved_day(state, asked.day, group_name(asked.group));
    return {};
}

Result<void> perform(EngineState& state, const SetComplete& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(desk->entries.need(asked.day, asked.day));
    if (desk->entries.is_complete(asked.day) == asked.complete) return {};
    if (asked.complete) {
        TRY_ASSIGN(const auto placement, placement_of(state, SharedData::use));
        TRY(store::log_complete_day(desk->store(), desk->record(), {.day = asked.day},
                                    {.entry = placement, .note = placement}));
        saved_day(state, asked.day, tr("\"That is all\""));
        return {};
    }
    store::Operation operation(desk->store(), desk->record(), tr_later("that the day is complete"));
    TRY(operation.remove(store::complete_day_id(desk->store(), desk->record(), asked.day)));
    TRY(operation.commit());
    day_changed(state, asked.day);
    tell_saved(state, tr("More may come"), desk->record());
    return {};
}

Result<void> perform(EngineState& state, const SetPurpose& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::use));
    TRY(need_use(*desk, state.shown, asked.entry));
    TRY(store::edit_entry(desk->store(), desk->record(), asked.entry,
                          {{.field = "purpose", .value = asked.purpose}}, placement));
    saved_day(state, state.shown, tr("Purpose"));
    return {};
}

Result<void> perform(EngineState& state, const SetTool& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::use));
    TRY(need_use(*desk, state.shown, asked.entry));
    TRY(store::edit_entry(desk->store(), desk->record(), asked.entry,
                          {{.field = "tool", .value = asked.tool}}, placement));
    saved_day(state, state.shown, tr("Tool"));
    return {};
}

Result<void> perform(EngineState& state, const DeleteEntry& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY(need_use(*desk, state.shown, asked.entry));
    store::Operation operation(desk->store(), desk->record(), "delete");
    TRY(operation.remove(asked.entry));
    TRY(operation.commit());
    day_changed(state, state.shown);
    tell_saved(state, tr("Entry deleted"), desk->record());
    return {};
}

Result<void> perform(EngineState& state, const AnswerBoundary& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::boundary_answers));
    TRY_ASSIGN(const client::BoundaryBook* book, desk->book());
    const BoundaryStanding* standing = find_standing(*book, asked.boundary);
    if (standing == nullptr || version_of_day(*book, *standing, asked.day) == nullptr) {
        return Error(ErrorCode::refused,
                     "That boundary is not in force on that day; nothing was changed.");
    }
    BoundaryAnswer answer;
    answer.boundary = asked.boundary;
    answer.answer = Phi<Answer>(asked.answer);
    TRY(store::answer_boundary(desk->store(), desk->record(), {.day = asked.day}, std::move(answer),
                               {.entry = placement, .note = placement}));
    saved_day(state, asked.day, tr("Answer"));
    return {};
}

Result<void> perform(EngineState& state, const SetAnswerNote& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const auto placement, placement_of(state, SharedData::boundary_answers));
    TRY(desk->entries.need(asked.day, asked.day));
    const auto& answers = desk->entries.day(asked.day).answers;
    if (std::ranges::none_of(answers, [&](const Kept<BoundaryAnswer>& kept) {
            return kept.entity.boundary == asked.boundary && kept.entity.answer;
        })) {
        return Error(ErrorCode::refused,
                     "That day has no answer to this boundary; answer first, then say why.");
    }
    const auto note = asked.is_private ? store::Placement::private_ : placement;
    TRY(store::set_answer_note(desk->store(), desk->record(), asked.day, asked.boundary,
                               PhiText(asked.note), {.entry = placement, .note = note}));
    saved_day(state, asked.day, asked.is_private ? tr("Private note") : tr("Note"));
    return {};
}

Result<void> perform(EngineState& state, const Undo&) {
    if (!state.profile || !state.undo_record) {
        return Error(ErrorCode::not_found, "There is nothing to undo any more.");
    }
    const VaultId record = *state.undo_record;
    TRY_ASSIGN(const auto undone, store::undo(state.profile->store(), record));
    if (state.desk) state.desk->forget();
    if (!state.is_client()) forget_clients(state);
    TRY(look_after_tools(state));
    TRY(bring_draft_back(state));
    tell_saved(state, tr("Taken back: {0}", tr_known(undone.name)));
    return {};
}

Result<void> perform(EngineState& state, const SnoozeReminder&) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    TRY_ASSIGN(const ReminderPlan plan, plan_reminders(*desk, state.today, state.settings));
    if (!plan.shown) return {};
    return snooze(desk->store(), state.today, *plan.shown);
}

}  // namespace evenkeel::model
