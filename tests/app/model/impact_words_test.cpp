// What is said of use and mood together: word by word in English and German, and in every case
// without a word of English in another language.
#include "app/model/impact.h"
#include "tests/app/model/languages.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

using namespace model;
using insight::Finding;
using insight::OtherEvents;
using insight::StepFinding;

constexpr Day friday{20784};  // 27 November 2026

insight::Estimate estimate(double value, double low, double high) {
    return {.value = value, .low = low, .high = high};
}

BoundaryImpact::Use use_with(const char* words, Finding finding) {
    BoundaryImpact::Use use;
    use.words = words;
    use.association.finding = finding;
    use.association.pairs = finding == Finding::too_early ? 18 : 61;
    use.association.looked = finding == Finding::too_early ? 0 : 56;
    use.association.per_hour = estimate(-0.6, -1.0, -0.3);
    use.association.next_day = estimate(-0.1, -0.5, 0.2);
    use.association.minutes_after = estimate(-4, -12, 3);
    use.association.blank = {
        .low = 10, .blank_after_low = 4, .other = 20, .blank_after_other = 2, .cluster = true};
    use.step.minutes.level = estimate(-54, -81, -28);
    use.step.mood.level = estimate(-1.1, -2.0, -0.1);
    use.step.mood.with_trend = estimate(-0.4, -2.4, 1.7);
    return use;
}

std::string said(const std::string& title, BoundaryImpact::Use use, const char* question = "") {
    return impact_sentences({{.boundary = {},
                              .title = title,
                              .began = friday,
                              .study_question = question,
                              .use = std::move(use)}})
        .front();
}

std::string said_of_step(BoundaryImpact::Use use) {
    use.association = {};
    const std::string all = said("", std::move(use));
    const std::string before = "Too early to look for patterns. ";
    return all.substr(all.find(before) + before.size());
}

BoundaryImpact::Use step_with(StepFinding finding) {
    BoundaryImpact::Use use = use_with("social media", Finding::too_early);
    use.step.finding = finding;
    return use;
}

TEST_CASE("A whole paragraph in English says what clients and clinicians have always read") {
    BoundaryImpact::Use use = use_with("social media", Finding::lower);
    use.step.finding = StepFinding::mood_lower;
    CHECK(said("Social media, at most 45 min", use, "Do evenings feel longer?") ==
          "Social media, at most 45 min, since Fri 27 Nov: On days with more social media time, "
          "mood tended to be lower (about -0.6 points per extra hour; range -1.0 to -0.3; 56 "
          "days). This is an association in self-reported data. It does not show that one caused "
          "the other; mood can also lead to more or less use, and sleep, work or events may "
          "explain both. So far there are 61 such days; the next look is at 84. From one day to "
          "the next, the data fit -0.5 to +0.2 mood points after an extra hour, and -12 to +3 "
          "minutes after a mood one point higher. After lower moods the next day is blank more "
          "often (4 of 10) than after others (2 of 20): what is not noted may matter. After it "
          "began, recorded minutes a day were lower by 54 (28 to 81). Mood was -1.1 (-2.0 to "
          "-0.1) in one analysis and -0.4 (-2.4 to +1.7) when the trend is allowed for: lower in "
          "both. Other things changed in that time too; this does not show what led to it. "
          "Agreed to find out: “Do evenings feel longer?”");
}

TEST_CASE("The same paragraph in German is whole sentences in their own order") {
    const Spoken german(Language::german);
    BoundaryImpact::Use use = use_with("soziale Medien", Finding::lower);
    use.step.finding = StepFinding::mood_lower;
    CHECK(said("Soziale Medien, höchstens 45 min", use, "Werden die Abende länger?") ==
          "Soziale Medien, höchstens 45 min, seit Fr 27. Nov.: An Tagen mit mehr Nutzungszeit "
          "(soziale Medien) war die Stimmung eher niedriger (etwa -0.6 Punkte je zusätzlicher "
          "Stunde; Spanne -1.0 bis -0.3; 56 Tage). Das ist ein Zusammenhang in deinen eigenen "
          "Angaben. Es zeigt nicht, dass das eine das andere verursacht hat; die Stimmung kann "
          "auch zu mehr oder weniger Nutzung führen, und Schlaf, Arbeit oder Ereignisse können "
          "beides erklären. Bisher gibt es 61 solche Tage; der nächste Blick ist bei 84. Von "
          "einem Tag zum nächsten passen die Daten zu -0.5 bis +0.2 Stimmungspunkten nach einer "
          "zusätzlichen Stunde und zu -12 bis +3 Minuten nach einer um einen Punkt höheren "
          "Stimmung. Nach niedrigerer Stimmung ist der nächste Tag öfter leer (4 von 10) als nach "
          "anderer (2 von 20): Was nicht eingetragen ist, kann wichtig sein. Nach dem Beginn "
          "waren die erfassten Minuten am Tag um 54 niedriger (28 bis 81). Die Stimmung änderte "
          "sich in einer Auswertung um -1.1 (-2.0 bis -0.1) und, wenn der Trend berücksichtigt "
          "wird, um -0.4 (-2.4 bis +1.7): in beiden niedriger. In dieser Zeit hat sich auch "
          "anderes geändert; das hier zeigt nicht, wodurch es dazu kam. Vereinbart herauszufinden: "
          "„Werden die Abende länger?“");
}

