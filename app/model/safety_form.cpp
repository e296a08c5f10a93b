// What the practice says it does for safety, as a form, and its numbers outside the lock.
#include "app/model/risk.h"
#include "app/model/settings.h"
#include "sync/client/practice_policy.h"

#include <algorithm>

namespace evenkeel::model {

namespace {

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

std::optional<SafetyPlan> plan_of(const SafetyForm& form) {
    if (is_blank(form.who) && is_blank(form.out_of_hours)) return std::nullopt;
    return SafetyPlan{.who = PhiText(form.who),
                      .rhythm = form.rhythm,
                      .days = form.rhythm == CheckRhythm::within_days ? form.days : 0,
                      .out_of_hours = PhiText(form.out_of_hours)};
}

std::vector<PracticeNumber> numbers_of(const SafetyForm& form) {
    std::vector<PracticeNumber> numbers;
    for (const SafetyForm::Number& number : form.numbers) {
        if (number.is_blank()) continue;
        numbers.push_back({PhiText(number.name), PhiText(number.number), PhiText(number.hours)});
    }
    return numbers;
}

}  // namespace

SafetyForm form_of(const std::optional<PracticePolicy>& policy) {
    SafetyForm form;
    if (!policy) return form;
    if (policy->plan) {
        form.who = policy->plan->who.reveal();
        form.rhythm = policy->plan->rhythm;
        if (form.rhythm == CheckRhythm::within_days) form.days = policy->plan->days;
        form.out_of_hours = policy->plan->out_of_hours.reveal();
    }
    for (const PracticeNumber& number : policy->numbers) {
        form.numbers.push_back(
            {number.name.reveal(), number.number.reveal(), number.hours.reveal()});
    }
    return form;
}

SafetyForm tidied(SafetyForm form) {
    if (form.rhythm != CheckRhythm::within_days) form.days = SafetyForm().days;
    std::erase_if(form.numbers, [](const auto& number) { return number.is_blank(); });
    return form;
}

std::string unsavable(const SafetyForm& form) {
    if (const auto plan = plan_of(form)) {
        if (const auto checked = validate(*plan); !checked.ok()) return checked.error().sentence();
    }
    const auto checked = validate(numbers_of(form));
    return checked.ok() ? "" : checked.error().sentence();
}

Result<void> save_safety(store::Store& store, const client::Identity& self,
                         const SafetyForm& form) {
    return store.transaction([&]() -> Result<void> {
        TRY(client::set_safety_plan(store, self, plan_of(form)));
        return client::set_practice_numbers(store, self, numbers_of(form));
    });
}

Result<bool> keep_own_numbers(const std::string& profile_directory,
                              const std::optional<PracticePolicy>& policy) {
    Settings look = read_look(profile_directory);
    auto numbers = own_numbers(policy);
    if (look.own_numbers == numbers) return false;
    look.own_numbers = std::move(numbers);
    TRY(write_look(profile_directory, look));
    return true;
}

}  // namespace evenkeel::model
