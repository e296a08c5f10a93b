// The loop on SDL's display without a screen; events come from a second thread, as a system's do.
#include "app/ui/host/loop.h"

#include "platform/ports.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>

#include <SDL.h>
#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace evenkeel::ui {
namespace {

using namespace std::chrono_literals;

std::int64_t steady_ms() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void send(Uint32 type, Uint8 window_event = 0) {
    SDL_Event event{};
    event.type = type;
    if (type == SDL_WINDOWEVENT) event.window.event = window_event;
    SDL_PushEvent(&event);
}

void move_mouse(int times) {
    for (int i = 0; i < times; ++i) {
        send(SDL_MOUSEMOTION);
        std::this_thread::sleep_for(20ms);
    }
}

// Says what the test says, and counts how often the system was let sleep.
class FakeDesktop final : public platform::Desktop {
public:
    void listen(std::function<void()> wake) override { wake_ = std::move(wake); }
    [[nodiscard]] std::vector<platform::InputEvent> take() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(said_, {});
    }
    void allow_sleep() override { ++times_allowed_; }

    void say(platform::InputEvent event) {
        {
            const std::lock_guard lock(mutex_);
            said_.push_back(std::move(event));
        }
        wake_();
    }
    [[nodiscard]] int times_allowed() const { return times_allowed_; }

private:
    std::function<void()> wake_;
    std::mutex mutex_;
    std::vector<platform::InputEvent> said_;
    std::atomic<int> times_allowed_ = 0;
};

// A screen reader that is told everything, and asks for what the test has it ask for.
class FakeReader final : public platform::accessible::Bridge {
public:
    void listen(std::function<void()> wake) override { wake_ = std::move(wake); }
    [[nodiscard]] bool listening() const override { return listens_; }
    void publish(platform::accessible::Tree tree) override {
        const std::lock_guard lock(mutex_);
        ++told_;
        tree_ = std::move(tree);
    }
    std::uint32_t ask(const platform::accessible::Key&) override { return ++asked_; }
    [[nodiscard]] std::vector<platform::accessible::Request> take_requests() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(requests_, {});
    }
    [[nodiscard]] std::vector<platform::accessible::Verdict> take_verdicts() override { return {}; }

    void begin() {
        listens_ = true;
        wake_();
    }
    void request(platform::accessible::Request request) {
        {
            const std::lock_guard lock(mutex_);
            requests_.push_back(std::move(request));
        }
        wake_();
    }
    [[nodiscard]] platform::accessible::Tree tree() {
        const std::lock_guard lock(mutex_);
        return tree_;
    }
    [[nodiscard]] int times_told() {
        const std::lock_guard lock(mutex_);
        return told_;
    }

private:
    std::function<void()> wake_;
    std::atomic<bool> listens_ = false;
    std::atomic<std::uint32_t> asked_ = 0;
    std::mutex mutex_;  // guards the next three
    platform::accessible::Tree tree_;
    std::vector<platform::accessible::Request> requests_;
    int told_ = 0;
};

class Running {
public:
    // Runs the loop on a new profile; `play` begins when the first frame was shown and the engine
    // had time to answer. Then the window is closed.
    explicit Running(const std::function<void(FakeDesktop&)>& play)
        : Running([&play](FakeDesktop& desktop, FakeReader&) { play(desktop); }) {}
    explicit Running(const std::function<void(FakeDesktop&, FakeReader&)>& play) {
        SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
        auto window = platform::Window::open({.title = "Evenkeel",
                                              .width_dp = 400,
                                              .height_dp = 600,
                                              .drawing = platform::Drawing::software,
                                              .scale = 1.0F});
        REQUIRE(window.ok());
        FakeDesktop desktop;
        FakeReader reader;
        Loop loop(*window.value(), desktop, reader, platform::Drawing::software, {}, steady_ms);
        const test::ScratchFolder folder;
        const auto clock = platform::make_system_clock();
        const auto random = platform::make_system_random();
        SDL_setenv("EVENKEEL_NO_KEYSTORE", "1", 1);
        const auto secrets = platform::make_secret_store();
        std::thread player;
        loop.run({.profile_directory = folder.path("profile"),
                  .ports = {*clock, *random, *secrets},
                  .connect = client::make_http_transport,
                  .cost = trust::password_cost_floor},
                 [&] {
                     player = std::thread([&] {
                         std::this_thread::sleep_for(500ms);
                         play(desktop, reader);
                         send(SDL_QUIT);
                     });
                 });
        player.join();
        counts = loop.counts();
    }

    LoopCounts counts;
};

