#include "sync/trust/staff_roster.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

// Signs `draft` as `author` (none: ROOT with `keys`) and asks whether it may follow.
bool follows(const Practice& practice, StaffRoster draft, const DeviceId& author,
             const SigningKeys& keys) {
    draft.author = author;
    const auto bytes = sign_staff_roster(draft, keys);
    return bytes.ok() && verify_next_staff_roster(practice.staff(), bytes.value()).ok();
}

bool follows(const Practice& practice, const StaffRoster& draft) {
    return follows(practice, draft, practice.admin.id, practice.admin.signing);
}

}  // namespace

TEST_CASE("a staff roster with one flipped bit, cut short or made longer is refused") {
    Practice practice;
    const RootFingerprint root = practice.staff().root();
    expect_only(practice.staff_chain[0],
                [&](const Bytes& bytes) { return verify_first_staff_roster(bytes, root).ok(); });
    const StaffRoster first = practice.staff();
    practice.publish_staff(next_staff_roster(first));
    expect_only(practice.staff_chain[1],
                [&](const Bytes& bytes) { return verify_next_staff_roster(first, bytes).ok(); });
}

TEST_CASE("the first staff roster is the one of the fingerprint and signed by root") {
    Practice practice(1), other(2);
    CHECK_FALSE(verify_first_staff_roster(practice.staff_chain[0], other.staff().root()).ok());
    StaffRoster by_admin = practice.staff();
    by_admin.author = practice.admin.id;
    const Bytes bytes = sign_staff_roster(by_admin, practice.admin.signing).value();
    CHECK_FALSE(verify_first_staff_roster(bytes, practice.staff().root()).ok());
    by_admin.author = {};
    const Bytes wrong_key = sign_staff_roster(by_admin, practice.admin.signing).value();
    CHECK_FALSE(verify_first_staff_roster(wrong_key, practice.staff().root()).ok());
}

TEST_CASE("root and admins change the staff roster, clinicians and strangers do not") {
    Practice practice;
    const StaffRoster draft = next_staff_roster(practice.staff());
    CHECK(follows(practice, draft));
    CHECK(follows(practice, draft, {}, practice.root.root));
    CHECK_FALSE(follows(practice, draft, practice.clinician.id, practice.clinician.signing));
    CHECK_FALSE(follows(practice, draft, practice.stranger.id, practice.stranger.signing));
    CHECK_FALSE(follows(practice, draft, practice.admin.id, practice.stranger.signing));
    CHECK_FALSE(follows(practice, draft, {}, practice.stranger.signing));
}

TEST_CASE("a staff roster follows exactly the one before it") {
    Practice practice;
    StaffRoster draft = next_staff_roster(practice.staff());
    draft.number = 3;
    CHECK_FALSE(follows(practice, draft));
    draft = next_staff_roster(practice.staff());
    draft.previous[0] ^= 1;
    CHECK_FALSE(follows(practice, draft));
    CHECK_FALSE(verify_next_staff_roster(practice.staff(), practice.staff_chain[0]).ok());
    CHECK_FALSE(verify_next_staff_roster(practice.staff(), practice.vault_chain[0]).ok());
}

TEST_CASE("a staff device cannot change keys or user, go unrevoked, or return") {
    Practice practice;
    StaffRoster draft = next_staff_roster(practice.staff());
    draft.users[1].devices[0].box_key = practice.stranger.box.public_key;
    CHECK_FALSE(follows(practice, draft));

    draft = next_staff_roster(practice.staff());
    std::swap(draft.users[0].devices, draft.users[1].devices);
    CHECK_FALSE(follows(practice, draft));

    draft = next_staff_roster(practice.staff());
    draft.users.pop_back();
    CHECK_FALSE(follows(practice, draft));

    draft = next_staff_roster(practice.staff());
    revoke_staff_device(draft, practice.clinician.id);
    CHECK(follows(practice, draft));
    practice.publish_staff(draft);
    CHECK(practice.staff().device(practice.clinician.id) == nullptr);

    draft = next_staff_roster(practice.staff());
    draft.revoked.clear();
    CHECK_FALSE(follows(practice, draft));
    draft.users.push_back(
        {practice.clinician_user, StaffRole::clinician, {practice.clinician.public_part()}});
    CHECK_FALSE(follows(practice, draft));
    draft.revoked = practice.staff().revoked;
    CHECK_FALSE(sign_staff_roster(draft, practice.admin.signing).ok());
}

