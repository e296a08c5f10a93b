#include "core/base/new_file.h"

#include "core/base/files.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace evenkeel {
namespace {

constexpr mode_t private_file = 0600;
constexpr const char* unfinished = ".part";

Error there_already() {
    return {ErrorCode::invalid_input,
            "A file of that name is there already, and stays as it is. Choose another name."};
}

Error system_error() {
    const int number = errno;
    switch (number) {
        case ENOENT:
            return {ErrorCode::not_found,
                    "There is no such folder; nothing was written. Choose another one."};
        case ENOSPC:
        case EDQUOT:
            return {ErrorCode::disk_full, "The disk is full; nothing was written."};
        case EACCES:
        case EPERM:
        case EROFS:
            return {ErrorCode::refused,
                    "The system lets nobody write into that folder; nothing was written. Choose "
                    "another one."};
        default:
            return Error(ErrorCode::internal, "The file could not be written (error {}).")
                .with(number);
    }
}

// A new name is durable only once its folder is.
Result<void> flush_folder_of(const std::string& path) {
    const auto slash = path.find_last_of('/');
    const std::string folder = slash == std::string::npos ? "." : path.substr(0, slash + 1);
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return system_error();
    const bool is_durable = fsync(opened) == 0;
    const int number = errno;
    close(opened);
    errno = number;
    return is_durable ? Result<void>() : system_error();
}

}  // namespace

Result<NewFile> NewFile::begin(const std::string& path) {
    if (path.empty() || path.ends_with('/')) {
        return Error(ErrorCode::invalid_input, "Give the file a name; nothing was written.");
    }
    if (file_exists(path)) return there_already();
    const std::string begun = path + unfinished;
    // What an earlier run left behind when it was killed is nobody's any more.
    unlink(begun.c_str());
    const int file =
        open(begun.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, private_file);
    if (file < 0) return system_error();
    return NewFile(path, file);
}

NewFile::NewFile(NewFile&& other) noexcept
    : path_(std::move(other.path_)), file_(std::exchange(other.file_, -1)) {}

NewFile::~NewFile() {
    if (file_ < 0) return;
    close(file_);
    unlink((path_ + unfinished).c_str());
}

Result<void> NewFile::append(ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(file_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return system_error();
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> NewFile::finish() {
    if (fsync(file_) != 0) return system_error();
    const std::string begun = path_ + unfinished;
    // Never over a file that came meanwhile. Where the file system cannot promise that, it is
    // looked for right before.
    bool is_done =
        renameat2(AT_FDCWD, begun.c_str(), AT_FDCWD, path_.c_str(), RENAME_NOREPLACE) == 0;
    if (!is_done && errno == EEXIST) return there_already();
    if (!is_done && (errno == EINVAL || errno == ENOSYS)) {
        if (file_exists(path_)) return there_already();
        is_done = rename(begun.c_str(), path_.c_str()) == 0;
    }
    if (!is_done) return system_error();
    close(std::exchange(file_, -1));
    return flush_folder_of(path_);
}

}  // namespace evenkeel
