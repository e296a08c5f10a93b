// The practice's register of tools and resources it has looked at, and the card of one that a
// client is handed. Fields and their grouping follow the APA App Advisor's five levels; the
// program records what a person found and judges nothing itself.
#pragma once

#include "core/base/ids.h"
#include "core/domain/text.h"
#include "core/domain/when.h"

#include <array>

namespace evenkeel {

enum class ToolKind : std::uint32_t {
    ai_assistant = 1,
    ai_companion = 2,
    app = 3,
    platform = 4,
    // From here on: resources, which are looked for and not logged.
    psychoeducation = 5,
    support_group = 6,
    peer_community = 7,
    self_help = 8,
    telehealth = 9,
};
constexpr std::uint32_t tool_kind_count = 9;
constexpr bool is_resource(ToolKind kind) { return kind >= ToolKind::psychoeducation; }

enum class ToolStatus : std::uint32_t {
    not_reviewed = 1,
    allowed = 2,
    with_conditions = 3,
    discouraged = 4,
};
constexpr std::uint32_t tool_status_count = 4;

// The best there is on whether it helps.
enum class EvidenceLevel : std::uint32_t {
    none = 1,
    expert = 2,
    observational = 3,
    trial = 4,
    meta_analysis = 5,
};
constexpr std::uint32_t evidence_level_count = 5;

// Said as one: conditions of one review never stand beside the status of another.
struct ToolVerdict {
    ToolStatus status = ToolStatus::not_reviewed;
    std::optional<PhiText> conditions;
    UserId reviewer;
    PhiText reviewer_name;  // as they were called then: clients do not know all of the staff
    std::optional<Day> reviewed;
    friend bool operator==(const ToolVerdict&, const ToolVerdict&) = default;
};

// What a reviewer writes about, each optional.
enum class ToolArea : std::uint32_t {
    about = 0,
    privacy = 1,
    security = 2,
    evidence = 3,
    safety = 4,
    bias = 5,
    usability = 6,
    review = 7,
};
struct AreaWords {
    const char* key;   // on the command line and in JSON
    const char* name;  // on the screen
    const char* asks;
};
// In the order of ToolArea.
constexpr std::array<AreaWords, 8> tool_areas{{
    {"about", "What it is", "What for, from what age, where it runs, what it costs, adverts"},
    {"privacy", "Privacy",
     "What is collected, whether it trains a model, opting out, deletion, who gets it, which law"},
    {"security", "Security", "Encryption, second factor, audits, known breaches"},
    {"evidence", "Evidence", "Studies, with whom, by whom, whether it is a regulated product"},
    {"safety", "Safety",
     "What it does in a crisis and how that was tried, dependence, minors, a human behind it"},
    {"bias", "Bias and fairness",
     "For whom it was tried, languages, accessibility, known failures"},
    {"usability", "Use", "Whether it is easy, works offline, lets data out"},
    {"review", "About this review", "Framework used, conflicts of interest, what clients said"},
}};

struct ToolEntry {
    When when;  // it was last saved
    std::optional<PhiText> name;
    std::optional<PhiText> maker;
    std::optional<PhiText> version;  // or model, as it was looked at
    std::optional<PhiText> where;    // a web address, a telephone number, a place
    ToolKind kind = ToolKind::app;
    ToolVerdict verdict;
    std::array<std::optional<PhiText>, tool_areas.size()> areas;
    std::optional<PhiText> policy_url;  // of the privacy policy that was read
    std::optional<Day> policy_day;      // on which it was read, or which it bears
    std::optional<EvidenceLevel> evidence;
    friend bool operator==(const ToolEntry&, const ToolEntry&) = default;
};

// What a client is told of an entry.
struct ToolFacts {
    PhiText name;
    PhiText maker;
    PhiText where;
    ToolKind kind = ToolKind::app;
    ToolVerdict verdict;
    Instant saved;  // ToolEntry::when of the entry this is a copy of
    friend bool operator==(const ToolFacts&, const ToolFacts&) = default;
};
struct ToolRecommendation {
    PhiText why;  // one sentence
    UserId by;
    PhiText by_name;
    Instant at;
    friend bool operator==(const ToolRecommendation&, const ToolRecommendation&) = default;
};
// In a client's record: the verdict, and whether it is recommended to this client.
struct ToolCard {
    When when;        // it was first handed over
    EntityId source;  // the entry of the register
    ToolFacts facts;
    std::optional<ToolRecommendation> recommended;
    friend bool operator==(const ToolCard&, const ToolCard&) = default;
};

[[nodiscard]] Result<void> validate(const ToolEntry& entry);
[[nodiscard]] Result<void> validate(const ToolCard& card);

// To the second, as it is stored.
ToolFacts facts_of(const ToolEntry& entry);

// A review holds for limits::tool_review_days; one that was never made is not due again.
std::optional<Day> review_due_day(const ToolVerdict& verdict);
bool is_review_due(const ToolVerdict& verdict, Day today);

// "ai-assistant", "with-conditions", "observational": the words the command line and JSON use.
Literal name(ToolKind kind);
Literal name(ToolStatus status);
Literal name(EvidenceLevel level);
std::optional<ToolKind> tool_kind_named(std::string_view name);
std::optional<ToolStatus> tool_status_named(std::string_view name);
std::optional<EvidenceLevel> evidence_level_named(std::string_view name);

}  // namespace evenkeel
