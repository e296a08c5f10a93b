#include "core/store/sync_store.h"
#include "sync/client/members.h"
#include "sync/client/members_next.h"
#include "sync/client/own_devices.h"
#include "sync/client/waiting_devices.h"
#include "tests/sync/enrolment/client_and_practice.h"

using namespace evenkeel;
using namespace evenkeel::test;
using trust::InviteRole;

namespace {

void settle(std::initializer_list<Someone*> people) {
    for (int round = 0; round < 3; ++round) {
        for (Someone* person : people) person->sync();
    }
}

}  // namespace

TEST_CASE("a client's second device reads all history, the private part too") {
    ClientAndPractice practice;
    log_mood(practice.client, practice.record(), 3);
    practice.world.pass(ms_per_minute);
    log_mood(practice.client, practice.record(), 4, store::Placement::private_);
    practice.client.sync();

    Someone phone(practice.world, "phone");
    const auto joined =
        bring_in(practice.world, practice.client, phone, InviteRole::device, "Phone");
    CHECK(joined.identity.role == Role::client);
    settle({&practice.client, &phone, &practice.admin});
    const auto identity = phone.identity();
    CHECK(identity.confirmed);
    CHECK(identity.user == practice.client.identity().user);
    CHECK(identity.private_vault == practice.client.identity().private_vault);
    CHECK(moods(phone, practice.record()) == 2);
    CHECK(moods(practice.admin, practice.record()) == 1);
    CHECK(need(client::safety_number_of(practice.client.profile(), practice.record(),
                                        identity.keys.id)) == joined.safety_number);
    // And back: what the phone writes reaches the others.
    log_mood(phone, practice.record(), 5);
    settle({&phone, &practice.client, &practice.admin});
    CHECK(moods(practice.client, practice.record()) == 3);
    CHECK(moods(practice.admin, practice.record()) == 2);
}

TEST_CASE(
    "a list of members that was changed where it is kept is refused, and read when it is back") {
    ClientAndPractice practice;
    store::SyncStore kept(practice.client.store());
    const Bytes list = need(kept.rosters(practice.record()))[0];
    const auto load = [&] {
        return client::Keyring::load(practice.client.store(), practice.client.identity()).ok();
    };
    CHECK(load());
    Bytes changed = list;
    changed.back() ^= 1;
    need(kept.put_roster(practice.record(), 1, changed));
    CHECK_FALSE(load());
    need(kept.put_roster(practice.record(), 1, list));
    CHECK(load());
}

TEST_CASE("a further device enters only after its digits were compared, and one refused never") {
    ClientAndPractice practice;
    Someone phone(practice.world, "phone");
    const auto invite = need(client::issue_invite(practice.client.profile(), InviteRole::device,
                                                  "Phone", std::nullopt, practice.world.connect()));
    const auto joined =
        need(client::join(phone.profile(), invite.link, "Phone", practice.world.connect()));
    settle({&practice.client, &phone});
    CHECK_FALSE(phone.identity().confirmed);
    const auto waiting = need(client::waiting_devices(practice.client.store()));
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].safety_number == joined.safety_number);
    CHECK(waiting[0].name == "Phone");

    SECTION("the same digits let it in") {
        need(client::let_in(practice.client.store(), waiting[0].device));
        settle({&practice.client, &phone});
        CHECK(phone.identity().confirmed);
    }
    SECTION("refused, it stays outside whatever comes") {
        need(client::turn_away(practice.client.store(), waiting[0].device));
        settle({&practice.client, &phone});
        CHECK_FALSE(phone.identity().confirmed);
    }
    CHECK(need(client::waiting_devices(practice.client.store())).empty());
}

