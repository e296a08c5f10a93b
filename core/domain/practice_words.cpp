#include "core/domain/practice_words.h"

#include "core/base/characters.h"
#include "core/base/limits.h"

namespace evenkeel {

namespace {

std::string in_days(std::uint32_t days) {
    return "within " + std::to_string(days) + (days == 1 ? " day" : " days");
}

std::string rhythm_words(const SafetyPlan& plan) {
    switch (plan.rhythm) {
        case CheckRhythm::within_days:
            return in_days(plan.days);
        case CheckRhythm::before_session:
            return "before your next session";
        case CheckRhythm::every_weekday:
            break;
    }
    return "every weekday";
}

}  // namespace

std::string check_words(const SafetyPlan& plan) {
    return rhythm_words(plan) + ", by " +
           display_text(plan.who.reveal(), limits::name_characters_max);
}

std::string nobody_watches(const std::optional<PracticePolicy>& policy) {
    std::string text =
        "Nobody is watching this live. What you share leaves this device only when it syncs";
    const bool says_when = answers_for_safety(policy);
    if (says_when) text += ", and is looked at " + check_words(*policy->plan);
    if (policy && policy->reply_days) {
        return text + ". Your practice says it answers a shared page " +
               in_days(*policy->reply_days) + ".";
    }
    return text + (says_when ? "." : ", and it may be days before anyone sees it.");
}

}  // namespace evenkeel
