// The register of tools, and what clients are handed of it.
#include "app/model/engine_state.h"
#include "app/model/tools.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

Result<void> need_staff(const EngineState& state) {
    if (state.stage == Stage::clinician) return {};
    return Error(ErrorCode::refused,
                 "The practice's staff keep the register; nothing was changed.");
}

// The clients' records follow at once, without a network.
Result<void> register_changed(EngineState& state, const char* words) {
    TRY(look_after_tools(state));
    forget_clients(state);
    tell_saved(state, words, state.self->practice_vault);
    return {};
}

}  // namespace

Result<void> look_after_tools(EngineState& state) {
    if (state.stage != Stage::clinician) return {};
    TRY_ASSIGN(const std::size_t changed, hand_out_tools(*state.profile, *state.self));
    state.tools.reset();
    if (changed == 0) return {};
    state.overview.reset();
    state.report_is_old = true;
    if (state.turn) state.turn->wake(state.now());
    return {};
}

Result<void> perform(EngineState& state, const ShowTools& asked) {
    TRY(need_staff(state));
    if (state.tools_shown != asked.shown) state.tools.reset();
    state.tools_shown = asked.shown;
    return {};
}

Result<void> perform(EngineState& state, const SaveTool& asked) {
    TRY(need_staff(state));
    store::Store& store = state.profile->store();
    TRY_ASSIGN(const auto tools, store::read_tools(store, state.self->practice_vault));
    const auto found = std::ranges::find_if(
        tools, [&](const store::KeptTool& kept) { return kept.id == asked.tool; });
    const ToolEntry* const previous = found == tools.end() ? nullptr : &found->entry;
    TRY_ASSIGN(ToolEntry entry, entry_of(asked.form, previous, *state.self, state.today));
    TRY(store::save_tool(store, state.self->practice_vault, asked.tool, std::move(entry)));
    return register_changed(state, "Saved in the register");
}

Result<void> perform(EngineState& state, const RemoveTool& asked) {
    TRY(need_staff(state));
    TRY(store::remove_tool(state.profile->store(), state.self->practice_vault, asked.tool));
    return register_changed(state, "Removed from the register");
}

Result<void> perform(EngineState& state, const RecommendTool& asked) {
    TRY(need_staff(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::recommend_tool(
        desk->store(), state.self->practice_vault, desk->record(), asked.tool,
        {.why = PhiText(asked.why), .by = state.self->user, .by_name = PhiText(state.self->name)}));
    state.overview.reset();
    tell_saved(state, "Recommended; the client sees it after the next sync", desk->record());
    return {};
}

Result<void> perform(EngineState& state, const EndRecommendation& asked) {
    TRY(need_staff(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(store::end_recommendation(desk->store(), desk->record(), asked.tool));
    state.overview.reset();
    tell_saved(state, "Not recommended any more", desk->record());
    return {};
}

}  // namespace evenkeel::model