TEST_CASE("a window at rest sleeps") {
    const Running at_rest([](FakeDesktop&) { std::this_thread::sleep_for(1s); });
    const Running at_once([](FakeDesktop&) {});
    CHECK(at_rest.counts.frames <= at_once.counts.frames + 6);
    CHECK(at_rest.counts.wake_ups <= at_once.counts.wake_ups + 12);
}

TEST_CASE("a hidden window draws nothing, whatever happens") {
    const Running shown([](FakeDesktop&) { move_mouse(50); });
    const Running hidden([](FakeDesktop&) {
        send(SDL_WINDOWEVENT, SDL_WINDOWEVENT_MINIMIZED);
        move_mouse(50);
    });
    CHECK(shown.counts.frames > 40);
    CHECK(hidden.counts.frames < 25);
    // What is not seen has not to be described again once it is.
    CHECK(hidden.counts.drawings < 10);
}

TEST_CASE("a pointer that moves over nothing costs frames and no drawing") {
    const Running running([](FakeDesktop&) { move_mouse(50); });
    CHECK(running.counts.frames > 40);
    CHECK(running.counts.drawings < 10);
}

TEST_CASE(
    "where nothing is open the system may sleep at once, shown or hidden, each time it asks") {
    int allowed = 0;
    const Running running([&](FakeDesktop& desktop) {
        for (int i = 0; i < 2; ++i) {
            desktop.say(platform::Suspended{});
            for (int k = 0; k < 200 && desktop.times_allowed() <= i; ++k) {
                std::this_thread::sleep_for(20ms);
            }
            send(SDL_WINDOWEVENT, SDL_WINDOWEVENT_MINIMIZED);
        }
        allowed = desktop.times_allowed();
    });
    CHECK(allowed == 2);
}

TEST_CASE("nobody is let sleep who did not ask") {
    int allowed = -1;
    const Running running([&](FakeDesktop& desktop) {
        move_mouse(5);
        allowed = desktop.times_allowed();
    });
    CHECK(allowed == 0);
}

TEST_CASE(
    "a desktop that turns dark is followed, and one that says the same again costs no drawing") {
    const auto drawings_of = [](int times) {
        return Running([times](FakeDesktop& desktop) {
                   for (int i = 0; i < times; ++i) {
                       desktop.say(platform::DesktopTheme{.dark = true});
                       std::this_thread::sleep_for(300ms);
                   }
               })
            .counts.drawings;
    };
    const auto calm = drawings_of(0);
    CHECK(drawings_of(1) == calm + 1);
    CHECK(drawings_of(3) == calm + 1);
}

using platform::accessible::Request;

// The first control of that name on the screen, once it is there.
platform::accessible::Node seen(FakeReader& reader, const std::string& name) {
    for (int i = 0; i < 200; ++i) {
        const auto tree = reader.tree();
        for (const auto& node : tree.nodes) {
            if (node.name == name) return node;
        }
        std::this_thread::sleep_for(20ms);
    }
    return {};
}

TEST_CASE("nobody is told what is on the screen who did not ask") {
    int told = -1;
    const Running running([&](FakeDesktop&, FakeReader& reader) {
        move_mouse(5);
        told = reader.times_told();
    });
    CHECK(told == 0);
}

TEST_CASE("a reader that comes is told once, and again only when something changes") {
    int told = -1;
    int told_later = -1;
    const Running running([&](FakeDesktop&, FakeReader& reader) {
        reader.begin();
        REQUIRE(seen(reader, "Begin").id != 0);
        std::this_thread::sleep_for(500ms);
        told = reader.times_told();
        move_mouse(20);
        told_later = reader.times_told();
    });
    CHECK(told <= 2);
    CHECK(told_later == told);
}

TEST_CASE("a reader presses a button and writes into a field as hands do") {
    platform::accessible::Node field;
    std::string shown;
    const Running running([&](FakeDesktop&, FakeReader& reader) {
        reader.begin();
        reader.request({.node = seen(reader, "Begin").id, .range = {}, .text = {}});
        field = seen(reader, "Passphrase");
        const auto replace = [&](platform::accessible::Range range, const std::string& text) {
            reader.request(
                {.kind = Request::Kind::replace, .node = field.id, .range = range, .text = text});
            std::this_thread::sleep_for(300ms);
        };
        replace({0, 0}, "seven");
        replace({1, 3}, "");
        shown = seen(reader, "Passphrase").text->content;
    });
    CHECK(field.role == platform::accessible::Role::password);
    CHECK(shown == "\xE2\x80\xA2\xE2\x80\xA2\xE2\x80\xA2");
}

}  // namespace
}  // namespace evenkeel::ui
