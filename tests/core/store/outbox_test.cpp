// The way out: what is sealed, sent, confirmed, refused, and sent again.
#include "tests/core/store/mailbox.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;
using store::EnvelopeRow;
using store::EnvelopeState;

namespace {

EnvelopeRow envelope_of(Device& device, std::uint64_t sequence) {
    EnvelopeRow envelope{.vault = care_vault, .author = device.store().device()};
    envelope.sequence = sequence;
    envelope.hash[0] = static_cast<Byte>(sequence);
    envelope.bytes = Bytes(100, static_cast<Byte>(sequence));
    return envelope;
}

void seal_all(Device& device, std::uint64_t sequence) {
    auto sync = device.sync();
    std::vector<std::int64_t> rows;
    for (const auto& item : must(sync.unsealed(care_vault, device.clock.time, 100))) {
        rows.push_back(item.row);
    }
    must(sync.append_sealed(care_vault, envelope_of(device, sequence), rows));
}

}  // namespace

TEST_CASE("pending entries are counted until the receipt is durable") {
    Device phone(1, Part::client);
    auto sync = phone.sync();
    phone.mood(1);
    phone.mood(2);
    CHECK(must(sync.pending_entries()) == 2);
    seal_all(phone, 1);
    CHECK(must(sync.unsealed_count()) == 0);
    CHECK(must(sync.unsent_count()) == 1);
    CHECK(must(sync.pending_entries()) == 2);
    CHECK(must(sync.unsent(1000)).at(0).bytes == Bytes(100, 1));
    must(sync.record_receipt(care_vault, 1, 41));
    must(sync.record_receipt(care_vault, 1, 41));
    CHECK(must(sync.pending_entries()) == 0);
    CHECK(must(sync.unsent_count()) == 0);
    CHECK(must(sync.envelope(care_vault, phone.store().device(), 1))->position == 41);
    CHECK(must(sync.vault(care_vault))->own_sequence == 1);
}

TEST_CASE("unsent envelopes come oldest first and bounded, but always one") {
    Device phone(1, Part::client);
    for (std::uint64_t sequence = 1; sequence <= 3; ++sequence) {
        phone.mood(1);
        seal_all(phone, sequence);
    }
    CHECK(must(phone.sync().unsent(10)).size() == 1);
    const auto two = must(phone.sync().unsent(200));
    REQUIRE(two.size() == 2);
    CHECK(two[1].sequence == 2);
}

TEST_CASE("the deltas of a refused envelope go out again by id") {
    Device phone(1, Part::client);
    auto sync = phone.sync();
    phone.mood(1);
    const auto before = must(sync.unsealed(care_vault, phone.clock.time, 10));
    seal_all(phone, 1);
    must(sync.refuse(care_vault, 1, "too old"));
    CHECK(must(sync.unsent_count()) == 0);
    const auto after = must(sync.unsealed(care_vault, phone.clock.time, 10));
    REQUIRE(after.size() == 1);
    CHECK(after[0].delta == before[0].delta);
    // Its stub takes its place in the chain.
    must(sync.apply_redaction({care_vault, phone.store().device(), 1, {}}, Bytes{9}));
    const auto unsent = must(sync.unsent(1000));
    REQUIRE(unsent.size() == 1);
    CHECK(unsent[0].state == EnvelopeState::voided);
    CHECK(unsent[0].bytes == Bytes{9});
}

TEST_CASE("a draft that was sealed once is not absorbed, even if its envelope was refused") {
    Device phone(1, Part::client);
    const auto id = phone.page("one");
    phone.page("two", id);
    seal_all(phone, 1);
    must(phone.sync().refuse(care_vault, 1, "too old"));
    phone.page("three", id);
    CHECK(must(phone.sync().unsealed_count()) == 3);
}

TEST_CASE("a device whose clock falls back does not send again what a server's time accepted") {
    Device phone(1, Part::client);
    phone.mood(1);
    seal_all(phone, 1);
    must(phone.sync().judge_clock(phone.clock.time));
    phone.clock.time = phone.clock.time + -900 * ms_per_day;
    CHECK(must(phone.sync().unsealed(care_vault, phone.clock.time, 10)).empty());
    const auto next = phone.mood(2);
    const auto items = must(phone.sync().unsealed(care_vault, phone.clock.time, 10));
    REQUIRE(items.size() == 1);
    CHECK(items[0].delta.entity == next);
    CHECK(items[0].delta.revision == 0);
}

