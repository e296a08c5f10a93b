#include "app/model/safety_phrases.h"

#include "core/base/characters.h"
#include "core/base/limits.h"
#include "core/words/tr.h"

namespace evenkeel::model {

namespace {

std::string check_words_of(const SafetyPlan& plan) {
    const std::string who = display_text(plan.who.reveal(), limits::name_characters_max);
    switch (plan.rhythm) {
        case CheckRhythm::within_days:
            return tr_n("within {0} day, by {1}", "within {0} days, by {1}", plan.days, who);
        case CheckRhythm::before_session:
            return tr("before your next session, by {0}", who);
        case CheckRhythm::every_weekday:
            break;
    }
    return tr("every weekday, by {0}", who);
}

}  // namespace

std::string watching_words(const std::optional<PracticePolicy>& policy) {
    const bool says_when = answers_for_safety(policy);
    const bool answers = policy && policy->reply_days;
    std::string text =
        says_when ? tr("Nobody is watching this live. What you share leaves this device only when "
                       "it syncs, and is looked at {0}.",
                       check_words_of(*policy->plan))
        : answers ? tr("Nobody is watching this live. What you share leaves this device only when "
                       "it syncs.")
                  : tr("Nobody is watching this live. What you share leaves this device only when "
                       "it syncs, and it may be days before anyone sees it.");
    if (!answers) return text;
    return tr_n("{1} Your practice says it answers a shared page within {0} day.",
                "{1} Your practice says it answers a shared page within {0} days.",
                *policy->reply_days, text);
}

}  // namespace evenkeel::model
