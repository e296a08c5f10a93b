// Check-ins that were answered at their reminder while the profile was locked. Whoever shows
// reminders can seal an answer and read none: each lies in a small file beside the store, sealed to
// a key whose other half is in the store, until the profile is open.
#pragma once

#include "app/model/record_desk.h"
#include "core/base/ports.h"
#include "core/domain/reminder_schedule.h"

#include <string>

namespace evenkeel::model {

// What the three buttons of a reminder say. Their labels are signs: outside the window no word
// tells what is asked. Each mood is that of a face (core/domain/mood.h).
struct OutsideButton {
    Literal name;
    Literal label;
    std::uint32_t mood;
};
const std::array<OutsideButton, 3>& outside_buttons();

// The key that answers are sealed to: made once for a profile, its secret half never leaves the
// store.
Result<AnswerKey> answer_key(RecordDesk& desk);

// Opens what was sealed to it.
Result<Bytes> open_outside(RecordDesk& desk, ByteView sealed);

// Durable when it returns. A second answer about the same logical day takes the place of the first.
// `key` is the schedule's.
Result<void> keep_outside_answer(const std::string& profile_directory, const AnswerKey& key,
                                 std::uint32_t mood, const Moment& said, Random& random);

// Logs what was answered outside and forgets the files: as the day's check-in, said when it was,
// or, where that day has one by now, as one moment of it. May be called again after a crash. What
// cannot be opened is left where it is. True if there was anything.
Result<bool> take_outside_answers(const std::string& profile_directory, RecordDesk& desk);

}  // namespace evenkeel::model
