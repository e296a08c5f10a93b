// While somebody reads: on the readers' bus as long as they are there. All of it lives on one
// thread, whose default main context runs.
#pragma once

#include "platform/linux/atspi_application.h"

#include <memory>

namespace evenkeel::platform::accessible {

class Presence {
public:
    // Called on that thread. `change` when `application` came or went.
    struct Calls {
        std::function<void()> change;
        std::function<void()> end;  // nobody reads any more
        std::function<void(Request)> request;
        std::function<void(Verdict)> verdict;
    };
    // `session` is the person's bus.
    Presence(Owned<GDBusConnection> session, Calls calls);
    ~Presence();
    Presence(const Presence&) = delete;
    Presence& operator=(const Presence&) = delete;

    // Looks whether somebody still reads; called by itself when that may have changed.
    void look();
    // Null while the readers' bus cannot be reached.
    [[nodiscard]] Application* application() { return application_.get(); }
    // The verdict comes by a call, unless the readers leave before they give it.
    void ask(std::uint32_t number, const Key& key);

private:
    [[nodiscard]] bool is_wanted();
    void join();
    void leave();
    void break_off();

    Owned<GDBusConnection> session_;
    Owned<GDBusConnection> bus_;  // the readers'
    Owned<GCancellable> calls_under_way_;
    Calls calls_;
    std::unique_ptr<Application> application_;
    guint status_match_ = 0;
    gulong closed_signal_ = 0;
    Owned<GSource> retry_;
};

}  // namespace evenkeel::platform::accessible
