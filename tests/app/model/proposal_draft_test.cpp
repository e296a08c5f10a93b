// A boundary that is being put together survives what may happen before it is sent.
#include "app/model/proposal_draft.h"

#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

BoundaryForm half_a_form() {
    BoundaryForm form;
    form.kind = FormKind::instead;
    form.groups = {UseGroup::internet, UseGroup::ai};
    form.cue = "I cannot sleep";
    form.purposes = {
        .chosen = {"work", "two words"}, .agreed = {"work"}, .typed = "por la ma\u00f1ana"};
    form.weekdays = 0x1F;
    form.reason = "First line\nsecond \\ line";
    form.review_weeks = 0;
    return form;
}

TEST_CASE("half put together boundaries come back as they were, every field of them") {
    const std::vector<ProposalDraft> drafts = {{.boundary = EntityId{{7}}, .form = half_a_form()},
                                               ProposalDraft{}};
    CHECK(parse_proposals(print_proposals(drafts)) == drafts);
    CHECK(parse_proposals(print_proposals({}))->empty());
}

TEST_CASE("what is no draft of a boundary is as good as none") {
    const Bytes whole = print_proposals({{.boundary = {}, .form = half_a_form()}});
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CHECK_FALSE(parse_proposals(ByteView(whole).first(size)).has_value());
    }
    Bytes newer = whole;
    newer[0] += 1;
    CHECK_FALSE(parse_proposals(newer).has_value());
    Bytes longer = whole;
    longer.push_back(0);
    CHECK_FALSE(parse_proposals(longer).has_value());
    BoundaryForm unknown;
    unknown.kind = FormKind{10};
    CHECK_FALSE(parse_proposals(print_proposals({{.boundary = {}, .form = unknown}})).has_value());
    unknown = {};
    unknown.groups = {UseGroup{4}};
    CHECK_FALSE(parse_proposals(print_proposals({{.boundary = {}, .form = unknown}})).has_value());
}

TEST_CASE("words typed into a proposal outlive a kill, and are gone once it is sent") {
    World world;
    Person clinician = founder(world);
    Person client = client_of(world, clinician, "Ada", all_kinds());
    BoundaryForm form;
    form.reason = "Because of the mornings";
    client.does(KeepProposal{.record = {}, .draft = {.boundary = {}, .form = form}});
    const auto back = client.is_killed_and_returns();
    REQUIRE(back->client->boundaries.drafts.size() == 1);
    CHECK(back->client->boundaries.drafts.front().form == form);
    CHECK(client.does(Propose{.record = {}, .form = form})->client->boundaries.drafts.empty());
    CHECK(client.is_killed_and_returns()->client->boundaries.drafts.empty());
}

TEST_CASE("each boundary has a draft of its own, of the clinician too") {
    Couple couple;
    const EntityId agreed = agree(couple.client, couple.clinician, BoundaryForm{});
    BoundaryForm stricter;
    stricter.minutes_max = 30;
    couple.clinician.does(KeepProposal{.record = couple.record, .draft = {agreed, stricter}});
    const auto both = couple.clinician.does(
        KeepProposal{.record = couple.record, .draft = {std::nullopt, half_a_form()}});
    CHECK(both->clinician->overview->drafts.size() == 2);
    const auto one =
        couple.clinician.does(ForgetProposal{.record = couple.record, .boundary = std::nullopt});
    REQUIRE(one->clinician->overview->drafts.size() == 1);
    CHECK(one->clinician->overview->drafts.front() == ProposalDraft{agreed, stricter});
    couple.sync();
    CHECK(couple.client.sees()->client->boundaries.drafts.empty());
}

}  // namespace
}  // namespace evenkeel::test
