// Colleagues in a client's record: let in, read along, taken out again.
#include "sync/client/care_team.h"

#include "core/store/entries.h"
#include "core/store/sync_store.h"
#include "sync/client/arrivals.h"
#include "sync/client/members.h"
#include "sync/client/staff.h"
#include "tests/sync/enrolment/world.h"

using namespace evenkeel;
using namespace evenkeel::test;
using client::TeamPlace;
using trust::InviteRole;

namespace {

enum class Policy { practice_decides, client_approves };

void let_clients_approve(World& world, Someone& admin) {
    need(client::set_client_approval(admin.profile(), true, world.connect()));
}

struct Practice {
    World world;
    Someone stern{world, "stern"};
    Someone lang{world, "lang"};
    Someone client{world, "client"};

    explicit Practice(Policy policy = Policy::practice_decides) {
        found_practice(world, stern);
        if (policy == Policy::client_approves) let_clients_approve(world, stern);
        bring_in(world, stern, lang, InviteRole::clinician, "Dr Lang");
        bring_in(world, stern, client, InviteRole::client, "Amira");
        settle();
        need(client::arrivals_seen(stern.store()));  // of the colleague in the practice
    }
    void settle() {
        for (int round = 0; round < 3; ++round) {
            for (Someone* person : {&stern, &client, &lang}) person->sync();
        }
    }
    VaultId record() { return client.identity().care_vault; }
    UserId lang_user() { return lang.identity().user; }
    Result<void> let_lang_in(Someone& by) {
        return client::let_colleague_in(by.profile(), record(), lang_user(), world.connect());
    }
    Result<void> take_lang_out(Someone& by) {
        return client::take_colleague_out(by.profile(), record(), lang_user(), world.connect());
    }
    std::uint32_t list_number(Someone& at) { return at.keyring().roster(record())->number; }
    bool is_in(Someone& person, Someone& at) {
        const auto keyring = at.keyring();
        return keyring.roster(record())->member(person.identity().keys.id) != nullptr;
    }
    TeamPlace place_of_lang(Someone& at) {
        const auto team = need(client::read_care_team(at.profile(), record()));
        return std::ranges::find(team.lines, lang_user(), &client::TeamLine::user)->place;
    }
};

void log_mood(Someone& person, VaultId record, std::uint32_t mood) {
    MoodEntry entry;
    entry.mood = Rating(mood);
    need(store::log_mood(person.store(), record, {.minute = 480}, entry, {}));
}

std::size_t moods(Someone& person, VaultId record) {
    return need(person.store().list({.record = record, .kind = EntityKind::mood})).size();
}

}  // namespace

TEST_CASE("a colleague who is let in reads all history and what comes later, and writes") {
    Practice practice;
    const VaultId record = practice.record();
    log_mood(practice.client, record, 3);
    practice.settle();
    CHECK(practice.lang.keyring().roster(record) == nullptr);

    need(practice.let_lang_in(practice.stern));
    practice.lang.sync();
    CHECK(moods(practice.lang, record) == 1);
    CHECK(
        need(client::names_in(practice.lang.store(), record)).at(practice.client.identity().user) ==
        "Amira");
    log_mood(practice.client, record, 8);
    practice.settle();
    CHECK(moods(practice.lang, record) == 2);
    const auto mood =
        need(practice.lang.store().list({.record = record, .kind = EntityKind::mood})).front();
    need(store::write_feedback(practice.lang.store(), record, mood.id, PhiText("I read along"),
                               practice.lang_user()));
    practice.settle();
    CHECK(need(practice.client.store().list({.record = record, .kind = EntityKind::feedback}))
              .size() == 1);
    CHECK(practice.lang.sync().state == client::SyncState::settled);

    // Once more changes nothing.
    const auto before = practice.list_number(practice.stern);
    need(practice.let_lang_in(practice.stern));
    CHECK(practice.list_number(practice.stern) == before);
}

