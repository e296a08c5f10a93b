#include "platform/linux/session_bus.h"

#include <cstdlib>
#include <string_view>
#include <unistd.h>

namespace evenkeel::platform {

std::optional<std::string> session_bus_address() {
    if (const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS")) {
        const std::string_view text(address);
        if (text.empty() || text == "disabled:") return std::nullopt;
        return std::string(text);
    }
    const std::string socket = "/run/user/" + std::to_string(getuid()) + "/bus";
    if (access(socket.c_str(), F_OK) != 0) return std::nullopt;
    return "unix:path=" + socket;
}

}  // namespace evenkeel::platform
