#include "core/domain/boundary_text.h"

#include "core/domain/duration.h"
#include "core/domain/local_time.h"

#include <algorithm>
#include <array>

namespace evenkeel {

namespace {

// "a", "a and b", "a, b and c".
std::string join(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::string join(const std::vector<PhiText>& words) {
    std::vector<std::string> plain;
    for (const auto& word : words) plain.push_back(word.reveal());
    return join(plain);
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    }
    return text;
}

// What a person typed ends with their own full stop, or with ours.
std::string sentence(std::string text) {
    if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos) {
        text += ".";
    }
    return text;
}

// Below two hours people speak of minutes.
std::string amount(std::uint32_t minutes) {
    return minutes == 1    ? "1 minute"
           : minutes < 120 ? std::to_string(minutes) + " minutes"
                           : print_duration(minutes);
}

std::string with_grace(std::uint32_t minutes) {
    return minutes == 0 ? "." : ", with " + amount(minutes) + " of grace.";
}

std::string duty_clause(bool counts_duty) {
    return counts_duty ? " Work and study count too." : "";
}

constexpr std::array<const char*, 7> day_names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                  "Friday", "Saturday", "Sunday"};

std::string day_clause(std::uint32_t weekdays) {
    if (weekdays == 0 || weekdays == 0x7F) return "";
    if (weekdays == 0x1F) return " Monday to Friday only.";
    std::vector<std::string> days;
    for (std::size_t i = 0; i < day_names.size(); ++i) {
        if ((weekdays >> i & 1U) != 0) days.emplace_back(day_names[i]);
    }
    return " Only on " + join(days) + ".";
}

struct RuleSentence {
    std::string operator()(const UnknownRule&) const { return ""; }
    std::string operator()(const DailyLimit& limit) const {
        return capitalised(describe_groups(limit.groups)) + ": at most " +
               amount(limit.minutes_max) + " a day" + with_grace(limit.grace_minutes) +
               duty_clause(limit.counts_duty);
    }
    std::string operator()(const WeeklyLimit& limit) const {
        return capitalised(describe_groups(limit.groups)) + ": at most " +
               amount(limit.minutes_max) + " a week, counted from " +
               day_names[std::min<std::size_t>(limit.week_start, 6)] +
               with_grace(limit.grace_minutes) + duty_clause(limit.counts_duty);
    }
    std::string operator()(const Curfew& curfew) const {
        return "No " + describe_groups(curfew.groups) + " from " +
               print_time_of_day(static_cast<std::int32_t>(curfew.from_minute)) + " to " +
               print_time_of_day(static_cast<std::int32_t>(curfew.to_minute)) +
               with_grace(curfew.grace_minutes);
    }
    std::string operator()(const Attested& attested) const {
        return sentence(attested.statement.reveal());
    }
    std::string operator()(const Sessions& sessions) const {
        const auto times = std::to_string(sessions.per_day_max) +
                           (sessions.per_day_max == 1 ? " time a day." : " times a day.");
        return capitalised(describe_groups(sessions.groups)) + ": at most " + times +
               (sessions.merge_gap_minutes == 0
                    ? ""
                    : " Breaks shorter than " + amount(sessions.merge_gap_minutes) +
                          " do not count as breaks.");
    }
    std::string operator()(const SessionLength& length) const {
        return capitalised(describe_groups(length.groups)) + ": at most " +
               amount(length.minutes_max) + " at a time.";
    }
    std::string operator()(const PurposeOnly& purpose) const {
        return capitalised(describe_groups(purpose.groups)) + ": only for " +
               sentence(join(purpose.allowed));
    }
    std::string operator()(const Never& never) const {
        return "Never: " + sentence(never.situation.reveal());
    }
    std::string operator()(const Instead& instead) const {
        return "If " + instead.trigger.reveal() + ", then " + sentence(instead.action.reveal());
    }
    std::string operator()(const Contact& contact) const {
        auto text = "Contact between sessions by " + contact.channel.reveal();
        text += contact.allowed_for.empty() ? "." : ", for " + sentence(join(contact.allowed_for));
        if (!contact.not_for.empty()) text += " Not for " + sentence(join(contact.not_for));
        if (contact.reply_within_hours > 0) {
            text += " A reply comes within " + std::to_string(contact.reply_within_hours) +
                    (contact.reply_within_hours == 1 ? " hour." : " hours.");
        }
        return text;
    }
};

}  // namespace

std::string describe_groups(const std::vector<UseGroup>& groups) {
    std::vector<std::string> words;
    for (const auto group : {UseGroup::internet, UseGroup::social, UseGroup::ai}) {
        if (std::find(groups.begin(), groups.end(), group) == groups.end()) continue;
        words.emplace_back(group == UseGroup::internet ? "internet"
                           : group == UseGroup::social ? "social media"
                                                       : "AI");
    }
    return words.empty() || words.size() == use_group_count ? "screen use" : join(words);
}

PhiText agreement_sentence(const BoundaryTerms& terms) {
    auto text = std::visit(RuleSentence{}, terms.rule);
    text += day_clause(terms.weekdays);
    if (!terms.fixed_zone.empty()) text += " Times are those of " + terms.fixed_zone + ".";
    // The other kinds can only be answered, so there is nothing to choose.
    if (log_can_decide(terms.rule)) {
        text += terms.evidence == Evidence::log ? " Counted from the log."
                                                : " The client's own answer counts.";
    }
    return PhiText(text);
}

PhiText standard_question(const BoundaryTerms& terms) {
    if (std::holds_alternative<Contact>(terms.rule)) {
        return PhiText("Was contact between sessions as agreed?");
    }
    if (std::holds_alternative<WeeklyLimit>(terms.rule)) {
        return PhiText("Did you keep to this so far this week?");
    }
    if (std::holds_alternative<Curfew>(terms.rule)) {
        return PhiText("Did you keep to this last night?");
    }
    return PhiText("Did you keep to this today?");
}

}  // namespace evenkeel
