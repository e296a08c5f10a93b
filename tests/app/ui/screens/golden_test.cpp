// What every screen looks like. The digest of each picture is in pictures.txt with a coarse copy of
// it, and some of the pictures lie beside it for people to open.
//
// Dear ImGui smooths edges by the processor's quick reciprocal root, an instruction whose last bits
// differ from maker to maker: a few dozen pixels of a screen, by one level. On a processor like the
// one the pictures were taken on every pixel has to be the same; on others the coarse copy has to.
//
// EVENKEEL_UPDATE_GOLDENS=1 takes the pictures as they are now. Open them before you commit them.
#include "app/ui/host/picture.h"
#include "core/base/ids.h"
#include "tests/app/ui/screens/german_day.h"
#include "tests/app/ui/screens/scenes.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <bit>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <immintrin.h>
#include <map>
#include <set>
#include <sstream>

using namespace evenkeel;
using namespace evenkeel::test;

namespace {

const std::string golden_folder = EVENKEEL_SOURCE_DIR "/tests/golden";
// What a run painted and did not find as expected, or all of it in an update.
const std::string draft_folder = EVENKEEL_BINARY_DIR "/pictures";

bool is_update() { return std::getenv("EVENKEEL_UPDATE_GOLDENS") != nullptr; }

// Glyphs are as this system's font library draws them; elsewhere no pixel can be promised.
bool is_reference_system() {
    std::ifstream file("/etc/os-release");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    return text.find("VERSION_CODENAME=bookworm") != std::string::npos;
}

// What this processor makes of some numbers in the instruction that differs.
std::string processor() {
    std::ostringstream text;
    text << std::hex;
    for (const float number : {0.3F, 1.7F, 3.1F, 17.9F}) {
        text << std::bit_cast<std::uint32_t>(_mm_cvtss_f32(_mm_rsqrt_ss(_mm_set_ss(number))));
    }
    return text.str();
}

constexpr std::size_t cells_across = 16;
constexpr int cell_difference_max = 1;  // of 255: far above what processors differ by

// How bright the picture is on a grid of cells, two hexadecimal digits each.
std::string coarse(const ui::Pixels& pixels) {
    const auto width = static_cast<std::size_t>(pixels.width);
    const std::size_t height = pixels.values.size() / width;
    std::array<std::uint64_t, cells_across * cells_across> sums{}, counts{};
    for (std::size_t i = 0; i < pixels.values.size(); ++i) {
        const std::size_t column = i % width * cells_across / width;
        const std::size_t row = i / width * cells_across / height;
        const std::uint32_t value = pixels.values[i];
        sums.at(row * cells_across + column) +=
            (value & 0xFF) + (value >> 8 & 0xFF) + (value >> 16 & 0xFF);
        counts.at(row * cells_across + column) += 3;
    }
    Bytes cells;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        cells.push_back(static_cast<Byte>(sums[i] / std::max<std::uint64_t>(1, counts[i])));
    }
    return to_hex(cells);
}

bool is_nearly(const std::string& one, const std::string& other) {
    const auto left = from_hex(one);
    const auto right = from_hex(other);
    return left && right && left->size() == right->size() &&
           std::equal(left->begin(), left->end(), right->begin(), [](Byte a, Byte b) {
               return std::abs(int{a} - int{b}) <= cell_difference_max;
           });
}

std::string digest(const ui::Pixels& pixels) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const std::uint32_t value : pixels.values) {
        hash = (hash ^ value) * 0x100000001b3ULL;
    }
    std::ostringstream text;
    text << std::hex << hash;
    return text.str();
}

struct Shown {
    std::string name;  // "today-phone-light"
    const Scene* scene;
    ui::Look look;
};

