#include "sync/trust/agreement.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

Agreement agreement_in(const Practice& practice) {
    return {.vault = practice.vault,
            .id = EntityId{{7}},
            .version = 1,
            .document = to_bytes(as_bytes("No phone after 22:00 on school nights."))};
}

AgreementSignature signed_by(const Agreement& agreement, AgreementRole role,
                             const DeviceKeys& device) {
    return {role, device.public_part(),
            sign_agreement(agreement_hash(agreement), role, device.signing.secret)};
}

std::vector<AgreementSignature> both(const Practice& practice, const Agreement& agreement) {
    return {signed_by(agreement, AgreementRole::client, practice.phone),
            signed_by(agreement, AgreementRole::clinician, practice.clinician)};
}

}  // namespace

TEST_CASE("L6: both sign one hash, and neither signature serves another role, text or version") {
    Practice practice;
    const Agreement agreement = agreement_in(practice);
    const Hash32 hash = agreement_hash(agreement);
    const auto client = signed_by(agreement, AgreementRole::client, practice.phone);
    const PublicKey& key = practice.phone.signing.public_key;
    CHECK(verify_agreement(hash, AgreementRole::client, key, client.signature));
    CHECK_FALSE(verify_agreement(hash, AgreementRole::clinician, key, client.signature));
    const auto differs = [&](auto change) {
        Agreement other = agreement;
        change(other);
        return agreement_hash(other) != hash &&
               !verify_agreement(agreement_hash(other), AgreementRole::client, key,
                                 client.signature);
    };
    CHECK(differs([](Agreement& a) { a.document.back() = '!'; }));
    CHECK(differs([](Agreement& a) { a.document.pop_back(); }));
    CHECK(differs([](Agreement& a) { a.version = 2; }));
    CHECK(differs([](Agreement& a) { a.previous[0] = 1; }));
    CHECK(differs([](Agreement& a) { a.id.bytes[1] = 1; }));
    CHECK(differs([](Agreement& a) { a.vault.bytes[0] ^= 1; }));
}

TEST_CASE("L8: an exported agreement proves itself without any vault key") {
    Practice practice;
    const Agreement agreement = agreement_in(practice);
    const Bytes bytes = export_agreement(agreement, both(practice, agreement), practice.vault_chain,
                                         practice.staff_chain);
    const auto proof = verify_exported_agreement(bytes);
    REQUIRE(proof.ok());
    CHECK(proof.value().both_signed);
    CHECK(proof.value().hash == agreement_hash(agreement));
    CHECK(proof.value().root == practice.staff().root());
    CHECK(proof.value().agreement.document == agreement.document);
    REQUIRE(proof.value().signers.size() == 2);
    CHECK(proof.value().signers[0].user == practice.client_user);
    CHECK(proof.value().signers[0].provenance == Provenance::first_roster);
    CHECK(proof.value().signers[1].provenance == Provenance::staff);
}

TEST_CASE("an exported agreement with one flipped bit, cut short or made longer is refused") {
    Practice practice;
    const Agreement agreement = agreement_in(practice);
    expect_only(export_agreement(agreement, both(practice, agreement), practice.vault_chain,
                                 practice.staff_chain),
                [](const Bytes& bytes) { return verify_exported_agreement(bytes).ok(); });
}

TEST_CASE(
    "an exported agreement with a signer who was no member, or not in that role, is refused") {
    Practice practice(1), other(2);
    const Agreement agreement = agreement_in(practice);
    const auto accepted = [&](std::vector<AgreementSignature> signatures) {
        return verify_exported_agreement(export_agreement(agreement, signatures,
                                                          practice.vault_chain,
                                                          practice.staff_chain))
            .ok();
    };
    CHECK(accepted({signed_by(agreement, AgreementRole::client, practice.phone)}));
    CHECK_FALSE(accepted({}));
    CHECK_FALSE(accepted({signed_by(agreement, AgreementRole::client, practice.stranger)}));
    CHECK_FALSE(accepted({signed_by(agreement, AgreementRole::client, practice.clinician)}));
    CHECK_FALSE(accepted({signed_by(agreement, AgreementRole::clinician, practice.phone)}));
    auto swapped = both(practice, agreement);
    std::swap(swapped[0].role, swapped[1].role);
    CHECK_FALSE(accepted(swapped));
    auto impersonated = signed_by(agreement, AgreementRole::client, practice.stranger);
    impersonated.device.id = practice.phone.id;
    CHECK_FALSE(accepted({impersonated}));

    const auto signatures = both(practice, agreement);
    CHECK_FALSE(verify_exported_agreement(export_agreement(agreement, signatures, other.vault_chain,
                                                           practice.staff_chain))
                    .ok());
    CHECK_FALSE(verify_exported_agreement(export_agreement(agreement, signatures,
                                                           practice.vault_chain, other.staff_chain))
                    .ok());
    CHECK_FALSE(
        verify_exported_agreement(export_agreement(agreement, signatures, {}, practice.staff_chain))
            .ok());
}

TEST_CASE("a reader of an agreement learns how the signing device came in") {
    Practice practice;
    auto draft = practice.next_draft(practice.phone);
    const auto tablet = DeviceKeys::generate(practice.random);
    draft.members.push_back(member_for(practice.client_user, VaultRole::client, tablet));
    practice.publish(draft, practice.phone);
    draft = practice.next_draft(practice.clinician);
    draft.members.push_back(member_for(practice.client_user, VaultRole::client, practice.stranger));
    draft.members.back().proof = InviteProof{practice.random.id<InviteId>(), {}};
    practice.publish(draft, practice.clinician);

    const Agreement agreement = agreement_in(practice);
    const std::vector<AgreementSignature> signatures{
        signed_by(agreement, AgreementRole::client, tablet),
        signed_by(agreement, AgreementRole::client, practice.stranger)};
    const auto proof = verify_exported_agreement(
        export_agreement(agreement, signatures, practice.vault_chain, practice.staff_chain));
    REQUIRE(proof.ok());
    CHECK_FALSE(proof.value().both_signed);
    CHECK(proof.value().signers[0].provenance == Provenance::own_device);
    CHECK(proof.value().signers[1].provenance == Provenance::invite);
}
