#include "tests/bench/machine.h"

#include "tests/killer/must.h"
#include "tests/support/process.h"

#include <filesystem>
#include <sstream>
#include <unistd.h>

namespace evenkeel::bench {

namespace {

double mb_of_line(pid_t process, const std::string& name) {
    std::istringstream status(test::read_text("/proc/" + std::to_string(process) + "/status"));
    std::string word;
    while (status >> word) {
        if (word != name) continue;
        double kib = 0;
        status >> kib;
        return kib * 1024 / 1e6;
    }
    test::stop_with("The system does not tell the memory of the server.");
}

}  // namespace

double resident_mb(pid_t process) { return mb_of_line(process, "VmRSS:"); }
double resident_mb_peak(pid_t process) { return mb_of_line(process, "VmHWM:"); }

double cpu_ms(pid_t process) {
    const std::string stat = test::read_text("/proc/" + std::to_string(process) + "/stat");
    // The name in parentheses may hold blanks; the state is field 3, the times are 14 and 15.
    std::istringstream fields(stat.substr(stat.rfind(')') + 2));
    std::string skipped;
    for (int field = 3; field < 14; ++field) fields >> skipped;
    double user = 0;
    double system = 0;
    fields >> user >> system;
    return (user + system) * 1000 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

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
