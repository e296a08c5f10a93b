// What a joiner sends to the inviter through the server, which cannot read it:
//
//   off  len
//     0    1  'A'
//     1    1  version 1
//     2   32  tag: accept_tag over roster_hash(roster)
//    34    4  length of the join request, big-endian
//    38    …  sealed join request
//     …    …  roster: the first of a client's new care vault, else empty
#pragma once

#include "sync/trust/invite.h"

namespace evenkeel::client {

struct JoinAnswer {
    Hash32 tag{};
    Bytes join_request;
    Bytes roster;
};
Bytes pack_answer(const trust::InviteKeys& keys, const Bytes& join_request, const Bytes& roster);
// Refuses anything that the holder of the invite's secret did not make.
Result<JoinAnswer> open_answer(const trust::InviteKeys& keys, ByteView bytes);

}  // namespace evenkeel::client
