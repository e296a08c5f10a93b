// The folders of a person, as the desktops of this system name them.
#include "platform/linux/folders.h"

#include "core/base/files.h"
#include "platform/ports.h"

#include <cstdlib>
#include <pwd.h>
#include <string_view>
#include <unistd.h>

namespace evenkeel::platform {

namespace {

constexpr std::size_t user_dirs_bytes_max = 64 * 1024;

// The desktop specification says to ignore a path that is not absolute.
std::string absolute(const char* path) {
    return path != nullptr && path[0] == '/' ? std::string(path) : std::string();
}

// Empty where the system knows of none.
std::string home_folder() {
    std::string home = absolute(std::getenv("HOME"));
    if (!home.empty()) return home;
    const passwd* const user = getpwuid(getuid());
    return user == nullptr ? std::string() : absolute(user->pw_dir);
}

// Where `variable` says, else the usual place below the home folder; empty where there is none.
std::string folder_of(const char* variable, const std::string& usual) {
    std::string named = absolute(std::getenv(variable));
    if (!named.empty()) return named;
    const std::string home = home_folder();
    return home.empty() ? home : home + usual;
}

// The line XDG_DOCUMENTS_DIR="$HOME/Documents" of the file that desktops write.
std::string documents_in(std::string_view user_dirs, const std::string& home) {
    constexpr std::string_view start = "XDG_DOCUMENTS_DIR=\"";
    constexpr std::string_view home_word = "$HOME";
    for (std::size_t at = user_dirs.find(start); at != std::string_view::npos;
         at = user_dirs.find(start, at + 1)) {
        if (at > 0 && user_dirs[at - 1] != '\n') continue;
        const std::string_view rest = user_dirs.substr(at + start.size());
        const std::string_view value = rest.substr(0, rest.find('"'));
        if (value.starts_with('/')) return std::string(value);
        if (value.starts_with(home_word)) return home + std::string(value.substr(home_word.size()));
    }
    return {};
}

}  // namespace

std::string config_folder() { return folder_of("XDG_CONFIG_HOME", "/.config"); }

std::optional<std::string> default_data_folder() {
    const std::string data = folder_of("XDG_DATA_HOME", "/.local/share");
    return data.empty() ? std::nullopt : std::optional(data + "/evenkeel");
}

std::string documents_folder() {
    const std::string home = home_folder();
    if (const std::string named = absolute(std::getenv("XDG_DOCUMENTS_DIR")); file_exists(named)) {
        return named;
    }
    const auto text = read_whole_file(config_folder() + "/user-dirs.dirs", user_dirs_bytes_max);
    if (text.ok()) {
        const std::string named = documents_in(as_text(text.value()), home);
        if (file_exists(named)) return named;
    }
    const std::string usual = home + "/Documents";
    return file_exists(usual) ? usual : home;
}

}  // namespace evenkeel::platform
