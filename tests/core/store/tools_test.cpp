// The register over two staff devices, and the cards a client's device is handed of it.
#include "core/store/tools.h"

#include "tests/core/store/mailbox.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;
using namespace evenkeel::store;

namespace {

const VaultId practice{ByteArray<16>{9}};
const UserId ana{ByteArray<16>{21}};

// Two staff devices with the practice's vault and the client's, and the client's own device.
struct Staff {
    Device desk{1, Part::clinician};
    Device colleague{2, Part::clinician};
    Device phone{3, Part::client};
    Mailbox mailbox;

    Staff() {
        for (Device* device : {&desk, &colleague}) {
            must(device->sync().add_vault(
                {.id = practice, .type = delta::VaultType::practice, .record = practice}));
        }
    }
    void pass(std::int64_t ms) {
        for (Device* device : {&desk, &colleague, &phone}) {
            device->clock.time = device->clock.time + ms;
        }
    }
    void settle() { mailbox.exchange({&desk, &colleague, &phone}); }
};

ToolEntry entry(const char* name, ToolStatus status, const char* conditions = "",
                ToolKind kind = ToolKind::ai_assistant) {
    ToolEntry made{.name = PhiText(name), .kind = kind};
    made.verdict = {.status = status,
                    .conditions = *conditions ? std::optional(PhiText(conditions)) : std::nullopt,
                    .reviewer = ana,
                    .reviewer_name = PhiText("Ana"),
                    .reviewed = Day{20'454}};
    return made;
}

std::size_t hand_out(Device& device) {
    return must(store::hand_out(device.store(), practice, {care_vault}));
}

// "Quill allowed; Tern with-conditions (No names)".
std::string cards(Device& device) {
    std::string text;
    for (const KeptCard& kept : must(read_cards(device.store(), care_vault))) {
        const ToolFacts& facts = kept.card.facts;
        text += (text.empty() ? "" : "; ") + facts.name.reveal() + " " +
                name(facts.verdict.status).text;
        if (facts.verdict.conditions) text += " (" + facts.verdict.conditions->reveal() + ")";
        if (kept.card.recommended) text += ": " + kept.card.recommended->why.reveal();
    }
    return text;
}

std::string refusal(const Result<void>& result) {
    return result.ok() ? "fine" : result.error().sentence();
}

ToolRecommendation because(const char* why) {
    return {.why = PhiText(why), .by = ana, .by_name = PhiText("Ana")};
}

}  // namespace

TEST_CASE(
    "a verdict reaches the client's device, a new one follows it, and nothing is written twice") {
    Staff staff;
    Device& desk = staff.desk;
    const auto id =
        must(save_tool(desk.store(), practice, {}, entry("Quill", ToolStatus::allowed)));
    must(save_tool(desk.store(), practice, {}, entry("Tern", ToolStatus::not_reviewed)));
    CHECK(hand_out(desk) == 1);
    CHECK(hand_out(desk) == 0);
    staff.settle();
    CHECK(cards(staff.phone) == "Quill allowed");
    // The colleague's device has the same register and finds nothing to do.
    CHECK(hand_out(staff.colleague) == 0);

    staff.pass(ms_per_day);
    must(save_tool(desk.store(), practice, id,
                   entry("Quill", ToolStatus::with_conditions, "No names")));
    CHECK(hand_out(desk) == 1);
    staff.settle();
    CHECK(cards(staff.phone) == "Quill with-conditions (No names)");

    must(remove_tool(desk.store(), practice, id));
    CHECK(hand_out(desk) == 1);
    staff.settle();
    CHECK(cards(staff.phone).empty());
}

TEST_CASE("a device that has not heard of a newer review does not put the older one back") {
    Staff staff;
    const auto id =
        must(save_tool(staff.desk.store(), practice, {}, entry("Quill", ToolStatus::allowed)));
    hand_out(staff.desk);
    staff.settle();
    // What the desk writes of the practice's register does not reach the colleague yet.
    staff.pass(ms_per_day);
    must(save_tool(staff.desk.store(), practice, id, entry("Quill", ToolStatus::discouraged)));
    hand_out(staff.desk);
    staff.mailbox.push(staff.desk);
    const auto held = std::exchange(staff.mailbox.vaults[practice], {});
    staff.mailbox.pull(staff.colleague);
    must(save_tool(staff.colleague.store(), practice, {}, entry("Tern", ToolStatus::allowed)));
    CHECK(hand_out(staff.colleague) == 1);  // Tern, and nothing of Quill
    CHECK(cards(staff.colleague) == "Quill discouraged; Tern allowed");
}

TEST_CASE("two reviews at once end as one of them on all devices, never as a mixture") {
    Staff staff;
    const auto id =
        must(save_tool(staff.desk.store(), practice, {}, entry("Quill", ToolStatus::allowed)));
    staff.settle();
    must(save_tool(staff.desk.store(), practice, id,
                   entry("Quill", ToolStatus::with_conditions, "No names")));
    staff.colleague.clock.time = staff.colleague.clock.time + ms_per_minute;
    must(save_tool(staff.colleague.store(), practice, id, entry("Quill", ToolStatus::discouraged)));
    hand_out(staff.desk);
    hand_out(staff.colleague);
    for (int round = 0; round < 2; ++round) {
        staff.settle();
        hand_out(staff.desk);
        hand_out(staff.colleague);
    }
    staff.settle();
    CHECK(cards(staff.phone) == "Quill discouraged");
    CHECK(hand_out(staff.desk) + hand_out(staff.colleague) == 0);
}

TEST_CASE("a recommendation comes with its sentence, outlives a new verdict, and ends") {
    Staff staff;
    Device& desk = staff.desk;
    const auto id =
        must(save_tool(desk.store(), practice, {},
                       entry("Open circle", ToolStatus::allowed, "", ToolKind::support_group)));
    CHECK(hand_out(desk) == 0);  // a resource is handed to whom it is recommended
    must(recommend_tool(desk.store(), practice, care_vault, id, because("Others know this too")));
    staff.settle();
    CHECK(cards(staff.phone) == "Open circle allowed: Others know this too");

    staff.pass(ms_per_day);
    must(save_tool(desk.store(), practice, id,
                   entry("Open circle", ToolStatus::with_conditions, "First with us",
                         ToolKind::support_group)));
    CHECK(hand_out(desk) == 1);
    staff.settle();
    CHECK(cards(staff.phone) ==
          "Open circle with-conditions (First with us): Others know this too");

    must(end_recommendation(desk.store(), care_vault, id));
    staff.settle();
    CHECK(cards(staff.phone).empty());
    CHECK(refusal(end_recommendation(desk.store(), care_vault, id)) ==
          "That is not recommended to this client.");
}

TEST_CASE("what is discouraged or was not reviewed is not recommended") {
    Staff staff;
    store::Store& desk = staff.desk.store();
    for (const ToolStatus status : {ToolStatus::discouraged, ToolStatus::not_reviewed}) {
        const auto id = must(save_tool(desk, practice, {}, entry(name(status).text, status)));
        CHECK(refusal(recommend_tool(desk, practice, care_vault, id, because("x"))) ==
              "Only what the practice has looked at and allows can be recommended.");
    }
    CHECK(refusal(recommend_tool(desk, practice, care_vault, EntityId{}, because("x"))) ==
          "That entry is not in the register any more.");
}

TEST_CASE("the register has one entry of a name, and keeps what two people wrote at once") {
    Staff staff;
    const auto id =
        must(save_tool(staff.desk.store(), practice, {}, entry("Quill", ToolStatus::allowed)));
    const auto again =
        save_tool(staff.desk.store(), practice, {}, entry(" quill.", ToolStatus::allowed));
    REQUIRE_FALSE(again.ok());
    CHECK(again.error().sentence() == "The register has an entry of that name; open that one.");
    staff.settle();
    ToolEntry one = entry("Quill", ToolStatus::allowed);
    one.areas[1] = PhiText("Keeps all for a year");
    ToolEntry other = entry("Quill", ToolStatus::allowed);
    other.areas[1] = PhiText("Trains on what is typed");
    must(save_tool(staff.desk.store(), practice, id, one));
    staff.colleague.clock.time = staff.colleague.clock.time + ms_per_minute;
    must(save_tool(staff.colleague.store(), practice, id, other));
    staff.settle();
    const KeptTool kept = must(read_tools(staff.desk.store(), practice)).front();
    CHECK(kept.entry.areas[1] == PhiText("Trains on what is typed"));
    REQUIRE(kept.also_written.size() == 1);
    CHECK(kept.also_written.front() ==
          std::pair(ToolArea::privacy, PhiText("Keeps all for a year")));
}
