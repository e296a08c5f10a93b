// Private, shared, paused and taken back.
#include "core/store/database.h"
#include "core/store/entries.h"
#include "tests/core/store/mailbox.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;
using store::Placement;

namespace {

// Whether any delta that went to the care vault carries these words, of the envelopes after the
// first `known` ones.
bool care_saw(const Mailbox& mailbox, const std::string& words, std::size_t known = 0) {
    const auto vault = mailbox.vaults.find(care_vault);
    if (vault == mailbox.vaults.end()) return false;
    for (const auto& received : std::span(vault->second).subspan(known)) {
        for (const auto& delta : received.deltas) {
            for (const auto& change : delta.fields) {
                if (as_text(change.value).find(words) != std::string_view::npos) return true;
            }
        }
    }
    return false;
}

}  // namespace

TEST_CASE("a private page reaches the client's devices and nobody else") {
    Team team;
    const auto id = team.phone.page("only for me", {}, Placement::private_);
    team.settle();
    CHECK(team.laptop.say(id) == "text only for me");
    CHECK(team.desk.say(id) == "nothing");
    CHECK_FALSE(care_saw(team.mailbox, "only for me"));
}

TEST_CASE("sharing gives what is shown now, never the history of typing") {
    Team team;
    const auto id = team.phone.page("first thought", {}, Placement::private_);
    team.settle();
    team.phone.page("second thought", id, Placement::private_);
    team.settle();
    team.phone.share(id);
    CHECK(team.phone.row(id).has_shared);
    team.settle();
    CHECK(team.desk.say(id) == "text second thought");
    CHECK_FALSE(care_saw(team.mailbox, "first thought"));
    CHECK(team.laptop.all() == team.phone.all());
}

TEST_CASE("sharing that was not sent yet is taken back without a trace") {
    Team team;
    const auto id = team.phone.page("only for me", {}, Placement::private_);
    team.settle();
    team.phone.share(id);
    must(undo(team.phone.store(), care_vault));
    team.settle();
    CHECK(team.phone.row(id).has_private);
    CHECK(team.desk.say(id) == "nothing");
    CHECK_FALSE(care_saw(team.mailbox, "only for me"));
}

TEST_CASE("unsharing keeps the words privately and takes them back from the team") {
    Team team;
    const auto mate = team.phone.mood(4);
    const auto id = team.phone.page("said too much");
    team.settle();
    CHECK(team.desk.say(id) == "text said too much");

    team.phone.unshare(id);
    team.settle();
    CHECK(team.phone.say(id) == "text said too much");
    CHECK(team.laptop.say(id) == "text said too much");
    CHECK(team.phone.row(id).has_private);
    CHECK_FALSE(team.phone.row(id).has_shared);
    CHECK(team.desk.say(id) != "text said too much");
    const auto log = must(team.desk.store().entity_log(care_vault, id));
    for (const auto& copy : log.copies()) {
        for (const auto& change : copy.delta.fields) {
            CHECK(as_text(change.value).find("too much") == std::string_view::npos);
        }
    }
    // The envelope may go once its other contents lie in a new one, and only once.
    const auto due = must(team.phone.sync().redactions_due());
    REQUIRE(due.size() == 1);
    CHECK(due[0].vault == care_vault);
    must(team.phone.sync().apply_redaction(due[0], Bytes{1, 2, 3}));
    must(team.phone.sync().redaction_sent(due[0]));
    CHECK(must(team.phone.sync().redactions_due()).empty());
    const auto kept = must(team.phone.sync().envelope(care_vault, due[0].author, due[0].sequence));
    CHECK(kept->bytes == Bytes{1, 2, 3});
    CHECK(kept->state == store::EnvelopeState::redacted);

    Device tablet(4, Part::clinician);
    auto& care = team.mailbox.vaults[care_vault];
    std::erase_if(care, [&](const store::Received& r) { return r.envelope.hash == due[0].hash; });
    team.mailbox.pull(tablet);
    CHECK(tablet.say(mate) == "mood 4");
    CHECK(tablet.say(id) == team.desk.say(id));
}

