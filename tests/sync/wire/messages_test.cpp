// The messages of a turn survive the wire, and bytes that are no message are refused in bounded
// time and memory.
#include "sync/wire/messages.h"

#include "core/base/limits.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::wire {
namespace {

template <typename Id>
Id id_of(Byte seed) {
    Id id;
    id.bytes.fill(seed);
    return id;
}

TurnRequest full_request() {
    TurnRequest request;
    request.epoch = ServerEpoch{1, 2, 3};
    request.staff_roster = 7;
    request.vaults = {{id_of<VaultId>(1), 5, {9, 9}, 2}, {id_of<VaultId>(2), 0, {}, 0}};
    request.envelopes = {Bytes(472, 1), Bytes(728, 2)};
    request.log_objects = {Bytes(156, 3)};
    request.vault_rosters = {Bytes(300, 4)};
    request.staff_rosters = {Bytes(200, 5)};
    request.invites = {{id_of<InviteId>(6), {1'700'000'000'000}, InviteRole::device, Bytes(9, 9)}};
    request.invites_done = {id_of<InviteId>(7)};
    request.access_log = AccessLogQuery{id_of<VaultId>(1), 12};
    request.page_bytes_max = 4096;
    return request;
}

TurnResponse full_response() {
    TurnResponse response;
    response.epoch = {4, 5, 6};
    response.server_time = {1'700'000'000'123};
    VaultPage page;
    page.vault = id_of<VaultId>(1);
    page.rosters = {Bytes(300, 1)};
    page.items = {{1, Bytes(472, 2), {}, 0}, {2, {}, Bytes(156, 3), 0}, {3, {}, {}, 9}};
    page.position = 3;
    page.own_sequence = 9;
    page.own_head = Hash32{7};
    page.access_head = Hash32{8};
    page.access_index = 4;
    page.access_lines = {{4, {5}, id_of<DeviceId>(4), 2, 3}};
    page.roster_wanted_from = 2;
    VaultPage reset;
    reset.vault = id_of<VaultId>(2);
    reset.reset = true;
    reset.reset_position = 17;
    response.vaults = {page, reset};
    response.receipts = {{.vault = id_of<VaultId>(1), .sequence = 3, .position = 8, .count = 2},
                         {.vault = id_of<VaultId>(1), .position = 9, .object = Hash32{3}},
                         {.invite = id_of<InviteId>(3)}};
    response.refusals = {{.vault = id_of<VaultId>(1),
                          .author = id_of<DeviceId>(4),
                          .sequence = 9,
                          .code = RefusalCode::gap,
                          .detail = 8}};
    response.staff_rosters = {Bytes(100, 6)};
    response.invite_answers = {{id_of<InviteId>(3), Bytes(40, 7), id_of<VaultId>(9)}};
    response.access_log_vault = id_of<VaultId>(1);
    response.access_log = {{1, {5}, id_of<DeviceId>(4), 2, 3}};
    response.more = true;
    return response;
}

Bytes submessages(Byte key, std::size_t count) {  // count × an empty submessage
    Bytes bytes;
    for (std::size_t i = 0; i < count; ++i) {
        bytes.push_back(key);
        bytes.push_back(0);
    }
    return bytes;
}

TEST_CASE("a turn's request survives the wire") {
    const Bytes bytes = encode(full_request());
    const auto parsed = parse_turn_request(bytes);
    REQUIRE(parsed.ok());
    CHECK(encode(parsed.value()) == bytes);
    CHECK(parsed.value().vaults[0].position == 5);
    CHECK(parsed.value().invites[0].role == InviteRole::device);
    CHECK(parsed.value().access_log->from_index == 12);
}

TEST_CASE("a turn's response survives the wire") {
    const Bytes bytes = encode(full_response());
    const auto parsed = parse_turn_response(bytes);
    REQUIRE(parsed.ok());
    CHECK(encode(parsed.value()) == bytes);
    CHECK(parsed.value().vaults[0].items[2].own_sequence == 9);
    CHECK(parsed.value().refusals[0].code == RefusalCode::gap);
    CHECK(parsed.value().vaults[1].reset_position == 17);
}

TEST_CASE("a turn of another protocol version is read as far as its number") {
    TurnRequest request;
    request.protocol = 2;
    CHECK(parse_turn_request(encode(request)).value().protocol == 2);
    TurnResponse response;
    response.protocol = 3;
    CHECK(parse_turn_response(encode(response)).value().protocol == 3);
}

TEST_CASE("no truncation and no flipped bit of a message does more than be refused") {
    const Bytes request = encode(full_request());
    const Bytes response = encode(full_response());
    for (std::size_t length = 0; length < request.size(); ++length) {
        (void)parse_turn_request(ByteView(request).first(length));
    }
    for (std::size_t bit = 0; bit < 8 * response.size(); ++bit) {
        Bytes changed = response;
        changed[bit / 8] = static_cast<Byte>(changed[bit / 8] ^ (1U << (bit % 8)));
        (void)parse_turn_response(changed);
    }
    SUCCEED();
}

TEST_CASE("ids of a wrong length and empty ids are refused") {
    TurnRequest request;
    request.vaults = {{VaultId{}, 0, {}, 0}};
    CHECK_FALSE(parse_turn_request(encode(request)).ok());
    request = {};
    request.invites_done = {InviteId{}};
    CHECK_FALSE(parse_turn_request(encode(request)).ok());
    CHECK_FALSE(parse_turn_request(Bytes{0x08, 1, 0x12, 3, 1, 2, 3}).ok());  // an epoch of 3 bytes
}

TEST_CASE("an item that is nothing or two things is refused") {
    TurnResponse response;
    VaultPage page;
    page.vault = id_of<VaultId>(1);
    page.items = {{1, {}, {}, 0}};
    response.vaults = {page};
    CHECK_FALSE(parse_turn_response(encode(response)).ok());
    response.vaults[0].items = {{1, Bytes(472, 2), {}, 4}};
    CHECK_FALSE(parse_turn_response(encode(response)).ok());
}

TEST_CASE("a megabyte of empty submessages is refused before any of them is made") {
    CHECK_FALSE(parse_turn_request(submessages(0x22, 500'000)).ok());
    CHECK_FALSE(parse_turn_response(submessages(0x22, 500'000)).ok());
    CHECK_FALSE(parse_turn_response(submessages(0x2a, 500'000)).ok());
}

TEST_CASE("groups, deep nesting, lying lengths and endless numbers are refused") {
    CHECK_FALSE(parse_turn_request(Bytes(10'000, 0x23)).ok());                  // nested groups
    CHECK_FALSE(parse_turn_request(Bytes{0x2a, 0xff, 0xff, 0xff, 0x7f}).ok());  // past the end
    CHECK_FALSE(parse_turn_request(Bytes(30, 0xff)).ok());                      // no number ends
    CHECK_FALSE(parse_turn_request(Bytes{0x08, 1, 0x08, 1}).ok());              // a field twice
    CHECK_FALSE(parse_turn_request(Bytes(limits::turn_body_bytes_max + 1, 0)).ok());
}

TEST_CASE("fields of a newer version are passed over") {
    Bytes bytes = encode(full_request());
    append(bytes, Bytes{0xc2, 0x3e, 2, 5, 5});  // field 1000, two bytes
    CHECK(parse_turn_request(bytes).ok());
}

TEST_CASE("an idle turn of a device with one vault fits in a hundred bytes before its frame") {
    TurnRequest request;
    request.epoch = ServerEpoch{1};
    request.staff_roster = 3;
    request.vaults = {{id_of<VaultId>(1), 123'456, {1}, 4}};
    CHECK(encode(request).size() <= 100);
    TurnResponse response;
    response.epoch = {1};
    response.server_time = {1'700'000'000'000};
    CHECK(encode(response).size() <= 40);
}

}  // namespace
}  // namespace evenkeel::wire