std::vector<Shown> all_shown() {
    std::vector<Shown> all;
    for (const Scene& each : scenes()) {
        for (const auto theme : {ui::ThemeKind::light, ui::ThemeKind::dark}) {
            const std::string ending = theme == ui::ThemeKind::light ? "-light" : "-dark";
            all.push_back({each.name + "-phone" + ending, &each, phone_look(theme)});
            all.push_back({each.name + "-desktop" + ending, &each, desktop_look(theme)});
            if (!each.snapshot.clinician) continue;
            all.push_back({each.name + "-wide" + ending, &each, wide_look(theme)});
        }
        constexpr float largest = 2;
        const auto light = ui::ThemeKind::light;
        all.push_back({each.name + "-phone-200", &each, phone_look(light, largest)});
        all.push_back({each.name + "-desktop-200", &each, desktop_look(light, largest)});
    }
    return all;
}

// These are kept as pictures; of the others the digest is enough.
bool is_kept(const std::string& name) {
    constexpr std::array kept = {
        "welcome-phone-light",      "consent-phone-light",    "today-phone-light",
        "today-phone-dark",         "boundaries-phone-light", "help-phone-light",
        "today-phone-200",          "trends-phone-light",     "today-desktop-light",
        "screen_time-desktop-dark", "propose-desktop-light",  "sharing-desktop-dark",
        "overview-desktop-light",   "overview-desktop-dark",  "invite-desktop-light"};
    return std::find(kept.begin(), kept.end(), name) != kept.end();
}

struct Print {
    std::string digest;
    std::string coarse;
};

struct Prints {
    std::string processor;
    std::map<std::string, Print> pictures;
};

Prints read_prints() {
    Prints prints;
    std::ifstream file(golden_folder + "/pictures.txt");
    std::string name;
    file >> name >> prints.processor;
    Print print;
    while (file >> name >> print.digest >> print.coarse) prints.pictures[name] = print;
    return prints;
}

void write_prints(const Prints& prints) {
    std::ofstream file(golden_folder + "/pictures.txt");
    file << "processor " << prints.processor << '\n';
    for (const auto& [name, print] : prints.pictures) {
        file << name << ' ' << print.digest << ' ' << print.coarse << '\n';
    }
}

void write(const std::string& folder, const std::string& name, const ui::Pixels& pixels) {
    std::filesystem::create_directories(folder);
    const auto written = ui::write_png(folder + "/" + name + ".png", pixels);
    if (!written.ok()) FAIL(written.error().sentence());
}

}  // namespace

TEST_CASE("every picture has a name of its own") {
    std::set<std::string> names;
    for (const Shown& shown : all_shown()) {
        INFO(shown.name);
        CHECK(names.insert(shown.name).second);
    }
}

TEST_CASE("every screen looks as it did") {
    Prints prints = is_update() ? Prints{.processor = processor(), .pictures = {}} : read_prints();
    const bool is_exact = prints.processor == processor();
    const auto check = [&](const std::string& name, const ui::Pixels& pixels) {
        INFO(name);
        if (is_update()) {
            prints.pictures[name] = {digest(pixels), coarse(pixels)};
            write(is_kept(name) ? golden_folder : draft_folder, name, pixels);
        } else if (is_reference_system()) {
            const Print& expected = prints.pictures[name];
            const bool is_same = is_exact ? expected.digest == digest(pixels)
                                          : is_nearly(expected.coarse, coarse(pixels));
            if (!is_same) write(draft_folder, name, pixels);
            CHECK(is_same);
        }
    };
    for (const Shown& shown : all_shown()) {
        const ui::Pixels pixels = ui::paint(open(*shown.scene, shown.look)->ui());
        CHECK(pixels.width == shown.look.width_px);
        check(shown.name, pixels);
    }
    for (const auto& [name, pixels] : german_day()) check(name, pixels);
    if (is_update()) write_prints(prints);
}

TEST_CASE("the pictures that are kept are those of the digests") {
    if (is_update() || !is_reference_system()) return;
    const Prints prints = read_prints();
    for (const Shown& shown : all_shown()) {
        if (!is_kept(shown.name)) continue;
        INFO(shown.name);
        const auto kept = ui::read_png(golden_folder + "/" + shown.name + ".png");
        REQUIRE(kept.ok());
        CHECK(digest(kept.value()) == prints.pictures.at(shown.name).digest);
    }
}
