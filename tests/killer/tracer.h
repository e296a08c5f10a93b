// A program that is stopped at each of its system calls, in all its threads, and killed at the one
// that was chosen for it.
#pragma once

#include "tests/killer/child.h"

#include <cstdint>
#include <functional>
#include <map>
#include <sys/types.h>

namespace evenkeel::test {

// A thread about to make a system call, or about to see what it returned.
struct CallStop {
    enum class Side { entry, exit };
    Side side = Side::entry;
    std::uint64_t call = 0;   // SYS_...
    std::uint64_t size = 0;   // entry: the third argument, which is how much to write
    std::int64_t result = 0;  // exit: negative means that it failed
};

enum class Verdict { go_on, kill };
enum class Ending { killed, ended_by_itself, too_late };

class Victim {
public:
    // Starts the program; it stands still until `run`. Stops the test with a clear sentence where
    // the system refuses ptrace.
    Victim(const Words& command, const Streams& streams);
    Victim(const Victim&) = delete;
    Victim& operator=(const Victim&) = delete;
    ~Victim() { kill_now(); }

    // Lets it run until `judge` says kill: then it is dead when this returns, without one more
    // instruction of its own. It is dead afterwards in any case.
    Ending run(const std::function<Verdict(const CallStop&)>& judge, int limit_ms);

private:
    void begin();
    Ending watch(const std::function<Verdict(const CallStop&)>& judge);
    // What a stopped thread's stop is; true if it is a system call's.
    bool read_stop(pid_t thread, int status, CallStop& stop);
    void let_go_on(pid_t thread, int status);
    void kill_now();

    pid_t id_ = -1;
    std::map<pid_t, std::uint64_t> calls_;  // what each thread is in
};

}  // namespace evenkeel::test