TEST_CASE("Where nothing can be said of use and mood, that is said") {
    const auto found = [](Finding finding) {
        auto use = use_with("social media", finding);
        use.association.pairs = finding == Finding::too_early ? 18 : 84;
        use.association.looked = finding == Finding::too_early ? 0 : 84;
        return association_sentence(use);
    };
    CHECK(found(Finding::too_early) ==
          "18 of 28 days with mood and minutes so far. Too early to look for patterns.");
    CHECK(found(Finding::too_many_gaps) ==
          "84 days with mood and minutes, but more than half of the days lack one of the two. Too "
          "many gaps to look for patterns.");
    CHECK(found(Finding::hardly_varies) ==
          "84 days with mood and minutes. One of the two hardly changes from day to day, so no "
          "pattern could be seen.");
    CHECK(found(Finding::cannot_tell) ==
          "Cannot tell yet whether social media time and mood go together: the ways of counting "
          "do not agree (84 days).");
    CHECK(found(Finding::no_clear_link) ==
          "No clear link so far between social media time and mood. The data fit anything from "
          "-1.0 to -0.3 mood points per extra hour (84 days).");
}

TEST_CASE("What came after the beginning is said of the minutes first") {
    auto early = step_with(StepFinding::too_early);
    CHECK(said_of_step(early) ==
          "Before it began there are 0 of 21 days: too few to compare with.");
    early.step.minutes.days_before = early.step.mood.days_before = 25;
    early.step.minutes.days_after = early.step.mood.days_after = 3;
    CHECK(said_of_step(early) ==
          "Before and after: 3 of 21 days after it began. Too early to compare.");
    early.step.minutes.days_after = early.step.mood.days_after = 25;
    CHECK(said_of_step(early) ==
          "Before and after: the values hardly change, so the two cannot be compared.");
    CHECK(said_of_step(step_with(StepFinding::minutes_alike)) ==
          "After it began, recorded minutes a day show no clear change (-81 to -28).");
    auto more = step_with(StepFinding::mood_alike);
    more.step.minutes.level = estimate(54, 28, 81);
    CHECK(said_of_step(more) ==
          "After it began, recorded minutes a day were higher by 54 (28 to 81). Mood was -1.1 "
          "(-2.0 to -0.1) in one analysis and -0.4 (-2.4 to +1.7) when the trend is allowed for: "
          "no clear change.");
    auto unsure = step_with(StepFinding::cannot_tell);
    CHECK(said_of_step(unsure).ends_with("when the trend is allowed for: we can't tell."));
    unsure.events = OtherEvents::near;
    CHECK(said_of_step(unsure).ends_with(
        ": we can't tell, since a session or another boundary lies within a week of it."));
}

TEST_CASE("No case of use and mood leaves a word of English in another language") {
    const Spoken other(pseudo_catalogue());
    for (const Finding finding :
         {Finding::too_early, Finding::too_many_gaps, Finding::hardly_varies, Finding::cannot_tell,
          Finding::no_clear_link, Finding::higher, Finding::lower}) {
        for (const UseSource source :
             {UseSource::estimated, UseSource::device, UseSource::imported}) {
            auto use = use_with("scl md", finding);
            use.association.source = source;
            const std::string text = said("Bndry", use, "Whr?");
            INFO(text);
            CHECK_FALSE(has_english(text));
        }
    }
    for (const StepFinding finding :
         {StepFinding::too_early, StepFinding::minutes_alike, StepFinding::cannot_tell,
          StepFinding::mood_alike, StepFinding::mood_higher, StepFinding::mood_lower}) {
        for (const OtherEvents events : {OtherEvents::none_known, OtherEvents::near}) {
            auto use = use_with("scl md", Finding::lower);
            use.step.finding = finding;
            use.events = events;
            const std::string text = said("Bndry", use);
            INFO(text);
            CHECK_FALSE(has_english(text));
        }
    }
    const BoundaryImpact no_use{
        .boundary = {}, .title = "Bndry", .began = friday, .study_question = "", .use = {}};
    CHECK_FALSE(has_english(impact_sentences({no_use}).front()));
    CHECK_FALSE(has_english(impact_sentences({}).front()));
}

}  // namespace
}  // namespace evenkeel::test
