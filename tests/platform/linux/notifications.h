// A notification service that shows nothing and writes everything down.
#pragma once

#include "tests/platform/linux/bus.h"

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

namespace evenkeel::test {

struct Shown {
    std::uint32_t number = 0;
    std::uint32_t replaces = 0;
    std::string words;  // everything a person could read: program, title, text, labels
    bool is_outstanding = true;
};

class Notifications {
public:
    explicit Notifications(const PrivateBus& bus);
    ~Notifications();
    Notifications(const Notifications&) = delete;
    Notifications& operator=(const Notifications&) = delete;

    // All that was ever shown, in order.
    [[nodiscard]] std::vector<Shown> shown() const;
    // What a person sees now.
    [[nodiscard]] std::vector<Shown> outstanding() const;
    // The person chooses an action; as most desktops do, that closes it.
    void choose(std::uint32_t number, const std::string& action);
    // Waits until there were so many; false if they do not come.
    [[nodiscard]] bool sees(std::size_t count) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace evenkeel::test