TEST_CASE("what no server's time accepted is dated again once, however often it is looked at") {
    Device phone(1, Part::client);
    phone.mood(1);
    seal_all(phone, 1);
    phone.clock.time = phone.clock.time + -900 * ms_per_day;
    for (int look = 0; look < 3; ++look) {
        const auto items = must(phone.sync().unsealed(care_vault, phone.clock.time, 10));
        REQUIRE(items.size() == 1);
        CHECK(items[0].delta.revision == 1);
    }
}

TEST_CASE("what changed while it was sealed is not sealed") {
    Device phone(1, Part::client);
    const auto id = phone.page("one");
    phone.page("two", id);
    const auto items = must(phone.sync().unsealed(care_vault, phone.clock.time, 10));
    phone.page("three", id);
    std::vector<std::int64_t> rows;
    for (const auto& item : items) rows.push_back(item.row);
    const auto result = phone.sync().append_sealed(care_vault, envelope_of(phone, 1), rows);
    CHECK_FALSE(result.ok());
    CHECK(must(phone.sync().unsent_count()) == 0);
    CHECK(must(phone.sync().unsealed_count()) == 2);
}

TEST_CASE("a restored server is given what it lacks, own and others'") {
    Device phone(1, Part::client);
    Device laptop(2, Part::client);
    Mailbox mailbox;
    phone.mood(1);
    laptop.mood(2);
    mailbox.exchange({&phone, &laptop});
    auto sync = phone.sync();
    CHECK(must(sync.unsent_count()) == 0);
    must(sync.mark_for_resend(care_vault, 0));
    const auto unsent = must(sync.unsent(1000));
    REQUIRE(unsent.size() == 2);
    for (const auto& envelope : unsent) {
        must(sync.record_receipt(care_vault, envelope.sequence, 5 + envelope.sequence,
                                 envelope.author));
    }
    CHECK(must(sync.unsent_count()) == 0);
    CHECK(must(sync.pending_entries()) == 0);
}

TEST_CASE("R10: what a lost server had confirmed is counted as waiting until the next one has it") {
    Device phone(1, Part::client);
    Device laptop(2, Part::client);
    Mailbox mailbox;
    phone.mood(1);
    phone.mood(2);
    laptop.mood(3);
    mailbox.exchange({&phone, &laptop});
    auto sync = phone.sync();
    must(sync.mark_for_resend(care_vault, 0));
    CHECK(must(sync.pending_entries()) == 2);
    phone.mood(4);
    CHECK(must(sync.pending_entries()) == 3);
    must(sync.record_receipt(care_vault, 1, 7));
    must(sync.record_receipt(care_vault, 1, 7));
    CHECK(must(sync.pending_entries()) == 1);
}

TEST_CASE("what a lost server had confirmed and the next one refuses for good goes out by id") {
    Device phone(1, Part::client);
    auto sync = phone.sync();
    const auto id = phone.mood(1);
    seal_all(phone, 1);
    must(sync.record_receipt(care_vault, 1, 1));
    must(sync.mark_for_resend(care_vault, 0));
    must(sync.refuse(care_vault, 1, "too old"));
    const auto items = must(sync.unsealed(care_vault, phone.clock.time, 10));
    REQUIRE(items.size() == 1);
    CHECK(items[0].delta.entity == id);
    CHECK(must(sync.pending_entries()) == 1);
}

TEST_CASE("a device with a new name sends again what the server has not confirmed") {
    Device phone(1, Part::client);
    auto sync = phone.sync();
    const auto confirmed = phone.mood(1);
    seal_all(phone, 1);
    must(sync.record_receipt(care_vault, 1, 1));
    const auto sealed = phone.mood(2);
    seal_all(phone, 2);
    const auto unsealed = phone.mood(3);
    const DeviceId fresh{ByteArray<16>{42}};
    must(sync.adopt_new_device(fresh));
    CHECK(phone.store().device() == fresh);
    CHECK(must(sync.unsent_count()) == 0);
    CHECK(must(sync.vault(care_vault))->own_sequence == 0);
    const auto items = must(sync.unsealed(care_vault, phone.clock.time, 10));
    REQUIRE(items.size() == 2);
    CHECK(items[0].delta.entity == sealed);
    CHECK(items[1].delta.entity == unsealed);
    CHECK(phone.say(confirmed) == "mood 1");
}

