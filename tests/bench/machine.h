// Facts the system tells about a process, a folder and itself.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <sys/types.h>

namespace evenkeel::bench {

double resident_mb(pid_t process);                             // VmRSS
double resident_mb_peak(pid_t process);                        // VmHWM
std::optional<double> resident_mb_peak_so_far(pid_t process);  // none once it has ended
double cpu_ms(pid_t process);  // user and system, of all threads, since it began
std::uint64_t bytes_in(const std::string& folder);
// "0.52 0.61 0.70": the load averages, so that a reader knows who else was at work.
std::string load_average();

class StopWatch {
public:
    [[nodiscard]] double ms() const {
        const auto passed = std::chrono::steady_clock::now() - begin_;
        return std::chrono::duration<double, std::milli>(passed).count();
    }
    [[nodiscard]] double seconds() const { return ms() / 1000; }

private:
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

// What this process and another one work, waiting left out: on a busy machine it tells more than
// the time that passes.
class WorkWatch {
public:
    explicit WorkWatch(pid_t other);
    [[nodiscard]] double own_ms() const;
    [[nodiscard]] double other_ms() const;

private:
    pid_t other_;
    double own_begin_ms_;
    double other_begin_ms_;
};

}  // namespace evenkeel::bench
