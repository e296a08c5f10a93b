#include "sync/client/practice_policy.h"

#include "core/codec/entity.h"
#include "core/store/entries.h"

namespace evenkeel::client {
namespace {

EntityId source_id(const store::Store& store, VaultId practice) {
    return store.daily_id(practice, EntityKind::practice_policy, {}, {});
}

EntityId copy_id(const store::Store& store, VaultId record, EntityId source,
                 std::uint32_t version) {
    return store.daily_id(record, EntityKind::practice_policy, source,
                          Day{static_cast<std::int32_t>(version)});
}

// No undo step: what clients were told is changed by telling them something else.
Result<void> write(store::Store& store, VaultId vault, EntityId id, const PracticePolicy& policy) {
    store::Operation operation(store, vault, "what the practice says", store::UndoStep::none);
    TRY(operation.write(
        {.kind = EntityKind::practice_policy, .id = id, .fragment = codec::encode(policy)}));
    return operation.commit();
}

// A new version that says the rest as the one before; one that says the same is none.
template <typename Change>
Result<void> change(store::Store& store, const Identity& identity, const Change& say) {
    if (identity.role == Role::client) {
        return Error(ErrorCode::refused, "That is for clinicians; nothing was changed.");
    }
    TRY_ASSIGN(const auto before, policy_in(store, identity.practice_vault));
    PracticePolicy policy = before.value_or(PracticePolicy{.version = 0});
    say(policy);
    if (policy == before.value_or(PracticePolicy{.version = 0})) return {};
    TRY_ASSIGN(policy.when, store::entry_when(store, {}));
    ++policy.version;
    policy.author = identity.user;
    TRY(validate(policy));
    return write(store, identity.practice_vault, source_id(store, identity.practice_vault), policy);
}

}  // namespace

Result<std::optional<PracticePolicy>> policy_in(store::Store& store, VaultId vault) {
    TRY_ASSIGN(const auto rows, store.list({.record = vault, .kind = EntityKind::practice_policy}));
    std::optional<PracticePolicy> newest;
    for (const store::EntityRow& row : rows) {
        auto policy = codec::decode_practice_policy(row.fragment);
        if (!policy.ok() || (newest && policy.value().version < newest->version)) continue;
        newest = std::move(policy).value();
    }
    return newest;
}

Result<void> promise_replies(store::Store& store, const Identity& identity,
                             std::optional<std::uint32_t> days) {
    return change(store, identity, [&](PracticePolicy& policy) { policy.reply_days = days; });
}

Result<void> set_safety_plan(store::Store& store, const Identity& identity,
                             std::optional<SafetyPlan> plan) {
    return change(store, identity, [&](PracticePolicy& policy) { policy.plan = std::move(plan); });
}

Result<void> set_practice_numbers(store::Store& store, const Identity& identity,
                                  std::vector<PracticeNumber> numbers) {
    return change(store, identity,
                  [&](PracticePolicy& policy) { policy.numbers = std::move(numbers); });
}

Result<void> state_retention(store::Store& store, const Identity& identity,
                             std::optional<std::uint32_t> years) {
    if (identity.role != Role::admin) {
        return Error(ErrorCode::refused, "That is for admins; nothing was changed.");
    }
    return change(store, identity, [&](PracticePolicy& policy) { policy.retention_years = years; });
}

Result<void> copy_policy(store::Store& store, const Identity& identity, const Keyring& keyring,
                         const std::vector<store::VaultRow>& rows) {
    if (identity.role == Role::client) return {};
    TRY_ASSIGN(const auto policy, policy_in(store, identity.practice_vault));
    if (!policy) return {};
    const EntityId source = source_id(store, identity.practice_vault);
    for (const store::VaultRow& row : rows) {
        const trust::VaultRoster* const roster = keyring.roster(row.id);
        const bool is_ours = row.type == delta::VaultType::care && !row.closed && row.cursor != 0 &&
                             roster != nullptr && roster->member(identity.keys.id) != nullptr;
        if (!is_ours) continue;
        const EntityId copy = copy_id(store, row.record, source, policy->version);
        TRY_ASSIGN(const auto there, store.find(row.record, copy));
        if (there && there->fragment == codec::encode(*policy)) continue;
        TRY(write(store, row.record, copy, *policy));
    }
    return {};
}

}  // namespace evenkeel::client
