// A clinician's own notes: on their devices, in the recovery sheet's reach, and nowhere else.
#include "core/codec/entity.h"
#include "core/store/session_notes.h"
#include "sync/client/notes_vault.h"
#include "sync/client/request_counter.h"
#include "sync/trust/envelope.h"
#include "sync/trust/request_frame.h"
#include "sync/wire/notes_vault.h"
#include "tests/sync/enrolment/world.h"

#include <algorithm>
#include <set>

using namespace evenkeel;
using namespace evenkeel::test;
using trust::InviteRole;

namespace {

bool holds(ByteView body, ByteView needle) {
    return std::search(body.begin(), body.end(), needle.begin(), needle.end()) != body.end();
}

struct Practice {
    World world;
    Someone admin{world, "admin"};
    Someone client{world, "client"};
    Practice() {
        found_practice(world, admin);
        bring_in(world, admin, client, InviteRole::client, "Amira");
    }
    VaultId record() { return client.identity().care_vault; }
    VaultId notes() {
        const auto identity = admin.identity();
        return wire::notes_vault_of(identity.root, identity.user);
    }
    void write(Someone& clinician, const std::string& text) {
        const VaultId vault =
            need(client::need_notes_vault(clinician.store(), clinician.identity()));
        SessionNote note{
            .when = {}, .client = record(), .appointment = std::nullopt, .text = PhiText(text)};
        need(store::write_note(clinician.store(), vault, {}, std::move(note)));
        world.pass(ms_per_minute);
    }
    // "first second", in the order they were written.
    std::string read(Someone& clinician) {
        std::string texts;
        auto notes = need(store::read_notes(clinician.store(), this->notes(), record()));
        std::ranges::sort(notes, {}, [](const auto& one) { return one.note.when.instant; });
        for (const auto& kept : notes) {
            texts += (texts.empty() ? "" : " ") + kept.note.text->reveal();
        }
        return texts;
    }
};

void settle(std::initializer_list<Someone*> people) {
    for (int round = 0; round < 4; ++round) {
        for (Someone* person : people) person->sync();
    }
}

}  // namespace

TEST_CASE("a note written without a network reaches the clinician's other device alone") {
    Practice practice;
    Someone laptop(practice.world, "laptop");
    bring_in(practice.world, practice.admin, laptop, InviteRole::device, "Laptop");
    Someone colleague(practice.world, "colleague");
    bring_in(practice.world, practice.admin, colleague, InviteRole::clinician, "Dr Lang");
    settle({&practice.admin, &laptop, &colleague, &practice.client});

    practice.world.offline = true;
    practice.write(practice.admin, "quartzmeridian");
    CHECK(practice.read(practice.admin) == "quartzmeridian");
    CHECK(practice.admin.sync().state == client::SyncState::offline);
    practice.world.offline = false;
    CHECK(practice.admin.sync().state == client::SyncState::settled);
    settle({&practice.admin, &laptop});
    CHECK(practice.read(laptop) == "quartzmeridian");

    // Nobody but this person's devices and the recovery sheet is a member.
    const auto keyring = practice.admin.keyring();
    const auto* const roster = keyring.roster(practice.notes());
    REQUIRE(roster != nullptr);
    CHECK(roster->type == trust::VaultType::notes);
    CHECK(roster->members.size() == 3);
    CHECK(roster->member(trust::recovery_device_id) != nullptr);
    CHECK(roster->member(colleague.identity().keys.id) == nullptr);

    SECTION("no byte of it ever comes to the client's device or to a colleague's") {
        const auto sealed =
            need(store::SyncStore(practice.admin.store()).envelopes(practice.notes(), 0, 1 << 20));
        REQUIRE_FALSE(sealed.empty());
        Bytes answers;
        practice.world.tamper = [&](Bytes& answer) { append(answers, answer); };
        settle({&practice.client, &colleague});
        REQUIRE_FALSE(answers.empty());
        CHECK_FALSE(holds(answers, practice.notes().view()));
        for (const auto& envelope : sealed) CHECK_FALSE(holds(answers, envelope.bytes));
        for (Someone* other : {&practice.client, &colleague}) {
            store::SyncStore rows(other->store());
            CHECK_FALSE(need(rows.vault(practice.notes())).has_value());
            CHECK(need(rows.envelopes(practice.notes(), 0, 1 << 20)).empty());
            CHECK(other->keyring().roster(practice.notes()) == nullptr);
        }
        CHECK_FALSE(practice.world.was_sent(as_bytes("quartzmeridian")));
    }
    SECTION("the sealed note cannot be opened by whoever is no member") {
        const auto sealed =
            need(store::SyncStore(practice.admin.store()).envelopes(practice.notes(), 0, 1 << 20));
        const auto view = need(trust::parse_envelope(sealed.at(0).bytes));
        const auto theirs = colleague.identity().keys;
        CHECK_FALSE(trust::unwrap_epoch_key(*roster, theirs.id, theirs.box).ok());
        auto other_keys = colleague.keyring();
        const auto other = need(other_keys.epoch_key(colleague.identity().practice_vault, 1));
        CHECK_FALSE(trust::open_envelope(view, other).ok());
    }
    SECTION("what becomes of the client's record leaves the note where it is") {
        const auto in_record = need(practice.admin.store().list(
            {.record = practice.record(), .kind = EntityKind::session_note}));
        CHECK(in_record.empty());
    }
}

