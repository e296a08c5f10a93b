// Whether anybody reads the screen to the person, asked of their bus by the small library that asks
// it for other things as well: GLib's takes a megabyte and a half, and is left alone until somebody
// does.
#pragma once

#include <string>
#include <systemd/sd-bus.h>

namespace evenkeel::platform::accessible {

class ReaderWatch {
public:
    // `address` is that of the person's bus. Where it cannot be reached nobody reads.
    explicit ReaderWatch(const std::string& address);
    ~ReaderWatch();
    ReaderWatch(const ReaderWatch&) = delete;
    ReaderWatch& operator=(const ReaderWatch&) = delete;

    // Sleeps until somebody reads, at once if somebody does at the first call; later calls wait for
    // a change. False: `stop`, an open file, can be read.
    [[nodiscard]] bool wait(int stop);

private:
    static int status_changes(sd_bus_message* signal, void* self, sd_bus_error* error);
    [[nodiscard]] bool is_set(const char* property) const;
    [[nodiscard]] bool sleep(int stop) const;
    void handle_all();

    sd_bus* bus_ = nullptr;
    bool may_differ_ = true;
};

}  // namespace evenkeel::platform::accessible
