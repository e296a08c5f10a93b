// How two people come to an agreement: a pure function from what was proposed and decided to where
// each boundary stands. No clock wins over a person: only both signatures over one hash make a
// version count, and concurrent versions are two proposals that are never blended.
#pragma once

#include "core/domain/boundary.h"

#include <span>

namespace evenkeel {

// A proposed version, with the facts that need cryptography supplied by the caller.
struct VersionRecord {
    EntityId entity;
    Hash32 hash{};  // the agreement hash over the document's bytes
    BoundaryDocument document;
    Role written_by = Role::client;
    // The hybrid clock's stamp it was made with: above those of everything its writer had seen, so
    // that neither a wrong clock nor two acts in one second change what came first.
    std::uint64_t stamp = 0;
};

struct DecisionRecord {
    EntityId entity;
    BoundaryDecision decision;
    // The signature verifies over (version_hash, role) with a key that belonged to that role.
    // Looked at for accept only; the other decisions are known by their envelope.
    bool signature_valid = false;
    std::uint64_t stamp = 0;  // as of a version
};

enum class BoundaryState {
    proposed,   // a version waits for an answer
    countered,  // a version that answers another one waits
    accepted,   // in force (from its first day on)
    declined,   // nothing is open or in force; the last answer was no
    withdrawn,  // one party ended it
    paused,     // in force, and paused by a party
    contested,  // two versions were accepted by both, each without knowing of the other
};

// Days judged by one version: [first, end), or from `first` on.
struct InForceDays {
    Hash32 version{};
    Day first;
    std::optional<Day> end;
    friend bool operator==(const InForceDays&, const InForceDays&) = default;
};
struct PausedDays {
    Day first;
    std::optional<Day> end;
    friend bool operator==(const PausedDays&, const PausedDays&) = default;
};

// Indices point into the versions given.
struct BoundaryStanding {
    EntityId boundary;
    BoundaryState state = BoundaryState::proposed;
    std::optional<std::size_t> in_force;  // the agreed version, also while paused
    std::vector<std::size_t> open;        // proposals nobody has answered, oldest first
    std::vector<std::size_t> contested;   // the versions one of which must be signed again
    std::vector<InForceDays> days;        // for judging the past, in order, without overlaps
    std::vector<PausedDays> paused;
};

// One standing per boundary, ordered by boundary id; the same sets in any order give the same
// result. The rules:
// - A version is agreed when both roles have a valid acceptance of it that nobody took back since.
// - A later agreement (both acceptances after the other was complete, or a version that answers the
//   other by hash) replaces an earlier one. Agreements neither of which is later are contested:
//   from then on none is in force, until both roles sign one of them, or a newer one, again.
// - Declining ends a proposal, never an agreement. Withdrawing ends a proposal; of a version that
//   was ever agreed, it ends the boundary, and only what both sign afterwards counts.
// - A version counts from its first day; agreed after that day, from the day after the agreement.
//   The day of a withdrawal or a contest is no longer judged.
std::vector<BoundaryStanding> negotiate(std::span<const VersionRecord> versions,
                                        std::span<const DecisionRecord> decisions);

// The version that judges `day`; nothing if none was in force or the boundary was paused.
std::optional<Hash32> version_on(const BoundaryStanding& standing, Day day);

Literal name(BoundaryState state);

}  // namespace evenkeel