TEST_CASE("a closed record's envelopes do not keep another's waiting, and records share the room") {
    Device phone(1, Part::client);
    auto sync = phone.sync();
    const auto add = [&](VaultId vault, std::uint64_t sequence) {
        EnvelopeRow envelope = envelope_of(phone, sequence);
        envelope.vault = vault;
        must(sync.append_sealed(vault, envelope, {}));
    };
    for (std::uint64_t sequence = 1; sequence <= 5; ++sequence) add(care_vault, sequence);
    add(private_vault, 1);
    const auto shared = must(sync.unsent(400));
    REQUIRE(shared.size() == 3);
    CHECK(shared[1].vault == care_vault);
    CHECK(shared[2].vault == private_vault);
    must(sync.close_vault(care_vault));
    const auto open = must(sync.unsent(100));
    REQUIRE(open.size() == 1);
    CHECK(open[0].vault == private_vault);
}

TEST_CASE("what is not wanted takes no room from what is") {
    Device phone(1, Part::client);
    auto sync = phone.sync();
    for (std::uint64_t sequence = 1; sequence <= 3; ++sequence) {
        must(sync.append_sealed(care_vault, envelope_of(phone, sequence), {}));
    }
    const auto last =
        must(sync.unsent(100, [](const EnvelopeRow& envelope) { return envelope.sequence == 3; }));
    REQUIRE(last.size() == 1);
    CHECK(last[0].sequence == 3);
}

TEST_CASE("a device with a new name drops an envelope whose removal was under way") {
    Device phone(1, Part::client);
    auto sync = phone.sync();
    const auto id = phone.page("said too much");
    const auto sealed = must(sync.unsealed(care_vault, phone.clock.time, 10));
    REQUIRE_FALSE(sealed.empty());
    std::vector<std::int64_t> rows;
    for (const auto& item : sealed) rows.push_back(item.row);
    must(sync.append_sealed(care_vault, envelope_of(phone, 1), rows));
    phone.unshare(id);
    // The private copy is confirmed, so the shared one may go.
    auto own = envelope_of(phone, 1);
    own.vault = private_vault;
    std::vector<std::int64_t> private_rows;
    for (const auto& item : must(sync.unsealed(private_vault, phone.clock.time, 10))) {
        private_rows.push_back(item.row);
    }
    must(sync.append_sealed(private_vault, own, private_rows));
    must(sync.record_receipt(private_vault, 1, 1));
    must(sync.advance_redactions());
    must(sync.adopt_new_device(DeviceId{ByteArray<16>{42}}));
    CHECK(must(sync.unsent_count()) == 0);
    CHECK(must(sync.redactions_due()).empty());
    CHECK(phone.say(id) == "text said too much");
}

TEST_CASE("rosters are kept in order, and joining twice keeps the cursor") {
    Device phone(1, Part::client);
    auto sync = phone.sync();
    must(sync.put_roster(care_vault, 2, Bytes{2}));
    must(sync.put_roster(care_vault, 1, Bytes{1}));
    must(sync.put_roster({}, 1, Bytes{9}));
    CHECK(must(sync.rosters(care_vault)) == std::vector<Bytes>{{1}, {2}});
    must(sync.reset_cursor(care_vault, 12, {}));
    must(sync.add_vault({.id = care_vault, .record = care_vault}));
    CHECK(must(sync.vault(care_vault))->cursor == 12);
    must(sync.close_vault(care_vault));
    CHECK(must(sync.vaults()).at(0).closed);
    store::Operation operation(phone.store(), care_vault, "mood entry");
    must(operation.write(
        {.kind = EntityKind::mood, .fragment = mood_fragment(1, phone.clock.time)}));
    CHECK(operation.commit().error().code() == ErrorCode::refused);
}
