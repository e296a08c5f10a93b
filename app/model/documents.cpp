#include "app/model/documents.h"

#include "core/base/files.h"
#include "core/domain/local_time.h"

#include <cstdlib>

namespace evenkeel::model {

namespace {

constexpr std::size_t user_dirs_bytes_max = 64 * 1024;
// A person with more files of one day and name than this picks a name by hand.
constexpr int names_tried_max = 99;

std::string variable(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

// The line XDG_DOCUMENTS_DIR="$HOME/Documents" of the file that desktops write.
std::string from_user_dirs(std::string_view text, const std::string& home) {
    constexpr std::string_view start = "XDG_DOCUMENTS_DIR=\"";
    constexpr std::string_view home_word = "$HOME";
    for (std::size_t at = text.find(start); at != std::string_view::npos;
         at = text.find(start, at + 1)) {
        if (at > 0 && text[at - 1] != '\n') continue;
        const std::string_view rest = text.substr(at + start.size());
        const std::string_view value = rest.substr(0, rest.find('"'));
        if (value.starts_with('/')) return std::string(value);
        if (value.starts_with(home_word)) return home + std::string(value.substr(home_word.size()));
    }
    return {};
}

}  // namespace

std::string documents_folder() {
    const std::string home = variable("HOME");
    if (const std::string named = variable("XDG_DOCUMENTS_DIR"); file_exists(named)) return named;
    std::string config = variable("XDG_CONFIG_HOME");
    if (config.empty()) config = home + "/.config";
    const auto text = read_whole_file(config + "/user-dirs.dirs", user_dirs_bytes_max);
    if (text.ok()) {
        const std::string named = from_user_dirs(as_text(text.value()), home);
        if (file_exists(named)) return named;
    }
    const std::string usual = home + "/Documents";
    return file_exists(usual) ? usual : home;
}

std::string free_path(const std::string& folder, const std::string& name,
                      const std::string& ending) {
    const std::string start = folder.empty() ? name : folder + "/" + name;
    std::string path = start + ending;
    for (int i = 2; file_exists(path) && i <= names_tried_max; ++i) {
        path = start + " " + std::to_string(i) + ending;
    }
    return path;
}

Result<void> write_new_file(const std::string& path, ByteView bytes) {
    if (path.empty() || path.ends_with('/')) {
        return Error(ErrorCode::invalid_input, "Give the file a name; nothing was written.");
    }
    if (file_exists(path)) {
        return Error(ErrorCode::invalid_input,
                     "A file of that name is there already, and stays as it is. Choose another "
                     "name.");
    }
    const auto written = write_whole_file(path, bytes);
    if (written.ok()) return {};
    switch (written.error().code()) {
        case ErrorCode::not_found:
            return Error(ErrorCode::not_found,
                         "There is no such folder; nothing was written. Choose another one.");
        case ErrorCode::refused:
            return Error(ErrorCode::refused,
                         "The system lets nobody write into that folder; nothing was written. "
                         "Choose another one.");
        case ErrorCode::disk_full:
            return Error(ErrorCode::disk_full, "The disk is full; nothing was written.");
        default:
            return written;
    }
}

std::string file_day(Instant now, const std::string& zone) {
    const auto time = local_time(now, zone);
    return time.ok() ? print_date(time.value().date) : std::string();
}

}  // namespace evenkeel::model
