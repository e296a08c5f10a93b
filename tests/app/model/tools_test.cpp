// The register in the window: both sides at their engines, with the real server between them.
#include "app/model/tools.h"

#include "core/store/entries.h"
#include "core/store/sync_store.h"
#include "core/store/tools.h"
#include "tests/app/model/people.h"

namespace evenkeel::test {
namespace {

using namespace model;

struct Pair : Couple {
    Pair() {
        client.does(ChangeSettings{{.lock_after_minutes = 0}});
        clinician.does(ChangeSettings{{.lock_after_minutes = 0}});
    }
    // Thirty minutes with AI, and what with.
    void logs(const std::string& tool) {
        client.does(SetUse{.day = today, .group = UseGroup::ai, .minutes = 30});
        client.does(SetTool{client.sees()->client->screen_time.items.front().id, tool});
    }
    std::string verdict(const char* name) { return verdict_on(client.sees()->client->tools, name); }
};

ToolForm form(const char* name, ToolStatus status, const char* conditions = "") {
    return {
        .name = name, .kind = ToolKind::ai_assistant, .status = status, .conditions = conditions};
}

TEST_CASE("A tool the client logged is to be vetted, is vetted, and its verdict comes back") {
    Pair pair;
    pair.logs("Quill");
    CHECK(pair.verdict("Quill") == "Your practice has not reviewed this one yet.");
    sync_all(pair.client, pair.clinician);
    CHECK(pair.clinician.sees()->clinician->tools.to_vet.empty());  // its page is not shown
    const auto shown = pair.clinician.does(ShowTools{true})->clinician->tools;
    REQUIRE(shown.to_vet.size() == 1);
    CHECK(shown.to_vet.front().name == "Quill");
    CHECK(shown.to_vet.front().detail.starts_with("Logged by Ada, last on "));

    const auto after = pair.clinician.does(
        SaveTool{std::nullopt, form("Quill", ToolStatus::with_conditions, "No names")});
    CHECK(after->clinician->tools.to_vet.empty());
    CHECK(after->clinician->tools.lines.front().verdict == "Allowed with conditions");
    sync_all(pair.clinician, pair.client);
    CHECK(pair.verdict(" quill ").starts_with("Your practice: allowed with conditions. No names."));
    CHECK(pair.client.sees()->client->tools.recent[2] == std::vector<std::string>{"Quill"});

    pair.clinician.does(Undo{});
    sync_all(pair.clinician, pair.client);
    CHECK(pair.verdict("Quill") == "Your practice has not reviewed this one yet.");
}

TEST_CASE("A tool of a client who keeps their screen time to themself is nobody's to vet") {
    Pair pair;
    pair.client.does(SetShared{SharedData::use, false});
    pair.logs("Quill");
    sync_all(pair.client, pair.clinician);
    CHECK(pair.clinician.does(ShowTools{true})->clinician->tools.to_vet.empty());
}

TEST_CASE("Who joins after a review has its verdict too") {
    World world;
    Person clinician = founder(world);
    clinician.does(SaveTool{std::nullopt, form("Quill", ToolStatus::allowed)});
    Person client = client_of(world, clinician, "Ada", all_kinds());
    sync_all(clinician, client);
    REQUIRE(client.sees()->client->tools.known.size() == 1);
    CHECK(client.sees()->client->tools.known.front().name == "Quill");
}

TEST_CASE("A record is handed nothing before it was fetched") {
    World world;
    Someone doctor(world, "doctor");
    Someone ada(world, "ada");
    found_practice(world, doctor);
    bring_in(world, doctor, ada, trust::InviteRole::client, "Ada");
    const auto self = doctor.identity();
    const VaultId record = ada.identity().care_vault;
    need(store::SyncStore(doctor.store()).reset_cursor(record, 0, {}));
    const auto entry = need(entry_of(form("Quill", ToolStatus::allowed), nullptr, self,
                                     need(store::today(doctor.store()))));
    need(store::save_tool(doctor.store(), self.practice_vault, std::nullopt, entry));
    CHECK(need(hand_out_tools(doctor.profile(), self)) == 0);
    doctor.sync();
    CHECK(need(hand_out_tools(doctor.profile(), self)) == 1);
}

TEST_CASE("A recommendation says who, when and why, on both sides, until it ends") {
    Pair pair;
    const auto saved = pair.clinician.does(SaveTool{
        std::nullopt,
        {.name = "Open circle", .kind = ToolKind::support_group, .status = ToolStatus::allowed}});
    const EntityId id = saved->clinician->tools.lines.front().id;
    CHECK(pair.clinician.refused(RecommendTool{pair.record, id, " "}) ==
          "Say in a sentence why you recommend it.");
    pair.clinician.does(RecommendTool{pair.record, id, "Others know this too"});
    CHECK(pair.clinician.sees()->clinician->overview->recommended.size() == 1);
    sync_all(pair.clinician, pair.client);
    const auto& seen = pair.client.sees()->client->tools.recommended;
    REQUIRE(seen.size() == 1);
    CHECK(seen.front().why == "Others know this too");
    CHECK(seen.front().recommended.starts_with("Recommended by "));
    pair.clinician.does(EndRecommendation{pair.record, id});
    sync_all(pair.clinician, pair.client);
    CHECK(pair.client.sees()->client->tools.recommended.empty());
}

TEST_CASE("The same verdict keeps its reviewer's day until it is looked at again") {
    Pair pair;
    const auto saved =
        pair.clinician.does(SaveTool{std::nullopt, form("Quill", ToolStatus::allowed)});
    ToolLine line = saved->clinician->tools.lines.front();
    const std::string first = line.detail;
    pair.world.pass(ms_per_day);
    line.form.maker = "A maker";
    CHECK(
        pair.clinician.does(SaveTool{line.id, line.form})->clinician->tools.lines.front().detail ==
        first);
    line.form.reviewed_again = true;
    CHECK(
        pair.clinician.does(SaveTool{line.id, line.form})->clinician->tools.lines.front().detail !=
        first);
}

TEST_CASE("The register is the staff's: a client saves, removes and recommends nothing") {
    Pair pair;
    const std::string no = "The practice's staff keep the register; nothing was changed.";
    CHECK(pair.client.refused(SaveTool{std::nullopt, form("x", ToolStatus::allowed)}) == no);
    CHECK(pair.client.refused(RemoveTool{}) == no);
    CHECK(pair.client.refused(RecommendTool{pair.record, {}, "x"}) == no);
    CHECK(pair.client.refused(EndRecommendation{pair.record, {}}) == no);
}

TEST_CASE("What AI was used for is said alike to the client and in the brief, too early or not") {
    Pair pair;
    CHECK(pair.client.sees()->client->screen_time.reliance.empty());
    pair.logs("Quill");
    pair.client.does(
        SetPurpose{pair.client.sees()->client->screen_time.items.front().id, "Comfort"});
    sync_all(pair.client, pair.clinician);
    const auto& said = pair.client.sees()->client->screen_time.reliance;
    REQUIRE(said.size() == 2);
    CHECK(said.front() ==
          "AI for company or comfort: 30 min a day on 1 known day of the last 28, 0 min on 0 known "
          "days of the 28 before. Too few days on which it is known what it was for: cannot tell "
          "whether that changed.");
    const SessionBrief brief = pair.clinician.sees()->clinician->overview->brief;
    CHECK(std::vector(brief.use_details.end() - 2, brief.use_details.end()) == said);
    CHECK(brief.to_do.back() == "Logged, and not vetted yet: Quill.");
}

}  // namespace
}  // namespace evenkeel::test
