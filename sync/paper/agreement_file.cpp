#include "sync/paper/agreement_file.h"

#include "proto/trust.pb.h"
#include "sync/trust/message.h"

namespace evenkeel::paper {
namespace {

using trust::read_array;
using trust::read_choice;

constexpr std::size_t file_bytes_max = 16 * 1024 * 1024;
constexpr int signatures_max = 32;
constexpr int chain_max = 1024;
constexpr std::uint32_t format = 1;

bool read_evidence(const proto::AgreementExport& message, trust::AgreementEvidence& evidence) {
    trust::Agreement& agreement = evidence.agreement;
    if (message.format() != format || !trust::read_id(message.vault(), agreement.vault) ||
        !trust::read_id(message.agreement(), agreement.id) ||
        !read_array(message.previous(), agreement.previous) ||
        message.signatures().size() > signatures_max || message.vault_chain().size() > chain_max ||
        message.staff_chain().size() > chain_max) {
        return false;
    }
    agreement.version = message.version();
    agreement.document = to_bytes(as_bytes(message.document()));
    for (const auto& source : message.signatures()) {
        trust::AgreementSignature& target = evidence.signatures.emplace_back();
        if (!read_choice(source.role(), trust::AgreementRole::clinician, target.role) ||
            !trust::read_device(source.device(), target.device) ||
            !read_array(source.signature(), target.signature)) {
            return false;
        }
    }
    evidence.vault_chain = trust::read_chain(message.vault_chain());
    evidence.staff_chain = trust::read_chain(message.staff_chain());
    return true;
}

}  // namespace

Bytes write_agreement_file(const trust::AgreementEvidence& evidence) {
    const trust::Agreement& agreement = evidence.agreement;
    proto::AgreementExport message;
    message.set_format(format);
    message.set_vault(agreement.vault.string());
    message.set_agreement(agreement.id.string());
    message.set_version(agreement.version);
    message.set_previous(to_string(agreement.previous));
    message.set_document(to_string(agreement.document));
    for (const trust::AgreementSignature& source : evidence.signatures) {
        auto& target = *message.add_signatures();
        target.set_role(static_cast<std::uint32_t>(source.role));
        trust::write_device(source.device, *target.mutable_device());
        target.set_signature(to_string(source.signature));
    }
    trust::write_chain(evidence.vault_chain, *message.mutable_vault_chain());
    trust::write_chain(evidence.staff_chain, *message.mutable_staff_chain());
    return trust::serialise_message(message);
}

Result<trust::AgreementProof> verify_agreement_file(ByteView bytes) {
    proto::AgreementExport message;
    trust::AgreementEvidence evidence;
    // There is no signature around the whole, so only the one form that we write is read.
    if (bytes.size() > file_bytes_max || !trust::parse_message(bytes, message) ||
        !read_evidence(message, evidence) ||
        !std::ranges::equal(write_agreement_file(evidence), bytes)) {
        return Error(ErrorCode::damaged, "This is not an agreement document.");
    }
    return trust::verify_agreement_evidence(std::move(evidence));
}

}  // namespace evenkeel::paper
