#include "tests/main_job/canary.h"

#include "tests/support/process.h"

#include <filesystem>

namespace evenkeel::test {

namespace {

std::string utf16(const std::string& ascii, bool big_endian) {
    std::string wide;
    for (const char letter : ascii) {
        wide += big_endian ? std::string({'\0', letter}) : std::string({letter, '\0'});
    }
    return wide;
}

// The base64 characters that depend on the canary alone when it begins `offset` bytes into a group
// of three: the first and last character may mix with neighbours and are left out.
std::string base64_core(const std::string& text, std::size_t offset) {
    static constexpr char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string padded = std::string(offset, '\0') + text;
    std::string encoded;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char letter : padded) {
        buffer = (buffer << 8) | static_cast<unsigned char>(letter);
        bits += 8;
        while (bits >= 6) {
            bits -= 6;
            encoded.push_back(digits[(buffer >> bits) & 63]);
        }
    }
    const std::size_t mixed = offset == 0 ? 0 : (offset * 8 + 5) / 6;
    return encoded.substr(mixed);
}

}  // namespace

std::vector<Sighting> find_canaries(const std::string& where, const std::string& bytes,
                                    const std::vector<std::string>& canaries) {
    std::vector<Sighting> sightings;
    for (const std::string& canary : canaries) {
        const auto look = [&](const std::string& form, const char* dress) {
            if (bytes.find(form) != std::string::npos) sightings.push_back({where, canary, dress});
        };
        look(canary, "UTF-8");
        look(utf16(canary, false), "UTF-16");
        look(utf16(canary, true), "UTF-16");
        for (std::size_t offset = 0; offset < 3; ++offset) {
            look(base64_core(canary, offset), "base64");
        }
    }
    return sightings;
}

std::vector<Sighting> find_in_files(const std::string& path,
                                    const std::vector<std::string>& canaries) {
    std::vector<Sighting> sightings;
    const auto look = [&](const std::filesystem::path& file) {
        for (const std::string& text : {read_text(file.string()), file.filename().string()}) {
            const auto found = find_canaries(file.string(), text, canaries);
            sightings.insert(sightings.end(), found.begin(), found.end());
        }
    };
    if (std::filesystem::is_regular_file(path)) look(path);
    if (!std::filesystem::is_directory(path)) return sightings;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path)) {
        if (entry.is_regular_file()) look(entry.path());
    }
    return sightings;
}

std::string describe(const std::vector<Sighting>& sightings) {
    std::string text;
    for (const Sighting& sighting : sightings) {
        text += sighting.where + ": " + sighting.canary + " as " + sighting.dress + "\n";
    }
    return text;
}

}  // namespace evenkeel::test
