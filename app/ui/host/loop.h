// Window, screens and engine together: sleeps until something happens, draws what changed, and
// draws nothing while nobody can see it.
#pragma once

#include "app/model/worker.h"
#include "app/ui/kit/ui.h"
#include "platform/accessibility.h"
#include "platform/desktop.h"
#include "platform/sdl/window.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace evenkeel::ui {

// What is asked for instead of what the display and the person's settings say.
struct LookWishes {
    std::optional<ThemeKind> theme;
    std::optional<float> text_size;
    Insets insets_dp;
    std::string locale;  // of the system, as "en_IE.UTF-8"
};

struct LoopCounts {
    std::uint64_t wake_ups = 0;  // of the drawing thread
    std::uint64_t frames = 0;    // described
    std::uint64_t drawings = 0;  // shown, since they differed from the one before
};

class Loop {
public:
    // Listens to `desktop` and to screen readers from here on, so that the theme is known by the
    // first frame where the desktop is quick. `now_ms` is a steadily growing clock. What is
    // referred to outlives the loop, and the window the desktop and the readers.
    Loop(platform::Window& window, platform::Desktop& desktop,
         platform::accessible::Bridge& readers, platform::Drawing drawing, LookWishes wishes,
         std::function<std::int64_t()> now_ms);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    // Until the window is closed. `first_frame` is called once the first frame can be seen.
    void run(model::EngineSetup setup, const std::function<void()>& first_frame);
    [[nodiscard]] const LoopCounts& counts() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace evenkeel::ui
