#include "tests/bench/seat.h"

#include "app/ui/host/picture.h"
#include "core/base/files.h"
#include "sync/trust/lock.h"
#include "tests/bench/machine.h"
#include "tests/bench/samples.h"
#include "tests/killer/must.h"

#include <ctime>

namespace evenkeel::bench {

namespace {

constexpr int frames_measured = 500;
constexpr int pictures_measured = 5;
constexpr int stretchings_measured = 5;

model::EngineSetup engine_setup(Setting& setting, const std::string& name) {
    return {.profile_directory = setting.folder(name),
            .ports = setting.outside().ports(),
            .connect = client::make_http_transport,
            .cost = trust::password_cost_floor};
}

double cpu_ms_now() {
    return static_cast<double>(std::clock()) * 1e3 / static_cast<double>(CLOCKS_PER_SEC);
}

}  // namespace

ui::Look phone_look() {
    return {.form = ui::FormFactor::phone, .width_px = 780, .height_px = 1688, .display_scale = 2};
}

ui::Look desktop_look() {
    return {.form = ui::FormFactor::desktop, .width_px = 1280, .height_px = 800};
}

Seat::Seat(Setting& setting, const std::string& name, const ui::Look& look)
    : engine_(engine_setup(setting, name)),
      app_([this](model::Intent intent) { engine_.handle(intent); }),
      ui_(look) {
    app_.show(engine_.snapshot());
    frame();
}

void Seat::unlock() {
    engine_.handle(model::Unlock{.passphrase = test::test_passphrase});
    app_.show(engine_.snapshot());
    frame();
}

void Seat::frame() {
    now_ms_ += 16;
    ui_.frame(now_ms_, [&] { app_.draw(ui_); });
}

void Seat::go_to(const std::string& label) {
    for (const ui::Node& node : ui_.tree().nodes) {
        if (node.focusable && node.label == label) ui_.activate(node.id);
    }
    for (int i = 0; i < 5; ++i) {
        frame();
        app_.show(engine_.snapshot());
    }
    frame();
}

void Seat::type(const std::string& text) {
    ui_.push(platform::TextInput{text});
    for (int i = 0; i < 3; ++i) frame();
}

double Seat::frame_cpu_ms() {
    const double before = cpu_ms_now();
    for (int i = 0; i < frames_measured; ++i) frame();
    return (cpu_ms_now() - before) / frames_measured;
}

double Seat::painted_cpu_ms() {
    const double before = cpu_ms_now();
    for (int i = 0; i < pictures_measured; ++i) {
        test::require(ui::paint(ui_).width > 0, "A picture has no pixels.");
    }
    return (cpu_ms_now() - before) / pictures_measured;
}

double argon_ms(Setting& setting, const std::string& name) {
    const Bytes lock = test::must(
        "read the lock", read_whole_file(setting.folder(name) + "/lock", trust::lock_file_bytes));
    std::vector<double> ms;
    for (int i = 0; i < stretchings_measured; ++i) {
        const StopWatch watch;
        test::must("unlock", trust::open_lock(lock, test::test_passphrase, nullptr));
        ms.push_back(watch.ms());
    }
    return percentile(ms, 0.5);
}

}  // namespace evenkeel::bench
