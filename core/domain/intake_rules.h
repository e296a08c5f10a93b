// What is asked next, what an answer may be and what changed since last time: pure functions.
#pragma once

#include "core/domain/intake.h"
#include "core/domain/intake_form.h"

namespace evenkeel {

// Null if nothing was said.
const IntakeAnswer* answer_to(const IntakeAnswers& answers, std::uint32_t question);

// Whether the question comes up: it has no condition, or the question that it hangs on comes up,
// was answered, and not by the one choice that rules this one out.
bool is_asked(const IntakeForm& form, const IntakeQuestion& question, const IntakeAnswers& answers);

// The answers to questions that come up. The others are kept where they are, and neither shown nor
// shared: they were given before another answer ruled them out. Those to questions that this form
// does not have stay in.
IntakeAnswers asked_only(const IntakeForm& form, const IntakeAnswers& answers);

// Refuses, with a sentence, what the question cannot be answered by. Blank is always fine.
[[nodiscard]] Result<void> check_answer(const IntakeQuestion& question, const IntakeAnswer& answer);

// After a tap on a choice: the one choice, or with several that one more or less. "None" stands
// alone.
IntakeAnswer with_choice(const IntakeQuestion& question, const IntakeAnswer& before,
                         std::uint32_t choice);

// From the command line: keys with commas, "1h30", "7", "yes", words; empty is blank. Its refusal
// says what to type.
[[nodiscard]] Result<IntakeAnswer> parse_answer(const IntakeQuestion& question,
                                                std::string_view text);

// "Phone and laptop", "1 h 30 min", "6 of 10", "Yes", the words; "not said" for a blank.
PhiText said(const IntakeQuestion& question, const IntakeAnswer& answer);

// A question that was answered both times, and otherwise. Blank is no answer, so never a change.
struct IntakeChange {
    const IntakeQuestion* question;
    IntakeAnswer before;
    IntakeAnswer now;
    // Where several can be chosen: those of one answer alone, without the one that says none.
    std::vector<std::uint32_t> chosen_anew;
    std::vector<std::uint32_t> chosen_no_longer;
};
// In the order of the form.
std::vector<IntakeChange> changed_answers(const IntakeForm& form, const IntakeAnswers& before,
                                          const IntakeAnswers& now);
// One sentence for each: "AI tools: was every day, now some days". Of words only that they are new.
std::vector<PhiText> intake_changes(const IntakeForm& form, const IntakeAnswers& before,
                                    const IntakeAnswers& now);

}  // namespace evenkeel
