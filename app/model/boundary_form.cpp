#include "app/model/boundary_form.h"

#include "app/model/phrases.h"
#include "core/base/limits.h"
#include "core/domain/boundary_text.h"

namespace evenkeel::model {

namespace {

constexpr std::uint32_t day_minutes = limits::day_minutes_max;
constexpr std::uint32_t every_day = 0x7F;

Error wants(Literal sentence) { return {ErrorCode::invalid_input, sentence}; }

Result<BoundaryRule> limit_of(const BoundaryForm& form) {
    const bool weekly = form.kind == FormKind::limit_per_week;
    const std::uint32_t minutes = weekly ? form.week_minutes_max : form.minutes_max;
    const std::uint32_t most = weekly ? 7 * day_minutes : day_minutes;
    if (form.groups.empty()) return wants("Choose what is limited.");
    if (minutes == 0) return wants("Choose how much time it is.");
    if (minutes >= most) {
        return weekly ? wants("A week has 168 hours: choose less than that.")
                      : wants("A day has 24 hours: choose less than that.");
    }
    if (form.grace_minutes >= minutes) {
        return wants("Choose a grace that is shorter than the limit.");
    }
    if (weekly) {
        return BoundaryRule(WeeklyLimit{
            .groups = form.groups, .minutes_max = minutes, .grace_minutes = form.grace_minutes});
    }
    return BoundaryRule(DailyLimit{
        .groups = form.groups, .minutes_max = minutes, .grace_minutes = form.grace_minutes});
}

Result<BoundaryRule> curfew_of(const BoundaryForm& form) {
    if (form.from_minute == form.to_minute) {
        return wants("Choose an end that is not the beginning.");
    }
    return BoundaryRule(Curfew{.from_minute = form.from_minute,
                               .to_minute = form.to_minute,
                               .groups = form.groups,
                               .grace_minutes = form.grace_minutes});
}

bool is_blank(const std::string& text) {
    return text.find_first_not_of(" \n\t") == std::string::npos;
}

std::vector<PhiText> words_of(const WordChoice& choice) {
    std::vector<PhiText> words;
    for (const std::string& text : choice.chosen) words.emplace_back(text);
    if (!is_blank(choice.typed)) words.emplace_back(choice.typed);
    return words;
}

WordChoice choice_of(const std::vector<PhiText>& words) {
    WordChoice choice;
    for (const PhiText& word : words) choice.chosen.push_back(word.reveal());
    choice.agreed = choice.chosen;
    return choice;
}

Result<BoundaryRule> sessions_of(const BoundaryForm& form) {
    if (form.groups.empty()) return wants("Choose what is limited.");
    if (form.times_max == 0) return wants("Choose how often it is.");
    return BoundaryRule(Sessions{.groups = form.groups,
                                 .per_day_max = form.times_max,
                                 .merge_gap_minutes = form.break_minutes});
}

Result<BoundaryRule> session_length_of(const BoundaryForm& form) {
    if (form.groups.empty()) return wants("Choose what is limited.");
    if (form.minutes_max == 0) return wants("Choose how much time it is.");
    if (form.minutes_max >= day_minutes) {
        return wants("A day has 24 hours: choose less than that.");
    }
    return BoundaryRule(SessionLength{.groups = form.groups, .minutes_max = form.minutes_max});
}

Result<BoundaryRule> purposes_of(const BoundaryForm& form) {
    if (form.groups.empty()) return wants("Choose what it is about.");
    auto allowed = words_of(form.purposes);
    if (allowed.empty()) return wants("Choose what it may be used for.");
    return BoundaryRule(PurposeOnly{.groups = form.groups, .allowed = std::move(allowed)});
}

Result<BoundaryRule> instead_of(const BoundaryForm& form) {
    if (is_blank(form.cue)) return wants("Write what usually comes first.");
    if (is_blank(form.action)) return wants("Write what happens instead.");
    return BoundaryRule(Instead{.trigger = PhiText(form.cue), .action = PhiText(form.action)});
}

Result<BoundaryRule> contact_of(const BoundaryForm& form) {
    if (is_blank(form.channel)) return wants("Write how you reach each other.");
    auto purposes = words_of(form.contact_for);
    if (purposes.empty()) return wants("Choose what it is for.");
    return BoundaryRule(Contact{.channel = PhiText(form.channel),
                                .allowed_for = std::move(purposes),
                                .reply_within_hours = form.reply_within_hours,
                                .not_for = words_of(form.contact_not_for)});
}

Result<BoundaryRule> rule_of(const BoundaryForm& form) {
    switch (form.kind) {
        case FormKind::limit_per_day:
        case FormKind::limit_per_week:
            return limit_of(form);
        case FormKind::curfew:
            return curfew_of(form);
        case FormKind::sessions:
            return sessions_of(form);
        case FormKind::session_length:
            return session_length_of(form);
        case FormKind::purposes:
            return purposes_of(form);
        case FormKind::instead:
            return instead_of(form);
        case FormKind::contact:
            return contact_of(form);
        case FormKind::never:
            if (is_blank(form.situation)) return wants("Write when it must not be.");
            return BoundaryRule(Never{.situation = PhiText(form.situation)});
        case FormKind::attested:
            break;
    }
    if (is_blank(form.statement)) return wants("Write what you both agree on.");
    return BoundaryRule(Attested{.statement = PhiText(form.statement)});
}

struct FormOfRule {
    BoundaryForm form;

