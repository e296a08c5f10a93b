#include "app/model/demo_days.h"
#include "app/model/engine.h"
#include "app/ui/host/picture.h"
#include "app/ui/screens/app.h"
#include "core/base/files.h"
#include "sync/trust/lock.h"
#include "tests/bench/machine.h"
#include "tests/bench/story.h"
#include "tests/killer/must.h"

#include <ctime>

namespace evenkeel::bench {

namespace {

constexpr int frames_measured = 500;
constexpr int pictures_measured = 5;
constexpr std::size_t taps_measured = 100;

model::EngineSetup engine_setup(Setting& setting, const std::string& name) {
    return {.profile_directory = setting.folder(name),
            .ports = setting.outside().ports(),
            .connect = client::make_http_transport,
            .cost = trust::password_cost_floor};
}

ui::Look phone() {
    return {.form = ui::FormFactor::phone, .width_px = 780, .height_px = 1688, .display_scale = 2};
}

double cpu_ms_now() {
    return static_cast<double>(std::clock()) * 1e3 / static_cast<double>(CLOCKS_PER_SEC);
}

// A person before the window, without the window: everything but SDL and the pixels.
class Seat {
public:
    Seat(Setting& setting, const std::string& name, const ui::Look& look)
        : engine_(engine_setup(setting, name)),
          app_([this](model::Intent intent) { engine_.handle(intent); }),
          ui_(look) {
        engine_.handle(model::Unlock{.passphrase = test::test_passphrase});
        app_.show(engine_.snapshot());
        frame();
    }

    void frame() {
        now_ms_ += 16;
        ui_.frame(now_ms_, [&] { app_.draw(ui_); });
    }

    void go_to(const std::string& label) {
        for (const ui::Node& node : ui_.tree().nodes) {
            if (node.focusable && node.label == label) ui_.activate(node.id);
        }
        for (int i = 0; i < 5; ++i) frame();
    }

    double frame_cpu_ms() {
        const double before = cpu_ms_now();
        for (int i = 0; i < frames_measured; ++i) frame();
        return (cpu_ms_now() - before) / frames_measured;
    }

    double painted_cpu_ms() {
        const double before = cpu_ms_now();
        for (int i = 0; i < pictures_measured; ++i) {
            test::require(ui::paint(ui_).width > 0, "A picture has no pixels.");
        }
        return (cpu_ms_now() - before) / pictures_measured;
    }

    model::Engine& engine() { return engine_; }

private:
    model::Engine engine_;
    ui::App app_;
    ui::Ui ui_;
    std::int64_t now_ms_ = 0;
};

void live_ten_years(Setting& setting, std::int32_t days) {
    const test::ProfileOwner profile = setting.new_client("decade");
    test::TestClock& clock = setting.outside().clock;
    const auto lived = model::log_demo_days(*profile, test::identity_of(*profile).care_vault, days,
                                            [&](Instant now) { clock.stand_at(now); });
    clock.go_on();
    test::require(lived.ok(), "The ten years could not be logged.");
    test::settle(*profile);  // who lived ten years with it was online now and then
}

double argon_ms(Setting& setting) {
    const Bytes lock =
        test::must("read the lock",
                   read_whole_file(setting.folder("decade") + "/lock", trust::lock_file_bytes));
    const StopWatch watch;
    test::must("unlock", trust::open_lock(lock, test::test_passphrase, nullptr));
    return watch.ms();
}

void tap(Seat& seat, Samples& samples) {
    std::vector<double> saved;
    std::vector<double> told;
    const Day today = seat.engine().snapshot()->client->today.today;
    for (std::uint32_t i = 0; i < taps_measured; ++i) {
        const StopWatch watch;
        seat.engine().handle(model::SetMood{.day = today, .mood = i % 11});
        saved.push_back(watch.ms());
        test::require(seat.engine().snapshot()->client.has_value(), "The tap shows nothing.");
        told.push_back(watch.ms());
    }
    samples.add("window: tap to durable save, ms", percentile(saved, 0.5));
    samples.add("window: tap to the new screen's data, ms", percentile(told, 0.5));
}

}  // namespace

void measure_screens(Setting& setting, const Extent& extent, Samples& samples) {
    live_ten_years(setting, extent.decade_days);
    const double stretching_ms = argon_ms(setting);
    const StopWatch unlocking;
    Seat client(setting, "decade", phone());
    samples.add("window: unlock to Today with ten years, less Argon2id, ms",
                unlocking.ms() - stretching_ms);
    samples.add("window: frame of Today, CPU ms", client.frame_cpu_ms());
    samples.add("window: frame of Today painted by software, CPU ms", client.painted_cpu_ms());
    for (const char* page : {"Screen time", "Boundaries", "Sharing"}) {
        client.go_to(page);
        samples.add("window: frame of " + std::string(page) + ", CPU ms", client.frame_cpu_ms());
    }
    tap(client, samples);
    setting.close_clinician();
    Seat clinician(setting, "clinician",
                   {.form = ui::FormFactor::desktop, .width_px = 1280, .height_px = 800});
    samples.add("window: frame of the caseload, CPU ms", clinician.frame_cpu_ms());
}

}  // namespace evenkeel::bench
