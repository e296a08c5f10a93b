#include "core/base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace evenkeel {
namespace {

constexpr mode_t private_directory = 0700;
constexpr mode_t private_file = 0600;
constexpr std::size_t first_read_bytes = 64 * 1024;  // most files at once

Error file_error(int number) {
    switch (number) {
        case ENOENT:
            return {ErrorCode::not_found, "There is no such file or folder."};
        case ENOSPC:
        case EDQUOT:
            return {ErrorCode::disk_full, "The disk is full."};
        case EACCES:
        case EPERM:
        case EROFS:
            return {ErrorCode::refused, "The system does not let us use this folder."};
        default:
            break;
    }
    return {ErrorCode::internal, "A file could not be read or written (error {})."};
}
Error system_error() {
    const int number = errno;
    return file_error(number).with(number);
}

class File {
public:
    File(const std::string& path, int flags)
        : number_(open(path.c_str(), flags | O_CLOEXEC, private_file)) {}
    ~File() {
        if (number_ >= 0) close(number_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    [[nodiscard]] int number() const { return number_; }
    int release() { return std::exchange(number_, -1); }

private:
    int number_;
};

std::string directory_of(const std::string& path) {
    const auto slash = path.find_last_of('/');
    if (slash == std::string::npos) return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

// Never made private here: it may be a folder others work in, such as /tmp.
Result<void> check_private(const std::string& directory) {
    struct stat facts {};
    if (stat(directory.c_str(), &facts) != 0) return system_error();
    if (S_ISDIR(facts.st_mode) && facts.st_uid == geteuid() && (facts.st_mode & 077) == 0) {
        return {};
    }
    return Error(ErrorCode::refused, "This folder is not private to you; choose one that is new.");
}

// A new name in a directory is durable only once the directory is.
Result<void> flush_directory(const std::string& directory) {
    const File file(directory, O_RDONLY | O_DIRECTORY);
    if (!file.is_open() || fsync(file.number()) != 0) return system_error();
    return {};
}

Result<void> write_and_flush(const std::string& path, ByteView bytes) {
    const File file(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
    if (!file.is_open()) return system_error();
    while (!bytes.empty()) {
        const ssize_t written = write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return system_error();
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (fsync(file.number()) != 0) return system_error();
    return {};
}

}  // namespace

Result<void> make_private_directory(const std::string& path) {
    if (path.empty()) return Error(ErrorCode::invalid_input, "The profile needs a folder.");
    for (auto end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const std::string part = path.substr(0, end);
        if (mkdir(part.c_str(), private_directory) != 0 && errno != EEXIST) return system_error();
        if (end == std::string::npos) break;
    }
    TRY(check_private(path));
    return flush_directory(directory_of(path));
}

Result<void> rename_folder(const std::string& from, const std::string& to) {
    const Error taken(ErrorCode::refused, "There is something of that name already.");
    bool is_done = renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0;
    if (!is_done && errno == EEXIST) return taken;
    // Where the file system cannot promise that, it is looked for right before.
    if (!is_done && (errno == EINVAL || errno == ENOSYS)) {
        if (file_exists(to)) return taken;
        is_done = rename(from.c_str(), to.c_str()) == 0;
    }
    if (!is_done) return system_error();
    return flush_directory(directory_of(to));
}

bool file_exists(const std::string& path) { return access(path.c_str(), F_OK) == 0; }

Result<Bytes> read_whole_file(const std::string& path, std::size_t bytes_max) {
    const File file(path, O_RDONLY);
    if (!file.is_open()) return system_error();
    // One byte more than allowed shows that the file is too long. The room grows with what is read,
    // since the limit can be a thousand times the file.
    Bytes bytes;
    std::size_t size = 0;
    while (size <= bytes_max) {
        if (size == bytes.size()) {
            bytes.resize(std::min(bytes_max + 1, std::max(first_read_bytes, 2 * size)));
        }
        const ssize_t got = read(file.number(), bytes.data() + size, bytes.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return system_error();
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    if (size > bytes_max) return Error(ErrorCode::damaged, "The file is longer than it can be.");
    bytes.resize(size);
    return bytes;
}

Result<void> write_whole_file(const std::string& path, ByteView bytes) {
    const std::string unfinished = path + ".new";
    if (auto written = write_and_flush(unfinished, bytes); !written.ok()) {
        unlink(unfinished.c_str());
        return written;
    }
    if (rename(unfinished.c_str(), path.c_str()) != 0) return system_error();
    return flush_directory(directory_of(path));
}

Result<void> remove_file(const std::string& path) {
    if (unlink(path.c_str()) != 0) {
        if (errno == ENOENT) return {};
        return system_error();
    }
    return flush_directory(directory_of(path));
}

Result<ProcessLock> ProcessLock::take(const std::string& path) {
    File file(path, O_RDWR | O_CREAT | O_NOFOLLOW);
    if (!file.is_open()) return system_error();
    if (flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return system_error();
        return Error(ErrorCode::busy, "This profile is already open in another program.");
    }
    return ProcessLock(file.release());
}

bool ProcessLock::is_held(const std::string& path) {
    const File file(path, O_RDONLY | O_NOFOLLOW);
    return file.is_open() && flock(file.number(), LOCK_SH | LOCK_NB) != 0;
}

ProcessLock::~ProcessLock() {
    if (file_ >= 0) close(file_);
}

}  // namespace evenkeel
