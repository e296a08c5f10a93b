// Where the practice's server is, as people paste it.
#pragma once

#include "sync/client/identity.h"

#include <string>

namespace evenkeel::client {

// "https://HOST:PORT" (or plain "http://" on loopback only), as `evenkeel-server init` prints it.
// `pin` is empty for the usual trust, or "sha256//" and 44 base64 characters.
Result<ServerAddress> parse_server_url(const std::string& url, const std::string& pin);

std::string print_server_url(const ServerAddress& server);
// "sha256//..." as libcurl and `evenkeel-server init` write it.
std::string print_pin(const Hash32& pin);

}  // namespace evenkeel::client
