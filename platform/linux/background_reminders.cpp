// Reminders while the window is closed: the program starts itself once more, without a window, now
// and by a file of the desktop's autostart folder.
#include "core/base/files.h"
#include "platform/linux/folders.h"
#include "platform/notifier.h"
#include "platform/ports.h"

#include <array>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace evenkeel::platform {
namespace {

// As the desktop entry specification quotes one word of a command.
std::string quoted(const std::string& word) {
    std::string text = "\"";
    for (const char letter : word) {
        // A backslash is doubled for the string, and once more for the word.
        if (letter == '\\') {
            text += "\\\\\\\\";
            continue;
        }
        if (letter == '"' || letter == '`' || letter == '$') text += "\\\\";
        if (letter == '%') text += '%';
        text += letter;
    }
    return text + "\"";
}

// Nobody waits for it, and it outlives this program.
bool start_alone(std::vector<std::string> command) {
    std::vector<char*> words;
    for (std::string& word : command) words.push_back(word.data());
    words.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0) return false;
    if (child == 0) {
        setsid();
        if (fork() != 0) _exit(0);
        const int nowhere = open("/dev/null", O_RDWR);
        for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
            dup2(nowhere, stream);
        }
        execv(words.front(), words.data());
        _exit(1);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child;
}

class AutostartReminders final : public BackgroundReminders {
public:
    AutostartReminders(std::string program, std::string profile_directory)
        : program_(std::move(program)), profile_(std::move(profile_directory)) {}

    bool can_show() override { return make_notifier()->available(); }

    Result<void> start_at_login(bool wanted) override {
        const std::string config = config_folder();
        if (config.empty() || program_.empty()) {
            return Error(ErrorCode::not_found, "The system names no folder for what it starts.");
        }
        const std::string folder = config + "/autostart";
        if (!wanted) return file_exists(folder) ? remove_file(file(folder)) : Result<void>();
        // Both belong to the person and others use them too, so they are made as others do.
        mkdir(config.c_str(), 0755);
        mkdir(folder.c_str(), 0755);
        const std::string text =
            "[Desktop Entry]\nType=Application\nName=Evenkeel\nComment=Reminders\nTerminal=false\n"
            "NoDisplay=true\nExec=" +
            quoted(program_) + " --background --profile " + quoted(profile_) + "\n";
        return write_whole_file(file(folder), as_bytes(text));
    }

    Result<void> start() override {
        if (!program_.empty() && start_alone({program_, "--background", "--profile", profile_})) {
            return {};
        }
        return Error(ErrorCode::refused, "Reminders could not be started; try once more.");
    }

private:
    // Each profile has its own: those that are not where profiles usually are, by a number.
    [[nodiscard]] std::string file(const std::string& folder) const {
        std::string name = folder + "/evenkeel-reminders";
        if (profile_ != default_data_folder()) {
            name += "-" + std::to_string(std::hash<std::string>()(profile_));
        }
        return name + ".desktop";
    }

    std::string program_;
    std::string profile_;
};

}  // namespace

std::string window_program() {
    std::array<char, 4096> path{};
    const ssize_t size = readlink("/proc/self/exe", path.data(), path.size());
    if (size <= 0) return {};
    std::string program(path.data(), static_cast<std::size_t>(size));
    program.resize(program.rfind('/') + 1);
    program += "evenkeel";
    return file_exists(program) ? program : std::string();
}

std::unique_ptr<BackgroundReminders> make_background_reminders(std::string program,
                                                               std::string profile_directory) {
    return std::make_unique<AutostartReminders>(std::move(program), std::move(profile_directory));
}

bool start_window(const std::string& profile_directory) {
    const std::string program = window_program();
    return !program.empty() && start_alone({program, "--profile", profile_directory});
}

}  // namespace evenkeel::platform
