#include "app/cli/boundary_options.h"

#include "core/domain/duration.h"
#include "core/domain/local_time.h"

namespace evenkeel::cli {

namespace {

Result<std::vector<UseGroup>> read_groups(const std::vector<std::string>& names) {
    std::vector<UseGroup> groups;
    for (const std::string& name : names) {
        const auto group = use_group_named(name);
        if (!group) {
            return Error(ErrorCode::invalid_input, "A group is one of social, internet and ai.");
        }
        groups.push_back(*group);
    }
    return groups;
}

// Bit 0 is Monday, as in the terms.
Result<std::uint32_t> read_weekdays(const std::vector<std::string>& names) {
    static constexpr std::array<const char*, 7> words = {"mon", "tue", "wed", "thu",
                                                         "fri", "sat", "sun"};
    std::uint32_t mask = 0;
    for (const std::string& name : names) {
        const auto word = std::ranges::find(words, name);
        if (word == words.end()) {
            return Error(ErrorCode::invalid_input,
                         "Weekdays are mon, tue, wed, thu, fri, sat, sun.");
        }
        mask |= 1U << static_cast<unsigned>(word - words.begin());
    }
    return mask;
}

// A weekly limit may be longer than a day, so days and hours are read without that bound.
Result<std::uint32_t> read_weekly_minutes(const std::string& text) {
    const std::size_t hours_end = text.find('h');
    if (hours_end == std::string::npos || hours_end + 1 != text.size()) return parse_duration(text);
    std::uint32_t hours = 0;
    for (const char digit : text.substr(0, hours_end)) {
        if (digit < '0' || digit > '9' || hours > 168) return parse_duration(text);
        hours = hours * 10 + static_cast<std::uint32_t>(digit - '0');
    }
    return hours * 60;
}

Result<BoundaryRule> read_rule(const BoundaryOptions& options) {
    TRY_ASSIGN(const auto groups, read_groups(options.groups));
    TRY_ASSIGN(const auto grace, parse_duration(options.grace));
    if (!options.daily_limit.empty()) {
        TRY_ASSIGN(const auto minutes, parse_duration(options.daily_limit));
        return BoundaryRule(DailyLimit{.groups = groups,
                                       .minutes_max = minutes,
                                       .grace_minutes = grace,
                                       .counts_duty = options.counts_work});
    }
    if (!options.weekly_limit.empty()) {
        TRY_ASSIGN(const auto minutes, read_weekly_minutes(options.weekly_limit));
        return BoundaryRule(WeeklyLimit{.groups = groups,
                                        .minutes_max = minutes,
                                        .grace_minutes = grace,
                                        .counts_duty = options.counts_work});
    }
    if (!options.curfew.empty()) {
        const std::size_t dash = options.curfew.find('-');
        if (dash == std::string::npos) {
            return Error(ErrorCode::invalid_input, "Give a curfew as 22:30-06:30.");
        }
        TRY_ASSIGN(const auto from, parse_time_of_day(options.curfew.substr(0, dash)));
        TRY_ASSIGN(const auto to, parse_time_of_day(options.curfew.substr(dash + 1)));
        return BoundaryRule(Curfew{.from_minute = static_cast<std::uint32_t>(from),
                                   .to_minute = static_cast<std::uint32_t>(to),
                                   .groups = groups,
                                   .grace_minutes = grace});
    }
    if (!options.attest.empty()) {
        return BoundaryRule(Attested{.statement = PhiText(options.attest)});
    }
    return Error(ErrorCode::invalid_input,
                 "Say what it is: --daily-limit, --weekly-limit, --curfew or --attest.");
}

}  // namespace

void add_boundary_options(CLI::App& command, BoundaryOptions& options) {
    auto* kinds = command.add_option_group("kind", "What is agreed");
    kinds->add_option("--daily-limit", options.daily_limit, "At most this long a day")
        ->type_name("DURATION");
    kinds->add_option("--weekly-limit", options.weekly_limit, "At most this long a week")
        ->type_name("DURATION");
    kinds->add_option("--curfew", options.curfew, "Not between these times")
        ->type_name("HH:MM-HH:MM");
    kinds->add_option("--attest", options.attest, "Anything else, answered by the client each day")
        ->type_name("SENTENCE");
    kinds->require_option(1);
    command.add_option("--group", options.groups, "social, internet or ai; several are added up")
        ->allow_extra_args(false);
    command.add_option("--grace", options.grace, "This much over does not count")
        ->type_name("DURATION");
    command.add_option("--weekday", options.weekdays, "mon ... sun; all if none is given")
        ->allow_extra_args(false);
    command.add_option("--evidence", options.evidence, "Whether the log or the answer counts")
        ->check(CLI::IsMember({"log", "answer"}));
    command.add_flag("--counts-work", options.counts_work, "Work and study count too");
    command.add_option("--reason", options.reason, "Why, in your words")->type_name("TEXT");
    command.add_option("--question", options.question, "The question asked each day")
        ->type_name("TEXT");
    command.add_option("--review", options.review, "When to look at it again")->type_name("DATE");
    command.add_option("--starts", options.starts, "The first day it counts, if not today")
        ->type_name("DATE");
    command.add_option("--text", options.text, "Your own sentence instead of the one made for you")
        ->type_name("TEXT");
}

Result<client::BoundaryDraft> read_draft(const BoundaryOptions& options, Day now_day) {
    client::BoundaryDraft draft;
    TRY_ASSIGN(draft.terms.rule, read_rule(options));
    TRY_ASSIGN(draft.terms.weekdays, read_weekdays(options.weekdays));
    const bool attested = std::holds_alternative<Attested>(draft.terms.rule);
    draft.terms.evidence =
        attested || options.evidence == "answer" ? Evidence::answer : Evidence::log;
    draft.text = PhiText(options.text);
    draft.reason = PhiText(options.reason);
    draft.question = PhiText(options.question);
    draft.starts_day = now_day;
    if (!options.starts.empty()) {
        TRY_ASSIGN(draft.starts_day, parse_date(options.starts));
    }
    if (!options.review.empty()) {
        TRY_ASSIGN(draft.review_day, parse_date(options.review));
    }
    return draft;
}

}  // namespace evenkeel::cli
