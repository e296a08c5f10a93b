// The merge's promises, over random histories of two to six devices.
#include "tests/core/delta/simulation.h"

#include <catch2/catch_get_random_seed.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

namespace evenkeel::delta {

namespace {

using Refs = std::set<ValueRef>;

constexpr int histories = 10'000;

// Runs `check` over random histories; a failure names the seed of the one that fails.
template <typename Check>
void over_histories(int count, Check check) {
    for (int i = 0; i < count; ++i) {
        const std::uint64_t seed =
            (std::uint64_t{Catch::getSeed()} << 20) + static_cast<unsigned>(i);
        INFO("history seed " << seed << " (run again with --rng-seed " << Catch::getSeed() << ")");
        Simulation simulation(seed);
        simulation.run(6 + simulation.below(24));
        check(simulation);
    }
}

const Bytes* bytes_in(const FieldChange& change, const Copy& copy,
                      const std::map<std::uint32_t, std::uint32_t>& ended) {
    const auto end = ended.find(change.number);
    const auto generation = std::max(copy.delta.generation, change.generation);
    const bool hidden =
        copy.vault == VaultType::care && end != ended.end() && generation <= end->second;
    return hidden ? nullptr : &change.value;
}

// The rules once more, written for reading and not for speed, as sets.
struct Reference {
    explicit Reference(const EntityLog& log, std::optional<VaultType> only = {}) {
        std::map<std::uint32_t, std::uint32_t> ended;
        std::set<DeltaId> present;
        for (const auto& [vault, delta] : log.copies()) {
            present.insert(delta.id);
            for (const auto& value : delta.redacted) present.insert(value.ref.delta);
            if (delta.action != Action::redaction) continue;
            auto& end = ended.try_emplace(delta.redacted_field, delta.generation).first->second;
            end = std::max(end, delta.generation);
        }
        for (const auto& copy : log.copies()) {
            if (only && copy.vault != *only) continue;
            const auto& delta = copy.delta;
            for (const auto& change : delta.fields) {
                const ValueRef ref{delta.id, change.number};
                if (const auto* bytes = bytes_in(change, copy, ended)) heads[ref] = *bytes;
                for (const DeltaId id : change.replaces) replaced.insert({id, change.number});
            }
            for (const auto& value : delta.redacted) {
                for (const DeltaId id : value.replaces) replaced.insert({id, value.ref.field});
            }
            const bool retires =
                delta.action == Action::retirement && present.contains(delta.successor);
            if (retires) replaced.insert(delta.covers.begin(), delta.covers.end());
            if (delta.action != Action::deletion) continue;
            asked = true;
            covered.insert(delta.covers.begin(), delta.covers.end());
        }
        for (const auto& ref : replaced) heads.erase(ref);
    }

    [[nodiscard]] bool alive() const {
        return std::any_of(heads.begin(), heads.end(),
                           [&](const auto& head) { return !covered.contains(head.first); });
    }

    std::map<ValueRef, Bytes> heads;
    Refs replaced;
    Refs covered;
    bool asked = false;
};

std::map<ValueRef, Bytes> heads_of(const EntityView& seen) {
    std::map<ValueRef, Bytes> heads;
    for (const auto& field : seen.fields) {
        for (const auto& head : field.heads) heads[{head.delta, field.number}] = head.bytes;
    }
    return heads;
}

// What became of each value, by what the log says and its writers had seen.
class Fates {
public:
    Fates(const EntityLog& log, const Record& record) : seen_(view(log)), record_(record) {
        for (const auto& [vault, delta] : log.copies()) {
            for (const auto& change : delta.fields) note_replaced(delta.id, change);
            for (const auto& value : delta.redacted) {
                const bool knowing =
                    !record.late.contains(delta.id) && record.seen.at(delta.id).contains(value.ref);
                if (knowing) taken_back_.insert(value.ref);
                for (const DeltaId id : value.replaces) {
                    const ValueRef ref{id, value.ref.field};
                    if (record.seen.at(value.ref.delta).contains(ref)) superseded_.insert(ref);
                }
            }
            auto& target = delta.action == Action::deletion ? deleted_ : superseded_;
            for (const auto& ref : delta.covers) {
                if (record.seen.at(delta.id).contains(ref)) target.insert(ref);
            }
        }
    }