TEST_CASE("what was unshared can be shared again") {
    Team team;
    const auto id = team.phone.page("words");
    team.settle();
    team.phone.unshare(id);
    team.settle();
    CHECK_FALSE(team.phone.row(id).has_shared);
    team.phone.share(id);
    team.settle();
    CHECK(team.desk.say(id) == "text words");
    CHECK(team.laptop.all() == team.phone.all());
}

TEST_CASE("a value written elsewhere before the unsharing was known stays with its writer") {
    Team team;
    const auto id = team.phone.page("words");
    team.settle();
    team.laptop.clock.time = team.phone.clock.time;
    team.phone.unshare(id);
    team.mailbox.push(team.phone);
    team.mailbox.push(team.phone);
    team.laptop.page("more words", id);
    team.settle();
    CHECK(team.laptop.all() == team.phone.all());
    CHECK(team.phone.say(id).find("more words") != std::string::npos);
    CHECK_FALSE(team.phone.row(id).has_shared);
    CHECK(team.desk.say(id).find("words") == std::string::npos);
}

TEST_CASE("while sharing is paused, new entries and what is unsealed stay private") {
    Team team;
    const auto unsealed = team.phone.page("written before");
    must(set_sharing_paused(team.phone.store(), care_vault, true));
    CHECK(must(sharing_paused(team.phone.store(), care_vault)));
    const auto paused = team.phone.page("written while paused");
    team.settle();
    for (const auto id : {unsealed, paused}) {
        CHECK(team.desk.say(id) == "nothing");
        CHECK(team.laptop.row(id).has_private);
    }
    CHECK_FALSE(care_saw(team.mailbox, "written"));
    must(set_sharing_paused(team.phone.store(), care_vault, false));
    const auto after = team.phone.page("resumed");
    team.settle();
    CHECK(team.desk.say(after) == "text resumed");
}

TEST_CASE("a page deleted before it was sent is deleted everywhere when sharing is paused") {
    Team team;
    const auto id = team.phone.page("never mind");
    team.phone.remove(id);
    must(set_sharing_paused(team.phone.store(), care_vault, true));
    team.settle();
    CHECK(team.phone.row(id).deleted);
    CHECK(team.laptop.row(id).deleted);
    CHECK(team.desk.say(id) == "nothing");
}

TEST_CASE("a clinician's device has one place for everything") {
    Team team;
    const auto id = team.desk.page("appointment note", {}, Placement::private_);
    team.settle();
    CHECK(team.phone.say(id) == "text appointment note");
    CHECK_FALSE(set_sharing_paused(team.desk.store(), care_vault, true).ok());
}

TEST_CASE("what the team wrote before an unsharing reached it is kept, not taken back unseen") {
    Team team;
    const auto id = team.phone.page("said too much");
    team.settle();
    team.phone.unshare(id);
    team.desk.clock.time = team.phone.clock.time;
    team.desk.page("what the clinician added", id);
    team.mailbox.push(team.desk);
    team.mailbox.pull(team.phone);
    team.settle();
    CHECK(team.phone.say(id) == "text what the clinician added");
    CHECK(team.phone.row(id).has_private);
    CHECK(team.desk.say(id) == "text");
    CHECK(team.laptop.all() == team.phone.all());
}

TEST_CASE("what a clinician wrote offline is not lost to an unsharing that comes in before") {
    Team team;
    const auto id = team.phone.page("said too much");
    team.settle();
    team.desk.clock.time = team.phone.clock.time;
    team.desk.page("written in the basement", id);
    team.phone.unshare(id);
    for (int round = 0; round < 3; ++round) team.mailbox.push(team.phone);
    team.mailbox.pull(team.desk);
    team.settle();
    CHECK(team.phone.say(id) == "text written in the basement");
    CHECK(team.desk.say(id) == "text");
    CHECK(team.laptop.all() == team.phone.all());
}

