// Pages of received envelopes: repeats, conflicts, clocks, mass deletions, damaged parts.
#include "core/base/limits.h"
#include "core/store/database.h"
#include "tests/core/store/mailbox.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

struct Pair {
    Device phone{1, Part::client};
    Device laptop{2, Part::client};
    Mailbox mailbox;
    void settle() { mailbox.exchange({&phone, &laptop}); }
};

}  // namespace

TEST_CASE("edits made apart on both devices meet field by field") {
    Pair pair;
    const auto id = pair.phone.mood(7);
    pair.settle();
    pair.laptop.clock.time = pair.phone.clock.time + 1000;
    pair.phone.mood(3, id);
    pair.laptop.mood(9, id);
    pair.settle();
    CHECK(pair.phone.say(id) == "mood 9");
    CHECK(pair.laptop.all() == pair.phone.all());
}

TEST_CASE("two texts written apart are both shown until a person settles them") {
    Pair pair;
    const auto id = pair.phone.page("walk");
    pair.settle();
    pair.laptop.clock.time = pair.phone.clock.time + 1000;
    pair.phone.page("walk at noon", id);
    pair.laptop.page("walk at dusk", id);
    pair.settle();
    CHECK(pair.phone.say(id) == "text walk at dusk | walk at noon");
    CHECK(pair.phone.row(id).conflict);

    const auto view = must(pair.laptop.store().entity_view(care_vault, id));
    const Bytes chosen = view.field(5)->heads[1].bytes;
    must(settle(pair.laptop.store(), care_vault, id, 5, chosen));
    pair.settle();
    CHECK(pair.phone.say(id) == "text walk at noon");
    CHECK_FALSE(pair.phone.row(id).conflict);
    CHECK(pair.laptop.all() == pair.phone.all());
}

TEST_CASE("an edit the deleting person did not see survives the deletion") {
    Pair pair;
    const auto id = pair.phone.mood(7);
    pair.settle();
    pair.laptop.clock.time = pair.phone.clock.time;
    pair.phone.remove(id);
    pair.laptop.mood(2, id);
    pair.settle();
    CHECK(pair.phone.say(id) == "mood 2");
    CHECK(pair.laptop.all() == pair.phone.all());
}

TEST_CASE("the same pages again, cut differently, change nothing") {
    Pair pair;
    for (std::uint32_t i = 0; i < 9; ++i) pair.phone.mood(i);
    pair.mailbox.push(pair.phone, 2);
    pair.mailbox.pull(pair.laptop, 3);
    const auto before = pair.laptop.all();
    pair.mailbox.repeat(pair.laptop, 1);
    CHECK(pair.laptop.all() == before);
    CHECK(before == pair.phone.all());
    CHECK(must(pair.laptop.sync().envelopes(care_vault, 0, 1 << 20)).size() == 5);
}

TEST_CASE("a delta dated too far ahead waits, moves no clock, and is released in its time") {
    Pair pair;
    pair.phone.clock.time = pair.phone.clock.time + ms_per_hour;
    const auto early = pair.phone.mood(7);
    pair.mailbox.push(pair.phone);
    CHECK(pair.mailbox.pull(pair.laptop).quarantined == 1);
    CHECK(pair.laptop.say(early) == "nothing");
    CHECK(must(pair.laptop.sync().quarantined_count()) == 1);
    const auto own = pair.laptop.mood(3);
    CHECK(pair.laptop.row(own).created < pair.phone.row(early).created);

    pair.laptop.clock.time = pair.laptop.clock.time + ms_per_hour;
    CHECK(must(pair.laptop.sync().release_quarantined(pair.laptop.clock.time)).deltas_applied == 1);
    CHECK(pair.laptop.say(early) == "mood 7");
    CHECK(must(pair.laptop.sync().quarantined_count()) == 0);
}

TEST_CASE("a value dated too far ahead waits in each vault that it came in") {
    Pair pair;
    pair.phone.clock.time = pair.phone.clock.time + ms_per_hour;
    const auto id = pair.phone.page("early");
    pair.mailbox.push(pair.phone);
    pair.phone.unshare(id);
    for (int round = 0; round < 3; ++round) pair.mailbox.push(pair.phone);
    pair.mailbox.pull(pair.laptop);
    pair.laptop.clock.time = pair.phone.clock.time;
    must(pair.laptop.sync().release_quarantined(pair.laptop.clock.time));
    CHECK(pair.laptop.say(id) == "text early");
    CHECK(pair.laptop.all() == pair.phone.all());
}

