// Child processes for tests: real programs, with their output captured. Only children started here
// are ever stopped, by their id.
#pragma once

#include <string>
#include <sys/types.h>
#include <vector>

namespace evenkeel::test {

struct Finished {
    int exit_code = -1;
    std::string output;  // standard output
    std::string errors;  // standard error
};

using Environment = std::vector<std::pair<std::string, std::string>>;

// Runs a program to its end. `input` is its whole standard input.
Finished run_program(const std::vector<std::string>& command, const Environment& environment = {},
                     const std::string& input = "");

// The same at a terminal of its own, where somebody types `lines`, each with Enter.
Finished run_at_terminal(const std::vector<std::string>& command, const Environment& environment,
                         const std::vector<std::string>& lines);

// A program that goes on until it is stopped.
class Background {
public:
    Background(const std::vector<std::string>& command, const std::string& log_file,
               const Environment& environment = {});
    ~Background();
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    // Waits until it ends by itself; its exit code.
    int wait();
    // Asks it to end (SIGTERM) and waits; its exit code.
    int stop();
    // Ends it at once (SIGKILL).
    void kill_now();
    [[nodiscard]] pid_t id() const { return id_; }

private:
    pid_t id_ = -1;
};

// A directory of its own, gone at the end of the test.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] std::string path(const std::string& name = "") const;

private:
    std::string path_;
};

std::string read_text(const std::string& path);
void write_text(const std::string& path, const std::string& text);

}  // namespace evenkeel::test
