// Questions to another program on this very device.
#pragma once

#include "sync/client/transport.h"

#include <string>

namespace evenkeel::client {

// One GET of `url`, begun by start() with an empty body. Refuses, when it is begun, an address that
// is not "http://" on localhost, 127.0.0.1 or [::1]. No proxy, no redirect. Ends after 20 seconds;
// takes 32 MiB.
std::unique_ptr<Transport> make_loopback_transport(const std::string& url);

}  // namespace evenkeel::client
