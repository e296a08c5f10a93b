// What the server noted about one record: who was given what, and when. The server writes it and
// cannot change it unseen: each line is chained to the one before, and this device remembers how
// far it has seen the chain.
#pragma once

#include "sync/client/access_heads.h"
#include "sync/client/enrolment.h"
#include "sync/wire/messages.h"

namespace evenkeel::client {

enum class AccessAction : std::uint16_t {
    transfer = 1,  // a device was given others' entries
    roster = 2,    // the list of members changed
    refusal = 3,   // something was refused
    log_read = 4,  // this log was read
};

struct AccessLine {
    std::uint64_t index = 0;
    Instant when;  // by the server's clock
    DeviceId device;
    UserId user;               // none: that device never was a member
    bool is_staff = false;     // it is, or was, a device of the practice's staff
    std::string name;          // empty if not known
    std::uint16_t action = 0;  // an AccessAction, or one of a newer server
    std::uint16_t result = 0;  // 0 done, else a wire::RefusalCode
};
// "was given entries", "changed the members", ...
Literal describe_access(std::uint16_t action);

// The whole log of one record, oldest first. Fails with ErrorCode::refused if the chain does not
// hold, or does not go on from what this device saw before: then the server's log was altered.
Result<std::vector<AccessLine>> fetch_access_log(Profile& profile, VaultId record,
                                                 const Connect& connect = make_http_transport);

// The check alone: whether `entries` are number 1 to the newest, chained, and reach `seen` where
// they must. Returns the newest head.
Result<AccessHead> verify_access_log(VaultId record,
                                     const std::vector<wire::AccessLogEntry>& entries,
                                     const std::vector<AccessHead>& seen);

}  // namespace evenkeel::client
