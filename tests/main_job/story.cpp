#include "tests/main_job/story.h"

#include "core/domain/local_time.h"

#include <chrono>

namespace evenkeel::test {

namespace {

constexpr const char* client_name = "Quillfeather";
constexpr int week_days = 7;

Instant now() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since).count()};
}

// 21:30 of each of the seven days before today, as the phone's clock shows it.
std::string evening(int days_ago) {
    const std::string zone = "Europe/Berlin";
    const Day today = logical_day(now(), zone).value();
    return print_rfc3339(instant_on_day(today + -days_ago, 21 * 60 + 30, zone).value());
}

std::string date(int days_ago) {
    return print_date(logical_day(now(), "Europe/Berlin").value() + -days_ago);
}

}  // namespace

const std::vector<std::string>& canaries() {
    static const std::vector<std::string> words = {
        client_name,           "marzipanlantern", "velvetthunder", "copperlullaby",
        "saffronwhisper",      "gondolaeclipse",  "peppercornfog", "thistledownray",
        "amberclockwork 8613", "quartzmeridian"};
    return words;
}

Story::Story(Programs programs_used)
    : programs(programs_used),
      server(programs, folder.path("practice")),
      proxy(std::make_unique<RecordingProxy>(server.data_folder(), server.port())),
      clinician(programs, folder.path("clinician"), "a clinician's long passphrase"),
      phone(programs, folder.path("phone"), "a client's long passphrase"),
      laptop(programs, folder.path("laptop"), "another long passphrase"),
      first_day(date(week_days)),
      last_day(date(1)) {}

void Story::create_practice_and_join() {
    const std::string url = "https://127.0.0.1:" + std::to_string(proxy->port());
    clinician.ask({"practice", "create", "--server", url, "--setup-code", server.setup_code(),
                   "--pin", server.pin(), "--name", "Practice", "--clinician", "Dr. Lind",
                   "--recovery-out", folder.path("sheet.txt")});
    const auto invite = clinician.ask({"invite", "client", "--name", client_name});
    phone.ask({"join", invite.at("link"), "--name", client_name, "--agree"});
    clinician.sync();
}

void Story::log_a_week_offline() {
    for (int days_ago = week_days; days_ago >= 1; --days_ago) {
        phone.set_now(evening(days_ago));
        const std::string mood = std::to_string(3 + days_ago % 5);
        phone.ask({"log", "mood", mood, "--tag", "thistledownray", "--note", "marzipanlantern"});
        phone.ask({"log", "use", "social", std::to_string(20 * days_ago) + "m", "--purpose",
                   "saffronwhisper", "--tool", "gondolaeclipse"});
    }
    phone.set_now(evening(2));
    private_entry =
        phone.ask({"log", "use", "ai", "45m", "--purpose", "velvetthunder", "--private"})
            .at("entry_id");
    phone.ask({"log", "mood", "2", "--at", "20:15", "--note", "copperlullaby", "--private-note"});
    phone.ask({"journal", "write", "amberclockwork 8613, for me alone"});
    phone.ask({"journal", "write", "--share", "A page with peppercornfog in it"});
    phone.set_now("");
}

void Story::negotiate_boundary() {
    boundary = phone
                   .ask({"boundary", "propose", "--daily-limit", "90", "--group", "social",
                         "--reason", "marzipanlantern", "--starts", first_day})
                   .at("boundaries")
                   .at(0)
                   .at("id");
    phone.sync();
    clinician.sync();
    clinician.ask(
        {"note", "write", "quartzmeridian, for the next session", "--client", client_name});
    clinician.ask({"boundary", "counter", boundary, "--daily-limit", "60", "--group", "social",
                   "--grace", "5", "--reason", "peppercornfog", "--starts", first_day, "--client",
                   client_name});
    clinician.sync();
    phone.sync();
    phone.ask({"boundary", "accept", boundary});
}

void Story::sync_everybody() {
    phone.sync();
    const auto invite = phone.ask({"invite", "device", "--name", "Laptop"});
    laptop.ask({"join", invite.at("link"), "--name", "Laptop", "--agree"});
    phone.sync();
    const auto waiting = phone.ask({"device", "list"}).at("waiting").at(0);
    phone.ask({"device", "confirm", waiting.at("device_id")});
    phone.sync();
    laptop.sync();
    clinician.sync();
    phone.sync();
}

std::vector<Sighting> Story::search_server_and_wire() {
    const std::string messages = proxy->recorded();
    proxy.reset();
    server.stop();
    auto sightings = find_canaries("messages inside TLS", messages, canaries());
    for (const std::string& place : {server.data_folder(), server.log_file()}) {
        const auto found = find_in_files(place, canaries());
        sightings.insert(sightings.end(), found.begin(), found.end());
    }
    return sightings;
}

std::vector<Sighting> Story::search_clients() {
    std::vector<Sighting> sightings;
    for (Device* device : {&clinician, &phone, &laptop}) {
        for (const auto& found : {find_in_files(device->profile_folder(), canaries()),
                                  find_canaries("errors", device->all_errors(), canaries())}) {
            sightings.insert(sightings.end(), found.begin(), found.end());
        }
    }
    return sightings;
}

nlohmann::json days_seen(Device& device, const Story& story, const std::string& client) {
    std::vector<std::string> command = {"show",          "days", "--from",
                                        story.first_day, "--to", story.last_day};
    if (!client.empty()) command.insert(command.end(), {"--client", client});
    return device.ask(command).at("days");
}

}  // namespace evenkeel::test
