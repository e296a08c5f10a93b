// What every screen looks like, to the pixel. The digest of each picture is in pictures.txt, and
// some of the pictures lie beside it for people to open.
//
// EVENKEEL_UPDATE_GOLDENS=1 takes the pictures as they are now. Open them before you commit them.
#include "app/ui/host/picture.h"
#include "tests/app/ui/screens/scenes.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
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

std::map<std::string, std::string> read_digests() {
    std::map<std::string, std::string> digests;
    std::ifstream file(golden_folder + "/pictures.txt");
    std::string name, value;
    while (file >> name >> value) digests[name] = value;
    return digests;
}

void write_digests(const std::map<std::string, std::string>& digests) {
    std::ofstream file(golden_folder + "/pictures.txt");
    for (const auto& [name, value] : digests) file << name << ' ' << value << '\n';
}

void write(const std::string& folder, const std::string& name, const ui::Pixels& pixels) {
    std::filesystem::create_directories(folder);
    const auto written = ui::write_png(folder + "/" + name + ".png", pixels);
    if (!written.ok()) FAIL(written.error().sentence());
}

}  // namespace

TEST_CASE("every screen looks as it did") {
    auto digests = is_update() ? std::map<std::string, std::string>() : read_digests();
    for (const Shown& shown : all_shown()) {
        INFO(shown.name);
        const ui::Pixels pixels = ui::paint(open(*shown.scene, shown.look)->ui());
        CHECK(pixels.width == shown.look.width_px);
        if (is_update()) {
            digests[shown.name] = digest(pixels);
            write(is_kept(shown.name) ? golden_folder : draft_folder, shown.name, pixels);
        } else if (is_reference_system()) {
            const bool is_same = digests[shown.name] == digest(pixels);
            if (!is_same) write(draft_folder, shown.name, pixels);
            CHECK(is_same);
        }
    }
    if (is_update()) write_digests(digests);
}

TEST_CASE("the pictures that are kept are those of the digests") {
    if (is_update() || !is_reference_system()) return;
    const auto digests = read_digests();
    for (const Shown& shown : all_shown()) {
        if (!is_kept(shown.name)) continue;
        INFO(shown.name);
        const auto kept = ui::read_png(golden_folder + "/" + shown.name + ".png");
        REQUIRE(kept.ok());
        CHECK(digest(kept.value()) == digests.at(shown.name));
    }
}
