// Agreements both sides sign: the exact text that was on the screen, and a document that proves the
// signatures to anyone, without vault keys.
//
//   h         = BLAKE2b("EVEN-AGR" ‖ vault ‖ agreement ‖ version(4) ‖ previous version's h ‖
//   document) signature = Ed25519("EVEN-AGS" ‖ h ‖ role(1))
//
// It proves that a device of that user signed these words as that role. It proves no time.
#pragma once

#include "sync/trust/vault_roster.h"

namespace evenkeel::trust {

struct Agreement {
    VaultId vault;
    EntityId id;
    std::uint32_t version = 0;  // from 1
    Hash32 previous{};          // h of version - 1; zeros at 1
    Bytes document;             // UTF-8 as displayed and terms as stored; at most 60,000 bytes
};

enum class AgreementRole : Byte { client = 1, clinician = 2 };

Hash32 agreement_hash(const Agreement& agreement);
Signature sign_agreement(const Hash32& agreement, AgreementRole role, const SigningSecret& secret);
[[nodiscard]] bool verify_agreement(const Hash32& agreement, AgreementRole role,
                                    const PublicKey& signing_key, ByteView signature);

struct AgreementSignature {
    AgreementRole role = AgreementRole::client;
    DevicePublic device;
    Signature signature{};
};

// What proves an agreement to somebody without vault keys: the words, the signatures, and both
// roster chains from number 1, which show whose devices signed. sync/paper makes a file of it.
struct AgreementEvidence {
    Agreement agreement;
    std::vector<AgreementSignature> signatures;
    std::vector<Bytes> vault_chain;
    std::vector<Bytes> staff_chain;
};

// How a signing device came into the vault. A clinician who re-invites could admit a device that is
// not the client's, so a reader is told.
enum class Provenance : Byte { first_roster, own_device, invite, staff };

struct Signer {
    AgreementRole role = AgreementRole::client;
    UserId user;
    DeviceId device;
    Provenance provenance = Provenance::staff;
};

struct AgreementProof {
    Agreement agreement;
    Hash32 hash{};
    RootFingerprint root{};  // compare with the practice's own, printed on its papers
    std::vector<Signer> signers;
    bool both_signed = false;  // at least one client and one clinician
};

// Verifies all of it: both chains from number 1, each signature (there is one at least), and that
// each signing device was a member of the vault in that role. One wrong part refuses the whole.
Result<AgreementProof> verify_agreement_evidence(AgreementEvidence evidence);

}  // namespace evenkeel::trust