TEST_CASE("the client's device sees who came and by whose word, with their name") {
    Practice practice;
    need(practice.let_lang_in(practice.stern));
    practice.stern.sync();
    practice.client.sync();  // before the colleague's own device has said a word
    const auto arrivals = need(client::arrivals(practice.client.store()));
    REQUIRE(arrivals.size() == 1);
    CHECK(arrivals[0].user == practice.lang_user());
    CHECK(arrivals[0].new_person);
    CHECK(arrivals[0].by == practice.stern.identity().user);
    const auto names = need(client::names_in(practice.client.store(), practice.record()));
    CHECK(names.at(practice.lang_user()) == "Dr Lang");
    CHECK(need(client::arrivals(practice.stern.store())).empty());
    practice.settle();
    CHECK(need(client::arrivals(practice.client.store())).size() == 1);
}

TEST_CASE("nothing that is written after a colleague was taken out opens for them") {
    Practice practice;
    const VaultId record = practice.record();
    log_mood(practice.client, record, 3);
    need(practice.let_lang_in(practice.stern));
    practice.settle();
    REQUIRE(moods(practice.lang, record) == 1);

    need(practice.take_lang_out(practice.stern));
    log_mood(practice.client, record, 9);
    practice.settle();
    CHECK(moods(practice.stern, record) == 2);
    CHECK(moods(practice.lang, record) == 1);
    auto keyring = practice.lang.keyring();
    const auto newest = practice.list_number(practice.client);
    CHECK_FALSE(keyring.epoch_key(record, newest).ok());
    CHECK(keyring.epoch_key(record, newest - 1).ok());
    CHECK(practice.lang.sync().state == client::SyncState::settled);
    CHECK(practice.place_of_lang(practice.client) == TeamPlace::taken_out);
    CHECK(code_of(practice.let_lang_in(practice.stern)) == ErrorCode::refused);
}

TEST_CASE("who is taken out ends after what they wrote, also what nobody here has read yet") {
    Practice practice;
    const VaultId record = practice.record();
    log_mood(practice.client, record, 3);
    need(practice.let_lang_in(practice.stern));
    practice.settle();
    const auto mood =
        need(practice.lang.store().list({.record = record, .kind = EntityKind::mood})).front();
    need(store::write_feedback(practice.lang.store(), record, mood.id, PhiText("before I go"),
                               practice.lang_user()));
    practice.lang.sync();
    need(practice.take_lang_out(practice.stern));
    CHECK_FALSE(practice.is_in(practice.lang, practice.stern));
    practice.settle();
    for (Someone* person : {&practice.stern, &practice.client}) {
        CHECK(need(person->store().list({.record = record, .kind = EntityKind::feedback})).size() ==
              1);
    }
}

TEST_CASE("a list that came first is built on, and nobody is lost") {
    Practice practice;
    Someone phone(practice.world, "phone");
    bring_in(practice.world, practice.client, phone, InviteRole::device, "Phone");
    need(practice.let_lang_in(practice.stern));  // has not heard of the phone
    CHECK(practice.is_in(phone, practice.stern));
    CHECK(practice.is_in(practice.lang, practice.stern));
}

TEST_CASE("a lost answer is no trouble: the colleague is in, and it is no news to who did it") {
    Practice practice;
    practice.world.drop_responses = 1;
    CHECK(code_of(practice.let_lang_in(practice.stern)) == ErrorCode::no_network);
    practice.settle();
    CHECK(practice.is_in(practice.lang, practice.client));
    CHECK(need(client::arrivals(practice.stern.store())).empty());
    need(practice.let_lang_in(practice.stern));
}

TEST_CASE(
    "a colleague's further device follows by itself, and goes when the practice removes them") {
    Practice practice;
    const UserId user = practice.lang_user();
    need(practice.let_lang_in(practice.stern));
    need(client::set_staff_role(practice.stern.profile(), user, Role::admin,
                                practice.world.connect()));
    practice.settle();
    Someone laptop(practice.world, "laptop");
    bring_in(practice.world, practice.lang, laptop, InviteRole::device, "Laptop");
    practice.settle();
    CHECK(practice.is_in(laptop, practice.client));

    need(client::remove_colleague(practice.stern.profile(), user, practice.world.connect()));
    practice.settle();
    CHECK_FALSE(practice.is_in(laptop, practice.client));
    CHECK_FALSE(practice.is_in(practice.lang, practice.client));
    log_mood(practice.client, practice.record(), 4);
    practice.settle();
    CHECK(moods(practice.lang, practice.record()) == 0);
}

