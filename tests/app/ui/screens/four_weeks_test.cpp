// Four weeks of one therapy, by taps at the real screens of both sides over the real server; after
// each step, what the other side sees.
#include "app/model/exchange.h"
#include "app/ui/screens/words.h"
#include "core/base/files.h"
#include "tests/app/ui/screens/window.h"
#include "tests/support/record_lines.h"

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

constexpr const char* secret_page = "said to nobody";
constexpr const char* secret_reason = "a night without sleep";
constexpr const char* secret_note = "only for the drawer";

struct Therapy : TwoWindows {
    Therapy() { sync(); }

    // Both close their windows, sleep, and open them on a later day.
    void days_pass(int days) {
        world.pass(days * ms_per_day);
        phone.is_killed_and_returns();
        desk.is_killed_and_returns();
    }
    bool desk_reads(const std::string& text) {
        return desk.gui().text().find(text) != std::string::npos;
    }
    void open_at_desk(const std::string& tab) {
        desk.tap("Ada");
        desk.tap(tab);
    }
    void log_a_day(const std::string& mood, const std::string& answer) {
        phone.tap(mood);
        if (mood == "Very low") {  // numbers to call come by themselves, and go by one key
            CHECK(phone.gui().has("Where you are"));
            phone.gui().key(platform::KeyCode::escape);
            phone.gui().settle();
        }
        phone.tap("Social media > Same as last time: 45 min");
        phone.tap(title + " > " + answer);
    }
    // Whatever is private stays where it was written.
    void keeps_its_secrets() {
        for (const char* tab : {"Overview", "Words", "Days", "Boundaries", "Device"}) {
            open_at_desk(tab);
            for (const char* secret : {secret_page, secret_reason, secret_note}) {
                INFO(tab);
                CHECK_FALSE(desk_reads(secret));
            }
        }
    }

    void does_the_intake();
    void agrees_on_a_boundary();
    void is_given_a_question_and_a_session();
    void logs_the_first_week();
    void writes_and_is_answered();
    void goes_on_without_a_network();
    void meets_for_a_session();
    void reviews_and_withdraws();
    // What stays in a device's store when its window is closed for good.
    std::string store_of(test::Person& person, const std::string& folder);

    std::string title;  // of the boundary, as Today has it
    std::string session;
    VaultId record = clinician.sees()->clinician->caseload.front().record;
};

void Therapy::does_the_intake() {
    CHECK(desk.gui().node("Ada").value.ends_with("intake due"));
    phone.tap("Your digital habits > Begin");
    while (!phone.gui().has("Sleep and bed")) phone.tap("Next");
    phone.tap("How often do you use a screen in bed? > Often");
    while (phone.gui().has("Next")) phone.tap("Next");
    phone.tap("See what you said");
    sync();
    CHECK(desk.gui().node("Ada").value.ends_with("intake due"));
    phone.tap("Share this with Dr Vogel");
    sync();
    CHECK_FALSE(desk.gui().node("Ada").value.ends_with("intake due"));
    desk.tap("Ada");
    desk.tap("Digital-habits intake");
    CHECK(desk_reads("Often"));
    desk.tap("Back");
}

void Therapy::agrees_on_a_boundary() {
    open_at_desk("Boundaries");
    desk.tap("Propose a boundary");
    desk.write("Why this matters (both of you read it)", "The evenings slip away");
    desk.tap("Send this proposal");
    sync();
    phone.tap("Boundaries");
    phone.tap("Suggest a change");
    phone.tap("At most, more");
    phone.tap("Send this proposal");
    sync();
    CHECK(desk_reads(model::live_sentence({.minutes_max = 75})));
    desk.tap("Accept");
    sync();
    CHECK(desk.gui().has("In force"));
    CHECK(phone.gui().has("In force"));
    phone.tap("Today");
}

void Therapy::is_given_a_question_and_a_session() {
    open_at_desk("Words");
    desk.tap("Give a question");
    desk.tap("Choose from the library");
    desk.tap("Values");
    desk.tap("Which decision of this month are you at peace with?");
    desk.tap("Give this question");
    open_at_desk("Overview");
    desk.tap("Plan a session");
    desk.tap("In two weeks");
    desk.tap("Plan it");
    sync();
    CHECK(phone.gui().has("Dr Vogel asks: Which decision of this month are you at peace with?"));
    REQUIRE(phone.snapshot().client->today.next_session);
    session = phone.snapshot().client->today.next_session->text;
    CHECK(phone.gui().has("Next session: " + session));
}

// Two days of the week are left blank, and one is filled in later.
void Therapy::logs_the_first_week() {
    client.does(model::SetUse{client.sees()->client->today.today, UseGroup::social, 45});
    days_pass(1);
    REQUIRE(phone.snapshot().client->today.boundaries.size() == 1);
    title = phone.snapshot().client->today.boundaries.front().title;
    log_a_day("Good", "Kept");
    days_pass(1);
    log_a_day("Okay", "Kept");
    days_pass(3);
    log_a_day("Low", "Partly");
    phone.tap("Add a note (optional)");
    phone.gui().type(secret_note);
    phone.tap("Back");
    phone.tap(ui::weekday_and_date(phone.snapshot().client->today.blank_days.front()));
    phone.tap("Okay");
    phone.tap("Back to today");
    sync();
    open_at_desk("Days");
    CHECK(desk_reads("mood 7 · social 45 min"));
    CHECK(desk_reads("mood 3 · social 45 min"));
    CHECK(desk_reads("late"));
}

