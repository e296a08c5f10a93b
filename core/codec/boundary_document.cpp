#include "core/codec/entity.h"
#include "core/codec/parse.h"
#include "core/delta/field_wire.h"
#include "proto/entity.pb.h"

namespace evenkeel::codec {

namespace {

Error unreadable() {
    return {ErrorCode::damaged, "The document of a boundary cannot be read; its bytes are kept."};
}

template <typename Message>
void put_groups(Message& message, const std::vector<UseGroup>& groups) {
    for (const auto group : groups) message.add_groups(static_cast<std::uint32_t>(group));
}

template <typename Message>
std::vector<UseGroup> read_groups(const Message& message) {
    std::vector<UseGroup> groups;
    for (const auto group : message.groups()) groups.push_back(static_cast<UseGroup>(group));
    return groups;
}

template <typename List>
std::vector<PhiText> read_texts(const List& list) {
    return {list.begin(), list.end()};
}

template <typename Limit>
void put_limit(proto::Limit& message, const Limit& limit) {
    put_groups(message, limit.groups);
    message.set_minutes_max(limit.minutes_max);
    message.set_grace_minutes(limit.grace_minutes);
    message.set_counts_duty(limit.counts_duty);
}

template <typename Limit>
Limit read_limit(const proto::Limit& message) {
    return {.groups = read_groups(message),
            .minutes_max = message.minutes_max(),
            .grace_minutes = message.grace_minutes(),
            .counts_duty = message.counts_duty()};
}

// One overload per rule; the message gets that rule and no other.
struct PutRule {
    proto::BoundaryTerms& terms;

