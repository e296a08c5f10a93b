// A client's own list without the practice's people: published, followed, and never undone by them.
#include "sync/client/leaving.h"

#include "core/store/sync_store.h"
#include "tests/sync/enrolment/client_and_practice.h"

using namespace evenkeel;
using namespace evenkeel::test;
using trust::InviteRole;

namespace {

bool knows_that_they_left(Someone& person, VaultId record) {
    return client::has_left(person.keyring(), record);
}

std::size_t staff_in(Someone& person, VaultId record) {
    const auto keyring = person.keyring();
    return static_cast<std::size_t>(std::ranges::count(
        keyring.roster(record)->members, trust::VaultRole::clinician, &trust::VaultMember::role));
}

}  // namespace

TEST_CASE(
    "a client's list without staff ends what the server gives them, whatever is shared later") {
    ClientAndPractice practice;
    const VaultId record = practice.record();
    log_mood(practice.client, record, 5);
    practice.client.sync();
    practice.admin.sync();
    REQUIRE(moods(practice.admin, record) == 1);

    need(client::leave_practice(practice.client.profile()));
    CHECK(need(client::is_leaving(practice.client.store())));
    log_mood(practice.client, record, 2);
    practice.client.sync();
    CHECK(staff_in(practice.client, record) == 0);
    CHECK(knows_that_they_left(practice.client, practice.record()));
    CHECK_FALSE(need(client::is_leaving(practice.client.store())));

    const auto told = practice.admin.sync();
    CHECK(knows_that_they_left(practice.admin, practice.record()));
    CHECK(told.notices == std::vector<std::string>{
                              "A client left the practice; what they shared before stays here."});
    // The pause is not what keeps it from them: what goes to the record itself is not theirs
    // either.
    need(store::set_sharing_paused(practice.client.store(), record, false));
    log_mood(practice.client, record, 3);
    practice.client.sync();
    const auto later = practice.admin.sync();
    CHECK(later.notices.empty());
    CHECK(later.state == client::SyncState::settled);
    CHECK(moods(practice.admin, record) == 1);
    CHECK(moods(practice.client, record) == 3);
}

TEST_CASE("what the practice wrote for a client who left is told as unsent, and is no trouble") {
    ClientAndPractice practice;
    const VaultId record = practice.record();
    log_mood(practice.client, record, 5);
    practice.client.sync();
    practice.admin.sync();
    const auto mood =
        need(practice.admin.store().list({.record = record, .kind = EntityKind::mood}));
    need(client::leave_practice(practice.client.profile()));
    practice.client.sync();
    need(store::write_feedback(practice.admin.store(), record, mood.front().id, PhiText("too late"),
                               practice.admin.identity().user));
    practice.admin.sync();
    const auto report = practice.admin.sync();
    CHECK(report.state == client::SyncState::settled);
    CHECK(report.pending == 1);
    CHECK(report.notices.empty());
    CHECK(need(store::is_closed(practice.admin.store(), record)));
    need(store::mark_seen(practice.admin.store(), record, mood.front().id,
                          practice.admin.identity().user));
    CHECK(need(practice.client.store().list({.record = record, .kind = EntityKind::feedback}))
              .empty());
}

TEST_CASE("a device of the practice that comes in meanwhile goes with the others") {
    ClientAndPractice practice;
    const VaultId record = practice.record();
    need(client::leave_practice(practice.client.profile()));
    Someone laptop(practice.world, "laptop");
    bring_in(practice.world, practice.admin, laptop, InviteRole::device, "Laptop");
    for (int round = 0; round < 2; ++round) {
        practice.admin.sync();
        laptop.sync();
    }
    for (int round = 0; round < 3; ++round) practice.client.sync();
    CHECK(staff_in(practice.client, record) == 0);
    laptop.sync();
    CHECK(knows_that_they_left(practice.client, practice.record()));
    CHECK(moods(laptop, record) == 0);
}

TEST_CASE("staff do not leave like that") {
    ClientAndPractice practice;
    CHECK(code_of(client::leave_practice(practice.admin.profile())) == ErrorCode::refused);
    CHECK_FALSE(knows_that_they_left(practice.admin, practice.record()));
}
