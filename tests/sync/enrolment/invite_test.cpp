#include "core/codec/entity.h"
#include "sync/client/invites.h"
#include "sync/client/members.h"
#include "tests/sync/enrolment/world.h"

using namespace evenkeel;
using namespace evenkeel::test;
using trust::InviteRole;

namespace {

struct Practice {
    World world;
    Someone admin{world, "admin"};
    Practice() { found_practice(world, admin); }

    client::IssuedInvite invite() {
        return need(client::issue_invite(admin.profile(), InviteRole::client, "Room 3",
                                         std::nullopt, world.connect()));
    }
};

const client::MemberLine& line_of(const std::vector<client::MemberLine>& lines, UserId user) {
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [&](const auto& line) { return line.user == user; });
    REQUIRE(found != lines.end());
    return *found;
}

}  // namespace

TEST_CASE("a client joins, the clinician's next sync confirms, and both see the other's name") {
    Practice practice;
    Someone client(practice.world, "client");
    const auto invite = practice.invite();
    CHECK(invite.offered);
    const auto preview =
        need(client::preview_invite(client.profile(), invite.link, practice.world.connect()));
    CHECK(preview.practice_name == "Harbour Practice");
    CHECK(preview.inviter_name == "Dr Vogel");
    CHECK(preview.sharing_text.find("Nobody is watching this live") != std::string::npos);

    const auto joined =
        need(client::join(client.profile(), invite.link, "Amira", practice.world.connect()));
    CHECK(!joined.identity.confirmed);
    client.sync();
    practice.admin.sync();
    client.sync();
    practice.admin.sync();

    const auto identity = client.identity();
    CHECK(identity.confirmed);
    const auto at_client = need(client::list_members(client.profile()));
    const auto at_admin = need(client::list_members(practice.admin.profile()));
    CHECK(line_of(at_client, practice.admin.identity().user).name == "Dr Vogel");
    CHECK(line_of(at_admin, identity.user).name == "Amira");
    CHECK(line_of(at_admin, identity.user).record == identity.care_vault);
    // Both show the same digits, and either may note that they compared them.
    const auto number = need(
        client::safety_number_of(practice.admin.profile(), identity.care_vault, identity.keys.id));
    CHECK(number == joined.safety_number);
    CHECK(!line_of(at_admin, identity.user).verified);
    need(client::mark_verified(practice.admin.profile(), identity.care_vault, identity.keys.id));
    CHECK(line_of(need(client::list_members(practice.admin.profile())), identity.user).verified);
}

TEST_CASE("a confirmed invite is over everywhere and its secret was never sent") {
    Practice practice;
    Someone client(practice.world, "client");
    const auto invite = practice.invite();
    const auto secret = need(paper::parse_invite_link(invite.link)).secret;
    need(client::join(client.profile(), invite.link, "Amira", practice.world.connect()));
    practice.admin.sync();
    practice.admin.sync();

    const auto identity = practice.admin.identity();
    CHECK(need(client::open_invites(practice.admin.store(), identity)).empty());
    CHECK(need(client::is_ended(practice.admin.store(), identity, invite.id)));
    CHECK(!practice.world.was_sent(secret.view()));
    CHECK(!practice.world.was_sent(as_bytes("Amira")));
    const auto rows = need(practice.admin.store().list(
        {.record = identity.practice_vault, .kind = EntityKind::invite_under_way}));
    REQUIRE(rows.size() == 1);
    const auto under_way = need(codec::decode_invite_under_way(rows[0].fragment));
    CHECK(under_way.state == InviteState::confirmed);
    CHECK(!under_way.secret.has_value());
    CHECK(under_way.name->reveal() == "Amira");
    CHECK(under_way.vault == client.identity().care_vault);
}

TEST_CASE("an invite admits one person") {
    Practice practice;
    Someone client(practice.world, "client");
    Someone second(practice.world, "second");
    const auto invite = practice.invite();
    need(client::join(client.profile(), invite.link, "Amira", practice.world.connect()));
    CHECK(code_of(client::join(second.profile(), invite.link, "Amira", practice.world.connect())) ==
          ErrorCode::refused);
    practice.admin.sync();
    practice.admin.sync();
    CHECK(!client::preview_invite(second.profile(), invite.link, practice.world.connect()).ok());
    CHECK(!need(client::load_identity(second.store())).has_value());
}

