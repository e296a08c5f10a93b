// The intakes of the scenes: made by the same builder that shows real ones.
#include "app/model/views.h"
#include "core/base/limits.h"
#include "tests/app/ui/screens/scenes.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {

namespace {

using namespace model;

constexpr Day wednesday{20222};  // 14 May 2025
const UserId amira{{1}};
const UserId weber{{2}};

IntakeAnswers answers(const std::vector<std::pair<const char*, const char*>>& given) {
    IntakeAnswers made;
    for (const auto& [key, text] : given) {
        const IntakeQuestion* const question = find_question(intake_form(), key);
        REQUIRE(question != nullptr);
        const auto answer = parse_answer(*question, text);
        REQUIRE(answer.ok());
        made[question->number] = Phi<IntakeAnswer>(answer.value());
    }
    return made;
}

store::KeptIntake intake(std::uint8_t number, Day day, IntakeMode mode, UserId author,
                         IntakeAnswers given) {
    store::KeptIntake kept;
    kept.id.bytes.fill(number);
    kept.intake.when.day = day;
    kept.intake.mode = mode;
    kept.intake.author = author;
    kept.intake.answers = std::move(given);
    return kept;
}

store::KeptIntake shared(store::KeptIntake kept) {
    kept.intake.finished = kept.intake.when.day;
    kept.shared = kept.intake;
    return kept;
}

IntakeAnswers in_february() {
    return answers({{"devices", "phone,computer"},
                    {"screen_minutes", "5h"},
                    {"times", "evening,bed"},
                    {"drifting", "often"},
                    {"internet_minutes", "2h30"},
                    {"social_use", "often"},
                    {"social_minutes", "2h"},
                    {"social_after", "worse"},
                    {"ai_use", "some_days"},
                    {"ai_for", "information"},
                    {"bed_use", "nightly"},
                    {"bed_minutes", "1h"},
                    {"rested", "4"},
                    {"displaces", "sleep,people"}});
}

IntakeAnswers in_may() {
    return answers({{"devices", "phone,computer"},
                    {"shared_devices", "no"},
                    {"screen_minutes", "4h"},
                    {"times", "evening"},
                    {"drifting", "sometimes"},
                    {"internet_minutes", "2h30"},
                    {"social_use", "daily"},
                    {"social_minutes", "1h15"},
                    {"social_for", "friends,looking"},
                    {"social_after", "varies"},
                    {"ai_use", "daily"},
                    {"ai_tools", "A chat assistant on the phone"},
                    {"ai_for", "information,rehearsal,support"},
                    {"ai_told", "yes"},
                    {"ai_people", "same"},
                    {"bed_use", "sometimes"},
                    {"bed_minutes", "30m"},
                    {"rested", "6"},
                    {"displaces", "sleep"},
                    {"tried", "bedroom,limits"},
                    {"tried_words", "The kitchen drawer helps. Time limits I just click away."},
                    {"duties", "caring,far_family"},
                    {"wish", "Evenings that end when I want them to."}});
}

std::vector<client::MemberLine> members() {
    return {{.name = "Amira", .role = Role::client, .user = amira},
            {.name = "Dr Weber", .role = Role::clinician, .user = weber}};
}

IntakesView view_for(Role reader, const std::vector<store::KeptIntake>& intakes) {
    const auto known = members();
    return intakes_view(
        intakes, {.role = reader, .self = reader == Role::client ? amira : weber, .members = known},
        wednesday);
}

}  // namespace

IntakesView intakes_none(Role reader) { return view_for(reader, {}); }

IntakesView intakes_asked(Role reader) {
    return view_for(reader, {intake(1, wednesday + -1, IntakeMode::alone, weber, {})});
}

// Come to the part about AI tools, and no further.
IntakesView intakes_at_ai(Role reader) {
    IntakeAnswers given = in_may();
    std::erase_if(given, [](const auto& each) {
        constexpr std::uint32_t last_of_ai = 17;
        return each.first > last_of_ai && each.first < limits::intake_typed_question_min;
    });
    given.erase(find_question(intake_form(), "tried_words")->number);
    given.erase(find_question(intake_form(), "duties_words")->number);
    given.erase(find_question(intake_form(), "wish")->number);
    return view_for(reader, {intake(2, wednesday, IntakeMode::alone, weber, given)});
}

IntakesView intakes_begun(Role reader) {
    return view_for(reader,
                    {shared(intake(1, wednesday + -90, IntakeMode::alone, amira, in_february())),
                     intake(2, wednesday, IntakeMode::alone, weber, in_may())});
}

IntakesView intakes_finished(Role reader) {
    return view_for(reader,
                    {shared(intake(1, wednesday + -90, IntakeMode::together, weber, in_february())),
                     shared(intake(2, wednesday + -2, IntakeMode::alone, amira, in_may()))});
}

IntakesView intakes_together(Role reader) {
    return view_for(reader, {intake(1, wednesday, IntakeMode::together, weber, in_february())});
}

}  // namespace evenkeel::test
