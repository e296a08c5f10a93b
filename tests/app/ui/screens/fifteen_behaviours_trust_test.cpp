// The behaviours that make daily logging pleasant (product design, section 5), second part: what it
// gives back, and to whom it belongs.
#include "app/model/exchange.h"
#include "core/base/files.h"
#include "tests/app/ui/screens/window.h"

#include <algorithm>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

struct Client : TwoWindows {
    Client() {
        client.does(model::ChangeSettings{{.lock_after_minutes = 0}});
        clinician.does(model::ChangeSettings{{.lock_after_minutes = 0}});
    }
    const model::TodayView& today() { return phone.snapshot().client->today; }
    bool says(std::string_view part) { return phone.gui().text().find(part) != std::string::npos; }
    void open_on_the_desk() {
        sync();
        desk.tap("Ada");
    }
    EntityId agree_on(const model::BoundaryForm& form) {
        clinician.does(model::OpenClient{clinician.sees()->clinician->caseload.front().record});
        const EntityId id = agree(client, clinician, form);
        phone.looks_again();
        return id;
    }
};

// What a client wrote themself, as an export has it. The ids of what a day has one of hang on the
// record.
std::vector<report::ExportedEntity> own_entries(const report::Export& exported) {
    constexpr std::array kinds = {EntityKind::mood, EntityKind::use, EntityKind::journal_page};
    std::vector<report::ExportedEntity> own;
    for (report::ExportedEntity entity : exported.entities) {
        const auto kind = static_cast<EntityKind>(entity.kind);
        if (std::ranges::find(kinds, kind) == kinds.end()) continue;
        entity.id = {};
        entity.decoded = {};
        entity.document.reset();
        own.push_back(std::move(entity));
    }
    std::ranges::sort(
        own, {}, [](const auto& entity) { return std::pair(entity.fragment, entity.private_); });
    return own;
}

}  // namespace

TEST_CASE("Behaviour 9: after three missed days nothing is lost, red or counted from anew") {
    Client person;
    for (int day = 0; day < 5; ++day) {
        person.client.does(model::SetMood{person.today().today, 6});
        person.client.waits(ms_per_day);
    }
    person.client.waits(3 * ms_per_day);
    for (const char* page : {"Today", "Trends"}) {
        person.phone.looks_again();
        person.phone.tap(page);
        CHECK(person.says("You noted 5 of the last"));
        for (const char* word : {"streak", "in a row", "lost", "missed", "failed", "again from"}) {
            CAPTURE(page, word);
            CHECK_FALSE(person.says(word));
        }
        const ui::Color red = ui::theme(ui::ThemeKind::light).danger;
        for (const ui::TextRun& run : person.phone.gui().ui().text_runs()) {
            CHECK_FALSE(run.color == red);
        }
    }
}

TEST_CASE("Behaviour 10: a limit informs in the client's words, and going on is theirs to say") {
    Client person;
    person.agree_on({.minutes_max = 75, .reason = "The evenings slip away"});
    for (int quarter = 0; quarter < 4; ++quarter) person.phone.tap("Social media, more");
    CHECK(person.says("60 of 75 min. Why: The evenings slip away"));
    for (int quarter = 0; quarter < 2; ++quarter) person.phone.tap("Social media, more");
    CHECK(person.today().use[1].minutes == 90U);

    person.phone.gui().taps = 0;
    person.phone.tap(person.today().boundaries.front().title + " > Not today");
    CHECK(person.phone.gui().taps == 1);
    person.phone.tap("Say why (optional)");
    person.phone.gui().type("A long call from home");
    person.phone.tap("Back");
    CHECK(person.today().boundaries.front().note_private);
    person.open_on_the_desk();
    for (const char* part : {"Overview", "Days"}) {
        person.desk.tap(part);
        CHECK(person.desk.gui().text().find("A long call") == std::string::npos);
    }
    CHECK(person.desk.gui().text().find("social 1 h 30 min") != std::string::npos);
}

TEST_CASE("Behaviour 11: the first frame says the day, the boundary, an answer and the sync") {
    Client person;
    person.agree_on({.minutes_max = 75});
    person.client.does(model::SetMood{person.today().today, 7});
    person.phone.tap("Journal");
    person.phone.tap("New page");
    person.phone.gui().type("A better evening");
    person.phone.tap("Keep this page");
    person.phone.tap("Share this page");
    person.phone.tap("Share with Dr Vogel");
    person.open_on_the_desk();
    person.desk.tap("Words");
    person.desk.tap("A better evening");
    person.desk.tap("Reply");
    person.desk.gui().type("Thank you.");
    person.desk.tap("Send the reply");
    person.sync();

    Window opened(person.client, phone_look());
    const std::string first = opened.gui().text();
    INFO(first);
    for (const char* part :
         {"7 of 10", "0 min of 1 h 15 min agreed", "Dr Vogel answered your page of today",
          "Everything here is with your practice's server."}) {
        CAPTURE(part);
        CHECK(first.find(part) != std::string::npos);
    }
}

