#include "sync/trust/vault_roster.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

Cut cut_of(const DeviceKeys& device, std::uint64_t sequence) {
    return {.device = device.id, .final_sequence = sequence, .final_hash = Hash32{9}};
}

// Adds `device` to the practice's staff as a device of `user`.
void certify(Practice& practice, const UserId& user, const DeviceKeys& device) {
    StaffRoster draft = next_staff_roster(practice.staff());
    for (StaffUser& known : draft.users) {
        if (known.id != user) continue;
        known.devices.push_back(device.public_part());
        return practice.publish_staff(draft);
    }
    draft.users.push_back({user, StaffRole::clinician, {device.public_part()}});
    practice.publish_staff(draft);
}

bool opens(const VaultRoster& roster, const DeviceKeys& device) {
    return unwrap_epoch_key(roster, device.id, device.box).ok();
}

}  // namespace

TEST_CASE("a vault roster with one flipped bit, cut short or made longer is refused") {
    Practice practice;
    expect_only(practice.vault_chain[0], [&](const Bytes& bytes) {
        return check_vault_roster(nullptr, bytes, practice.staff_rosters, {}).ok();
    });
    practice.publish(practice.next_draft(practice.phone), practice.phone);
    expect_only(practice.vault_chain[1], [&](const Bytes& bytes) {
        return check_vault_roster(practice.rosters.data(), bytes, practice.staff_rosters, {}).ok();
    });
}

TEST_CASE("K1: a client's device adds another device of the client") {
    Practice practice;
    auto draft = practice.next_draft(practice.phone);
    draft.members.push_back(member_for(practice.client_user, VaultRole::client, practice.stranger));
    CHECK(practice.try_next(draft, practice.phone).ok());
}

TEST_CASE("K2, K3: a staff device is added if the staff roster certifies it, and only then") {
    Practice practice;
    const auto colleague = DeviceKeys::generate(practice.random);
    const auto user = practice.random.id<UserId>();
    auto draft = practice.next_draft(practice.clinician);
    draft.members.push_back(member_for(user, VaultRole::clinician, colleague));
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());

    certify(practice, user, colleague);
    draft.staff_number = practice.staff().number;
    draft.staff_hash = practice.staff().hash;
    CHECK(practice.try_next(draft, practice.clinician).ok());
    draft.members.back().user = practice.random.id<UserId>();  // certified, but for somebody else
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());
    draft.members.back().user = user;
    draft.members.back().device.box_key = practice.stranger.box.public_key;
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());
}

TEST_CASE("K4, K5: a clinician adds a client's device only with an invite's proof") {
    Practice practice;
    const auto device = practice.stranger.public_part();
    const auto keys =
        derive_invite_keys(InviteSecret::random(practice.random), practice.staff().root());
    const auto other =
        derive_invite_keys(InviteSecret::random(practice.random), practice.staff().root());
    auto draft = practice.next_draft(practice.clinician);
    draft.members.push_back(member_for(practice.client_user, VaultRole::client, practice.stranger));
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());

    draft.members.back().proof = device_proof(keys, practice.vault, practice.client_user, device);
    CHECK(practice.try_next(draft, practice.clinician).ok());  // a claim, to who lacks the secret
    CHECK(practice.try_next(draft, practice.clinician, {&keys, 1}).ok());
    CHECK(practice.try_next(draft, practice.clinician, {&other, 1}).ok());
    draft.members.back().proof->tag[0] ^= 1;
    CHECK_FALSE(practice.try_next(draft, practice.clinician, {&keys, 1}).ok());
    // E3: the server swapped the device's keys after the tag was made.
    draft.members.back().proof = device_proof(keys, practice.vault, practice.client_user, device);
    draft.members.back().device.box_key = practice.admin.box.public_key;
    CHECK_FALSE(practice.try_next(draft, practice.clinician, {&keys, 1}).ok());
}

TEST_CASE("K6: outsiders, removed members, recovery and wrong keys sign nothing") {
    Practice practice;
    const auto draft = practice.next_draft(practice.phone);
    CHECK(practice.try_next(draft, practice.phone).ok());
    CHECK_FALSE(practice.try_next(draft, practice.stranger).ok());
    auto outsider = practice.next_draft(practice.stranger);
    CHECK_FALSE(practice.try_next(outsider, practice.stranger).ok());
    auto recovery = practice.next_draft(practice.phone);
    recovery.author = recovery_device_id;
    CHECK_FALSE(practice.try_next(recovery, practice.phone).ok());

    auto removal = practice.next_draft(practice.phone);
    remove_device(removal, cut_of(practice.clinician, 4));
    practice.publish(removal, practice.phone);
    CHECK_FALSE(
        practice.try_next(practice.next_draft(practice.clinician), practice.clinician).ok());
}

