#include "tests/tidy/source_file.h"

#include "tests/tidy/blank.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace evenkeel::tidy {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

bool is_left_out(const fs::path& folder) {
    const std::string name = folder.filename().string();
    return name.starts_with('.') || name == "build";
}

bool is_text(const fs::path& file) {
    // In a second work tree of one repository, .git is a file that names the first.
    if (file.filename() == ".git") return false;
    static constexpr std::string_view kinds =
        ".h .cpp .proto .md .txt .json .cmake .sh .py .sql .csv";
    const std::string extension = file.extension().string();
    if (extension.empty()) return true;
    const auto kept = words_of(kinds);
    return std::find(kept.begin(), kept.end(), extension) != kept.end();
}

SourceFile read_file(const fs::path& root, const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    return source_from(file.lexically_relative(root).generic_string(), text);
}

// A star stands for any characters but a slash; at most one star.
bool matches_whole(std::string_view path, std::string_view pattern) {
    const auto star = pattern.find('*');
    if (star == std::string_view::npos) return path == pattern;
    const auto head = pattern.substr(0, star);
    const auto tail = pattern.substr(star + 1);
    if (path.size() < head.size() + tail.size()) return false;
    if (!path.starts_with(head) || !path.ends_with(tail)) return false;
    const auto middle = path.substr(head.size(), path.size() - head.size() - tail.size());
    return middle.find('/') == std::string_view::npos;
}

}  // namespace

std::string to_text(const Findings& findings) {
    std::string text;
    for (const Finding& finding : findings) {
        text += finding.path + ":" + std::to_string(finding.line) + ": " + finding.message + " [" +
                finding.rule + "]\n";
    }
    return text;
}

SourceFile source_from(std::string path, std::string_view text) {
    SourceFile file{.path = std::move(path), .lines = split_lines(text), .code = {}};
    if (file.is_cpp()) file.code = split_lines(blank_words(text));
    return file;
}

SourceFiles read_tree(const fs::path& root) {
    SourceFiles files;
    for (auto entry = fs::recursive_directory_iterator(root); entry != fs::end(entry); ++entry) {
        if (entry->is_directory()) {
            if (is_left_out(entry->path())) entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && is_text(entry->path())) {
            files.push_back(read_file(root, entry->path()));
        }
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

bool matches_any(std::string_view path, std::string_view patterns) {
    for (const std::string& pattern : words_of(patterns)) {
        if (matches_whole(path, pattern) || path.starts_with(pattern + "/")) return true;
    }
    return false;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char character : text) {
        if (character != ' ' && character != '\n' && character != '\t') {
            word += character;
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string_view trimmed(std::string_view text) {
    static constexpr std::string_view spaces = " \t\r\n";
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

bool is_word_character(char character) {
    return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z') ||
           (character >= '0' && character <= '9') || character == '_';
}

}  // namespace evenkeel::tidy
