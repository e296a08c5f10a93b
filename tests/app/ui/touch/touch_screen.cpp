#include "tests/app/ui/touch/touch_screen.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <array>
#include <chrono>
#include <cstring>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace evenkeel::test {

namespace {

using namespace std::chrono_literals;

constexpr int width_px = 1024;
constexpr int height_px = 768;
constexpr double axis_max = 65'535;

constexpr std::uint32_t begins = 18;  // as the X protocol counts its events
constexpr std::uint32_t moves = 19;
constexpr std::uint32_t ends = 20;

std::string configuration(const std::string& socket) {
    return R"(
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 32768
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1024x768"
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "fingers"
  Driver "inputtest"
  Option "DeviceType" "Touch"
  Option "TouchCount" "5"
  Option "SocketPath" ")" +
           socket + R"("
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "fingers"
EndSection
)";
}

std::string written(const std::string& path, const std::string& text) {
    write_text(path, text);
    return path;
}

// The driver's protocol: words and floating point of this machine, each message with its length and
// its kind first.
struct Version {
    std::uint32_t bytes = sizeof(Version), kind = 0;
    std::uint16_t major = 1, minor = 1;
};
struct Sync {
    std::uint32_t bytes = sizeof(Sync), kind = 1;
};
struct Touch {
    std::uint32_t bytes = sizeof(Touch), kind = 6;
    std::uint32_t finger = 1, what = 0, has_raw = 0;
    std::array<std::uint8_t, 8> axes{0b11};
    std::array<double, 64> places{}, raw_places{};
};
static_assert(sizeof(Version) == 12 && sizeof(Touch) == 1056);

template <typename Message>
void tell(int socket, const Message& message) {
    if (send(socket, &message, sizeof message, MSG_NOSIGNAL) != sizeof message) {
        throw std::runtime_error("the touch screen does not listen");
    }
}

void hear(int socket) {
    std::array<char, 64> answer{};
    if (recv(socket, answer.data(), answer.size(), 0) <= 0) {
        throw std::runtime_error("the touch screen does not answer");
    }
}

int connect_to(const std::string& path) {
    const int file = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    for (int i = 0; i < 400; ++i) {
        if (connect(file, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
            return file;
        }
        std::this_thread::sleep_for(50ms);
    }
    throw std::runtime_error("X.Org did not start");
}

}  // namespace

TouchScreen::TouchScreen()
    : server_({EVENKEEL_XORG, "-displayfd", "1", "-noreset", "-nolisten", "tcp", "-novtswitch",
               "-sharevts", "-logfile", folder_.path("server.log"), "-config",
               written(folder_.path("xorg.conf"), configuration(folder_.path("fingers")))},
              folder_.path("log")),
      fingers_(connect_to(folder_.path("fingers"))) {
    tell(fingers_, Version{});
    hear(fingers_);
    // The number of the display is a line of digits among others.
    for (int i = 0; i < 400 && display_.empty(); ++i) {
        std::this_thread::sleep_for(50ms);
        const std::string log = read_text(folder_.path("log"));
        for (std::size_t at = 0; at < log.size();) {
            const std::size_t end = std::min(log.find('\n', at), log.size());
            const std::string line = log.substr(at, end - at);
            const bool is_number =
                !line.empty() && line.find_first_not_of("0123456789") == std::string::npos;
            if (is_number) display_ = line;
            at = end + 1;
        }
    }
}

TouchScreen::~TouchScreen() { close(fingers_); }

std::vector<std::string> TouchScreen::environment() const {
    return {"DISPLAY=:" + display_, "SDL_VIDEODRIVER=x11", "EVENKEEL_NO_KEYSTORE=1",
            "EVENKEEL_SCALE=1"};
}

Seen TouchScreen::look() const {
    Display* const display = XOpenDisplay((":" + display_).c_str());
    if (display == nullptr) throw std::runtime_error("X.Org is not there");
    Seen seen{.width = width_px, .height = height_px};
    XImage* const image = XGetImage(display, DefaultRootWindow(display), 0, 0, width_px, height_px,
                                    AllPlanes, ZPixmap);
    for (int y = 0; y < height_px; ++y) {
        for (int x = 0; x < width_px; ++x) {
            seen.colors.push_back(static_cast<std::uint32_t>(XGetPixel(image, x, y)) & 0xFFFFFFU);
        }
    }
    XDestroyImage(image);
    XCloseDisplay(display);
    return seen;
}

bool TouchScreen::sees(const std::function<bool(const Seen&)>& is_so) const {
    for (int i = 0; i < 300; ++i) {
        if (is_so(look())) return true;
        std::this_thread::sleep_for(100ms);
    }
    return false;
}

void TouchScreen::tap(Spot spot) {
    touch(begins, spot);
    std::this_thread::sleep_for(50ms);
    touch(ends, spot);
}

void TouchScreen::drag(Spot from, Spot to) {
    constexpr int steps = 20;
    touch(begins, from);
    for (int i = 1; i <= steps; ++i) {
        touch(moves, {from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps});
        std::this_thread::sleep_for(12ms);
    }
    touch(ends, to);
}

void TouchScreen::touch(std::uint32_t kind, Spot spot) const {
    Touch message;
    message.what = kind;
    message.places[0] = spot.x * axis_max / width_px;
    message.places[1] = spot.y * axis_max / height_px;
    message.raw_places = message.places;
    tell(fingers_, message);
    tell(fingers_, Sync{});
    hear(fingers_);
}

}  // namespace evenkeel::test
