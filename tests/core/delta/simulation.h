// Random histories of one entity: a client's devices and the practice's, each with its own
// knowledge and clock, doing what people do, exchanging what they hold in any order.
#pragma once

#include "core/delta/hybrid_clock.h"
#include "core/delta/merge.h"
#include "tests/core/delta/story.h"

#include <random>
#include <set>

namespace evenkeel::delta {

// Everything that was ever said, and what its writer had before their eyes: the oracle's knowledge.
struct Record {
    struct Typed {
        ValueRef ref;
        Bytes bytes;
    };
    std::vector<Typed> typed;
    // For each delta, the values of which its writer held a copy.
    std::map<DeltaId, std::set<ValueRef>> seen;
    // Redactions of values that came late: taking those back needs a private copy, not only a list.
    std::set<DeltaId> late;
    // Care references that named something the care team cannot know.
    int leaked_references = 0;
};

struct SimDevice {
    char name = 0;
    bool is_clients = false;
    EntityLog log;
    HybridClock clock;
    std::int64_t offset_ms = 0;
};

class Simulation {
public:
    Simulation(std::uint64_t seed) : random_(seed) {
        const std::size_t count = 2 + below(5);
        for (std::size_t i = 0; i < count; ++i) {
            auto& device = devices.emplace_back();
            device.name = static_cast<char>('a' + i);
            device.is_clients = i < 2 || below(2) == 0;
        }
    }

