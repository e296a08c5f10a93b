#include "app/model/demo_days.h"
#include "tests/bench/machine.h"
#include "tests/bench/seat.h"
#include "tests/bench/story.h"
#include "tests/killer/must.h"

#include <thread>

namespace evenkeel::bench {

namespace {

constexpr std::size_t joins_at_once = 5;

// One client's years, as their device would have sent them over the years: all that matters here is
// what the clinician's new device has to fetch, so they are written in one transaction and the
// device is thrown away.
void live_and_send(Setting& setting, const std::string& name, std::int32_t days) {
    const test::ProfileOwner profile = setting.new_client(name);
    test::TestClock& clock = setting.outside().clock;
    const VaultId record = test::identity_of(*profile).care_vault;
    const auto lived = profile->store().transaction([&]() -> Result<void> {
        TRY(model::log_demo_days(*profile, record, days,
                                 [&](Instant now) { clock.stand_at(now); }));
        return {};
    });
    clock.go_on();
    test::require(lived.ok(), "A client's years could not be logged.");
    test::settle(*profile);
}

// The terminal program, so that nothing else is in the memory that is measured.
void sync_first(Setting& setting, const std::string& desk, Samples& samples) {
    const test::ScratchFolder folder;
    test::write_text(folder.path("words"), test::test_passphrase);
    const StopWatch watch;
    test::Background sync({EVENKEEL_CLI, "--json", "--profile", setting.folder(desk),
                           "--passphrase-file", folder.path("words"), "sync", "--wait"},
                          folder.path("said"), {{"EVENKEEL_NO_KEYSTORE", "1"}});
    double peak_mb = 0;
    int exit_code = -1;
    std::thread waiting([&] { exit_code = sync.wait(); });
    while (const auto mb = resident_mb_peak_so_far(sync.id())) {
        peak_mb = std::max(peak_mb, *mb);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    waiting.join();
    samples.add("caseload: first sync on a new device, s", watch.seconds());
    samples.add("caseload: the same, memory at its peak, MB", peak_mb);
    const std::string said = test::read_text(folder.path("said"));
    test::require(exit_code == 0, "The first sync failed: " + said);
    const std::string mark = "\"received\":";
    const auto at = said.find(mark);
    test::require(at != std::string::npos, "The first sync does not say what came.");
    samples.add("caseload: deltas that came", std::stod(said.substr(at + mark.size())));
}

}  // namespace

void measure_caseload(Setting& setting, const Extent& extent, Samples& samples) {
    for (std::size_t i = 0; i < extent.caseload_clients; ++i) {
        live_and_send(setting, "Client " + std::to_string(i + 1), extent.caseload_days);
        // The server lets one address join only so often; its counts begin anew when it does.
        if (i % joins_at_once == joins_at_once - 1) {
            setting.server().stop();
            setting.server().start();
        }
    }
    { const test::ProfileOwner desk = setting.new_desk("desk"); }
    sync_first(setting, "desk", samples);

    const double stretching_ms = argon_ms(setting, "desk");
    Seat desk(setting, "desk", desktop_look());
    const StopWatch unlocking;
    desk.unlock();
    samples.add("caseload: unlock to the caseload, less Argon2id, ms",
                unlocking.ms() - stretching_ms);
    const std::vector<model::CaseLine> caseload = desk.engine().snapshot()->clinician->caseload;
    // The setting has a client of its own.
    test::require(caseload.size() == extent.caseload_clients + 1, "The caseload lacks somebody.");
    samples.add("caseload: frame of the caseload, CPU ms", desk.frame_cpu_ms());

    std::vector<double> opened;
    for (const model::CaseLine& line : caseload) {
        const StopWatch watch;
        desk.engine().handle(model::OpenClient{.record = line.record});
        test::require(desk.engine().snapshot()->clinician->overview.has_value(),
                      "A client does not open.");
        opened.push_back(watch.ms());
    }
    samples.add("caseload: open a client, ms", percentile(opened, 0.5));
    desk.go_to(caseload.front().name);
    samples.add("caseload: frame of a client, CPU ms", desk.frame_cpu_ms());
    desk.go_to("Caseload");
    desk.go_to("Search clients");
    desk.type("client 4");
    samples.add("caseload: frame while searching, CPU ms", desk.frame_cpu_ms());
}

}  // namespace evenkeel::bench