TEST_CASE("an invite runs out") {
    Practice practice;
    Someone client(practice.world, "client");
    const auto invite = practice.invite();
    practice.world.pass(73 * ms_per_hour);
    CHECK(code_of(client::join(client.profile(), invite.link, "Amira", practice.world.connect())) ==
          ErrorCode::expired);
}

TEST_CASE("any one wrong character of a link is refused before the network") {
    Practice practice;
    Someone client(practice.world, "client");
    const std::string link = practice.invite().link;
    const std::size_t requests = practice.world.requests.size();
    for (std::size_t i = 0; i < link.size(); ++i) {
        std::string wrong = link;
        wrong[i] = wrong[i] == 'Z' ? 'Y' : 'Z';
        CHECK(!client::preview_invite(client.profile(), wrong, practice.world.connect()).ok());
    }
    CHECK(practice.world.requests.size() == requests);
}

TEST_CASE("a server that changes the invite is refused and learns nothing") {
    Practice practice;
    Someone client(practice.world, "client");
    const auto invite = practice.invite();
    const std::size_t requests = practice.world.requests.size();
    practice.world.tamper = [](Bytes& answer) { answer.back() ^= 1; };
    CHECK(!client::join(client.profile(), invite.link, "Amira", practice.world.connect()).ok());
    CHECK(practice.world.requests.size() == requests + 1);
    CHECK(!need(client::load_identity(client.store())).has_value());
}

TEST_CASE("a join whose answer was lost is finished after a restart, once") {
    Practice practice;
    Someone client(practice.world, "client");
    const auto invite = practice.invite();
    need(client::preview_invite(client.profile(), invite.link, practice.world.connect()));
    int answers = 0;
    practice.world.tamper = [&](Bytes&) {
        if (++answers == 1) practice.world.drop_responses = 1;
    };
    CHECK(code_of(client::join(client.profile(), invite.link, "Amira", practice.world.connect())) ==
          ErrorCode::no_network);
    CHECK(!need(client::load_identity(client.store())).has_value());
    practice.world.tamper = {};

    // Meanwhile it was confirmed, and the server has forgotten the invite.
    practice.admin.sync();
    practice.admin.sync();
    client.restart();
    const auto resumed = need(client::resume_enrolment(client.profile(), practice.world.connect()));
    REQUIRE(resumed.has_value());
    CHECK(!need(client::resume_enrolment(client.profile(), practice.world.connect())).has_value());
    client.sync();
    CHECK(client.identity().confirmed);
    const auto lines = need(client::list_members(practice.admin.profile()));
    CHECK(std::count_if(lines.begin(), lines.end(),
                        [](const auto& line) { return line.role == Role::client; }) == 1);
}

TEST_CASE("an answer that the invited did not make confirms nobody") {
    Practice practice;
    Someone client(practice.world, "client");
    const auto invite = practice.invite();
    need(client::join(client.profile(), invite.link, "Amira", practice.world.connect()));
    const auto identity = practice.admin.identity();
    auto keyring = practice.admin.keyring();
    const auto& call = *std::find_if(
        practice.world.requests.rbegin(), practice.world.requests.rend(),
        [](const Bytes& body) { return body[0] == static_cast<Byte>(wire::Call::invite_answer); });
    const Bytes answer = need(wire::parse_invite_answer(call)).answer;
    for (std::size_t i = 0; i < answer.size(); i += 7) {
        Bytes wrong = answer;
        wrong[i] ^= 1;
        CHECK(!client::confirm_answer(practice.admin.profile(), identity, keyring, invite.id, wrong,
                                      client.identity().care_vault)
                   .ok());
    }
    CHECK(keyring.roster(client.identity().care_vault) == nullptr);
}

TEST_CASE("a client cannot invite others, and an offer made offline is made at the next turn") {
    Practice practice;
    Someone client(practice.world, "client");
    bring_in(practice.world, practice.admin, client, InviteRole::client, "Amira");
    CHECK(code_of(client::issue_invite(client.profile(), InviteRole::client, "Friend", std::nullopt,
                                       practice.world.connect())) == ErrorCode::refused);
    practice.world.offline = true;
    const auto invite = practice.invite();
    CHECK(!invite.offered);
    practice.world.offline = false;
    Someone late(practice.world, "late");
    CHECK(!client::preview_invite(late.profile(), invite.link, practice.world.connect()).ok());
    practice.admin.sync();
    CHECK(client::preview_invite(late.profile(), invite.link, practice.world.connect()).ok());
}
