// On which days a prompt is asked.
#include "core/domain/prompt_assignment.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

namespace {

constexpr Day monday{20'003};  // 7 October 2024

// Of the fourteen days from `monday`, '+' where it is asked.
std::string asked(const PromptAssignment& prompt, const std::vector<Day>& answered = {}) {
    std::string days;
    for (std::int32_t i = 0; i < 14; ++i) {
        days += is_due(prompt, monday + i, answered) ? '+' : '.';
    }
    return days;
}

}  // namespace

TEST_CASE("a prompt that is given once is asked until it is answered, and never before its day") {
    const PromptAssignment prompt{.from = monday + 2};
    CHECK(asked(prompt) == "..++++++++++++");
    CHECK(asked(prompt, {monday + 4}) == "..............");
}

TEST_CASE("a daily prompt is asked anew each day up to its last") {
    const PromptAssignment prompt{.rhythm = PromptRhythm::daily, .from = monday, .to = monday + 5};
    CHECK(asked(prompt) == "++++++........");
    CHECK(asked(prompt, {monday + 1, monday + 3}) == "+.+.++........");
}

TEST_CASE("a weekly prompt is asked on its weekdays alone") {
    const PromptAssignment prompt{
        .rhythm = PromptRhythm::weekly, .weekdays = 0b0001001, .from = monday};
    CHECK(asked(prompt) == "+..+...+..+...");
    CHECK(asked(prompt, {monday}) == "...+...+..+...");
}

TEST_CASE("a prompt that was ended is asked no more") {
    CHECK(asked({.from = monday, .ended = true}) == "..............");
}
