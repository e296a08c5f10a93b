// Small files beside the store, which are all that is known while the profile is locked: when
// reminders are due, what became of those that were shown, and what counts as what where screen
// time is counted with the window closed. Where the system has a key store, all are sealed with a
// key from it; where it has none, whoever reads them learns at which times reminders of how many
// things come, which of them are check-ins, when one was put off, and which programs and sites this
// person made rules for. Never what reminders are about: the marks in them are made with a key that
// lies in the store.
#pragma once

#include "app/model/outside_counts.h"
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
    // Both wishes as they lie there, sealed: while they are the same, nobody need open them again.
    // Empty: nobody wants anything.
    [[nodiscard]] Bytes wishes() const;

    // Once `remove_counting` was called there is none: not_found.
    Result<void> write_counting(const OutsideCounting& counting);
    Result<OutsideCounting> read_counting();
    Result<void> remove_counting();

    // Whoever watches the schedule looks at it again.
    Result<void> tell();
    // Nobody wants them any more. That there were none is no error.
    Result<void> remove();
    [[nodiscard]] bool exist() const;

    // Held by the window while it shows reminders itself.
    [[nodiscard]] std::string attention_path() const;
    // Held by the window while it counts screen time itself.
    [[nodiscard]] std::string counting_here_path() const;
    // Held by the one process that shows them outside it.
    [[nodiscard]] std::string reminding_path() const;

private:
    [[nodiscard]] std::string schedule_path() const;
    [[nodiscard]] std::string state_path() const;
    [[nodiscard]] std::string counting_path() const;
    void forget_key();  // once no file is left
    Result<void> write(const std::string& path, const std::string& text);
    Result<std::string> read(const std::string& path);

    std::string directory_;
    SecretStore& secrets_;
    Random& random_;
};

}  // namespace evenkeel::model
