#include "core/report/json_format.h"

#include "core/domain/local_time.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace evenkeel;
using namespace evenkeel::report;

namespace {

ExportedEntity entity(Byte id, Byte content, bool private_ = false) {
    return {.id = {{id}}, .kind = 1, .private_ = private_, .fragment = {content, 2, 3}};
}

Export some_export() {
    return {.made = parse_rfc3339("2026-03-09T10:00:00Z").value(),
            .program_version = "0.1.0",
            .record = VaultId{{9}},
            .entities = {entity(1, 5), entity(1, 6, true), entity(2, 7)}};
}

std::string refusal(std::string_view text) {
    const auto read = read_json(text);
    return read.ok() ? "fine" : read.error().sentence();
}

// An export with the given entities as JSON text.
std::string with_entities(const std::string& entities) {
    return R"({"format":"evenkeel","version":1,"entities":[)" + entities + "]}";
}

const std::string good = R"({"id":"01000000000000000000000000000000","kind_number":1,)"
                         R"("private":false,"fragment":"0801"})";

}  // namespace

TEST_CASE("what was exported is imported alike") {
    CHECK(read_json(write_json(some_export())).value() == some_export());
    CHECK(read_json(write_json({})).value() == Export{});
}

TEST_CASE("random exports come back alike, kinds of newer versions included") {
    const auto seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 200; ++i) {
        Export exported{.program_version = "\"\\\n€"};
        for (Byte id = 1; id <= random() % 50; ++id) {
            auto one = entity(id, static_cast<Byte>(random()), random() % 2 == 0);
            one.kind = 13 + static_cast<std::uint32_t>(random() % 1000);
            one.fragment.resize(1 + random() % 300, static_cast<Byte>(random()));
            exported.entities.push_back(one);
        }
        REQUIRE(read_json(write_json(exported)).value() == exported);
    }
}

TEST_CASE("an entity that appears twice alike is imported once") {
    const auto read = read_json(with_entities(good + "," + good));
    REQUIRE(read.ok());
    CHECK(read.value().entities.size() == 1);
}

TEST_CASE("people can read what they export") {
    const auto when =
        make_when(parse_rfc3339("2026-03-09T18:00:00Z").value(), "Europe/Berlin").value();
    const MoodEntry entry{
        .when = when, .mood = Rating(0), .tags = {PhiText("walk")}, .note = PhiText("say \"hi\"")};
    CHECK(readable_json(entry) ==
          R"({"day":"2026-03-09","time":"2026-03-09T19:00:00+01:00","zone":"Europe/Berlin",)"
          R"("mood":0,"tags":["walk"],"note":"say \"hi\"","mode":"daily_check_in"})");
    const UseEntry use{.when = when, .group = UseGroup::ai, .minutes = Minutes(45)};
    CHECK(readable_json(use) ==
          R"({"day":"2026-03-09","time":"2026-03-09T19:00:00+01:00","zone":"Europe/Berlin",)"
          R"("group":"ai","minutes":45,"source":"estimated"})");
    CHECK(readable_json(AnyEntity()) == "{}");
    ToolCard card{.when = when, .source = {{1}}};
    card.facts = {.name = PhiText("Quill"), .kind = ToolKind::ai_assistant};
    card.facts.verdict = {.status = ToolStatus::with_conditions,
                          .conditions = PhiText("No names"),
                          .reviewer_name = PhiText("Ana"),
                          .reviewed = when.day};
    CHECK(readable_json(card) ==
          R"({"day":"2026-03-09","time":"2026-03-09T19:00:00+01:00","zone":"Europe/Berlin",)"
          R"("name":"Quill","kind":"ai-assistant","status":"with-conditions",)"
          R"("conditions":"No names","reviewer":"Ana","reviewed":"2026-03-09"})");

    Export exported{.entities = {entity(1, 5)}};
    exported.entities[0].decoded = entry;
    CHECK(write_json(exported).find(R"("kind":"mood","kind_number":1,"private":false,)"
                                    R"("fragment":"050203","readable":{"day":"2026-03-09")") !=
          std::string::npos);
}

