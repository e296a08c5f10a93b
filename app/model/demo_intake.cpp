#include "app/model/demo_intake.h"

#include "core/domain/intake_rules.h"
#include "core/domain/local_time.h"
#include "core/store/entries.h"
#include "core/store/intakes.h"

#include <array>

namespace evenkeel::model {

namespace {

struct Given {
    const char* key;
    const char* answer;
};

constexpr std::array first_answers = {
    Given{"devices", "phone,computer"},
    Given{"shared_devices", "no"},
    Given{"screen_minutes", "5h"},
    Given{"times", "evening,bed"},
    Given{"drifting", "often"},
    Given{"internet_minutes", "2h"},
    Given{"social_use", "often"},
    Given{"social_minutes", "2h30"},
    Given{"social_for", "friends,looking,passing_time"},
    Given{"social_after", "worse"},
    Given{"ai_use", "some_weeks"},
    Given{"ai_for", "information,planning"},
    Given{"bed_use", "nightly"},
    Given{"bed_minutes", "1h15"},
    Given{"rested", "4"},
    Given{"helps", "people,learning"},
    Given{"hurts", "comparing,lost_time"},
    Given{"displaces", "sleep,people,moving"},
    Given{"tried", "none"},
    Given{"as_wished", "3"},
    Given{"duties", "caring"},
    Given{"wish", "A demo answer, invented: evenings that end when I want them to."},
};

// What is not named again is as it was.
constexpr std::array second_answers = {
    Given{"screen_minutes", "4h"},
    Given{"times", "evening"},
    Given{"drifting", "sometimes"},
    Given{"social_use", "daily"},
    Given{"social_minutes", "1h15"},
    Given{"social_after", "varies"},
    Given{"ai_use", "daily"},
    Given{"ai_for", "information,planning,support"},
    Given{"ai_people", "same"},
    Given{"bed_use", "sometimes"},
    Given{"bed_minutes", "30m"},
    Given{"rested", "6"},
    Given{"displaces", "sleep"},
    Given{"tried", "bedroom,limits"},
    Given{"tried_words", "A demo answer, invented: the drawer in the kitchen helps."},
    Given{"as_wished", "5"},
};

template <typename Answers>
Result<void> answer_all(store::Store& store, VaultId record, EntityId id, const Answers& answers) {
    for (const Given& given : answers) {
        const IntakeQuestion* const question = find_question(intake_form(), given.key);
        ASSERT(question != nullptr);
        TRY_ASSIGN(const IntakeAnswer answer, parse_answer(*question, given.answer));
        TRY(store::answer_intake(store, record, id, Role::client, question->number, answer));
    }
    return {};
}

enum class Which { first, second };

Result<void> answer_one(client::Profile& profile, VaultId record, Which which) {
    store::Store& store = profile.store();
    TRY_ASSIGN(const auto self, client::load_identity(store));
    if (!self) return Error(ErrorCode::not_found, "Join a practice first.");
    TRY_ASSIGN(const EntityId id,
               store::begin_intake(store, record, IntakeMode::alone, self->user));
    TRY(answer_all(store, record, id, first_answers));
    if (which == Which::second) TRY(answer_all(store, record, id, second_answers));
    return store::share_intake(store, record, id);
}

}  // namespace

Result<void> answer_demo_intakes(client::Profile& profile, VaultId record, std::int32_t days,
                                 const std::function<void(Instant)>& set_now) {
    constexpr std::int32_t week = 7;
    constexpr std::int32_t afternoon = 16 * 60;
    const Clock& clock = profile.store().context().clock;
    const Instant now = clock.now();
    TRY_ASSIGN(const Day today, store::today(profile.store()));
    const auto answer_on = [&](Day day, Which which) -> Result<void> {
        TRY_ASSIGN(const Instant moment, instant_on_day(day, afternoon, clock.zone_name()));
        set_now(moment);
        const auto answered = answer_one(profile, record, which);
        set_now(now);
        return answered;
    };
    if (days >= 2 * week) TRY(answer_on(today + -days, Which::first));
    return answer_on(today + -week, Which::second);
}

}  // namespace evenkeel::model
