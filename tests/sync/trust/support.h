// A small practice made from a seed: root, an admin, a clinician, a client, and the client's care
// vault. The same seed always makes the same bytes.
#pragma once

#include "sync/trust/agreement.h"
#include "sync/trust/envelope.h"
#include "sync/trust/invite.h"
#include "sync/trust/recovery.h"
#include "sync/trust/vault_roster.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::trust {

class SeededRandom : public Random {
public:
    explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
    void fill(std::span<Byte> target) override;
    std::size_t below(std::size_t limit) { return static_cast<std::size_t>(number() % limit); }

    std::size_t bytes_drawn = 0;

private:
    std::uint64_t state_;
};

struct Practice;

// Checks that `accepts` takes `good` and nothing near it: no single flipped bit, no truncation, no
// extension by 1 to 64 bytes.
template <typename Accepts>
void expect_only(const Bytes& good, Accepts accepts) {
    REQUIRE(accepts(good));
    Bytes changed = good;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        changed[bit / 8] = static_cast<Byte>(changed[bit / 8] ^ (1U << bit % 8));
        if (accepts(changed)) FAIL("bit " << bit << " was flipped and nobody noticed");
        changed[bit / 8] = good[bit / 8];
    }
    for (std::size_t length = 0; length < good.size(); ++length) {
        if (accepts(Bytes(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(length)))) {
            FAIL("the first " << length << " bytes were accepted");
        }
    }
    for (const Byte filling : {Byte{0}, Byte{0x5A}, Byte{0xFF}}) {
        for (std::size_t length = 1; length <= 64; ++length) {
            Bytes longer = good;
            longer.resize(good.size() + length, filling);
            if (accepts(longer)) FAIL(length << " added bytes were accepted");
        }
    }
}

// An agreement in the practice's care vault, one signature under it, and what proves that both
// signed it.
Agreement agreement_in(const Practice& practice);
AgreementSignature signed_by(const Agreement& agreement, AgreementRole role,
                             const DeviceKeys& device);
AgreementEvidence evidence_of(const Practice& practice);

VaultMember member_for(const UserId& user, VaultRole role, const DeviceKeys& device);

struct Practice {
    explicit Practice(std::uint64_t seed = 1);

    // The care vault's number 1 as the client's phone makes it.
    [[nodiscard]] VaultRoster care_draft() const;
    // Draft of the next care roster, authored by `author`, on the newest staff roster.
    [[nodiscard]] VaultRoster next_draft(const DeviceKeys& author) const;
    // Builds and checks; does not keep the outcome.
    Result<VaultRoster> try_next(const VaultRoster& draft, const DeviceKeys& author,
                                 std::span<const InviteKeys> invites = {});
    // Builds, checks and makes it the current roster.
    void publish(const VaultRoster& draft, const DeviceKeys& author);
    // Signs the next staff roster as the admin's device and keeps it.
    void publish_staff(StaffRoster draft);
    [[nodiscard]] const StaffRoster& staff() const { return staff_rosters.back(); }
    [[nodiscard]] EnvelopeHeader header(std::uint64_t sequence, const Hash32& previous) const;
    Bytes seal(std::string_view text);

    SeededRandom random;
    RecoverySeed sheet;
    RecoveryKeys root;
    UserId admin_user, clinician_user, client_user;
    DeviceKeys admin, clinician, phone, stranger;
    VaultId vault;
    std::vector<StaffRoster> staff_rosters;
    std::vector<Bytes> staff_chain;
    std::vector<VaultRoster> rosters;
    std::vector<Bytes> vault_chain;
    std::vector<EpochKey> keys;
};

}  // namespace evenkeel::trust
