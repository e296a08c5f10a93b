#include "platform/linux/reader_watch.h"

#include "platform/linux/atspi_names.h"

#include <array>
#include <poll.h>
#include <utility>

namespace evenkeel::platform::accessible {

ReaderWatch::ReaderWatch(const std::string& address) {
    const bool connects = sd_bus_new(&bus_) >= 0 &&
                          sd_bus_set_address(bus_, address.c_str()) >= 0 &&
                          sd_bus_set_bus_client(bus_, 1) >= 0 && sd_bus_start(bus_) >= 0;
    if (!connects) {
        bus_ = sd_bus_unref(bus_);
        return;
    }
    sd_bus_match_signal_async(bus_, nullptr, status_name, status_path, properties_interface,
                              "PropertiesChanged", &ReaderWatch::status_changes, nullptr, this);
}

ReaderWatch::~ReaderWatch() { sd_bus_close_unref(bus_); }

int ReaderWatch::status_changes(sd_bus_message*, void* self, sd_bus_error*) {
    static_cast<ReaderWatch*>(self)->may_differ_ = true;
    return 0;
}

bool ReaderWatch::wait(int stop) {
    while (true) {
        // Also after each question: what came while it waited is not seen by `poll`.
        handle_all();
        if (!std::exchange(may_differ_, false)) {
            if (!sleep(stop)) return false;
            continue;
        }
        // Orca sets the first of the two, other readers and desktops either.
        if (is_set("IsEnabled") || is_set("ScreenReaderEnabled")) return true;
    }
}

// Until the bus has something; false: `stop` has.
bool ReaderWatch::sleep(int stop) const {
    std::array<pollfd, 2> files{{{stop, POLLIN, 0}, {-1, 0, 0}}};
    if (bus_ != nullptr) {
        files[1] = {sd_bus_get_fd(bus_), static_cast<short>(sd_bus_get_events(bus_)), 0};
    }
    poll(files.data(), files.size(), -1);
    return (files[0].revents & POLLIN) == 0;
}

// The service is not started for this: without it nobody reads.
bool ReaderWatch::is_set(const char* property) const {
    if (bus_ == nullptr) return false;
    sd_bus_message* call = nullptr;
    sd_bus_message* answer = nullptr;
    int is_so = 0;
    constexpr std::uint64_t answer_us_max = 3'000'000;
    const bool is_told = sd_bus_message_new_method_call(bus_, &call, status_name, status_path,
                                                        properties_interface, "Get") >= 0 &&
                         sd_bus_message_set_auto_start(call, 0) >= 0 &&
                         sd_bus_message_append(call, "ss", status_interface, property) >= 0 &&
                         sd_bus_call(bus_, call, answer_us_max, nullptr, &answer) >= 0 &&
                         sd_bus_message_read(answer, "v", "b", &is_so) >= 0;
    sd_bus_message_unref(call);
    sd_bus_message_unref(answer);
    return is_told && is_so != 0;
}

// A bus that went away is heard no more.
void ReaderWatch::handle_all() {
    int done = 1;
    while (bus_ != nullptr && done > 0) done = sd_bus_process(bus_, nullptr);
    if (done < 0) bus_ = sd_bus_close_unref(bus_);
}

}  // namespace evenkeel::platform::accessible