TEST_CASE("undoing an unsharing shares again") {
    Team team;
    const auto id = team.phone.page("words");
    team.settle();
    team.phone.unshare(id);
    must(undo(team.phone.store(), care_vault));
    team.settle();
    CHECK(team.desk.say(id) == "text words");
    CHECK(team.phone.row(id).has_shared);
}

namespace {

constexpr std::uint32_t mood_field = 4;
constexpr std::uint32_t mood_note_field = 9;

// A check-in with a note beside its mood, of which the sharing of the note can change.
EntityId check_in(Team& team) {
    MoodEntry entry{.mood = Rating(6)};
    entry.note = PhiText("the note");
    return must(store::log_mood(team.phone.store(), care_vault, {}, std::move(entry), {})).id;
}

void change_note(Team& team, EntityId id, bool is_shared) {
    store::Operation operation(team.phone.store(), care_vault, "sharing of a note");
    must(is_shared ? operation.share(id, {mood_note_field})
                   : operation.unshare(id, {mood_note_field}));
    must(operation.commit());
}

}  // namespace

TEST_CASE("pausing keeps back a note that was shared again, and no more than the note") {
    Team team;
    const auto id = check_in(team);
    team.settle();
    change_note(team, id, false);
    team.settle();
    const auto known = team.mailbox.vaults[care_vault].size();
    change_note(team, id, true);
    must(set_sharing_paused(team.phone.store(), care_vault, true));
    team.settle();
    CHECK_FALSE(care_saw(team.mailbox, "the note", known));
    CHECK(team.phone.row(id).has_shared);  // the mood, which the team has
    const auto shown =
        delta::view(must(team.phone.store().entity_log(care_vault, id)), delta::VaultType::care);
    REQUIRE(shown.field(mood_field) != nullptr);
    CHECK(shown.field(mood_field)->heads.size() == 1);
    CHECK(team.laptop.all() == team.phone.all());
}

TEST_CASE("pausing keeps back a note that was shared again before anything was sent") {
    Team team;
    const auto id = check_in(team);
    change_note(team, id, false);
    change_note(team, id, true);
    must(set_sharing_paused(team.phone.store(), care_vault, true));
    team.settle();
    CHECK_FALSE(care_saw(team.mailbox, "the note"));
    CHECK(team.desk.say(id) == "nothing");
    CHECK(team.laptop.all() == team.phone.all());
}

TEST_CASE("what two own devices shared is not hidden from one of them, but taken back") {
    for (const bool by_pause : {true, false}) {
        Team team;
        const auto id = team.phone.page("told twice", {}, Placement::private_);
        team.settle();
        team.laptop.share(id);
        team.phone.share(id);
        team.mailbox.push(team.phone, 100);
        team.mailbox.pull(team.laptop, 100);
        if (by_pause) {
            must(set_sharing_paused(team.laptop.store(), care_vault, true));
            CHECK(team.laptop.row(id).has_shared);
        } else {
            must(undo(team.laptop.store(), care_vault));
        }
        team.settle();
        CHECK(team.laptop.all() == team.phone.all());
        CHECK(team.desk.say(id) == (by_pause ? "text told twice" : "text"));
    }
}

TEST_CASE("pausing keeps back what an earlier version had queued twice") {
    TempFolder folder;
    Device phone(1, Part::client, folder.file("store.db"));
    Mailbox mailbox;
    const auto id = phone.page("the note");
    auto& sql = phone.store().database().sql();
    for (const char* old :
         {"INSERT INTO outbox (vault, entity, delta) SELECT vault, entity, delta FROM outbox",
          "ALTER TABLE outbox DROP COLUMN elsewhere", "PRAGMA user_version = 4"}) {
        must(sql.execute(old));
    }
    phone.reopen();
    must(set_sharing_paused(phone.store(), care_vault, true));
    mailbox.push(phone);
    CHECK_FALSE(care_saw(mailbox, "the note"));
    CHECK(phone.say(id) == "text the note");
}
