#include "tests/killer/tracer.h"

#include "tests/killer/must.h"

#include <atomic>
#include <cerrno>
#include <signal.h>
#include <string>
#include <sys/ptrace.h>
#include <sys/time.h>
#include <sys/wait.h>

namespace evenkeel::test {

namespace {

constexpr const char* refusal =
    "This system does not allow ptrace, so nothing can be killed at a chosen system call. Allow it "
    "(in a container: the capability SYS_PTRACE) and run the test again.";

constexpr int call_stop_mark = 0x80;  // PTRACE_O_TRACESYSGOOD

std::atomic<bool> time_is_up = false;

void on_alarm(int) { time_is_up = true; }

// Interrupts waitpid when the time is up, again and again, so that no alarm comes too early.
class Deadline {
public:
    explicit Deadline(int limit_ms) {
        time_is_up = false;
        struct sigaction action {};
        action.sa_handler = on_alarm;  // without SA_RESTART
        sigaction(SIGALRM, &action, &before_);
        itimerval timer{};
        timer.it_value = {.tv_sec = limit_ms / 1000, .tv_usec = limit_ms % 1000 * 1000};
        timer.it_interval = {.tv_sec = 0, .tv_usec = 100'000};
        setitimer(ITIMER_REAL, &timer, nullptr);
    }
    ~Deadline() {
        const itimerval off{};
        setitimer(ITIMER_REAL, &off, nullptr);
        sigaction(SIGALRM, &before_, nullptr);
    }
    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

private:
    struct sigaction before_ {};
};

}  // namespace

Victim::Victim(const Words& command, const Streams& streams)
    : id_(start_program(command, streams, Traced::yes)) {
    begin();
}

void Victim::begin() {
    int status = 0;
    while (waitpid(id_, &status, __WALL) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status)) {
        const bool refused = WEXITSTATUS(status) == ptrace_refused;
        id_ = -1;
        stop_with(refused ? refusal : "A program to be traced could not be started.");
    }
    constexpr long options =
        PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL;
    require(ptrace(PTRACE_SETOPTIONS, id_, nullptr, options) == 0, refusal);
}

Ending Victim::run(const std::function<Verdict(const CallStop&)>& judge, int limit_ms) {
    const Deadline deadline(limit_ms);
    require(ptrace(PTRACE_SYSCALL, id_, nullptr, nullptr) == 0, refusal);
    const Ending ending = watch(judge);
    kill_now();
    return ending;
}

Ending Victim::watch(const std::function<Verdict(const CallStop&)>& judge) {
    for (;;) {
        int status = 0;
        const pid_t thread = waitpid(-id_, &status, __WALL);  // its whole process group
        if (time_is_up) return Ending::too_late;
        if (thread < 0) {
            if (errno == EINTR) continue;
            return Ending::ended_by_itself;
        }
        if (!WIFSTOPPED(status)) {
            calls_.erase(thread);
            if (thread != id_) continue;
            id_ = -1;
            return Ending::ended_by_itself;
        }
        CallStop stop;
        if (read_stop(thread, status, stop) && judge(stop) == Verdict::kill) return Ending::killed;
        let_go_on(thread, status);
    }
}

bool Victim::read_stop(pid_t thread, int status, CallStop& stop) {
    if (WSTOPSIG(status) != (SIGTRAP | call_stop_mark)) return false;
    __ptrace_syscall_info info{};
    const long size = ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof info, &info);
    if (size <= 0) {
        require(errno == ESRCH, refusal);
        return false;
    }
    if (info.op == PTRACE_SYSCALL_INFO_ENTRY) {
        calls_[thread] = info.entry.nr;
        stop = {.side = CallStop::Side::entry, .call = info.entry.nr, .size = info.entry.args[2]};
        return true;
    }
    if (info.op != PTRACE_SYSCALL_INFO_EXIT || !calls_.contains(thread)) return false;
    stop = {.side = CallStop::Side::exit, .call = calls_[thread], .result = info.exit.rval};
    return true;
}

void Victim::let_go_on(pid_t thread, int status) {
    const int signal = WSTOPSIG(status);
    // Stops of ptrace's own making are no signals: new threads begin with a SIGSTOP.
    const bool own = (signal & ~call_stop_mark) == SIGTRAP || signal == SIGSTOP;
    const long passed_on = own ? 0 : signal;
    ptrace(PTRACE_SYSCALL, thread, nullptr, passed_on);  // fails only if the thread is gone
}

void Victim::kill_now() {
    if (id_ < 0) return;
    kill(id_, SIGKILL);
    int status = 0;
    for (;;) {
        const pid_t thread = waitpid(-id_, &status, __WALL);
        if (thread < 0 && errno == EINTR) continue;
        if (thread < 0) break;  // nobody is left
        // A thread on its way out may stop once more.
        if (WIFSTOPPED(status)) ptrace(PTRACE_CONT, thread, nullptr, nullptr);
    }
    id_ = -1;
    calls_.clear();
}

}  // namespace evenkeel::test