TEST_CASE("K7: a surviving device keeps its keys, role, user and provenance") {
    Practice practice;
    const auto refuses = [&](auto change) {
        auto draft = practice.next_draft(practice.clinician);
        change(draft.members[0]);
        return !practice.try_next(draft, practice.clinician).ok();
    };
    CHECK_FALSE(refuses([](VaultMember&) {}));
    CHECK(refuses([&](VaultMember& m) { m.device.box_key = practice.stranger.box.public_key; }));
    CHECK(
        refuses([&](VaultMember& m) { m.device.signing_key = practice.admin.signing.public_key; }));
    CHECK(refuses([&](VaultMember& m) { m.user = practice.admin_user; }));
    CHECK(refuses([](VaultMember& m) { m.role = VaultRole::clinician; }));
    CHECK(refuses([&](VaultMember& m) {
        m.proof = InviteProof{practice.random.id<InviteId>(), {}};
    }));
}

TEST_CASE("K8: recovery is there exactly once with the practice's key") {
    Practice practice;
    auto draft = practice.next_draft(practice.phone);
    std::erase_if(draft.members, [](const auto& m) { return m.role == VaultRole::recovery; });
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());
    draft.members.push_back(recovery_member(practice.staff()));
    CHECK(practice.try_next(draft, practice.phone).ok());
    draft.members.back().device.box_key = practice.stranger.box.public_key;
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());
    draft.members.back() = recovery_member(practice.staff());
    draft.members.push_back(recovery_member(practice.staff()));
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());
}

TEST_CASE("K9: the client's last device stays, whoever signs") {
    Practice practice;
    auto draft = practice.next_draft(practice.clinician);
    remove_device(draft, cut_of(practice.phone, 3));
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());
    draft.author = practice.phone.id;
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());
    // Replacing it by another person's device is no way round.
    draft.author = practice.clinician.id;
    draft.members.push_back(
        member_for(practice.random.id<UserId>(), VaultRole::client, practice.stranger));
    draft.members.back().proof = InviteProof{practice.random.id<InviteId>(), {}};
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());
}

TEST_CASE("K10: a removed device has a cut, cuts stay as they are, and nobody returns") {
    Practice practice;
    auto draft = practice.next_draft(practice.phone);
    std::erase_if(draft.members, [](const auto& m) { return m.role == VaultRole::clinician; });
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());
    draft.cuts.push_back(cut_of(practice.clinician, 4));
    CHECK(practice.try_next(draft, practice.phone).ok());
    draft.cuts.push_back(draft.cuts[0]);
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());
    draft.cuts[1] = cut_of(practice.stranger, 4);  // never was a member
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());
    draft.cuts.pop_back();
    practice.publish(draft, practice.phone);

    auto next = practice.next_draft(practice.phone);
    next.cuts[0].final_sequence = 5;
    CHECK_FALSE(practice.try_next(next, practice.phone).ok());
    next.cuts.clear();
    CHECK_FALSE(practice.try_next(next, practice.phone).ok());
    next = practice.next_draft(practice.phone);
    next.members.push_back(
        member_for(practice.clinician_user, VaultRole::clinician, practice.clinician));
    CHECK_FALSE(practice.try_next(next, practice.phone).ok());
    next.cuts.clear();
    CHECK_FALSE(practice.try_next(next, practice.phone).ok());
}

TEST_CASE("K11, K12: a wrapped key from another roster, epoch or vault is refused") {
    Practice practice;
    const auto other = build_vault_roster(practice.next_draft(practice.phone), &practice.keys[0],
                                          practice.phone.signing, practice.random);
    practice.publish(practice.next_draft(practice.phone), practice.phone);
    VaultRoster roster = practice.rosters[1];
    CHECK(opens(roster, practice.phone));
    CHECK_FALSE(opens(roster, practice.stranger));
    CHECK_FALSE(unwrap_epoch_key(roster, practice.phone.id, practice.clinician.box).ok());

    // A malicious author hands the phone another key of the same vault and number.
    roster.members[0].wrap = other.value().roster.members[0].wrap;
    CHECK_FALSE(opens(roster, practice.phone));  // fits the place, not the commitment
    roster.members[0].wrap = practice.rosters[0].members[0].wrap;
    CHECK_FALSE(opens(roster, practice.phone));  // from another epoch
    roster.members[0].wrap = other.value().roster.members[0].wrap;
    roster.key_commitment = other.value().roster.key_commitment;
    CHECK(opens(roster, practice.phone));
    roster.vault = practice.random.id<VaultId>();
    CHECK_FALSE(opens(roster, practice.phone));  // in another vault
    roster.vault = practice.vault;
    roster.members[0].wrap[0] = 2;
    CHECK_FALSE(opens(roster, practice.phone));  // by an algorithm not known here
}

