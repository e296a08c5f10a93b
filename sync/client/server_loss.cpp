#include "sync/client/server_loss.h"

#include "sync/client/access_heads.h"
#include "sync/client/unwanted.h"
#include "sync/trust/log_object.h"

namespace evenkeel::client {
namespace {

constexpr std::size_t bytes_per_read = 4 * 1024 * 1024;

// Our own chain hash at `position`; none if not every item before it is held (redactions are not).
Result<std::optional<Hash32>> chain_at(store::SyncStore& sync, VaultId vault,
                                       std::uint64_t position) {
    Hash32 chain{};
    std::uint64_t reached = 0;
    while (reached < position) {
        TRY_ASSIGN(const auto rows, sync.envelopes(vault, reached, bytes_per_read));
        const std::uint64_t before = reached;
        for (const store::EnvelopeRow& row : rows) {
            if (row.position != reached + 1) return std::optional<Hash32>();
            chain = trust::next_log_hash(chain, ++reached, row.hash);
            if (reached == position) break;
        }
        if (reached == before) return std::optional<Hash32>();
    }
    return std::optional(chain);
}

}  // namespace

Result<void> step_back(TurnState& state, VaultId vault, std::uint64_t position) {
    TRY_ASSIGN(const auto chain, chain_at(state.sync, vault, position));
    const std::uint64_t agreed = chain ? position : 0;
    TRY(state.sync.reset_cursor(vault, agreed, chain.value_or(Hash32{})));
    TRY(state.sync.mark_for_resend(vault, agreed));
    TRY(forget_unwanted(state.store, vault));
    TRY(forget_access_head(state.store, vault));
    state.notice("The server was restored or replaced; what it lost is being sent again.");
    return {};
}

Result<void> start_over(TurnState& state, VaultId vault) {
    state.rosters_wanted[vault] = 1;
    return step_back(state, vault, 0);
}

Result<void> start_over(TurnState& state) {
    TRY_ASSIGN(const auto vaults, state.sync.vaults());
    for (const store::VaultRow& vault : vaults) {
        if (!vault.closed) TRY(start_over(state, vault.id));
    }
    return {};
}

}  // namespace evenkeel::client
