// Files as the rest of the program needs them: a private directory, whole files that are either old
// or new but never half, and the lock that keeps a second process out. A port: each system has its
// implementation in `platform`, chosen when linking.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <string>

namespace evenkeel {

// Makes the directory and what is missing above it, readable by this person only. One that is there
// already is not changed; refused if it is not this person's own or open to others.
Result<void> make_private_directory(const std::string& path);

// Gives a folder another name beside it, at once, with all that is in it. Durable when it returns;
// refused if there is something of that name.
Result<void> rename_folder(const std::string& from, const std::string& to);

[[nodiscard]] bool file_exists(const std::string& path);
// The whole file; not_found if there is none, damaged if it is longer than `bytes_max`.
Result<Bytes> read_whole_file(const std::string& path, std::size_t bytes_max);
// Replaces the file at once: after a power cut it holds the old bytes or the new ones. Durable when
// it returns. Readable by this person only.
Result<void> write_whole_file(const std::string& path, ByteView bytes);
// Durable when it returns; that there is no such file is no error.
Result<void> remove_file(const std::string& path);

// Held as long as it lives, and given up by the system if the process dies.
class ProcessLock {
public:
    // busy if another process holds it.
    static Result<ProcessLock> take(const std::string& path);
    // Whether a process holds it now. Who takes it at that very moment may find it busy.
    [[nodiscard]] static bool is_held(const std::string& path);
    ProcessLock(ProcessLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
    ProcessLock& operator=(ProcessLock&&) = delete;
    ~ProcessLock();

private:
    explicit ProcessLock(int file) : file_(file) {}
    int file_;
};

}  // namespace evenkeel
