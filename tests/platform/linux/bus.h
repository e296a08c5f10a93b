// A message bus of its own, with a logind and a portal on it that do as they are told: what a
// desktop says to a program, without a desktop.
#pragma once

#include "tests/support/process.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>

namespace evenkeel::test {

// Asks again for up to ten seconds.
bool comes_true(const std::function<bool()>& is_so);

class PrivateBus {
public:
    PrivateBus();
    [[nodiscard]] std::string address() const;

private:
    ScratchFolder folder_;
    Background daemon_;
};

class FakeDesktop {
public:
    // Answers on that bus from here on; the portal says that the person prefers dark, or not.
    FakeDesktop(const PrivateBus& bus, bool prefers_dark);
    ~FakeDesktop();
    FakeDesktop(const FakeDesktop&) = delete;
    FakeDesktop& operator=(const FakeDesktop&) = delete;

    // What programs asked of it so far.
    [[nodiscard]] int times_inhibited() const;
    [[nodiscard]] int times_asked_for_scheme() const;
    // Whether the last one that asked to be waited for before sleep still is.
    [[nodiscard]] bool holds_sleep() const;

    void prepare_for_sleep(bool begins);
    void lock_session();
    void start_screen_saver();
    void prefer_dark(bool dark);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace evenkeel::test
