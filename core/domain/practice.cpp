#include "core/domain/practice.h"

#include "core/base/limits.h"
#include "core/domain/local_time.h"

namespace evenkeel {

Result<void> validate(const PracticePolicy& policy) {
    TRY(validate(policy.when));
    if (policy.author.is_none()) {
        return Error(ErrorCode::invalid_input, "A policy needs the person who says it.");
    }
    const std::uint32_t days = policy.reply_days.value_or(1);
    if (days < 1 || days > limits::reply_days_max) {
        return Error(ErrorCode::invalid_input, "A reply is promised within 1 to {} days.")
            .with(static_cast<long long>(limits::reply_days_max));
    }
    const std::uint32_t years = policy.retention_years.value_or(1);
    if (years < 1 || years > limits::retention_years_max) {
        return Error(ErrorCode::invalid_input, "Records are kept for 1 to {} years.")
            .with(static_cast<long long>(limits::retention_years_max));
    }
    if (policy.plan) TRY(validate(*policy.plan));
    return validate(policy.numbers);
}

bool answers_for_safety(const std::optional<PracticePolicy>& policy) {
    return policy && policy->plan && validate(*policy->plan).ok();
}

Result<void> validate(const PracticePrompt& prompt) {
    TRY(validate(prompt.when));
    TRY(check_question(prompt.question));
    if (prompt.author.is_none()) {
        return Error(ErrorCode::invalid_input, "A question needs the person who adds it.");
    }
    return {};
}

}  // namespace evenkeel
