// A disk that is full, for one process: loaded in front of the C library, it lets files below
// EVENKEEL_FULL_DISK_FOLDER grow no further. Needs no rights and harms no real disk.
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <sys/types.h>
#include <unistd.h>

namespace {

bool is_in_full_folder(int file) {
    const char* folder = std::getenv("EVENKEEL_FULL_DISK_FOLDER");
    if (folder == nullptr) return false;
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t size = readlink(link, path, sizeof path - 1);
    if (size <= 0) return false;
    path[size] = '\0';
    return std::strncmp(path, folder, std::strlen(folder)) == 0;
}

template <typename Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

ssize_t refuse() {
    errno = ENOSPC;
    return -1;
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t count) {
    if (is_in_full_folder(file)) return refuse();
    return next<ssize_t (*)(int, const void*, size_t)>("write")(file, bytes, count);
}

ssize_t pwrite(int file, const void* bytes, size_t count, off_t offset) {
    if (is_in_full_folder(file)) return refuse();
    return next<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(file, bytes, count, offset);
}

ssize_t pwrite64(int file, const void* bytes, size_t count, off64_t offset) {
    if (is_in_full_folder(file)) return refuse();
    return next<ssize_t (*)(int, const void*, size_t, off64_t)>("pwrite64")(file, bytes, count,
                                                                            offset);
}

}  // extern "C"
