// Every kind of boundary is proposed in words at the terminal, and the other side reads the same.
#include "tests/support/practice.h"

#include <catch2/catch_test_macros.hpp>

using namespace evenkeel::test;

namespace {

const Programs programs{.cli = EVENKEEL_CLI, .server = EVENKEEL_SERVER};

struct Proposal {
    std::vector<std::string> options;
    std::string sentence;
};

std::vector<Proposal> one_of_each() {
    return {
        {{"--times-a-day", "3", "--break", "10", "--group", "social"},
         "Social media: at most 3 times a day. Breaks shorter than 10 minutes do not count as "
         "breaks. Counted from the log."},
        {{"--at-a-time", "20m", "--group", "ai", "--evidence", "answer"},
         "AI: at most 20 minutes at a time. The client's own answer counts."},
        {{"--only-for", "rehearsal", "--only-for", "information", "--group", "ai"},
         "AI: only for rehearsal and information. Counted from the log."},
        {{"--never", "AI when I feel unsafe"}, "Never: AI when I feel unsafe."},
        {{"--if", "I reach for the phone in bed", "--then", "I put it in the hall"},
         "If I reach for the phone in bed, then I put it in the hall."},
        {{"--contact", "messages", "--for", "appointments", "--not-for", "emergencies",
          "--reply-within", "48"},
         "Contact between sessions by messages, for appointments. Not for emergencies. A reply "
         "comes within 48 hours."},
    };
}

}  // namespace

TEST_CASE("each kind of boundary is proposed at the terminal and read the same on the other side") {
    Clinic clinic(programs);
    Device& clinician = clinic.clinician;
    Device& phone = clinic.phone;

    const auto proposals = one_of_each();
    for (const Proposal& proposal : proposals) {
        std::vector<std::string> words = {"boundary", "propose"};
        words.insert(words.end(), proposal.options.begin(), proposal.options.end());
        phone.ask(words);
    }
    phone.sync();
    clinician.sync();
    const std::string listed = clinician.ask({"boundary", "list", "--client", "Robin"}).dump();
    for (const Proposal& proposal : proposals) {
        INFO(proposal.sentence);
        CHECK(listed.find(proposal.sentence) != std::string::npos);
    }

    const std::string before = phone.ask({"boundary", "list"}).dump();
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"--if", "I wake up"},
          std::vector<std::string>{"--never", "x", "--attest", "y"},
          std::vector<std::string>{"--daily-limit", "1h", "--then", "x"},
          std::vector<std::string>{"--times-a-day", "0"}}) {
        std::vector<std::string> command = {"boundary", "propose"};
        command.insert(command.end(), words.begin(), words.end());
        CHECK(phone.run(command).exit_code != 0);
    }
    CHECK(phone.ask({"boundary", "list"}).dump() == before);
}
