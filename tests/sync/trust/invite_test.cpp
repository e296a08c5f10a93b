#include "sync/trust/invite.h"

#include "tests/sync/trust/support.h"

using namespace evenkeel;
using namespace evenkeel::trust;

namespace {

constexpr Instant now{1'750'000'000'000};

struct Invited {
    Practice practice{1};
    InviteSecret secret = InviteSecret::random(practice.random);
    InviteKeys keys = derive_invite_keys(secret, practice.staff().root());

    InviteBody body() {
        InviteBody body;
        body.root_key = practice.staff().root_key;
        body.staff_number = practice.staff().number;
        body.staff_hash = practice.staff().hash;
        body.staff_chain = practice.staff_chain;
        body.inviting_user = practice.clinician_user;
        body.inviting_device = practice.clinician.id;
        body.expiry = now + 1;
        body.practice_name = "Practice by the river";
        body.inviter_name = "Dr Amara Oyelaran";
        body.policy_text = "Shared: mood, use.\nStop at any time.";
        return body;
    }
    ErrorCode verify_error(const InviteBody& body) {
        return verify_invite(body, practice.staff().root(), body.staff_chain, now).error().code();
    }
};

}  // namespace

TEST_CASE("an invite says the same to the joiner as the inviter wrote") {
    Invited invited;
    const Bytes blob = seal_invite(invited.keys, invited.body(), invited.practice.random).value();
    const auto body = open_invite(invited.keys, blob);
    REQUIRE(body.ok());
    CHECK(body.value().inviter_name == "Dr Amara Oyelaran");
    CHECK(body.value().policy_text == "Shared: mood, use.\nStop at any time.");
    CHECK(body.value().user.is_none());
    CHECK(body.value().expiry == now + 1);
    const auto rosters =
        verify_invite(body.value(), invited.practice.staff().root(), body.value().staff_chain, now);
    REQUIRE(rosters.ok());
    CHECK(rosters.value().size() == 1);
}

TEST_CASE("E1: a server without the secret can neither open, change nor forge an invite") {
    Invited invited;
    const Bytes blob = seal_invite(invited.keys, invited.body(), invited.practice.random).value();
    expect_only(blob, [&](const Bytes& bytes) { return open_invite(invited.keys, bytes).ok(); });
    const auto guessed = derive_invite_keys(InviteSecret::random(invited.practice.random),
                                            invited.practice.staff().root());
    CHECK_FALSE(open_invite(guessed, blob).ok());
    InviteKeys under_other_id = invited.keys;
    under_other_id.id = guessed.id;
    CHECK_FALSE(open_invite(under_other_id, blob).ok());
}

TEST_CASE("E2: even with the secret nobody can put another practice in the invite's place") {
    Invited invited;
    Practice evil(666);
    InviteBody body = invited.body();
    body.root_key = evil.staff().root_key;
    body.staff_hash = evil.staff().hash;
    body.staff_chain = evil.staff_chain;
    body.inviting_user = evil.clinician_user;
    body.inviting_device = evil.clinician.id;
    CHECK(invited.verify_error(body) == ErrorCode::refused);
    body.root_key = invited.practice.staff().root_key;  // lies about the root, keeps its own chain
    CHECK(invited.verify_error(body) == ErrorCode::refused);
}

TEST_CASE("E3: keys swapped on the way to the inviter do not carry the joiner's tag") {
    Invited invited;
    Practice& practice = invited.practice;
    const Hash32 tag = accept_tag(invited.keys, practice.rosters[0].hash);
    CHECK(verify_accept_tag(invited.keys, practice.rosters[0].hash, tag));
    CHECK_FALSE(verify_accept_tag(invited.keys, practice.staff().hash, tag));
    const auto other =
        derive_invite_keys(InviteSecret::random(practice.random), practice.staff().root());
    CHECK_FALSE(verify_accept_tag(other, practice.rosters[0].hash, tag));

    VaultMember member = member_for(practice.client_user, VaultRole::client, practice.phone);
    CHECK_FALSE(verify_device_proof(invited.keys, practice.vault, member));
    member.proof = device_proof(invited.keys, practice.vault, member.user, member.device);
    CHECK(verify_device_proof(invited.keys, practice.vault, member));
    CHECK_FALSE(verify_device_proof(invited.keys, practice.random.id<VaultId>(), member));
    CHECK_FALSE(verify_device_proof(other, practice.vault, member));
    member.device.signing_key = practice.stranger.signing.public_key;
    CHECK_FALSE(verify_device_proof(invited.keys, practice.vault, member));
    // A first roster whose proof names a known invite must carry it rightly.
    auto draft = practice.care_draft();
    draft.members[0].proof = device_proof(invited.keys, practice.vault, draft.members[0].user,
                                          practice.stranger.public_part());
    const auto built =
        build_vault_roster(draft, nullptr, practice.phone.signing, practice.random).value();
    CHECK_FALSE(
        check_vault_roster(nullptr, built.bytes, practice.staff_rosters, {&invited.keys, 1}).ok());
}

