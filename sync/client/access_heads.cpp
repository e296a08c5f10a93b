#include "sync/client/access_heads.h"

#include "sync/trust/log_object.h"

namespace evenkeel::client {
namespace {

constexpr std::size_t stored_bytes = sizeof(std::uint64_t) + sizeof(Hash32);

std::string value_name(VaultId record) { return "access.head." + to_hex(record); }

// Which head the device named when it asked; 0: none, so no lines were sent.
std::uint64_t index_asked_from(const wire::TurnRequest& request, VaultId record) {
    for (const wire::VaultCursor& cursor : request.vaults) {
        if (cursor.vault == record) return cursor.access_index;
    }
    return 0;
}

// The head that a page leads to from `seen`; none if it leads away from it. Lines that are known
// are passed over: the log may have been read since the request was made.
std::optional<AccessHead> head_after(const AccessHead& seen, const wire::VaultPage& page) {
    const AccessHead told{page.access_index, *page.access_head};
    if (told.index < seen.index) return std::nullopt;
    AccessHead head = seen;
    for (const wire::AccessLogEntry& line : page.access_lines) {
        if (line.index <= seen.index) continue;
        if (line.index != head.index + 1 || line.index > told.index) return std::nullopt;
        head = next_access_head(page.vault, head, line);
    }
    if (head.index == told.index) {
        return head.hash == told.hash ? std::optional(head) : std::nullopt;
    }
    const bool is_cut = page.access_lines.size() == wire::access_lines_per_page_max;
    return is_cut ? std::optional(head) : std::nullopt;
}

}  // namespace

Result<AccessHead> seen_access_head(store::Store& store, VaultId record) {
    TRY_ASSIGN(const auto bytes, store.value(value_name(record)));
    if (!bytes || bytes->size() != stored_bytes) return AccessHead{};
    AccessHead head{.index = read_big_endian<std::uint64_t>(*bytes)};
    std::copy_n(bytes->begin() + sizeof(std::uint64_t), head.hash.size(), head.hash.begin());
    return head;
}

Result<void> keep_access_head(store::Store& store, VaultId record, const AccessHead& head) {
    Bytes bytes;
    append_big_endian(bytes, head.index);
    append(bytes, head.hash);
    return store.set_value(value_name(record), bytes);
}

Result<void> forget_access_head(store::Store& store, VaultId record) {
    return store.erase_value(value_name(record));
}

AccessHead next_access_head(VaultId record, const AccessHead& head,
                            const wire::AccessLogEntry& line) {
    return {.index = line.index,
            .hash = trust::next_access_hash(head.hash, {.index = line.index,
                                                        .utc_ms = line.when.ms,
                                                        .device = line.device,
                                                        .action = line.action,
                                                        .vault = record,
                                                        .result = line.result})};
}

Result<void> take_access_heads(TurnState& state, const wire::TurnRequest& request,
                               const wire::TurnResponse& response) {
    for (const wire::VaultPage& page : response.vaults) {
        if (!page.access_head) continue;
        TRY_ASSIGN(const auto row, state.sync.vault(page.vault));
        if (!row) continue;
        TRY_ASSIGN(const AccessHead seen, seen_access_head(state.store, page.vault));
        if (seen.index == 0) {
            TRY(keep_access_head(state.store, page.vault, {page.access_index, *page.access_head}));
            continue;
        }
        // A head of which no lines were asked for says nothing new of a log that was read since.
        const bool is_unasked = index_asked_from(request, page.vault) == 0;
        if (is_unasked && page.access_index > seen.index) continue;
        const auto head = head_after(seen, page);
        if (!head) {
            state.notice(
                "The server's access log of a record was altered, or lines of it are withheld. "
                "Keep this device as it is and tell the practice.");
        } else if (head->index != seen.index) {
            TRY(keep_access_head(state.store, page.vault, *head));
        }
    }
    return {};
}

}  // namespace evenkeel::client
