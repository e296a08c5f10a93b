#include "core/domain/negotiation.h"

#include "core/domain/local_time.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace evenkeel;

namespace {

constexpr std::int32_t first_day = 20'000;

Hash32 hash_of(char letter) { return {static_cast<Byte>(letter)}; }

// A negotiation about one boundary, told step by step. Versions are letters, moments are hours
// after the first day began; a day has 24 of them.
class Story {
public:
    Story& propose(Role by, char letter, std::int64_t hour, char answers = 0,
                   std::int32_t starts = 0) {
        VersionRecord version{.entity = {{static_cast<Byte>(letter)}},
                              .hash = hash_of(letter),
                              .written_by = by,
                              .stamp = static_cast<std::uint64_t>(hour)};
        version.document.boundary = {{7}};
        version.document.starts_day = {first_day + starts};
        if (answers != 0) version.document.previous_hash = hash_of(answers);
        versions.push_back(version);
        return accept(by, letter, hour);
    }
    Story& decide(Role by, char letter, std::int64_t hour, Decision what, bool valid = true) {
        BoundaryDecision decision{
            .boundary = {{7}}, .version_hash = hash_of(letter), .decision = what, .role = by};
        decision.when.instant = {hour * ms_per_hour};
        decision.when.day = {first_day + static_cast<std::int32_t>(hour / 24)};
        decisions.push_back({.decision = decision,
                             .signature_valid = valid,
                             .stamp = static_cast<std::uint64_t>(hour)});
        return *this;
    }
    Story& accept(Role by, char letter, std::int64_t hour) {
        return decide(by, letter, hour, Decision::accept);
    }
    [[nodiscard]] BoundaryStanding standing() const {
        return negotiate(versions, decisions).front();
    }
    // "accepted B, open C"
    [[nodiscard]] std::string text() const {
        const auto now = standing();
        std::string line = name(now.state).text;
        if (now.in_force) line += std::string(" ") + letter(*now.in_force);
        if (!now.open.empty()) line += ", open";
        for (const auto version : now.open) line += std::string(" ") + letter(version);
        if (!now.contested.empty()) line += ", between";
        std::string between;
        for (const auto version : now.contested) between += letter(version);
        std::sort(between.begin(), between.end());
        return between.empty() ? line : line + " " + between;
    }
    // One letter per day, '.' where no version judges.
    [[nodiscard]] std::string days(std::int32_t count) const {
        const auto now = standing();
        std::string line;
        for (std::int32_t i = 0; i < count; ++i) {
            const auto version = version_on(now, {first_day + i});
            line += version ? static_cast<char>((*version)[0]) : '.';
        }
        return line;
    }

    std::vector<VersionRecord> versions;
    std::vector<DecisionRecord> decisions;

private:
    [[nodiscard]] char letter(std::size_t version) const {
        return static_cast<char>(versions[version].hash[0]);
    }
};

constexpr auto client = Role::client;
constexpr auto clinician = Role::clinician;

// A and B answer the same version, were accepted by each author, then by the other, unseen.
Story two_unseen_agreements() {
    return Story()
        .propose(client, 'A', 1)
        .propose(clinician, 'B', 2)
        .accept(clinician, 'A', 10)
        .accept(client, 'B', 9);
}

}  // namespace

TEST_CASE("a proposal is in force only when both have signed it") {
    auto story = Story().propose(clinician, 'A', 1);
    CHECK(story.text() == "proposed, open A");
    story.decide(client, 'A', 2, Decision::accept, false);
    CHECK(story.text() == "proposed, open A");
    story.accept(client, 'A', 3);
    CHECK(story.text() == "accepted A");
}

TEST_CASE("nobody agrees alone, however often they sign") {
    auto story = Story().propose(clinician, 'A', 1).accept(clinician, 'A', 2);
    story.accept(Role::admin, 'A', 3);
    CHECK(story.text() == "proposed, open A");
}

TEST_CASE("an answer with another version is a counter-proposal") {
    auto story = Story().propose(clinician, 'A', 1).propose(client, 'B', 2, 'A');
    CHECK(story.text() == "countered, open B");
    story.accept(clinician, 'B', 3);
    CHECK(story.text() == "accepted B");
}

TEST_CASE("taking a counter-proposal back leaves the first proposal open") {
    auto story = Story()
                     .propose(clinician, 'A', 1)
                     .propose(client, 'B', 2, 'A')
                     .decide(client, 'B', 3, Decision::withdraw);
    CHECK(story.text() == "proposed, open A");
}

TEST_CASE("two versions written at the same time are two proposals") {
    auto story = Story().propose(client, 'A', 1).propose(clinician, 'B', 1);
    CHECK(story.text() == "proposed, open A B");
    story.accept(clinician, 'A', 5);
    CHECK(story.text() == "accepted A, open B");
}

TEST_CASE("declined is a state of its own, and may be thought over") {
    auto story = Story().propose(clinician, 'A', 1).decide(client, 'A', 2, Decision::decline);
    CHECK(story.text() == "declined");
    story.accept(client, 'A', 3);
    CHECK(story.text() == "accepted A");
}

TEST_CASE("declining does not end what was agreed") {
    auto story = Story().propose(clinician, 'A', 1).accept(client, 'A', 2);
    story.decide(client, 'A', 3, Decision::decline);
    CHECK(story.text() == "accepted A");
}

TEST_CASE("a proposal that was withdrawn cannot be accepted any more") {
    auto story = Story()
                     .propose(clinician, 'A', 1)
                     .decide(clinician, 'A', 2, Decision::withdraw)
                     .accept(client, 'A', 3);
    CHECK(story.text() == "withdrawn");
}

