// One fresh practice for one run: the real server program, a client with two devices, and entries.
#pragma once

#include "tests/bench/traffic.h"
#include "tests/killer/people.h"
#include "tests/support/process.h"

namespace evenkeel::bench {

struct Extent {
    std::size_t entries = 10'000;
    std::size_t single_turns = 300;
    std::size_t load_clients = 32;
    std::size_t turns_per_load_client = 500;
    std::size_t fsync_pushes = 50;
    std::size_t open_repeats = 20;
    std::int32_t decade_days = 3'652;
    std::size_t window_starts = 9;
    std::size_t caseload_clients = 60;
    std::int32_t caseload_days = 730;
    int idle_seconds = 20;
};

// A device with its sync machine and what goes over its wire.
struct Device {
    Device(test::ProfileOwner owner, const HeaderSizes& headers);

    // One "sync now", until settled.
    client::SyncReport sync();

    test::ProfileOwner profile;
    client::Identity identity;
    CountedTransport transport;
    client::SyncTurn turn;
};

class Setting {
public:
    explicit Setting(const std::string& server_program);

    test::RealServer& server() { return server_; }
    test::Outside& outside() { return outside_; }
    client::Profile& clinician() { return *clinician_; }
    Device& phone() { return *phone_; }
    Device& tablet() { return *tablet_; }
    void close_tablet() { tablet_.reset(); }
    void close_clinician() { clinician_.reset(); }
    // A further device of the clinician's, let in, that has fetched nothing but its membership.
    test::ProfileOwner new_desk(const std::string& name);
    [[nodiscard]] std::string folder(const std::string& name) const { return scratch_.path(name); }
    // A client of their own, enrolled and settled.
    test::ProfileOwner new_client(const std::string& name);

private:
    test::ScratchFolder scratch_;
    test::Outside outside_;
    test::RealServer server_;
    HeaderSizes headers_;
    test::ProfileOwner clinician_;
    std::unique_ptr<Device> phone_;
    std::unique_ptr<Device> tablet_;
};

// Logs mood entries {id, time, mood, 3 tags, 40-character note} through the store's own operations,
// spread over the last seven days as if the device had been offline.
void log_a_week(Setting& setting, std::size_t count);
// One entry now, or as many days ago as said.
void log_one(Setting& setting, int days_ago);

}  // namespace evenkeel::bench
