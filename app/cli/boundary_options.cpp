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

std::vector<PhiText> words_of(const std::vector<std::string>& texts) {
    std::vector<PhiText> words;
    for (const std::string& text : texts) words.emplace_back(text);
    return words;
}

Result<BoundaryRule> read_limit(const BoundaryOptions& options, std::vector<UseGroup> groups,
                                std::uint32_t grace) {
    if (!options.daily_limit.empty()) {
        TRY_ASSIGN(const auto minutes, parse_duration(options.daily_limit));
        return BoundaryRule(DailyLimit{.groups = std::move(groups),
                                       .minutes_max = minutes,
                                       .grace_minutes = grace,
                                       .counts_duty = options.counts_work});
    }
    TRY_ASSIGN(const auto minutes, read_weekly_minutes(options.weekly_limit));
    return BoundaryRule(WeeklyLimit{.groups = std::move(groups),
                                    .minutes_max = minutes,
                                    .grace_minutes = grace,
                                    .counts_duty = options.counts_work});
}

Result<BoundaryRule> read_curfew(const std::string& times, std::vector<UseGroup> groups,
                                 std::uint32_t grace) {
    const std::size_t dash = times.find('-');
    if (dash == std::string::npos) {
        return Error(ErrorCode::invalid_input, "Give a curfew as 22:30-06:30.");
    }
    TRY_ASSIGN(const auto from, parse_time_of_day(times.substr(0, dash)));
    TRY_ASSIGN(const auto to, parse_time_of_day(times.substr(dash + 1)));
    return BoundaryRule(Curfew{.from_minute = static_cast<std::uint32_t>(from),
                               .to_minute = static_cast<std::uint32_t>(to),
                               .groups = std::move(groups),
                               .grace_minutes = grace});
}

// The kinds that are made of words.
Result<BoundaryRule> read_words(const BoundaryOptions& options) {
    if (!options.attest.empty()) {
        return BoundaryRule(Attested{.statement = PhiText(options.attest)});
    }
    if (!options.never.empty()) return BoundaryRule(Never{.situation = PhiText(options.never)});
    if (!options.cue.empty()) {
        if (options.action.empty()) {
            return Error(ErrorCode::invalid_input, "Say with --then what happens instead.");
        }
        return BoundaryRule(
            Instead{.trigger = PhiText(options.cue), .action = PhiText(options.action)});
    }
    return BoundaryRule(Contact{.channel = PhiText(options.contact),
                                .allowed_for = words_of(options.contact_for),
                                .reply_within_hours = options.reply_within_hours,
                                .not_for = words_of(options.contact_not_for)});
}

Result<BoundaryRule> read_rule(const BoundaryOptions& options) {
    TRY_ASSIGN(auto groups, read_groups(options.groups));
    TRY_ASSIGN(const auto grace, parse_duration(options.grace));
    if (!options.daily_limit.empty() || !options.weekly_limit.empty()) {
        return read_limit(options, std::move(groups), grace);
    }
    if (!options.curfew.empty()) return read_curfew(options.curfew, std::move(groups), grace);
    if (options.times_a_day > 0) {
        return BoundaryRule(Sessions{.groups = std::move(groups),
                                     .per_day_max = options.times_a_day,
                                     .merge_gap_minutes = options.break_minutes});
    }
    if (!options.at_a_time.empty()) {
        TRY_ASSIGN(const auto minutes, parse_duration(options.at_a_time));
        return BoundaryRule(SessionLength{.groups = std::move(groups), .minutes_max = minutes});
    }
    if (!options.only_for.empty()) {
        return BoundaryRule(
            PurposeOnly{.groups = std::move(groups), .allowed = words_of(options.only_for)});
    }
    return read_words(options);
}

