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
    const std::uint32_t most = weekly ? 7 * day_minutes : day_minutes;
    if (form.groups.empty()) return wants("Choose what is limited.");
    if (form.minutes_max == 0) return wants("Choose how much time it is.");
    if (form.minutes_max >= most) {
        return weekly ? wants("A week has 168 hours: choose less than that.")
                      : wants("A day has 24 hours: choose less than that.");
    }
    if (form.grace_minutes >= form.minutes_max) {
        return wants("Choose a grace that is shorter than the limit.");
    }
    if (weekly) {
        return BoundaryRule(WeeklyLimit{.groups = form.groups,
                                        .minutes_max = form.minutes_max,
                                        .grace_minutes = form.grace_minutes});
    }
    return BoundaryRule(DailyLimit{.groups = form.groups,
                                   .minutes_max = form.minutes_max,
                                   .grace_minutes = form.grace_minutes});
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

Result<BoundaryRule> rule_of(const BoundaryForm& form) {
    switch (form.kind) {
        case FormKind::limit_per_day:
        case FormKind::limit_per_week:
            return limit_of(form);
        case FormKind::curfew:
            return curfew_of(form);
        case FormKind::attested:
            break;
    }
    if (form.statement.find_first_not_of(" \n\t") == std::string::npos) {
        return wants("Write what you both agree on.");
    }
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
        return limited(limit.groups, limit.minutes_max, limit.grace_minutes);
    }
    std::optional<BoundaryForm> operator()(const Curfew& curfew) {
        form.kind = FormKind::curfew;
        form.groups = curfew.groups;
        form.from_minute = curfew.from_minute;
        form.to_minute = curfew.to_minute;
        form.grace_minutes = curfew.grace_minutes;
        return form;
    }
    std::optional<BoundaryForm> operator()(const Attested& attested) {
        form.kind = FormKind::attested;
        form.statement = attested.statement.reveal();
        return form;
    }
    template <typename Other>
    std::optional<BoundaryForm> operator()(const Other&) {
        return std::nullopt;
    }

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
    // What people attest to has no log.
    terms.evidence = form.kind == FormKind::attested ? Evidence::answer : form.evidence;
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
    const std::int32_t days = document.review_day ? *document.review_day - document.starts_day : 0;
    form.review_weeks = days > 0 ? static_cast<std::uint32_t>(days + 6) / 7 : 0;
    return std::visit(FormOfRule{form}, document.terms.rule);
}

}  // namespace evenkeel::model