TEST_CASE("a record is handed over: who came takes out who had it") {
    Practice practice;
    const UserId stern = practice.stern.identity().user;
    const auto take_stern_out = [&](Someone& by) {
        return client::take_colleague_out(by.profile(), practice.record(), stern,
                                          practice.world.connect());
    };
    CHECK(code_of(take_stern_out(practice.stern)) == ErrorCode::refused);
    CHECK(code_of(take_stern_out(practice.client)) == ErrorCode::refused);  // nobody else is there
    need(practice.let_lang_in(practice.stern));
    practice.settle();
    need(take_stern_out(practice.lang));
    log_mood(practice.client, practice.record(), 4);
    practice.settle();
    CHECK(moods(practice.lang, practice.record()) == 1);
    CHECK(moods(practice.stern, practice.record()) == 0);
    CHECK(code_of(practice.take_lang_out(practice.stern)) == ErrorCode::refused);
    CHECK(code_of(client::take_colleague_out(practice.lang.profile(), practice.record(),
                                             practice.client.identity().user,
                                             practice.world.connect())) == ErrorCode::not_found);
}

TEST_CASE("where the client approves, staff is refused and the client's own device lets in") {
    Practice practice(Policy::client_approves);
    const VaultId record = practice.record();
    log_mood(practice.client, record, 3);
    practice.settle();
    const auto refused = practice.let_lang_in(practice.stern);
    CHECK(code_of(refused) == ErrorCode::refused);
    CHECK(refused.error().sentence().starts_with("Here the client decides"));
    practice.settle();
    CHECK_FALSE(practice.is_in(practice.lang, practice.client));
    CHECK(practice.lang.keyring().roster(record) == nullptr);

    // Whom the clinician meant can be read where it is decided.
    const auto team = need(client::read_care_team(practice.client.profile(), record));
    CHECK(team.client_approves);
    CHECK(team.lines.back().name == "Dr Lang");
    CHECK(team.lines.back().place == TeamPlace::outside);
    need(practice.let_lang_in(practice.client));
    practice.settle();
    CHECK(moods(practice.lang, record) == 1);
    const auto told = need(client::arrivals(practice.stern.store()));
    REQUIRE(told.size() == 1);
    CHECK(told[0].by == practice.client.identity().user);
    need(practice.take_lang_out(practice.client));
    CHECK(practice.place_of_lang(practice.client) == TeamPlace::taken_out);
}

TEST_CASE("who takes themself out reads nothing more, and whoever stays draws a key of their own") {
    Practice practice;
    const VaultId record = practice.record();
    const UserId stern = practice.stern.identity().user;
    const auto go = [&] {
        return client::take_colleague_out(practice.stern.profile(), record, stern,
                                          practice.world.connect());
    };
    CHECK(go().error().sentence().starts_with("You are the only one of the practice"));
    need(practice.let_lang_in(practice.stern));
    practice.settle();
    log_mood(practice.client, record, 3);
    practice.settle();
    const auto mood =
        need(practice.stern.store().list({.record = record, .kind = EntityKind::mood})).front();
    need(store::write_feedback(practice.stern.store(), record, mood.id, PhiText("my last word"),
                               stern));

    need(go());
    const auto drawn_by_stern = practice.list_number(practice.stern);
    CHECK(practice.stern.keyring().roster(record)->member(practice.stern.identity().keys.id) ==
          nullptr);
    CHECK(need(store::SyncStore(practice.stern.store()).vault(record))->closed);
    practice.client.sync();  // one turn brings the list, the next one follows it
    practice.client.sync();
    CHECK(practice.list_number(practice.client) == drawn_by_stern + 1);
    log_mood(practice.client, record, 9);
    practice.settle();
    CHECK(practice.list_number(practice.lang) == drawn_by_stern + 1);  // once, and no more
    CHECK(moods(practice.lang, record) == 2);
    CHECK(moods(practice.stern, record) == 1);
    auto keyring = practice.stern.keyring();
    CHECK_FALSE(keyring.epoch_key(record, drawn_by_stern + 1).ok());
    // What was written before, and not sent yet, came along.
    CHECK(need(practice.client.store().list({.record = record, .kind = EntityKind::feedback}))
              .size() == 1);
    CHECK(practice.stern.sync().state == client::SyncState::settled);
}

