#include "platform/ports.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

namespace evenkeel::platform {
namespace {

// "Europe/Berlin" out of "/usr/share/zoneinfo/Europe/Berlin"; empty if it is no such path.
std::string zone_in_path(const std::string& path) {
    constexpr std::string_view folder = "zoneinfo/";
    const auto place = path.rfind(folder);
    return place == std::string::npos ? std::string() : path.substr(place + folder.size());
}

// TZ holds a name, ":name", a path, or rules of its own ("CET-1CEST"), which have no name.
std::string zone_in_environment() {
    const char* const set = std::getenv("TZ");
    if (set == nullptr) return {};
    std::string zone = set;
    if (zone.starts_with(':')) zone.erase(0, 1);
    if (zone.starts_with('/')) return zone_in_path(zone);
    const bool is_name = zone.find('/') != std::string::npos || zone == "UTC";
    return is_name && zone.find(',') == std::string::npos ? zone : std::string();
}

std::string zone_of_link() {
    std::array<char, 4096> target{};
    const ssize_t size = readlink("/etc/localtime", target.data(), target.size());
    return size <= 0 ? std::string()
                     : zone_in_path({target.data(), static_cast<std::size_t>(size)});
}

std::string zone_in_file() {
    std::string zone;
    std::ifstream("/etc/timezone") >> zone;
    return zone;
}

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override {
        const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
        return {std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count()};
    }

    [[nodiscard]] std::string zone_name() const override {
        for (auto* source : {zone_in_environment, zone_of_link, zone_in_file}) {
            if (std::string zone = source(); !zone.empty()) return zone;
        }
        return "UTC";
    }
};

}  // namespace

std::int64_t steady_ms() {
    const auto since_start = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since_start).count();
}

std::string locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* const set = std::getenv(name);
        if (set != nullptr && *set != '\0') return set;
    }
    return {};
}

std::unique_ptr<Clock> make_system_clock() { return std::make_unique<SystemClock>(); }

}  // namespace evenkeel::platform
