// What must hold when everybody has received everything.
#include "core/store/projection.h"
#include "tests/core/store/history.h"

namespace evenkeel::test {

using delta::VaultType;
using store::Received;

namespace {

constexpr std::size_t observers_place = 6;

bool may_see(Part part, VaultId vault) { return vault == care_vault || part == Part::client; }

}  // namespace

std::string History::complaint() {
    for (const auto part : {Part::client, Part::clinician}) {
        const Replay expected = replay(part);
        for (Member& member : members_) {
            if (member.part != part) continue;
            if (auto found = device_complaint(member, expected); !found.empty()) return found;
        }
    }
    if (auto found = witness_.complaint(members_.front().device); !found.empty()) return found;
    if (auto found = order_complaint(); !found.empty()) return found;
    return leak_complaint();
}

History::Member& History::first_of(Part part) {
    for (Member& member : members_) {
        if (member.part == part) return member;
    }
    return members_.front();
}

std::string History::device_complaint(Member& member, const Replay& replay) {
    Device& device = member.device;
    const std::string name = "device " + std::to_string(&member - members_.data());
    const auto live = device.all();
    if (live != first_of(member.part).device.all()) return name + " shows something else";
    must(device.store().rebuild_views());
    if (device.all() != live) return name + " shows something else when its views are rebuilt";
    // A clinician's device may hold bytes that it wrote itself and nobody else needs.
    for (const auto& [id, log] : replay) {
        if (log == store::without_redacted_bytes(must(device.store().entity_log(care_vault, id)),
                                                 member.is_client(), {})) {
            continue;
        }
        return name + " has a log that is not what replaying gives: " + to_hex(id);
    }
    return {};
}

// All that was ever sent, as sets.
History::Replay History::replay(Part part) {
    std::map<EntityId, std::vector<delta::Copy>> copies;
    for (const auto& [vault, kept] : mailbox_.vaults) {
        if (!may_see(part, vault)) continue;
        const auto type = vault == private_vault ? VaultType::private_ : VaultType::care;
        for (const auto& received : kept) {
            for (const auto& delta : received.deltas) copies[delta.entity].push_back({type, delta});
        }
    }
    Replay logs;
    for (auto& [id, set] : copies) {
        logs[id] = store::without_redacted_bytes(delta::EntityLog(std::move(set)),
                                                 part == Part::client, {});
    }
    return logs;
}

// A device that joins now, and gets everything in another order, some of it twice.
std::string History::order_complaint() {
    const Part part = members_[chance_.below(static_cast<std::uint32_t>(members_.size()))].part;
    Device& observer = borrow(observers_place, part);
    observer.clock.time = now_;
    std::vector<Received> all;
    for (const auto& [vault, kept] : mailbox_.vaults) {
        if (may_see(part, vault)) all.insert(all.end(), kept.begin(), kept.end());
    }
    for (std::size_t i = 0, end = all.size(); i < end; ++i) {
        if (chance_.percent(20)) all.push_back(all[i]);
    }
    chance_.shuffle(all);
    for (std::size_t i = 0; i < all.size();) {
        const VaultId vault = all[i].envelope.vault;
        std::vector<Received> page;
        for (auto count = 1 + chance_.below(6); count > 0 && i < all.size(); --count, ++i) {
            if (all[i].envelope.vault != vault) break;
            page.push_back(all[i]);
        }
        must(observer.sync().apply_page(vault, page, 0, {}, now_));
    }
    const bool same = observer.all() == first_of(part).device.all();
    return same ? "" : "another order gives another state";
}

// Words written to be private reach the care vault only by an act of sharing.
std::string History::leak_complaint() {
    for (const auto& received : mailbox_.vaults[care_vault]) {
        for (const auto& delta : received.deltas) {
            if (ever_shared_.contains(delta.entity)) continue;
            for (const auto& change : delta.fields) {
                if (mark_in(delta.kind, change.number, change.value) == 'p') {
                    return "private words are in the care vault: " + to_hex(delta.entity);
                }
            }
        }
    }
    return {};
}

}  // namespace evenkeel::test