    void operator()(const UnknownRule&) const {}
    void operator()(const DailyLimit& limit) const {
        put_limit(*terms.mutable_daily_limit(), limit);
    }
    void operator()(const WeeklyLimit& limit) const {
        put_limit(*terms.mutable_weekly_limit(), limit);
        terms.mutable_weekly_limit()->set_week_start(limit.week_start);
    }
    void operator()(const Curfew& curfew) const {
        auto& message = *terms.mutable_curfew();
        message.set_from_minute(curfew.from_minute);
        message.set_to_minute(curfew.to_minute);
        put_groups(message, curfew.groups);
        message.set_grace_minutes(curfew.grace_minutes);
    }
    void operator()(const Attested& attested) const {
        terms.mutable_attested()->set_statement(attested.statement.reveal());
    }
    void operator()(const Sessions& sessions) const {
        auto& message = *terms.mutable_sessions();
        put_groups(message, sessions.groups);
        message.set_per_day_max(sessions.per_day_max);
        message.set_merge_gap_minutes(sessions.merge_gap_minutes);
    }
    void operator()(const SessionLength& length) const {
        put_groups(*terms.mutable_session_length(), length.groups);
        terms.mutable_session_length()->set_minutes_max(length.minutes_max);
    }
    void operator()(const PurposeOnly& purpose) const {
        auto& message = *terms.mutable_purpose_only();
        put_groups(message, purpose.groups);
        for (const auto& allowed : purpose.allowed) message.add_allowed(allowed.reveal());
    }
    void operator()(const Never& never) const {
        terms.mutable_never()->set_situation(never.situation.reveal());
    }
    void operator()(const Instead& instead) const {
        terms.mutable_instead()->set_trigger(instead.trigger.reveal());
        terms.mutable_instead()->set_action(instead.action.reveal());
    }
    void operator()(const Contact& contact) const {
        auto& message = *terms.mutable_contact();
        message.set_channel(contact.channel.reveal());
        for (const auto& item : contact.allowed_for) message.add_allowed_for(item.reveal());
        message.set_reply_within_hours(contact.reply_within_hours);
        for (const auto& item : contact.not_for) message.add_not_for(item.reveal());
    }
};

std::vector<BoundaryRule> read_limits_and_curfew(const proto::BoundaryTerms& terms) {
    std::vector<BoundaryRule> rules;
    if (terms.has_daily_limit()) rules.emplace_back(read_limit<DailyLimit>(terms.daily_limit()));
    if (terms.has_weekly_limit()) {
        auto limit = read_limit<WeeklyLimit>(terms.weekly_limit());
        limit.week_start = terms.weekly_limit().week_start();
        rules.emplace_back(std::move(limit));
    }
    if (terms.has_curfew()) {
        const auto& curfew = terms.curfew();
        rules.emplace_back(Curfew{.from_minute = curfew.from_minute(),
                                  .to_minute = curfew.to_minute(),
                                  .groups = read_groups(curfew),
                                  .grace_minutes = curfew.grace_minutes()});
    }
    if (terms.has_sessions()) {
        rules.emplace_back(Sessions{.groups = read_groups(terms.sessions()),
                                    .per_day_max = terms.sessions().per_day_max(),
                                    .merge_gap_minutes = terms.sessions().merge_gap_minutes()});
    }
    if (terms.has_session_length()) {
        rules.emplace_back(SessionLength{.groups = read_groups(terms.session_length()),
                                         .minutes_max = terms.session_length().minutes_max()});
    }
    return rules;
}

std::vector<BoundaryRule> read_rules(const proto::BoundaryTerms& terms) {
    auto rules = read_limits_and_curfew(terms);
    if (terms.has_attested()) rules.emplace_back(Attested{PhiText(terms.attested().statement())});
    if (terms.has_purpose_only()) {
        rules.emplace_back(PurposeOnly{.groups = read_groups(terms.purpose_only()),
                                       .allowed = read_texts(terms.purpose_only().allowed())});
    }
    if (terms.has_never()) rules.emplace_back(Never{PhiText(terms.never().situation())});
    if (terms.has_instead()) {
        rules.emplace_back(Instead{.trigger = PhiText(terms.instead().trigger()),
                                   .action = PhiText(terms.instead().action())});
    }
    if (terms.has_contact()) {
        const auto& contact = terms.contact();
        rules.emplace_back(Contact{.channel = PhiText(contact.channel()),
                                   .allowed_for = read_texts(contact.allowed_for()),
                                   .reply_within_hours = contact.reply_within_hours(),
                                   .not_for = read_texts(contact.not_for())});
    }
    return rules;
}

constexpr std::uint32_t terms_field = 6;
constexpr std::uint32_t last_plain_field = 3;
constexpr std::uint32_t first_rule_field = 10;
constexpr std::uint32_t last_rule_field = 19;

// True if the terms say anything that this version has no name for.
bool has_news(ByteView document) {
    while (const auto part = delta::take_field(document)) {
        if (part->number != terms_field) continue;
        for (auto terms = part->payload; const auto field = delta::take_field(terms);) {
            const auto number = field->number;
            if (number > last_rule_field ||
                (number > last_plain_field && number < first_rule_field)) {
                return true;
            }
        }
    }
    return false;
}

Result<BoundaryTerms> read_terms(const proto::BoundaryTerms& message, ByteView document) {
    auto rules = read_rules(message);
    if (rules.size() > 1) return unreadable();
    BoundaryTerms terms{.fixed_zone = message.fixed_zone(), .weekdays = message.weekdays()};
    if (message.evidence() != 0) terms.evidence = static_cast<Evidence>(message.evidence());
    // A newer version's terms may mean something else than the part of them we know: then only the
    // text speaks.
    if (!rules.empty() && !has_news(document)) terms.rule = std::move(rules.front());
    return terms;
}

}  // namespace

Bytes encode_document(const BoundaryDocument& document) {
    proto::BoundaryDocument message;
    message.set_boundary(document.boundary.string());
    message.set_version(document.version);
    if (document.previous_hash) message.set_previous_hash(to_string(*document.previous_hash));
    message.set_text(document.text.reveal());
    message.set_language(document.language);
    auto& terms = *message.mutable_terms();
    terms.set_fixed_zone(document.terms.fixed_zone);
    terms.set_weekdays(document.terms.weekdays);
    terms.set_evidence(static_cast<std::uint32_t>(document.terms.evidence));
    std::visit(PutRule{terms}, document.terms.rule);
    message.set_reason(document.reason.reveal());
    message.set_question(document.question.reveal());
    message.set_study_question(document.study_question.reveal());
    if (document.review_day) message.set_review_day(document.review_day->number);
    message.set_starts_day(document.starts_day.number);
    message.set_proposed_by(document.proposed_by.string());
    return to_bytes(as_bytes(message.SerializeAsString()));
}

Result<BoundaryDocument> decode_document(ByteView bytes) {
    proto::BoundaryDocument message;
    if (!parse(message, bytes, document_bytes_max)) return unreadable();
    const auto boundary = EntityId::from(message.boundary());
    const auto proposed_by = UserId::from(message.proposed_by());
    const auto& previous = message.previous_hash();
    if (!boundary || !proposed_by || (!previous.empty() && previous.size() != Hash32{}.size())) {
        return unreadable();
    }
    TRY_ASSIGN(auto terms, read_terms(message.terms(), bytes));
    BoundaryDocument document{.boundary = *boundary,
                              .version = message.version(),
                              .text = PhiText(message.text()),
                              .language = message.language(),
                              .terms = std::move(terms),
                              .reason = PhiText(message.reason()),
                              .question = PhiText(message.question()),
                              .study_question = PhiText(message.study_question()),
                              .starts_day = {message.starts_day()},
                              .proposed_by = *proposed_by};
    if (!previous.empty()) {
        auto& hash = document.previous_hash.emplace();
        std::copy(previous.begin(), previous.end(), hash.begin());
    }
    if (message.review_day() != 0) document.review_day = Day{message.review_day()};
    return document;
}

}  // namespace evenkeel::codec
