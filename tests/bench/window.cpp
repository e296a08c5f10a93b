#include "tests/app/ui/window/screen.h"
#include "tests/bench/machine.h"
#include "tests/bench/story.h"
#include "tests/killer/must.h"

#include <chrono>
#include <filesystem>
#include <sstream>
#include <thread>

namespace evenkeel::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::uint32_t sunken = 0xEFEBE4;  // a text field of the light theme

class Program {
public:
    Program(const test::Screen& screen, const std::string& profile, bool with_gl)
        : running_(command(screen, profile, with_gl), folder_.path("log")) {
        while (said().find("first frame") == std::string::npos) std::this_thread::sleep_for(1ms);
        first_frame_ms_ = watch_.ms();
    }

    [[nodiscard]] double first_frame_ms() const { return first_frame_ms_; }
    [[nodiscard]] std::string said() const { return test::read_text(folder_.path("log")); }
    [[nodiscard]] pid_t id() const { return running_.id(); }
    // How many frames it described; the program has ended then.
    double frames() {
        running_.stop();
        const std::string text = said();
        const auto end = text.find(" frames");
        test::require(end != std::string::npos, "The window did not count its frames.");
        return std::stod(text.substr(text.rfind(' ', end - 1)));
    }

private:
    static std::vector<std::string> command(const test::Screen& screen, const std::string& profile,
                                            bool with_gl) {
        std::vector<std::string> words{"/usr/bin/env"};
        for (const std::string& variable : screen.environment()) words.push_back(variable);
        words.insert(words.end(), {EVENKEEL_WINDOW, "--profile", profile, "--timings", "--theme",
                                   "light", "--size", "900x700"});
        words.emplace_back(with_gl ? "--opengl" : "--software");
        return words;
    }

    test::ScratchFolder folder_;
    StopWatch watch_;
    test::Background running_;
    double first_frame_ms_ = 0;
};

// How often all its threads went to sleep of their own will, which is how often they woke.
double sleeps(pid_t process) {
    double sum = 0;
    const std::string tasks = "/proc/" + std::to_string(process) + "/task";
    for (const auto& task : std::filesystem::directory_iterator(tasks)) {
        std::istringstream status(test::read_text(task.path().string() + "/status"));
        std::string word;
        while (status >> word) {
            double count = 0;
            if (word == "voluntary_ctxt_switches:" && status >> count) sum += count;
        }
    }
    return sum;
}

void start_often(const test::Screen& screen, const std::string& profile, const Extent& extent,
                 bool with_gl, Samples& samples) {
    std::vector<double> ms;
    for (std::size_t i = 0; i < extent.window_starts; ++i) {
        Program program(screen, profile, with_gl);
        if (with_gl && program.said().find("with OpenGL") == std::string::npos) return;
        ms.push_back(program.first_frame_ms());
        program.frames();
    }
    samples.add(with_gl ? "window: start to first frame, OpenGL by llvmpipe, ms"
                        : "window: start to first frame, software, ms",
                percentile(ms, 0.5));
}

// Types the passphrase, and lets the first page come.
void unlock(test::Screen& screen) {
    const auto field = [](const test::Seen& seen) { return seen.find(sunken, 200, 16); };
    test::require(screen.sees([&](const test::Seen& seen) { return field(seen).has_value(); }),
                  "The lock has no field.");
    screen.click(*field(screen.look()));
    screen.type(test::test_passphrase);
    screen.key("Return");
    test::require(screen.sees([&](const test::Seen& seen) { return !field(seen); }),
                  "The profile does not open.");
    std::this_thread::sleep_for(3s);
}

void measure_memory(test::Screen& screen, const std::string& profile, bool with_gl,
                    Samples& samples) {
    Program program(screen, profile, with_gl);
    if (with_gl && program.said().find("with OpenGL") == std::string::npos) return;
    unlock(screen);
    samples.add(with_gl ? "window: memory, OpenGL by llvmpipe, MB" : "window: memory, software, MB",
                resident_mb(program.id()));
    program.frames();
}

// Two windows at rest, one for longer: what the other has more is what resting costs.
void measure_rest(const test::Screen& screen, const std::string& profile, const Extent& extent,
                  Samples& samples) {
    const double per_minute = 60.0 / extent.idle_seconds;
    Program brief(screen, profile, false);
    std::this_thread::sleep_for(2s);
    const double frames_before = brief.frames();
    Program resting(screen, profile, false);
    std::this_thread::sleep_for(2s);
    const double sleeps_before = sleeps(resting.id());
    std::this_thread::sleep_for(std::chrono::seconds(extent.idle_seconds));
    samples.add("window: idle minute, wake-ups of all threads",
                (sleeps(resting.id()) - sleeps_before) * per_minute);
    samples.add("window: idle minute, frames",
                std::max(0.0, resting.frames() - frames_before) * per_minute);
}

}  // namespace

void measure_window(Setting& setting, const Extent& extent, Samples& samples) {
    samples.add("window: program, MB",
                static_cast<double>(std::filesystem::file_size(EVENKEEL_WINDOW)) / 1e6);
    if (!std::filesystem::exists(EVENKEEL_XVFB)) return;
    const std::string profile = setting.folder("decade");
    test::Screen screen;
    for (const bool with_gl : {false, true}) {
        start_often(screen, profile, extent, with_gl, samples);
        measure_memory(screen, profile, with_gl, samples);
    }
    measure_rest(screen, profile, extent, samples);
}

}  // namespace evenkeel::bench
