#include "sync/client/agreements.h"

#include "core/codec/entity.h"
#include "core/domain/boundary_text.h"
#include "core/store/entries.h"
#include "core/store/sync_store.h"
#include "sync/client/agreements_book.h"
#include "sync/paper/agreement_file.h"

namespace evenkeel::client {
namespace {

// One person at work in one record.
struct Desk {
    store::Store& store;
    VaultId record;
    Identity identity;
    Keyring keyring;
    Role role = Role::client;  // here: client or clinician
};

Result<Desk> sit_down(Profile& profile, VaultId record) {
    store::Store& store = profile.store();
    TRY_ASSIGN(auto identity, load_identity(store));
    if (!identity) return Error(ErrorCode::refused, "This profile has not joined a practice yet.");
    TRY_ASSIGN(Keyring keyring, Keyring::load(store, *identity));
    const auto role = role_in(keyring, record, identity->keys.id);
    if (!role) return Error(ErrorCode::not_found, "This device is not a member of that record.");
    return Desk{.store = store,
                .record = record,
                .identity = std::move(*identity),
                .keyring = std::move(keyring),
                .role = *role};
}

const BoundaryStanding* find_standing(const BoundaryBook& book, EntityId boundary) {
    const auto found = std::find_if(book.standings.begin(), book.standings.end(),
                                    [&](const auto& s) { return s.boundary == boundary; });
    return found == book.standings.end() ? nullptr : &*found;
}

// The newest open proposal of one side; null if there is none.
const VersionRecord* newest_open(const BoundaryBook& book, const BoundaryStanding& standing,
                                 Role side) {
    const VersionRecord* newest = nullptr;
    for (const std::size_t index : standing.open) {
        const VersionRecord& version = book.versions[index];
        if (version.written_by == side) newest = &version;
    }
    return newest;
}

Role other_side(Role role) { return role == Role::client ? Role::clinician : Role::client; }

const VersionRecord* newest_of(const BoundaryBook& book, EntityId boundary) {
    const VersionRecord* newest = nullptr;
    for (const VersionRecord& version : book.versions) {
        if (version.document.boundary != boundary) continue;
        const bool later =
            newest == nullptr || newest->document.version < version.document.version ||
            (newest->document.version == version.document.version && newest->stamp < version.stamp);
        if (later) newest = &version;
    }
    return newest;
}

Result<void> write_decision(store::Operation& operation, const BoundaryDecision& decision) {
    TRY(validate(decision));
    TRY(operation.write(
        {.kind = EntityKind::boundary_decision, .fragment = codec::encode(decision)}));
    return {};
}

BoundaryDecision signed_acceptance(const Desk& desk, const When& when, EntityId boundary,
                                   const Hash32& hash) {
    const trust::Signature signature =
        trust::sign_agreement(hash, agreement_role(desk.role), desk.identity.keys.signing.secret);
    return {.when = when,
            .boundary = boundary,
            .version_hash = hash,
            .decision = Decision::accept,
            .role = desk.role,
            .signature = to_bytes(signature),
            .device = desk.identity.keys.id};
}

BoundaryDocument fill_in(const Desk& desk, const BoundaryDraft& draft, EntityId boundary,
                         const VersionRecord* answered) {
    BoundaryDocument document{.boundary = boundary,
                              .text = draft.text,
                              .terms = draft.terms,
                              .reason = draft.reason,
                              .question = draft.question,
                              .study_question = draft.study_question,
                              .review_day = draft.review_day,
                              .starts_day = draft.starts_day,
                              .proposed_by = desk.identity.user};
    if (document.text.reveal().empty()) document.text = agreement_sentence(draft.terms);
    if (answered != nullptr) {
        document.version = answered->document.version + 1;
        document.previous_hash = answered->hash;
    }
    return document;
}

// One version and its author's own signature, in one operation.
Result<void> write_version(Desk& desk, const BoundaryDocument& document, Literal name) {
    TRY(validate(document));
    TRY_ASSIGN(const When when, store::entry_when(desk.store, {}));
    const BoundaryVersion version{.when = when, .document = codec::encode_document(document)};
    TRY(validate(version));
    const Hash32 hash =
        trust::agreement_hash(agreement_of(desk.record, document, version.document));
    store::Operation operation(desk.store, desk.record, name, store::UndoStep::none);
    TRY(operation.write(
        {.kind = EntityKind::boundary_version, .fragment = codec::encode(version)}));
    TRY(write_decision(operation, signed_acceptance(desk, when, document.boundary, hash)));
    return operation.commit();
}

// Which version a decision is about, when the person did not name one.
Result<const VersionRecord*> decided_version(const Desk& desk, const BoundaryBook& book,
                                             const BoundaryStanding& standing, Decision decision) {
    const VersionRecord* const theirs = newest_open(book, standing, other_side(desk.role));
    const VersionRecord* const ours = newest_open(book, standing, desk.role);
    const VersionRecord* const in_force =
        standing.in_force ? &book.versions[*standing.in_force] : nullptr;
    const VersionRecord* chosen = nullptr;
    switch (decision) {
        case Decision::accept:
            if (theirs == nullptr && !standing.contested.empty()) {
                return Error(ErrorCode::invalid_input,
                             "Two versions were signed by both; say which one shall count.");
            }
            chosen = theirs;
            break;
        case Decision::decline:
            chosen = theirs;
            break;
        case Decision::withdraw:
            chosen = ours != nullptr ? ours : in_force;
            break;
        case Decision::pause:
        case Decision::resume:
            chosen = in_force;
            break;
    }
    if (chosen == nullptr && decision == Decision::withdraw && !standing.contested.empty()) {
        chosen = &book.versions[standing.contested.back()];
    }
    if (chosen != nullptr) return chosen;
    const bool answers = decision == Decision::accept || decision == Decision::decline;
    return answers ? Error(ErrorCode::not_found, "There is no open proposal of the other side.")
                   : Error(ErrorCode::not_found, "There is no agreement in force to change.");
}

Result<const VersionRecord*> named_version(const BoundaryBook& book, EntityId boundary,
                                           const Hash32& hash) {
    for (const VersionRecord& version : book.versions) {
        if (version.hash == hash && version.document.boundary == boundary) return &version;
    }
    return Error(ErrorCode::not_found, "That version of the agreement is not here.");
}

// One signature for each device and role: who signed again has said nothing new.
std::vector<trust::AgreementSignature> signatures_of(const Desk& desk, const BoundaryBook& book,
                                                     const Hash32& hash) {
    std::vector<trust::AgreementSignature> signatures;
    for (const DecisionRecord& decided : book.decisions) {
        const BoundaryDecision& decision = decided.decision;
        if (!decided.signature_valid || decision.version_hash != hash) continue;
        trust::AgreementSignature signature{
            .role = agreement_role(decision.role),
            .device = desk.keyring.member(desk.record, *decision.device)->device};
        std::copy(decision.signature.begin(), decision.signature.end(),
                  signature.signature.begin());
        const bool known = std::any_of(signatures.begin(), signatures.end(), [&](const auto& s) {
            return s.role == signature.role && s.device == signature.device;
        });
        if (!known) signatures.push_back(signature);
    }
    return signatures;
}

}  // namespace

Result<BoundaryBook> boundaries(Profile& profile, VaultId record) {
    TRY_ASSIGN(const Desk desk, sit_down(profile, record));
    return read_book(desk.store, desk.keyring, record);
}

Result<EntityId> propose(Profile& profile, VaultId record, const BoundaryDraft& draft) {
    TRY_ASSIGN(Desk desk, sit_down(profile, record));
    const auto boundary = profile.ports().random.id<EntityId>();
    TRY(validate(draft.terms));
    TRY(write_version(desk, fill_in(desk, draft, boundary, nullptr), "proposed boundary"));
    return boundary;
}

Result<EntityId> counter(Profile& profile, VaultId record, EntityId boundary,
                         const BoundaryDraft& draft) {
    TRY_ASSIGN(Desk desk, sit_down(profile, record));
    TRY_ASSIGN(const BoundaryBook book, read_book(desk.store, desk.keyring, record));
    const BoundaryStanding* const standing = find_standing(book, boundary);
    if (standing == nullptr) return Error(ErrorCode::not_found, "No boundary here has that id.");
    // What the other side asked comes first, then what counts now, then what was last said.
    const VersionRecord* answered = newest_open(book, *standing, other_side(desk.role));
    if (answered == nullptr && standing->in_force) answered = &book.versions[*standing->in_force];
    if (answered == nullptr) answered = newest_of(book, boundary);
    TRY(validate(draft.terms));
    TRY(write_version(desk, fill_in(desk, draft, boundary, answered), "countered boundary"));
    return boundary;
}

Result<void> decide(Profile& profile, VaultId record, EntityId boundary, Decision decision,
                    const std::optional<PhiText>& note, const std::optional<Hash32>& version) {
    TRY_ASSIGN(const Desk desk, sit_down(profile, record));
    TRY_ASSIGN(const BoundaryBook book, read_book(desk.store, desk.keyring, record));
    const BoundaryStanding* const standing = find_standing(book, boundary);
    if (standing == nullptr) return Error(ErrorCode::not_found, "No boundary here has that id.");
    TRY_ASSIGN(const VersionRecord* const decided,
               version ? named_version(book, boundary, *version)
                       : decided_version(desk, book, *standing, decision));
    TRY_ASSIGN(const When when, store::entry_when(desk.store, {}));
    BoundaryDecision entity = decision == Decision::accept
                                  ? signed_acceptance(desk, when, boundary, decided->hash)
                                  : BoundaryDecision{.when = when,
                                                     .boundary = boundary,
                                                     .version_hash = decided->hash,
                                                     .decision = decision,
                                                     .role = desk.role};
    entity.note = note;
    store::Operation operation(desk.store, record, "decision about a boundary",
                               store::UndoStep::none);
    TRY(write_decision(operation, entity));
    return operation.commit();
}

Result<Bytes> export_agreement_of(Profile& profile, VaultId record, EntityId boundary) {
    TRY_ASSIGN(const Desk desk, sit_down(profile, record));
    TRY_ASSIGN(const BoundaryBook book, read_book(desk.store, desk.keyring, record));
    const BoundaryStanding* const standing = find_standing(book, boundary);
    if (standing == nullptr || !standing->in_force) {
        return Error(ErrorCode::not_found, "No agreement with that id is in force.");
    }
    const VersionRecord& agreed = book.versions[*standing->in_force];
    TRY_ASSIGN(const Bytes document, document_bytes(desk.store, record, agreed.entity));
    store::SyncStore sync(desk.store);
    trust::AgreementEvidence evidence{.agreement = agreement_of(record, agreed.document, document),
                                      .signatures = signatures_of(desk, book, agreed.hash)};
    TRY_ASSIGN(evidence.vault_chain, sync.rosters(record));
    TRY_ASSIGN(evidence.staff_chain, sync.rosters({}));
    return paper::write_agreement_file(evidence);
}

}  // namespace evenkeel::client