TEST_CASE("two devices that both began their notes without a network end in one vault") {
    Practice practice;
    Someone laptop(practice.world, "laptop");
    bring_in(practice.world, practice.admin, laptop, InviteRole::device, "Laptop");
    settle({&practice.admin, &laptop, &practice.client});

    practice.world.offline = true;
    practice.write(practice.admin, "first");
    practice.write(laptop, "second");
    practice.world.offline = false;
    practice.admin.sync();
    // The other's list stands: this device's own is refused, and what it wrote is sealed under a
    // list that names it.
    settle({&laptop, &practice.admin});
    CHECK(practice.read(practice.admin) == "first second");
    CHECK(practice.read(laptop) == "first second");
    CHECK(practice.admin.sync().state == client::SyncState::settled);
    CHECK(laptop.sync().state == client::SyncState::settled);
    CHECK(need(store::SyncStore(laptop.store()).pending_entries()) == 0);
    const auto keyring = laptop.keyring();
    CHECK(keyring.roster(practice.notes())->members.size() == 3);
}

namespace {

// An admin certifies a device of their own in a colleague's name.
struct Impostor : Practice {
    Someone colleague{world, "colleague"};
    trust::DeviceKeys planted = trust::DeviceKeys::generate(world.random);

    Impostor() {
        bring_in(world, admin, colleague, InviteRole::clinician, "Dr Lang");
        settle({&admin, &colleague});
        const auto self = admin.identity();
        trust::StaffRoster draft = trust::next_staff_roster(admin.keyring().staff());
        for (trust::StaffUser& user : draft.users) {
            if (user.id == colleague.identity().user) {
                user.devices.push_back(planted.public_part());
            }
        }
        draft.author = self.keys.id;
        const Bytes list = need(trust::sign_staff_roster(draft, self.keys.signing));
        const std::uint64_t counter = need(client::RequestCounter(admin.store()).next());
        REQUIRE(send(self.keys, counter, {.staff_rosters = {list}}).refusals.empty());
        settle({&admin, &colleague});
    }
    wire::TurnResponse send(const trust::DeviceKeys& keys, std::uint64_t counter,
                            const wire::TurnRequest& request) {
        const Bytes frame = trust::make_frame(admin.identity().root, keys.id, counter,
                                              wire::encode(request), keys.signing.secret);
        const auto reply = server::handle(*world.admission, *world.service, frame,
                                          server::loopback_network, world.clock.now());
        REQUIRE(reply.status == server::Status::ok);
        return need(wire::parse_turn_response(reply.body));
    }
    VaultId their_notes() {
        const auto identity = colleague.identity();
        return wire::notes_vault_of(identity.root, identity.user);
    }
    void found_in_their_name() {
        const auto self = colleague.identity();
        const auto keyring = colleague.keyring();
        trust::VaultRoster first;
        first.vault = their_notes();
        first.author = planted.id;
        first.type = trust::VaultType::notes;
        first.root = self.root;
        first.staff_number = keyring.staff().number;
        first.staff_hash = keyring.staff().hash;
        first.members = {{.user = self.user,
                          .role = trust::VaultRole::clinician,
                          .device = planted.public_part()},
                         trust::recovery_member(keyring.staff())};
        const auto founded =
            need(trust::build_vault_roster(first, nullptr, planted.signing, world.random));
        trust::VaultRoster next = trust::next_vault_roster(founded.roster, &keyring.staff());
        next.author = planted.id;
        next.members.push_back({.user = self.user,
                                .role = trust::VaultRole::clinician,
                                .device = self.keys.public_part()});
        const auto shared =
            need(trust::build_vault_roster(next, &founded.key, planted.signing, world.random));
        const auto response = send(planted, 1, {.vault_rosters = {founded.bytes, shared.bytes}});
        REQUIRE(response.refusals.empty());
    }
};

}  // namespace

