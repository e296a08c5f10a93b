#include "platform/linux/session_bus.h"

#include <cstdlib>
#include <unistd.h>

namespace evenkeel::platform {

std::optional<std::string> session_bus_address() {
    if (const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS")) {
        return *address == '\0' ? std::nullopt : std::optional<std::string>(address);
    }
    const std::string socket = "/run/user/" + std::to_string(getuid()) + "/bus";
    if (access(socket.c_str(), F_OK) != 0) return std::nullopt;
    return "unix:path=" + socket;
}

}  // namespace evenkeel::platform
