// What a person's desktop tells and is asked for, played.
#pragma once

#include "core/base/active_window.h"
#include "core/base/ports.h"

#include <optional>
#include <utility>

namespace evenkeel::test {

// The window in front.
class PlayedDesktop final : public ActiveWindow {
public:
    explicit PlayedDesktop(std::string in_front = {}) : program(std::move(in_front)) {}
    Result<void> available() override { return refusal ? Result<void>(*refusal) : Result<void>(); }
    Result<WindowInFront> look() override {
        ++looks;
        if (refusal) return *refusal;
        return WindowInFront{Phi(program), Phi(title), idle_ms};
    }
    std::string program;  // empty: no window is in front
    std::string title = "general";
    std::int64_t idle_ms = 0;
    int looks = 0;
    std::optional<Error> refusal;
};

// What goes on while the window is closed: nothing runs, and it is noted what was asked.
class PlayedAutostart final : public BackgroundReminders {
public:
    bool can_show() override { return shows; }
    Result<void> start_at_login(bool wanted) override {
        at_login = wanted;
        return {};
    }
    Result<void> start() override {
        ++starts;
        return {};
    }
    bool shows = true;
    bool at_login = false;
    int starts = 0;
};

}  // namespace evenkeel::test