TEST_CASE("Behaviour 12: the sync line says what is here only, and sent only after a receipt") {
    Client person;
    person.world.offline = true;
    person.client.syncs();
    person.phone.looks_again();
    person.phone.tap("Good");
    CHECK(person.says("1 entry waits for the network."));
    person.world.offline = false;
    person.world.drop_responses = 1;
    person.client.syncs();
    person.phone.looks_again();
    CHECK_FALSE(person.says("Everything here is with"));
    person.phone.tap("Sharing");
    person.phone.tap("Sync now");
    person.client.syncs();
    person.phone.looks_again();
    CHECK(person.says("Everything here is with your practice's server."));
    person.phone.tap("Details");
    CHECK(person.says("Last synced today"));
}

TEST_CASE("Behaviour 13: a client sees exactly what the clinician sees, and keeps the rest") {
    Client person;
    person.world.offline = true;
    person.phone.tap("Good");
    person.phone.tap("Add a note (optional)");
    person.phone.gui().type("for me alone");
    person.phone.tap("Back");
    person.phone.tap("Sharing");
    person.phone.tap("See exactly what they see");
    CHECK(person.says("7 of 10"));
    CHECK_FALSE(person.says("for me alone"));
    person.world.offline = false;
    person.open_on_the_desk();
    person.desk.tap("Days");
    CHECK(person.desk.gui().text().find("mood 7") != std::string::npos);

    person.phone.tap("Today");
    person.phone.tap("Your note");
    person.phone.tap("Only for me");
    person.phone.tap("Back");
    person.phone.tap("Sharing");
    person.phone.tap("See exactly what they see");
    CHECK(person.says("for me alone"));
    const std::string canary = "for me alone";
    person.sync();
    CHECK_FALSE(person.world.was_sent(as_bytes(canary)));  // what is sent is sealed
}

TEST_CASE("Behaviour 14: from the third day on the days come back in words, at 200 % too") {
    Client person;
    for (int day = 0; day < 3; ++day) {
        person.client.does(model::SetMood{person.today().today, 6});
        person.client.does(model::SetUse{person.today().today, UseGroup::social, 40});
        person.client.waits(ms_per_day);
    }
    constexpr float largest = 2;
    Window large(person.client, phone_look(ui::ThemeKind::light, largest));
    large.tap("Trends");
    const std::string text = large.gui().text();
    CHECK(text.find("You noted 3 of the last 14 days.") != std::string::npos);
    CHECK(text.find("Mood is known on 3 days: too few to say more.") != std::string::npos);
    CHECK(text.find("Social media: known on 3 days, too few for a median.") != std::string::npos);
}

TEST_CASE("Behaviour 15: all that was noted goes out by one tap, and comes back in as it was") {
    Client person;
    person.phone.tap("Good");
    person.phone.tap("Add a note (optional)");
    person.phone.gui().type("A walk helped");
    person.phone.tap("Back");
    person.phone.tap("Social media, more");
    person.phone.tap("Sharing");
    const std::string path = (person.world.folder / "mine.json").string();
    person.phone.tap("Your data as a file");
    person.phone.tap("To import again (JSON)");
    person.phone.tap("File for your data");
    person.phone.gui().letter('a', true);
    person.phone.gui().type(path);
    person.phone.gui().taps = 0;
    person.phone.tap("Export my data");
    CHECK(person.phone.gui().taps == 1);
    const Bytes written = need(read_whole_file(path, 1 << 20));
    const report::Export exported = need(report::read_json(as_text(written)));

    // The device is gone; the same person joins with a new one and brings the file.
    test::Person again = client_of(person.world, person.clinician, "Bea", all_kinds());
    again.leaves();
    const auto profile = need(
        client::Profile::open((person.world.folder / "Bea").string(), words,
                              {person.world.clock, person.world.random, person.world.secrets}));
    const VaultId record = need(client::load_identity(profile->store()))->care_vault;
    need(model::import_record(profile->store(), record, exported));
    const auto returned = need(model::export_record(profile->store(), record));
    CHECK_FALSE(own_entries(exported).empty());
    CHECK(own_entries(returned) == own_entries(exported));
}
