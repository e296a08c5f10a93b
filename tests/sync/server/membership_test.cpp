// Births, invites, rosters, rebirth, erasing and the access log.
#include "sync/wire/notes_vault.h"
#include "tests/sync/server/practice_world.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::server {
namespace {

using wire::RefusalCode;

std::uint32_t status_of(RefusalCode code) { return static_cast<std::uint32_t>(code); }

TEST_CASE("a practice is set up once, by its code, and a lost answer can be asked for again") {
    const ScratchFolder folder;
    Notary notary;
    TestServer server(folder.path());
    const auto wrong = wire::encode(wire::SetUp{paper::SetupCode{1}, notary.staff_chain[0]});
    CHECK(server.call(wrong).status == status_of(RefusalCode::invite_used));
    CHECK(server.set_up(notary) == 0);
    CHECK(server.set_up(notary) == 0);
    CHECK(server.set_up(Notary(99)) == status_of(RefusalCode::wrong_server));
}

TEST_CASE("of a hundred answers to one invite exactly one wins, and its retry is not a second") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const auto invite = notary.random.id<InviteId>();
    server.turn(notary, admin,
                {.invites = {{invite, server.clock.now() + 60'000, wire::InviteRole::client,
                              Bytes(30, 1)}}});
    int won = 0;
    Bytes winner;
    for (int i = 0; i < 100; ++i) {
        TestDevice acceptor = notary.device();
        const TestVault vault = notary.care_vault(acceptor);
        const Bytes call = wire::encode(wire::InviteAnswerCall{
            invite, wire::InviteRole::client, Bytes(10, static_cast<Byte>(i)), vault.rosters[0]});
        if (server.call(call).status != 0) continue;
        ++won;
        winner = call;
    }
    CHECK(won == 1);
    CHECK(server.call(winner).status == 0);

    const auto answers = server.turn(notary, admin).invite_answers;
    REQUIRE(answers.size() == 1);
    CHECK(answers[0].invite == invite);
    CHECK_FALSE(answers[0].vault.is_none());
    CHECK(text_of(server.turn(notary, admin, {.invites_done = {invite}})) == "invite\n");
    CHECK(server.turn(notary, admin).invite_answers.empty());
    CHECK(server.call(wire::encode(wire::InviteFetch{invite})).status ==
          status_of(RefusalCode::invite_used));
    CHECK(server.call(wire::encode(wire::InviteFetch{notary.random.id<InviteId>()})).status ==
          status_of(RefusalCode::invite_used));
}

TEST_CASE("an invite expires by the server's clock, and never lasts longer than its kind") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const auto invite = notary.random.id<InviteId>();
    const Instant in_a_year = server.clock.now() + 365 * ms_per_day;
    CHECK(text_of(server.turn(notary, client,
                              {.invites = {{invite, in_a_year, wire::InviteRole::device,
                                            Bytes(30, 1)}}})) == "invite\n");
    const auto fetched = server.call(wire::encode(wire::InviteFetch{invite}));
    REQUIRE(fetched.status == 0);
    CHECK(wire::parse_fetched_invite(fetched.payload).value().expires ==
          server.clock.now() + 10 * ms_per_minute);
    server.clock.advance(10 * ms_per_minute);
    CHECK(server.call(wire::encode(wire::InviteFetch{invite})).status ==
          status_of(RefusalCode::invite_expired));
    CHECK(server
              .call(wire::encode(
                  wire::InviteAnswerCall{invite, wire::InviteRole::device, Bytes(5, 5), {}}))
              .status == status_of(RefusalCode::invite_expired));
}

