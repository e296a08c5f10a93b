#include "tests/main_job/story.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace evenkeel::test;

namespace {

const Programs sealed{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};
// The same programs with one function replaced: what would be encrypted stays as it is.
const Programs unsealed{.cli = EVENKEEL_CLI_UNSEALED, .server = EVENKEEL_SERVER};

void play(Story& story) {
    story.create_practice_and_join();
    story.log_a_week_offline();
    story.negotiate_boundary();
    story.sync_everybody();
}

// Only what the client shared: the private AI entry is the one difference of the week.
nlohmann::json without_private_ai(nlohmann::json days) {
    for (auto& day : days) day["minutes"]["ai"] = nullptr;
    return days;
}

}  // namespace

TEST_CASE("a week logged offline reaches both devices and the clinician, and nobody else") {
    Story story(sealed);
    play(story);

    const auto on_phone = days_seen(story.phone, story);
    const auto on_laptop = days_seen(story.laptop, story);
    const auto at_clinician = days_seen(story.clinician, story, "Quillfeather");
    REQUIRE(on_phone.size() == 7);
    CHECK(on_phone == on_laptop);
    CHECK(at_clinician == without_private_ai(on_phone));
    CHECK(on_phone.at(5).at("minutes").at("ai") == 45);

    SECTION("the agreement is in force on every device and verifies without keys") {
        for (Device* device : {&story.phone, &story.laptop}) {
            const auto list = device->ask({"boundary", "list"}).at("boundaries");
            REQUIRE(list.size() == 1);
            CHECK(list.at(0).at("state") == "accepted");
            CHECK(list.at(0).at("signed_by") == nlohmann::json({"client", "clinician"}));
        }
        const std::string proof = story.folder.path("agreement");
        story.clinician.ask({"export", "agreement", story.boundary, proof, "--client", "Quill"});
        Device stranger(sealed, story.folder.path("stranger"), "nobody's passphrase");
        const auto verdict = stranger.ask({"verify-agreement", proof});
        CHECK(verdict.at("valid") == true);
        CHECK(verdict.at("signed_by").size() == 2);

        std::string forged = read_text(proof);
        forged[forged.size() / 2] = static_cast<char>(forged[forged.size() / 2] ^ 1);
        write_text(proof, forged);
        CHECK(stranger.run({"verify-agreement", proof}).exit_code == 1);
    }
    SECTION("private pages and notes stay with the client's own devices") {
        const auto own = story.laptop.ask({"journal", "list"}).at("entries");
        const auto shared = story.clinician.ask({"journal", "list", "--client", "Quill"});
        CHECK(own.size() == 2);
        CHECK(shared.at("entries").size() == 1);
        CHECK(story.phone.run({"history", story.private_entry}).exit_code == 0);
        CHECK(story.clinician.run({"history", story.private_entry}).exit_code == 1);
    }
    const auto outside = story.search_server_and_wire();
    CHECK(describe(outside).empty());
    const auto on_disk = story.search_clients();
    CHECK(describe(on_disk).empty());
}

TEST_CASE("the search for canaries finds them when sealing is switched off") {
    Story story(unsealed);
    play(story);
    const auto sightings = story.search_server_and_wire();
    bool on_server = false;
    bool on_wire = false;
    for (const Sighting& sighting : sightings) {
        (sighting.where == "messages inside TLS" ? on_wire : on_server) = true;
    }
    CHECK(on_server);
    CHECK(on_wire);
    // Every planted word is really on its way to the server in some delta, or the test proves less
    // than it says.
    for (const std::string& canary : canaries()) {
        const bool seen = std::ranges::any_of(
            sightings, [&](const Sighting& sighting) { return sighting.canary == canary; });
        INFO(canary);
        CHECK(seen);
    }
}
