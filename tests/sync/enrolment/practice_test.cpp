#include "sync/client/members.h"
#include "sync/paper/recovery_sheet.h"
#include "tests/sync/enrolment/world.h"

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

client::PracticeRequest request_of(const World& world) {
    return {.server = {.transport = paper::LinkTransport::plain_loopback,
                       .host = "localhost",
                       .port = 4711},
            .setup_code = world.setup_code,
            .practice_name = "Harbour Practice",
            .clinician_name = "Dr Vogel"};
}

Result<void> keep_nothing(const std::string&) { return {}; }

}  // namespace

TEST_CASE("a new practice has one admin, its own vault, and a sheet that opens it") {
    World world;
    Someone admin(world, "admin");
    std::string kept;
    const auto created = need(client::create_practice(
        admin.profile(), request_of(world),
        [&](const std::string& sheet) {
            CHECK(world.requests.empty());  // on paper before anything is on the wire
            kept = sheet;
            return Result<void>{};
        },
        world.connect()));
    CHECK(created.recovery_sheet == kept);
    CHECK(created.identity.role == Role::admin);

    auto keyring = admin.keyring();
    const auto* const roster = keyring.roster(created.identity.practice_vault);
    REQUIRE(roster != nullptr);
    const auto keys = trust::derive_recovery_keys(need(paper::parse_recovery_sheet(kept)));
    CHECK(trust::unwrap_epoch_key(*roster, trust::recovery_device_id, keys.recovery).ok());
    CHECK(keyring.staff().root_key == keys.root.public_key);

    const auto report = admin.sync();
    CHECK(report.state == client::SyncState::settled);
    CHECK(report.pending == 0);
    CHECK(need(client::practice_name(admin.store(), admin.identity())) == "Harbour Practice");
    const auto members = need(client::list_members(admin.profile()));
    REQUIRE(members.size() == 1);
    CHECK(members[0].name == "Dr Vogel");
    CHECK(members[0].role == Role::admin);
}

TEST_CASE("a practice whose first answer was lost is finished by doing it again") {
    World world;
    Someone admin(world, "admin");
    world.drop_responses = 1;
    std::string sheet;
    const auto keep = [&](const std::string& text) {
        CHECK(sheet.empty());
        sheet = text;
        return Result<void>{};
    };
    CHECK(code_of(client::create_practice(admin.profile(), request_of(world), keep,
                                          world.connect())) == ErrorCode::no_network);
    CHECK(!need(client::load_identity(admin.store())).has_value());

    admin.restart();
    const auto created =
        need(client::create_practice(admin.profile(), request_of(world), keep, world.connect()));
    CHECK(created.recovery_sheet.empty());
    CHECK(
        admin.identity().root ==
        trust::root_fingerprint(
            trust::derive_recovery_keys(need(paper::parse_recovery_sheet(sheet))).root.public_key));
    CHECK(admin.sync().state == client::SyncState::settled);
}

TEST_CASE("a practice vault whose roster did not arrive is asked for at the first turn") {
    World world;
    Someone admin(world, "admin");
    int answers = 0;
    world.tamper = [&](Bytes&) { world.offline = ++answers == 1; };
    need(
        client::create_practice(admin.profile(), request_of(world), keep_nothing, world.connect()));
    world.tamper = {};
    world.offline = false;
    admin.sync();
    const auto report = admin.sync();
    CHECK(report.state == client::SyncState::settled);
    CHECK(report.pending == 0);
}

TEST_CASE("a sheet that could not be kept stops everything before the network") {
    World world;
    Someone admin(world, "admin");
    const auto refused = client::create_practice(
        admin.profile(), request_of(world),
        [](const std::string&) -> Result<void> {
            return Error(ErrorCode::disk_full, "The disk is full.");
        },
        world.connect());
    CHECK(code_of(refused) == ErrorCode::disk_full);
    CHECK(world.requests.empty());
}

TEST_CASE("a set-up code with one wrong character never reaches the network") {
    World world;
    Someone admin(world, "admin");
    auto request = request_of(world);
    request.setup_code[0] = request.setup_code[0] == '7' ? '8' : '7';
    CHECK(!client::create_practice(admin.profile(), request, keep_nothing, world.connect()).ok());
    CHECK(world.requests.empty());
}

TEST_CASE("a set-up code works once") {
    World world;
    Someone admin(world, "admin");
    found_practice(world, admin);
    Someone other(world, "other");
    CHECK(
        !client::create_practice(other.profile(), request_of(world), keep_nothing, world.connect())
             .ok());
    CHECK(!need(client::load_identity(other.store())).has_value());
    CHECK(!need(client::resume_enrolment(other.profile(), world.connect())).has_value());
}
