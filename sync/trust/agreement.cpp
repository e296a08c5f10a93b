#include "sync/trust/agreement.h"

#include "core/base/limits.h"
#include "sync/trust/invite.h"
#include "sync/trust/layout.h"

namespace evenkeel::trust {
namespace {

Error refused() { return {ErrorCode::refused, "This agreement document does not verify."}; }

bool is_sound(const Agreement& agreement) {
    return !agreement.vault.is_none() && !agreement.id.is_none() && agreement.version >= 1 &&
           (agreement.previous == Hash32{}) == (agreement.version == 1) &&
           !agreement.document.empty() && agreement.document.size() <= limits::journal_bytes_max;
}

Result<std::vector<VaultRoster>> verify_vault_chain(std::span<const Bytes> chain,
                                                    const VaultId& vault,
                                                    std::span<const StaffRoster> staff) {
    std::vector<VaultRoster> rosters;
    for (const Bytes& bytes : chain) {
        const VaultRoster* old = rosters.empty() ? nullptr : &rosters.back();
        TRY_ASSIGN(VaultRoster next, check_vault_roster(old, bytes, staff, {}));
        if (next.vault != vault || next.type != VaultType::care) return refused();
        rosters.push_back(std::move(next));
    }
    return rosters;
}

Provenance provenance_of(const std::vector<VaultRoster>& rosters, std::size_t first,
                         const VaultMember& member) {
    if (member.role == VaultRole::clinician) return Provenance::staff;
    if (first == 0) return Provenance::first_roster;
    const VaultMember* author = rosters[first - 1].member(rosters[first].author);
    return author != nullptr && author->user == member.user ? Provenance::own_device
                                                            : Provenance::invite;
}

Result<Signer> verify_signer(const AgreementSignature& signature, const Hash32& hash,
                             const std::vector<VaultRoster>& rosters) {
    const auto& [role, device, bytes] = signature;
    if (!verify_agreement(hash, role, device.signing_key, bytes)) return refused();
    const auto vault_role =
        role == AgreementRole::client ? VaultRole::client : VaultRole::clinician;
    for (std::size_t i = 0; i < rosters.size(); ++i) {
        const VaultMember* member = rosters[i].member(device.id);
        if (member == nullptr || member->device != device || member->role != vault_role) continue;
        return Signer{role, member->user, device.id, provenance_of(rosters, i, *member)};
    }
    return refused();
}

}  // namespace

Hash32 agreement_hash(const Agreement& agreement) {
    return hash(tag::agreement,
                {agreement.vault.view(), agreement.id.view(), big_endian(agreement.version),
                 agreement.previous, agreement.document});
}

Signature sign_agreement(const Hash32& agreement, AgreementRole role, const SigningSecret& secret) {
    return sign(tag::agreement_signature, secret, {agreement, big_endian(static_cast<Byte>(role))});
}

bool verify_agreement(const Hash32& agreement, AgreementRole role, const PublicKey& signing_key,
                      ByteView signature) {
    return verify(tag::agreement_signature, signing_key,
                  {agreement, big_endian(static_cast<Byte>(role))}, signature);
}

Result<AgreementProof> verify_agreement_evidence(AgreementEvidence evidence) {
    if (!is_sound(evidence.agreement) || evidence.signatures.empty() ||
        evidence.staff_chain.empty()) {
        return refused();
    }
    AgreementProof proof{.agreement = std::move(evidence.agreement)};
    TRY_ASSIGN(const RosterFrame first,
               open_roster_frame(evidence.staff_chain.front(), RosterKind::staff));
    proof.root = first.subject;
    TRY_ASSIGN(const auto staff, verify_staff_chain(evidence.staff_chain, proof.root));
    TRY_ASSIGN(const auto rosters,
               verify_vault_chain(evidence.vault_chain, proof.agreement.vault, staff));
    proof.hash = agreement_hash(proof.agreement);
    bool by_client = false, by_clinician = false;
    for (const AgreementSignature& signature : evidence.signatures) {
        TRY_ASSIGN(const Signer signer, verify_signer(signature, proof.hash, rosters));
        (signer.role == AgreementRole::client ? by_client : by_clinician) = true;
        proof.signers.push_back(signer);
    }
    proof.both_signed = by_client && by_clinician;
    return proof;
}

}  // namespace evenkeel::trust
