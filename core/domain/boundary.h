// Boundaries: what two people agreed, in versions that never change, and the daily answers to them.
#pragma once

#include "core/base/ids.h"
#include "core/domain/use.h"

#include <variant>

namespace evenkeel {

enum class Role : std::uint32_t { client = 1, clinician = 2, admin = 3 };

// --- The rules. Durations in minutes; minutes of the day on the client's wall clock. ---

struct DailyLimit {
    std::vector<UseGroup> groups;
    std::uint32_t minutes_max = 0;
    std::uint32_t grace_minutes = 0;
    bool counts_duty = false;
    friend bool operator==(const DailyLimit&, const DailyLimit&) = default;
};
struct WeeklyLimit {
    std::vector<UseGroup> groups;
    std::uint32_t minutes_max = 0;
    std::uint32_t grace_minutes = 0;
    bool counts_duty = false;
    std::uint32_t week_start = 0;  // 0 Monday .. 6 Sunday
    friend bool operator==(const WeeklyLimit&, const WeeklyLimit&) = default;
};
// From a minute of the day to the next time the clock reads `to_minute`. No groups: all three.
struct Curfew {
    std::uint32_t from_minute = 0;
    std::uint32_t to_minute = 0;
    std::vector<UseGroup> groups;
    std::uint32_t grace_minutes = 0;
    friend bool operator==(const Curfew&, const Curfew&) = default;
};
struct Attested {
    PhiText statement;
    friend bool operator==(const Attested&, const Attested&) = default;
};
struct Sessions {
    std::vector<UseGroup> groups;
    std::uint32_t per_day_max = 0;
    std::uint32_t merge_gap_minutes = 5;
    friend bool operator==(const Sessions&, const Sessions&) = default;
};
struct SessionLength {
    std::vector<UseGroup> groups;
    std::uint32_t minutes_max = 0;
    friend bool operator==(const SessionLength&, const SessionLength&) = default;
};
struct PurposeOnly {
    std::vector<UseGroup> groups;
    std::vector<PhiText> allowed;
    friend bool operator==(const PurposeOnly&, const PurposeOnly&) = default;
};
struct Never {
    PhiText situation;
    friend bool operator==(const Never&, const Never&) = default;
};
struct Instead {
    PhiText trigger;
    PhiText action;
    friend bool operator==(const Instead&, const Instead&) = default;
};
struct Contact {
    PhiText channel;
    std::vector<PhiText> allowed_for;
    std::uint32_t reply_within_hours = 0;  // 0: not said
    std::vector<PhiText> not_for;
    friend bool operator==(const Contact&, const Contact&) = default;
};
// A kind this version does not know: its text is shown, and only answers count.
struct UnknownRule {
    friend bool operator==(const UnknownRule&, const UnknownRule&) = default;
};

using BoundaryRule = std::variant<UnknownRule, DailyLimit, WeeklyLimit, Curfew, Attested, Sessions,
                                  SessionLength, PurposeOnly, Never, Instead, Contact>;

// Which of the two counts; both are kept, and where they differ both are shown.
enum class Evidence : std::uint32_t { log = 1, answer = 2 };

struct BoundaryTerms {
    std::string fixed_zone;      // empty: the zone the client is in
    std::uint32_t weekdays = 0;  // bit 0 Monday .. bit 6 Sunday; 0 means every day
    Evidence evidence = Evidence::log;
    BoundaryRule rule;
    friend bool operator==(const BoundaryTerms&, const BoundaryTerms&) = default;
};
[[nodiscard]] Result<void> validate(const BoundaryTerms& terms);
bool applies_on(const BoundaryTerms& terms, Day day);
// Recorded use can decide limits, curfews, sessions and purposes; the other kinds are answered.
bool log_can_decide(const BoundaryRule& rule);

// What is signed. Encoded once (core/codec); those bytes are kept and never made again.
struct BoundaryDocument {
    EntityId boundary;  // the same for all versions
    std::uint32_t version = 1;
    std::optional<Hash32> previous_hash;  // the version this one answers; none for the first
    PhiText text;                         // the sentence both sign, exactly as displayed
    std::string language = "en";          // BCP 47
    BoundaryTerms terms;
    PhiText reason;
    PhiText question;        // the one question asked each day; empty: a standard one
    PhiText study_question;  // what both want to learn of it, fixed beforehand; empty: nothing
    std::optional<Day> review_day;
    Day starts_day;  // the first logical day it counts for
    UserId proposed_by;
    friend bool operator==(const BoundaryDocument&, const BoundaryDocument&) = default;
};
[[nodiscard]] Result<void> validate(const BoundaryDocument& document);

// One version as an entity: when it was proposed, and the exact bytes of its document.
struct BoundaryVersion {
    When when;
    Bytes document;
    friend bool operator==(const BoundaryVersion&, const BoundaryVersion&) = default;
};
constexpr std::size_t document_bytes_max = 24 * 1024;
[[nodiscard]] Result<void> validate(const BoundaryVersion& version);

enum class Decision : std::uint32_t {
    accept = 1,
    decline = 2,
    withdraw = 3,
    pause = 4,
    resume = 5
};

// What one party decided about one version. Each decision is its own entity.
struct BoundaryDecision {
    When when;
    EntityId boundary;
    Hash32 version_hash{};
    Decision decision = Decision::accept;
    Role role = Role::client;
    Bytes signature;                 // only for accept: 64 bytes
    std::optional<DeviceId> device;  // whose key signed
    std::optional<PhiText> note;
    friend bool operator==(const BoundaryDecision&, const BoundaryDecision&) = default;
};
[[nodiscard]] Result<void> validate(const BoundaryDecision& decision);

// "Partly" counts as broken.
enum class Answer : std::uint32_t { kept = 1, partly = 2, broken = 3, not_applicable = 4 };

// The client's answer for one boundary and one day.
struct BoundaryAnswer {
    When when;
    std::optional<Instant> entered_late;
    EntityId boundary;
    std::optional<Phi<Answer>> answer;
    std::optional<PhiText> note;
    friend bool operator==(const BoundaryAnswer&, const BoundaryAnswer&) = default;
};
[[nodiscard]] Result<void> validate(const BoundaryAnswer& answer);

}  // namespace evenkeel
