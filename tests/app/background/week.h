// A client's computer for some days: the program that reminds, a notification service that writes
// down what it shows, and a clock that goes as the story says.
#pragma once

#include "core/base/time.h"
#include "tests/platform/linux/notifications.h"
#include "tests/support/practice.h"

#include <memory>
#include <optional>

namespace evenkeel::test {

class Week {
public:
    // At `begin` on the wall clock of Berlin, with a client who has a profile, reminders while the
    // window is closed and a boundary: no social media from 22:30 on, agreed by both.
    explicit Week(const std::string& begin);
    ~Week();

    [[nodiscard]] Instant now() const { return now_; }
    // Time goes by, minute by minute as far as anything can be due.
    void go_to(Instant moment);
    // The clock is set, as by a person; what was between never was.
    void set_clock(Instant moment);
    // Waits until the program has heard it.
    void choose(const std::string& action);
    void start();
    void kill();
    // Starts it by the real clock; how often its threads wake within some seconds of nothing.
    [[nodiscard]] int wakes_while_idle();
    // The client in the terminal, at this moment: a process of its own.
    nlohmann::json does(const std::vector<std::string>& command);
    Notifications& desktop() { return *desktop_; }
    void take_desktop_away() { desktop_.reset(); }
    void bring_desktop() { desktop_ = std::make_unique<Notifications>(bus_); }
    Clinic& clinic() { return clinic_; }
    [[nodiscard]] bool runs() const { return process_ != nullptr; }
    // Its exit code, once it ends by itself.
    int ends();

    // "25 20:30 Your check-in" and so on, by the wall clock of Berlin.
    [[nodiscard]] const std::string& seen() const { return seen_; }
    // The most that were outstanding at once with the same words, ever.
    [[nodiscard]] std::size_t most_of_one() const { return most_of_one_; }

private:
    void launch();
    void look_at(Instant moment);
    void note();

    Clinic clinic_;
    PrivateBus bus_;
    std::unique_ptr<Notifications> desktop_;
    std::unique_ptr<Background> process_;
    Instant now_;
    std::size_t noted_ = 0;
    std::string seen_;
    std::size_t most_of_one_ = 0;
};

}  // namespace evenkeel::test
