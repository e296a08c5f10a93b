// Inviting clients and colleagues, and what becomes of an invite until somebody joins by it.
#include "app/model/views.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

void show_invite(EngineState& state, const client::IssuedInvite& issued, const std::string& name) {
    state.issued = invite_view(issued, name, {.instant = state.now(), .zone = state.zone()});
    state.issued_id = issued.id;
}

Result<void> end_invite(EngineState& state, const client::KeptInvite& kept) {
    return client::withdraw_invite(*state.profile, *state.self, kept);
}

}  // namespace

Result<void> issue(EngineState& state, trust::InviteRole role, const std::string& name,
                   const std::optional<VaultId>& record) {
    TRY_ASSIGN(const auto issued,
               client::issue_invite(*state.profile, role, name, record, state.setup.connect));
    show_invite(state, issued, name);
    state.report_is_old = true;
    state.turn->wake(state.now());
    return {};
}

Result<void> perform(EngineState& state, const InviteClient& asked) {
    TRY(need_clinician(state));
    TRY(issue(state, trust::InviteRole::client, asked.name));
    forget_clients(state);
    return {};
}

Result<void> perform(EngineState& state, const InviteBack& asked) {
    TRY(need_clinician(state));
    TRY(issue(state, trust::InviteRole::client, asked.name, asked.record));
    forget_clients(state);
    return {};
}

Result<void> perform(EngineState& state, const InviteColleague& asked) {
    TRY(need_clinician(state));
    TRY(issue(state, trust::InviteRole::clinician, asked.name));
    forget_clients(state);
    return {};
}

Result<void> perform(EngineState& state, const ShowInvite& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(const OpenInvite open, find_invited(*state.profile, *state.self, asked.invite));
    if (open.kept.expires < state.now()) {
        return Error(ErrorCode::expired, "That link works no more. Invite anew.");
    }
    TRY_ASSIGN(const std::string link, client::link_of(*state.self, open.kept.secret));
    show_invite(state,
                {.link = link, .id = asked.invite, .expires = open.kept.expires, .offered = false},
                open.name);
    return look_at_invite(state);
}

Result<void> perform(EngineState& state, const CancelInvite& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(const OpenInvite open, find_invited(*state.profile, *state.self, asked.invite));
    TRY(end_invite(state, open.kept));
    if (state.issued_id == asked.invite) state.issued.reset();
    forget_clients(state);
    tell_saved(state, "The invite is cancelled: its link lets nobody in");
    return {};
}

Result<void> perform(EngineState& state, const InviteAnew& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(const OpenInvite open, find_invited(*state.profile, *state.self, asked.invite));
    const bool has_record =
        open.kept.role == trust::InviteRole::client && !open.kept.vault.is_none();
    TRY(issue(state, open.kept.role, open.name,
              has_record ? std::optional(open.kept.vault) : std::nullopt));
    forget_clients(state);
    return end_invite(state, open.kept);
}

Result<void> perform(EngineState& state, const CloseInvite&) {
    state.issued.reset();
    return {};
}

// A link works once the server has its offer; without a network that is later than it was made.
Result<void> look_at_invite(EngineState& state) {
    if (!state.issued || state.issued->offered) return {};
    TRY_ASSIGN(const auto open, client::open_offers(state.profile->store(), state.now()));
    state.issued->offered = std::ranges::none_of(
        open, [&](const auto& offer) { return offer.invite == state.issued_id; });
    return {};
}

}  // namespace evenkeel::model
