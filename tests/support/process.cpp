#include "tests/support/process.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <signal.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace evenkeel::test {

namespace {

struct Redirection {
    int target;
    std::string path;
    int flags;
};

pid_t start(const std::vector<std::string>& command, const Environment& environment,
            const std::vector<Redirection>& redirections) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const Redirection& redirection : redirections) {
        posix_spawn_file_actions_addopen(&actions, redirection.target, redirection.path.c_str(),
                                         redirection.flags, 0600);
    }
    std::vector<std::string> variables;
    for (char** variable = environ; *variable != nullptr; ++variable) {
        variables.emplace_back(*variable);
    }
    for (const auto& [name, value] : environment) variables.push_back(name + "=" + value);
    std::vector<char*> arguments;
    for (const std::string& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    std::vector<char*> variable_pointers;
    for (const std::string& variable : variables) {
        variable_pointers.push_back(const_cast<char*>(variable.c_str()));
    }
    variable_pointers.push_back(nullptr);
    pid_t id = -1;
    const int failure = posix_spawn(&id, command.front().c_str(), &actions, nullptr,
                                    arguments.data(), variable_pointers.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failure != 0) throw std::runtime_error("cannot start " + command.front());
    return id;
}

int exit_code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// A pair of ends: what is written to the first is typed at the second.
class Terminal {
public:
    Terminal() : keys_(posix_openpt(O_RDWR | O_NOCTTY)) {
        if (keys_ < 0 || grantpt(keys_) != 0 || unlockpt(keys_) != 0) {
            throw std::runtime_error("no terminal");
        }
        place_ = ptsname(keys_);
        held_open_ = open(place_.c_str(), O_RDWR | O_NOCTTY);
    }
    ~Terminal() {
        close(held_open_);
        close(keys_);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    void type(const std::string& line) const {
        const std::string typed = line + "\n";
        if (write(keys_, typed.data(), typed.size()) != static_cast<ssize_t>(typed.size())) {
            throw std::runtime_error("the terminal takes no more");
        }
    }
    [[nodiscard]] const std::string& place() const { return place_; }

private:
    int keys_ = -1;
    int held_open_ = -1;
    std::string place_;
};

Finished run(const std::vector<std::string>& command, const Environment& environment,
             const std::string& input) {
    const ScratchFolder scratch;
    constexpr int write_flags = O_WRONLY | O_CREAT | O_TRUNC;
    const pid_t id = start(command, environment,
                           {{STDIN_FILENO, input, O_RDONLY | O_NOCTTY},
                            {STDOUT_FILENO, scratch.path("out"), write_flags},
                            {STDERR_FILENO, scratch.path("err"), write_flags}});
    int status = 0;
    waitpid(id, &status, 0);
    return {.exit_code = exit_code_of(status),
            .output = read_text(scratch.path("out")),
            .errors = read_text(scratch.path("err"))};
}

}  // namespace

Finished run_program(const std::vector<std::string>& command, const Environment& environment,
                     const std::string& input) {
    const ScratchFolder scratch;
    write_text(scratch.path("in"), input);
    return run(command, environment, scratch.path("in"));
}

Finished run_at_terminal(const std::vector<std::string>& command, const Environment& environment,
                         const std::vector<std::string>& lines) {
    const Terminal terminal;
    for (const std::string& line : lines) terminal.type(line);
    return run(command, environment, terminal.place());
}

Background::Background(const std::vector<std::string>& command, const std::string& log_file,
                       const Environment& environment) {
    constexpr int append_flags = O_WRONLY | O_CREAT | O_APPEND;
    id_ = start(command, environment,
                {{STDIN_FILENO, "/dev/null", O_RDONLY},
                 {STDOUT_FILENO, log_file, append_flags},
                 {STDERR_FILENO, log_file, append_flags}});
}

Background::~Background() {
    if (id_ > 0) kill_now();
}

int Background::wait() {
    if (id_ <= 0) return -1;
    int status = 0;
    waitpid(id_, &status, 0);
    id_ = -1;
    return exit_code_of(status);
}

int Background::stop() {
    if (id_ <= 0) return -1;
    kill(id_, SIGTERM);
    return wait();
}

void Background::kill_now() {
    if (id_ <= 0) return;
    kill(id_, SIGKILL);
    wait();
}

ScratchFolder::ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "evenkeel-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
    path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string ScratchFolder::path(const std::string& name) const {
    return name.empty() ? path_ : path_ + "/" + name;
}

std::string read_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void write_text(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
}

}  // namespace evenkeel::test
