// Cuts one process off at a chosen step: loaded in front of the C library, it counts what goes to
// the network, what comes from it, and what is made durable, and at step EVENKEEL_CUT_AT either
// ends the process as a kill would or closes the network for good. EVENKEEL_CUT_MARK is a file
// that is made when that happens. What was received at that step is never seen by the program.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string>
#include <sys/socket.h>
#include <unistd.h>

namespace {

std::atomic<bool> is_cut = false;

template <typename Function>
Function next(const char* name) {
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

bool ends_process() {
    const char* how = std::getenv("EVENKEEL_CUT_HOW");
    return how != nullptr && std::strcmp(how, "kill") == 0;
}

// Counts one step, and carries out the cut if it is the one.
void step() {
    static std::atomic<int> steps = 0;
    const char* at = std::getenv("EVENKEEL_CUT_AT");
    if (at == nullptr || std::to_string(++steps) != at) return;
    is_cut = true;
    if (const char* mark = std::getenv("EVENKEEL_CUT_MARK")) {
        close(open(mark, O_WRONLY | O_CREAT, 0600));
    }
    if (ends_process()) kill(getpid(), SIGKILL);
}

ssize_t broken(int socket) {
    shutdown(socket, SHUT_RDWR);
    errno = ECONNRESET;
    return -1;
}

}  // namespace

extern "C" {

ssize_t send(int socket, const void* bytes, size_t count, int flags) {
    step();
    if (is_cut) return broken(socket);
    return next<ssize_t (*)(int, const void*, size_t, int)>("send")(socket, bytes, count, flags);
}

ssize_t recv(int socket, void* bytes, size_t count, int flags) {
    const auto real = next<ssize_t (*)(int, void*, size_t, int)>("recv");
    const ssize_t received = is_cut ? 0 : real(socket, bytes, count, flags);
    if (received > 0) step();
    return is_cut ? broken(socket) : received;
}

int fdatasync(int file) {
    if (ends_process()) step();
    return next<int (*)(int)>("fdatasync")(file);
}

int fsync(int file) {
    if (ends_process()) step();
    return next<int (*)(int)>("fsync")(file);
}

}  // extern "C"
