// The merge: a pure function from the set of an entity's deltas to what its owner sees.
//
// The state of an entity is the *set* of copies of its deltas, so that order, repeats and batching
// cannot matter; `join` is the union of such sets and `view` reads one. Rules 1, 3, 4, 5, 6 and 7
// of the design ("Deltas and merge" in ARCHITECTURE.md) are implemented here and nowhere else.
#pragma once

#include "core/delta/delta.h"

#include <optional>
#include <vector>

namespace evenkeel::delta {

// One copy of a delta, in the vault it lives in.
struct Copy {
    VaultType vault = VaultType::care;
    Delta delta;
    friend bool operator==(const Copy&, const Copy&) = default;
};

// All copies known of one entity's deltas, kept sorted by (id, vault) with at most one copy each.
class EntityLog {
public:
    EntityLog() = default;
    // The same as adding them one by one, in time near-linear in their number: for loading.
    explicit EntityLog(std::vector<Copy> copies);

    // Adds a copy. Of two copies of one delta in one vault the higher (revision, clock) gives the
    // stamp and their fields are united, bytes deciding where they differ, so that adding is
    // commutative, associative and idempotent. Returns false if nothing changed.
    bool add(Copy copy);

    [[nodiscard]] const std::vector<Copy>& copies() const { return copies_; }
    [[nodiscard]] bool empty() const { return copies_.empty(); }

    // Forgets the copy of `id` in `vault`: for coalescing an unsealed draft, undoing nothing else.
    void remove(DeltaId id, VaultType vault);

    friend bool operator==(const EntityLog&, const EntityLog&) = default;

private:
    std::vector<Copy> copies_;
};

// The union of two logs of one entity.
EntityLog join(EntityLog left, const EntityLog& right);

// One value as it stands in a field, with who wrote it when. Empty bytes: the field was cleared.
struct Value {
    DeltaId delta = 0;
    ClockStamp clock = 0;
    DeviceId origin;
    VaultType vault = VaultType::care;  // care if a care copy shows it, else where it lives
    std::uint32_t generation = 0;
    bool redacted = false;  // taken back: the place in history is known, the bytes are not
    Bytes bytes;
    friend bool operator==(const Value&, const Value&) = default;
};

struct FieldView {
    std::uint32_t number = 0;
    // Values nobody replaced or took back, greatest (clock, origin, bytes) first.
    std::vector<Value> heads;
    // Knowingly superseded values and redacted ones, greatest first.
    std::vector<Value> history;
    friend bool operator==(const FieldView&, const FieldView&) = default;
};

struct EntityView {
    std::vector<FieldView> fields;  // ascending by number
    bool exists = false;            // false: no write has been seen
    bool deleted = false;           // in every vault that has values of it
    bool deletion_differs = false;  // deleted in one vault, alive in another: the owner is told

    // What the fields show, as bytes of the entity's message: the greatest head of each field. A
    // deleted entity still shows what it held, for the trash.
    [[nodiscard]] Bytes fragment() const;
    // The shown bytes of one field; empty if blank.
    [[nodiscard]] ByteView shown(std::uint32_t field) const;
    [[nodiscard]] const FieldView* field(std::uint32_t number) const;

    friend bool operator==(const EntityView&, const EntityView&) = default;
};

// Reads a log as its owner sees it, all vaults merged.
EntityView view(const EntityLog& log);
// Reads only the copies in one vault: what a member of just that vault sees. (A retirement in the
// private vault looks for its successor in the whole log.)
EntityView view(const EntityLog& log, VaultType vault);

// The share generation that a care value of `field` is written with now: above every one that was
// ended, and not below those in use.
std::uint32_t generation_in_force(const EntityLog& log, std::uint32_t field);

// --- Making deltas. Each reads what the writer sees and returns the delta that follows from it.
// ---

// What every new delta carries; `id` is random.
struct Stamp {
    DeltaId id = 0;
    DeviceId origin;
    ClockStamp clock = 0;
};

// The change from what `vault` shows now to `target` (a well-formed fragment) in the fields listed
// in `scope`: fields whose bytes differ are set or cleared, each naming the heads it replaces.
// A care delta names only care values (rule 7) and is also written where the owner sees something
// else through the private vault. A private delta starts from what its owner sees, all vaults
// merged, and names those heads. On an entity the writer saw deleted, fields the target does not
// set are cleared (rule 4). Nothing to change gives a delta without fields, which is not sent.
Delta write_delta(const EntityLog& log, EntityId entity, std::uint32_t kind, VaultType vault,
                  ByteView target, const std::vector<std::uint32_t>& scope, const Stamp& stamp);

// The same, but fields in `scope` with two or more heads are written even if `target` holds what
// they show: a person looked at all of them and settled it.
Delta settling_delta(const EntityLog& log, EntityId entity, std::uint32_t kind, VaultType vault,
                     ByteView target, const std::vector<std::uint32_t>& scope, const Stamp& stamp);

// Lets `later` absorb `earlier`, inheriting what it replaces (rule 5). Nothing unless both write
// the same one field and `later` replaces `earlier`. Whoever calls knows that no copy of `earlier`
// is anywhere else, and removes it from the log.
std::optional<Delta> coalesced(const Delta& earlier, Delta later);

// Deletes what `vault` shows, listing every head of every field in it (rule 3).
Delta deletion_delta(const EntityLog& log, EntityId entity, std::uint32_t kind, VaultType vault,
                     const Stamp& stamp);

// Private heads of the fields of `successor` (a care write) that its writer superseded by it;
// without covers if there are none (rule 7). Where the private vault shows the entity deleted, all
// its heads that the care vault does not show as well, so that writing there brings none of them
// back (rule 4).
Delta retirement_delta(const EntityLog& log, const Delta& successor, const Stamp& stamp);

// The values `log` shows in `source`, re-issued by id for `target` (sharing, unsharing): one delta
// per original id, only the fields in `scope`, references to values not in `target` left out. A
// field whose `generation` was ended in the care vault goes there with the one in force.
std::vector<Delta> reissue_shown(const EntityLog& log, VaultType source, VaultType target,
                                 const std::vector<std::uint32_t>& scope, std::uint32_t generation);

// Takes back every care value of `field` of the generation in force (rule 7). It remembers the
// newest values up to limits::replaces_per_delta_max.
Delta redaction_delta(const EntityLog& log, EntityId entity, std::uint32_t kind,
                      std::uint32_t field, const Stamp& stamp);

// Care values that arrived after a redaction which hides them, that nothing replaced and that have
// no private copy: re-issued by id for the private vault, so that no one's words are lost.
std::vector<Delta> reissue_late(const EntityLog& log);

// Takes back the care values of `field` that arrived late, without ending a generation; to be sent
// once the copies of `reissue_late` have their receipt. Nothing if there are none.
std::optional<Delta> late_redaction_delta(const EntityLog& log, EntityId entity, std::uint32_t kind,
                                          std::uint32_t field, const Stamp& stamp);

}  // namespace evenkeel::delta
