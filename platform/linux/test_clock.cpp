#include "core/base/files.h"
#include "platform/ports.h"

#include <cstdlib>
#include <string_view>

namespace evenkeel::platform {
namespace {

constexpr std::size_t line_bytes_max = 128;

// A file that holds milliseconds and a zone: "1800000000000 Europe/Berlin".
class FileClock final : public Clock {
public:
    explicit FileClock(std::string path) : path_(std::move(path)) {}

    [[nodiscard]] Instant now() const override {
        return {std::strtoll(line().c_str(), nullptr, 10)};
    }
    [[nodiscard]] std::string zone_name() const override {
        const std::string text = line();
        const std::size_t space = text.find(' ');
        return space == std::string::npos ? "UTC" : text.substr(space + 1);
    }

private:
    [[nodiscard]] std::string line() const {
        const auto bytes = read_whole_file(path_, line_bytes_max);
        if (!bytes.ok()) return {};
        return std::string(as_text(bytes.value()).substr(0, as_text(bytes.value()).find('\n')));
    }

    std::string path_;
};

}  // namespace

std::unique_ptr<Clock> make_test_clock(const std::string& path) {
    const char* const allowed = std::getenv("EVENKEEL_TEST_CLOCK");
    if (allowed == nullptr || std::string_view(allowed) != "1") return nullptr;
    return std::make_unique<FileClock>(path);
}

}  // namespace evenkeel::platform
