// Every kind of boundary can be put together on a screen, and opened again to be changed.
#include "app/model/boundary_examples.h"
#include "core/domain/boundary_text.h"

#include <catch2/catch_test_macros.hpp>

namespace evenkeel::test {
namespace {

using namespace model;

// One complete form of each kind.
std::vector<BoundaryForm> one_of_each() {
    return {{.kind = FormKind::limit_per_day, .minutes_max = 45, .grace_minutes = 5},
            {.kind = FormKind::limit_per_week, .week_minutes_max = 600, .grace_minutes = 30},
            {.kind = FormKind::curfew, .from_minute = 1320, .to_minute = 420},
            {.kind = FormKind::sessions, .times_max = 3, .break_minutes = 10},
            {.kind = FormKind::session_length, .minutes_max = 20},
            {.kind = FormKind::purposes, .purposes = {.chosen = {"Messages"}, .typed = "Maps"}},
            {.kind = FormKind::instead, .cue = "I wake up", .action = "I open the window"},
            {.kind = FormKind::never, .situation = "at the table"},
            {.kind = FormKind::contact,
             .channel = "e-mail",
             .contact_for = {.chosen = {"appointments"}},
             .contact_not_for = {.chosen = {"emergencies"}},
             .reply_within_hours = 24},
            {.kind = FormKind::attested, .statement = "No phone in the bedroom"}};
}

}  // namespace

TEST_CASE("A form of each kind becomes terms, and its document the same form again") {
    for (const BoundaryForm& form : one_of_each()) {
        const auto terms = terms_of(form);
        REQUIRE(terms.ok());
        CHECK(live_sentence(form) == agreement_sentence(terms.value()).reveal());
        const auto again = form_of(BoundaryDocument{.terms = terms.value()});
        REQUIRE(again);
        CHECK(again->kind == form.kind);
        CHECK(terms_of(*again).value() == terms.value());
    }
}

TEST_CASE("What was agreed in own words stays on offer in the form that changes it") {
    const BoundaryForm form{.kind = FormKind::purposes, .purposes = {.typed = "Maps"}};
    const auto again = form_of(BoundaryDocument{.terms = terms_of(form).value()});
    REQUIRE(again);
    CHECK(again->purposes.agreed == std::vector<std::string>{"Maps"});
}

TEST_CASE("A kind of a newer version is not opened as one of ours") {
    CHECK_FALSE(form_of(BoundaryDocument{.terms = {.rule = UnknownRule{}}}));
}

TEST_CASE("What a kind needs is said before it can be sent") {
    for (const BoundaryForm& form :
         {BoundaryForm{.kind = FormKind::purposes}, BoundaryForm{.kind = FormKind::instead},
          BoundaryForm{.kind = FormKind::instead, .cue = "I wake up"},
          BoundaryForm{.kind = FormKind::never, .situation = "  "},
          BoundaryForm{.kind = FormKind::contact}, BoundaryForm{.kind = FormKind::attested},
          BoundaryForm{.kind = FormKind::sessions, .groups = {}},
          BoundaryForm{.kind = FormKind::session_length, .minutes_max = 0}}) {
        const auto terms = terms_of(form);
        REQUIRE_FALSE(terms.ok());
        CHECK(live_sentence(form) == terms.error().sentence());
    }
}

TEST_CASE("Going to another kind and back loses nothing that was typed") {
    BoundaryForm form{.kind = FormKind::never, .situation = "at the table"};
    form.kind = FormKind::instead;
    form.cue = "I wake up";
    form.kind = FormKind::never;
    CHECK(live_sentence(form) == "Never: at the table.");
    form.kind = FormKind::limit_per_week;
    form.week_minutes_max = 40 * 60;
    const std::string weekly = live_sentence(form);
    form.kind = FormKind::limit_per_day;
    CHECK(live_sentence(form).find("40") == std::string::npos);
    form.kind = FormKind::limit_per_week;
    CHECK(live_sentence(form) == weekly);
}

TEST_CASE("Every example can be sent as it is") {
    for (const BoundaryExample& example : boundary_examples()) CHECK(terms_of(example.form).ok());
}

}  // namespace evenkeel::test