TEST_CASE("a client's device may invite a device and nobody else, and not without end") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const auto offer = [&](wire::InviteRole role) {
        return text_of(
            server.turn(notary, client,
                        {.invites = {{notary.random.id<InviteId>(), server.clock.now() + 60'000,
                                      role, Bytes(30, 1)}}}));
    };
    CHECK(offer(wire::InviteRole::client) == "refused 2 detail 0\n");
    CHECK(offer(wire::InviteRole::clinician) == "refused 2 detail 0\n");
    for (std::size_t i = 0; i < limits::open_invites_per_user; ++i) {
        CHECK(offer(wire::InviteRole::device) == "invite\n");
    }
    CHECK(offer(wire::InviteRole::device) == "refused 12 detail 0\n");
}

TEST_CASE("of two rosters on top of one, the first wins and the second learns the number") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const auto rotate = [](trust::VaultRoster&) {};
    const Bytes hers = notary.propose_roster(care, client, rotate);
    const Bytes his = notary.propose_roster(care, admin, rotate);
    CHECK(text_of(server.turn(notary, client, {.vault_rosters = {hers}})) == "roster 3\n");
    const auto lost = server.turn(notary, admin, {.vault_rosters = {his}});
    CHECK(text_of(lost) == "refused 5 detail 3\n");
    CHECK(lost.vaults.at(0).rosters == std::vector<Bytes>{hers});
    CHECK(text_of(server.turn(notary, client, {.vault_rosters = {hers}})) == "roster 3\n");
}

TEST_CASE("a roster drafted before the newest staff roster is drafted again") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes stale = notary.propose_roster(care, client, [](trust::VaultRoster&) {});
    server.turn(notary, admin, {.staff_rosters = {notary.next_staff([](trust::StaffRoster&) {})}});
    CHECK(text_of(server.turn(notary, client, {.vault_rosters = {stale}})) ==
          "refused 5 detail 2\n");
    const Bytes fresh = notary.next_roster(care, client, [](trust::VaultRoster&) {});
    CHECK(text_of(server.turn(notary, client, {.vault_rosters = {fresh}})) == "roster 3\n");
}

TEST_CASE("a client makes its private vault, no more than two, and nobody else makes one for it") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const auto births = [&](TestDevice& caller, TestDevice& owner) {
        const TestVault vault = notary.private_vault(owner);
        owner.cursors.resize(1);
        return text_of(server.turn(notary, caller, {.vault_rosters = {vault.rosters[0]}}));
    };
    CHECK(births(admin, client) == "refused 2 detail 0\n");
    CHECK(births(client, client) == "roster 1\n");
    CHECK(births(client, client) == "roster 1\n");
    CHECK(births(client, client) == "refused 2 detail 0\n");
}

TEST_CASE("a clinician founds the vault of their own notes, and nobody takes its place") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const VaultId own = wire::notes_vault_of(notary.staff.root(), admin.user);
    const auto birth = [&](VaultId vault) {
        const TestVault founded = notary.notes_vault(admin, vault);
        return text_of(server.turn(notary, admin, {.vault_rosters = {founded.rosters[0]}}));
    };
    CHECK(birth(wire::notes_vault_of(notary.staff.root(), client.user)) == "refused 2 detail 0\n");
    CHECK(birth(own) == "roster 1\n");
    // Another device of theirs was later: it is told that there is one.
    CHECK(birth(own) == "refused 5 detail 1\n");
}

TEST_CASE("nobody can claim another's device id under keys of their own") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    TestDevice thief = notary.device();
    const TestVault mine = notary.care_vault(thief);
    server.join(notary, notary.random.id<InviteId>(), mine);
    TestDevice mask = notary.device(thief.user);
    mask.keys.id = client.keys.id;
    const TestVault trap = notary.private_vault(mask);
    CHECK(text_of(server.turn(notary, thief, {.vault_rosters = {trap.rosters[0]}})) ==
          "refused 6 detail 0\n");
}

