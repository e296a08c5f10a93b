#include "tests/bench/machine.h"
#include "tests/bench/story.h"
#include "tests/killer/must.h"

#include <filesystem>
#include <sstream>

namespace evenkeel::bench {

namespace {

constexpr const char* strace_program = "/usr/bin/strace";

double unix_seconds(const Clock& clock) { return static_cast<double>(clock.now().ms) / 1000; }

// Lines read "PID SECONDS.MICROSECONDS fdatasync(7) = 0"; a call that another one interrupts has a
// second line, which says "resumed".
std::size_t calls_between(const std::string& trace, double begin, double end) {
    std::istringstream lines(trace);
    std::string line;
    std::size_t calls = 0;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string process;
        double moment = 0;
        words >> process >> moment;
        const bool is_call = line.find("sync(") != std::string::npos;
        calls += is_call && moment >= begin && moment <= end ? 1 : 0;
    }
    return calls;
}

}  // namespace

void count_fsyncs(Setting& setting, const Extent& extent, Samples& samples) {
    if (!std::filesystem::exists(strace_program)) return;
    const std::string trace = setting.folder("fsyncs");
    setting.server().stop();
    // -D: the server stays our child, and strace hangs on to it.
    setting.server().start(
        {strace_program, "-D", "-f", "-ttt", "-e", "trace=fsync,fdatasync", "-o", trace});
    setting.phone().sync();
    const test::TestClock& clock = setting.outside().clock;
    const double begin = unix_seconds(clock);
    for (std::size_t i = 0; i < extent.fsync_pushes; ++i) {
        log_one(setting, 0);
        setting.phone().sync();
    }
    const double end = unix_seconds(clock);
    setting.server().stop();
    setting.server().start();
    setting.phone().sync();
    samples.add("fsyncs per acknowledged push",
                static_cast<double>(calls_between(test::read_text(trace), begin, end)) /
                    static_cast<double>(extent.fsync_pushes));
}

}  // namespace evenkeel::bench
