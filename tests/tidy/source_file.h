// The project's own files as the rules read them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace evenkeel::tidy {

// One breach of one rule. `line` counts from 1; 0 stands for the file as a whole.
struct Finding {
    std::string path;
    std::size_t line = 0;
    std::string rule;
    std::string message;
};

using Findings = std::vector<Finding>;

// "path:line: message [rule]", one finding a line; empty when there is none.
std::string to_text(const Findings& findings);

struct SourceFile {
    std::string path;                // from the project's root, with forward slashes
    std::vector<std::string> lines;  // as written
    // The same lines with comments and the contents of literals blanked, column for column, so that
    // a rule about code never stumbles over words. Empty for files that are not C++.
    std::vector<std::string> code;

    [[nodiscard]] bool is_cpp() const { return path.ends_with(".h") || path.ends_with(".cpp"); }
    [[nodiscard]] bool is_markdown() const { return path.ends_with(".md"); }
};

using SourceFiles = std::vector<SourceFile>;

SourceFile source_from(std::string path, std::string_view text);

// Every text file a person wrote under `root`, sorted by path. Build folders and folders whose name
// begins with a dot are left out; whether git knows a file does not matter.
SourceFiles read_tree(const std::filesystem::path& root);

// True if `path` matches one of the patterns, which are separated by spaces. A pattern matches a
// whole path or the folder it names; a star stands for any characters but a slash.
bool matches_any(std::string_view path, std::string_view patterns);

std::vector<std::string> words_of(std::string_view text);
std::string_view trimmed(std::string_view text);
bool is_word_character(char character);

}  // namespace evenkeel::tidy
