#include "sync/trust/agreement.h"

#include "core/base/limits.h"
#include "proto/trust.pb.h"
#include "sync/trust/invite.h"
#include "sync/trust/layout.h"

namespace evenkeel::trust {
namespace {

constexpr std::size_t export_bytes_max = 16 * 1024 * 1024;
constexpr int signatures_max = 32;
constexpr int chain_max = 1024;

Error refused() { return {ErrorCode::refused, "This agreement document does not verify."}; }

std::vector<Bytes> chain_from(const google::protobuf::RepeatedPtrField<std::string>& field) {
    std::vector<Bytes> chain;
    for (const std::string& bytes : field) chain.push_back(to_bytes(as_bytes(bytes)));
    return chain;
}

bool read_agreement(const proto::AgreementExport& message, Agreement& agreement) {
    agreement.version = message.version();
    agreement.document = to_bytes(as_bytes(message.document()));
    return message.format() == 1 && read_id(message.vault(), agreement.vault) &&
           read_id(message.agreement(), agreement.id) && agreement.version >= 1 &&
           read_array(message.previous(), agreement.previous) && !agreement.document.empty() &&
           (agreement.previous == Hash32{}) == (agreement.version == 1) &&
           agreement.document.size() <= limits::journal_bytes_max &&
           message.signatures().size() >= 1 && message.signatures().size() <= signatures_max &&
           message.vault_chain().size() <= chain_max && message.staff_chain().size() <= chain_max;
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

Result<Signer> verify_signer(const proto::AgreementExport::Signature& message, const Hash32& hash,
                             const std::vector<VaultRoster>& rosters) {
    DevicePublic device;
    if (message.role() < 1 || message.role() > 2 || !read_device(message.device(), device)) {
        return refused();
    }
    const auto role = static_cast<AgreementRole>(message.role());
    const auto vault_role =
        role == AgreementRole::client ? VaultRole::client : VaultRole::clinician;
    if (!verify_agreement(hash, role, device.signing_key, as_bytes(message.signature()))) {
        return refused();
    }
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

Bytes export_agreement(const Agreement& agreement, std::span<const AgreementSignature> signatures,
                       std::span<const Bytes> vault_chain, std::span<const Bytes> staff_chain) {
    proto::AgreementExport message;
    message.set_format(1);
    message.set_vault(agreement.vault.string());
    message.set_agreement(agreement.id.string());
    message.set_version(agreement.version);
    message.set_previous(to_string(agreement.previous));
    message.set_document(to_string(agreement.document));
    for (const AgreementSignature& signature : signatures) {
        auto& target = *message.add_signatures();
        target.set_role(static_cast<std::uint32_t>(signature.role));
        write_device(signature.device, *target.mutable_device());
        target.set_signature(to_string(signature.signature));
    }
    for (const Bytes& bytes : vault_chain) message.add_vault_chain(to_string(bytes));
    for (const Bytes& bytes : staff_chain) message.add_staff_chain(to_string(bytes));
    return serialise_message(message);
}

Result<AgreementProof> verify_exported_agreement(ByteView bytes) {
    proto::AgreementExport message;
    AgreementProof proof;
    // There is no signature around the whole, so only the one form that we write is read.
    if (bytes.size() > export_bytes_max || !parse_message(bytes, message) ||
        !read_agreement(message, proof.agreement) ||
        !std::ranges::equal(serialise_message(message), bytes)) {
        return Error(ErrorCode::damaged, "This is not an agreement document.");
    }
    const std::vector<Bytes> staff_chain = chain_from(message.staff_chain());
    if (staff_chain.empty()) return refused();
    TRY_ASSIGN(const RosterFrame first, open_roster_frame(staff_chain.front()));
    proof.root = first.header.subject;
    TRY_ASSIGN(const auto staff, verify_staff_chain(staff_chain, proof.root));
    TRY_ASSIGN(const auto rosters,
               verify_vault_chain(chain_from(message.vault_chain()), proof.agreement.vault, staff));
    proof.hash = agreement_hash(proof.agreement);
    bool by_client = false, by_clinician = false;
    for (const auto& signature : message.signatures()) {
        TRY_ASSIGN(const Signer signer, verify_signer(signature, proof.hash, rosters));
        (signer.role == AgreementRole::client ? by_client : by_clinician) = true;
        proof.signers.push_back(signer);
    }
    proof.both_signed = by_client && by_clinician;
    return proof;
}

}  // namespace evenkeel::trust