TEST_CASE("entries made under a wrong clock are stamped again, in order, before they are sealed") {
    Pair pair;
    const Instant right = pair.phone.clock.time;
    pair.phone.clock.time = right + 365 * ms_per_day;
    const auto first = pair.phone.mood(1);
    const auto second = pair.phone.mood(2);
    const auto items = must(pair.phone.sync().unsealed(care_vault, right, 10));
    REQUIRE(items.size() == 2);
    CHECK(items[0].delta.entity == first);
    CHECK(items[0].delta.clock < items[1].delta.clock);
    CHECK(delta::stamp_ms(items[1].delta.clock) <= right.ms + limits::clock_ahead_ms_max);
    CHECK(items[1].delta.revision == 1);
    pair.phone.clock.time = right;
    pair.settle();
    CHECK(pair.laptop.say(second) == "mood 2");
    CHECK(pair.laptop.all() == pair.phone.all());
}

TEST_CASE("many deletions at once are asked about; confirmed ones can still be undone") {
    Pair pair;
    std::vector<EntityId> ids;
    for (std::uint32_t i = 0; i < 30; ++i) ids.push_back(pair.phone.mood(i % 11));
    pair.settle();
    pair.laptop.clock.time = pair.phone.clock.time;
    for (const auto id : ids) pair.laptop.remove(id);
    pair.mailbox.push(pair.laptop);
    CHECK(pair.mailbox.pull(pair.phone).deletions_held == 30);
    CHECK(pair.phone.say(ids[4]) == "mood 4");
    CHECK(must(pair.phone.sync().held_deletions()) == 30);

    SECTION("confirmed") {
        must(pair.phone.sync().answer_held_deletions(true));
        CHECK(pair.phone.say(ids[4]) == "deleted mood 4");
        CHECK(pair.phone.all() == pair.laptop.all());
        must(undo(pair.phone.store(), care_vault));
        CHECK(pair.phone.say(ids[4]) == "mood 4");
    }
    SECTION("refused: every device gets its entries back") {
        must(pair.phone.sync().answer_held_deletions(false));
        CHECK(pair.phone.say(ids[4]) == "mood 4");
        pair.settle();
        CHECK(pair.laptop.say(ids[4]) == "mood 4");
        CHECK(pair.phone.all() == pair.laptop.all());
    }
    CHECK(must(pair.phone.sync().held_deletions()) == 0);
}

TEST_CASE("a few deletions, and those from before a device joined, are not asked about") {
    Pair pair;
    std::vector<EntityId> ids;
    for (std::uint32_t i = 0; i < 40; ++i) ids.push_back(pair.phone.mood(i % 11));
    pair.settle();
    for (std::size_t i = 0; i < 4; ++i) pair.phone.remove(ids[i]);
    pair.settle();
    CHECK(pair.laptop.say(ids[0]) == "deleted mood 0");
    for (std::size_t i = 4; i < 40; ++i) pair.phone.remove(ids[i]);
    pair.mailbox.push(pair.phone, 7);
    Device fresh(4, Part::client);
    must(fresh.store().database().sql().execute("UPDATE vault SET added_ms = added_ms + 86400000"));
    CHECK(pair.mailbox.pull(fresh, 1).deletions_held == 0);
    CHECK(fresh.say(ids[30]) == "deleted mood 8");
}

TEST_CASE("a bad field is parked alone, a rule of a newer version whole; the rest applies") {
    Pair pair;
    const auto id = pair.phone.mood(7);
    const auto newer = pair.phone.mood(8);
    pair.mailbox.push(pair.phone);
    auto& deltas = pair.mailbox.vaults[care_vault][0].deltas;
    for (auto& change : deltas[0].fields) {
        if (change.number == 2) change.value = {0x12, 0x02, 0xff, 0xfe};  // a zone, not UTF-8
    }
    deltas[1].must_understand = 77;
    CHECK(pair.mailbox.pull(pair.laptop).parked == 2);
    CHECK(pair.laptop.row(id).kind == 1);
    CHECK(pair.laptop.say(newer) == "nothing");
    CHECK(must(pair.laptop.sync().parked_reasons()).size() == 2);
}