    // Empty, or what is wrong with the fate of this value.
    [[nodiscard]] std::string wrong(const Record::Typed& typed) const {
        const auto* field = seen_.field(typed.ref.field);
        if (field == nullptr) return "its field is gone";
        for (const auto& head : field->heads) {
            if (head.delta != typed.ref.delta) continue;
            if (head.bytes != typed.bytes) return "its bytes changed";
            return seen_.deleted && !deleted_.contains(typed.ref) ? "deleted unseen" : "";
        }
        for (const auto& old : field->history) {
            if (old.delta != typed.ref.delta) continue;
            if (!old.redacted && old.bytes != typed.bytes) return "its bytes changed";
            if (superseded_.contains(typed.ref)) return "";
            if (old.redacted && taken_back_.contains(typed.ref)) return "";
            return old.redacted ? "taken back unseen" : "superseded unseen";
        }
        return "it is gone";
    }

private:
    void note_replaced(DeltaId by, const FieldChange& change) {
        for (const DeltaId id : change.replaces) {
            const ValueRef ref{id, change.number};
            if (record_.seen.at(by).contains(ref)) superseded_.insert(ref);
        }
    }

    EntityView seen_;
    const Record& record_;
    Refs superseded_;
    Refs taken_back_;
    Refs deleted_;
};

}  // namespace

TEST_CASE("every value a person typed is current, knowingly superseded, taken back or deleted") {
    over_histories(histories, [](Simulation& simulation) {
        simulation.settle();
        const EntityLog all = simulation.everything();
        const Fates fates(all, simulation.record);
        for (const auto& typed : simulation.record.typed) REQUIRE(fates.wrong(typed).empty());
        REQUIRE(simulation.record.leaked_references == 0);
    });
}

TEST_CASE("the same set gives the same view on all devices") {
    over_histories(histories, [](Simulation& simulation) {
        simulation.settle();
        EntityLog dropped = simulation.everything();
        const auto owners = view(dropped);
        const auto teams = view(dropped, VaultType::care);
        for (const auto& device : simulation.devices) {
            REQUIRE(view(device.log) == (device.is_clients ? owners : teams));
        }
        // One that has dropped what was taken back shows the same as one that still holds it.
        Simulation::drop_redacted(dropped);
        REQUIRE(heads_of(view(dropped)) == heads_of(owners));
        REQUIRE(heads_of(view(dropped, VaultType::care)) == heads_of(teams));
        REQUIRE(view(dropped).deleted == owners.deleted);
    });
}

TEST_CASE("joining is commutative, associative and idempotent, whatever the order and batches") {
    over_histories(histories, [](Simulation& simulation) {
        const EntityLog& a = simulation.devices[0].log;
        const EntityLog& b = simulation.devices[1].log;
        const EntityLog& c = simulation.devices.back().log;
        REQUIRE(join(a, b) == join(b, a));
        REQUIRE(join(join(a, b), c) == join(a, join(b, c)));
        REQUIRE(join(a, a) == a);
        REQUIRE(join(join(a, b), b) == join(a, b));

        std::vector<Copy> copies;
        for (const auto& device : simulation.devices) {
            const auto& held = device.log.copies();
            copies.insert(copies.end(), held.begin(), held.end());
        }
        simulation.shuffle(copies);
        EntityLog one_by_one;
        for (const auto& copy : copies) one_by_one.add(copy);
        for (const auto& copy : copies) REQUIRE_FALSE(one_by_one.add(copy));
        REQUIRE(one_by_one == EntityLog(copies));
        REQUIRE(one_by_one == simulation.everything());
    });
}

TEST_CASE("views say what the rules say when they are written as plain sets") {
    over_histories(histories, [](Simulation& simulation) {
        for (const auto& device : simulation.devices) {
            const auto seen = view(device.log);
            REQUIRE(heads_of(seen) == Reference(device.log).heads);
            bool asked = false;
            bool alive = false;
            for (const auto vault : {VaultType::care, VaultType::private_}) {
                const Reference rules(device.log, vault);
                const auto one = view(device.log, vault);
                REQUIRE(heads_of(one) == rules.heads);
                REQUIRE(one.deleted == (rules.asked && !rules.alive()));
                asked = asked || rules.asked;
                alive = alive || rules.alive();
            }
            REQUIRE(seen.deleted == (asked && !alive));
        }
    });
}

}  // namespace evenkeel::delta
