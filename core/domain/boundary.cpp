#include "core/domain/boundary.h"

#include "core/base/limits.h"
#include "core/domain/local_time.h"

namespace evenkeel {

namespace {

constexpr std::uint32_t week_minutes_max = 7 * limits::day_minutes_max;
constexpr std::size_t list_items_max = 20;
constexpr std::size_t signature_bytes = 64;

Result<void> check_groups(const std::vector<UseGroup>& groups) {
    if (groups.size() > use_group_count) {
        return Error(ErrorCode::invalid_input, "There are three groups of use, not more.");
    }
    for (const auto group : groups) {
        if (group < UseGroup::internet || group > UseGroup::ai) {
            return Error(ErrorCode::invalid_input, "Say which: internet, social or ai.");
        }
    }
    return {};
}

Result<void> check_at_most(std::uint32_t value, std::uint32_t most, Literal name) {
    if (value > most) {
        return Error(ErrorCode::invalid_input, "{} must be at most {}.").with(name).with(most);
    }
    return {};
}

Result<void> check_words(const PhiText& words, Literal name) {
    if (words.reveal().empty()) {
        return Error(ErrorCode::invalid_input, "{} is empty.").with(name);
    }
    return check_text(words.reveal(), name, limits::note_characters_max);
}

Result<void> check_list(const std::vector<PhiText>& list, Literal name) {
    if (list.size() > list_items_max) {
        return Error(ErrorCode::invalid_input, "{} has more than {} items.")
            .with(name)
            .with(static_cast<long long>(list_items_max));
    }
    for (const auto& item : list) TRY(check_words(item, name));
    return {};
}

// One overload per rule; each reads like the sentence it protects.
struct RuleCheck {
    Result<void> operator()(const UnknownRule&) const {
        return Error(ErrorCode::unsupported, "This kind of boundary needs a newer version.");
    }
    Result<void> operator()(const DailyLimit& limit) const {
        TRY(check_groups(limit.groups));
        TRY(check_at_most(limit.minutes_max, limits::day_minutes_max, "Minutes a day"));
        return check_at_most(limit.grace_minutes, limits::day_minutes_max, "The grace in minutes");
    }
    Result<void> operator()(const WeeklyLimit& limit) const {
        TRY(check_groups(limit.groups));
        TRY(check_at_most(limit.minutes_max, week_minutes_max, "Minutes a week"));
        TRY(check_at_most(limit.grace_minutes, limits::day_minutes_max, "The grace in minutes"));
        return check_at_most(limit.week_start, 6, "The first day of the week");
    }
    Result<void> operator()(const Curfew& curfew) const {
        TRY(check_groups(curfew.groups));
        if (curfew.from_minute >= limits::day_minutes_max ||
            curfew.to_minute >= limits::day_minutes_max) {
            return Error(ErrorCode::invalid_input, "The time of day must be from 00:00 to 23:59.");
        }
        if (curfew.from_minute == curfew.to_minute) {
            return Error(ErrorCode::invalid_input, "The time off begins and ends at one time.");
        }
        return check_at_most(curfew.grace_minutes, limits::day_minutes_max, "The grace in minutes");
    }
    Result<void> operator()(const Attested& attested) const {
        return check_words(attested.statement, "The statement");
    }
    Result<void> operator()(const Sessions& sessions) const {
        TRY(check_groups(sessions.groups));
        TRY(check_at_most(sessions.per_day_max, 1000, "Sessions a day"));
        return check_at_most(sessions.merge_gap_minutes, 120, "The gap in minutes");
    }
    Result<void> operator()(const SessionLength& length) const {
        TRY(check_groups(length.groups));
        return check_at_most(length.minutes_max, limits::day_minutes_max, "Minutes at a time");
    }
    Result<void> operator()(const PurposeOnly& purpose) const {
        TRY(check_groups(purpose.groups));
        if (purpose.allowed.empty()) {
            return Error(ErrorCode::invalid_input, "Name at least one purpose.");
        }
        return check_list(purpose.allowed, "The list of purposes");
    }
    Result<void> operator()(const Never& never) const {
        return check_words(never.situation, "The situation");
    }
    Result<void> operator()(const Instead& instead) const {
        TRY(check_words(instead.trigger, "The cue"));
        return check_words(instead.action, "The action");
    }
    Result<void> operator()(const Contact& contact) const {
        TRY(check_words(contact.channel, "The channel"));
        TRY(check_list(contact.allowed_for, "What it is for"));
        TRY(check_list(contact.not_for, "What it is not for"));
        return check_at_most(contact.reply_within_hours, 24 * 31, "Hours to a reply");
    }
};

}  // namespace

Result<void> validate(const BoundaryTerms& terms) {
    if (terms.fixed_zone.size() > zone_name_characters_max) {
        return Error(ErrorCode::invalid_input, "The time zone must have a name, as Europe/Berlin.");
    }
    TRY(check_text(terms.fixed_zone, "The time zone", zone_name_characters_max));
    if (terms.weekdays > 0x7F) {
        return Error(ErrorCode::invalid_input, "A week has seven days.");
    }
    if (terms.evidence != Evidence::log && terms.evidence != Evidence::answer) {
        return Error(ErrorCode::invalid_input, "Either the log counts, or the answer.");
    }
    return std::visit(RuleCheck{}, terms.rule);
}

bool applies_on(const BoundaryTerms& terms, Day day) {
    return terms.weekdays == 0 || (terms.weekdays >> static_cast<unsigned>(weekday(day)) & 1U) != 0;
}

bool log_can_decide(const BoundaryRule& rule) {
    const auto is = [&]<typename... Rules>() {
        return (std::holds_alternative<Rules>(rule) || ...);
    };
    return is.template
    operator()<DailyLimit, WeeklyLimit, Curfew, Sessions, SessionLength, PurposeOnly>();
}

Result<void> validate(const BoundaryDocument& document) {
    if (document.boundary.is_none() || document.proposed_by.is_none()) {
        return Error(ErrorCode::invalid_input, "A boundary needs its id and who proposes it.");
    }
    if (document.version == 0) {
        return Error(ErrorCode::invalid_input, "Versions are counted from 1.");
    }
    if ((document.version == 1) == document.previous_hash.has_value()) {
        return Error(ErrorCode::invalid_input,
                     "Every version but the first names the one it answers.");
    }
    TRY(check_words(document.text, "The sentence of the boundary"));
    if (document.language.empty()) {
        return Error(ErrorCode::invalid_input, "Say in which language the sentence is.");
    }
    TRY(check_text(document.language, "The language", limits::tag_characters_max));
    TRY(check_text(document.reason.reveal(), "The reason", limits::note_characters_max));
    TRY(check_text(document.question.reveal(), "The question", limits::note_characters_max));
    TRY(check_text(document.study_question.reveal(), "What is to be found out",
                   limits::note_characters_max));
    if (document.review_day && *document.review_day < document.starts_day) {
        return Error(ErrorCode::invalid_input, "The review comes before the first day.");
    }
    return validate(document.terms);
}

Result<void> validate(const BoundaryVersion& version) {
    TRY(validate(version.when));
    if (version.document.empty()) {
        return Error(ErrorCode::invalid_input, "A version needs its document.");
    }
    if (version.document.size() > document_bytes_max) {
        return Error(ErrorCode::invalid_input, "The boundary is {} bytes long; {} are the most.")
            .with(static_cast<long long>(version.document.size()))
            .with(static_cast<long long>(document_bytes_max));
    }
    return {};
}

Result<void> validate(const BoundaryDecision& decision) {
    TRY(validate(decision.when));
    if (decision.boundary.is_none()) {
        return Error(ErrorCode::invalid_input, "A decision needs the boundary it is about.");
    }
    if (decision.decision < Decision::accept || decision.decision > Decision::resume) {
        return Error(ErrorCode::invalid_input, "This decision is not known.");
    }
    if (decision.role != Role::client && decision.role != Role::clinician) {
        return Error(ErrorCode::invalid_input, "Only a client and a clinician decide.");
    }
    const bool accepts = decision.decision == Decision::accept;
    if (decision.signature.size() != (accepts ? signature_bytes : 0U)) {
        return Error(ErrorCode::invalid_input, "An acceptance is signed, and nothing else is.");
    }
    return check_text(decision.note, "The note", limits::note_characters_max);
}

Result<void> validate(const BoundaryAnswer& answer) {
    TRY(validate(answer.when));
    if (answer.boundary.is_none()) {
        return Error(ErrorCode::invalid_input, "An answer needs the boundary it is about.");
    }
    if (answer.answer && (answer.answer->reveal() < Answer::kept ||
                          answer.answer->reveal() > Answer::not_applicable)) {
        return Error(ErrorCode::invalid_input,
                     "Answer with kept, partly, broken or not applicable.");
    }
    return check_text(answer.note, "The note", limits::note_characters_max);
}

}  // namespace evenkeel
