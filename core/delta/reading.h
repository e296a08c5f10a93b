// One pass over a log: what is known of each value. The private half of merge.h.
#pragma once

#include "core/delta/merge.h"

#include <optional>
#include <vector>

namespace evenkeel::delta {

// Copies that count: those of one vault, or all.
using Scope = std::optional<VaultType>;

inline bool counts(Scope scope, VaultType vault) { return !scope || *scope == vault; }

// One value of one field. Views into the log it was read from.
struct Entry {
    std::uint32_t field = 0;
    DeltaId id = 0;
    ClockStamp clock = 0;
    const DeviceId* origin = nullptr;  // unknown where only a redaction remembers the value
    const Bytes* bytes = nullptr;      // none: taken back
    std::uint32_t generation = 0;
    VaultType vault = VaultType::care;
    bool listed = false;      // a redaction remembers it
    bool superseded = false;  // a present delta replaces it

    [[nodiscard]] bool is_head() const { return bytes != nullptr && !superseded; }
};

// Every value of the copies that count, once each, ascending by (field, id).
std::vector<Entry> read_entries(const EntityLog& log, Scope scope);

// The generations that redactions in the care vault ended.
class EndedGenerations {
public:
    explicit EndedGenerations(const EntityLog& log);
    // The first generation of the field that is not ended.
    [[nodiscard]] std::uint32_t first_open(std::uint32_t field) const;
    // The last one that is; only for a field of which one was ended.
    [[nodiscard]] std::uint32_t last_ended(std::uint32_t field) const;
    [[nodiscard]] bool hides(std::uint32_t field, std::uint32_t generation) const;

private:
    struct End {
        std::uint32_t field;
        std::uint32_t generation;
    };
    [[nodiscard]] const End* find(std::uint32_t field) const;

    std::vector<End> ends_;  // ascending by field, one each
};

inline std::uint32_t generation_of(const Delta& delta, const FieldChange& change) {
    return change.generation > delta.generation ? change.generation : delta.generation;
}

}  // namespace evenkeel::delta
