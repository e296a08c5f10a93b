// R19: a device that is ahead, told so before or after others have what it stamped.
#include "core/base/limits.h"
#include "tests/core/store/mailbox.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

// A phone whose clock jumped a year ahead after the server's time was last heard, and a laptop.
struct Ahead {
    Device phone{1, Part::client};
    Device laptop{2, Part::client};
    Mailbox mailbox;
    Instant right = phone.clock.time;

    Ahead() {
        must(phone.sync().judge_clock(right));
        phone.clock.time = right + 365 * ms_per_day;
    }

    // Sealed as the phone believes, under the wrong time; no receipt yet.
    void seal() {
        const auto items = must(phone.sync().unsealed(care_vault, phone.clock.time, 10));
        std::vector<std::int64_t> rows;
        for (const auto& item : items) rows.push_back(item.row);
        const store::EnvelopeRow envelope{.vault = care_vault,
                                          .author = phone.store().device(),
                                          .sequence = 1,
                                          .hash = {1},
                                          .bytes = to_bytes(as_bytes("sealed"))};
        must(phone.sync().append_sealed(care_vault, envelope, rows));
    }

    std::vector<store::OutboxItem> waiting(Instant server_time) {
        return must(phone.sync().unsealed(care_vault, server_time, 10));
    }
};

bool is_right(const delta::Delta& delta, Instant right) {
    const auto ms = delta::stamp_ms(delta.clock);
    return ms >= right.ms && ms <= right.ms + limits::clock_ahead_ms_max;
}

}  // namespace

TEST_CASE("what was sealed under a wrong clock goes out again with the right time, in order") {
    Ahead story;
    const auto first = story.phone.mood(1);
    const auto second = story.phone.mood(2);
    story.seal();
    must(story.phone.sync().judge_clock(story.right));
    must(story.phone.sync().record_receipt(care_vault, 1, 1));
    const auto items = story.waiting(story.right);
    REQUIRE(items.size() == 2);
    CHECK(items[0].delta.entity == first);
    CHECK(items[1].delta.entity == second);
    CHECK(items[0].delta.clock < items[1].delta.clock);
    for (const auto& item : items) {
        CHECK(item.delta.revision == 1);
        CHECK(is_right(item.delta, story.right));
    }
    CHECK(story.phone.row(first).created.ms == delta::stamp_ms(items[0].delta.clock));
}

TEST_CASE("entries stamped again come behind those that were a little ahead and may stay so") {
    Ahead story;
    story.phone.clock.time = story.right + 4 * ms_per_minute;
    const auto id = story.phone.mood(1);
    story.phone.clock.time = story.right + 365 * ms_per_day;
    story.phone.mood(2, id);
    const auto items = story.waiting(story.right);
    REQUIRE(items.size() == 2);
    CHECK(items[0].delta.revision == 0);
    CHECK(items[1].delta.revision == 1);
    CHECK(items[0].delta.clock < items[1].delta.clock);
}

TEST_CASE("a device that is told again and again that it is ahead re-stamps once") {
    Ahead story;
    story.phone.mood(1);
    story.seal();
    must(story.phone.sync().judge_clock(story.right));
    must(story.phone.sync().record_receipt(care_vault, 1, 1));
    story.mailbox.push(story.phone);
    for (int turn = 0; turn < 3; ++turn) must(story.phone.sync().judge_clock(story.right));
    CHECK(must(story.phone.sync().unsealed_count()) == 0);
    CHECK(must(story.phone.sync().pending_entries()) == 0);
}

TEST_CASE("private copies of an entry get the same time as its shared ones") {
    Ahead story;
    const auto id = story.phone.page("kept", {}, store::Placement::private_);
    story.phone.share(id);
    must(story.phone.sync().judge_clock(story.right));
    story.phone.clock.time = story.right;
    story.mailbox.exchange({&story.phone, &story.laptop});
    CHECK(story.laptop.say(id) == "text kept");
    CHECK(story.laptop.all() == story.phone.all());
    CHECK(must(story.laptop.sync().quarantined_count()) == 0);
}

TEST_CASE("a server whose own clock goes back moves no time that was accepted, and nothing loops") {
    Ahead story;
    story.phone.clock.time = story.right;
    const auto accepted = story.phone.mood(1);
    must(story.phone.sync().judge_clock(story.phone.clock.time));
    const auto later = story.phone.mood(2);
    const auto before = story.phone.all();
    const Instant wrong = story.right + -365 * ms_per_day;
    story.seal();
    must(story.phone.sync().judge_clock(wrong));
    must(story.phone.sync().record_receipt(care_vault, 1, 1));
    CHECK(must(story.phone.sync().unsealed_count()) == 0);
    CHECK(story.phone.row(accepted).created < story.phone.row(later).created);
    CHECK(story.phone.all() == before);
}

TEST_CASE("an entry that waits is released when it comes again with the right time") {
    Ahead story;
    const auto id = story.phone.mood(7);
    story.mailbox.push(story.phone);
    auto again = story.mailbox.vaults[care_vault][0];
    ++again.envelope.sequence;
    again.envelope.hash = {9};
    again.deltas[0].clock = delta::make_stamp(story.right.ms, 1);
    again.deltas[0].revision = 1;

    SECTION("in a later page") {
        CHECK(story.mailbox.pull(story.laptop).quarantined == 1);
        CHECK(story.laptop.say(id) == "nothing");
        story.mailbox.vaults[care_vault].push_back(again);
    }
    SECTION("in the same page") { story.mailbox.vaults[care_vault].push_back(again); }
    SECTION("before the early copy, in the same page") {
        auto& envelopes = story.mailbox.vaults[care_vault];
        envelopes.insert(envelopes.begin(), again);
    }
    SECTION("before the early copy, in a page of its own") {
        auto& envelopes = story.mailbox.vaults[care_vault];
        const auto early = envelopes[0];
        envelopes[0] = again;
        story.mailbox.pull(story.laptop);
        envelopes.push_back(early);
    }
    story.mailbox.pull(story.laptop);
    CHECK(story.laptop.say(id) == "mood 7");
    CHECK(story.laptop.row(id).created == story.right);
    CHECK(must(story.laptop.sync().quarantined_count()) == 0);
    // Nobody's clock moved for the sake of the early copy.
    CHECK(story.laptop.row(story.laptop.mood(3)).created <= story.right + ms_per_minute);
}

TEST_CASE("an early copy dated again after the right one waits, in whatever order they come") {
    Ahead story;
    const auto id = story.phone.mood(7);
    story.mailbox.push(story.phone);
    auto& envelopes = story.mailbox.vaults[care_vault];
    envelopes[0].deltas[0].revision = 2;
    auto right = envelopes[0];
    right.deltas[0].clock = delta::make_stamp(story.right.ms, 1);
    right.deltas[0].revision = 1;
    ++right.envelope.sequence;
    right.envelope.hash = {9};

    SECTION("after the right one, in the same page") { envelopes.insert(envelopes.begin(), right); }
    SECTION("after the right one, in a page of its own") {
        const auto early = envelopes[0];
        envelopes[0] = right;
        story.mailbox.pull(story.laptop);
        envelopes.push_back(early);
    }
    SECTION("before the right one, in the same page") { envelopes.push_back(right); }
    SECTION("before the right one, in a page of its own") {
        story.mailbox.pull(story.laptop);
        envelopes.push_back(right);
    }
    story.mailbox.pull(story.laptop);
    CHECK(story.laptop.say(id) == "mood 7");
    CHECK(story.laptop.row(id).created == story.right);
    CHECK(must(story.laptop.sync().quarantined_count()) == 1);
}
