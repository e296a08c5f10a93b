#include "tests/app/ui/window/screen.h"

#include <chrono>
#include <stdexcept>
#include <thread>

namespace evenkeel::test {

namespace {

using namespace std::chrono_literals;

bool wait_for(std::chrono::seconds longest, const std::function<bool()>& is_so) {
    const auto end = std::chrono::steady_clock::now() + longest;
    while (std::chrono::steady_clock::now() < end) {
        if (is_so()) return true;
        std::this_thread::sleep_for(50ms);
    }
    return false;
}

// The format of X window dumps: big-endian words, then the rows.
std::uint32_t header_word(const std::string& dump, std::size_t index) {
    std::uint32_t word = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        word = word << 8 | static_cast<unsigned char>(dump.at(index * 4 + i));
    }
    return word;
}

}  // namespace

std::optional<Spot> Seen::find(std::uint32_t color, int block_width, int block_height) const {
    // How many of this colour end at each pixel of the row, and how many rows are wide enough.
    std::vector<int> rows(static_cast<std::size_t>(width), 0);
    for (int y = 0; y < height; ++y) {
        int run = 0;
        for (int x = 0; x < width; ++x) {
            const auto column = static_cast<std::size_t>(x);
            const auto place = static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
            run = colors[place + column] == color ? run + 1 : 0;
            rows[column] = run >= block_width ? rows[column] + 1 : 0;
            if (rows[column] == block_height)
                return Spot{x - block_width / 2, y - block_height / 2};
        }
    }
    return std::nullopt;
}

Screen::Screen()
    : server_({EVENKEEL_XVFB, "-displayfd", "1", "-screen", "0", "1000x800x24", "-nolisten", "tcp",
               // A desktop keeps its server from beginning anew when the last window closes.
               "-noreset", "-fbdir", folder_.path()},
              folder_.path("log")) {
    // It takes a free number by itself and says which, on a line that is all digits.
    const auto read_number = [&] {
        const std::string log = read_text(folder_.path("log"));
        const auto end = log.find_last_of('\n');
        if (end == std::string::npos) return false;
        const auto start = log.find_last_of('\n', end == 0 ? 0 : end - 1);
        display_ = log.substr(start == std::string::npos ? 0 : start + 1);
        display_.erase(display_.find('\n'));
        return !display_.empty() && display_.find_first_not_of("0123456789") == std::string::npos;
    };
    if (!wait_for(20s, read_number)) throw std::runtime_error("Xvfb did not start");
}

std::vector<std::string> Screen::environment() const {
    return {"DISPLAY=:" + display_, "SDL_VIDEODRIVER=x11", "EVENKEEL_NO_KEYSTORE=1",
            "EVENKEEL_SCALE=1"};
}

Seen Screen::look() const {
    const std::string dump = read_text(folder_.path("Xvfb_screen0"));
    Seen seen{.width = static_cast<int>(header_word(dump, 4)),
              .height = static_cast<int>(header_word(dump, 5))};
    constexpr std::size_t color_entry_bytes = 12;
    const std::size_t line_bytes = header_word(dump, 12);
    const std::size_t start = header_word(dump, 0) + header_word(dump, 19) * color_entry_bytes;
    for (int y = 0; y < seen.height; ++y) {
        for (int x = 0; x < seen.width; ++x) {
            const std::size_t at =
                start + static_cast<std::size_t>(y) * line_bytes + static_cast<std::size_t>(x) * 4;
            const auto byte = [&](std::size_t i) {
                return static_cast<std::uint32_t>(static_cast<unsigned char>(dump.at(at + i)));
            };
            seen.colors.push_back(byte(2) << 16 | byte(1) << 8 | byte(0));
        }
    }
    return seen;
}

bool Screen::sees(const std::function<bool(const Seen&)>& is_so) const {
    return wait_for(60s, [&] { return is_so(look()); });
}

void Screen::hand(std::vector<std::string> words) {
    words.insert(words.begin(), {"/usr/bin/env", "DISPLAY=:" + display_, EVENKEEL_XDOTOOL});
    if (run_program(words).exit_code != 0) throw std::runtime_error("xdotool failed");
}

void Screen::click(Spot spot) {
    hand({"mousemove", std::to_string(spot.x), std::to_string(spot.y), "click", "1"});
}

void Screen::wheel(Spot spot, int notches) {
    hand({"mousemove", std::to_string(spot.x), std::to_string(spot.y), "click", "--repeat",
          std::to_string(std::abs(notches)), notches > 0 ? "4" : "5"});
}

void Screen::type(const std::string& text) { hand({"type", "--delay", "8", text}); }

void Screen::key(const std::string& name) { hand({"key", name}); }

}  // namespace evenkeel::test
