#include "tests/bench/machine.h"

#include "tests/killer/must.h"
#include "tests/support/process.h"

#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <unistd.h>

namespace evenkeel::bench {

namespace {

std::optional<double> mb_of_line(pid_t process, const std::string& name) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    std::string word;
    while (status >> word) {
        if (word != name) continue;
        double kib = 0;
        status >> kib;
        return kib * 1024 / 1e6;
    }
    return std::nullopt;
}

double must_tell(const std::optional<double>& mb) {
    test::require(mb.has_value(), "The system does not tell the memory of the server.");
    return *mb;
}

}  // namespace

double resident_mb(pid_t process) { return must_tell(mb_of_line(process, "VmRSS:")); }
double resident_mb_peak(pid_t process) { return must_tell(resident_mb_peak_so_far(process)); }
std::optional<double> resident_mb_peak_so_far(pid_t process) {
    return mb_of_line(process, "VmHWM:");
}

double cpu_ms(pid_t process) {
    clockid_t clock{};
    timespec used{};
    test::require(clock_getcpuclockid(process, &clock) == 0 && clock_gettime(clock, &used) == 0,
                  "The system does not tell how much a process has worked.");
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

WorkWatch::WorkWatch(pid_t other)
    : other_(other), own_begin_ms_(cpu_ms(getpid())), other_begin_ms_(cpu_ms(other)) {}
double WorkWatch::own_ms() const { return cpu_ms(getpid()) - own_begin_ms_; }
double WorkWatch::other_ms() const { return cpu_ms(other_) - other_begin_ms_; }

std::uint64_t bytes_in(const std::string& folder) {
    std::uint64_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) bytes += entry.file_size();
    }
    return bytes;
}

std::string load_average() {
    std::istringstream file(test::read_text("/proc/loadavg"));
    std::string one, five, fifteen;
    file >> one >> five >> fifteen;
    return one + " " + five + " " + fifteen;
}

}  // namespace evenkeel::bench
