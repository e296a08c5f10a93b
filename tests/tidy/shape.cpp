#include "tests/tidy/shape.h"

#include <algorithm>

namespace evenkeel::tidy {

namespace {

// Columns as a person counts them: continuation bytes of UTF-8 take none.
std::size_t columns_of(std::string_view line) {
    return static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

bool is_written_to_a_width(const SourceFile& file) {
    return file.is_cpp() || file.path.ends_with(".proto") || file.path.ends_with(".sh") ||
           file.path == "dev";
}

void check_lines(const SourceFile& file, Findings& findings) {
    for (std::size_t i = 0; i < file.lines.size(); ++i) {
        const std::size_t columns = columns_of(file.lines[i]);
        if (columns <= line_columns_max) continue;
        findings.push_back({file.path, i + 1, "line-length",
                            std::to_string(columns) + " columns; break the line at 100"});
    }
}

void check_functions(const SourceFile& file, Findings& findings) {
    for (const FunctionSpan& span : functions_of(file)) {
        const std::size_t length = span.last_line - span.first_line + 1;
        if (length <= function_lines_max) continue;
        findings.push_back({file.path, span.first_line, "function-length",
                            span.name + " has " + std::to_string(length) +
                                " lines; the wall is 70, so give a part of it a name"});
    }
}

void check_header(const SourceFile& file, Findings& findings) {
    if (!file.path.ends_with(".h")) return;
    if (file.lines.empty() || !file.lines.front().starts_with("//")) {
        findings.push_back(
            {file.path, 1, "header-purpose", "the first line of a header says what it is for"});
    }
    if (std::find(file.lines.begin(), file.lines.end(), "#pragma once") == file.lines.end()) {
        findings.push_back({file.path, 1, "header-guard", "a header says #pragma once"});
    }
}

std::size_t lines_max_of(const SourceFile& file) {
    return matches_any(file.path, "app/*_main.cpp") ? main_lines_max : file_lines_max;
}

}  // namespace

Findings check_shape(const SourceFile& file) {
    Findings findings;
    if (!is_written_to_a_width(file)) return findings;
    check_lines(file, findings);
    if (file.lines.size() > lines_max_of(file)) {
        findings.push_back({file.path, file.lines.size(), "file-length",
                            std::to_string(file.lines.size()) + " lines; at most " +
                                std::to_string(lines_max_of(file)) + " here, so split it"});
    }
    if (!file.is_cpp()) return findings;
    check_functions(file, findings);
    check_header(file, findings);
    return findings;
}

static bool is_code_line(const std::string& line) {
    const std::size_t start = line.find_first_not_of(' ');
    return start != std::string::npos && line.compare(start, 2, "//") != 0;
}

Findings check_trusted_core(const SourceFiles& files) {
    std::size_t lines = 0;
    for (const SourceFile& file : files) {
        if (!file.is_cpp() || !matches_any(file.path, "sync/trust")) continue;
        lines += static_cast<std::size_t>(std::ranges::count_if(file.lines, is_code_line));
    }
    if (lines <= trusted_core_lines_max) return {};
    return {{"sync/trust", 0, "trusted-core",
             std::to_string(lines) + " lines of code; the trusted core holds at most " +
                 std::to_string(trusted_core_lines_max)}};
}

std::string describe_lengths(const SourceFiles& files) {
    std::vector<std::pair<std::size_t, std::string>> lengths;
    for (const SourceFile& file : files) {
        if (file.is_cpp()) lengths.emplace_back(file.lines.size(), file.path);
    }
    if (lengths.empty()) return "no C++ files";
    std::sort(lengths.begin(), lengths.end());
    return std::to_string(lengths.size()) + " C++ files, median length " +
           std::to_string(lengths[lengths.size() / 2].first) + " lines, longest " +
           lengths.back().second + " with " + std::to_string(lengths.back().first);
}

}  // namespace evenkeel::tidy
