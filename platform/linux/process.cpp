#include "platform/ports.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <link.h>
#include <malloc.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace evenkeel::platform {

namespace {

void mask_ending(int how) {
    sigset_t ending;
    sigemptyset(&ending);
    sigaddset(&ending, SIGTERM);
    sigaddset(&ending, SIGINT);
    pthread_sigmask(how, &ending, nullptr);
}

}  // namespace

bool has_graphics_card() {
    if (access("/dev/nvidiactl", F_OK) == 0 || access("/dev/dxg", F_OK) == 0) return true;
    std::error_code none;
    for (const auto& device : std::filesystem::directory_iterator("/dev/dri", none)) {
        if (device.path().filename().string().starts_with("renderD")) return true;
    }
    return false;
}

void start_no_session_bus() {
    const std::string socket = "/run/user/" + std::to_string(getuid()) + "/bus";
    if (access(socket.c_str(), F_OK) == 0) return;
    constexpr int keep_what_is_set = 0;
    setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:", keep_what_is_set);
}

void forbid_memory_dumps() {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

void expect_writes(void* memory, std::size_t bytes) {
    const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
    const auto begin = reinterpret_cast<std::uintptr_t>(memory) / page * page;
    const std::uintptr_t end = reinterpret_cast<std::uintptr_t>(memory) + bytes;
    // Kernels before 5.14 refuse, which costs time alone.
    (void)madvise(reinterpret_cast<void*>(begin), end - begin, MADV_POPULATE_WRITE);
}

// Other libraries than glibc decide by themselves.
void share_one_heap() {
#ifdef M_ARENA_MAX
    mallopt(M_ARENA_MAX, 1);
#endif
}

// What the loader wrote into a library's data is in no file, so only what cannot be written goes.
void give_back_code(std::string_view library) {
    const auto give_back = [](dl_phdr_info* info, std::size_t, void* wanted) {
        const std::string_view path = info->dlpi_name;
        const std::string_view name = path.substr(path.rfind('/') + 1);
        if (!name.starts_with(*static_cast<std::string_view*>(wanted))) return 0;
        const auto page = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
        for (std::size_t i = 0; i < info->dlpi_phnum; ++i) {
            const ElfW(Phdr)& part = info->dlpi_phdr[i];
            if (part.p_type != PT_LOAD || (part.p_flags & PF_W) != 0) continue;
            const std::uintptr_t begin = (info->dlpi_addr + part.p_vaddr) / page * page;
            const std::uintptr_t end = info->dlpi_addr + part.p_vaddr + part.p_memsz;
            (void)madvise(reinterpret_cast<void*>(begin), end - begin, MADV_DONTNEED);
        }
        return 0;
    };
    dl_iterate_phdr(give_back, &library);
}

void keep_new_files_private() { umask(077); }

// New threads inherit the mask of the one that makes them.
void keep_ending_from_threads() { mask_ending(SIG_BLOCK); }
void take_ending_here() { mask_ending(SIG_UNBLOCK); }

}  // namespace evenkeel::platform
