// A clinician's device turns hostile: it puts a device of its own beside the client's and founds a
// second private record with it, so that what the client keeps private would be sealed to it.
#include "core/store/entries.h"
#include "core/store/sync_store.h"
#include "sync/client/members_next.h"
#include "sync/client/request_counter.h"
#include "sync/trust/envelope.h"
#include "sync/trust/request_frame.h"
#include "tests/sync/enrolment/world.h"

#include <set>

using namespace evenkeel;
using namespace evenkeel::test;
using trust::InviteRole;

namespace {

struct Attack {
    World world;
    Someone admin{world, "admin"};
    Someone laptop{world, "laptop"};  // the client's
    Someone phone{world, "phone"};    // the client's too
    trust::DeviceKeys planted = trust::DeviceKeys::generate(world.random);
    VaultId second_private = world.random.id<VaultId>();
    std::uint64_t planted_counter = 0;

    Attack() {
        found_practice(world, admin);
        bring_in(world, admin, laptop, InviteRole::client, "Amira");
        bring_in(world, laptop, phone, InviteRole::device, "Phone");
        settle();
    }
    void settle() {
        for (int round = 0; round < 3; ++round) {
            for (Someone* person : {&phone, &laptop, &admin}) person->sync();
        }
    }
    VaultId record() { return laptop.identity().care_vault; }

    wire::TurnResponse send(const trust::DeviceKeys& keys, std::uint64_t counter,
                            const wire::TurnRequest& request) {
        const Bytes frame = trust::make_frame(laptop.identity().root, keys.id, counter,
                                              wire::encode(request), keys.signing.secret);
        const auto reply = server::handle(*world.admission, *world.service, frame,
                                          server::loopback_network, world.clock.now());
        REQUIRE(reply.status == server::Status::ok);
        return need(wire::parse_turn_response(reply.body));
    }

    // Nobody but who made an invite can check a proof: it stands as a claim.
    void plant() {
        client::Keyring keyring = admin.keyring();
        trust::VaultRoster draft =
            trust::next_vault_roster(*keyring.roster(record()), &keyring.staff());
        draft.members.push_back(
            {.user = laptop.identity().user,
             .role = trust::VaultRole::client,
             .device = planted.public_part(),
             .proof = trust::InviteProof{.invite = world.random.id<InviteId>()}});
        const auto self = admin.identity();
        const Bytes list =
            need(client::sign_next(admin.profile(), self, keyring, std::move(draft)));
        const std::uint64_t counter = need(client::RequestCounter(admin.store()).next());
        const auto response = send(self.keys, counter, {.vault_rosters = {list}});
        REQUIRE(response.refusals.empty());
    }

    void found_second_private() {
        trust::VaultRoster first;
        first.vault = second_private;
        first.author = planted.id;
        first.type = trust::VaultType::private_;
        first.root = laptop.identity().root;
        first.members = {{.user = laptop.identity().user,
                          .role = trust::VaultRole::client,
                          .device = planted.public_part()}};
        const auto founded =
            need(trust::build_vault_roster(first, nullptr, planted.signing, world.random));
        trust::VaultRoster next = trust::next_vault_roster(founded.roster, nullptr);
        next.author = planted.id;
        for (Someone* device : {&laptop, &phone}) {
            next.members.push_back({.user = laptop.identity().user,
                                    .role = trust::VaultRole::client,
                                    .device = device->identity().keys.public_part()});
        }
        const auto shared =
            need(trust::build_vault_roster(next, &founded.key, planted.signing, world.random));
        const auto response =
            send(planted, ++planted_counter, {.vault_rosters = {founded.bytes, shared.bytes}});
        REQUIRE(response.refusals.empty());
    }
};

void log_privately(Someone& person, VaultId record, std::uint32_t mood) {
    MoodEntry entry;
    entry.mood = Phi<std::uint32_t>(mood);
    need(store::log_mood(person.store(), record, {.minute = 480}, entry,
                         {.entry = store::Placement::private_}));
}

std::size_t moods(Someone& person, VaultId record) {
    return need(person.store().list({.record = record, .kind = EntityKind::mood})).size();
}

// The vaults that envelopes were sent to.
std::set<VaultId> written_to(const World& world) {
    std::set<VaultId> vaults;
    for (const Bytes& body : world.requests) {
        const auto frame = trust::parse_frame(body);
        if (!frame.ok()) continue;
        const auto request = wire::parse_turn_request(frame.value().payload);
        if (!request.ok()) continue;
        for (const Bytes& envelope : request.value().envelopes) {
            vaults.insert(need(trust::parse_envelope(envelope)).header().vault);
        }
    }
    return vaults;
}

}  // namespace

TEST_CASE(
    "a planted device is given nothing private, and its own private record is entered by none") {
    Attack attack;
    attack.plant();
    attack.found_second_private();
    attack.settle();
    const VaultId own_private = attack.laptop.identity().private_vault;
    attack.world.requests.clear();
    log_privately(attack.laptop, attack.record(), 2);
    log_privately(attack.phone, attack.record(), 3);
    attack.settle();

    const auto written = written_to(attack.world);
    CHECK(written.contains(own_private));
    CHECK_FALSE(written.contains(attack.second_private));
    for (Someone* device : {&attack.laptop, &attack.phone}) {
        CHECK(moods(*device, attack.record()) == 2);
        CHECK(device->identity().private_vault == own_private);
        CHECK_FALSE(need(store::SyncStore(device->store()).vault(attack.second_private)));
        const auto keyring = device->keyring();
        REQUIRE(keyring.roster(attack.record())->member(attack.planted.id) != nullptr);
        CHECK(keyring.roster(own_private)->member(attack.planted.id) == nullptr);
    }
    // What it asks for itself is not handed out either; the care record it was put into is.
    const auto answer =
        attack.send(attack.planted, ++attack.planted_counter,
                    {.vaults = {{.vault = own_private}, {.vault = attack.second_private}}});
    for (const wire::VaultPage& page : answer.vaults) {
        CHECK((page.items.empty() || page.vault == attack.record()));
    }
}
