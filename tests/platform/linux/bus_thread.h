// A service on a bus of a test's own, answered by a thread of its own.
#pragma once

#include <atomic>
#include <chrono>
#include <mutex>
#include <poll.h>
#include <stdexcept>
#include <string>
#include <systemd/sd-bus.h>
#include <thread>

namespace evenkeel::test {

inline void must(int result) {
    if (result < 0) throw std::runtime_error("a call of the private bus failed");
}

class BusThread {
public:
    // Connects; objects and names are added before `serve`.
    explicit BusThread(const std::string& address) {
        // The daemon's socket is there a moment before it listens.
        using namespace std::chrono_literals;
        for (int i = 0; i < 100 && !connects(address); ++i) std::this_thread::sleep_for(20ms);
        if (bus_ == nullptr) throw std::runtime_error("the private bus does not listen");
    }
    ~BusThread() {
        stopping_ = true;
        if (thread_.joinable()) thread_.join();
        sd_bus_flush_close_unref(bus_);
    }
    BusThread(const BusThread&) = delete;
    BusThread& operator=(const BusThread&) = delete;

    void add(const char* path, sd_bus_message_handler_t answer, void* self) {
        must(sd_bus_add_object(bus_, nullptr, path, answer, self));
    }
    void own(const char* name) { must(sd_bus_request_name(bus_, name, 0)); }
    void serve() {
        thread_ = std::thread([this] { run(); });
    }

    template <typename... Words>
    void emit(const char* path, const char* interface, const char* name, const char* types,
              Words... words) {
        const std::lock_guard lock(mutex_);
        must(sd_bus_emit_signal(bus_, path, interface, name, types, words...));
        must(sd_bus_flush(bus_));
    }

private:
    bool connects(const std::string& address) {
        must(sd_bus_new(&bus_));
        must(sd_bus_set_address(bus_, address.c_str()));
        must(sd_bus_set_bus_client(bus_, 1));
        must(sd_bus_negotiate_fds(bus_, 1));
        if (sd_bus_start(bus_) >= 0) return true;
        bus_ = sd_bus_unref(bus_);
        return false;
    }

    void run() {
        while (!stopping_) {
            int done = 1;
            while (done > 0) {
                const std::lock_guard lock(mutex_);
                done = sd_bus_process(bus_, nullptr);
            }
            pollfd file{sd_bus_get_fd(bus_), POLLIN, 0};
            poll(&file, 1, 20);
        }
    }

    std::mutex mutex_;  // guards the bus, which knows no threads
    sd_bus* bus_ = nullptr;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

}  // namespace evenkeel::test
