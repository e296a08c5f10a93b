// Who is answered: signatures, counters, strangers, removed devices, rates.
#include "tests/sync/server/practice_world.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::server {
namespace {

bool is_plain_401(const Reply& reply) {
    return reply.status == Status::unauthenticated && reply.body.empty();
}

TEST_CASE("a stranger, a wrong signature and a frame for another practice get the same 401") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    TestDevice stranger = notary.device();
    CHECK(is_plain_401(server.post_turn(notary, stranger, {})));

    const Bytes payload = wire::encode(wire::TurnRequest{});
    Bytes changed = trust::make_frame(notary.staff.root(), client.keys.id, 50, payload,
                                      client.keys.signing.secret);
    changed.back() ^= 1;
    CHECK(is_plain_401(server.post(changed)));
    CHECK(is_plain_401(server.post(trust::make_frame(trust::RootFingerprint{1}, client.keys.id, 51,
                                                     payload, client.keys.signing.secret))));
    CHECK(is_plain_401(server.post(trust::make_frame(notary.staff.root(), client.keys.id, 52,
                                                     payload, admin.keys.signing.secret))));
    CHECK(server.post(Bytes(40, 1)).status == Status::malformed);
    CHECK(server.post(Bytes(400, 9)).status == Status::malformed);
}

TEST_CASE("a retry of a request is answered again, a replay of an older one is not") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    const auto frame = [&](std::uint64_t counter, const wire::TurnRequest& request) {
        return trust::make_frame(notary.staff.root(), client.keys.id, counter,
                                 wire::encode(request), client.keys.signing.secret);
    };
    const wire::TurnRequest push{.vaults = client.cursors,
                                 .envelopes = {notary.envelope(client, care)}};
    const Bytes first = frame(100, push);
    const Reply answered = server.post(first);
    CHECK(answered.status == Status::ok);
    CHECK(server.post(first).body == answered.body);
    CHECK(server.post(frame(100, {})).status == Status::counter_behind);
    CHECK(server.post(frame(164, {})).status == Status::ok);  // the rest of a block was skipped
    CHECK(server.post(first).status == Status::counter_behind);
    server.reopen();
    CHECK(server.post(first).status == Status::counter_behind);
    CHECK(server.post(frame(UINT64_MAX, {})).status == Status::ok);
    CHECK(server.post(frame(UINT64_MAX, {})).status == Status::ok);
    CHECK(server.post(frame(UINT64_MAX - 1, {})).status == Status::counter_behind);
}

TEST_CASE("a vault of others and one that does not exist are answered alike") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    TestDevice other = notary.device();
    const TestVault others = notary.care_vault(other);
    server.join(notary, notary.random.id<InviteId>(), others);
    const auto ask = [&](VaultId vault) {
        const auto response =
            server.turn(notary, client, {.vaults = {{vault, 3, {1}, 2}, client.cursors[0]}});
        REQUIRE_FALSE(response.vaults.empty());
        wire::VaultPage page = response.vaults[0];
        page.vault = {};
        CHECK(page.roster_wanted_from == 1);
        return std::tuple(page.reset, page.items.size(), page.rosters.size(),
                          page.access_head.has_value());
    };
    CHECK(ask(others.id) == ask(notary.random.id<VaultId>()));
    // Nor can it write there.
    const Bytes foreign = notary.envelope(client, others);
    CHECK(text_of(server.turn(notary, client, {.envelopes = {foreign}})) == "refused 2 detail 0\n");
}

TEST_CASE("a device that left the staff learns so from the signed roster, and then nothing more") {
    Practice practice;
    auto& [folder, notary, server, client, care, admin] = practice;
    TestDevice colleague = notary.device();
    server.turn(notary, admin, {.staff_rosters = {notary.next_staff([&](trust::StaffRoster& draft) {
                                    draft.users.push_back({colleague.user,
                                                           trust::StaffRole::clinician,
                                                           {colleague.keys.public_part()}});
                                })}});
    CHECK(server.turn(notary, colleague).staff_rosters.size() == 2);
    const Bytes removal = notary.next_staff(
        [&](trust::StaffRoster& draft) { trust::revoke_staff_device(draft, colleague.keys.id); });
    CHECK(text_of(server.turn(notary, admin, {.staff_roster = 2, .staff_rosters = {removal}})) ==
          "roster 3\n");
    const auto told = server.turn(notary, colleague, {.staff_roster = 2});
    CHECK(told.staff_rosters == std::vector<Bytes>{removal});
    CHECK(told.vaults.empty());
    CHECK(is_plain_401(server.post_turn(notary, colleague, {.staff_roster = 3})));
}

TEST_CASE("the sixty-first request of a minute is refused, and only that device's") {
    const ScratchFolder folder;
    Notary notary;
    TestServer server(folder.path(), std::nullopt, RateLimits{});
    server.set_up(notary);
    TestDevice colleague = notary.device();
    server.turn(
        notary, notary.admin,
        {.staff_rosters = {notary.next_staff([&](trust::StaffRoster& draft) {
             draft.users.push_back(
                 {colleague.user, trust::StaffRole::clinician, {colleague.keys.public_part()}});
         })}});
    for (int i = 1; i < 60; ++i) {
        CHECK(server.post_turn(notary, notary.admin, {}).status == Status::ok);
    }
    CHECK(server.post_turn(notary, notary.admin, {}).status == Status::too_often);
    CHECK(server.post_turn(notary, colleague, {}).status == Status::ok);
    server.clock.advance(60'000);
    CHECK(server.post_turn(notary, notary.admin, {}).status == Status::ok);
}

TEST_CASE("guessing invites is slow: ten a minute from one network, a hundred from all") {
    const ScratchFolder folder;
    TestServer server(folder.path(), std::nullopt, RateLimits{});
    SeededRandom random(3);
    const auto guess = [&](const std::string& network) {
        return server.post(wire::encode(wire::InviteFetch{random.id<InviteId>()}), network).status;
    };
    for (int i = 0; i < 10; ++i) CHECK(guess("a") == Status::ok);
    CHECK(guess("a") == Status::too_often);
    for (int i = 0; i < 90; ++i) CHECK(guess("n" + std::to_string(i)) == Status::ok);
    CHECK(guess("z") == Status::too_often);
}

TEST_CASE("a request of another protocol version is told this one") {
    Practice practice;
    wire::TurnRequest request;
    request.protocol = 9;
    const Reply reply = practice.server.post_turn(practice.notary, practice.client, request);
    CHECK(reply.status == Status::ok);
    CHECK(reply.body == Bytes{0x08, wire::protocol_version});  // field 1, as every version has it
}

}  // namespace
}  // namespace evenkeel::server