TEST_CASE("K13, R10: a removed member opens nothing of the next epoch") {
    Practice practice;
    auto draft = practice.next_draft(practice.phone);
    remove_device(draft, cut_of(practice.clinician, 4));
    practice.publish(draft, practice.phone);
    CHECK(opens(practice.rosters[0], practice.clinician));
    CHECK_FALSE(opens(practice.rosters[1], practice.clinician));
    const auto old_key =
        unwrap_epoch_key(practice.rosters[0], practice.clinician.id, practice.clinician.box);
    const Bytes bytes = practice.seal("after");
    CHECK_FALSE(open_envelope(parse_envelope(bytes).value(), old_key.value()).ok());
    CHECK(open_envelope(parse_envelope(bytes).value(), practice.keys[1]).ok());
}

TEST_CASE("K14: of two rosters on one, the second does not follow the first") {
    Practice practice;
    const auto one = practice.next_draft(practice.phone),
               two = practice.next_draft(practice.clinician);
    practice.publish(one, practice.phone);
    CHECK_FALSE(practice.try_next(two, practice.clinician).ok());
    CHECK(practice.try_next(practice.next_draft(practice.clinician), practice.clinician).ok());
}

TEST_CASE("K15: a removed device ends at its cut") {
    Practice practice;
    auto draft = practice.next_draft(practice.phone);
    remove_device(draft, cut_of(practice.clinician, 4));
    practice.publish(draft, practice.phone);
    const VaultRoster& roster = practice.rosters.back();
    CHECK(roster.accepts_sequence(practice.clinician.id, 4));
    CHECK_FALSE(roster.accepts_sequence(practice.clinician.id, 5));
    CHECK(roster.accepts_sequence(practice.phone.id, 5'000'000'000));
    CHECK_FALSE(roster.accepts_sequence(practice.stranger.id, 1));
    CHECK_FALSE(roster.accepts_sequence(recovery_device_id, 1));
}

TEST_CASE("K16: a new device walks back to epoch 1, and a broken link stops it") {
    Practice practice;
    for (int i = 0; i < 4; ++i)
        practice.publish(practice.next_draft(practice.phone), practice.phone);
    auto draft = practice.next_draft(practice.phone);
    draft.members.push_back(member_for(practice.client_user, VaultRole::client, practice.stranger));
    practice.publish(draft, practice.phone);

    auto key =
        unwrap_epoch_key(practice.rosters.back(), practice.stranger.id, practice.stranger.box)
            .value();
    for (std::size_t i = practice.rosters.size() - 1; i > 0; --i) {
        VaultRoster broken = practice.rosters[i];
        broken.previous_key_box[30] ^= 1;
        CHECK_FALSE(previous_epoch_key(broken, key).ok());
        key = previous_epoch_key(practice.rosters[i], key).value();
        CHECK(matches_commitment(practice.rosters[i - 1], key));
        CHECK(equal_constant_time(key.view(), practice.keys[i - 1].view()));
    }
    CHECK(previous_epoch_key(practice.rosters[0], key).error().code() == ErrorCode::not_found);
}

TEST_CASE("K17: a revoked staff device leaves with the next roster, and signs none") {
    Practice practice;
    StaffRoster staff = next_staff_roster(practice.staff());
    revoke_staff_device(staff, practice.clinician.id);
    practice.publish_staff(staff);
    auto draft = practice.next_draft(practice.phone);
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());  // still lists the revoked device
    remove_device(draft, cut_of(practice.clinician, 2));
    CHECK(practice.try_next(draft, practice.phone).ok());
    draft.author = practice.clinician.id;
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());
}

TEST_CASE("K18: after the recovery sheet was replaced, the old one opens nothing new") {
    Practice practice;
    const auto replaced = derive_recovery_keys(RecoverySeed::random(practice.random));
    StaffRoster staff = next_staff_roster(practice.staff());
    staff.recovery_box_key = replaced.recovery.public_key;
    practice.publish_staff(staff);
    practice.publish(practice.next_draft(practice.clinician), practice.clinician);
    const VaultRoster& roster = practice.rosters.back();
    CHECK_FALSE(unwrap_epoch_key(roster, recovery_device_id, practice.root.recovery).ok());
    CHECK(unwrap_epoch_key(roster, recovery_device_id, replaced.recovery).ok());
    CHECK(unwrap_epoch_key(practice.rosters[0], recovery_device_id, practice.root.recovery).ok());
}

