// A person before the window, without the window: everything but SDL and the pixels.
#pragma once

#include "app/model/engine.h"
#include "app/ui/screens/app.h"
#include "tests/bench/setting.h"

namespace evenkeel::bench {

ui::Look phone_look();
ui::Look desktop_look();

class Seat {
public:
    // Before the lock of the profile of that name, which is drawn.
    Seat(Setting& setting, const std::string& name, const ui::Look& look);

    // To the first page, which is drawn.
    void unlock();

    void frame();
    // Activates what is called so, and lets its page settle.
    void go_to(const std::string& label);
    void type(const std::string& text);
    // Of one frame, the mean of many.
    double frame_cpu_ms();
    double painted_cpu_ms();
    model::Engine& engine() { return engine_; }

private:
    model::Engine engine_;
    ui::App app_;
    ui::Ui ui_;
    std::int64_t now_ms_ = 0;
};

// What stretching the passphrase of that profile takes here, the median of a few times.
double argon_ms(Setting& setting, const std::string& name);

}  // namespace evenkeel::bench
