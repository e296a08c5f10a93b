// Boundaries between two people, with their signatures: what core cannot do without keys.
#pragma once

#include "core/domain/negotiation.h"
#include "sync/client/keyring.h"
#include "sync/client/profile.h"

namespace evenkeel::client {

// All that was proposed and decided in a record, with signatures checked against its rosters.
struct BoundaryBook {
    std::vector<VersionRecord> versions;
    std::vector<DecisionRecord> decisions;
    std::vector<BoundaryStanding> standings;  // indices point into `versions`
};
Result<BoundaryBook> boundaries(Profile& profile, VaultId record);

// What a person proposes: all of a BoundaryDocument but its identity and chain, which follow.
struct BoundaryDraft {
    PhiText text;  // empty: the sentence core/domain/boundary_text.h makes of the terms
    BoundaryTerms terms;
    PhiText reason;
    PhiText question;
    PhiText study_question;
    std::optional<Day> review_day;
    Day starts_day;
};

// Proposes (a new boundary) or counters (the next version of one), signed by this person at once:
// who proposes agrees to what they propose. Returns the boundary's id.
Result<EntityId> propose(Profile& profile, VaultId record, const BoundaryDraft& draft);
Result<EntityId> counter(Profile& profile, VaultId record, EntityId boundary,
                         const BoundaryDraft& draft);

// Accepting signs the hash of the version the person has before their eyes: the newest open one of
// the other side, or the contested one named by `version`.
Result<void> decide(Profile& profile, VaultId record, EntityId boundary, Decision decision,
                    const std::optional<PhiText>& note,
                    const std::optional<Hash32>& version = std::nullopt);

// The self-contained proof for `verify-agreement`, of the version in force.
Result<Bytes> export_agreement_of(Profile& profile, VaultId record, EntityId boundary);

}  // namespace evenkeel::client