    void run(std::size_t steps) {
        for (std::size_t i = 0; i < steps; ++i) {
            now_ms_ += static_cast<std::int64_t>(below(100'000));
            if (below(3) == 0) {
                exchange();
            } else {
                act(devices[below(devices.size())]);
            }
        }
    }

    // All the client's devices hear everything; the first moves what arrived late.
    void settle() {
        EntityLog all = everything();
        for (const auto& delta : reissue_late(all)) all.add({VaultType::private_, delta});
        for (const std::uint32_t field : fields_) {
            auto stamp = stamp_of(devices[0]);
            const auto late = late_redaction_delta(all, story::the_entity(), 1, field, stamp);
            if (late) issue_late(all, *late);
        }
        for (auto& device : devices) {
            for (const auto& copy : all.copies()) give(device, copy);
        }
    }

    [[nodiscard]] EntityLog everything() const {
        EntityLog all;
        for (const auto& device : devices) all = join(std::move(all), device.log);
        return all;
    }

    std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

    template <typename T>
    void shuffle(std::vector<T>& items) {
        std::shuffle(items.begin(), items.end(), random_);
    }

    std::vector<SimDevice> devices;
    Record record;

private:
    // A batch: some of what one device holds, in any order, some of it twice.
    void exchange() {
        const auto& source = devices[below(devices.size())];
        auto& target = devices[below(devices.size())];
        std::vector<Copy> batch = source.log.copies();
        if (batch.empty()) return;
        shuffle(batch);
        if (below(2) == 0) batch.resize(1 + below(batch.size()));
        batch.push_back(batch[below(batch.size())]);
        for (const auto& copy : batch) give(target, copy);
    }

    void give(SimDevice& device, const Copy& copy) {
        if (!device.is_clients && copy.vault != VaultType::care) return;
        device.log.add(copy);
        if (below(8) != 0) device.clock.observe(copy.delta.clock);  // else it was quarantined
    }

    void act(SimDevice& device) {
        // The client's devices choose among all; the practice's among what needs no private vault.
        switch (below(device.is_clients ? 16 : 8)) {
            case 0:
            case 1:
            case 2:
                return write(device, VaultType::care);
            case 3:
                return write_all(device);
            case 4:
                return remove(device);
            case 5:
                return jump_clock(device);
            case 6:
                return drop_redacted(device);
            case 7:
                return restamp(device);
            case 8:
            case 9:
            case 10:
                return write(device, VaultType::private_);
            case 11:
            case 12:
                return unshare(device);
            case 13:
            case 14:
                return share(device);
            default:
                return move_late(device);
        }
    }

    Stamp stamp_of(SimDevice& device) {
        const Instant now{now_ms_ + device.offset_ms};
        return {.id = random_() | 1,
                .origin = story::device_id(device.name),
                .clock = device.clock.next(now)};
    }

    // Adds a new delta to its writer's log and to the oracle's record.
    void issue(EntityLog& log, const Copy& copy) {
        auto& seen = record.seen[copy.delta.id];
        std::set<DeltaId> known_to_care;
        for (const auto& held : log.copies()) {
            for (const auto& change : held.delta.fields) {
                seen.insert({held.delta.id, change.number});
            }
            if (held.vault == VaultType::care) known_to_care.insert(held.delta.id);
            for (const auto& value : held.delta.redacted) known_to_care.insert(value.ref.delta);
        }
        for (const auto& change : copy.delta.fields) {
            record.typed.push_back({{copy.delta.id, change.number}, change.value});
            for (const DeltaId id : change.replaces) {
                const bool known = copy.vault != VaultType::care || known_to_care.contains(id);
                record.leaked_references += known ? 0 : 1;
            }
        }
        log.add(copy);
    }

    void issue_late(EntityLog& log, const Delta& redaction) {
        record.late.insert(redaction.id);
        issue(log, {VaultType::care, redaction});
    }

    void write_target(SimDevice& device, VaultType vault, const story::Fields& target,
                      const std::vector<std::uint32_t>& scope) {
        const Bytes fragment = story::fragment_of(target);
        const auto make = below(4) == 0 ? settling_delta : write_delta;
        const Delta delta =
            make(device.log, story::the_entity(), 1, vault, fragment, scope, stamp_of(device));
        if (delta.fields.empty()) return;
        Delta retirement;
        if (vault == VaultType::care && device.is_clients) {
            retirement = retirement_delta(device.log, delta, stamp_of(device));
        }
        issue(device.log, {vault, delta});
        if (retirement.covers.empty()) return;
        issue(device.log, {VaultType::private_, retirement});
    }

    std::string word() { return std::string(1 + below(3), static_cast<char>('a' + below(4))); }

    void write(SimDevice& device, VaultType vault) {
        const std::uint32_t field = fields_[below(fields_.size())];
        story::Fields target;
        if (below(6) != 0) target[field] = word();  // else it is cleared
        write_target(device, vault, target, {field});
    }

    void write_all(SimDevice& device) {
        story::Fields target;
        for (const std::uint32_t field : fields_) {
            if (below(3) != 0) target[field] = word();
        }
        write_target(device, VaultType::care, target, fields_);
    }

    void remove(SimDevice& device) {
        for (const auto vault : {VaultType::care, VaultType::private_}) {
            const Delta delta =
                deletion_delta(device.log, story::the_entity(), 1, vault, stamp_of(device));
            if (!delta.covers.empty()) issue(device.log, {vault, delta});
        }
    }

    void jump_clock(SimDevice& device) {
        device.offset_ms = below(2) == 0 ? 0
                                         : static_cast<std::int64_t>(below(2 * 365)) * ms_per_day -
                                               365 * ms_per_day;
    }

    void drop_redacted(SimDevice& device) { drop_redacted(device.log); }

public:
    // What a device does that receives a redaction: the raw bytes go, the rest of the delta stays.
    static void drop_redacted(EntityLog& log) {
        std::set<ValueRef> listed;
        for (const auto& copy : log.copies()) {
            for (const auto& value : copy.delta.redacted) listed.insert(value.ref);
        }
        // Values that were shared again since are not gone.
        for (const auto& field : view(log, VaultType::care).fields) {
            for (const auto* values : {&field.heads, &field.history}) {
                for (const auto& value : *values) {
                    if (!value.redacted) listed.erase({value.delta, field.number});
                }
            }
        }
        std::vector<Copy> kept;
        for (auto copy : log.copies()) {
            if (copy.vault == VaultType::care && copy.delta.action == Action::write) {
                std::erase_if(copy.delta.fields, [&](const FieldChange& change) {
                    return listed.contains({copy.delta.id, change.number});
                });
                if (copy.delta.fields.empty()) continue;
            }
            kept.push_back(std::move(copy));
        }
        log = EntityLog(std::move(kept));
    }

private:
    // A device stamps one of its own deltas again, in every vault that holds a copy.
    void restamp(SimDevice& device) {
        std::vector<Copy> own;
        for (const auto& copy : device.log.copies()) {
            if (copy.delta.origin == story::device_id(device.name)) own.push_back(copy);
        }
        if (own.empty()) return;
        Copy copy = own[below(own.size())];
        copy.delta.revision += 1;
        copy.delta.clock = stamp_of(device).clock;
        device.log.add(copy);
    }

    void unshare(SimDevice& device) {
        const std::uint32_t field = fields_[below(fields_.size())];
        for (const auto& delta :
             reissue_shown(device.log, VaultType::care, VaultType::private_, {field}, 0)) {
            device.log.add({VaultType::private_, delta});
        }
        const Delta redaction =
            redaction_delta(device.log, story::the_entity(), 1, field, stamp_of(device));
        issue(device.log, {VaultType::care, redaction});
    }

    void share(SimDevice& device) {
        if (view(device.log, VaultType::care).deleted) return;
        const std::uint32_t field = fields_[below(fields_.size())];
        for (const auto& delta : reissue_shown(device.log, VaultType::private_, VaultType::care,
                                               {field}, generation_in_force(device.log, field))) {
            device.log.add({VaultType::care, delta});
        }
    }

    void move_late(SimDevice& device) {
        for (const auto& delta : reissue_late(device.log)) {
            device.log.add({VaultType::private_, delta});
        }
        for (const std::uint32_t field : fields_) {
            const auto late =
                late_redaction_delta(device.log, story::the_entity(), 1, field, stamp_of(device));
            if (late) issue_late(device.log, *late);
        }
    }

    std::mt19937_64 random_;
    std::int64_t now_ms_ = 1'747'216'800'000;
    std::vector<std::uint32_t> fields_{4, 8, 9};
};

}  // namespace evenkeel::delta
