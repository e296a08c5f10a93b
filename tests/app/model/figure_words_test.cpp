// What is said of figures beside a chart, in English, in German, and in every case without a word
// of English in another language.
#include "app/model/figure_words.h"

#include "tests/app/model/languages.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

using namespace model;

constexpr Compared blank{};
const Compared few{.now = {}, .before = {}, .known_days = 1};
const Compared begun{.now = Median{.doubled = 13, .days = 5}, .before = {}, .known_days = 5};
const Compared both{.now = Median{.doubled = 130, .days = 13},
                    .before = Median{.doubled = 150, .days = 9},
                    .known_days = 13};

TEST_CASE("Use is said with its median, what came before and what is agreed") {
    CHECK(use_sentence(UseGroup::social, blank, 60, 0, 14) == "Social media: nothing was said.");
    CHECK(use_sentence(UseGroup::social, few, 60, 1, 14) ==
          "Social media: known on 1 day, too few for a median. Agreed are 60 min a day; above "
          "that on 1 of 1 day.");
    CHECK(use_sentence(UseGroup::social, begun, {}, 0, 14) ==
          "Social media: median 7 min on 5 days.");
    CHECK(use_sentence(UseGroup::social, both, 60, 4, 14) ==
          "Social media: median 1 h 05 min on 13 days; 1 h 15 min in the 14 days before. Agreed "
          "are 60 min a day; above that on 4 of 13 days.");
}

TEST_CASE("The sentences beside a chart read in German, French and Spanish by their own rules") {
    {
        const Spoken german(Language::german);
        CHECK(mood_sentence(few, 14) ==
              "Die Stimmung ist an 1 Tag bekannt: zu wenig, um mehr zu sagen.");
        CHECK(use_sentence(UseGroup::social, both, 60, 4, 14) ==
              "Soziale Medien: Median 1 h 05 min an 13 Tagen; 1 h 15 min in den 14 Tagen davor. "
              "Vereinbart sind 60 min am Tag; darüber an 4 von 13 Tagen.");
        CHECK(kept_sentence(insight::adherence(17, 3, 1)) ==
              "Gehalten an 17 von 20 bekannten Tagen; 1 Tag unbekannt");
    }
    const Spoken spanish(Language::spanish);
    CHECK(mood_sentence(begun, 14) ==
          "Ánimo mediano 6.5 de 10 en 5 días; antes hay muy pocos días para comparar.");
    const Spoken french(Language::french);
    CHECK(kept_sentence(insight::adherence(0, 0, 1)) ==
          "Connue 0 sur 1 jour\u00a0: trop peu pour un chiffre");
}

TEST_CASE("No sentence beside a chart leaves a word of English in another language") {
    const Spoken other(pseudo_catalogue());
    for (const Compared& value : {blank, few, begun, both}) {
        CHECK_FALSE(has_english(mood_sentence(value, 14)));
        for (const auto& agreed : {std::optional<std::uint32_t>(), std::optional(60U)}) {
            const std::string text = use_sentence(UseGroup::ai, value, agreed, 1, 14);
            INFO(text);
            CHECK_FALSE(has_english(text));
        }
    }
    for (const auto& adherence :
         {insight::adherence(0, 0, 0), insight::adherence(6, 0, 0), insight::adherence(17, 3, 0),
          insight::adherence(17, 3, 1), insight::adherence(17, 3, 8)}) {
        CHECK_FALSE(has_english(kept_sentence(adherence)));
    }
}

}  // namespace
}  // namespace evenkeel::test
