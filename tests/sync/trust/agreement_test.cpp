#include "sync/trust/agreement.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::trust;

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

TEST_CASE("L8: a signed agreement proves itself without any vault key") {
    Practice practice;
    const Agreement agreement = agreement_in(practice);
    const auto proof = verify_agreement_evidence(evidence_of(practice));
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

TEST_CASE("an agreement whose signer was no member, or not in that role, is refused") {
    Practice practice;
    const Agreement agreement = agreement_in(practice);
    const auto accepted = [&](std::vector<AgreementSignature> signatures) {
        AgreementEvidence evidence = evidence_of(practice);
        evidence.signatures = std::move(signatures);
        return verify_agreement_evidence(evidence).ok();
    };
    CHECK(accepted({signed_by(agreement, AgreementRole::client, practice.phone)}));
    CHECK_FALSE(accepted({}));
    CHECK_FALSE(accepted({signed_by(agreement, AgreementRole::client, practice.stranger)}));
    CHECK_FALSE(accepted({signed_by(agreement, AgreementRole::client, practice.clinician)}));
    CHECK_FALSE(accepted({signed_by(agreement, AgreementRole::clinician, practice.phone)}));
    auto swapped = evidence_of(practice).signatures;
    std::swap(swapped[0].role, swapped[1].role);
    CHECK_FALSE(accepted(swapped));
    auto impersonated = signed_by(agreement, AgreementRole::client, practice.stranger);
    impersonated.device.id = practice.phone.id;
    CHECK_FALSE(accepted({impersonated}));
}

TEST_CASE("an agreement without its chains, with another practice's, or out of place is refused") {
    Practice practice(1), other(2);
    const auto refuses = [&](auto change) {
        AgreementEvidence evidence = evidence_of(practice);
        change(evidence);
        // Signed by both again, so that only the change stands in the way.
        evidence.signatures = {
            signed_by(evidence.agreement, AgreementRole::client, practice.phone),
            signed_by(evidence.agreement, AgreementRole::clinician, practice.clinician)};
        return !verify_agreement_evidence(evidence).ok();
    };
    CHECK_FALSE(refuses([](AgreementEvidence&) {}));
    CHECK(refuses([](AgreementEvidence& e) { e.vault_chain.clear(); }));
    CHECK(refuses([](AgreementEvidence& e) { e.staff_chain.clear(); }));
    CHECK(refuses([&](AgreementEvidence& e) { e.vault_chain = other.vault_chain; }));
    CHECK(refuses([&](AgreementEvidence& e) { e.staff_chain = other.staff_chain; }));
    CHECK(refuses([&](AgreementEvidence& e) { e.agreement.vault = other.vault; }));
    CHECK(refuses([](AgreementEvidence& e) { e.agreement.id = {}; }));
    CHECK(refuses([](AgreementEvidence& e) { e.agreement.version = 0; }));
    CHECK(refuses([](AgreementEvidence& e) { e.agreement.version = 2; }));
    CHECK(refuses([](AgreementEvidence& e) { e.agreement.previous[0] = 1; }));
    CHECK(refuses([](AgreementEvidence& e) { e.agreement.document.clear(); }));
    CHECK(refuses([](AgreementEvidence& e) { e.agreement.document.resize(60'001); }));
    CHECK_FALSE(refuses([](AgreementEvidence& e) { e.agreement.document.resize(60'000); }));
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
    AgreementEvidence evidence = evidence_of(practice);
    evidence.signatures = {signed_by(agreement, AgreementRole::client, tablet),
                           signed_by(agreement, AgreementRole::client, practice.stranger)};
    const auto proof = verify_agreement_evidence(evidence);
    REQUIRE(proof.ok());
    CHECK_FALSE(proof.value().both_signed);
    CHECK(proof.value().signers[0].provenance == Provenance::own_device);
    CHECK(proof.value().signers[1].provenance == Provenance::invite);
}
