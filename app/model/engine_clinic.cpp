// What only a clinician does: opening a client, marking devices as compared.
#include "app/model/engine_state.h"
#include "core/store/record_views.h"
#include "core/store/sync_store.h"

namespace evenkeel::model {

namespace {

// The digits of all devices of the member that is meant were the same on both screens.
template <typename IsMeant>
Result<void> mark_compared(EngineState& state, VaultId record, const IsMeant& is_meant,
                           Literal nobody) {
    TRY_ASSIGN(const auto members, client::list_members(*state.profile));
    std::size_t devices = 0;
    for (const client::MemberLine& member : members) {
        if (!is_meant(member)) continue;
        for (const DeviceId& device : member.devices) {
            TRY(client::mark_verified(*state.profile, record, device));
            ++devices;
        }
    }
    if (devices == 0) return Error(ErrorCode::not_found, nobody);
    state.people.reset();
    tell_saved(state, count_of(devices, "device", "devices") + " marked as compared");
    return {};
}

}  // namespace

Result<void> need_clinician(const EngineState& state) {
    if (state.stage == Stage::clinician) return {};
    return Error(ErrorCode::refused, "That is for clinicians; nothing was changed.");
}

Result<void> perform(EngineState& state, const OpenClient& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(const auto vault, store::SyncStore(state.profile->store()).vault(asked.record));
    if (!vault || vault->type != delta::VaultType::care) {
        return Error(ErrorCode::not_found, "That client's record is not on this device.");
    }
    // On record before it is shown; what cannot be written down is not shown.
    TRY(store::note_view(state.profile->store(), asked.record, ViewedSection::record,
                         state.self->user));
    if (!state.desk || state.desk->record() != asked.record) {
        state.desk.emplace(*state.profile, asked.record);
        state.brief_saved_to.clear();
        state.archive.reset();
    }
    const bool offered = asked.day_count == 14 || asked.day_count == 28 || asked.day_count == 90;
    state.day_count = offered ? asked.day_count : 28;
    state.overview.reset();
    return {};
}

Result<void> perform(EngineState& state, const CloseClient&) {
    TRY(need_clinician(state));
    state.desk.reset();
    state.overview.reset();
    return {};
}

Result<void> perform(EngineState& state, const MarkVerified& asked) {
    TRY_ASSIGN(RecordDesk * desk, desk_of(state, asked.record));
    TRY(need_clinician(state));
    const VaultId record = desk->record();
    const auto is_meant = [&](const client::MemberLine& member) {
        return member.role == Role::client && member.record == record;
    };
    TRY(mark_compared(state, record, is_meant, "That client has no device yet."));
    state.overview.reset();
    return {};
}

Result<void> perform(EngineState& state, const MarkColleagueVerified& asked) {
    TRY(need_clinician(state));
    const auto is_meant = [&](const client::MemberLine& member) {
        return member.user == asked.user && member.role != Role::client;
    };
    return mark_compared(state, state.self->practice_vault, is_meant,
                         "That colleague has no device yet.");
}

}  // namespace evenkeel::model
