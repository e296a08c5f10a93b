// The loop on SDL's display without a screen; events come from a second thread, as a system's do.
#include "app/ui/host/loop.h"

#include "platform/ports.h"
#include "tests/support/process.h"

#include <catch2/catch_test_macros.hpp>

#include <SDL.h>
#include <chrono>
#include <functional>
#include <thread>

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

class Running {
public:
    // Runs the loop on a new profile; `play` begins when the first frame was shown and the engine
    // had time to answer. Then the window is closed.
    explicit Running(const std::function<void()>& play) {
        SDL_setenv("SDL_VIDEODRIVER", "dummy", 1);
        auto window = platform::Window::open({.title = "Evenkeel",
                                              .width_dp = 400,
                                              .height_dp = 600,
                                              .drawing = platform::Drawing::software,
                                              .scale = 1.0F});
        REQUIRE(window.ok());
        Loop loop(*window.value(), platform::Drawing::software, {}, steady_ms);
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
                         play();
                         send(SDL_QUIT);
                     });
                 });
        player.join();
        counts = loop.counts();
    }

    LoopCounts counts;
};

TEST_CASE("a window at rest sleeps") {
    const Running at_rest([] { std::this_thread::sleep_for(1s); });
    const Running at_once([] {});
    CHECK(at_rest.counts.frames <= at_once.counts.frames + 6);
    CHECK(at_rest.counts.wake_ups <= at_once.counts.wake_ups + 12);
}

TEST_CASE("a hidden window draws nothing, whatever happens") {
    const Running shown([] { move_mouse(50); });
    const Running hidden([] {
        send(SDL_WINDOWEVENT, SDL_WINDOWEVENT_MINIMIZED);
        move_mouse(50);
    });
    CHECK(shown.counts.frames > 40);
    CHECK(hidden.counts.frames < 25);
    // What is not seen has not to be described again once it is.
    CHECK(hidden.counts.drawings < 10);
}

TEST_CASE("a pointer that moves over nothing costs frames and no drawing") {
    const Running running([] { move_mouse(50); });
    CHECK(running.counts.frames > 40);
    CHECK(running.counts.drawings < 10);
}

}  // namespace
}  // namespace evenkeel::ui
