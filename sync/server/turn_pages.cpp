#include "sync/server/turn.h"

namespace evenkeel::server {

namespace {

// Field keys, lengths and positions around an item.
constexpr std::size_t item_extra_bytes = 24;

}  // namespace

// Whether this much more fits into the answer; if not, the device is told to ask again at once.
bool Turn::takes(std::size_t bytes) {
    if (bytes + item_extra_bytes > bytes_left_ || items_left_ == 0) {
        response_.more = true;
        return false;
    }
    bytes_left_ -= bytes + item_extra_bytes;
    --items_left_;
    return true;
}

// Those after the one the device holds, up to `last`.
Result<void> Turn::answer_staff_rosters(std::uint32_t last) {
    const std::uint32_t newest = registry_.newest_staff()->number;
    if (request_.staff_roster > newest) {
        return refuse({.roster = request_.staff_roster}, wire::RefusalCode::gap, newest + 1);
    }
    if (request_.staff_roster == newest) return {};
    TRY_ASSIGN(const std::vector<Bytes> all, storage_.staff_rosters());
    for (std::size_t i = request_.staff_roster; i < all.size() && i < last; ++i) {
        if (!takes(all[i].size())) return {};
        response_.staff_rosters.push_back(all[i]);
    }
    return {};
}

// Lists of members name staff by their staff list. While some of those are left over, pages would
// only be misread.
Result<void> Turn::answer_pages() {
    if (response_.more) return {};
    std::set<VaultId> listed;
    for (const wire::VaultCursor& cursor : request_.vaults) {
        if (listed.insert(cursor.vault).second) TRY(answer_page(cursor));
    }
    // A vault the device belongs to and does not name is one it has not heard of.
    for (const VaultPlace& place : registry_.places_of(caller_)) {
        if (place.left != 0 || listed.contains(place.vault)) continue;
        TRY_ASSIGN(const Vault* vault, registry_.vault(place.vault));
        if (vault != nullptr && !vault->erased()) TRY(answer_page({.vault = place.vault}));
    }
    return {};
}

Result<void> Turn::answer_page(const wire::VaultCursor& cursor) {
    wire::VaultPage page{.vault = cursor.vault};
    TRY_ASSIGN(Vault * vault, registry_.vault(cursor.vault));
    if (vault == nullptr || !is_member(*vault)) {
        bool former = false;
        for (const VaultPlace& place : registry_.places_of(caller_)) {
            if (place.vault != cursor.vault || place.left == 0) continue;
            former = true;
            TRY(add_rosters(cursor, place.left, page));
        }
        if (!former) {
            // The same whether there is such a vault or not. A device that holds it brings it back.
            page.roster_wanted_from = 1;
            page.reset = cursor.position > 0;
        }
        if (!former || !page.rosters.empty()) response_.vaults.push_back(std::move(page));
        return {};
    }
    const std::uint32_t newest = vault->roster.number;
    if (cursor.roster > newest) page.roster_wanted_from = newest + 1;
    TRY(add_rosters(cursor, newest, page));
    const bool has_rosters = cursor.roster + page.rosters.size() >= newest;
    if (has_rosters && !vault->erased()) TRY(add_items(*vault, cursor, page));
    const bool says_something = !page.rosters.empty() || !page.items.empty() || page.reset ||
                                page.own_sequence > 0 || page.roster_wanted_from > 0;
    if (says_something) response_.vaults.push_back(std::move(page));
    return {};
}

Result<void> Turn::add_rosters(const wire::VaultCursor& cursor, std::uint32_t last,
                               wire::VaultPage& page) {
    if (cursor.roster >= last) return {};
    TRY_ASSIGN(const auto rosters, storage_.vault_rosters(cursor.vault, cursor.roster + 1, last));
    for (const Bytes& roster : rosters) {
        if (!takes(roster.size())) return {};
        page.rosters.push_back(roster);
    }
    return {};
}

// Whether the device's log up to its cursor is this server's.
Result<bool> Turn::follows(const Vault& vault, const wire::VaultCursor& cursor) {
    if (cursor.position == 0) return true;
    if (cursor.position > vault.head.position) return false;
    TRY_ASSIGN(const auto chain, storage_.chain_at(vault.id, cursor.position));
    return chain == cursor.chain;
}

Result<void> Turn::add_items(Vault& vault, const wire::VaultCursor& cursor, wire::VaultPage& page) {
    TRY_ASSIGN(const bool agrees, follows(vault, cursor));
    if (!agrees || cursor.position == 0) {
        TRY_ASSIGN(const AuthorHead own, registry_.author_head(vault, caller_));
        page.own_sequence = own.sequence;
        if (own.sequence > 0) page.own_head = own.hash;
    }
    if (!agrees) {
        page.reset = true;
        page.reset_position =
            cursor.position > vault.head.position ? vault.head.position : cursor.position / 2;
        return {};
    }
    // In most turns all that is new is what the device has just brought.
    const auto first = receipted_.lower_bound({vault.id, cursor.position + 1});
    const auto last = receipted_.upper_bound({vault.id, vault.head.position});
    if (static_cast<std::uint64_t>(std::distance(first, last)) ==
        vault.head.position - cursor.position) {
        return {};
    }
    bool given = false;
    std::uint64_t reached = cursor.position;
    const auto visit = [&](LogRow row) {
        if (!receipted_.contains({vault.id, row.position})) {
            if (!takes(row.bytes.size())) return Walk::stop;
            wire::LogItem item{.position = row.position};
            if (row.bytes.empty()) {
                item.own_sequence = row.sequence;
            } else if (row.bytes[0] == 'E') {
                item.envelope = std::move(row.bytes);
                given = true;
            } else {
                item.log_object = std::move(row.bytes);
            }
            page.items.push_back(std::move(item));
        }
        reached = row.position;
        return Walk::on;
    };
    TRY(storage_.rows_after(vault.id, cursor.position, caller_, visit));
    if (!page.items.empty()) page.position = reached;
    if (!given) return {};
    return record(vault, AccessAction::transfer, 0);
}

Result<void> Turn::answer_access_log() {
    if (!request_.access_log) return {};
    const wire::AccessLogQuery& query = *request_.access_log;
    TRY_ASSIGN(Vault * vault, registry_.vault(query.vault));
    if (vault == nullptr || !is_member(*vault)) {
        return refuse({.vault = query.vault}, wire::RefusalCode::not_a_member);
    }
    response_.access_log_vault = query.vault;
    TRY_ASSIGN(response_.access_log,
               storage_.access_log(vault->id, query.from_index, limits::access_entries_max));
    return record(*vault, AccessAction::log_read, 0);
}

// Devices keep the head, and see from the lines that the log goes on from the one they have.
Result<void> Turn::answer_access_heads() {
    for (const VaultId& id : access_changed_) {
        TRY_ASSIGN(const Vault* vault, registry_.vault(id));
        if (vault == nullptr || !is_member(*vault)) continue;
        auto page = std::find_if(response_.vaults.begin(), response_.vaults.end(),
                                 [&](const wire::VaultPage& other) { return other.vault == id; });
        if (page == response_.vaults.end()) {
            page = response_.vaults.insert(page, wire::VaultPage{.vault = id});
        }
        page->access_head = vault->head.access_hash;
        page->access_index = vault->head.access_index;
        const auto cursor =
            std::find_if(request_.vaults.begin(), request_.vaults.end(),
                         [&](const wire::VaultCursor& other) { return other.vault == id; });
        if (cursor == request_.vaults.end() || cursor->access_index == 0) continue;
        TRY_ASSIGN(page->access_lines, storage_.access_log(id, cursor->access_index + 1,
                                                           wire::access_lines_per_page_max));
    }
    return {};
}

}  // namespace evenkeel::server
