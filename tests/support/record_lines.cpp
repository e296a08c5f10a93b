#include "tests/support/record_lines.h"

#include "tests/support/process.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <vector>

namespace evenkeel::test {

namespace {

constexpr std::size_t id_digits = 32;  // sixteen bytes; hashes have more
constexpr std::size_t date_characters = 10;

bool is_id(const std::string& text) {
    return text.size() >= id_digits &&
           text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

// "2027-01-15T09:00:00+01:00"
bool is_moment(const std::string& text) {
    return text.size() > date_characters && text[date_characters] == 'T' && text[4] == '-';
}

nlohmann::ordered_json plain(const nlohmann::ordered_json& value) {
    if (value.is_string()) {
        const auto text = value.get<std::string>();
        if (is_id(text)) return "#";
        return is_moment(text) ? text.substr(0, date_characters) : text;
    }
    nlohmann::ordered_json made = value;
    if (value.is_structured()) {
        for (auto each = made.begin(); each != made.end(); ++each) *each = plain(*each);
    }
    return made;
}

std::string golden_path(const std::string& name) {
    return std::string(EVENKEEL_SOURCE_DIR) + "/tests/golden/" + name;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

}  // namespace

std::string record_lines(const std::string& exported_json) {
    const auto document = nlohmann::ordered_json::parse(exported_json);
    std::vector<std::string> lines;
    for (const auto& entity : document.at("entities")) {
        if (entity.at("kind") == "record_view") continue;
        const bool is_private = entity.at("private");
        lines.push_back(entity.at("kind").get<std::string>() +
                        (is_private ? " private " : " shared ") +
                        plain(entity.at("readable")).dump());
    }
    std::ranges::sort(lines);
    std::string text;
    for (const std::string& line : lines) text += line + "\n";
    return text;
}

void update_golden_if_asked(const std::string& name, const std::string& lines) {
    if (std::getenv("EVENKEEL_UPDATE_GOLDENS") != nullptr) write_text(golden_path(name), lines);
}

std::string differs_from_golden(const std::string& name, const std::string& lines) {
    const std::string path = golden_path(name);
    if (!std::filesystem::exists(path)) return name + " is not there";
    const auto expected = lines_of(read_text(path));
    const auto found = lines_of(lines);
    for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
        const std::string wanted = i < expected.size() ? expected[i] : "(no line)";
        const std::string given = i < found.size() ? found[i] : "(no line)";
        if (wanted != given) return "expected " + wanted + "\nfound    " + given;
    }
    return "";
}

}  // namespace evenkeel::test
