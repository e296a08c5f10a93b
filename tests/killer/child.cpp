#include "tests/killer/child.h"

#include "tests/killer/must.h"
#include "tests/support/process.h"

#include <array>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

namespace evenkeel::test {

namespace {

constexpr int could_not_start = 98;

int exit_code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// In the child, between fork and exec: system calls only.
[[noreturn]] void become(char* const* arguments, const Streams& streams, Traced traced) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nothing = open("/dev/null", O_RDWR | O_CLOEXEC);
    dup2(streams.in < 0 ? nothing : streams.in, STDIN_FILENO);
    dup2(streams.out < 0 ? nothing : streams.out, STDOUT_FILENO);
    dup2(streams.err < 0 ? nothing : streams.err, STDERR_FILENO);
    if (traced == Traced::yes) {
        if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(ptrace_refused);
        raise(SIGSTOP);
    }
    execv(arguments[0], arguments);
    _exit(could_not_start);
}

}  // namespace

void File::close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
}

Pipe make_pipe() {
    std::array<int, 2> ends{};
    require(pipe2(ends.data(), O_CLOEXEC) == 0, "A pipe could not be made.");
    return {.read_end = File(ends[0]), .write_end = File(ends[1])};
}

File open_to_append(const std::string& path) {
    const int number = open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    require(number >= 0, "A log file could not be opened.");
    return File(number);
}

pid_t start_program(const Words& command, const Streams& streams, Traced traced) {
    std::vector<char*> arguments;
    for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const pid_t id = fork();
    require(id >= 0, "A process could not be started.");
    if (id == 0) become(arguments.data(), streams, traced);
    setpgid(id, id);  // whoever comes first, the child or we
    return id;
}

int Child::wait_for_end() {
    if (id_ < 0) return exit_code_;
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {
    }
    id_ = -1;
    return exit_code_ = exit_code_of(status);
}

int Child::stop() {
    if (id_ >= 0) kill(id_, SIGTERM);
    return wait_for_end();
}

void Child::kill_now() {
    if (id_ >= 0) kill(id_, SIGKILL);
    wait_for_end();
}

bool Child::has_ended() {
    if (id_ < 0) return true;
    int status = 0;
    if (waitpid(id_, &status, WNOHANG) != id_) return false;
    id_ = -1;
    exit_code_ = exit_code_of(status);
    return true;
}

std::string output_of(const Words& command) {
    const Finished finished = run_program(command);
    if (finished.exit_code != 0) {
        stop_with(command.front() + " failed: " + finished.errors + finished.output);
    }
    return finished.output;
}

}  // namespace evenkeel::test