TEST_CASE("who cannot reach the server stays in the record") {
    Practice practice;
    need(practice.let_lang_in(practice.stern));
    practice.settle();
    practice.world.offline = true;
    CHECK(code_of(client::take_colleague_out(practice.stern.profile(), practice.record(),
                                             practice.stern.identity().user,
                                             practice.world.connect())) == ErrorCode::no_network);
    CHECK(practice.is_in(practice.stern, practice.stern));
}

TEST_CASE("records begin to ask once the practice does, and only admins say so") {
    Practice practice;
    const auto asks = [&](Someone& at) {
        return at.keyring().roster(practice.record())->client_approves_staff;
    };
    CHECK_FALSE(need(client::clients_approve(practice.stern.profile())));
    CHECK(code_of(client::set_client_approval(practice.lang.profile(), true,
                                              practice.world.connect())) == ErrorCode::refused);
    CHECK_FALSE(asks(practice.client));
    let_clients_approve(practice.world, practice.stern);
    CHECK(need(client::clients_approve(practice.stern.profile())));
    practice.settle();
    CHECK(asks(practice.client));
    CHECK(code_of(practice.let_lang_in(practice.stern)) == ErrorCode::refused);

    // Taken back, it is taken back for records to come.
    need(client::set_client_approval(practice.stern.profile(), false, practice.world.connect()));
    practice.settle();
    CHECK_FALSE(need(client::clients_approve(practice.client.profile())));
    CHECK(asks(practice.client));
    const auto number = practice.list_number(practice.client);
    practice.settle();
    CHECK(practice.list_number(practice.client) == number);
}

TEST_CASE("asking the client about a colleague waits for a network, and tells the name alone") {
    Practice practice(Policy::client_approves);
    const VaultId record = practice.record();
    practice.world.offline = true;
    need(client::propose_colleague(practice.stern.profile(), record, practice.lang_user()));
    need(client::propose_colleague(practice.stern.profile(), record, practice.lang_user()));
    const auto line_at = [&](Someone& at) {
        const auto team = need(client::read_care_team(at.profile(), record));
        return *std::ranges::find(team.lines, practice.lang_user(), &client::TeamLine::user);
    };
    CHECK(line_at(practice.stern).told);
    CHECK_FALSE(line_at(practice.client).told);
    practice.world.offline = false;
    practice.settle();
    CHECK(line_at(practice.client).told);
    CHECK(line_at(practice.client).name == "Dr Lang");
    CHECK(line_at(practice.client).place == TeamPlace::outside);
    CHECK(practice.lang.keyring().roster(record) == nullptr);
    CHECK(code_of(client::propose_colleague(practice.client.profile(), record,
                                            practice.lang_user())) == ErrorCode::refused);
    CHECK(code_of(client::propose_colleague(practice.stern.profile(), record,
                                            practice.client.identity().user)) ==
          ErrorCode::not_found);
}

TEST_CASE("only somebody in the record lets anybody in, and only the practice's staff") {
    Practice practice;
    CHECK(code_of(practice.let_lang_in(practice.lang)) == ErrorCode::not_found);
    CHECK(code_of(client::let_colleague_in(practice.stern.profile(), practice.record(),
                                           practice.client.identity().user,
                                           practice.world.connect())) == ErrorCode::not_found);
    CHECK(code_of(client::let_colleague_in(
              practice.stern.profile(), practice.stern.identity().practice_vault,
              practice.lang_user(), practice.world.connect())) == ErrorCode::not_found);
    CHECK(code_of(practice.take_lang_out(practice.stern)) == ErrorCode::not_found);
    practice.world.offline = true;
    CHECK(code_of(practice.let_lang_in(practice.stern)) == ErrorCode::no_network);
    CHECK_FALSE(practice.is_in(practice.lang, practice.stern));
}
