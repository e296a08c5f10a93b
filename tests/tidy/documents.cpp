#include "tests/tidy/documents.h"

#include <array>

namespace evenkeel::tidy {

namespace {

// The lines of a page that are titles of the first rank; fenced blocks hold none.
std::vector<std::size_t> titles_of(const SourceFile& file) {
    std::vector<std::size_t> titles;
    bool fenced = false;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        if (trimmed(file.lines[i]).starts_with("```")) fenced = !fenced;
        if (!fenced && file.lines[i].starts_with("# ")) titles.push_back(i + 1);
    }
    return titles;
}

// Put together here, so that this file does not breach its own rule.
const std::array<std::string, 4> machine_folders = {
    std::string("/wo") + "rk/", std::string("/ho") + "me/", std::string("/ro") + "ot/",
    std::string("/Use") + "rs/"};
const std::array<std::string, 8> package_hosts = {
    std::string("debian") + ".org", std::string("ubuntu") + ".com",
    std::string("pypi") + ".org",   std::string("npmjs") + ".com",
    std::string("crates") + ".io",  std::string("conan") + ".io",
    std::string("vcpkg") + ".io",   std::string("githubuser") + "content.com"};

// An absolute path begins after a blank or a quote; "$folder/x" and "build/x" are relative.
bool names_folder(std::string_view line, std::string_view folder) {
    static constexpr std::string_view relative = "._-~$}])*%>";
    for (auto place = line.find(folder); place != std::string_view::npos;
         place = line.find(folder, place + 1)) {
        if (place == 0) return true;
        const char before = line[place - 1];
        if (!is_word_character(before) && relative.find(before) == std::string_view::npos) {
            return true;
        }
    }
    return false;
}

}  // namespace

Findings check_title(const SourceFile& file) {
    if (!file.is_markdown()) return {};
    const auto titles = titles_of(file);
    if (titles.empty()) return {{file.path, 1, "one-title", "a page has a title"}};
    if (titles.front() != 1) {
        return {{file.path, titles.front(), "one-title", "a page begins with its title"}};
    }
    if (titles.size() == 1) return {};
    return {{file.path, titles[1], "one-title", "a second title; two pages, or a smaller heading"}};
}

Findings check_places(const SourceFile& file) {
    Findings findings;
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        for (const std::string& folder : machine_folders) {
            if (!names_folder(file.lines[i], folder)) continue;
            findings.push_back(
                {file.path, i + 1, "one-machine", folder + " is one machine's path"});
        }
        for (const std::string& host : package_hosts) {
            if (file.lines[i].find(host) == std::string::npos) continue;
            findings.push_back({file.path, i + 1, "one-machine",
                                host + ": packages come from wherever the system is told"});
        }
    }
    return findings;
}

}  // namespace evenkeel::tidy
