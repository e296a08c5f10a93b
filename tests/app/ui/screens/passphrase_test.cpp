// A passphrase that is changed, and one that is lost, by taps over a real store.
#include "tests/app/ui/screens/window.h"

#include <algorithm>

using namespace evenkeel;
using namespace evenkeel::test;
using model::Stage;

namespace {

constexpr const char* other_words = "quite another row of words";

void unlock(Window& window, const std::string& passphrase) {
    window.write("Passphrase", passphrase);
    window.tap("Unlock");
}

}  // namespace

TEST_CASE("another passphrase opens the device from now on, and the one of before does not") {
    TwoWindows people;
    Window& phone = people.phone;
    phone.tap("Good");
    const auto mood = phone.snapshot().client->today.mood;
    REQUIRE(mood.has_value());
    phone.tap("Sharing");
    phone.tap("Another passphrase");
    CHECK(phone.gui().node("Change the passphrase").disabled);
    phone.write("Current passphrase", words);
    phone.write("New passphrase", other_words);
    CHECK(phone.gui().node("Change the passphrase").disabled);
    phone.write("The same passphrase again", other_words);
    phone.tap("Change the passphrase");
    CHECK(phone.snapshot().saved->text == "Your new passphrase opens this device from now on");
    phone.tap("Back");
    phone.tap("Lock now");
    REQUIRE(phone.snapshot().stage == Stage::locked);
    people.client.refused(model::Unlock{words});
    unlock(phone, other_words);
    CHECK(phone.snapshot().client->today.mood == mood);
}

TEST_CASE("who mistypes the passphrase of now changes nothing") {
    TwoWindows people;
    CHECK_FALSE(
        people.client.refused(model::ChangePassphrase{"not the one of now", other_words}).empty());
    CHECK_FALSE(people.client.refused(model::ChangePassphrase{words, "short"}).empty());
    people.phone.looks_again();
    people.phone.tap("Sharing");
    people.phone.tap("Lock now");
    people.phone.write("Passphrase", other_words);
    people.phone.gui().tap("Unlock");
    people.phone.looks_again();
    CHECK_FALSE(people.phone.snapshot().errors.empty());
    unlock(people.phone, words);
    CHECK(people.phone.snapshot().stage == Stage::client);
    CHECK(people.phone.snapshot().errors.empty());
}

TEST_CASE(
    "Behaviour 15, the lock strands nobody: a lost passphrase costs a new invite, and erases "
    "nothing") {
    TwoWindows people;
    Window& phone = people.phone;
    phone.tap("Good");
    const auto mood = phone.snapshot().client->today.mood;
    REQUIRE(mood.has_value());
    people.sync();
    phone.tap("Sharing");
    phone.tap("Lock now");
    phone.tap("I forgot my passphrase");
    CHECK(phone.gui().text().find("Nobody can open what is on this device") != std::string::npos);
    CHECK(phone.gui().node("Set it aside and begin anew").disabled);
    const std::string aside = phone.snapshot().set_aside_to;
    phone.tap("I have read this, and I want to begin anew");
    phone.tap("Set it aside and begin anew");
    CHECK(phone.snapshot().stage == Stage::first_run);
    CHECK(phone.snapshot().saved->text.ends_with(aside));
    CHECK(phone.gui().has("Begin"));

    // In the next session the clinician invites them back: what was shared is there again.
    Window& desk = people.desk;
    desk.tap("Ada");
    desk.tap("Device");
    desk.tap("Invite them back");
    const std::string link = desk.snapshot().clinician->invite->link;
    desk.tap("Done");
    people.client.does(model::CreateProfile{other_words});
    people.client.does(model::PreviewInvite{link});
    people.client.does(model::Join{link, "Ada", all_kinds()});
    people.client.does(model::Continue{});
    people.sync();
    CHECK(phone.snapshot().client->confirmed);
    CHECK(phone.snapshot().client->today.mood == mood);

    const auto kept = need(client::Profile::open(
        aside, words, {people.world.clock, people.world.random, people.world.secrets}));
    const VaultId record = need(client::load_identity(kept->store()))->care_vault;
    CHECK(need(kept->store().list({.record = record, .kind = EntityKind::mood})).size() == 1);
}