TEST_CASE("a server that was wiped takes the whole practice back from a staff device") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const Bytes hers = notary.envelope(client, care);
    const Bytes his = notary.envelope(admin, care);

    const ScratchFolder empty;
    TestServer reborn(empty.path(), notary.staff.root());
    CHECK(reborn.post_turn(notary, admin, {}).status == Status::unauthenticated);
    CHECK(reborn.call(wire::encode(wire::Rebirth{Notary(5).staff_chain})).status ==
          status_of(RefusalCode::wrong_server));
    CHECK(reborn.call(wire::encode(wire::Rebirth{notary.staff_chain})).status == 0);
    CHECK(reborn.call(wire::encode(wire::Rebirth{notary.staff_chain})).status == 0);

    const auto told = reborn.turn(notary, admin, {.vaults = {{care.id, 5, {1}, 2}}});
    CHECK(told.vaults.at(0).roster_wanted_from == 1);
    CHECK(told.vaults.at(0).reset);
    const auto back = reborn.turn(
        notary, admin,
        {.vaults = {{care.id, 0, {}, 2}}, .envelopes = {hers, his}, .vault_rosters = care.rosters});
    CHECK(text_of(back) == "roster 1\nroster 2\nstored 1 at 1 x1\nstored 1 at 2 x1\n");
    CHECK(reborn.turn(notary, client).vaults.at(0).items.size() == 2);
}

TEST_CASE("an erased vault keeps its last roster and nothing that was written in it") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    server.turn(notary, client, {.envelopes = {notary.envelope(client, care)}});
    const Bytes last =
        notary.next_roster(care, admin, [](trust::VaultRoster& draft) { draft.terminal = true; });
    CHECK(text_of(server.turn(notary, admin, {.vault_rosters = {last}})) == "roster 3\n");
    CHECK(server.storage().counts().value().envelopes == 0);
    const Bytes late = notary.envelope(client, care);
    const auto told = server.turn(notary, client, {.envelopes = {late}});
    CHECK(text_of(told) == "refused 14 detail 0\n");
    CHECK(told.vaults.at(0).rosters == std::vector<Bytes>{last});
    server.reopen();
    CHECK(text_of(server.turn(notary, client, {.vault_rosters = {care.rosters[0]}})) ==
          "roster 1\n");
    CHECK(text_of(server.turn(notary, client, {.envelopes = {late}})) == "refused 14 detail 0\n");
}

TEST_CASE("the access log tells members who was given what, and its chain fits its head") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    server.turn(notary, client, {.envelopes = {notary.envelope(client, care)}});
    const auto pulled = server.turn(notary, admin);
    REQUIRE(pulled.vaults.at(0).access_head.has_value());
    CHECK_FALSE(server.turn(notary, client).vaults.at(0).access_head.has_value());

    const auto log = server.turn(notary, admin, {.access_log = wire::AccessLogQuery{care.id, 1}});
    Hash32 chain{};
    for (const wire::AccessLogEntry& entry : log.access_log) {
        chain = trust::next_access_hash(
            chain, {entry.index, entry.when.ms, entry.device, entry.action, care.id, entry.result});
        if (entry.index == pulled.vaults[0].access_index) break;
    }
    CHECK(chain == *pulled.vaults[0].access_head);
    CHECK(log.access_log.back().device == admin.keys.id);

    TestDevice other = notary.device();
    const TestVault others = notary.care_vault(other);
    server.join(notary, notary.random.id<InviteId>(), others);
    CHECK(text_of(server.turn(notary, other, {.access_log = wire::AccessLogQuery{care.id, 1}})) ==
          "refused 2 detail 0\n");
}

TEST_CASE("a device that is new in a vault is given it without knowing to ask") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    server.turn(notary, client, {.envelopes = {notary.envelope(client, care)}});
    admin.cursors.clear();
    const auto response = server.turn(notary, admin);
    REQUIRE(response.vaults.size() == 1);
    CHECK(response.vaults[0].rosters == care.rosters);
    CHECK(response.vaults[0].items.size() == 1);
}

}  // namespace
}  // namespace evenkeel::server
