// Two small files beside the store, which are all that is known while the profile is locked: when
// reminders are due, and what became of those that were shown. Where the system has a key store,
// both are sealed with a key from it; where it has none, whoever reads them learns at which times
// reminders of how many things come, which of them are check-ins, and when one was put off. Never
// what they are about: the marks in them are made with a key that lies in the store.
#pragma once

#include "core/base/ports.h"
#include "core/domain/reminder_round.h"

#include <string>

namespace evenkeel::model {

class ReminderFiles {
public:
    // The ports outlive it.
    ReminderFiles(std::string profile_directory, SecretStore& secrets, Random& random)
        : directory_(std::move(profile_directory)), secrets_(secrets), random_(random) {}

    // Durable when they return, and replaced at once.
    Result<void> write_schedule(const ReminderSchedule& schedule);
    Result<void> write_state(const ReminderState& state);
    // not_found: nobody wants reminders while the window is closed.
    Result<ReminderSchedule> read_schedule();
    // A state that cannot be read is as good as none.
    ReminderState read_state();
    // Whoever watches the schedule looks at it again.
    Result<void> tell();
    // Nobody wants them any more. That there were none is no error.
    Result<void> remove();
    [[nodiscard]] bool exist() const;

    // Held by the window while it shows reminders itself.
    [[nodiscard]] std::string attention_path() const;
    // Held by the one process that shows them outside it.
    [[nodiscard]] std::string reminding_path() const;

private:
    [[nodiscard]] std::string schedule_path() const;
    [[nodiscard]] std::string state_path() const;
    Result<void> write(const std::string& path, const std::string& text);
    Result<std::string> read(const std::string& path);

    std::string directory_;
    SecretStore& secrets_;
    Random& random_;
};

}  // namespace evenkeel::model
