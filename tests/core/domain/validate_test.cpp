#include "core/domain/any_entity.h"
#include "core/domain/local_time.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;

namespace {

When some_time() {
    return make_when(parse_rfc3339("2026-03-08T18:00:00Z").value(), "Europe/Berlin").value();
}

EntityId some_id() { return EntityId{{1, 2, 3}}; }

template <typename Entity>
std::string refusal(const Entity& entity) {
    const auto checked = validate(entity);
    return checked.ok() ? "fine" : checked.error().sentence();
}

PhiText letters(std::size_t count) { return PhiText(std::string(count, 'a')); }

}  // namespace

TEST_CASE("a check-in may be blank everywhere, and a zero is a value") {
    MoodEntry entry{.when = some_time()};
    CHECK(refusal(entry) == "fine");
    entry.mood = Rating(0);
    CHECK(refusal(entry) == "fine");
    CHECK(entry != MoodEntry{.when = some_time()});
}

TEST_CASE("each limit of a check-in has its sentence") {
    const MoodEntry good{.when = some_time()};
    auto entry = good;
    entry.mood = Rating(11);
    CHECK(refusal(entry) == "Mood must be from 0 to 10.");
    entry = good;
    entry.sleep = Minutes(1441);
    CHECK(refusal(entry) == "Sleep is at most 24 hours.");
    entry = good;
    entry.tags.assign(21, PhiText("walk"));
    CHECK(refusal(entry) == "An entry has at most 20 tags.");
    entry.tags.assign(1, PhiText(""));
    CHECK(refusal(entry) == "A tag is empty.");
    entry = good;
    entry.note = letters(2001);
    CHECK(refusal(entry) == "The note has 2001 characters; 2000 are the most.");
    entry.note = PhiText("\xC3\x28");
    CHECK(refusal(entry) == "The note contains bytes that are no text in UTF-8.");
}

TEST_CASE("text is counted in characters, not in bytes") {
    MoodEntry entry{.when = some_time()};
    std::string note;
    for (int i = 0; i < 2000; ++i) note += "ß";
    entry.note = PhiText(note);
    CHECK(refusal(entry) == "fine");
    CHECK(count_characters("a€😀").value() == 3);
}

TEST_CASE("what is no UTF-8 has no characters") {
    for (const std::string text : {"\x80", "\xC0\xAF", "\xE0\x80\x80", "\xED\xA0\x80",
                                   "\xF4\x90\x80\x80", "\xF8\x88\x80\x80", "a\xE2\x82", "\xFF"}) {
        CHECK_FALSE(count_characters(text).has_value());
    }
}

TEST_CASE("times that no clock makes are refused") {
    auto when = some_time();
    when.instant.ms += 1;
    CHECK(refusal(when) == "The time must be in whole seconds.");
    when = some_time();
    when.day = when.day + 3;
    CHECK(refusal(when) == "The day and the time do not belong together.");
    when = some_time();
    when.offset_minutes = 1081;
    CHECK(refusal(when) == "The offset from UTC is more than 18 hours.");
    when = some_time();
    when.zone = "a b";
    CHECK(refusal(when) == "The time zone must have a name, as Europe/Berlin.");
    when = some_time();
    when.instant = {INT64_MAX};
    CHECK(refusal(when) == "The date is too far from today.");
}

TEST_CASE("use needs its group, and a span needs its length") {
    UseEntry entry{.when = some_time()};
    CHECK(refusal(entry) == "Say which: internet, social or ai.");
    entry.group = UseGroup::social;
    CHECK(refusal(entry) == "fine");
    entry.span = true;
    CHECK(refusal(entry) == "Use with a start needs a duration.");
    entry.minutes = Minutes(1441);
    CHECK(refusal(entry) == "A duration is at most 24 hours.");
    entry.group = static_cast<UseGroup>(7);
    CHECK(refusal(entry) == "Say which: internet, social or ai.");
}