TEST_CASE("either party ends a boundary alone, whichever version they name") {
    for (const auto who : {client, clinician}) {
        auto story = Story()
                         .propose(clinician, 'A', 1)
                         .accept(client, 'A', 2)
                         .propose(clinician, 'B', 30, 'A')
                         .accept(client, 'B', 31)
                         .decide(who, 'A', 60, Decision::withdraw);
        CHECK(story.text() == "withdrawn");
        // Nothing older comes back, and only what both sign later counts.
        story.accept(client, 'B', 70);
        CHECK(story.text() == "withdrawn");
        story.accept(clinician, 'B', 80);
        CHECK(story.text() == "accepted B");
    }
}

TEST_CASE("withdrawing in the very moment of the first proposal leaves nothing open") {
    auto story = Story()
                     .propose(clinician, 'A', 1)
                     .propose(client, 'B', 1, 'A')
                     .accept(clinician, 'B', 1)
                     .decide(clinician, 'B', 1, Decision::withdraw);
    CHECK(story.text() == "withdrawn");
    story.propose(client, 'C', 2, 'B');
    CHECK(story.text() == "proposed, open C");
}

TEST_CASE("an acceptance from before the withdrawal does not revive it") {
    auto story = Story()
                     .propose(clinician, 'A', 1)
                     .accept(client, 'A', 2)
                     .propose(client, 'B', 3, 'A')
                     .decide(client, 'A', 4, Decision::withdraw)
                     .accept(clinician, 'B', 5);
    CHECK(story.text() == "withdrawn");
}

TEST_CASE("two versions accepted by both unseen are contested, and neither is in force") {
    const auto story = two_unseen_agreements();
    CHECK(story.text() == "contested, between AB");
    CHECK(story.days(3) == "...");
}

TEST_CASE("a contest ends when both sign one of the versions again") {
    auto story = two_unseen_agreements();
    story.accept(client, 'A', 20);
    CHECK(story.text() == "contested, between AB");
    story.accept(clinician, 'A', 30);
    CHECK(story.text() == "accepted A");
    CHECK(story.days(4) == "..AA");
}

TEST_CASE("a contest is not ended by signatures from before it arose") {
    auto story = two_unseen_agreements();
    story.accept(clinician, 'A', 11).accept(client, 'A', 8);
    CHECK(story.text() == "contested, between AB");
}

TEST_CASE("a contest ends with a newer version that both sign") {
    auto story = two_unseen_agreements();
    story.propose(client, 'C', 20, 'A').accept(clinician, 'C', 21);
    CHECK(story.text() == "accepted C");
}

TEST_CASE("a version that answers another by hash replaces it even in one hour") {
    auto story = Story()
                     .propose(clinician, 'A', 1)
                     .propose(client, 'B', 1, 'A')
                     .accept(client, 'A', 1)
                     .accept(clinician, 'B', 1);
    CHECK(story.text() == "accepted B");
}

TEST_CASE("signing an agreement once more changes nothing") {
    auto story = Story().propose(clinician, 'A', 1).accept(client, 'A', 2);
    story.accept(client, 'A', 30).accept(clinician, 'A', 31);
    CHECK(story.text() == "accepted A");
    CHECK(story.days(3) == "AAA");
}

TEST_CASE("pausing needs no reason, and its days are not judged") {
    auto story = Story().propose(clinician, 'A', 1).accept(client, 'A', 2);
    story.decide(client, 'A', 30, Decision::pause);
    CHECK(story.text() == "paused A");
    story.decide(client, 'A', 80, Decision::resume);
    CHECK(story.text() == "accepted A");
    CHECK(story.days(5) == "A..AA");
}

TEST_CASE("each day is judged by the version that was in force on it") {
    auto story = Story()
                     .propose(clinician, 'A', 1)
                     .accept(client, 'A', 2)
                     .propose(client, 'B', 30, 'A', 4)
                     .accept(clinician, 'B', 50)
                     .decide(client, 'B', 24 * 6 + 1, Decision::withdraw);
    CHECK(story.days(8) == "AAAABB..");
}

TEST_CASE("what is agreed after its first day counts from the day after") {
    auto story = Story().propose(clinician, 'A', 1).accept(client, 'A', 25);
    CHECK(story.days(4) == "..AA");
}

TEST_CASE("decisions about versions nobody has seen wait without harm") {
    auto story = Story().propose(clinician, 'A', 1);
    story.accept(client, 'Z', 2).decide(client, 'Z', 3, Decision::withdraw);
    CHECK(story.text() == "proposed, open A");
}

TEST_CASE("the order in which records arrive does not matter") {
    auto story = two_unseen_agreements();
    story.propose(client, 'C', 20, 'A')
        .accept(clinician, 'C', 21)
        .propose(clinician, 'D', 40, 'C')
        .decide(client, 'C', 50, Decision::pause)
        .decide(client, 'D', 60, Decision::decline)
        .decide(client, 'C', 70, Decision::resume)
        .decide(clinician, 'D', 80, Decision::withdraw);
    const auto text = story.text();
    const auto days = story.days(6);
    std::mt19937 random(4711);
    for (int i = 0; i < 200; ++i) {
        std::shuffle(story.versions.begin(), story.versions.end(), random);
        std::shuffle(story.decisions.begin(), story.decisions.end(), random);
        REQUIRE(story.text() == text);
        REQUIRE(story.days(6) == days);
    }
}
