#include "platform/ports.h"

#include <cerrno>
#include <sys/random.h>

namespace evenkeel::platform {
namespace {

class SystemRandom final : public Random {
public:
    void fill(std::span<Byte> target) override {
        while (!target.empty()) {
            const ssize_t got = getrandom(target.data(), target.size(), 0);
            if (got < 0 && errno == EINTR) continue;
            // Going on without randomness would make keys that others can guess.
            ASSERT(got > 0);
            target = target.subspan(static_cast<std::size_t>(got));
        }
    }
};

}  // namespace

std::unique_ptr<Random> make_system_random() { return std::make_unique<SystemRandom>(); }

}  // namespace evenkeel::platform
