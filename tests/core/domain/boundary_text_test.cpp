#include "core/domain/boundary_text.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

namespace {

std::string sentence(BoundaryRule rule, std::uint32_t weekdays = 0,
                     Evidence evidence = Evidence::log) {
    return agreement_sentence({.weekdays = weekdays, .evidence = evidence, .rule = std::move(rule)})
        .reveal();
}

}  // namespace

TEST_CASE("a daily limit reads as what two people would say") {
    const DailyLimit limit{.groups = {UseGroup::social}, .minutes_max = 60, .grace_minutes = 10};
    CHECK(
        sentence(limit) ==
        "Social media: at most 60 minutes a day, with 10 minutes of grace. Counted from the log.");
    CHECK(
        sentence(limit, 0x1F, Evidence::answer) ==
        "Social media: at most 60 minutes a day, with 10 minutes of grace. Monday to Friday only. "
        "The client's own answer counts.");
    CHECK(
        sentence(DailyLimit{.groups = {UseGroup::ai, UseGroup::social},
                            .minutes_max = 150,
                            .counts_duty = true},
                 0x60) ==
        "Social media and AI: at most 2 hours 30 minutes a day. Work and study count too. Only on "
        "Saturday and Sunday. Counted from the log.");
}

TEST_CASE("weeks and nights name their days and times") {
    CHECK(sentence(WeeklyLimit{.groups = {UseGroup::internet}, .minutes_max = 600}) ==
          "Internet: at most 10 hours a week, counted from Monday. Counted from the log.");
    CHECK(sentence(Curfew{.from_minute = 1350, .to_minute = 390, .grace_minutes = 1}) ==
          "No screen use from 22:30 to 06:30, with 1 minute of grace. Counted from the log.");
    BoundaryTerms fixed{.fixed_zone = "Europe/Berlin",
                        .rule = Curfew{.from_minute = 0, .to_minute = 60}};
    CHECK(agreement_sentence(fixed).reveal() ==
          "No screen use from 00:00 to 01:00. Times are those of Europe/Berlin. Counted from the "
          "log.");
}

TEST_CASE("what people typed is quoted and ends with one full stop") {
    CHECK(sentence(Attested{PhiText("I walk before I scroll.")}) == "I walk before I scroll.");
    CHECK(sentence(Never{PhiText("AI when I feel unsafe")}) == "Never: AI when I feel unsafe.");
    CHECK(sentence(Instead{PhiText("I want to scroll in bed"), PhiText("I read a page")}) ==
          "If I want to scroll in bed, then I read a page.");
    CHECK(sentence(PurposeOnly{.groups = {UseGroup::ai},
                               .allowed = {PhiText("rehearsal"), PhiText("information")}}) ==
          "AI: only for rehearsal and information. Counted from the log.");
    CHECK(
        sentence(Contact{.channel = PhiText("messages"),
                         .allowed_for = {PhiText("scheduling")},
                         .reply_within_hours = 48,
                         .not_for = {PhiText("emergencies")}}) ==
        "Contact between sessions by messages, for scheduling. Not for emergencies. A reply comes "
        "within 48 hours.");
    CHECK(sentence(Sessions{.groups = {UseGroup::social}, .per_day_max = 5}) ==
          "Social media: at most 5 times a day. Breaks shorter than 5 minutes do not count as "
          "breaks. Counted from the log.");
    CHECK(sentence(Sessions{.groups = {UseGroup::ai}, .per_day_max = 1, .merge_gap_minutes = 0}) ==
          "AI: at most 1 time a day. Counted from the log.");
    CHECK(sentence(SessionLength{.groups = {UseGroup::social}, .minutes_max = 20}) ==
          "Social media: at most 20 minutes at a time. Counted from the log.");
}

TEST_CASE("yes always means that it was kept") {
    CHECK(standard_question({.rule = Never{PhiText("x")}}).reveal() ==
          "Did you keep to this today?");
    CHECK(standard_question({.rule = Curfew{}}).reveal() == "Did you keep to this last night?");
}