TEST_CASE("a journal page ends at 20,000 characters and at 60,000 bytes") {
    JournalPage page{.when = some_time(), .text = letters(20'000)};
    CHECK(refusal(page) == "fine");
    page.text = letters(20'001);
    CHECK(refusal(page) == "The page has 20001 characters; 20000 are the most.");
    std::string wide;
    for (int i = 0; i < 15'001; ++i) wide += "😀";
    page.text = PhiText(wide);
    CHECK(refusal(page) == "The page is 60004 bytes long; 60000 are the most. Begin another page.");
}

TEST_CASE("an acceptance is signed and nothing else is") {
    BoundaryDecision decision{.when = some_time(), .boundary = some_id()};
    CHECK(refusal(decision) == "An acceptance is signed, and nothing else is.");
    decision.signature.resize(64);
    CHECK(refusal(decision) == "fine");
    decision.decision = Decision::decline;
    CHECK(refusal(decision) == "An acceptance is signed, and nothing else is.");
    decision.signature.clear();
    CHECK(refusal(decision) == "fine");
    decision.role = Role::admin;
    CHECK(refusal(decision) == "Only a client and a clinician decide.");
}

TEST_CASE("a boundary's document says what is missing") {
    BoundaryDocument document{
        .boundary = some_id(),
        .text = PhiText("Social media: at most 60 minutes a day."),
        .terms = {.rule = DailyLimit{.groups = {UseGroup::social}, .minutes_max = 60}},
        .starts_day = {20'000},
        .proposed_by = UserId{{9}}};
    CHECK(refusal(document) == "fine");
    auto broken = document;
    broken.version = 2;
    CHECK(refusal(broken) == "Every version but the first names the one it answers.");
    broken = document;
    broken.text = PhiText("");
    CHECK(refusal(broken) == "The sentence of the boundary is empty.");
    broken = document;
    broken.review_day = Day{19'999};
    CHECK(refusal(broken) == "The review comes before the first day.");
    broken = document;
    broken.terms.rule = Curfew{.from_minute = 60, .to_minute = 60};
    CHECK(refusal(broken) == "The time off begins and ends at one time.");
    broken = document;
    broken.terms.rule = WeeklyLimit{.minutes_max = 10'081};
    CHECK(refusal(broken) == "Minutes a week must be at most 10080.");
    broken = document;
    broken.terms.rule = UnknownRule{};
    CHECK(refusal(broken) == "This kind of boundary needs a newer version.");
}

TEST_CASE("people, sessions, notes, reviews and the plan are checked too") {
    CHECK(refusal(Person{}) == "A name needs the person it belongs to.");
    CHECK(refusal(Person{.user = {{1}}, .name = letters(81)}) ==
          "The name has 81 characters; 80 are the most.");
    CHECK(refusal(Appointment{.when = some_time(), .minutes = 50}) == "fine");
    CHECK(refusal(Appointment{.when = some_time(), .minutes = 1441}) ==
          "A duration is at most 24 hours.");
    CHECK(refusal(AgendaItem{.when = some_time()}) == "A line of an agenda needs its session.");
    CHECK(refusal(AgendaItem{
              .when = some_time(), .appointment = {{1}}, .text = letters(301), .author = {{1}}}) ==
          "The line has 301 characters; 300 are the most.");
    CHECK(refusal(SessionNote{.when = some_time()}) == "A note needs the client it is about.");
    CHECK(refusal(SessionNote{.when = some_time(),
                              .client = {{1}},
                              .appointment = std::nullopt,
                              .text = letters(20'001)}) ==
          "The note has 20001 characters; 20000 are the most.");
    BoundaryReview review{.when = some_time(),
                          .boundary = some_id(),
                          .version = 1,
                          .outcome = ReviewOutcome::keep,
                          .words = std::nullopt,
                          .next = some_time().day + 28,
                          .author = {{1}}};
    CHECK(refusal(review) == "fine");
    review.next = some_time().day;
    CHECK(refusal(review) == "The next review comes after this one.");
    review = {.when = some_time(), .boundary = some_id()};
    CHECK(refusal(review) == "A review needs its boundary, the version and who wrote it.");
    CHECK(refusal(PlanItem{.when = some_time()}) == "A line of the plan needs who wrote it.");
    CHECK(refusal(PlanItem{.when = some_time(), .text = letters(301), .author = {{1}}}) ==
          "The line has 301 characters; 300 are the most.");
}

TEST_CASE("replies, what the practice says, holds and prompts are checked too") {
    CHECK(refusal(Feedback{.when = some_time()}) == "Feedback needs the entry it answers.");
    CHECK(refusal(Feedback{.when = some_time(),
                           .about = some_id(),
                           .text = PhiText("Yes."),
                           .author = {{1}},
                           .no_reply = true}) == "A reply cannot say that there is none.");
    PracticePolicy policy{.when = some_time(), .reply_days = 30, .author = {{1}}};
    CHECK(refusal(policy) == "fine");
    policy.reply_days = 31;
    CHECK(refusal(policy) == "A reply is promised within 1 to 30 days.");
    policy.reply_days = 0;
    CHECK(refusal(policy) == "A reply is promised within 1 to 30 days.");
    policy.reply_days = 3;
    policy.retention_years = 101;
    CHECK(refusal(policy) == "Records are kept for 1 to 100 years.");
    CHECK(refusal(RecordView{.when = some_time()}) ==
          "That a record was opened needs who opened it.");
    RecordHold hold{.when = some_time(), .record = {{1}}, .by = {{1}}};
    CHECK(refusal(hold) == "A hold needs a reason.");
    hold.reason = letters(501);
    CHECK(refusal(hold) == "The reason has 501 characters; 500 are the most.");
    CHECK(refusal(RecordHold{.when = some_time(), .by = {{1}}}) ==
          "A hold needs its record and who sets it.");
    CHECK(refusal(RecordClosed{.when = some_time(), .record = {{1}}}) ==
          "The end of a treatment needs its record and who says it.");
    CHECK(refusal(PracticePrompt{.when = some_time(), .author = {{1}}}) ==
          "A prompt needs a question.");
    CHECK(refusal(Consent{.when = some_time(), .data = static_cast<SharedData>(9)}) ==
          "This kind of data is not known.");
    CHECK(refusal(InviteUnderWay{.when = some_time(), .invite = {{1}}, .expires = {0}}) ==
          "The invite ends before it begins.");
    PromptAssignment prompt{.when = some_time(),
                            .question = PhiText("What helped?"),
                            .author = {{1}},
                            .from = {20'000}};
    CHECK(refusal(prompt) == "fine");
    prompt.to = Day{19'999};
    CHECK(refusal(prompt) == "The last day of a prompt is before its first.");
    prompt.to.reset();
    prompt.rhythm = PromptRhythm::weekly;
    CHECK(refusal(prompt) == "A weekly prompt needs at least one weekday.");
    prompt.question = PhiText("one\ntwo");
    CHECK(refusal(prompt) == "A prompt is one line.");
    prompt.question = PhiText(" ");
    CHECK(refusal(prompt) == "A prompt needs a question.");
    CHECK(refusal(Coverage{.when = some_time(), .minutes = Minutes(0)}) ==
          "Coverage of no time says nothing.");
    CHECK(refusal(AnyEntity()) == "This was written by a newer version.");
}

TEST_CASE("a plan for safety is said whole, and without it nothing may ask") {
    PracticePolicy policy{.when = some_time(), .author = {{1}}};
    CHECK_FALSE(answers_for_safety(std::nullopt));
    CHECK_FALSE(answers_for_safety(policy));
    policy.plan = SafetyPlan{.who = PhiText("Dr Weber"), .out_of_hours = PhiText("Call 112.")};
    CHECK(refusal(policy) == "fine");
    CHECK(answers_for_safety(policy));
    policy.plan->who = PhiText(" ");
    CHECK(refusal(policy) == "Say who looks at what clients tell.");
    CHECK_FALSE(answers_for_safety(policy));
    policy.plan->who = PhiText("Dr Weber\nor nobody");
    CHECK(refusal(policy) == "Who looks is said in one line.");
    policy.plan->who = PhiText("Dr Weber");
    policy.plan->out_of_hours = PhiText("\n");
    CHECK(refusal(policy) == "Say what happens at night and at weekends.");
    CHECK_FALSE(answers_for_safety(policy));
    policy.plan->out_of_hours = letters(501);
    CHECK(refusal(policy) == "What happens out of hours has 501 characters; 500 are the most.");
    policy.plan->out_of_hours = PhiText("Call 112.");
    policy.plan->rhythm = CheckRhythm::within_days;
    CHECK(refusal(policy) == "Somebody looks within 1 to 7 days.");
    policy.plan->days = 8;
    CHECK(refusal(policy) == "Somebody looks within 1 to 7 days.");
    CHECK_FALSE(answers_for_safety(policy));
    policy.plan->days = 7;
    CHECK(answers_for_safety(policy));
    policy.plan->rhythm = static_cast<CheckRhythm>(4);
    CHECK(refusal(policy) == "Say how often somebody looks.");
}

TEST_CASE("a practice's numbers are few, and a line each") {
    PracticePolicy policy{.when = some_time(), .author = {{1}}};
    policy.numbers = {{PhiText("On duty"), PhiText("030 1234"), PhiText()}};
    CHECK(refusal(policy) == "fine");
    policy.numbers.front().hours = PhiText("Weekdays\n8 to 18");
    CHECK(refusal(policy) == "A number to call is one line.");
    policy.numbers.front().hours = PhiText("a\tb");
    CHECK(refusal(policy) == "A number to call is one line.");
    policy.numbers.front() = {PhiText("On duty"), PhiText(), PhiText()};
    CHECK(refusal(policy) == "A number to call needs its name and its digits.");
    policy.numbers.assign(5, {PhiText("On duty"), PhiText("030 1234"), PhiText()});
    CHECK(refusal(policy) == "A practice gives at most 4 numbers to call.");
}

TEST_CASE("what is told about safety says what was shown, and a named person acknowledges it") {
    RiskAnswer answer{.when = some_time(), .shown = PhiText("Emergency 112.")};
    CHECK(refusal(answer) == "fine");
    answer.words = letters(2001);
    CHECK(refusal(answer) == "What you say has 2001 characters; 2000 are the most.");
    answer.words.reset();
    answer.shown = PhiText();
    CHECK(refusal(answer) == "It is not said what the device showed.");
    answer.source = static_cast<RiskSource>(9);
    CHECK(refusal(answer) == "Where this was told is not known.");

    RiskAcknowledgement read{.when = some_time(), .answer = {{1}}, .author = {{2}}};
    CHECK(refusal(read) == "Only a named person acknowledges this.");
    read.name = PhiText("Dr Weber");
    CHECK(refusal(read) == "fine");
    read.sentence = letters(301);
    CHECK(refusal(read) == "The sentence has 301 characters; 300 are the most.");
    read.answer = {};
    CHECK(refusal(read) == "Say what is acknowledged.");
}

TEST_CASE("an entry of the register says what it is, and a verdict who gave it and when") {
    ToolEntry entry{.when = some_time(), .name = letters(80)};
    CHECK(refusal(entry) == "fine");
    entry.verdict.status = ToolStatus::allowed;
    CHECK(refusal(entry) == "A verdict needs who gave it, and when.");
    entry.verdict.reviewer = {{1}};
    entry.verdict.reviewed = Day{20'000};
    CHECK(refusal(entry) == "fine");
    entry.verdict.status = ToolStatus::with_conditions;
    entry.verdict.conditions = PhiText(" . ");
    CHECK(refusal(entry) == "Allowed with conditions: say which.");
    entry.verdict.conditions = letters(501);
    CHECK(refusal(entry) == "The list of conditions has 501 characters; 500 are the most.");
    entry.verdict = {};
    entry.areas[1] = letters(1001);
    CHECK(refusal(entry) == "What is written there has 1001 characters; 1000 are the most.");
    entry.areas[1].reset();
    entry.kind = static_cast<ToolKind>(10);
    CHECK(refusal(entry) == "This kind of tool is not known.");
    CHECK(refusal(ToolEntry{.when = some_time(), .name = PhiText(" ")}) ==
          "Say what it is called.");
}

TEST_CASE("a card names its tool, and a recommendation says why and by whom") {
    ToolCard card{.when = some_time(), .source = {{1}}};
    CHECK(refusal(card) == "fine");
    card.recommended = ToolRecommendation{.by = {{1}}};
    CHECK(refusal(card) == "Say in a sentence why you recommend it.");
    card.recommended->why = letters(301);
    CHECK(refusal(card) == "The sentence has 301 characters; 300 are the most.");
    card.recommended = ToolRecommendation{.why = PhiText("It helps")};
    CHECK(refusal(card) == "A recommendation needs who gives it.");
    CHECK(refusal(ToolCard{.when = some_time()}) == "A card needs the tool it is about.");
}

TEST_CASE("a review is due again after 180 days, and one that was never made is not") {
    ToolVerdict verdict{.status = ToolStatus::allowed, .reviewed = Day{1000}};
    CHECK_FALSE(is_review_due(verdict, Day{1179}));
    CHECK(is_review_due(verdict, Day{1180}));
    verdict.status = ToolStatus::not_reviewed;
    CHECK_FALSE(is_review_due(verdict, Day{1180}));
}

TEST_CASE("words people type are the same without their case, spaces and full stop") {
    CHECK(plain_words("  Quill Chat. ") == "quill chat");
    CHECK(plain_words(" .") == "");
    CHECK(plain_words("Ärzte") == "Ärzte");
}

TEST_CASE("an intake is bounded in its questions, its choices and its words") {
    const Intake good{.when = some_time(), .author = UserId{{1}}};
    CHECK(refusal(good) == "fine");
    CHECK(refusal(Intake{.when = some_time()}) == "An intake needs somebody who began it.");
    auto intake = good;
    intake.mode = static_cast<IntakeMode>(4);
    CHECK(refusal(intake) == "An intake is answered alone, together or in an interview.");
    intake = good;
    intake.answers[49] = Phi<IntakeAnswer>({.number = 1});
    CHECK(refusal(intake) == "The intake has no such question.");
    intake = good;
    intake.answers[1] = Phi<IntakeAnswer>({.number = {}, .choices = {2, 1}});
    CHECK(refusal(intake) == "These choices are none that the intake offers.");
    intake.answers[1] = Phi<IntakeAnswer>({.number = {}, .choices = {1, 21}});
    CHECK(refusal(intake) == "These choices are none that the intake offers.");
    intake.answers[1] = Phi<IntakeAnswer>({.number = 1441});
    CHECK(refusal(intake) == "A day has 24 hours.");
    intake = good;
    std::string long_text;
    for (int i = 0; i < 2000; ++i) long_text += "😀";
    for (std::uint32_t question = 41; question < 49; ++question) {
        intake.answers[question] = Phi<IntakeAnswer>({.text = long_text});
    }
    CHECK(refusal(intake) == "The intake's words take 64000 bytes; 60000 are the most.");
}
