// The main job, told in commands: a week logged offline, a boundary agreed, everything synced over
// real TLS. One telling serves the test and its control with sealing switched off.
#pragma once

#include "tests/main_job/canary.h"
#include "tests/main_job/recording_proxy.h"
#include "tests/support/practice.h"

namespace evenkeel::test {

class Story {
public:
    explicit Story(Programs programs);

    void create_practice_and_join();
    void log_a_week_offline();
    void negotiate_boundary();
    void sync_everybody();
    // Stops proxy and server, so that all is on disk, and looks everywhere words must not be.
    std::vector<Sighting> search_server_and_wire();
    std::vector<Sighting> search_clients();

    ScratchFolder folder;
    Programs programs;
    PracticeServer server;
    std::unique_ptr<RecordingProxy> proxy;
    Device clinician, phone, laptop;
    std::string boundary;
    std::string private_entry;
    std::string first_day, last_day;
};

// Words planted in every field that takes words, and in names.
const std::vector<std::string>& canaries();

// The days a device sees, as comparable lines; `client` names the client for clinicians.
nlohmann::json days_seen(Device& device, const Story& story, const std::string& client = "");

}  // namespace evenkeel::test
