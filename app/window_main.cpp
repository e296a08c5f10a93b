#include "app/background/run.h"
#include "app/ui/host/loop.h"
#include "platform/accessibility.h"
#include "platform/active_window.h"
#include "platform/desktop.h"
#include "platform/ports.h"
#include "sync/client/transport.h"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <iostream>

namespace evenkeel {
namespace {

struct Options {
    std::string profile;
    std::string size = "1280x800";
    std::string theme;
    float text_size = 0;  // 0: as the person set it
    std::vector<float> insets_dp;
    std::string drawing;  // empty: as the machine does it best
    bool timings = false, background = false;
};

void describe(CLI::App& command, Options& options) {
    command.add_option("--profile", options.profile, "Folder of the profile");
    command.add_option("--size", options.size, "Size of the window in dp, as 390x844")
        ->check([](const std::string& text) {
            int width = 0, height = 0;
            const bool reads = std::sscanf(text.c_str(), "%dx%d", &width, &height) == 2;
            return reads && width >= 320 && height >= 320 ? "" : "must be at least 320x320";
        });
    command.add_option("--theme", options.theme, "Instead of the setting")
        ->check(CLI::IsMember({"light", "dark"}));
    command.add_option("--text-size", options.text_size, "0.85 to 2, instead of the setting")
        ->check(CLI::Range(0.85F, 2.0F));
    command.add_option("--insets", options.insets_dp, "Top, right, bottom and left in dp")
        ->delimiter(',')
        ->expected(4);
    const auto draws = [&](std::string how) { return [&options, how] { options.drawing = how; }; };
    command.add_flag_callback("--software", draws("software"), "Draw without OpenGL");
    command.add_flag_callback("--opengl", draws("opengl"), "Draw with OpenGL, without a card too");
    command.add_flag("--background", options.background, "Remind, without a window");
    command.add_flag("--timings", options.timings, "Say when the first frame was seen, and counts");
    command.set_version_flag("--version", EVENKEEL_VERSION);
}

platform::WindowSetup window_setup(const Options& options) {
    platform::WindowSetup setup{.title = "Evenkeel"};
    std::sscanf(options.size.c_str(), "%dx%d", &setup.width_dp, &setup.height_dp);
    // OpenGL on the processor starts four times as slowly as our own drawing, and takes three times
    // the memory.
    const bool with_gl =
        options.drawing.empty() ? platform::has_graphics_card() : options.drawing == "opengl";
    setup.drawing = with_gl ? platform::Drawing::opengl : platform::Drawing::software;
    if (const char* scale = std::getenv("EVENKEEL_SCALE"); scale != nullptr) {
        const float wanted = std::strtof(scale, nullptr);
        if (wanted >= 0.5F && wanted <= 4) setup.scale = wanted;
    }
    return setup;
}

ui::LookWishes wishes(const Options& options) {
    ui::LookWishes wanted;
    wanted.locale = platform::locale();
    if (options.theme == "dark") wanted.theme = ui::ThemeKind::dark;
    if (options.theme == "light") wanted.theme = ui::ThemeKind::light;
    if (options.text_size > 0) wanted.text_size = options.text_size;
    if (options.insets_dp.size() == 4) {
        wanted.insets_dp = {.left = options.insets_dp[3],
                            .top = options.insets_dp[0],
                            .right = options.insets_dp[1],
                            .bottom = options.insets_dp[2]};
    }
    return wanted;
}

// OpenGL where it is, else without.
Result<std::unique_ptr<platform::Window>> open_window(platform::WindowSetup& setup) {
    auto window = platform::Window::open(setup);
    if (window.ok() || setup.drawing == platform::Drawing::software) return window;
    setup.drawing = platform::Drawing::software;
    return platform::Window::open(setup);
}

int run(const Options& options, std::int64_t started_ms) {
    const auto folder =
        options.profile.empty() ? platform::default_data_folder() : std::optional(options.profile);
    if (!folder) {
        std::cerr << "The system names no home folder: give --profile DIR.\n";
        return EXIT_FAILURE;
    }
    if (options.background) return background::run(*folder);
    platform::WindowSetup setup = window_setup(options);
    auto window = open_window(setup);
    if (!window.ok()) {
        std::cerr << window.error().sentence() << '\n';
        return EXIT_FAILURE;
    }
    const auto clock = platform::make_system_clock();
    const auto random = platform::make_system_random();
    const auto secrets = platform::make_secret_store();
    const auto background =
        platform::make_background_reminders(platform::window_program(), *folder);
    const auto desktop = platform::make_desktop(*folder);
    const auto readers = platform::accessible::make_bridge();
    const auto active_window = platform::make_active_window();
    const ui::LookWishes look = wishes(options);
    ui::Loop loop(*window.value(), *desktop, *readers, setup.drawing, look, platform::steady_ms);
    loop.run({.profile_directory = *folder,
              .ports = {*clock, *random, *secrets},
              .connect = client::make_http_transport,
              .documents_folder = platform::documents_folder(),
              .locale = platform::locale(),
              .background = background.get(),
              .active_window = active_window.get()},
             [&] {
                 if (!options.timings) return;
                 std::cout << "first frame after " << platform::steady_ms() - started_ms << " ms, "
                           << (setup.drawing == platform::Drawing::opengl ? "with" : "without")
                           << " OpenGL" << std::endl;
             });
    if (options.timings) {
        const ui::LoopCounts& counts = loop.counts();
        std::cout << counts.wake_ups << " wake-ups, " << counts.frames << " frames, "
                  << counts.drawings << " drawings\n";
    }
    return EXIT_SUCCESS;
}

}  // namespace
}  // namespace evenkeel

int main(int argc, char** argv) {
    const auto started_ms = evenkeel::platform::steady_ms();
    // A crash file would hold a client's words.
    evenkeel::platform::forbid_memory_dumps();
    // SQLite makes its files open to all, as far as this allows.
    evenkeel::platform::keep_new_files_private();
    evenkeel::platform::keep_ending_from_threads();
    evenkeel::platform::share_one_heap();
    evenkeel::platform::start_no_session_bus();
    CLI::App command("Evenkeel: days, boundaries and what they say, shared with your clinician");
    evenkeel::Options options;
    evenkeel::describe(command, options);
    CLI11_PARSE(command, argc, argv);
    return evenkeel::run(options, started_ms);
}
