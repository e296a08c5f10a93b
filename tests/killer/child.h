// A child process whose streams are files or pipes of ours. Only children started here are ever
// stopped, by their id, and none outlives its parent.
#pragma once

#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace evenkeel::test {

using Words = std::vector<std::string>;

// An open file that is closed at the end.
class File {
public:
    File() = default;
    explicit File(int number) : number_(number) {}
    File(File&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~File() { close(); }
    void close();
    [[nodiscard]] int number() const { return number_; }

private:
    int number_ = -1;
};

struct Pipe {
    File read_end;
    File write_end;
};
Pipe make_pipe();
File open_to_append(const std::string& path);

// -1: /dev/null.
struct Streams {
    int in = -1;
    int out = -1;
    int err = -1;
};

enum class Traced { no, yes };

// Starts a program in a process group of its own. A traced one is stopped before it begins, and its
// exit code is `ptrace_refused` where the system does not allow tracing.
constexpr int ptrace_refused = 97;
pid_t start_program(const Words& command, const Streams& streams, Traced traced);

class Child {
public:
    Child(const Words& command, const Streams& streams)
        : id_(start_program(command, streams, Traced::no)) {}
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() { kill_now(); }

    [[nodiscard]] pid_t id() const { return id_; }
    // Waits for its end; the exit code, or 128 and the signal's number.
    int wait_for_end();
    // SIGTERM, then as above.
    int stop();
    // SIGKILL, if it is still there.
    void kill_now();
    [[nodiscard]] bool has_ended();

private:
    pid_t id_ = -1;
    int exit_code_ = -1;
};

// Runs a program to its end and gives what it wrote to standard output; anything but exit code 0
// stops the test with what it wrote to standard error.
std::string output_of(const Words& command);

}  // namespace evenkeel::test