TEST_CASE("K19: through a hundred random changes all members hold one key and nobody else does") {
    Practice practice(19);
    std::vector<DeviceKeys> inside{practice.phone}, outside{practice.stranger};
    for (int round = 0; round < 100; ++round) {
        auto draft = practice.next_draft(practice.phone);
        if (inside.size() < 8 && practice.random.below(2) == 0) {
            inside.push_back(DeviceKeys::generate(practice.random));
            draft.members.push_back(
                member_for(practice.client_user, VaultRole::client, inside.back()));
        } else if (inside.size() > 1) {
            const auto chosen = 1 + practice.random.below(inside.size() - 1);
            remove_device(draft, cut_of(inside[chosen], chosen));
            outside.push_back(inside[chosen]);
            inside.erase(inside.begin() + static_cast<std::ptrdiff_t>(chosen));
        }
        practice.publish(draft, practice.phone);
        const VaultRoster& roster = practice.rosters.back();
        for (const DeviceKeys& device : inside) {
            const auto key = unwrap_epoch_key(roster, device.id, device.box);
            REQUIRE(key.ok());
            REQUIRE(equal_constant_time(key.value().view(), practice.keys.back().view()));
        }
        for (const DeviceKeys& device : outside) REQUIRE_FALSE(opens(roster, device));
    }
}

TEST_CASE(
    "K20: where the client approves staff, only a client's device adds one or lifts the rule") {
    Practice practice;
    auto policy = practice.next_draft(practice.clinician);
    policy.client_approves_staff = true;
    practice.publish(policy, practice.clinician);

    auto draft = practice.next_draft(practice.clinician);
    draft.members.push_back(member_for(practice.admin_user, VaultRole::clinician, practice.admin));
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());
    draft.client_approves_staff = false;
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());
    draft.members.pop_back();
    CHECK_FALSE(practice.try_next(draft, practice.clinician).ok());
    draft.author = practice.phone.id;
    CHECK(practice.try_next(draft, practice.phone).ok());
    draft = practice.next_draft(practice.phone);
    draft.members.push_back(member_for(practice.admin_user, VaultRole::clinician, practice.admin));
    CHECK(practice.try_next(draft, practice.phone).ok());
    // A further device of somebody who is in already needs no approval.
    const auto tablet = DeviceKeys::generate(practice.random);
    certify(practice, practice.clinician_user, tablet);
    draft = practice.next_draft(practice.clinician);
    draft.members.push_back(member_for(practice.clinician_user, VaultRole::clinician, tablet));
    CHECK(practice.try_next(draft, practice.clinician).ok());
}

TEST_CASE("K21: more than 24 devices, 8 per user, or 64 KiB are refused") {
    Practice practice;
    auto draft = practice.next_draft(practice.phone);
    for (int i = 0; i < 7; ++i) {
        draft.members.push_back(member_for(practice.client_user, VaultRole::client,
                                           DeviceKeys::generate(practice.random)));
    }
    CHECK(practice.try_next(draft, practice.phone).ok());
    draft.members.push_back(member_for(practice.client_user, VaultRole::client, practice.stranger));
    CHECK_FALSE(practice.try_next(draft, practice.phone).ok());

    auto crowded = [&](std::size_t staff_devices) {
        Practice large(7);
        StaffRoster staff = next_staff_roster(large.staff());
        auto next = large.next_draft(large.phone);
        for (std::size_t i = 0; i < staff_devices; ++i) {
            const auto device = DeviceKeys::generate(large.random);
            const auto user = large.random.id<UserId>();
            staff.users.push_back({user, StaffRole::clinician, {device.public_part()}});
            next.members.push_back(member_for(user, VaultRole::clinician, device));
        }
        large.publish_staff(staff);
        next.staff_number = large.staff().number;
        next.staff_hash = large.staff().hash;
        return large.try_next(next, large.phone).ok();
    };
    CHECK(crowded(22));
    CHECK_FALSE(crowded(23));

    auto huge = practice.next_draft(practice.phone);
    huge.cuts.resize(2000);
    CHECK_FALSE(
        build_vault_roster(huge, &practice.keys[0], practice.phone.signing, practice.random).ok());
    Bytes padded = practice.vault_chain[0];
    padded.resize(65 * 1024);
    CHECK_FALSE(check_vault_roster(nullptr, padded, practice.staff_rosters, {}).ok());
}
