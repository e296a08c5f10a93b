#include "tests/bench/story.h"

#include "core/store/sync_store.h"
#include "tests/bench/machine.h"
#include "tests/killer/must.h"

#include <thread>

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
    const WorkWatch push_work(setting.server().id());
    const StopWatch pushing;
    setting.phone().sync();
    const double push_s = pushing.seconds();
    samples.add("push 10k, device CPU ms", push_work.own_ms() * scale);
    samples.add("push 10k, server CPU ms", push_work.other_ms() * scale);
    samples.add("push 10k, s", push_s * scale);
    samples.add("push 10k, rec/s", static_cast<double>(extent.entries) / push_s);
    samples.add("up B/rec", per(setting.phone().transport.take().up, extent.entries));
    samples.add("server RSS after push, MB", resident_mb(setting.server().id()));

    setting.phone().sync();
    const Traffic echo = setting.phone().transport.take();
    samples.add("next pull after own push, B up", static_cast<double>(echo.up));
    samples.add("next pull after own push, B down", static_cast<double>(echo.down));

    setting.tablet().transport.take();
    const WorkWatch pull_work(setting.server().id());
    const StopWatch pulling;
    setting.tablet().sync();
    samples.add("fresh pull, s", pulling.seconds() * scale);
    samples.add("fresh pull, device CPU ms", pull_work.own_ms() * scale);
    samples.add("fresh pull, server CPU ms", pull_work.other_ms() * scale);
    samples.add("down B/rec", per(setting.tablet().transport.take().down, extent.entries));
    test::require(entries_on(setting.tablet()) == extent.entries, "The tablet has other entries.");
}

// The product keeps its connection for some seconds; a record that comes later makes a new one.
enum class Connection { kept, new_each_turn };

struct SingleTurns {
    std::vector<double> ms;  // from "saved" on this device to the receipt being durable here
    double device_cpu_ms = 0;
    double server_cpu_ms = 0;
};

SingleTurns single_turns(Setting& setting, std::size_t count, Connection connection) {
    Device& phone = setting.phone();
    SingleTurns turns;
    for (std::size_t i = 0; i < count; ++i) {
        log_one(setting, 0);
        if (connection == Connection::new_each_turn) phone.transport.cancel();
        const WorkWatch work(setting.server().id());
        const StopWatch watch;
        phone.sync();
        turns.ms.push_back(watch.ms());
        turns.device_cpu_ms += work.own_ms();
        turns.server_cpu_ms += work.other_ms();
    }
    return turns;
}

void one_by_one(Setting& setting, const Extent& extent, Samples& samples) {
    const auto anew = single_turns(setting, extent.single_turns, Connection::new_each_turn);
    samples.add("one record, new TLS each turn, median ms", percentile(anew.ms, 0.5));
    // One record comes after a quiet while, in which the server has tidied up.
    std::this_thread::sleep_for(std::chrono::seconds(6));
    setting.phone().sync();
    setting.phone().transport.take();
    const auto kept = single_turns(setting, extent.single_turns, Connection::kept);
    const Traffic traffic = setting.phone().transport.take();
    const std::vector<double>& ms = kept.ms;
    const auto count = static_cast<double>(ms.size());
    samples.add("one record, device CPU ms", kept.device_cpu_ms / count);
    samples.add("one record, server CPU ms", kept.server_cpu_ms / count);
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
    samples.add("idle turn, B up", static_cast<double>(idle.up));
    samples.add("idle turn, B down", static_cast<double>(idle.down));
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
