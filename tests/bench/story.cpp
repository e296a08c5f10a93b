#include "tests/bench/story.h"

#include "core/store/sync_store.h"
#include "tests/bench/machine.h"
#include "tests/killer/must.h"

namespace evenkeel::bench {

namespace {

double per(std::uint64_t bytes, std::size_t count) {
    return static_cast<double>(bytes) / static_cast<double>(count);
}

std::size_t entries_on(Device& device) {
    const store::ListQuery query{.record = device.identity.care_vault, .kind = EntityKind::mood};
    return test::must("list the entries", device.profile->store().list(query)).size();
}

void log_push_and_pull(Setting& setting, const Extent& extent, Samples& samples) {
    // Figures are for 10,000 entries; a quick run scales what is a sum.
    const double scale = 10'000.0 / static_cast<double>(extent.entries);
    const StopWatch logging;
    log_a_week(setting, extent.entries);
    samples.add("log 10k entries, each durable, entries/s",
                static_cast<double>(extent.entries) / logging.seconds());

    setting.phone().transport.take();
    const StopWatch pushing;
    setting.phone().sync();
    const double push_s = pushing.seconds();
    samples.add("push 10k, s", push_s * scale);
    samples.add("push 10k, rec/s", static_cast<double>(extent.entries) / push_s);
    samples.add("up B/rec", per(setting.phone().transport.take().up, extent.entries));
    samples.add("server RSS after push, MB", resident_mb(setting.server().id()));

    setting.phone().sync();
    const Traffic echo = setting.phone().transport.take();
    samples.add("next pull after own push, B up", static_cast<double>(echo.up));
    samples.add("next pull after own push, B down", static_cast<double>(echo.down));

    setting.tablet().transport.take();
    const StopWatch pulling;
    setting.tablet().sync();
    samples.add("fresh pull, s", pulling.seconds() * scale);
    samples.add("down B/rec", per(setting.tablet().transport.take().down, extent.entries));
    test::require(entries_on(setting.tablet()) == extent.entries, "The tablet has other entries.");
}

// From "saved" on this device to the receipt being durable here.
std::vector<double> single_turns(Setting& setting, Device& phone, std::size_t count,
                                 Traffic& traffic) {
    std::vector<double> ms;
    for (std::size_t i = 0; i < count; ++i) {
        log_one(setting, 0);
        const StopWatch watch;
        phone.sync();
        ms.push_back(watch.ms());
        const Traffic turn = phone.transport.take();
        traffic.up += turn.up;
        traffic.down += turn.down;
        traffic.requests += turn.requests;
    }
    return ms;
}

void one_by_one(Setting& setting, const Extent& extent, Samples& samples) {
    Traffic traffic;
    const auto ms = single_turns(setting, setting.phone(), extent.single_turns, traffic);
    samples.add("one record durable ack, median ms", percentile(ms, 0.5));
    samples.add("one record durable ack, p95 ms", percentile(ms, 0.95));
    samples.add("one record, B up", per(traffic.up, ms.size()));
    samples.add("one record, B down", per(traffic.down, ms.size()));
    samples.add("one record, B both ways", per(traffic.up + traffic.down, ms.size()));
    samples.add("one record, round trips", per(traffic.requests, ms.size()));
}

void late_and_idle(Setting& setting, Samples& samples) {
    setting.tablet().sync();
    log_one(setting, 4);
    setting.phone().sync();
    setting.tablet().transport.take();
    setting.tablet().sync();
    const Traffic late = setting.tablet().transport.take();
    samples.add("late record, B up", static_cast<double>(late.up));
    samples.add("late record, B down", static_cast<double>(late.down));

    setting.phone().transport.take();
    setting.phone().sync();
    const Traffic idle = setting.phone().transport.take();
    samples.add("idle turn, client with two vaults, B up", static_cast<double>(idle.up));
    samples.add("idle turn, client with two vaults, B down", static_cast<double>(idle.down));
}

}  // namespace

void tell_story(Setting& setting, const Extent& extent, Samples& samples) {
    const std::uint64_t bytes_before = [&] {
        setting.server().stop();
        const std::uint64_t bytes = bytes_in(setting.server().data_folder());
        setting.server().start();
        return bytes;
    }();
    log_push_and_pull(setting, extent, samples);
    const double peak = resident_mb_peak(setting.server().id());
    setting.server().stop();
    const std::uint64_t grown = bytes_in(setting.server().data_folder()) - bytes_before;
    samples.add("disk B/rec", per(grown, extent.entries));
    samples.add("server RSS peak of push and pull, MB", peak);
    setting.server().start();

    setting.phone().sync();  // the first turn after a restart connects anew
    setting.tablet().sync();
    one_by_one(setting, extent, samples);
    late_and_idle(setting, samples);
}

}  // namespace evenkeel::bench
