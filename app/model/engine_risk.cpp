// Safety: what a client tells, who has read it, and what the practice says it does.
#include "app/model/engine_state.h"
#include "app/model/risk.h"
#include "app/model/settings.h"
#include "core/words/tr.h"
#include "sync/client/leaving.h"
#include "sync/client/practice_policy.h"

namespace evenkeel::model {

namespace {

constexpr const char* words_name = "risk words";
constexpr const char* offered_name = "model.help offered";

void send_soon(EngineState& state) {
    state.report_is_old = true;
    if (state.turn) state.turn->hurry(state.now());
}

}  // namespace

Result<const std::optional<PracticePolicy>*> need_policy(EngineState& state) {
    if (!state.policy) {
        const VaultId told =
            state.is_client() ? state.self->care_vault : state.self->practice_vault;
        TRY_ASSIGN(state.policy, client::policy_in(state.profile->store(), told));
    }
    return &*state.policy;
}

Result<ClientRisk> client_risk(EngineState& state) {
    const RecordDesk& desk = *state.desk;
    ClientRisk view;
    TRY_ASSIGN(const auto* policy, need_policy(state));
    TRY_ASSIGN(const bool paused, store::sharing_paused(desk.store(), desk.record()));
    view.why_not = why_not_told(*policy, paused);
    TRY_ASSIGN(const bool leaving, client::is_leaving(desk.store()));
    if (leaving || state.people->has_left) {
        view.why_not =
            tr("You left the practice, so nothing you tell here would reach anyone there. Please "
               "call.");
    }
    view.can_tell = view.why_not.empty();
    if (view.can_tell) view.before = said_before(**policy);
    TRY_ASSIGN(const auto draft, desk.store().draft(words_name));
    view.draft = draft.value_or("");
    TRY_ASSIGN(view.told, told_lines(desk.store(), desk.record(), desk.now()));
    view.told_number = state.told_number;
    view.offered = state.help_offered;
    return view;
}

Result<void> look_after_safety(EngineState& state) {
    if (!state.profile || !state.self) return {};
    TRY_ASSIGN(const auto* policy, need_policy(state));
    TRY_ASSIGN(const bool changed, keep_own_numbers(state.setup.profile_directory, *policy));
    if (changed) state.settings.own_numbers = own_numbers(*policy);
    return state.is_client() ? Result<void>() : note_risk_arrivals(state.profile->store());
}

Result<void> offer_help(EngineState& state, Day day, std::uint32_t mood) {
    if (mood > lowest_mood_max || day != state.today) return {};
    store::Store& store = state.desk->store();
    const std::string today = print_date(state.today);
    TRY_ASSIGN(const auto offered, store.value(offered_name));
    if (offered && as_text(*offered) == today) return {};
    TRY(store.set_value(offered_name, as_bytes(today)));
    ++state.help_offered;
    return {};
}

Result<void> perform(EngineState& state, const KeepRiskWords& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    return desk->store().save_draft(words_name, asked.words);
}

Result<void> perform(EngineState& state, const TellClinician& asked) {
    TRY_ASSIGN(RecordDesk * desk, own_desk(state));
    const auto tell = [&]() -> Result<void> {
        TRY(tell_clinician(desk->store(), desk->record(), asked.words, asked.country));
        return desk->store().save_draft(words_name, "");
    };
    TRY(desk->store().transaction(tell));
    ++state.told_number;
    tell_saved(state, tr("Saved on this device; it goes out at the next sync"));
    send_soon(state);
    return {};
}

Result<void> perform(EngineState& state, const AcknowledgeRisk& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(acknowledge(desk->store(), desk->record(), *state.self, asked.answer, asked.sentence));
    forget_clients(state);
    TRY_ASSIGN(const bool has_ended, store::is_closed(desk->store(), desk->record()));
    tell_saved(state, has_ended ? "Acknowledged on this device; nothing reaches your client here"
                                : "Acknowledged; your client sees it after the next sync");
    send_soon(state);
    return {};
}

Result<void> perform(EngineState& state, const SaveSafety& asked) {
    TRY(need_clinician(state));
    TRY(save_safety(state.profile->store(), *state.self, asked.form));
    state.policy.reset();
    TRY(look_after_safety(state));
    tell_saved(state, "Saved; clients learn it at the next sync");
    send_soon(state);
    return {};
}

}  // namespace evenkeel::model
