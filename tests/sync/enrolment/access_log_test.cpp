#include "sync/client/access_log.h"

#include "sync/trust/log_object.h"
#include "tests/sync/enrolment/world.h"

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

std::vector<wire::AccessLogEntry> some_lines(std::size_t count) {
    std::vector<wire::AccessLogEntry> lines;
    for (std::size_t i = 1; i <= count; ++i) {
        lines.push_back({.index = i, .when = Instant{static_cast<std::int64_t>(i)}, .action = 1});
    }
    return lines;
}

}  // namespace

TEST_CASE("a client reads who was given their entries") {
    World world;
    Someone admin(world, "admin"), client(world, "client");
    found_practice(world, admin);
    bring_in(world, admin, client, trust::InviteRole::client, "Amira");
    const VaultId record = client.identity().care_vault;
    const auto lines = need(client::fetch_access_log(client.profile(), record, world.connect()));
    REQUIRE(!lines.empty());
    CHECK(std::any_of(lines.begin(), lines.end(), [&](const auto& line) {
        return line.action == static_cast<std::uint16_t>(client::AccessAction::transfer) &&
               line.user == admin.identity().user && line.name == "Dr Vogel";
    }));
    // It only grows: reading it again finds all of it and the reading itself.
    const auto again = need(client::fetch_access_log(client.profile(), record, world.connect()));
    CHECK(again.size() > lines.size());
}

TEST_CASE("a line that was edited, taken out or cut off is noticed by who saw a later head") {
    const VaultId record{{1}};
    const auto lines = some_lines(6);
    const auto head = need(client::verify_access_log(record, lines, {}));
    CHECK(head.index == 6);

    auto edited = lines;
    edited[2].device = DeviceId{{9}};
    CHECK(!client::verify_access_log(record, edited, {head}).ok());
    auto missing = lines;
    missing.erase(missing.begin() + 3);
    CHECK(!client::verify_access_log(record, missing, {head}).ok());
    auto swapped = lines;
    std::swap(swapped[1], swapped[2]);
    CHECK(!client::verify_access_log(record, swapped, {head}).ok());
    CHECK(!client::verify_access_log(VaultId{{2}}, lines, {head}).ok());
}

TEST_CASE("a shorter access log than before is an alarm") {
    World world;
    Someone admin(world, "admin");
    found_practice(world, admin);
    const VaultId vault = admin.identity().practice_vault;
    for (int i = 0; i < 2; ++i) {
        need(client::fetch_access_log(admin.profile(), vault, world.connect()));
    }
    world.tamper = [](Bytes& answer) {
        auto response = need(wire::parse_turn_response(answer));
        if (response.access_log.size() > 1) response.access_log.resize(1);
        for (auto& page : response.vaults) page.access_head.reset();
        answer = wire::encode(response);
    };
    CHECK(code_of(client::fetch_access_log(admin.profile(), vault, world.connect())) ==
          ErrorCode::refused);
}