void add_kinds(CLI::App& command, BoundaryOptions& options) {
    auto* kinds = command.add_option_group("kind", "What is agreed");
    kinds->add_option("--daily-limit", options.daily_limit, "At most this long a day")
        ->type_name("DURATION");
    kinds->add_option("--weekly-limit", options.weekly_limit, "At most this long a week")
        ->type_name("DURATION");
    kinds->add_option("--curfew", options.curfew, "Not between these times")
        ->type_name("HH:MM-HH:MM");
    kinds->add_option("--times-a-day", options.times_a_day, "Begun at most this often a day")
        ->check(CLI::Range(1, 1000));
    kinds->add_option("--at-a-time", options.at_a_time, "At most this long at a time")
        ->type_name("DURATION");
    kinds->add_option("--only-for", options.only_for, "Only for this; may be given several times")
        ->type_name("PURPOSE")
        ->allow_extra_args(false);
    kinds->add_option("--never", options.never, "Never in this situation")->type_name("TEXT");
    kinds->add_option("--if", options.cue, "If this happens, then ...; with --then")
        ->type_name("TEXT");
    kinds->add_option("--contact", options.contact, "Contact between sessions by this channel")
        ->type_name("CHANNEL");
    kinds->add_option("--attest", options.attest, "Anything else, answered by the client each day")
        ->type_name("SENTENCE");
    kinds->require_option(1);
}

void add_details(CLI::App& command, BoundaryOptions& options) {
    command.add_option("--break", options.break_minutes, "A shorter break does not count as one")
        ->type_name("MINUTES")
        ->needs("--times-a-day");
    command.add_option("--then", options.action, "What happens instead")
        ->type_name("TEXT")
        ->needs("--if");
    command.add_option("--for", options.contact_for, "What contact is for")
        ->type_name("TEXT")
        ->allow_extra_args(false)
        ->needs("--contact");
    command.add_option("--not-for", options.contact_not_for, "What contact is not for")
        ->type_name("TEXT")
        ->allow_extra_args(false)
        ->needs("--contact");
    command.add_option("--reply-within", options.reply_within_hours, "When a reply comes")
        ->type_name("HOURS")
        ->needs("--contact");
}

}  // namespace

void add_boundary_options(CLI::App& command, BoundaryOptions& options) {
    add_kinds(command, options);
    add_details(command, options);
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
    command.add_option("--find-out", options.study_question, "What you both want to learn of it")
        ->type_name("TEXT");
    command.add_option("--question", options.question, "The question asked each day")
        ->type_name("TEXT");
    command.add_option("--review", options.review, "When to look at it again")->type_name("DATE");
    command.add_option("--starts", options.starts, "The first day it counts, if not today")
        ->type_name("DATE");
    command.add_option("--text", options.text, "Your own sentence instead of the one made for you")
        ->type_name("TEXT");
}

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

Result<client::BoundaryDraft> read_draft(const BoundaryOptions& options, Day now_day) {
    client::BoundaryDraft draft;
    TRY_ASSIGN(draft.terms.rule, read_rule(options));
    TRY_ASSIGN(draft.terms.weekdays, read_weekdays(options.weekdays));
    const bool by_log = options.evidence == "log" && log_can_decide(draft.terms.rule);
    draft.terms.evidence = by_log ? Evidence::log : Evidence::answer;
    draft.text = PhiText(options.text);
    draft.reason = PhiText(options.reason);
    draft.question = PhiText(options.question);
    draft.study_question = PhiText(options.study_question);
    draft.starts_day = now_day;
    if (!options.starts.empty()) {
        TRY_ASSIGN(draft.starts_day, parse_date(options.starts));
    }
    if (!options.review.empty()) {
        TRY_ASSIGN(draft.review_day, parse_date(options.review));
    }
    return draft;
}

Result<EntityId> find_boundary(const client::BoundaryBook& book, const std::string& id) {
    std::vector<EntityId> matches;
    for (const BoundaryStanding& standing : book.standings) {
        if (!id.empty() && to_hex(standing.boundary).starts_with(id)) {
            matches.push_back(standing.boundary);
        }
    }
    if (matches.size() == 1) return matches.front();
    if (matches.empty()) return Error(ErrorCode::not_found, "There is no boundary of that id.");
    return Error(ErrorCode::invalid_input, "Several boundaries begin so; give more digits.");
}

}  // namespace evenkeel::cli