TEST_CASE("a boundary's version shows its sentence") {
    BoundaryDocument document{.boundary = {{1}},
                              .text = PhiText("Social media: at most 60 minutes a day."),
                              .starts_day = {20'000}};
    const auto text = readable_json(BoundaryVersion{.when = {.zone = "UTC"}}, &document);
    CHECK(text.find(R"("text":"Social media: at most 60 minutes a day.")") != std::string::npos);
    CHECK(text.find(R"("starts":"2024-10-04")") != std::string::npos);
    CHECK(text.find("review") == std::string::npos);
}

TEST_CASE("a value of a newer version is shown as its number") {
    const MoodEntry entry{.when = {.zone = "UTC"}, .mode = static_cast<MoodMode>(9)};
    CHECK(readable_json(entry).find(R"("mode":9)") != std::string::npos);
}

TEST_CASE("a prompt is readable with who gave it and when it is asked") {
    const PromptAssignment prompt{.when = {.zone = "UTC"},
                                  .question = PhiText("What helped?"),
                                  .origin = PromptOrigin::library,
                                  .author = {{1}},
                                  .rhythm = PromptRhythm::weekly,
                                  .weekdays = 3,
                                  .from = {20'000}};
    const auto text = readable_json(prompt);
    CHECK(text.find(R"("question":"What helped?","origin":"library","author":"01)") !=
          std::string::npos);
    CHECK(text.find(R"("rhythm":"weekly","weekdays":3,"from":"2024-10-04","ended":false)") !=
          std::string::npos);
}

TEST_CASE("what a practice says, and that a page needs no reply, is readable") {
    const When when{.zone = "UTC"};
    CHECK(readable_json(PracticePolicy{.when = when, .version = 2, .reply_days = 3})
              .find(R"("version":2,"reply_days":3)") != std::string::npos);
    CHECK(readable_json(PracticePrompt{.when = when, .question = PhiText("Why?")})
              .find(R"("question":"Why?","author")") != std::string::npos);
    CHECK(readable_json(BoundaryReview{.when = when,
                                       .boundary = {{1}},
                                       .version = 2,
                                       .outcome = ReviewOutcome::pause,
                                       .next = Day{20'000}})
              .find(R"("version":2,"outcome":"pause","next_review":"2024-10-04")") !=
          std::string::npos);
    CHECK(readable_json(PlanItem{.when = when, .text = PhiText("Log each day")})
              .find(R"("text":"Log each day","place":"online","state":"open")") !=
          std::string::npos);
    CHECK(readable_json(SessionNote{.when = when, .text = PhiText("Slept badly.")})
              .find(R"("text":"Slept badly.")") != std::string::npos);
    CHECK(readable_json(Feedback{.when = when, .no_reply = true}).find(R"("no_reply":true)") !=
          std::string::npos);
    CHECK(readable_json(JournalPage{.when = when, .shared_on = Day{20'000}})
              .find(R"("shared_on":"2024-10-04")") != std::string::npos);
}

TEST_CASE("what was told about safety is readable, with who has read it") {
    const When when{.zone = "UTC"};
    CHECK(
        readable_json(RiskAnswer{.when = when,
                                 .words = PhiText("It is too much."),
                                 .shown = PhiText("Emergency 112.")})
            .find(R"("source":"crisis_card","words":"It is too much.","shown":"Emergency 112.")") !=
        std::string::npos);
    CHECK(readable_json(RiskAcknowledgement{.when = when,
                                            .name = PhiText("Dr Weber"),
                                            .sentence = PhiText("I call you at six.")})
              .find(R"("name":"Dr Weber","sentence":"I call you at six.")") != std::string::npos);
    const PracticePolicy policy{.when = when,
                                .plan = SafetyPlan{.who = PhiText("Dr Weber"),
                                                   .rhythm = CheckRhythm::within_days,
                                                   .days = 2,
                                                   .out_of_hours = PhiText("Call 112.")},
                                .numbers = {{PhiText("On duty"), PhiText("030 1"), PhiText()}}};
    const auto text = readable_json(policy);
    CHECK(text.find(R"("plan":{"who":"Dr Weber","rhythm":"within_days","days":2,)") !=
          std::string::npos);
    CHECK(text.find(R"("numbers":[{"name":"On duty","number":"030 1"}])") != std::string::npos);
}

TEST_CASE("who opened a record, and what holds it, is readable") {
    const When when{.zone = "UTC"};
    CHECK(readable_json(RecordView{.when = when, .section = ViewedSection::journal})
              .find(R"("opened":"the journal")") != std::string::npos);
    CHECK(readable_json(RecordHold{.when = when, .reason = PhiText("A request")})
              .find(R"("reason":"A request","by")") != std::string::npos);
    CHECK(readable_json(RecordClosed{.when = when, .ended = Day{20'000}})
              .find(R"("ended":"2024-10-04")") != std::string::npos);
    CHECK(readable_json(PracticePolicy{.when = when, .retention_years = 10})
              .find(R"("retention_years":10)") != std::string::npos);
}

TEST_CASE("invites and their secrets never leave, and never come in") {
    Export exported{.entities = {entity(1, 5), entity(2, 6)}};
    exported.entities[0].kind = 12;
    exported.entities[0].decoded =
        InviteUnderWay{.secret = InviteSecret(ByteArray<16>{0xAB, 0xCD, 0xEF})};
    const auto text = write_json(exported);
    CHECK(text.find("abcdef") == std::string::npos);
    CHECK(read_json(text).value().entities.size() == 1);
    CHECK(readable_json(exported.entities[0].decoded) == "{}");

    auto invite = good;
    invite.replace(invite.find("\"kind_number\":1"), 15, "\"kind_number\":12");
    CHECK(read_json(with_entities(invite)).value().entities.empty());
}

TEST_CASE("what is no export is refused in one sentence") {
    const std::string not_ours = "This file is not an export of Evenkeel.";
    const std::string damaged = "This file is damaged or no JSON.";
    CHECK(refusal("") == damaged);
    CHECK(refusal("{}") == not_ours);
    CHECK(refusal("[]") == not_ours);
    CHECK(refusal("17") == not_ours);
    CHECK(refusal(R"({"format":"other","version":1,"entities":[]})") == not_ours);
    CHECK(refusal(R"({"format":["evenkeel"],"version":1})") == not_ours);
    CHECK(refusal(with_entities(good) + "x") == damaged);
    CHECK(refusal("{\"format\":\"even\xC3\x28keel\"}") == damaged);
    CHECK(refusal(R"({"format":"evenkeel","version":1e999})") == damaged);
    CHECK(refusal(R"({"format":"evenkeel","version":2,"entities":[]})") ==
          "This export was made by another version; update this program first.");
}

TEST_CASE("an export that was cut off anywhere is refused") {
    const auto text = write_json(some_export());
    for (std::size_t size = 0; size + 2 < text.size(); ++size) {
        REQUIRE(refusal(text.substr(0, size)) == "This file is damaged or no JSON.");
    }
}

TEST_CASE("a damaged entry is named by its place") {
    const std::pair<const char*, const char*> changes[] = {
        {R"("id":"0100)", R"("id":"01)"},
        {R"("id":"0100)", R"("id":"0x00)"},
        {R"("kind_number":1)", R"("kind_number":-1)"},
        {R"("kind_number":1)", R"("kind_number":4294967296)"},
        {R"("kind_number":1)", R"("kind_number":18446744073709551615)"},
        {R"("kind_number":1)", R"("kind_number":"1")"},
        {R"("private":false)", R"("private":0)"},
        {R"("fragment":"0801")", R"("fragment":"080")"},
        {R"("fragment":"0801")", R"("fragment":"")"},
        {R"("fragment":"0801")", R"("fragment":{"a":1})"},
        {R"(,"fragment":"0801")", ""},
        {"0100000000000000", "0000000000000000"},
    };
    for (const auto& [from, to] : changes) {
        auto bad = good;
        bad.replace(bad.find(from), std::string_view(from).size(), to);
        CAPTURE(bad);
        CHECK(refusal(with_entities(good + "," + bad)) == "Entry 2 of the file is damaged.");
    }
    CHECK(refusal(with_entities("{}")) == "Entry 1 of the file is damaged.");
}

TEST_CASE("one id with two contents is refused") {
    auto other = good;
    other.replace(other.find("0801"), 4, "0802");
    CHECK(refusal(with_entities(good + "," + other)) ==
          "Entry 2 appears twice, each time different.");
}

TEST_CASE("a file that nests without end is refused before it harms") {
    CHECK(refusal(std::string(100'000, '[')) == "The file nests deeper than 32 levels.");
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    CHECK(refusal(objects) == "The file nests deeper than 32 levels.");
    CHECK(refusal(std::string(32, '[') + std::string(32, ']')) ==
          "This file is not an export of Evenkeel.");
}

TEST_CASE("fields and containers nobody knows are passed over") {
    CHECK(refusal(R"({"new":{"entities":[{"id":1}]},"list":[1,[2],{"a":null}],"format":"evenkeel",)"
                  R"("version":1,"entities":[)" +
                  good + "]}") == "fine");
    auto more = good;
    more.insert(1, R"("readable":{"id":"ff","deep":[[[1]]]},)");
    CHECK(read_json(with_entities(more)).value().entities[0].id == EntityId{{1}});
}
