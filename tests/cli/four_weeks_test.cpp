// The four weeks of tests/app/ui/screens/four_weeks_test.cpp by commands: what is done by taps
// there is said in words here, and both sides' stores come to the same.
#include "core/domain/local_time.h"
#include "tests/support/practice.h"
#include "tests/support/record_lines.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};
constexpr Instant begin{1'800'000'000'000};  // Friday 15 January 2027, as in the windows' world
constexpr const char* own = "fifteen or more characters";

struct Therapy {
    ScratchFolder folder;
    PracticeServer server{programs, folder.path("practice")};
    Device desk{programs, folder.path("desk"), own};
    Device phone{programs, folder.path("phone"), own};
    Instant now = begin;
    std::string boundary;
    std::string page;
    std::string session;

    Therapy() {
        days_pass(0);
        desk.ask({"practice", "create", "--server", server.url(), "--setup-code",
                  server.setup_code(), "--pin", server.pin(), "--name", "Harbour Practice",
                  "--clinician", "Dr Vogel", "--recovery-out", folder.path("sheet.txt")});
        const std::string link = desk.ask({"invite", "client", "--name", "Ada"}).at("link");
        desk.sync();
        phone.ask({"join", link, "--name", "Ada", "--agree"});
        sync();
    }

    void sync() {
        for (int round = 0; round < 3; ++round) {
            desk.sync();
            phone.sync();
        }
    }
    void days_pass(int days) {
        now = now + days * ms_per_day;
        desk.set_now(print_rfc3339(now));
        phone.set_now(print_rfc3339(now));
    }
    void log_a_day(const char* mood, const char* answer) {
        phone.ask({"log", "mood", mood});
        phone.ask({"log", "use", "social", "45m"});
        phone.ask({"boundary", "check", boundary, answer});
    }

    void does_the_intake();
    void agrees_on_a_boundary();
    void is_given_a_question_and_a_session();
    void logs_the_first_week();
    void writes_and_is_answered();
    void goes_on_without_a_network();
    void meets_for_a_session();
    void reviews_and_withdraws();
    std::string store_of(Device& device, const std::vector<std::string>& whose);
};

void Therapy::does_the_intake() {
    phone.ask({"intake", "start"});
    phone.ask({"intake", "answer", "bed_use", "often"});
    phone.ask({"intake", "share"});
    sync();
    CHECK(desk.ask({"intake", "show", "--client", "Ada"}).at("due") == false);
}

void Therapy::agrees_on_a_boundary() {
    desk.ask({"boundary", "propose", "--group", "social", "--daily-limit", "1h", "--evidence",
              "answer", "--reason", "The evenings slip away", "--review", "2027-02-12", "--client",
              "Ada"});
    sync();
    boundary = phone.ask({"boundary", "list"}).at("boundaries").at(0).at("id");
    phone.ask({"boundary", "counter", boundary, "--group", "social", "--daily-limit", "75m",
               "--evidence", "answer", "--reason", "The evenings slip away", "--review",
               "2027-02-12"});
    sync();
    desk.ask({"boundary", "accept", boundary, "--client", "Ada"});
    sync();
    CHECK(phone.ask({"boundary", "list"}).at("boundaries").at(0).at("state") == "accepted");
}

void Therapy::is_given_a_question_and_a_session() {
    desk.ask({"prompt", "give", "Which decision of this month are you at peace with?", "--client",
              "Ada"});
    session =
        desk.ask({"appointment", "plan", "--client", "Ada", "--day", "2027-01-29", "--at", "10:00"})
            .at("entry_id");
    sync();
}

// Two days of the week are left blank, and one is filled in later.
void Therapy::logs_the_first_week() {
    phone.ask({"log", "use", "social", "45m"});
    days_pass(1);
    log_a_day("7", "kept");
    days_pass(1);
    log_a_day("5", "kept");
    days_pass(3);
    log_a_day("3", "partly");
    phone.ask({"log", "mood", "-", "--note", "only for the drawer", "--private-note"});
    phone.ask({"log", "mood", "5", "--day", "2027-01-19"});
    sync();
}

void Therapy::writes_and_is_answered() {
    phone.ask({"journal", "write", "said to nobody"});
    const auto prompts = phone.ask({"prompt", "list"}).at("prompts");
    page = phone
               .ask({"journal", "write", "The one about the bedroom.", "--prompt",
                     prompts.at(0).at("entry_id")})
               .at("entry_id");
    phone.ask({"journal", "share", page});
    sync();
    desk.ask({"journal", "show", page});
    desk.ask({"feedback", "write", page, "Thank you for telling me."});
    sync();
    CHECK(phone.ask({"journal", "show", page}).at("replies").at(0) == "Thank you for telling me.");
}

// Five days without the server: everything can be done.
void Therapy::goes_on_without_a_network() {
    server.stop();
    days_pass(2);
    log_a_day("7", "kept");
    CHECK(phone.run({"sync"}).exit_code == 3);
    days_pass(2);
    log_a_day("1", "broken");
    phone.ask({"boundary", "check", boundary, "broken", "--note", "a night without sleep",
               "--private-note"});
    days_pass(1);
    server.start();
    sync();
}

void Therapy::meets_for_a_session() {
    phone.ask({"appointment", "agenda", session, "The weekend"});
    sync();
    desk.ask({"brief", "html", folder.path("brief.html"), "--client", "Ada"});
    const std::string html = read_text(folder.path("brief.html"));
    for (const char* told : {"The weekend", "Session brief: Ada", "Known on 5 of 11 days"}) {
        INFO(html);
        CHECK(html.find(told) != std::string::npos);
    }
    for (const char* secret : {"said to nobody", "a night without sleep", "only for the drawer"}) {
        CHECK(html.find(secret) == std::string::npos);
    }
}

void Therapy::reviews_and_withdraws() {
    days_pass(8);
    log_a_day("7", "kept");
    days_pass(10);
    log_a_day("7", "kept");
    sync();
    phone.ask({"boundary", "withdraw", boundary});
    sync();
}

std::string Therapy::store_of(Device& device, const std::vector<std::string>& whose) {
    std::vector<std::string> command = {"export", "json", folder.path("export.json")};
    command.insert(command.end(), whose.begin(), whose.end());
    device.ask(command);
    return record_lines(read_text(folder.path("export.json")));
}

}  // namespace

TEST_CASE("four weeks of a therapy by commands leave the stores that the same by taps leaves") {
    Therapy therapy;
    therapy.does_the_intake();
    therapy.agrees_on_a_boundary();
    therapy.is_given_a_question_and_a_session();
    therapy.logs_the_first_week();
    therapy.writes_and_is_answered();
    therapy.goes_on_without_a_network();
    therapy.meets_for_a_session();
    therapy.reviews_and_withdraws();
    CHECK(differs_from_golden("four_weeks_client.txt", therapy.store_of(therapy.phone, {})) == "");
    CHECK(differs_from_golden("four_weeks_clinician.txt",
                              therapy.store_of(therapy.desk, {"--client", "Ada"})) == "");
}
