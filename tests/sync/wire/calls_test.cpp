// The unsigned calls: fixed layouts, exact lengths.
#include "sync/wire/calls.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::wire {
namespace {

const InviteId invite{{1, 2, 3}};

TEST_CASE("every unsigned call survives the wire") {
    CHECK(parse_invite_fetch(encode(InviteFetch{invite})).value().invite == invite);

    const InviteAnswerCall answer{invite, InviteRole::clinician, Bytes(5, 1), Bytes(7, 2)};
    const auto parsed = parse_invite_answer(encode(answer)).value();
    CHECK(parsed.role == InviteRole::clinician);
    CHECK(parsed.answer == answer.answer);
    CHECK(parsed.roster == answer.roster);

    const SetUp set_up{{9, 8}, Bytes(11, 3)};
    CHECK(parse_set_up(encode(set_up)).value().code == set_up.code);
    CHECK(parse_set_up(encode(set_up)).value().staff_roster == set_up.staff_roster);

    const Rebirth rebirth{{Bytes(5, 1), Bytes(6, 2)}};
    CHECK(parse_rebirth(encode(rebirth)).value().staff_rosters == rebirth.staff_rosters);

    const FetchedInvite fetched{{1'700'000'000'000}, InviteRole::device, true, Bytes(9, 9)};
    const auto read = parse_fetched_invite(encode(fetched)).value();
    CHECK(read.expires == fetched.expires);
    CHECK(read.answered);
    CHECK(parse_simple_answer(encode(SimpleAnswer{9, Bytes(2, 2)})).value().status == 9);
}

TEST_CASE("a call cut short anywhere, or with a byte too many, is refused") {
    const Bytes fetch = encode(InviteFetch{invite});
    const Bytes rebirth = encode(Rebirth{{Bytes(5, 1), Bytes(6, 2)}});
    for (std::size_t length = 0; length < fetch.size(); ++length) {
        CHECK_FALSE(parse_invite_fetch(ByteView(fetch).first(length)).ok());
    }
    for (std::size_t length = 0; length < rebirth.size(); ++length) {
        CHECK_FALSE(parse_rebirth(ByteView(rebirth).first(length)).ok());
    }
    Bytes longer = fetch;
    longer.push_back(0);
    CHECK_FALSE(parse_invite_fetch(longer).ok());
    CHECK_FALSE(parse_invite_fetch(rebirth).ok());
}

}  // namespace
}  // namespace evenkeel::wire