TEST_CASE("E5: an expired invite is refused by the joiner's own clock") {
    Invited invited;
    InviteBody body = invited.body();
    body.expiry = now;
    CHECK(invited.verify_error(body) == ErrorCode::expired);
}

TEST_CASE("E9: an invite from a device the staff list does not know is refused") {
    Invited invited;
    InviteBody body = invited.body();
    body.inviting_device = invited.practice.stranger.id;
    CHECK(invited.verify_error(body) == ErrorCode::refused);
    body = invited.body();
    body.inviting_user = invited.practice.admin_user;
    CHECK(invited.verify_error(body) == ErrorCode::refused);
    // A client's own phone invites the client's tablet: the secret alone vouches for it.
    body.inviting_device = invited.practice.phone.id;
    body.role = InviteRole::device;
    CHECK(verify_invite(body, invited.practice.staff().root(), body.staff_chain, now).ok());
}

TEST_CASE("E9: an invite from a device revoked since is refused") {
    Invited invited;
    StaffRoster draft = next_staff_roster(invited.practice.staff());
    revoke_staff_device(draft, invited.practice.clinician.id);
    const InviteBody body = invited.body();
    invited.practice.publish_staff(draft);
    const auto verified =
        verify_invite(body, invited.practice.staff().root(), invited.practice.staff_chain, now);
    CHECK(verified.error().code() == ErrorCode::refused);
}

TEST_CASE("E10: a staff list older than the invite names, or another one, is refused") {
    Invited invited;
    invited.practice.publish_staff(next_staff_roster(invited.practice.staff()));
    InviteBody body = invited.body();
    CHECK(verify_invite(body, invited.practice.staff().root(), body.staff_chain, now).ok());
    body.staff_chain.pop_back();
    CHECK(invited.verify_error(body) == ErrorCode::refused);
    body = invited.body();
    body.staff_hash[0] ^= 1;
    CHECK(invited.verify_error(body) == ErrorCode::refused);
}

TEST_CASE("a join request reaches the inviter unchanged or not at all") {
    Invited invited;
    const JoinRequest request{invited.practice.random.id<UserId>(),
                              invited.practice.stranger.public_part(), "Pixel of Sam"};
    const Bytes sealed = seal_join_request(invited.keys, request, invited.practice.random).value();
    const auto opened = open_join_request(invited.keys, sealed);
    REQUIRE(opened.ok());
    CHECK(opened.value().user == request.user);
    CHECK(opened.value().device == request.device);
    CHECK(opened.value().name == request.name);
    CHECK_FALSE(open_invite(invited.keys, sealed).ok());
    expect_only(sealed,
                [&](const Bytes& bytes) { return open_join_request(invited.keys, bytes).ok(); });
}

TEST_CASE("E13: both sides see the same thirty digits, and others for any other key") {
    Practice practice(1), other(2);
    const auto device = practice.phone.public_part();
    const std::string digits = safety_number(practice.staff().root(), device, practice.vault);
    CHECK(digits.size() == 35);
    CHECK(digits.find_first_not_of("0123456789 ") == std::string::npos);
    CHECK(digits == safety_number(practice.staff().root(), device, practice.vault));
    CHECK(digits != safety_number(other.staff().root(), device, practice.vault));
    CHECK(digits != safety_number(practice.staff().root(), device, other.vault));
    for (const auto change : {0, 1}) {
        auto swapped = device;
        (change == 0 ? swapped.signing_key : swapped.box_key) = practice.stranger.box.public_key;
        CHECK(digits != safety_number(practice.staff().root(), swapped, practice.vault));
    }
}

TEST_CASE("E15: names and texts of an invite end where their limits are") {
    Invited invited;
    InviteBody body = invited.body();
    body.inviter_name = std::string(5'000, 'x');
    body.practice_name = "abc\u202Egnp.exe";
    const Bytes blob = seal_invite(invited.keys, body, invited.practice.random).value();
    CHECK(open_invite(invited.keys, blob).value().inviter_name.size() == 80);
    CHECK(open_invite(invited.keys, blob).value().practice_name == "abcgnp.exe");
    body.policy_text = std::string(300'000, 'x');
    CHECK_FALSE(seal_invite(invited.keys, body, invited.practice.random).ok());
}