TEST_CASE("a device that a clinician put beside the client's own introduces no private record") {
    ClientAndPractice practice;
    Someone phone(practice.world, "phone");
    bring_in(practice.world, practice.client, phone, InviteRole::device, "Phone");
    settle({&phone, &practice.client, &practice.admin});

    const auto planted = trust::DeviceKeys::generate(practice.world.random);
    client::Keyring of_admin = practice.admin.keyring();
    trust::VaultRoster draft =
        trust::next_vault_roster(*of_admin.roster(practice.record()), &of_admin.staff());
    draft.members.push_back(
        {.user = practice.client.identity().user,
         .role = trust::VaultRole::client,
         .device = planted.public_part(),
         .proof = trust::InviteProof{.invite = practice.world.random.id<InviteId>()}});
    const Bytes list = need(client::sign_next(practice.admin.profile(), practice.admin.identity(),
                                              of_admin, std::move(draft)));

    client::Keyring keyring = practice.client.keyring();
    need(keyring.accept_vault_roster(list));  // nobody here can check the proof: it is a claim
    const auto self = practice.client.identity();
    CHECK_FALSE(client::is_own_family(keyring, self, planted.id));
    CHECK_FALSE(client::is_own_family(keyring, self, practice.admin.identity().keys.id));
    CHECK(client::is_own_family(keyring, self, self.keys.id));
    CHECK(client::is_own_family(keyring, self, phone.identity().keys.id));
    CHECK(client::is_own_family(keyring, phone.identity(), self.keys.id));
}

TEST_CASE("a device invite is over after ten minutes") {
    ClientAndPractice practice;
    Someone phone(practice.world, "phone");
    const auto invite = need(client::issue_invite(practice.client.profile(), InviteRole::device,
                                                  "Phone", std::nullopt, practice.world.connect()));
    practice.world.pass(11 * ms_per_minute);
    CHECK(code_of(client::join(phone.profile(), invite.link, "Phone", practice.world.connect())) ==
          ErrorCode::expired);
}

TEST_CASE("a revoked device is refused and reads nothing written after") {
    ClientAndPractice practice;
    Someone phone(practice.world, "phone");
    bring_in(practice.world, practice.client, phone, InviteRole::device, "Phone");
    settle({&practice.client, &phone, &practice.admin});
    log_mood(phone, practice.record(), 2);
    settle({&phone, &practice.client, &practice.admin});
    const DeviceId lost = phone.identity().keys.id;

    need(client::revoke_device(practice.client.profile(), lost, true, practice.world.connect()));
    settle({&practice.client, &practice.admin});
    auto keyring = practice.client.keyring();
    for (const VaultId& vault : {practice.record(), practice.client.identity().private_vault}) {
        const auto* const roster = keyring.roster(vault);
        CHECK(roster->member(lost) == nullptr);
        REQUIRE(roster->cut(lost) != nullptr);
        CHECK(roster->cut(lost)->wipe);
    }
    CHECK(keyring.roster(practice.record())->cut(lost)->final_sequence > 0);
    log_mood(practice.client, practice.record(), 9);
    settle({&practice.client, &phone, &practice.admin});
    CHECK(moods(phone, practice.record()) == 1);
    CHECK(moods(practice.admin, practice.record()) == 2);
}

TEST_CASE("a removed device that wrote meanwhile ends after what it wrote") {
    ClientAndPractice practice;
    Someone phone(practice.world, "phone");
    bring_in(practice.world, practice.client, phone, InviteRole::device, "Phone");
    settle({&practice.client, &phone, &practice.admin});
    const DeviceId lost = phone.identity().keys.id;
    log_mood(phone, practice.record(), 2);
    phone.sync();
    need(client::revoke_device(practice.client.profile(), lost, false, practice.world.connect()));
    CHECK(practice.client.keyring().roster(practice.record())->member(lost) == nullptr);
    CHECK(moods(practice.client, practice.record()) == 1);
    CHECK(practice.client.sync().state == client::SyncState::settled);
}