TEST_CASE("a revoked admin signs nothing any more") {
    Practice practice;
    StaffRoster draft = next_staff_roster(practice.staff());
    draft.users[1].role = StaffRole::admin;
    practice.publish_staff(draft);
    draft = next_staff_roster(practice.staff());
    revoke_staff_device(draft, practice.admin.id);
    draft.author = practice.clinician.id;
    const Bytes bytes = sign_staff_roster(draft, practice.clinician.signing).value();
    const StaffRoster after = verify_next_staff_roster(practice.staff(), bytes).value();
    StaffRoster theirs = next_staff_roster(after);
    theirs.author = practice.admin.id;
    const Bytes forged = sign_staff_roster(theirs, practice.admin.signing).value();
    CHECK_FALSE(verify_next_staff_roster(after, forged).ok());
}

TEST_CASE("root, and the practice's vault once it exists, are there for good") {
    Practice practice(1), other(2);
    StaffRoster draft = next_staff_roster(practice.staff());
    draft.root_key = other.staff().root_key;
    CHECK_FALSE(follows(practice, draft));
    draft = next_staff_roster(practice.staff());
    draft.practice_vault = practice.vault;
    practice.publish_staff(draft);
    draft = next_staff_roster(practice.staff());
    draft.practice_vault = other.vault;
    CHECK_FALSE(follows(practice, draft));
}

TEST_CASE(
    "a staff roster without admin, with too many devices or pins, or twice one id is not made") {
    Practice practice;
    const auto refuses = [&](auto change) {
        StaffRoster draft = next_staff_roster(practice.staff());
        change(draft);
        return !sign_staff_roster(draft, practice.admin.signing).ok();
    };
    const auto add_users = [&](StaffRoster& draft, std::size_t users, std::size_t devices) {
        for (std::size_t i = 0; i < users; ++i) {
            StaffUser& user = draft.users.emplace_back();
            user.id = practice.random.id<UserId>();
            for (std::size_t d = 0; d < devices; ++d) {
                user.devices.push_back(DeviceKeys::generate(practice.random).public_part());
            }
        }
    };
    CHECK_FALSE(refuses([](StaffRoster&) {}));
    CHECK(refuses([](StaffRoster& r) { r.users[0].role = StaffRole::clinician; }));
    CHECK(refuses([](StaffRoster& r) { r.users[1].devices.clear(); }));
    CHECK(refuses([](StaffRoster& r) { r.users[1].id = r.users[0].id; }));
    CHECK(refuses([](StaffRoster& r) { r.users[1].devices = r.users[0].devices; }));
    CHECK(refuses([](StaffRoster& r) { r.users[1].devices[0].id = {}; }));
    CHECK(refuses([](StaffRoster& r) { r.tls_spki_pins.resize(5); }));
    CHECK(refuses([](StaffRoster& r) { r.policy.auto_lock_minutes_max = 0; }));
    CHECK(refuses([](StaffRoster& r) { r.policy.auto_lock_minutes_max = 31; }));
    CHECK_FALSE(refuses([&](StaffRoster& r) { add_users(r, 62, 1); }));
    CHECK(refuses([&](StaffRoster& r) { add_users(r, 63, 1); }));
    CHECK(refuses([&](StaffRoster& r) { add_users(r, 1, 9); }));
}

TEST_CASE("a staff chain with a hole, a swap or a foreign link does not verify") {
    Practice practice(1), other(2);
    practice.publish_staff(next_staff_roster(practice.staff()));
    practice.publish_staff(next_staff_roster(practice.staff()));
    const RootFingerprint root = practice.staff().root();
    auto chain = practice.staff_chain;
    CHECK(verify_staff_chain(chain, root).value().size() == 3);
    std::swap(chain[1], chain[2]);
    CHECK_FALSE(verify_staff_chain(chain, root).ok());
    chain = practice.staff_chain;
    chain.erase(chain.begin() + 1);
    CHECK_FALSE(verify_staff_chain(chain, root).ok());
    chain = practice.staff_chain;
    chain[0] = other.staff_chain[0];
    CHECK_FALSE(verify_staff_chain(chain, root).ok());
    CHECK_FALSE(verify_staff_chain({}, root).ok());
}
