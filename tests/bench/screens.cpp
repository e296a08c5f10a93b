#include "app/model/demo_days.h"
#include "tests/bench/machine.h"
#include "tests/bench/seat.h"
#include "tests/bench/story.h"
#include "tests/killer/must.h"

namespace evenkeel::bench {

namespace {

constexpr std::size_t taps_measured = 100;

void live_ten_years(Setting& setting, std::int32_t days) {
    const test::ProfileOwner profile = setting.new_client("decade");
    test::TestClock& clock = setting.outside().clock;
    const auto lived = model::log_demo_days(*profile, test::identity_of(*profile).care_vault, days,
                                            [&](Instant now) { clock.stand_at(now); });
    clock.go_on();
    test::require(lived.ok(), "The ten years could not be logged.");
    test::settle(*profile);  // who lived ten years with it was online now and then
}

void tap(Seat& seat, Samples& samples) {
    std::vector<double> saved;
    std::vector<double> told;
    const Day today = seat.engine().snapshot()->client->today.today;
    for (std::uint32_t i = 0; i < taps_measured; ++i) {
        const StopWatch watch;
        seat.engine().handle(model::SetMood{.day = today, .mood = i % 11});
        saved.push_back(watch.ms());
        test::require(seat.engine().snapshot()->client.has_value(), "The tap shows nothing.");
        told.push_back(watch.ms());
    }
    samples.add("window: tap to durable save, ms", percentile(saved, 0.5));
    samples.add("window: tap to the new screen's data, ms", percentile(told, 0.5));
}

}  // namespace

void measure_screens(Setting& setting, const Extent& extent, Samples& samples) {
    live_ten_years(setting, extent.decade_days);
    const double stretching_ms = argon_ms(setting, "decade");
    Seat client(setting, "decade", phone_look());
    const StopWatch unlocking;
    client.unlock();
    samples.add("window: unlock to Today with ten years, less Argon2id, ms",
                unlocking.ms() - stretching_ms);
    samples.add("window: frame of Today, CPU ms", client.frame_cpu_ms());
    samples.add("window: frame of Today painted by software, CPU ms", client.painted_cpu_ms());
    for (const char* page : {"Screen time", "Trends", "Boundaries", "Sharing"}) {
        client.go_to(page);
        samples.add("window: frame of " + std::string(page) + ", CPU ms", client.frame_cpu_ms());
    }
    tap(client, samples);
    setting.close_clinician();
    Seat clinician(setting, "clinician", desktop_look());
    clinician.unlock();
    samples.add("window: frame of the caseload, CPU ms", clinician.frame_cpu_ms());
}

}  // namespace evenkeel::bench
