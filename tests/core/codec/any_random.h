// Random entities for properties: every field may be blank, every text may be wild.
#pragma once

#include "core/domain/any_entity.h"

#include <random>

namespace evenkeel {

class AnyRandom {
public:
    explicit AnyRandom(std::uint32_t seed) : engine_(seed) {}

    std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(engine_() % end); }
    bool coin() { return below(2) == 0; }

    template <typename Id>
    Id id() {
        Id made;
        for (auto& byte : made.bytes) byte = static_cast<Byte>(below(256));
        return made;
    }
    template <std::size_t size>
    ByteArray<size> bytes() {
        ByteArray<size> made{};
        for (auto& byte : made) byte = static_cast<Byte>(below(256));
        return made;
    }
    PhiText text() {
        static const char* const pieces[] = {"a", "ß", "€", "😀", " ", "\n", "\"", "\x01", "Ω"};
        std::string made;
        for (auto count = below(30); count > 0; --count) made += pieces[below(9)];
        return PhiText(made);
    }
    template <typename Value>
    std::optional<Value> maybe(Value value) {
        return coin() ? std::optional<Value>(std::move(value)) : std::nullopt;
    }
    Phi<std::uint32_t> number(std::uint32_t max) { return Phi<std::uint32_t>(below(max + 1)); }
    template <typename Enum>
    Enum one_of(std::uint32_t last) {
        return static_cast<Enum>(1 + below(last));
    }
    Instant instant() { return {(std::int64_t{below(4'000'000'000U)} - 1'000'000) * 1000}; }
    When when() {
        When made{.instant = instant(), .zone = coin() ? "Europe/Berlin" : "America/New_York"};
        made.offset_minutes = static_cast<std::int32_t>(below(1561)) - 720;
        made.day = {static_cast<std::int32_t>(made.instant.ms / ms_per_day)};
        if (coin()) made.day_start_minute = static_cast<std::int32_t>(below(1440));
        return made;
    }
    std::vector<UseGroup> groups() {
        std::vector<UseGroup> made;
        for (const auto group : {UseGroup::internet, UseGroup::social, UseGroup::ai}) {
            if (coin()) made.push_back(group);
        }
        return made;
    }
    // Of any question; never a blank one, which is not written.
    IntakeAnswers answers() {
        IntakeAnswers made;
        for (auto count = below(6); count > 0; --count) {
            IntakeAnswer answer;
            if (coin()) answer.number = below(1441);
            for (std::uint32_t choice = 1; choice < 6; ++choice) {
                if (coin()) answer.choices.push_back(choice);
            }
            if (coin()) answer.text = text().reveal();
            if (!answer.is_blank()) made[1 + below(48)] = Phi<IntakeAnswer>(answer);
        }
        return made;
    }
    std::vector<PhiText> texts() {
        std::vector<PhiText> made;
        for (auto count = below(4); count > 0; --count) made.push_back(text());
        return made;
    }

private:
    std::mt19937 engine_;
};

inline AnyEntity any_record(AnyRandom& random) {
    const auto late = random.maybe(random.instant());
    switch (random.below(6)) {
        case 0:
            return MoodEntry{.when = random.when(),
                             .entered_late = late,
                             .mood = random.maybe(random.number(10)),
                             .energy = random.maybe(random.number(10)),
                             .stress = random.maybe(random.number(10)),
                             .sleep = random.maybe(random.number(1440)),
                             .tags = random.texts(),
                             .note = random.maybe(random.text()),
                             .mode = random.one_of<MoodMode>(2)};
        case 1:
            return UseEntry{.when = random.when(),
                            .entered_late = late,
                            .group = random.maybe(random.one_of<UseGroup>(3)),
                            .minutes = random.maybe(random.number(1440)),
                            .purpose = random.maybe(random.text()),
                            .tool = random.maybe(random.text()),
                            .source = random.one_of<UseSource>(3),
                            .note = random.maybe(random.text()),
                            .span = random.coin(),
                            .duty = random.coin() ? Duty::none : Duty::work_or_study};
        case 2:
            return Coverage{.when = random.when(),
                            .minutes = random.maybe(Minutes(1 + random.below(1440))),
                            .groups = random.groups(),
                            .source = random.one_of<UseSource>(3)};
        case 3:
            return JournalPage{
                .when = random.when(),
                .entered_late = late,
                .title = random.maybe(random.text()),
                .text = random.maybe(random.text()),
                .bring_to_session = random.maybe(random.coin()),
                .prompt = random.maybe(random.id<EntityId>()),
                .shared_on = random.maybe(Day{static_cast<std::int32_t>(random.below(40'000))})};
        case 4:
            return Intake{
                .when = random.when(),
                .form_version = 1 + random.below(3),
                .mode = random.one_of<IntakeMode>(3),
                .author = random.id<UserId>(),
                .finished = random.maybe(Day{static_cast<std::int32_t>(random.below(40'000))}),
                .answers = random.answers()};
        default:
            return Appointment{.when = random.when(),
                               .minutes = random.maybe(random.below(1440)),
                               .place = random.maybe(random.one_of<Place>(3)),
                               .state = random.one_of<AppointmentState>(4),
                               .agenda = random.maybe(random.text())};
    }
}

inline ToolVerdict any_verdict(AnyRandom& random) {
    const PhiText conditions = random.text();
    return {.status = random.one_of<ToolStatus>(tool_status_count),
            .conditions = conditions.reveal().empty() ? std::nullopt : random.maybe(conditions),
            .reviewer = random.id<UserId>(),
            .reviewer_name = random.text(),
            .reviewed = random.maybe(Day{static_cast<std::int32_t>(random.below(40'000))})};
}

inline AnyEntity any_tool(AnyRandom& random) {
    if (random.coin()) {
        ToolEntry entry{
            .when = random.when(),
            .name = random.maybe(random.text()),
            .maker = random.maybe(random.text()),
            .version = random.maybe(random.text()),
            .where = random.maybe(random.text()),
            .kind = random.one_of<ToolKind>(tool_kind_count),
            .verdict = any_verdict(random),
            .policy_url = random.maybe(random.text()),
            .policy_day = random.maybe(Day{static_cast<std::int32_t>(random.below(40'000))}),
            .evidence = random.maybe(random.one_of<EvidenceLevel>(evidence_level_count))};
        for (auto& area : entry.areas) area = random.maybe(random.text());
        return entry;
    }
    return ToolCard{.when = random.when(),
                    .source = random.id<EntityId>(),
                    .facts = {.name = random.text(),
                              .maker = random.text(),
                              .where = random.text(),
                              .kind = random.one_of<ToolKind>(tool_kind_count),
                              .verdict = any_verdict(random),
                              .saved = random.instant()},
                    .recommended = random.maybe(ToolRecommendation{.why = random.text(),
                                                                   .by = random.id<UserId>(),
                                                                   .by_name = random.text(),
                                                                   .at = random.instant()})};
}

inline PracticePolicy any_policy(AnyRandom& random) {
    PracticePolicy policy{.when = random.when(),
                          .version = random.below(100),
                          .reply_days = random.maybe(random.below(31)),
                          .author = random.id<UserId>()};
    policy.plan = random.maybe(SafetyPlan{.who = random.text(),
                                          .rhythm = random.one_of<CheckRhythm>(3),
                                          .days = random.below(8),
                                          .out_of_hours = random.text()});
    policy.retention_years = random.maybe(random.below(101));
    for (auto count = random.below(3); count > 0; --count) {
        policy.numbers.push_back({random.text(), random.text(), random.text()});
    }
    return policy;
}

inline AnyEntity any_of_safety(AnyRandom& random) {
    if (random.coin()) {
        return RiskAnswer{
            .when = random.when(), .words = random.maybe(random.text()), .shown = random.text()};
    }
    return RiskAcknowledgement{.when = random.when(),
                               .answer = random.id<EntityId>(),
                               .author = random.id<UserId>(),
                               .name = random.text(),
                               .sentence = random.maybe(random.text())};
}

inline AnyEntity any_of_practice(AnyRandom& random) {
    switch (random.below(3)) {
        case 0:
            return PromptAssignment{
                .when = random.when(),
                .question = random.maybe(random.text()),
                .theme = random.maybe(random.text()),
                .origin = random.one_of<PromptOrigin>(4),
                .author = random.id<UserId>(),
                .rhythm = random.one_of<PromptRhythm>(3),
                .weekdays = random.below(128),
                .from = {static_cast<std::int32_t>(random.below(40'000))},
                .to = random.maybe(Day{static_cast<std::int32_t>(random.below(40'000))}),
                .ended = random.coin()};
        case 1:
            return any_policy(random);
        default:
            return PracticePrompt{.when = random.when(),
                                  .question = random.maybe(random.text()),
                                  .author = random.id<UserId>(),
                                  .retired = random.coin(),
                                  .drafted = random.coin()};
    }
}

inline AnyEntity any_keeping(AnyRandom& random) {
    switch (random.below(3)) {
        case 0:
            return RecordView{.when = random.when(),
                              .viewer = random.id<UserId>(),
                              .section = random.one_of<ViewedSection>(viewed_section_count)};
        case 1:
            return RecordHold{.when = random.when(),
                              .record = random.id<VaultId>(),
                              .reason = random.maybe(random.text()),
                              .by = random.id<UserId>(),
                              .lifted = random.maybe(random.instant()),
                              .lifted_by = random.maybe(random.id<UserId>())};
        default:
            return RecordClosed{
                .when = random.when(),
                .record = random.id<VaultId>(),
                .ended = random.maybe(Day{static_cast<std::int32_t>(random.below(40'000))}),
                .by = random.id<UserId>()};
    }
}

inline AnyEntity any_of_session(AnyRandom& random) {
    switch (random.below(3)) {
        case 0:
            return SessionNote{.when = random.when(),
                               .client = random.id<VaultId>(),
                               .appointment = random.maybe(random.id<EntityId>()),
                               .text = random.maybe(random.text())};
        case 1:
            return BoundaryReview{
                .when = random.when(),
                .boundary = random.id<EntityId>(),
                .version = 1 + random.below(9),
                .outcome = random.one_of<ReviewOutcome>(4),
                .words = random.maybe(random.text()),
                .next = random.maybe(Day{static_cast<std::int32_t>(random.below(60'000))}),
                .author = random.id<UserId>()};
        default:
            return PlanItem{.when = random.when(),
                            .text = random.maybe(random.text()),
                            .place = random.one_of<PlanPlace>(3),
                            .state = random.one_of<PlanState>(3),
                            .author = random.id<UserId>()};
    }
}

inline AnyEntity any_agreement(AnyRandom& random) {
    switch (random.below(11)) {
        case 8:
            return any_keeping(random);
        case 9:
            return any_of_session(random);
        case 0:
            return BoundaryVersion{.when = random.when(),
                                   .document = Bytes(1 + random.below(200), 7)};
        case 1:
            return BoundaryDecision{.when = random.when(),
                                    .boundary = random.id<EntityId>(),
                                    .version_hash = random.bytes<32>(),
                                    .decision = random.one_of<Decision>(5),
                                    .role = random.one_of<Role>(2),
                                    .signature = Bytes(random.coin() ? 64U : 0U, 3),
                                    .device = random.maybe(random.id<DeviceId>()),
                                    .note = random.maybe(random.text())};
        case 2:
            return BoundaryAnswer{.when = random.when(),
                                  .entered_late = random.maybe(random.instant()),
                                  .boundary = random.id<EntityId>(),
                                  .answer = random.maybe(Phi(random.one_of<Answer>(4))),
                                  .note = random.maybe(random.text())};
        case 3:
            return Feedback{.when = random.when(),
                            .about = random.id<EntityId>(),
                            .text = random.maybe(random.text()),
                            .author = random.id<UserId>(),
                            .no_reply = random.coin()};
        case 4:
            return Consent{.when = random.when(),
                           .data = random.one_of<SharedData>(5),
                           .given = random.coin(),
                           .text_version = random.below(9)};
        case 5:
            return Person{.user = random.id<UserId>(),
                          .name = random.maybe(random.text()),
                          .role = random.one_of<Role>(3)};
        case 6:
            return AgendaItem{.when = random.when(),
                              .appointment = random.id<EntityId>(),
                              .text = random.maybe(random.text()),
                              .author = random.id<UserId>(),
                              .done = random.coin()};
        case 7:
            return any_of_practice(random);
        default:
            return InviteUnderWay{.when = random.when(),
                                  .invite = random.id<InviteId>(),
                                  .secret = random.maybe(InviteSecret(random.bytes<16>())),
                                  .role = random.one_of<Role>(3),
                                  .name = random.maybe(random.text()),
                                  .expires = random.instant(),
                                  .user = random.maybe(random.id<UserId>()),
                                  .vault = random.maybe(random.id<VaultId>()),
                                  .state = random.one_of<InviteState>(4)};
    }
}

inline AnyEntity any_entity(AnyRandom& random) {
    if (random.below(8) == 0) return any_tool(random);
    if (random.below(8) == 0) return any_of_safety(random);
    return random.coin() ? any_record(random) : any_agreement(random);
}

}  // namespace evenkeel
