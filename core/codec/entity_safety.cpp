// What a practice says it does for safety, what clients told, and who has read it; and their bytes.
#include "core/codec/entity.h"
#include "core/codec/message.h"
#include "proto/entity.pb.h"

namespace evenkeel::codec {

namespace {

void put(proto::SafetyPlan& message, const SafetyPlan& plan) {
    message.set_who(plan.who.reveal());
    message.set_rhythm(static_cast<std::uint32_t>(plan.rhythm));
    message.set_days(plan.days);
    message.set_out_of_hours(plan.out_of_hours.reveal());
}

SafetyPlan plan_of(const proto::SafetyPlan& message) {
    return {.who = PhiText(message.who()),
            .rhythm = static_cast<CheckRhythm>(message.rhythm()),
            .days = message.days(),
            .out_of_hours = PhiText(message.out_of_hours())};
}

}  // namespace

Bytes encode(const PracticePolicy& policy) {
    proto::PracticePolicy message;
    put_when(message, policy.when);
    message.set_version(policy.version);
    if (policy.reply_days) message.set_reply_days(*policy.reply_days);
    if (policy.retention_years) message.set_retention_years(*policy.retention_years);
    message.set_author(policy.author.string());
    if (policy.plan) put(*message.mutable_plan(), *policy.plan);
    for (const PracticeNumber& number : policy.numbers) {
        proto::PracticeNumber& added = *message.mutable_numbers()->add_numbers();
        added.set_name(number.name.reveal());
        added.set_number(number.number.reveal());
        added.set_hours(number.hours.reveal());
    }
    return serialized(message);
}

Result<PracticePolicy> decode_practice_policy(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::PracticePolicy>(fragment));
    const auto author = UserId::from(message.author());
    if (!author) return unreadable();
    PracticePolicy policy{.when = read_when(message), .version = message.version()};
    if (message.has_reply_days()) policy.reply_days = message.reply_days();
    if (message.has_retention_years()) policy.retention_years = message.retention_years();
    policy.author = *author;
    if (message.has_plan()) policy.plan = plan_of(message.plan());
    for (const proto::PracticeNumber& number : message.numbers().numbers()) {
        policy.numbers.push_back({.name = PhiText(number.name()),
                                  .number = PhiText(number.number()),
                                  .hours = PhiText(number.hours())});
    }
    return policy;
}

Bytes encode(const RiskAnswer& answer) {
    proto::RiskAnswer message;
    put_when(message, answer.when);
    message.set_source(static_cast<std::uint32_t>(answer.source));
    if (answer.words) message.set_words(answer.words->reveal());
    message.set_shown(answer.shown.reveal());
    return serialized(message);
}

Result<RiskAnswer> decode_risk_answer(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::RiskAnswer>(fragment));
    RiskAnswer answer{.when = read_when(message)};
    if (message.has_source()) answer.source = static_cast<RiskSource>(message.source());
    answer.words = read_text(message.has_words(), message.words());
    answer.shown = PhiText(message.shown());
    return answer;
}

Bytes encode(const RiskAcknowledgement& acknowledgement) {
    proto::RiskAcknowledgement message;
    put_when(message, acknowledgement.when);
    message.set_answer(acknowledgement.answer.string());
    message.set_author(acknowledgement.author.string());
    message.set_name(acknowledgement.name.reveal());
    if (acknowledgement.sentence) message.set_sentence(acknowledgement.sentence->reveal());
    return serialized(message);
}

Result<RiskAcknowledgement> decode_risk_acknowledgement(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::RiskAcknowledgement>(fragment));
    const auto answer = EntityId::from(message.answer());
    const auto author = UserId::from(message.author());
    if (!answer || !author) return unreadable();
    return RiskAcknowledgement{.when = read_when(message),
                               .answer = *answer,
                               .author = *author,
                               .name = PhiText(message.name()),
                               .sentence = read_text(message.has_sentence(), message.sentence())};
}

}  // namespace evenkeel::codec