void Therapy::writes_and_is_answered() {
    phone.tap("Journal");
    phone.tap("New page");
    phone.gui().type(secret_page);
    phone.tap("Keep this page");
    phone.tap("Today");
    phone.tap("Dr Vogel asks: Which decision of this month are you at peace with?");
    phone.gui().type("The one about the bedroom.");
    phone.tap("Keep this page");
    phone.tap("Share this page");
    phone.tap("Share with Dr Vogel");
    sync();
    open_at_desk("Words");
    desk.tap("The one about the bedroom.");
    desk.tap("Reply");
    desk.gui().type("Thank you for telling me.");
    desk.tap("Send the reply");
    sync();
    phone.tap("Today");
    phone.tap("Dr Vogel answered your page of today");
    CHECK(phone.gui().has("Thank you for telling me."));
    sync();
    keeps_its_secrets();
}

// Five days without the server: everything can be done, and it is said what waits.
void Therapy::goes_on_without_a_network() {
    world.offline = true;
    days_pass(2);
    log_a_day("Good", "Kept");
    client.syncs();
    phone.looks_again();
    CHECK(phone.snapshot().sync.pending > 0);
    days_pass(2);
    log_a_day("Very low", "Not today");
    phone.tap("Say why (optional)");
    phone.gui().type(secret_reason);
    phone.tap("Back");
    CHECK(phone.gui().has("What you say of it"));
    days_pass(1);
    open_at_desk("Days");
    CHECK_FALSE(desk_reads("mood 1"));
    world.offline = false;
    sync();
    CHECK(desk_reads("mood 1"));
    CHECK(phone.snapshot().sync.pending == 0);
    keeps_its_secrets();
}

void Therapy::meets_for_a_session() {
    phone.tap("Next session: " + session);
    phone.write("Something to talk about", "The weekend");
    phone.tap("Add");
    phone.tap("Back");
    sync();
    open_at_desk("Overview");
    const std::string path = (world.folder / "brief.html").string();
    desk.tap("File for the brief");
    desk.gui().letter('a', true);
    desk.gui().type(path);
    desk.tap("Save the brief");
    const std::string html = to_string(need(read_whole_file(path, 1'000'000)));
    for (const char* told : {"The weekend", "Session brief: Ada", "Known on 5 of 11 days"}) {
        INFO(html);
        CHECK(html.find(told) != std::string::npos);
    }
    for (const char* secret : {secret_page, secret_reason, secret_note}) {
        CHECK(html.find(secret) == std::string::npos);
    }
}

void Therapy::reviews_and_withdraws() {
    days_pass(8);
    log_a_day("Good", "Kept");
    days_pass(10);
    log_a_day("Good", "Kept");
    sync();
    CHECK(desk.gui().node("Ada").value.find("review") != std::string::npos);
    phone.tap("Boundaries");
    phone.tap("Withdraw");
    phone.tap("Withdraw from this boundary? > Withdraw");
    sync();
    open_at_desk("Boundaries");
    CHECK(desk.gui().has("Ended"));
    CHECK(desk.gui().node("Ada").value.find("review") == std::string::npos);
    phone.tap("Today");
    CHECK(phone.snapshot().client->today.boundaries.empty());
    keeps_its_secrets();
}

std::string Therapy::store_of(test::Person& person, const std::string& name) {
    person.leaves();
    const auto profile = need(client::Profile::open((world.folder / name).string(), words,
                                                    {world.clock, world.random, world.secrets}));
    return record_lines(report::write_json(need(model::export_record(profile->store(), record))));
}

}  // namespace

TEST_CASE("four weeks of a therapy: what one side does the other sees, and nothing else") {
    Therapy therapy;
    therapy.does_the_intake();
    therapy.agrees_on_a_boundary();
    therapy.is_given_a_question_and_a_session();
    therapy.logs_the_first_week();
    therapy.writes_and_is_answered();
    therapy.goes_on_without_a_network();
    therapy.meets_for_a_session();
    therapy.reviews_and_withdraws();
    // tests/cli/four_weeks_test.cpp does the same by commands, and has to come to the same.
    const std::string at_desk = therapy.store_of(therapy.clinician, "founder");
    const std::string at_phone = therapy.store_of(therapy.client, "Ada");
    update_golden_if_asked("four_weeks_clinician.txt", at_desk);
    update_golden_if_asked("four_weeks_client.txt", at_phone);
    CHECK(differs_from_golden("four_weeks_clinician.txt", at_desk) == "");
    CHECK(differs_from_golden("four_weeks_client.txt", at_phone) == "");
}