TEST_CASE("a device that an admin certified in a clinician's name is let into no notes") {
    Impostor practice;
    REQUIRE(practice.colleague.keyring().staff().device(practice.planted.id) != nullptr);
    practice.write(practice.colleague, "quartzmeridian");
    settle({&practice.colleague, &practice.admin});
    CHECK(practice.colleague.sync().state == client::SyncState::settled);
    const auto keyring = practice.colleague.keyring();
    const auto* const roster = keyring.roster(practice.their_notes());
    REQUIRE(roster != nullptr);
    CHECK(roster->member(practice.planted.id) == nullptr);
    CHECK(roster->members.size() == 2);
    CHECK_FALSE(need(store::SyncStore(practice.colleague.store())
                         .envelopes(practice.their_notes(), 0, 1 << 20))
                    .empty());
}

TEST_CASE("nothing is sealed to notes that such a device founded before the clinician did") {
    Impostor practice;
    practice.found_in_their_name();
    practice.write(practice.colleague, "quartzmeridian");
    settle({&practice.colleague, &practice.admin});
    store::SyncStore rows(practice.colleague.store());
    CHECK(practice.colleague.keyring().roster(practice.their_notes()) != nullptr);
    CHECK(need(rows.envelopes(practice.their_notes(), 0, 1 << 20)).empty());
    CHECK(need(rows.unsent(1 << 20)).empty());
    CHECK(need(rows.pending_entries()) == 1);  // it is kept, here
}

TEST_CASE("a client has no notes vault, and a note keeps its words when two devices change it") {
    Practice practice;
    const auto identity = practice.client.identity();
    CHECK(code_of(client::need_notes_vault(practice.client.store(), identity)) ==
          ErrorCode::refused);

    Someone laptop(practice.world, "laptop");
    bring_in(practice.world, practice.admin, laptop, InviteRole::device, "Laptop");
    practice.write(practice.admin, "first");
    settle({&practice.admin, &laptop});
    const auto notes = need(store::read_notes(laptop.store(), practice.notes(), practice.record()));
    REQUIRE(notes.size() == 1);
    need(store::change_note(laptop.store(), practice.notes(), notes[0].id, PhiText("here")));
    need(store::change_note(practice.admin.store(), practice.notes(), notes[0].id,
                            PhiText("there")));
    settle({&practice.admin, &laptop});
    const auto both = need(store::read_notes(laptop.store(), practice.notes(), practice.record()));
    REQUIRE(both.size() == 1);
    REQUIRE(both[0].other_texts.size() == 1);
    const std::set<std::string> texts{both[0].note.text->reveal(), both[0].other_texts[0].reveal()};
    CHECK(texts == std::set<std::string>{"here", "there"});
}
