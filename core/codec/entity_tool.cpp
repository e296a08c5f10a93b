// Entries of the register and the cards of them that clients hold, and their bytes.
#include "core/codec/entity.h"
#include "core/codec/message.h"
#include "proto/entity.pb.h"

namespace evenkeel::codec {

namespace {

// The areas in the order of ToolArea.
struct AreaField {
    bool (proto::ToolEntry::*has)() const;
    const std::string& (proto::ToolEntry::*get)() const;
    std::string* (proto::ToolEntry::*change)();
};
using Entry = proto::ToolEntry;
constexpr std::array<AreaField, tool_areas.size()> area_fields{{
    {&Entry::has_about, &Entry::about, &Entry::mutable_about},
    {&Entry::has_privacy, &Entry::privacy, &Entry::mutable_privacy},
    {&Entry::has_security, &Entry::security, &Entry::mutable_security},
    {&Entry::has_evidence, &Entry::evidence, &Entry::mutable_evidence},
    {&Entry::has_safety, &Entry::safety, &Entry::mutable_safety},
    {&Entry::has_bias, &Entry::bias, &Entry::mutable_bias},
    {&Entry::has_usability, &Entry::usability, &Entry::mutable_usability},
    {&Entry::has_review, &Entry::review, &Entry::mutable_review},
}};

void put(proto::ToolVerdict& message, const ToolVerdict& verdict) {
    message.set_status(static_cast<std::uint32_t>(verdict.status));
    if (verdict.conditions) message.set_conditions(verdict.conditions->reveal());
    if (!verdict.reviewer.is_none()) message.set_reviewer(verdict.reviewer.string());
    message.set_reviewer_name(verdict.reviewer_name.reveal());
    if (verdict.reviewed) message.set_reviewed_day(verdict.reviewed->number);
}

ToolVerdict verdict_of(const proto::ToolVerdict& message) {
    ToolVerdict verdict;
    // Nothing said is nothing reviewed.
    if (message.status() != 0) verdict.status = static_cast<ToolStatus>(message.status());
    if (!message.conditions().empty()) verdict.conditions = PhiText(message.conditions());
    verdict.reviewer = UserId::from(message.reviewer()).value_or(UserId{});
    verdict.reviewer_name = PhiText(message.reviewer_name());
    if (message.has_reviewed_day()) verdict.reviewed = Day{message.reviewed_day()};
    return verdict;
}

void put(proto::ToolFacts& message, const ToolFacts& facts) {
    message.set_name(facts.name.reveal());
    message.set_maker(facts.maker.reveal());
    message.set_kind(static_cast<std::uint32_t>(facts.kind));
    message.set_where(facts.where.reveal());
    put(*message.mutable_verdict(), facts.verdict);
    message.set_saved_s(facts.saved.ms / ms_per_second);
}

}  // namespace

Bytes encode(const ToolEntry& entry) {
    proto::ToolEntry message;
    put_when(message, entry.when);
    if (entry.name) message.set_name(entry.name->reveal());
    if (entry.maker) message.set_maker(entry.maker->reveal());
    if (entry.version) message.set_version(entry.version->reveal());
    message.set_kind(static_cast<std::uint32_t>(entry.kind));
    put(*message.mutable_verdict(), entry.verdict);
    if (entry.where) message.set_where(entry.where->reveal());
    for (std::size_t i = 0; i < area_fields.size(); ++i) {
        if (entry.areas[i]) *(message.*area_fields[i].change)() = entry.areas[i]->reveal();
    }
    if (entry.policy_url) message.set_policy_url(entry.policy_url->reveal());
    if (entry.policy_day) message.set_policy_day(entry.policy_day->number);
    if (entry.evidence) message.set_evidence_level(static_cast<std::uint32_t>(*entry.evidence));
    return serialized(message);
}

Result<ToolEntry> decode_tool(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::ToolEntry>(fragment));
    ToolEntry entry{.when = read_when(message)};
    entry.name = read_text(message.has_name(), message.name());
    entry.maker = read_text(message.has_maker(), message.maker());
    entry.version = read_text(message.has_version(), message.version());
    entry.where = read_text(message.has_where(), message.where());
    if (message.has_kind()) entry.kind = static_cast<ToolKind>(message.kind());
    entry.verdict = verdict_of(message.verdict());
    for (std::size_t i = 0; i < area_fields.size(); ++i) {
        entry.areas[i] =
            read_text((message.*area_fields[i].has)(), (message.*area_fields[i].get)());
    }
    entry.policy_url = read_text(message.has_policy_url(), message.policy_url());
    if (message.has_policy_day()) entry.policy_day = Day{message.policy_day()};
    if (message.has_evidence_level()) {
        entry.evidence = static_cast<EvidenceLevel>(message.evidence_level());
    }
    return entry;
}

Bytes encode(const ToolCard& card) {
    proto::ToolCard message;
    put_when(message, card.when);
    message.set_source(card.source.string());
    put(*message.mutable_facts(), card.facts);
    if (card.recommended) {
        auto& recommendation = *message.mutable_recommendation();
        recommendation.set_why(card.recommended->why.reveal());
        recommendation.set_by(card.recommended->by.string());
        recommendation.set_by_name(card.recommended->by_name.reveal());
        recommendation.set_at_s(card.recommended->at.ms / ms_per_second);
    }
    return serialized(message);
}

Result<ToolCard> decode_tool_card(ByteView fragment) {
    TRY_ASSIGN(const auto message, parsed_with_time<proto::ToolCard>(fragment));
    const auto source = EntityId::from(message.source());
    const auto& facts = message.facts();
    if (!source || !message.has_facts() || !is_plausible_instant_s(facts.saved_s())) {
        return unreadable();
    }
    ToolCard card{.when = read_when(message), .source = *source};
    card.facts = {.name = PhiText(facts.name()),
                  .maker = PhiText(facts.maker()),
                  .where = PhiText(facts.where()),
                  .verdict = verdict_of(facts.verdict()),
                  .saved = {facts.saved_s() * ms_per_second}};
    if (facts.kind() != 0) card.facts.kind = static_cast<ToolKind>(facts.kind());
    if (!message.has_recommendation()) return card;
    const auto& said = message.recommendation();
    const auto by = UserId::from(said.by());
    if (!by || !is_plausible_instant_s(said.at_s())) return unreadable();
    card.recommended = ToolRecommendation{.why = PhiText(said.why()),
                                          .by = *by,
                                          .by_name = PhiText(said.by_name()),
                                          .at = {said.at_s() * ms_per_second}};
    return card;
}

}  // namespace evenkeel::codec