    std::optional<BoundaryForm> operator()(const DailyLimit& limit) {
        if (limit.counts_duty) return std::nullopt;
        form.kind = FormKind::limit_per_day;
        return limited(limit.groups, limit.minutes_max, limit.grace_minutes);
    }
    std::optional<BoundaryForm> operator()(const WeeklyLimit& limit) {
        if (limit.counts_duty || limit.week_start != 0) return std::nullopt;
        form.kind = FormKind::limit_per_week;
        form.groups = limit.groups;
        form.week_minutes_max = limit.minutes_max;
        form.grace_minutes = limit.grace_minutes;
        return form;
    }
    std::optional<BoundaryForm> operator()(const Curfew& curfew) {
        form.kind = FormKind::curfew;
        form.groups = curfew.groups;
        form.from_minute = curfew.from_minute;
        form.to_minute = curfew.to_minute;
        form.grace_minutes = curfew.grace_minutes;
        return form;
    }
    std::optional<BoundaryForm> operator()(const Sessions& sessions) {
        form.kind = FormKind::sessions;
        form.groups = sessions.groups;
        form.times_max = sessions.per_day_max;
        form.break_minutes = sessions.merge_gap_minutes;
        return form;
    }
    std::optional<BoundaryForm> operator()(const SessionLength& length) {
        form.kind = FormKind::session_length;
        return limited(length.groups, length.minutes_max, 0);
    }
    std::optional<BoundaryForm> operator()(const PurposeOnly& purpose) {
        form.kind = FormKind::purposes;
        form.groups = purpose.groups;
        form.purposes = choice_of(purpose.allowed);
        return form;
    }
    std::optional<BoundaryForm> operator()(const Instead& instead) {
        form.kind = FormKind::instead;
        form.cue = instead.trigger.reveal();
        form.action = instead.action.reveal();
        return form;
    }
    std::optional<BoundaryForm> operator()(const Never& never) {
        form.kind = FormKind::never;
        form.situation = never.situation.reveal();
        return form;
    }
    std::optional<BoundaryForm> operator()(const Contact& contact) {
        form.kind = FormKind::contact;
        form.channel = contact.channel.reveal();
        form.contact_for = choice_of(contact.allowed_for);
        form.contact_not_for = choice_of(contact.not_for);
        form.reply_within_hours = contact.reply_within_hours;
        return form;
    }
    std::optional<BoundaryForm> operator()(const Attested& attested) {
        form.kind = FormKind::attested;
        form.statement = attested.statement.reveal();
        return form;
    }
    // Of a newer version: answered with a form of this one it would lose what it says.
    std::optional<BoundaryForm> operator()(const UnknownRule&) { return std::nullopt; }

    std::optional<BoundaryForm> limited(const std::vector<UseGroup>& groups, std::uint32_t minutes,
                                        std::uint32_t grace) {
        form.groups = groups;
        form.minutes_max = minutes;
        form.grace_minutes = grace;
        return form;
    }
};

}  // namespace

Result<BoundaryTerms> terms_of(const BoundaryForm& form) {
    BoundaryTerms terms;
    terms.weekdays = form.weekdays == every_day ? 0 : form.weekdays;
    TRY_ASSIGN(terms.rule, rule_of(form));
    // Kinds made of words have no log.
    terms.evidence = log_can_decide(terms.rule) ? form.evidence : Evidence::answer;
    TRY(validate(terms));
    return terms;
}

std::string live_sentence(const BoundaryForm& form) {
    const auto terms = terms_of(form);
    return terms.ok() ? agreement_sentence(terms.value()).reveal() : terms.error().sentence();
}

std::optional<BoundaryForm> form_of(const BoundaryDocument& document) {
    if (!document.terms.fixed_zone.empty()) return std::nullopt;
    BoundaryForm form;
    form.weekdays = document.terms.weekdays;
    form.evidence = document.terms.evidence;
    form.reason = document.reason.reveal();
    form.question = document.question.reveal();
    form.study_question = document.study_question.reveal();
    const std::int32_t days = document.review_day ? *document.review_day - document.starts_day : 0;
    form.review_weeks = days > 0 ? static_cast<std::uint32_t>(days + 6) / 7 : 0;
    return std::visit(FormOfRule{form}, document.terms.rule);
}

}  // namespace evenkeel::model
