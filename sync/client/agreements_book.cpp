#include "sync/client/agreements_book.h"

#include "core/codec/entity.h"

namespace evenkeel::client {
namespace {

// A version that cannot be read, or that somebody without a place in the record wrote, is no
// proposal: it is left out, and everything else stands.
std::optional<VersionRecord> read_version(const Keyring& keyring, const store::EntityRow& row) {
    const auto version = codec::decode_boundary_version(row.fragment);
    if (!version.ok()) return std::nullopt;
    const auto document = codec::decode_document(version.value().document);
    if (!document.ok() || !validate(document.value()).ok()) return std::nullopt;
    const auto role = role_in(keyring, row.record, row.origin);
    if (!role) return std::nullopt;
    const trust::Agreement agreement =
        agreement_of(row.record, document.value(), version.value().document);
    return VersionRecord{.entity = row.id,
                         .hash = trust::agreement_hash(agreement),
                         .document = document.value(),
                         .written_by = *role,
                         .stamp = row.stamp};
}

bool signature_is_valid(const Keyring& keyring, VaultId record, const BoundaryDecision& decision) {
    if (decision.decision != Decision::accept || !decision.device) return false;
    const trust::VaultMember* const signer = keyring.member(record, *decision.device);
    if (signer == nullptr || role_in(keyring, record, *decision.device) != decision.role) {
        return false;
    }
    return trust::verify_agreement(decision.version_hash, agreement_role(decision.role),
                                   signer->device.signing_key, decision.signature);
}

// Who decided is known by where it was written: nobody speaks in the other side's name.
std::optional<DecisionRecord> read_decision(const Keyring& keyring, const store::EntityRow& row) {
    auto decision = codec::decode_boundary_decision(row.fragment);
    if (!decision.ok() || role_in(keyring, row.record, row.origin) != decision.value().role) {
        return std::nullopt;
    }
    const bool valid = signature_is_valid(keyring, row.record, decision.value());
    return DecisionRecord{.entity = row.id,
                          .decision = std::move(decision).value(),
                          .signature_valid = valid,
                          .stamp = row.stamp};
}

}  // namespace

trust::Agreement agreement_of(VaultId record, const BoundaryDocument& document, ByteView bytes) {
    return {.vault = record,
            .id = document.boundary,
            .version = document.version,
            .previous = document.previous_hash.value_or(Hash32{}),
            .document = to_bytes(bytes)};
}

trust::AgreementRole agreement_role(Role role) {
    return role == Role::client ? trust::AgreementRole::client : trust::AgreementRole::clinician;
}

std::optional<Role> role_in(const Keyring& keyring, VaultId record, DeviceId device) {
    const trust::VaultMember* const member = keyring.member(record, device);
    if (member == nullptr) return std::nullopt;
    switch (member->role) {
        case trust::VaultRole::client:
            return Role::client;
        case trust::VaultRole::clinician:
            return Role::clinician;
        case trust::VaultRole::recovery:
            break;
    }
    return std::nullopt;
}

Result<BoundaryBook> read_book(store::Store& store, const Keyring& keyring, VaultId record) {
    BoundaryBook book;
    TRY_ASSIGN(const auto versions,
               store.list({.record = record, .kind = EntityKind::boundary_version}));
    for (const store::EntityRow& row : versions) {
        if (auto version = read_version(keyring, row)) book.versions.push_back(std::move(*version));
    }
    TRY_ASSIGN(const auto decisions,
               store.list({.record = record, .kind = EntityKind::boundary_decision}));
    for (const store::EntityRow& row : decisions) {
        if (auto decision = read_decision(keyring, row)) {
            book.decisions.push_back(std::move(*decision));
        }
    }
    book.standings = negotiate(book.versions, book.decisions);
    return book;
}

Result<Bytes> document_bytes(store::Store& store, VaultId record, EntityId version) {
    TRY_ASSIGN(const auto row, store.find(record, version));
    if (!row) return Error(ErrorCode::not_found, "That version of the agreement is not here.");
    TRY_ASSIGN(BoundaryVersion entity, codec::decode_boundary_version(row->fragment));
    return std::move(entity.document);
}

}  // namespace evenkeel::client