TEST_CASE("what was set aside and is understood now applies, and can be taken back like the rest") {
    Pair pair;
    const auto id = pair.phone.mood(8);
    pair.phone.mood(7);
    pair.mailbox.push(pair.phone);
    auto delta = pair.mailbox.vaults[care_vault][0].deltas[0];
    pair.mailbox.vaults[care_vault][0].deltas[0].must_understand = 77;
    CHECK(pair.mailbox.pull(pair.laptop).parked == 1);
    auto sync = pair.laptop.sync();
    const auto names = must(sync.parked_envelopes());
    REQUIRE(names.size() == 1);
    const auto before = must(sync.parked(names[0]));
    REQUIRE(before.parked.size() == 1);

    SECTION("still not understood: it stays, once") {
        CHECK(must(sync.apply_again(before, pair.laptop.clock.time)).parked == 1);
        CHECK(must(sync.parked_reasons()).size() == 1);
        CHECK(must(sync.parked(names[0])).parked[0].bytes == before.parked[0].bytes);
    }
    SECTION("understood") {
        store::Received again{.envelope = before.envelope};
        again.deltas.push_back(delta);
        CHECK(must(sync.apply_again(again, pair.laptop.clock.time)).deltas_applied == 1);
        CHECK(pair.laptop.say(id) == "mood 8");
        CHECK(must(sync.parked_reasons()).empty());
        pair.laptop.clock.time = pair.phone.clock.time;
        pair.laptop.unshare(id);
        for (int round = 0; round < 3; ++round) pair.mailbox.push(pair.laptop);
        const auto due = must(sync.redactions_due());
        REQUIRE(due.size() == 1);
        CHECK(due[0].hash == names[0].hash);
    }
}

TEST_CASE(
    "what waited for its time can be taken back with its envelope, and its mates go out again") {
    Pair pair;
    pair.phone.clock.time = pair.phone.clock.time + ms_per_hour;
    const auto secret = pair.phone.page("said too much");
    const auto mate = pair.phone.mood(8);
    pair.mailbox.push(pair.phone);
    REQUIRE(pair.mailbox.vaults[care_vault].size() == 1);
    const Hash32 envelope = pair.mailbox.vaults[care_vault][0].envelope.hash;
    CHECK(pair.mailbox.pull(pair.laptop).quarantined == 2);
    pair.laptop.clock.time = pair.phone.clock.time;
    auto sync = pair.laptop.sync();
    must(sync.release_quarantined(pair.laptop.clock.time));

    pair.laptop.unshare(secret);
    for (int round = 0; round < 3; ++round) pair.mailbox.push(pair.laptop);
    const auto due = must(sync.redactions_due());
    REQUIRE(due.size() == 1);
    CHECK(due[0].hash == envelope);
    const auto& later = pair.mailbox.vaults[care_vault];
    CHECK(std::any_of(later.begin() + 1, later.end(), [&](const auto& received) {
        return std::any_of(received.deltas.begin(), received.deltas.end(),
                           [&](const auto& delta) { return delta.entity == mate; });
    }));
}

TEST_CASE("fields and kinds of a newer version are kept and forwarded") {
    Pair pair;
    const auto id = pair.phone.mood(7);
    pair.mailbox.push(pair.phone);
    auto& delta = pair.mailbox.vaults[care_vault][0].deltas[0];
    delta.fields.push_back({.number = 900, .value = {0xa0, 0x38, 0x01}, .replaces = {}});
    pair.mailbox.pull(pair.laptop);
    pair.laptop.mood(3, id);
    const auto view = must(pair.laptop.store().entity_view(care_vault, id));
    CHECK(to_bytes(view.shown(900)) == Bytes{0xa0, 0x38, 0x01});
}

TEST_CASE("views rebuilt from the log equal those kept") {
    Pair pair;
    const auto id = pair.phone.page("one");
    pair.phone.mood(3);
    pair.settle();
    pair.laptop.page("two", id);
    pair.phone.page("three", id);
    pair.settle();
    const auto kept = pair.phone.all();
    must(pair.phone.store().rebuild_views());
    CHECK(pair.phone.all() == kept);
}

TEST_CASE("an edit made while a page was under way is merged, not overwritten") {
    Pair pair;
    const auto id = pair.phone.mood(7);
    pair.settle();
    pair.laptop.clock.time = pair.phone.clock.time;
    pair.phone.mood(1, id);
    pair.mailbox.push(pair.phone);
    pair.laptop.clock.time = pair.laptop.clock.time + 5000;
    pair.laptop.mood(9, id);
    pair.mailbox.pull(pair.laptop);
    CHECK(pair.laptop.say(id) == "mood 9");
}