TEST_CASE("a wish to remove a device outlives a missing network") {
    ClientAndPractice practice;
    Someone phone(practice.world, "phone");
    bring_in(practice.world, practice.client, phone, InviteRole::device, "Phone");
    settle({&practice.client, &phone, &practice.admin});
    const DeviceId lost = phone.identity().keys.id;
    practice.world.offline = true;
    CHECK(code_of(client::revoke_device(practice.client.profile(), lost, false,
                                        practice.world.connect())) == ErrorCode::no_network);
    practice.client.restart();
    practice.world.offline = false;
    practice.client.sync();
    practice.client.sync();
    CHECK(practice.client.keyring().roster(practice.record())->member(lost) == nullptr);
}

TEST_CASE("an invited clinician joins the staff, and their second device is let in by healing") {
    ClientAndPractice practice;
    Someone colleague(practice.world, "colleague");
    bring_in(practice.world, practice.admin, colleague, InviteRole::clinician, "Dr Lang");
    settle({&practice.admin, &colleague});
    const auto identity = colleague.identity();
    CHECK(identity.confirmed);
    CHECK(identity.role == Role::clinician);
    CHECK(need(client::practice_name(colleague.store(), identity)) == "Harbour Practice");
    CHECK(colleague.keyring().roster(practice.record()) == nullptr);
    CHECK(code_of(client::issue_invite(colleague.profile(), InviteRole::clinician, "Dr X",
                                       std::nullopt, practice.world.connect())) ==
          ErrorCode::refused);

    Someone laptop(practice.world, "laptop");
    bring_in(practice.world, practice.admin, laptop, InviteRole::device, "Laptop");
    settle({&practice.admin, &laptop, &practice.client});
    CHECK(laptop.identity().role == Role::admin);
    log_mood(practice.client, practice.record(), 6);
    settle({&practice.client, &laptop});
    CHECK(moods(laptop, practice.record()) == 1);
    const auto lines = need(client::list_members(laptop.profile()));
    CHECK(std::any_of(lines.begin(), lines.end(),
                      [](const auto& line) { return line.name == "Dr Lang"; }));
}

TEST_CASE("a stolen staff laptop leaves every record by any member's sync") {
    ClientAndPractice practice;
    Someone laptop(practice.world, "laptop");
    bring_in(practice.world, practice.admin, laptop, InviteRole::device, "Laptop");
    settle({&practice.admin, &laptop, &practice.client});
    const DeviceId stolen = laptop.identity().keys.id;
    REQUIRE(practice.client.keyring().roster(practice.record())->member(stolen) != nullptr);
    need(client::revoke_device(practice.admin.profile(), stolen, true, practice.world.connect()));
    settle({&practice.admin, &practice.client});
    auto keyring = practice.client.keyring();
    CHECK(keyring.staff().device(stolen) == nullptr);
    CHECK(keyring.roster(practice.record())->member(stolen) == nullptr);
    CHECK(
        practice.admin.keyring().roster(practice.admin.identity().practice_vault)->member(stolen) ==
        nullptr);
}

TEST_CASE("a client who lost every device comes back to the same record by a new invite") {
    ClientAndPractice practice;
    log_mood(practice.client, practice.record(), 3);
    settle({&practice.client, &practice.admin});
    const auto lost = practice.client.identity();
    const auto invite =
        need(client::issue_invite(practice.admin.profile(), InviteRole::client, "Amira",
                                  lost.care_vault, practice.world.connect()));
    Someone again(practice.world, "again");
    need(client::join(again.profile(), invite.link, "Amira", practice.world.connect()));
    settle({&practice.admin, &again});
    const auto identity = again.identity();
    CHECK(identity.confirmed);
    CHECK(identity.user == lost.user);
    CHECK(identity.care_vault == lost.care_vault);
    CHECK(identity.private_vault != lost.private_vault);
    CHECK(moods(again, lost.care_vault) == 1);
    const client::Keyring keyring = practice.admin.keyring();
    const auto* const member = keyring.member(lost.care_vault, identity.keys.id);
    REQUIRE(member != nullptr);
    CHECK(member->proof.has_value());  // shown as admitted by an invite, not by an own device
    log_mood(again, lost.care_vault, 8, store::Placement::private_);
    CHECK(again.sync().pending == 0);
}
