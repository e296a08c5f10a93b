// What only a clinician does: opening a client, marking devices as compared.
#include "app/model/engine_state.h"
#include "core/store/sync_store.h"

namespace evenkeel::model {

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
    if (!state.desk || state.desk->record() != asked.record) {
        state.desk.emplace(*state.profile, asked.record);
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
    TRY_ASSIGN(const auto members, client::list_members(*state.profile));
    std::size_t devices = 0;
    for (const client::MemberLine& member : members) {
        if (member.role != Role::client || member.record != desk->record()) continue;
        for (const DeviceId& device : member.devices) {
            TRY(client::mark_verified(*state.profile, desk->record(), device));
            ++devices;
        }
    }
    if (devices == 0) return Error(ErrorCode::not_found, "That client has no device yet.");
    state.people.reset();
    state.overview.reset();
    tell_saved(state, count_of(devices, "device", "devices") + " marked as compared");
    return {};
}

Result<void> perform(EngineState& state, const MarkColleagueVerified& asked) {
    TRY(need_clinician(state));
    TRY_ASSIGN(const auto members, client::list_members(*state.profile));
    std::size_t devices = 0;
    for (const client::MemberLine& member : members) {
        if (member.user != asked.user || member.role == Role::client) continue;
        for (const DeviceId& device : member.devices) {
            TRY(client::mark_verified(*state.profile, state.self->practice_vault, device));
            ++devices;
        }
    }
    if (devices == 0) return Error(ErrorCode::not_found, "That colleague has no device yet.");
    state.people.reset();
    tell_saved(state, count_of(devices, "device", "devices") + " marked as compared");
    return {};
}

}  // namespace evenkeel::model
