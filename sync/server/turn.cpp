#include "sync/server/turn.h"

namespace evenkeel::server {

Turn::Turn(Storage& storage, Registry& registry, PreparedTurn& prepared,
           const wire::ServerEpoch& epoch, Instant now)
    : storage_(storage),
      registry_(registry),
      prepared_(prepared),
      request_(prepared.request),
      caller_(prepared.device),
      known_(registry.device(prepared.device).value_or(KnownDevice{})),
      now_(now) {
    response_.epoch = epoch;
    response_.server_time = now;
    // An item and a roster fit in any page, so that every turn brings something.
    const std::size_t bytes_least = trust::envelope_bytes_max + 1024;
    const std::size_t wanted = request_.page_bytes_max;
    bytes_left_ = wanted == 0 ? limits::page_bytes_max
                              : std::clamp(wanted, bytes_least, limits::page_bytes_max);
    items_left_ = limits::page_items_max;
}

Result<Reply> Turn::run() {
    if (request_.protocol != wire::protocol_version) {
        // Written so that any version can read it: the number of this one, and nothing else.
        return Reply{Status::ok, Bytes{0x08, static_cast<Byte>(wire::protocol_version)}};
    }
    TRY_ASSIGN(const bool good, counter_is_good());
    if (!good) return Reply{Status::counter_behind, {}};
    if (!registry_.is_active(caller_)) return answer_former();

    TRY(push_staff_rosters());
    TRY(push_vault_rosters());
    TRY(push_invites());
    read_log_objects();
    TRY(push_envelopes());
    TRY(push_log_objects());

    TRY(answer_staff_rosters(UINT32_MAX));
    TRY(answer_pages());
    TRY(answer_invites());
    TRY(answer_access_log());
    TRY(answer_access_heads());
    return Reply{Status::ok, wire::encode(response_)};
}

// The same counter with the same payload is a retry whose answer was lost. It is worked through
// again, which changes nothing, since every item is known by then.
Result<bool> Turn::counter_is_good() {
    TRY_ASSIGN(const RequestCounter last, storage_.counter(caller_));
    if (prepared_.counter == last) return true;
    if (prepared_.counter.counter <= last.counter) return false;
    TRY(storage_.set_counter(caller_, prepared_.counter));
    return true;
}

Result<Reply> Turn::answer_former() {
    if (const std::uint32_t left = registry_.left_staff(caller_); left > request_.staff_roster) {
        TRY(answer_staff_rosters(left));
    }
    for (const wire::VaultCursor& cursor : request_.vaults) {
        for (const VaultPlace& place : registry_.places_of(caller_)) {
            if (place.vault != cursor.vault || place.left <= cursor.roster) continue;
            wire::VaultPage page{.vault = cursor.vault};
            TRY(add_rosters(cursor, place.left, page));
            if (!page.rosters.empty()) response_.vaults.push_back(std::move(page));
        }
    }
    if (response_.vaults.empty() && response_.staff_rosters.empty()) {
        return Reply{Status::unauthenticated, {}};
    }
    return Reply{Status::ok, wire::encode(response_)};
}

bool Turn::is_member(const Vault& vault) const {
    const trust::VaultMember* member = vault.roster.member(caller_);
    return member != nullptr && member->role != trust::VaultRole::recovery;
}

Result<void> Turn::record(Vault& vault, AccessAction action, std::uint16_t result) {
    VaultHead& head = vault.head;
    const trust::AccessEntry entry{.index = head.access_index + 1,
                                   .utc_ms = now_.ms,
                                   .device = caller_,
                                   .action = static_cast<std::uint16_t>(action),
                                   .vault = vault.id,
                                   .result = result};
    TRY(storage_.add_access(vault.id, {entry.index, now_, entry.device, entry.action, result}));
    head.access_index = entry.index;
    head.access_hash = trust::next_access_hash(head.access_hash, entry);
    registry_.mark_changed(vault);
    access_changed_.insert(vault.id);
    return {};
}

Result<void> Turn::refuse(wire::Refusal refusal, wire::RefusalCode code, std::uint64_t detail) {
    refusal.code = code;
    refusal.detail = detail;
    if (refusal.author == caller_) refusal.author = {};
    response_.refusals.push_back(refusal);
    if (refusal.vault.is_none() || !refused_.insert(refusal.vault).second) return {};
    TRY_ASSIGN(Vault * vault, registry_.vault(refusal.vault));
    if (vault == nullptr) return {};
    return record(*vault, AccessAction::refusal, static_cast<std::uint16_t>(code));
}

// Runs of one author whose positions follow one by one share a receipt.
void Turn::receipt(const Vault& vault, const DeviceId& author, std::uint64_t sequence,
                   std::uint64_t position) {
    receipted_.insert({vault.id, position});
    const DeviceId named = author == caller_ ? DeviceId{} : author;
    if (!response_.receipts.empty()) {
        wire::Receipt& last = response_.receipts.back();
        if (last.count > 0 && last.vault == vault.id && last.author == named &&
            last.sequence + last.count == sequence && last.position + last.count == position) {
            ++last.count;
            return;
        }
    }
    response_.receipts.push_back({.vault = vault.id,
                                  .author = named,
                                  .sequence = sequence,
                                  .position = position,
                                  .count = 1});
}

void Turn::receipt_object(const Vault& vault, const Bytes& object, std::uint64_t position) {
    receipted_.insert({vault.id, position});
    response_.receipts.push_back(
        {.vault = vault.id, .position = position, .object = wire::log_object_hash(object)});
}

}  // namespace evenkeel::server
