// The bridge by AT-SPI: a thread of its own with its own copy of the tree, so that a question of a
// reader never waits for a frame, and a frame never for a reader. It sleeps until one of the two
// says something.
#include "platform/accessibility.h"
#include "platform/linux/atspi_presence.h"
#include "platform/linux/open_file.h"
#include "platform/linux/reader_watch.h"
#include "platform/linux/session_bus.h"

#include <atomic>
#include <mutex>
#include <sys/eventfd.h>
#include <thread>
#include <utility>

namespace evenkeel::platform::accessible {

namespace {

class AtspiBridge final : public Bridge {
public:
    ~AtspiBridge() override {
        if (!thread_.joinable()) return;
        eventfd_write(stop_.number(), 1);
        run_there([this] { g_main_loop_quit(loop_.get()); });
        thread_.join();
    }

    void listen(std::function<void()> wake) override {
        const auto address = session_bus_address();
        if (!address) return;
        wake_ = std::move(wake);
        stop_.reset(eventfd(0, EFD_CLOEXEC));
        context_.reset(g_main_context_new());
        loop_.reset(g_main_loop_new(context_.get(), FALSE));
        thread_ = std::thread([this, address] { run(*address); });
    }

    [[nodiscard]] bool listening() const override { return listening_; }

    void publish(Tree tree) override {
        run_there([this, tree = std::move(tree)]() mutable {
            if (Application* const here = application()) here->publish(std::move(tree));
        });
    }

    std::uint32_t ask(const Key& key) override {
        const std::uint32_t number = ++asked_;
        run_there([this, number, key] {
            if (presence_) presence_->ask(number, key);
        });
        return number;
    }

    [[nodiscard]] std::vector<Request> take_requests() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(requests_, {});
    }

    [[nodiscard]] std::vector<Verdict> take_verdicts() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(verdicts_, {});
    }

private:
    // Has the thread do something, in the order of the calls.
    void run_there(std::function<void()> task) {
        if (!thread_.joinable()) return;
        const auto call = [](void* given) -> gboolean {
            (*static_cast<std::function<void()>*>(given))();
            return G_SOURCE_REMOVE;
        };
        const auto forget = [](void* given) { delete static_cast<std::function<void()>*>(given); };
        g_main_context_invoke_full(context_.get(), G_PRIORITY_DEFAULT, call,
                                   new std::function<void()>(std::move(task)), forget);
    }

    // ---- The thread --------------------------------------------------------------------------
    void run(const std::string& address) {
        ReaderWatch watch(address);
        while (watch.wait(stop_.number())) serve(address);
    }

    // As long as somebody reads.
    void serve(const std::string& address) {
        g_main_context_push_thread_default(context_.get());
        constexpr auto flags =
            static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                              G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION);
        Owned<GDBusConnection> session(g_dbus_connection_new_for_address_sync(
            address.c_str(), flags, nullptr, nullptr, nullptr));
        if (session) {
            presence_ = std::make_unique<Presence>(
                std::move(session),
                Presence::Calls{.change = [this] { change(); },
                                .end = [this] { g_main_loop_quit(loop_.get()); },
                                .request = [this](Request request) { hear(requests_, request); },
                                .verdict = [this](Verdict verdict) { hear(verdicts_, verdict); }});
            presence_->look();
        }
        if (application() != nullptr) g_main_loop_run(loop_.get());
        presence_.reset();
        // Calls that were called off are given back here.
        while (g_main_context_iteration(context_.get(), FALSE) != FALSE) continue;
        g_main_context_pop_thread_default(context_.get());
    }

    [[nodiscard]] Application* application() const {
        return presence_ ? presence_->application() : nullptr;
    }

    void change() {
        listening_ = application() != nullptr;
        wake_();
    }

    template <typename Word>
    void hear(std::vector<Word>& words, const Word& word) {
        {
            const std::lock_guard lock(mutex_);
            words.push_back(word);
        }
        wake_();
    }

    std::function<void()> wake_;
    OpenFile stop_;
    Owned<GMainContext> context_;
    Owned<GMainLoop> loop_;
    std::atomic<bool> listening_ = false;
    std::uint32_t asked_ = 0;
    std::unique_ptr<Presence> presence_;  // of the thread alone
    std::mutex mutex_;                    // guards the next two
    std::vector<Request> requests_;
    std::vector<Verdict> verdicts_;
    std::thread thread_;
};

}  // namespace

std::unique_ptr<Bridge> make_bridge() { return std::make_unique<AtspiBridge>(); }

}  // namespace evenkeel::platform::accessible
