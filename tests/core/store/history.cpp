#include "tests/core/store/history.h"

#include "core/store/projection.h"

namespace evenkeel::test {

using delta::VaultType;
using store::Operation;
using store::Placement;

namespace {

constexpr std::size_t client_devices = 2;

// Refusals are part of life here (nothing to undo, deleted meanwhile); damage is not.
void allow(const Result<void>& result) {
    if (result.ok()) return;
    const auto code = result.error().code();
    const bool fine = code == ErrorCode::not_found || code == ErrorCode::refused;
    if (!fine) throw std::runtime_error(result.error().sentence());
}

}  // namespace

History::History(std::uint64_t seed) : engine_(seed) {
    const std::size_t count = client_devices + 1 + below(2);
    for (std::size_t i = 0; i < count; ++i) {
        const auto part = i < client_devices ? Part::client : Part::clinician;
        devices_.push_back(std::make_unique<Device>(seed * 8 + i + 1, part));
    }
}

void History::run(int steps) {
    for (int i = 0; i < steps; ++i) step();
    quiesce();
}

void History::step() {
    const std::size_t who = below(static_cast<std::uint32_t>(devices_.size()));
    Device& device = *devices_[who];
    const bool is_client = who < client_devices;
    device.clock.time = device.clock.time + below(3000);
    const std::uint32_t what = below(100);
    if (what < 30) return sync(device);
    if (entities_.empty() || what < 45) return write(device, is_client);
    const EntityId id = entities_[below(static_cast<std::uint32_t>(entities_.size()))];
    if (what < 70) return edit(device, id, is_client);
    if (what < 80) return take_back(device);
    if (what < 83) return settle_conflict(device, id);
    if (is_client && what < 86) {
        return must(set_sharing_paused(device.store(), care_vault, chance(30)));
    }
    manage(device, id);
}

// Words say whether they were written to be private: "p17" or "s18".
static std::string words_of(Placement placement, std::uint32_t number) {
    return (placement == Placement::private_ ? "p" : "s") + std::to_string(number);
}

void History::write(Device& device, bool is_client) {
    const auto placement = is_client && chance(40) ? Placement::private_ : Placement::shared;
    if (chance(50)) {
        entities_.push_back(device.page(words_of(placement, ++words_), {}, placement));
    } else {
        entities_.push_back(device.mood(below(11), {}, placement));
    }
}

void History::edit(Device& device, EntityId id, bool is_client) {
    const auto row = must(device.store().find(care_vault, id));
    if (!row) return;
    const auto placement =
        is_client && (row->has_private || chance(20)) ? Placement::private_ : Placement::shared;
    if (row->kind == static_cast<std::uint32_t>(EntityKind::mood)) {
        device.mood(below(11), id, placement);
    } else {
        const bool clears = chance(10);
        device.page(clears ? "" : words_of(placement, ++words_), id, placement);
    }
}

void History::take_back(Device& device) {
    const auto undone = undo(device.store(), care_vault);
    if (!undone.ok()) return allow(undone.error());
    if (undone.value().name != "managing") return;
    for (const auto id : undone.value().entities) ever_shared_.insert(id);
}

void History::manage(Device& device, EntityId id) {
    Operation operation(device.store(), care_vault, "managing");
    const std::uint32_t what = below(4);
    if (what == 1) ever_shared_.insert(id);
    auto asked = what == 0   ? operation.remove(id)
                 : what == 1 ? operation.share(id)
                 : what == 2 ? operation.unshare(id)
                             : restore(device.store(), care_vault, id);
    allow(asked);
    if (asked.ok()) allow(operation.commit());
}

void History::settle_conflict(Device& device, EntityId id) {
    const auto view = must(device.store().entity_view(care_vault, id));
    const auto* field = view.field(5);
    if (field == nullptr || field->heads.size() < 2) return;
    const Bytes chosen = field->heads[below(static_cast<std::uint32_t>(field->heads.size()))].bytes;
    allow(settle(device.store(), care_vault, id, 5, chosen));
}

void History::sync(Device& device) {
    const std::size_t batch = 1 + below(5);
    switch (below(4)) {
        case 0:
            return mailbox_.push(device, batch);
        case 1:
            return (void)mailbox_.pull(device, batch);
        case 2:
            return mailbox_.repeat(device, batch);
        default:
            mailbox_.push(device, batch);
            mailbox_.pull(device, batch);
    }
    if (must(device.sync().held_deletions()) > 0) {
        must(device.sync().answer_held_deletions(chance(50)));
    }
}

void History::quiesce() {
    std::vector<Device*> all;
    Instant latest{};
    for (const auto& device : devices_) latest = std::max(latest, device->clock.time);
    for (const auto& device : devices_) {
        device->clock.time = latest;
        all.push_back(device.get());
    }
    for (int round = 0; round < 10; ++round) {
        mailbox_.exchange(all);
        bool held = false;
        for (auto* device : all) {
            if (must(device->sync().held_deletions()) == 0) continue;
            must(device->sync().answer_held_deletions(true));
            held = true;
        }
        std::size_t waiting = 0;
        for (auto* device : all) waiting += must(device->sync().unsealed_count());
        if (waiting == 0 && !held) return;
    }
    throw std::runtime_error("the devices never came to rest");
}

std::string History::complaint() {
    for (std::size_t i = 0; i < devices_.size(); ++i) {
        const bool is_client = i < client_devices;
        Device& device = *devices_[i];
        Device& model = *devices_[is_client ? 0 : client_devices];
        const auto live = device.all();
        if (live != model.all()) return "device " + std::to_string(i) + " shows something else";
        must(device.store().rebuild_views());
        if (device.all() != live) return "rebuilt views differ on device " + std::to_string(i);
        if (auto found = replay_complaint(device, is_client); !found.empty()) return found;
    }
    return leak_complaint();
}

std::string History::replay_complaint(Device& device, bool is_client) {
    std::map<EntityId, std::vector<delta::Copy>> copies;
    for (const auto& [vault, kept] : mailbox_.vaults) {
        if (vault == private_vault && !is_client) continue;
        const auto type = vault == private_vault ? VaultType::private_ : VaultType::care;
        for (const auto& received : kept) {
            for (const auto& delta : received.deltas) copies[delta.entity].push_back({type, delta});
        }
    }
    for (auto& [id, set] : copies) {
        const auto replayed =
            store::without_redacted_bytes(delta::EntityLog(std::move(set)), is_client, {});
        if (replayed != must(device.store().entity_log(care_vault, id))) {
            return "a log is not what replaying gives: " + to_hex(id);
        }
    }
    return {};
}

// Words written to be private reach the care vault only by an act of sharing.
std::string History::leak_complaint() {
    for (const auto& received : mailbox_.vaults[care_vault]) {
        for (const auto& delta : received.deltas) {
            if (ever_shared_.contains(delta.entity)) continue;
            for (const auto& change : delta.fields) {
                const bool is_text = delta.kind == 7 && change.number == 5;
                // Tag, length, then the words.
                if (is_text && change.value.size() > 2 && change.value[2] == 'p') {
                    return "private words are in the care vault: " + to_hex(delta.entity);
                }
            }
        }
    }
    return {};
}

}  // namespace evenkeel::test
