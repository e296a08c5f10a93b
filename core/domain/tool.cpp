#include "core/domain/tool.h"

#include "core/base/limits.h"

namespace evenkeel {

namespace {

constexpr std::array<Literal, tool_kind_count> kind_names{
    "ai-assistant",  "ai-companion",   "app",       "platform",  "psychoeducation",
    "support-group", "peer-community", "self-help", "telehealth"};
constexpr std::array<Literal, tool_status_count> status_names{"not-reviewed", "allowed",
                                                              "with-conditions", "discouraged"};
constexpr std::array<Literal, evidence_level_count> level_names{"none", "expert", "observational",
                                                                "trial", "meta-analysis"};

template <typename Enum, std::size_t size>
bool is_known(Enum value, const std::array<Literal, size>&) {
    return static_cast<std::size_t>(value) >= 1 && static_cast<std::size_t>(value) <= size;
}

template <typename Enum, std::size_t size>
Literal word(Enum value, const std::array<Literal, size>& names) {
    return is_known(value, names) ? names[static_cast<std::size_t>(value) - 1] : Literal("unknown");
}

template <typename Enum, std::size_t size>
std::optional<Enum> named(std::string_view name, const std::array<Literal, size>& names) {
    for (std::size_t i = 0; i < size; ++i) {
        if (name == names[i].text) return static_cast<Enum>(i + 1);
    }
    return std::nullopt;
}

bool is_blank(const std::optional<PhiText>& text) {
    return !text || plain_words(text->reveal()).empty();
}

Result<void> check(const ToolVerdict& verdict) {
    if (!is_known(verdict.status, status_names)) {
        return Error(ErrorCode::invalid_input, "This verdict is not known.");
    }
    if (verdict.status == ToolStatus::with_conditions && is_blank(verdict.conditions)) {
        return Error(ErrorCode::invalid_input, "Allowed with conditions: say which.");
    }
    const bool is_reviewed = verdict.status != ToolStatus::not_reviewed;
    if (is_reviewed && (!verdict.reviewed || verdict.reviewer.is_none())) {
        return Error(ErrorCode::invalid_input, "A verdict needs who gave it, and when.");
    }
    TRY(check_text(verdict.reviewer_name.reveal(), "The name", limits::name_characters_max));
    return check_text(verdict.conditions, "The list of conditions",
                      limits::tool_conditions_characters_max);
}

}  // namespace

Result<void> validate(const ToolEntry& entry) {
    TRY(validate(entry.when));
    if (is_blank(entry.name)) return Error(ErrorCode::invalid_input, "Say what it is called.");
    TRY(check_text(entry.name, "The name", limits::name_characters_max));
    TRY(check_text(entry.maker, "The maker", limits::name_characters_max));
    TRY(check_text(entry.version, "The version", limits::name_characters_max));
    TRY(check_text(entry.where, "The address", limits::title_characters_max));
    TRY(check_text(entry.policy_url, "The policy's address", limits::title_characters_max));
    if (!is_known(entry.kind, kind_names)) {
        return Error(ErrorCode::invalid_input, "This kind of tool is not known.");
    }
    if (entry.evidence && !is_known(*entry.evidence, level_names)) {
        return Error(ErrorCode::invalid_input, "This level of evidence is not known.");
    }
    for (const auto& area : entry.areas) {
        TRY(check_text(area, "What is written there", limits::tool_area_characters_max));
    }
    return check(entry.verdict);
}

Result<void> validate(const ToolCard& card) {
    TRY(validate(card.when));
    if (card.source.is_none()) {
        return Error(ErrorCode::invalid_input, "A card needs the tool it is about.");
    }
    TRY(check_text(card.facts.name.reveal(), "The name", limits::name_characters_max));
    TRY(check_text(card.facts.maker.reveal(), "The maker", limits::name_characters_max));
    TRY(check_text(card.facts.where.reveal(), "The address", limits::title_characters_max));
    TRY(check(card.facts.verdict));
    if (!card.recommended) return {};
    if (plain_words(card.recommended->why.reveal()).empty()) {
        return Error(ErrorCode::invalid_input, "Say in a sentence why you recommend it.");
    }
    if (card.recommended->by.is_none()) {
        return Error(ErrorCode::invalid_input, "A recommendation needs who gives it.");
    }
    TRY(check_text(card.recommended->by_name.reveal(), "The name", limits::name_characters_max));
    return check_text(card.recommended->why.reveal(), "The sentence",
                      limits::tool_why_characters_max);
}

ToolFacts facts_of(const ToolEntry& entry) {
    const std::int64_t ms = entry.when.instant.ms;
    return {.name = entry.name.value_or(PhiText()),
            .maker = entry.maker.value_or(PhiText()),
            .where = entry.where.value_or(PhiText()),
            .kind = entry.kind,
            .verdict = entry.verdict,
            .saved = {ms - ms % ms_per_second}};
}

std::optional<Day> review_due_day(const ToolVerdict& verdict) {
    if (verdict.status == ToolStatus::not_reviewed || !verdict.reviewed) return std::nullopt;
    return *verdict.reviewed + limits::tool_review_days;
}

bool is_review_due(const ToolVerdict& verdict, Day today) {
    const auto due = review_due_day(verdict);
    return due && *due <= today;
}

Literal name(ToolKind kind) { return word(kind, kind_names); }
Literal name(ToolStatus status) { return word(status, status_names); }
Literal name(EvidenceLevel level) { return word(level, level_names); }
std::optional<ToolKind> tool_kind_named(std::string_view name) {
    return named<ToolKind>(name, kind_names);
}
std::optional<ToolStatus> tool_status_named(std::string_view name) {
    return named<ToolStatus>(name, status_names);
}
std::optional<EvidenceLevel> evidence_level_named(std::string_view name) {
    return named<EvidenceLevel>(name, level_names);
}

}  // namespace evenkeel
